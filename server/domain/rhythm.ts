import { dayIn, daysAfter, momentIn } from './days.ts'

/** Days of rounds are days in this place, wherever the server stands: an organisation has no time zone of its own. */
export const PLAN_ZONE = 'Europe/Amsterdam'

/** A round opens in the morning of its day, reminds a little later, and asks for answers until the end of its day. */
const OPEN_HOUR = 8
const REMIND_HOUR = 9
const LAST_MINUTE = { hour: 23, minute: 59 }

/** What a quarterly round asks: the short set, that with the two lowest dimensions in full, or everything. */
export const QUARTER_SETS = ['pulse', 'weakest', 'full'] as const
/** One of them. */
export type QuarterSet = (typeof QUARTER_SETS)[number]

/** Of which day of a quarter the opening is so many days before (negative) or after. */
export interface Opening {
  readonly from: 'start' | 'end'
  readonly days: number
}

/** The part of a plan that says when, and how much is asked. */
export interface Rhythm {
  readonly usual: QuarterSet
  /** The quarter of the year, 1 to 4, in which everything is asked; null: in none more than in another. */
  readonly fullQuarter: number | null
  readonly opens: Opening
  /** Days on which answers are asked: the day of opening and the last day are among them. */
  readonly openDays: number
}

/** When a round about a quarter opens by itself, and until when it asks for answers. */
export interface QuarterDates {
  readonly opensAt: Date
  readonly dueAt: Date
}

/** The quarter that a day is in. @example quarterOfDay('2026-11-22') // '2026-Q4' */
export function quarterOfDay(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The quarter that is so many quarters later; earlier for a negative number. */
export function quarterAfter(quarter: string, steps: number): string {
  const at = Number(quarter.slice(0, 4)) * 4 + quarterNumber(quarter) - 1 + steps
  return `${String(Math.floor(at / 4)).padStart(4, '0')}-Q${(at % 4) + 1}`
}

/** Which quarter of its year it is: 1 to 4. */
export function quarterNumber(quarter: string): number {
  return Number(quarter.at(-1))
}

/** The first day of a quarter. @example firstDayOf('2027-Q2') // '2027-04-01' */
export function firstDayOf(quarter: string): string {
  return `${quarter.slice(0, 4)}-${String(quarterNumber(quarter) * 3 - 2).padStart(2, '0')}-01`
}

/** The last day of a quarter. @example lastDayOf('2026-Q2') // '2026-06-30' */
export function lastDayOf(quarter: string): string {
  return daysAfter(firstDayOf(quarterAfter(quarter, 1)), -1)
}

/** The moment at which a round opens by itself on a day. */
export function openingOn(day: string): Date {
  return momentIn(PLAN_ZONE, day, OPEN_HOUR)
}

/** The last moment of a day on which answers are asked for. */
export function endOf(day: string): Date {
  return momentIn(PLAN_ZONE, day, LAST_MINUTE.hour, LAST_MINUTE.minute)
}

/** When the round about a quarter opens, and until when it asks. */
export function datesOf({ opens, openDays }: Pick<Rhythm, 'opens' | 'openDays'>, quarter: string): QuarterDates {
  const day = daysAfter(opens.from === 'start' ? firstDayOf(quarter) : lastDayOf(quarter), opens.days)
  return { opensAt: openingOn(day), dueAt: endOf(daysAfter(day, openDays - 1)) }
}

/** What the round about a quarter asks. */
export function setOf({ usual, fullQuarter }: Pick<Rhythm, 'usual' | 'fullQuarter'>, quarter: string): QuarterSet {
  return quarterNumber(quarter) === fullQuarter ? 'full' : usual
}

/**
 * Four quarters to plan at a moment: from the one that it is in, or from the earliest before it of which answers are still
 * asked.
 */
export function comingQuarters(rhythm: Pick<Rhythm, 'opens' | 'openDays'> | undefined, now: Date): string[] {
  const isAsked = (quarter: string) => rhythm !== undefined && datesOf(rhythm, quarter).dueAt > now
  let first = quarterOfDay(dayIn(PLAN_ZONE, now))
  while (isAsked(quarterAfter(first, -1))) first = quarterAfter(first, -1)
  return [0, 1, 2, 3].map((steps) => quarterAfter(first, steps))
}

/**
 * The moments at which people are reminded of a round: in the morning, so many days before the last day for answers; the
 * earliest first.
 */
export function remindersOf(dueAt: Date, remindDays: readonly number[]): Date[] {
  const day = dayIn(PLAN_ZONE, dueAt)
  return remindDays
    .toSorted((a, b) => b - a)
    .map((days) => momentIn(PLAN_ZONE, daysAfter(day, -days), REMIND_HOUR))
    .filter((moment) => moment < dueAt)
}
