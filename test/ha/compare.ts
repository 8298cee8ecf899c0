import type pg from 'pg'
import { storedOperation } from '../../server/domain/sheet.ts'
import type { WritingPhone } from './phones.ts'

/** What a database holds of what was acknowledged. */
export interface Comparison {
  /** Places of which a change was acknowledged. */
  readonly places: number
  /** Of these: not there, an older change, or another rating than the acknowledged one. */
  readonly wrong: number
}

/** The statement whose rows `compare` takes. */
export const SHEETS_OF_ROUND = 'select respondent_id, answers, operations from sheet where round_id = $1'

/** Holds every acknowledged answer of every phone against the stored sheets. A later change has its own acknowledgement. */
export function compare(phones: readonly WritingPhone[], rows: pg.QueryResult['rows']): Comparison {
  const sheets = new Map(rows.map((row) => [String(row.respondent_id), row]))
  let [places, wrong] = [0, 0]
  for (const { respondentId, acknowledged } of phones) {
    const sheet = sheets.get(respondentId)
    const operations = JSON.parse(sheet?.operations ?? '[]') as string[]
    const answers = String(sheet?.answers ?? '')
    for (const [place, { seq, rating }] of acknowledged) {
      places += 1
      const stored = storedOperation(operations[place])?.seq ?? 0
      if (stored < seq || (stored === seq && answers[place] !== String(rating))) wrong += 1
    }
  }
  return { places, wrong }
}
