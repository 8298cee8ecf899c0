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
