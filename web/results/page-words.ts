import { locale } from '../i18n/locale.ts'
import { formatNumber, hasText, t } from '../i18n/texts.ts'
import type { Words } from './words.ts'

/** The words of the language that the page speaks now. Ask again on every render. */
export function pageWords(): Words {
  const lists = new Intl.ListFormat(locale() === 'nl' ? 'nl-NL' : 'en-GB', { style: 'long', type: 'conjunction' })
  return { say: t, knows: hasText, list: (names) => lists.format(names), number: formatNumber }
}
