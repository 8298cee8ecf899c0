import { dayIn } from '../../server/domain/days.ts'
import { endOf, openingOn, PLAN_ZONE } from '../../server/domain/rhythm.ts'
import { locale } from '../i18n/locale.ts'

/**
 * The day on which a moment is, as the reader's language writes it. Days of rounds are days in the Netherlands, wherever
 * the reader is.
 */
export function planDay(time: string, style: 'long' | 'short' = 'long'): string {
  const language = locale() === 'nl' ? 'nl-NL' : 'en-GB'
  const parts: Intl.DateTimeFormatOptions =
    style === 'long'
      ? { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }
      : { day: 'numeric', month: 'long' }
  return new Intl.DateTimeFormat(language, { ...parts, timeZone: PLAN_ZONE }).format(new Date(time))
}

/** The same as a field for days holds it; '' for no moment. */
export function dayOf(time: string | null): string {
  return time === null ? '' : dayIn(PLAN_ZONE, new Date(time))
}

/** The day that it is in the Netherlands. */
export function today(): string {
  return dayIn(PLAN_ZONE, new Date())
}

/** When a round opens by itself that opens on the day in a field; null for no day. */
export function openingOf(day: string): string | null {
  return isDay(day) ? openingOn(day).toISOString() : null
}

/** Until when a round asks whose last day stands in a field; null for no day. */
export function dueOf(day: string): string | null {
  return isDay(day) ? endOf(day).toISOString() : null
}

/** Whether a field for days holds one, or nothing. */
export function isDayOrNothing(value: string): boolean {
  return value.trim() === '' || isDay(value)
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value.trim()) && !Number.isNaN(Date.parse(`${value.trim()}T12:00:00Z`))
}
