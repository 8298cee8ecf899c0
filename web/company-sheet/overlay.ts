import type { CompanySheet, ItemWork } from '../../server/contract/company-sheets.ts'
import type { GivenAnswer } from './answer-drafts.ts'

/** An answer of the reader that the last reading of a sheet does not show; `opId` null while it waits on this device. */
export interface OwnAnswer extends Pick<GivenAnswer, 'itemId' | 'horizon' | 'answer' | 'over'> {
  readonly opId: string | null
  readonly at: string | null
}

/** What a reader keeps with a question, and has not been read back. */
export type OwnWork = Readonly<Record<string, ItemWork>>

/**
 * A sheet as the reader sees it: what was read, with what they did since on top. An answer that waits keeps the `opId`
 * of the one that it was given over, so that a second thought replaces that one too.
 */
export function withOwn(sheet: CompanySheet, answers: readonly OwnAnswer[], work: OwnWork): CompanySheet {
  if (answers.length === 0 && Object.keys(work).length === 0) return sheet
  const merged: CompanySheet['answers'] = { ...sheet.answers }
  for (const { itemId, horizon, answer, over, opId, at } of answers) {
    const { [horizon]: _before, ...others } = merged[itemId] ?? {}
    merged[itemId] =
      answer === null ? others : { ...others, [horizon]: { answer, opId: opId ?? over, by: sheet.me, at } }
  }
  return { ...sheet, answers: merged, work: { ...sheet.work, ...work } }
}
