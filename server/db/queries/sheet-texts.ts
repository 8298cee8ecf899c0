import type { Db, Trx } from '../open.ts'
import { sheetOf } from './sheets.ts'

/** How many reasons in words the sheets of these rounds hold, late ones included. */
export async function countTexts(db: Db, organisationId: string, roundIds: readonly string[]): Promise<number> {
  const rows = await db
    .selectFrom('sheet')
    .select(['answers', 'remarks', 'operations', 'late'])
    .where('organisationId', '=', organisationId)
    .where('roundId', 'in', [...roundIds])
    .execute()
  const ofSheets = rows.map(sheetOf).reduce((sum, { reasons, late }) => {
    return sum + Object.keys(reasons).length + late.filter(({ reason }) => reason !== undefined).length
  }, 0)
  return ofSheets + (await countTextsBehind(db, organisationId, roundIds))
}

/** Those of answers of a team that do not stand, or not any more: they are in no sheet. */
async function countTextsBehind(db: Db, organisationId: string, roundIds: readonly string[]): Promise<number> {
  const { texts } = await db
    .selectFrom('teamAnswer')
    .select(({ fn }) => fn.countAll().as('texts'))
    .where('organisationId', '=', organisationId)
    .where('roundId', 'in', [...roundIds])
    .where('reason', 'is not', null)
    .where('state', 'not in', ['stands', 'late'])
    .executeTakeFirstOrThrow()
  return Number(texts)
}

/**
 * Deletes every reason in words from the sheets of these rounds and from their history; the answers stay. The caller
 * holds the rounds, so that no save comes between reading a sheet and writing it.
 */
export async function deleteTexts(trx: Trx, organisationId: string, roundIds: readonly string[]): Promise<void> {
  const rows = await trx
    .selectFrom('sheet')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', 'in', [...roundIds])
    .where((where) => where.or([where('remarks', '<>', '{}'), where('late', '<>', '[]')]))
    .execute()
  for (const row of rows) {
    const sheet = sheetOf(row)
    const late = sheet.late.map(withoutReason)
    await trx
      .updateTable('sheet')
      .set({ remarks: '{}', late: JSON.stringify(late) })
      .where('organisationId', '=', organisationId)
      .where('roundId', '=', row.roundId)
      .where('respondentId', '=', row.respondentId)
      .execute()
  }
  await deleteTextsOfHistory(trx, organisationId, roundIds)
}

async function deleteTextsOfHistory(trx: Trx, organisationId: string, roundIds: readonly string[]): Promise<void> {
  await trx
    .updateTable('teamAnswer')
    .set({ reason: null })
    .where('organisationId', '=', organisationId)
    .where('roundId', 'in', [...roundIds])
    .where('reason', 'is not', null)
    .execute()
  const rows = await trx
    .selectFrom('sheetChange')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', 'in', [...roundIds])
    .execute()
  for (const row of rows) {
    const changes = JSON.parse(row.changes) as Record<string, unknown>[]
    if (!changes.some((change) => 'reason' in change)) continue
    await trx
      .updateTable('sheetChange')
      .set({ changes: JSON.stringify(changes.map(withoutReason)) })
      .where('organisationId', '=', organisationId)
      .where('roundId', '=', row.roundId)
      .where('respondentId', '=', row.respondentId)
      .where('revision', '=', row.revision)
      .execute()
  }
}

function withoutReason<Entry extends { readonly reason?: unknown }>(entry: Entry): Omit<Entry, 'reason'> {
  const { reason: _, ...rest } = entry
  return rest
}
