import { countLateOperations } from '../../domain/sheet.ts'
import type { Trx } from '../open.ts'
import { columnsOf, sheetOf } from './sheets.ts'

/**
 * Forgets which operation gave which answer, for every sheet of a round that closes: the answers stay, and nothing is
 * left that a phone could be recognised by.
 */
export async function forgetOperations(trx: Trx, organisationId: string, roundId: string): Promise<void> {
  await trx
    .updateTable('sheet')
    .set({ operations: '[]' })
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .execute()
}

/** Counts the answers in that came after closing, now that the round is open again. */
export async function countLateAnswers(trx: Trx, organisationId: string, roundId: string): Promise<void> {
  const rows = await trx
    .selectFrom('sheet')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .where('late', '<>', '[]')
    .execute()
  for (const row of rows) {
    await trx
      .updateTable('sheet')
      .set({ ...columnsOf(countLateOperations(sheetOf(row))), revision: row.revision + 1 })
      .where('organisationId', '=', organisationId)
      .where('roundId', '=', roundId)
      .where('respondentId', '=', row.respondentId)
      .execute()
  }
}
