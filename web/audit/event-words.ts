import { auditSentence, type Sayable } from '../../server/contract/audit-words.ts'
import { locale } from '../i18n/locale.ts'
import { hasText, t } from '../i18n/texts.ts'
import './audit-texts.ts'

/** An event in plain words, in the language of the page. */
export function eventSentence(event: Sayable): string {
  return auditSentence(event, t, hasText)
}

/** Day and time of an event where the reader is, to the minute. */
export function eventTime(at: string): string {
  const tag = locale() === 'nl' ? 'nl-NL' : 'en-GB'
  return new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
}
