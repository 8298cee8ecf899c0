import { type Locale, locale } from '../i18n/locale.ts'
import { formatNumber, hasText, textIn } from '../i18n/texts.ts'
import type { Words } from './words.ts'

const LISTS: Readonly<Record<Locale, Intl.ListFormat>> = {
  nl: new Intl.ListFormat('nl-NL', { style: 'long', type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { style: 'long', type: 'conjunction' }),
}

/** The words of the language that the page speaks now. Ask again on every render. */
export function pageWords(): Words {
  return wordsIn(locale())
}

/** The words of one language, whatever the page speaks: a wall speaks the language of its organisation. */
export function wordsIn(language: Locale): Words {
  return {
    say: (id, variables) => textIn(language, id, variables),
    knows: hasText,
    list: (names) => LISTS[language].format(names),
    number: (value, decimals = 0) => formatNumber(value, decimals, language),
  }
}
