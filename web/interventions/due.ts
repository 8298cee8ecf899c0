import type { Intervention } from '../../server/contract/interventions.ts'
import { isReviewable } from './state-order.ts'

/** Those that are to be looked back at now come first, then by the day to look back, then those without such a day. */
export function dueFirst(interventions: readonly Intervention[]): Intervention[] {
  return interventions.toSorted((a, b) => Number(b.isDue) - Number(a.isDue) || dayOf(a).localeCompare(dayOf(b)) || 0)
}

/** How many are to be looked back at now. */
export function countDue(interventions: readonly Intervention[]): number {
  return interventions.filter(({ isDue }) => isDue).length
}

function dayOf({ state, content: { reviewOn } }: Intervention): string {
  return isReviewable(state) && reviewOn !== null ? reviewOn : '9999'
}
