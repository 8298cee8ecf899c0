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

const BREAKS = /[\p{Cc}\u2028\u2029]+/gu
/** What turns the letters around that come after it, those of the product too. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu
/** Places without which no mail program takes a text for an address: after a dot, an @ or a colon inside of it. */
const JOINTS = /(?<=[\p{L}\p{N}][.@:\u3002\uff0e\uff61])(?=[\p{L}\p{N}/])/gu
const WORD_JOINER = '\u2060'

/**
 * A name that somebody typed, in one line: it must not look as if the product said it. An address in it cannot be pressed:
 * a sign that takes no room stands in it, and the only links of a letter are those of the product.
 */
export function oneLine(name: string): string {
  return name.replace(BREAKS, ' ').replace(TURNS, '').replace(JOINTS, WORD_JOINER).trim()
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
