import { locale } from '../i18n/locale.ts'
import { dateOf, daysBetween, today } from './calendar-days.ts'

/** A day in words: "1 maart 2027". */
export function dayText(day: string): string {
  return new Intl.DateTimeFormat(languageTag(), { dateStyle: 'long' }).format(dateOf(day))
}

/** How far away a day is: "vandaag", "3 dagen geleden", "over 2 maanden". */
export function whenText(day: string): string {
  const days = daysBetween(today(), day)
  const words = new Intl.RelativeTimeFormat(languageTag(), { numeric: 'auto' })
  const size = Math.abs(days)
  if (size < 14) return words.format(days, 'day')
  if (size < 60) return words.format(Math.round(days / 7), 'week')
  return words.format(Math.round(days / 30.4), 'month')
}

function languageTag(): string {
  return locale() === 'nl' ? 'nl-NL' : 'en-GB'
}
