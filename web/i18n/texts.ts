import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { LOCALES, type Locale, locale } from './locale.ts'

const bundles: Record<Locale, FluentBundle> = {
  nl: new FluentBundle('nl-NL', { useIsolating: false }),
  en: new FluentBundle('en-GB', { useIsolating: false }),
}

/**
 * Adds the texts of one part of the product in every language. The files are `data/texts/<locale>/<part>.ftl`, in
 * Project Fluent's format, so that a translator can read and change them without seeing code.
 */
export function addTexts(texts: Readonly<Record<Locale, string>>): void {
  for (const language of LOCALES)
    bundles[language].addResource(new FluentResource(texts[language]), { allowOverrides: true })
}

/**
 * The text with this id in the language of the page; numbers and plurals follow that language.
 * A text that is missing shows its id, and a test fails: no other language steps in silently.
 *
 * @example t('members-count', { n: 3 })
 */
export function t(id: string, variables?: Record<string, FluentVariable>): string {
  return textIn(locale(), id, variables)
}

/** The same in one language, for what speaks the language of a room and not of the page. */
export function textIn(language: Locale, id: string, variables?: Record<string, FluentVariable>): string {
  const bundle = bundles[language]
  const pattern = bundle.getMessage(id)?.value
  return pattern ? bundle.formatPattern(pattern, variables) : id
}

/** Whether the page has a text with this id, for ids that come from the server. */
export function hasText(id: string): boolean {
  return bundles[locale()].hasMessage(id)
}

/** Making one takes longer than writing a hundred numbers with it. */
const numberFormats = new Map<string, Intl.NumberFormat>()

/** A whole number or a number with so many decimals, as the language writes it. */
export function formatNumber(value: number, decimals = 0, language: Locale = locale()): string {
  const key = `${language} ${decimals}`
  const style = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', style)
  numberFormats.set(key, format)
  return format.format(value)
}

/** A day, as the reader's language writes it. */
export function formatDay(time: string): string {
  return new Intl.DateTimeFormat(locale() === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long' }).format(new Date(time))
}
