const MILLISECONDS = 86_400_000

/** Today as the reader's calendar has it, such as `2027-02-01`. */
export function today(): string {
  return isoOf(new Date())
}

/** The same day so many months later, or the last day of that month when it has no such day. */
export function monthsLater(day: string, months: number): string {
  const { year, month, date } = partsOf(day)
  const last = new Date(year, month + months + 1, 0)
  return isoOf(new Date(last.getFullYear(), last.getMonth(), Math.min(date, last.getDate())))
}

/** Whole days from one day to another; below 0 when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / MILLISECONDS)
}

/** Midnight of a day on the reader's own clock. */
export function dateOf(day: string): Date {
  const { year, month, date } = partsOf(day)
  return new Date(year, month, date)
}

function partsOf(day: string): { year: number; month: number; date: number } {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number)
  return { year, month: month - 1, date }
}

function isoOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
