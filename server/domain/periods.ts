/**
 * The order of periods: by their last day. Of two that end on the same day, as a year and its last quarter, neither comes
 * first: 0.
 *
 * @param one a year or a quarter, as a round has it.
 * @example ['2026', '2026-Q4', '2026-Q1'].toSorted(comparePeriods) // ['2026-Q1', '2026', '2026-Q4']
 */
export function comparePeriods(one: string, other: string): number {
  const [ends, otherEnds] = [lastQuarterOf(one), lastQuarterOf(other)]
  return ends < otherEnds ? -1 : Number(ends > otherEnds)
}

function lastQuarterOf(period: string): string {
  return period.includes('-') ? period : `${period}-Q4`
}
