import { quarterAfter, quarterOfDay } from '../../server/domain/rhythm.ts'

/** How many quarters ahead a target may be chosen for: three years. */
const AHEAD = 12

/**
 * The quarters that a target may be set for, the one of the day first; the one that is chosen already is among them.
 *
 * @param day such as `2026-11-22`.
 * @example quartersAhead('2026-11-22', undefined)[0] // '2026-Q4'
 */
export function quartersAhead(day: string, chosen: string | undefined): string[] {
  const first = quarterOfDay(day)
  const quarters = Array.from({ length: AHEAD + 1 }, (_, steps) => quarterAfter(first, steps))
  return chosen === undefined || quarters.includes(chosen) ? quarters : [chosen, ...quarters].toSorted()
}
