import type { Db, Trx } from '../open.ts'

/** Where a secret of a respondent or of a wall belongs; undefined when it is none. */
export async function findPresence(
  db: Db,
  secretHash: string,
): Promise<{ organisationId: string; roundId: string; kind: 'respondent' | 'display' } | undefined> {
  const row = await db
    .selectFrom('credential')
    .select(['organisationId', 'roundId', 'kind'])
    .where('secretHash', '=', secretHash)
    .where('kind', 'in', ['respondent', 'display'])
    .executeTakeFirst()
  if (row === undefined || row.kind === 'join') return undefined
  return { ...row, kind: row.kind }
}

/** The organisation of a round in which this user is a member at this moment; undefined for any other round. */
export function findRoundOfMember(
  db: Db,
  userId: string,
  roundId: string,
  now: string,
): Promise<{ organisationId: string; role: string; until: string | null } | undefined> {
  return db
    .selectFrom('round')
    .innerJoin('membership', 'membership.organisationId', 'round.organisationId')
    .select(['round.organisationId', 'membership.role', 'membership.until'])
    .where('round.id', '=', roundId)
    .where('membership.userId', '=', userId)
    .where((where) => where.or([where('membership.until', 'is', null), where('membership.until', '>', now)]))
    .executeTakeFirst()
}

/** Gives a round a link for a wall. */
export async function insertDisplay(
  trx: Trx,
  { organisationId, roundId }: { organisationId: string; roundId: string },
  secretHash: string,
): Promise<void> {
  await trx
    .insertInto('credential')
    .values({ organisationId, roundId, secretHash, kind: 'display', respondentId: null })
    .execute()
}

/** Ends every link of a wall of these rounds, and returns their hashes: after the commit their lines are to end. */
export async function deleteDisplays(trx: Trx, organisationId: string, roundIds: readonly string[]): Promise<string[]> {
  const rows = await trx
    .deleteFrom('credential')
    .where('organisationId', '=', organisationId)
    .where('roundId', 'in', [...roundIds])
    .where('kind', '=', 'display')
    .returning('secretHash')
    .execute()
  return rows.map(({ secretHash }) => secretHash)
}
