/** How many quarters ahead a target may be chosen for: three years. */
const AHEAD = 12

/**
 * The quarters that a target may be set for, this one first; the one that is chosen already is among them.
 *
 * @example quartersAhead(new Date('2026-11-22'), undefined)[0] // '2026-Q4'
 */
export function quartersAhead(day: Date, chosen: string | undefined): string[] {
  const first = day.getFullYear() * 4 + Math.floor(day.getMonth() / 3)
  const quarters = Array.from({ length: AHEAD + 1 }, (_, steps) => {
    const at = first + steps
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`
  })
  return chosen === undefined || quarters.includes(chosen) ? quarters : [chosen, ...quarters].toSorted()
}
