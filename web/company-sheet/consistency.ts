import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import { hasConflict } from './standing.ts'

/**
 * What deserves a second look at one question. None of these is a fault and none keeps anybody from handing in, but for
 * `conflict`.
 *
 * - `conflict`: two answers wait for a choice;
 * - `no-reason`: "does not apply" without a word on why;
 * - `half`: one moment is answered and another is not;
 * - `not-everywhere`: "does not apply" at one moment only;
 * - `no-evidence`: measured or audited, without a note, a link or a file that shows it;
 * - `sure-of-nothing`: measured or audited, and no answer with a step.
 */
export type Remark = 'conflict' | 'no-reason' | 'half' | 'not-everywhere' | 'no-evidence' | 'sure-of-nothing'

/** What deserves a second look at a question, the weightiest first. Empty when all fits. */
export function remarksOn(sheet: CompanySheet, itemId: string): readonly Remark[] {
  const given = sheet.round.horizons.map((horizon) => sheet.answers[itemId]?.[horizon]?.answer)
  const answers = given.filter((answer) => answer !== undefined)
  const offSubject = answers.filter((answer) => 'missing' in answer && answer.missing === 'not_applicable')
  const isSure = ['measured', 'audited'].includes(sheet.work[itemId]?.certainty ?? '')
  const found: Record<Remark, boolean> = {
    conflict: hasConflict(sheet, itemId),
    half: answers.length > 0 && answers.length < given.length,
    'not-everywhere': offSubject.length > 0 && offSubject.length < answers.length,
    'no-reason': offSubject.some((answer) => 'missing' in answer && answer.reason === undefined),
    'sure-of-nothing': isSure && answers.length > 0 && !answers.some((answer) => 'rating' in answer),
    'no-evidence': isSure && !hasEvidence(sheet, itemId),
  }
  return ORDER.filter((remark) => found[remark])
}

/** Whether something shows where an answer comes from. */
export function hasEvidence(sheet: CompanySheet, itemId: string): boolean {
  const work = sheet.work[itemId]
  return Boolean(work?.note || work?.link) || sheet.files.some((file) => file.itemId === itemId)
}

const ORDER: readonly Remark[] = ['conflict', 'half', 'not-everywhere', 'no-reason', 'sure-of-nothing', 'no-evidence']
