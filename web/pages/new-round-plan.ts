import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Trend } from '../../server/contract/trend.ts'

/** The quarter that a day is in. @example quarterOf(new Date('2026-11-22')) // '2026-Q4' */
export function quarterOf(day: Date): string {
  return `${day.getFullYear()}-Q${Math.floor(day.getMonth() / 3) + 1}`
}

/** The periods that a new round is likely to be about: the quarters around a day, the latest first, then two years. */
export function periodsAround(day: Date): string[] {
  const quarters = [2, 1, 0, -1, -2, -3, -4].map((steps) =>
    quarterOf(new Date(day.getFullYear(), day.getMonth() + 3 * steps, 1)),
  )
  return [...quarters, String(day.getFullYear()), String(day.getFullYear() - 1)]
}

/**
 * What will probably not be shown: everything when fewer than five are expected in an anonymous round, or a group when
 * five to each is impossible. `undefined`: no worry, or too little known.
 */
export function foreseeHiding(plan: {
  isAnonymous: boolean
  expected: number | undefined
  groups: number
}): 'everything' | 'a-group' | undefined {
  if (!plan.isAnonymous || plan.expected === undefined) return undefined
  if (plan.expected < 5) return 'everything'
  return plan.groups > 0 && plan.expected < 5 * plan.groups ? 'a-group' : undefined
}

/** How many of the lowest dimensions a quarterly round asks about in full. */
const WEAKEST = 2

/**
 * The dimensions to ask about in full beside the pulse: the lowest of the newest outcome that has a score for each, in the
 * order of the instrument. Undefined: there is no such outcome of this instrument, or nothing would be added.
 */
export function weakestOf(
  { instrument: id, points }: Trend,
  { id: own, dimensions, horizons, balance }: Pick<InstrumentView, 'id' | 'dimensions' | 'horizons' | 'balance'>,
): string[] | undefined {
  if (id !== own || !balance) return undefined
  const scoresOf = (point: Trend['points'][number]) =>
    dimensions.map((code) => point.horizons[horizons[0] ?? '']?.dimensions[code]?.score ?? null)
  const newest = points.map(scoresOf).findLast((scores) => scores.every((score) => score !== null))
  if (newest === undefined) return undefined
  const lowest = dimensions
    .map((code, at) => ({ code, score: newest[at] ?? 0 }))
    .toSorted((a, b) => a.score - b.score)
    .slice(0, WEAKEST)
    .map(({ code }) => code)
  return dimensions.filter((code) => lowest.includes(code))
}

/** The items of a pulse with these dimensions in full, in asked order. */
export function pulseAnd({ items }: Pick<InstrumentView, 'items'>, dimensions: readonly string[]): string[] {
  return items.filter((item) => item.inPulse || dimensions.includes(item.dimension)).map(({ id }) => id)
}
