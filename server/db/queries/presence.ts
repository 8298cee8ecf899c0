import type { Db, Trx } from '../open.ts'
import { findMembership } from './members.ts'

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

/** Whose these secrets of respondents and walls are, by id of the organisation; those that are none are left out. */
export async function listOrganisationsOfSecrets(db: Db, secretHashes: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('credential')
    .select('organisationId')
    .distinct()
    .where('secretHash', 'in', [...secretHashes])
    .execute()
  return rows.map(({ organisationId }) => organisationId)
}

/**
 * The organisation of a round in which this user is a member at this moment, or runs the park; undefined for any other
 * round.
 */
export async function findRoundOfMember(
  db: Db,
  userId: string,
  roundId: string,
  now: string,
): Promise<{ organisationId: string; role: string; until: string | null } | undefined> {
  const round = await db.selectFrom('round').select('organisationId').where('id', '=', roundId).executeTakeFirst()
  if (round === undefined) return undefined
  const membership = await findMembership(db, round.organisationId, userId, now)
  return membership && { organisationId: round.organisationId, role: membership.role, until: membership.until }
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
