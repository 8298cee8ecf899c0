import type { Insertable } from 'kysely'
import type { Db, Trx } from '../open.ts'
import type { RoundRow, Tables } from '../tables.ts'

/** The round that a join code opens, with the name of its organisation; undefined when the code opens none. */
export async function findRoundOfCode(
  db: Db,
  codeHash: string,
): Promise<(RoundRow & { organisationName: string }) | undefined> {
  return db
    .selectFrom('credential')
    .innerJoin('round', (join) =>
      join.onRef('round.organisationId', '=', 'credential.organisationId').onRef('round.id', '=', 'credential.roundId'),
    )
    .innerJoin('organisation', 'organisation.id', 'credential.organisationId')
    .selectAll('round')
    .select('organisation.name as organisationName')
    .where('credential.secretHash', '=', codeHash)
    .where('credential.kind', '=', 'join')
    .executeTakeFirst()
}

/** The respondent whom a phone joined as before, by the hash of the id that it made. */
export async function findRespondentOfJoin(
  db: Db,
  organisationId: string,
  roundId: string,
  joinHash: string,
): Promise<{ id: string; stakeholderGroup: string | null } | undefined> {
  return db
    .selectFrom('respondent')
    .select(['id', 'stakeholderGroup'])
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .where('joinHash', '=', joinHash)
    .executeTakeFirst()
}

/** Adds respondents with their sheets; nothing is answered yet unless the sheet says so. */
export async function insertRespondents(
  trx: Trx,
  respondents: readonly Insertable<Tables['respondent']>[],
  sheets: readonly Insertable<Tables['sheet']>[],
): Promise<void> {
  // A statement takes a limited number of parameters on either database.
  for (let from = 0; from < respondents.length; from += 500) {
    await trx
      .insertInto('respondent')
      .values(respondents.slice(from, from + 500))
      .execute()
    await trx
      .insertInto('sheet')
      .values(sheets.slice(from, from + 500))
      .execute()
  }
}

/**
 * Adds one respondent who joins now, with an empty sheet.
 *
 * @returns false, and adds nothing, when the same phone joined at the same moment: then its respondent can be found.
 */
export async function insertJoiningRespondent(
  trx: Trx,
  respondent: Insertable<Tables['respondent']>,
  sheet: Insertable<Tables['sheet']>,
): Promise<boolean> {
  const row = await trx
    .insertInto('respondent')
    .values(respondent)
    .onConflict((conflict) => conflict.columns(['organisationId', 'roundId', 'joinHash']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row !== undefined) await trx.insertInto('sheet').values(sheet).execute()
  return row !== undefined
}

/** Gives a respondent a new secret; the one before stops working. */
export async function replaceRespondentSecret(
  trx: Trx,
  respondent: { organisationId: string; roundId: string; respondentId: string },
  secretHash: string,
): Promise<void> {
  await trx
    .deleteFrom('credential')
    .where('organisationId', '=', respondent.organisationId)
    .where('roundId', '=', respondent.roundId)
    .where('respondentId', '=', respondent.respondentId)
    .execute()
  await trx
    .insertInto('credential')
    .values({ ...respondent, secretHash, kind: 'respondent' })
    .execute()
}

/** Gives a round a join code; false when another round has the same one, so that a next one must be made. */
export async function insertJoinCode(
  trx: Trx,
  round: { organisationId: string; roundId: string },
  codeHash: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('credential')
    .values({ ...round, secretHash: codeHash, kind: 'join', respondentId: null })
    .onConflict((conflict) => conflict.column('secretHash').doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows) === 1
}

/** Ends the join codes of a round: nobody new can come in. */
export async function deleteJoinCodes(trx: Trx, organisationId: string, roundId: string): Promise<void> {
  await trx
    .deleteFrom('credential')
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .where('kind', '=', 'join')
    .execute()
}

/** Marks whether a respondent says to be ready. */
export async function updateFinished(
  trx: Trx,
  respondent: { organisationId: string; roundId: string; respondentId: string },
  finished: boolean,
): Promise<void> {
  await trx
    .updateTable('respondent')
    .set({ finished: finished ? 1 : 0 })
    .where('organisationId', '=', respondent.organisationId)
    .where('roundId', '=', respondent.roundId)
    .where('id', '=', respondent.respondentId)
    .execute()
}

/** What a respondent's page says about the round and about this respondent. */
export async function findRespondentPage(
  db: Db,
  organisationId: string,
  roundId: string,
  respondentId: string,
): Promise<{ title: string; organisationName: string; finished: number } | undefined> {
  return db
    .selectFrom('respondent')
    .innerJoin('round', (join) =>
      join.onRef('round.organisationId', '=', 'respondent.organisationId').onRef('round.id', '=', 'respondent.roundId'),
    )
    .innerJoin('organisation', 'organisation.id', 'respondent.organisationId')
    .select(['round.title', 'organisation.name as organisationName', 'respondent.finished'])
    .where('respondent.organisationId', '=', organisationId)
    .where('respondent.roundId', '=', roundId)
    .where('respondent.id', '=', respondentId)
    .executeTakeFirst()
}

/** The names that people gave in a round, by respondent id; none in an anonymous one. */
export async function listRespondentNames(
  db: Db,
  organisationId: string,
  roundId: string,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('respondent')
    .select(['id', 'name'])
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .execute()
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
}
