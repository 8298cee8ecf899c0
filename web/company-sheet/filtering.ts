import type { Certainty, CompanySheet } from '../../server/contract/company-sheets.ts'
import { hasConflict, standingOfItem } from './standing.ts'

/** Which questions a task list shows: everything, those of the reader, with an open conflict, or not done. */
export type Which = 'all' | 'mine' | 'conflicts' | 'open'

/** What to show by how sure the team is; `none`: questions where nobody said so. */
export type CertaintyChoice = 'any' | 'none' | Certainty

/** What a reader chose to see of a task list. */
export interface Filter {
  readonly which: Which
  readonly certainty: CertaintyChoice
}

/** Everything is shown. */
export const EVERYTHING: Filter = { which: 'all', certainty: 'any' }

/** The choices, as they stand beside each other. */
export const WHICH: readonly Which[] = ['all', 'mine', 'open', 'conflicts']

/** Whether a filter leaves something out. */
export function isFiltering({ which, certainty }: Filter): boolean {
  return which !== 'all' || certainty !== 'any'
}

/** Whether a question passes both halves of a filter. */
export function passes(sheet: CompanySheet, itemId: string, { which, certainty }: Filter): boolean {
  return isAmong(sheet, itemId, which) && isAsSure(sheet.work[itemId]?.certainty ?? null, certainty)
}

/** How many questions a choice shows, whatever the certainty. */
export function countOf(sheet: CompanySheet, which: Which): number {
  return sheet.items.filter(({ id }) => isAmong(sheet, id, which)).length
}

function isAmong(sheet: CompanySheet, itemId: string, which: Which): boolean {
  switch (which) {
    case 'all':
      return true
    case 'mine':
      return sheet.work[itemId]?.assignedTo === sheet.me
    case 'conflicts':
      return hasConflict(sheet, itemId)
    case 'open':
      return standingOfItem(sheet, itemId) !== 'done'
  }
}

function isAsSure(certainty: Certainty | null, choice: CertaintyChoice): boolean {
  return choice === 'any' || (choice === 'none' ? certainty === null : certainty === choice)
}
