/*
 * Days without a time, written as `2026-11-22`, and the moments at which they begin in a place. What is kept is always a
 * moment (UTC); a day is what people choose and read.
 */

const DAY_MS = 24 * 3_600_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** The day that is so many days later; earlier for a negative number. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The day that it is in a time zone at a moment, and the hour and minute on the clock there. */
export function clockIn(zone: string, time: Date): { readonly day: string; readonly hour: number; minute: number } {
  const parts = formatOf(zone).formatToParts(time)
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? ''
  const day = `${part('year')}-${part('month')}-${part('day')}`
  return { day, hour: Number(part('hour')), minute: Number(part('minute')) }
}

/** The day that it is in a time zone at a moment. */
export function dayIn(zone: string, time: Date): string {
  return clockIn(zone, time).day
}

/**
 * The moment at which clocks in a time zone show this hour of a day. An hour that summer time leaves out is taken an hour
 * later; of one that comes twice the second is meant.
 *
 * @example momentIn('Europe/Amsterdam', '2026-07-01', 8) // 2026-07-01T06:00:00.000Z
 */
export function momentIn(zone: string, day: string, hour: number, minute = 0): Date {
  const wanted = Date.parse(`${day}T00:00:00.000Z`) + (hour * 60 + minute) * 60_000
  const near = wanted - offsetAt(zone, wanted)
  return new Date(wanted - offsetAt(zone, near))
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(zone: string, time: number): number {
  const { day, hour, minute } = clockIn(zone, new Date(time))
  return Date.parse(`${day}T00:00:00.000Z`) + (hour * 60 + minute) * 60_000 - Math.floor(time / 60_000) * 60_000
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(zone, made)
  return made
}
