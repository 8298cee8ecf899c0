import type { Trx } from '../open.ts'
import type { Tables } from '../tables.ts'
import { deleteDisplays } from './presence.ts'

/** Tables that hang on a round, in the order in which their rows can be written. */
const OF_ROUND = [
  'roundItem',
  'respondent',
  'sheet',
  'sheetChange',
  'release',
  'workshop',
  'secondVote',
  'reflection',
  'intervention',
] as const
const OF_RELEASE = ['releaseCell', 'releaseContributor'] as const
const OF_REFLECTION = ['reflectionEntry', 'reflectionVote'] as const
const OF_INTERVENTION = ['expectedEffect', 'consentStance', 'agreementReview'] as const
const MOST_ROWS = 200

type Moved =
  | 'round'
  | (typeof OF_ROUND)[number]
  | (typeof OF_RELEASE)[number]
  | (typeof OF_REFLECTION)[number]
  | (typeof OF_INTERVENTION)[number]

/**
 * Moves rounds with everything that hangs on them into another organisation, inside the caller's transaction. Phones
 * keep their secrets; links of walls end. What the first organisation keeps is its audit log.
 *
 * @returns hashes of the links that ended: after the commit their lines are to end too.
 */
export async function moveRounds(
  trx: Trx,
  from: string,
  to: string,
  roundIds: readonly string[],
  workshopId: string,
): Promise<string[]> {
  const ids = [...roundIds]
  const rounds = await trx
    .selectFrom('round')
    .selectAll()
    .where('organisationId', '=', from)
    .where('id', 'in', ids)
    .execute()
  await insertAll(trx, 'round', to, rounds)
  for (const table of OF_ROUND) await insertAll(trx, table, to, await rowsOf(trx, table, from, ids, workshopId))
  const releaseIds = await idsOf(trx, 'release', from, ids)
  const reflectionIds = await idsOf(trx, 'reflection', from, ids)
  const interventionIds = await idsOf(trx, 'intervention', from, ids)
  for (const table of OF_RELEASE) await moveRows(trx, table, 'releaseId', { from, to }, releaseIds)
  for (const table of OF_REFLECTION) await moveRows(trx, table, 'reflectionId', { from, to }, reflectionIds)
  for (const table of OF_INTERVENTION) await moveRows(trx, table, 'interventionId', { from, to }, interventionIds)
  // A wall was opened by the first organisation: its links end here.
  const ended = await deleteDisplays(trx, from, ids)
  await trx
    .updateTable('workshop')
    .set({ holderId: null, heldSince: null })
    .where('organisationId', '=', to)
    .where('id', '=', workshopId)
    .execute()
  await trx
    .updateTable('credential')
    .set({ organisationId: to })
    .where('organisationId', '=', from)
    .where('roundId', 'in', ids)
    .execute()
  await trx.deleteFrom('round').where('organisationId', '=', from).where('id', 'in', ids).execute()
  return ended
}

/** Holds reflections and interventions of rounds, so that no card is written between reading a row and moving it. */
export async function lockConversations(
  trx: Trx,
  organisationId: string,
  roundIds: readonly string[],
  kind: 'sqlite' | 'postgres',
): Promise<void> {
  // SQLite has one writer at a time: there the transaction itself is the lock.
  if (kind === 'sqlite') return
  for (const table of ['reflection', 'intervention'] as const) {
    await trx
      .selectFrom(table)
      .select('id')
      .where('organisationId', '=', organisationId)
      .where('roundId', 'in', [...roundIds])
      .orderBy('id')
      .forUpdate()
      .execute()
  }
}

async function idsOf(
  trx: Trx,
  table: 'release' | 'reflection' | 'intervention',
  organisationId: string,
  roundIds: string[],
): Promise<string[]> {
  const rows = await trx
    .selectFrom(table)
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('roundId', 'in', roundIds)
    .execute()
  return rows.map(({ id }) => id)
}

async function moveRows(
  trx: Trx,
  table: Exclude<Moved, 'round' | (typeof OF_ROUND)[number]>,
  column: string,
  { from, to }: { readonly from: string; readonly to: string },
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const rows = await trx
    .selectFrom(table)
    .selectAll()
    .where('organisationId', '=', from)
    .where(trx.dynamic.ref<string>(column), 'in', [...ids])
    .execute()
  await insertAll(trx, table, to, rows)
}

async function rowsOf(
  trx: Trx,
  table: (typeof OF_ROUND)[number],
  organisationId: string,
  roundIds: string[],
  workshopId: string,
): Promise<object[]> {
  if (table === 'workshop')
    return trx
      .selectFrom(table)
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where('id', '=', workshopId)
      .execute()
  return trx
    .selectFrom(table)
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', 'in', roundIds)
    .execute()
}

async function insertAll(trx: Trx, table: Moved, organisationId: string, rows: readonly object[]): Promise<void> {
  const moved = rows.map((row) => ({ ...row, organisationId }) as Tables[Moved])
  // A statement takes a limited number of parameters on either database.
  for (let from = 0; from < moved.length; from += MOST_ROWS) {
    await trx
      .insertInto(table)
      .values(moved.slice(from, from + MOST_ROWS) as never)
      .execute()
  }
}
