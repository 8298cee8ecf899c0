import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { LOCALES, type Locale } from './contract/common.ts'
import { DATA_ROOT } from './paths.ts'

const PARTS = [
  'problems',
  'staff-problems',
  'account-problems',
  'commands',
  'calendar',
  'mail',
  'audit',
  'import-faults',
  'export-files',
  'planning',
  'public',
  'sectors',
]
const bundles = new Map<Locale, FluentBundle>(LOCALES.map((locale) => [locale, loadBundle(locale)]))

/**
 * A text of the server or of a command in a reader's language, from `data/texts/<locale>/{problems,staff-problems,account-problems,commands,calendar,mail,audit,import-faults,export-files,planning,public,sectors}.ftl`.
 *
 * @throws {RangeError} there is no text with this id: a test compares ids with the files.
 */
export function text(locale: Locale, id: string, variables?: Record<string, FluentVariable>): string {
  const bundle = bundles.get(locale)
  const pattern = bundle?.getMessage(id)?.value
  if (!bundle || !pattern) throw new RangeError(`no text ${id} in ${locale}`)
  return bundle.formatPattern(pattern, variables)
}

/** Whether there is a text with this id. */
export function hasText(locale: Locale, id: string): boolean {
  return bundles.get(locale)?.hasMessage(id) ?? false
}

/**
 * The language of a request's `Accept-Language` header: the first of ours that it names, else Dutch.
 *
 * @example localeOfHeader('de, en-GB;q=0.8') // 'en'
 */
export function localeOfHeader(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().slice(0, 2))
  return (
    LOCALES.find((locale) => locale === wanted.find((language) => LOCALES.some((known) => known === language))) ?? 'nl'
  )
}

/** The language of who runs a command, from the environment as terminals set it. */
export function localeOfTerminal(env: Readonly<Record<string, string | undefined>>): Locale {
  const language = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return language.toLowerCase().startsWith('nl') ? 'nl' : 'en'
}

function loadBundle(locale: Locale): FluentBundle {
  // Days as the British write them, as on the pages.
  const bundle = new FluentBundle(locale === 'en' ? 'en-GB' : locale, { useIsolating: false })
  for (const part of PARTS) {
    const path = join(DATA_ROOT, 'texts', locale, `${part}.ftl`)
    bundle.addResource(new FluentResource(readFileSync(path, 'utf8')))
  }
  return bundle
}
