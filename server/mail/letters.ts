import { FluentDateTime, type FluentVariable } from '@fluent/bundle'
import type { Locale } from '../contract/common.ts'
import type { MailKind } from '../db/mail-tables.ts'
import { text } from '../texts.ts'
import type { Letter } from './mail-server.ts'

/** Days and times in mail are those of the Netherlands: a mail does not know where its reader is. */
export const MAIL_ZONE = 'Europe/Amsterdam'

/** What a mail says about a day or a moment. */
export function momentOf(time: string): FluentDateTime {
  return new FluentDateTime(Date.parse(time), { timeZone: MAIL_ZONE })
}

/** A name that somebody typed, in one line: it must not look as if the product said it. */
export function oneLine(name: string): string {
  return name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

/**
 * Writes a letter. Its subject is the same for everybody: a phone shows it on a locked screen, and what somebody typed
 * never reaches a header.
 */
export function writeLetter(
  kind: MailKind | 'reset-elsewhere',
  { to, locale }: { to: string; locale: Locale },
  variables: Record<string, FluentVariable>,
): Letter {
  return {
    to,
    subject: text(locale, `mail-${kind}-subject`),
    text: `${text(locale, `mail-${kind}-text`, variables)}\n`,
    headers: {},
  }
}
