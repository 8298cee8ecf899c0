/** What becomes of an experiment once it is over. */
export const EXPERIMENT_OUTCOMES = ['stop', 'adapt', 'scale'] as const
/** One end of an experiment. */
export type ExperimentOutcome = (typeof EXPERIMENT_OUTCOMES)[number]

/** The longest that an experiment may take, in days from its first day to its last: six weeks. */
export const MOST_EXPERIMENT_DAYS = 42

/**
 * Days from one day to another; below 0 when the second comes first.
 *
 * @param from a day of the Gregorian calendar as `2026-11-02`, as is `to`.
 * @example daysBetween('2026-02-27', '2026-03-02') // 3
 */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/**
 * The quarter in which a day is.
 *
 * @example quarterOf('2026-11-02') // '2026-Q4'
 */
export function quarterOf(day: string): string {
  const [year, month] = numbersOf(day)
  return `${String(year).padStart(4, '0')}-Q${Math.ceil(month / 3)}`
}

/** Days since the first of March of the year 0: years that begin in March have their leap day at the end. */
function dayNumber(day: string): number {
  const [year, month, date] = numbersOf(day)
  const marchYear = month < 3 ? year - 1 : year
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  const beforeMonth = Math.floor((153 * ((month + 9) % 12) + 2) / 5)
  return 365 * marchYear + leapDays + beforeMonth + date - 1
}

function numbersOf(day: string): [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return [year, month, date]
}
