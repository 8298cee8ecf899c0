import type { Certainty, CompanySheet } from '../../server/contract/company-sheets.ts'

/** How far a question or a theme is; a question is done when every moment that the round asks about has an answer. */
export type Standing = 'not-begun' | 'busy' | 'done'

/** How sure a team can be, from the least to the most. */
export const CERTAINTY_STEPS: readonly Certainty[] = ['gut', 'estimate', 'measured', 'audited']

/** Answers that are there, of those that are asked: questions times horizons. */
export interface Coverage {
  readonly answered: number
  readonly asked: number
}

type Theme = CompanySheet['themes'][number]

/** Every question in the order in which the task list shows them: theme by theme. */
export function itemOrder(sheet: CompanySheet): readonly string[] {
  return sheet.themes.flatMap(({ items }) => items)
}

/** The theme that a question stands in; undefined for a question that the sheet does not ask. */
export function themeOf(sheet: CompanySheet, itemId: string): Theme | undefined {
  return sheet.themes.find(({ items }) => items.includes(itemId))
}

/** Whether two answers to this question wait for somebody to choose. */
export function hasConflict(sheet: CompanySheet, itemId: string): boolean {
  return sheet.conflicts.some((conflict) => conflict.itemId === itemId)
}

/** How far one question is. One with an open conflict is not done, whatever stands there. */
export function standingOfItem(sheet: CompanySheet, itemId: string): Standing {
  const { answered, asked } = coverageOf(sheet, [itemId])
  if (answered === asked) return hasConflict(sheet, itemId) ? 'busy' : 'done'
  return answered > 0 || hasConflict(sheet, itemId) ? 'busy' : 'not-begun'
}

/** How far a theme is: begun by the first answer, done with the last. */
export function standingOfTheme(sheet: CompanySheet, { items }: Theme): Standing {
  const standings = items.map((itemId) => standingOfItem(sheet, itemId))
  if (standings.every((standing) => standing === 'done')) return 'done'
  return standings.every((standing) => standing === 'not-begun') ? 'not-begun' : 'busy'
}

/** How many answers there are to these questions, or to all. Not known and not applicable are answers too. */
export function coverageOf(sheet: CompanySheet, items: readonly string[] = itemOrder(sheet)): Coverage {
  const { horizons } = sheet.round
  const given = items.map((itemId) => horizons.filter((horizon) => sheet.answers[itemId]?.[horizon]).length)
  return { answered: given.reduce((sum, one) => sum + one, 0), asked: items.length * horizons.length }
}

/** Ids of the members who are at a question at this moment. */
export function peopleAt(sheet: CompanySheet, itemId: string): readonly string[] {
  return sheet.here.filter((one) => one.itemId === itemId).map(({ userId }) => userId)
}

/** What a member of the team is called; undefined for somebody whose account is gone. */
export function nameOfPerson(sheet: CompanySheet, userId: string | null): string | undefined {
  return sheet.people.find(({ id }) => id === userId)?.name
}

/**
 * Where somebody goes on: at the question where they were, if it is still asked; else at the first of their own that is
 * not done; else at the first that nobody has been given; else at the first that is not done. Undefined: all is done.
 */
export function whereToGoOn(sheet: CompanySheet, last: string | undefined): string | undefined {
  const order = itemOrder(sheet)
  if (last !== undefined && order.includes(last) && standingOfItem(sheet, last) !== 'done') return last
  const open = order.filter((itemId) => standingOfItem(sheet, itemId) !== 'done')
  const after = last === undefined ? [] : open.filter((itemId) => order.indexOf(itemId) > order.indexOf(last))
  const assignedTo = (itemId: string) => sheet.work[itemId]?.assignedTo ?? null
  const isMine = (itemId: string) => assignedTo(itemId) === sheet.me
  const isFree = (itemId: string) => assignedTo(itemId) === null
  return after.find(isMine) ?? open.find(isMine) ?? after.find(isFree) ?? open.find(isFree) ?? open[0]
}
