import type { CompanySheet, ItemWork } from '../../server/contract/company-sheets.ts'
import type { SheetPlace } from './addresses.ts'
import type { AnswerDrafts } from './answer-drafts.ts'
import type { OwnAnswer, OwnWork } from './overlay.ts'
import { CERTAINTY_STEPS } from './standing.ts'
import { NO_WORK, partOf, WORK_PARTS, type WorkPart, workDrafts, workKey } from './work-drafts.ts'

/** What the reader answered that the last reading does not show: taken by the server, and over it what waits here. */
export function ownAnswers(place: SheetPlace, drafts: AnswerDrafts): readonly OwnAnswer[] {
  const waiting = drafts.waiting(place).map(({ body }) => ({ ...body, opId: null, at: null }))
  return [...drafts.taken(place), ...waiting]
}

/** What stands in one part of a question for the reader, and the revision to write on. */
export function newestPart(
  place: SheetPlace,
  sheet: CompanySheet,
  itemId: string,
  part: WorkPart,
): { readonly value: string | null; readonly revision: number } {
  const read = sheet.work[itemId] ?? NO_WORK
  const value = partOf(read, part)
  const stored = { body: { value, seen: value }, revision: read.revision }
  const newest = workDrafts().newestOf(workKey(place, itemId, part), stored) ?? stored
  return { value: newest.body.value, revision: newest.revision }
}

/** Everything that the reader keeps with questions and that is not read back yet, with what was read under it. */
export function ownWork(place: SheetPlace, sheet: CompanySheet): OwnWork {
  const changed = sheet.items.map(({ id }) => [id, workOf(place, sheet, id)] as const)
  return Object.fromEntries(changed.filter(([id, work]) => !isSame(work, sheet.work[id] ?? NO_WORK)))
}

function workOf(place: SheetPlace, sheet: CompanySheet, itemId: string): ItemWork {
  const partValue = (part: WorkPart) => newestPart(place, sheet, itemId, part).value
  const certainty = partValue('certainty')
  return {
    note: partValue('note') ?? '',
    link: partValue('link'),
    assignedTo: partValue('assignedTo'),
    certainty: CERTAINTY_STEPS.find((step) => step === certainty) ?? null,
    revision: sheet.work[itemId]?.revision ?? 0,
  }
}

function isSame(one: ItemWork, other: ItemWork): boolean {
  return WORK_PARTS.every((part) => partOf(one, part) === partOf(other, part))
}
