import type { OwnExample } from '../../server/contract/examples.ts'
import type { Example, GuideTexts, Theme } from '../../server/contract/guides.ts'
import type { Locale } from '../i18n/locale.ts'

/** A case from elsewhere or an example of the organisation's own, as a list shows it. */
export interface Case {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly what: string
  readonly why: string
  readonly capitals: readonly string[]
  /** '' for an own example. */
  readonly theme: Theme | ''
  /** What it has in common with others, in words. */
  readonly conditions: readonly string[]
  /** `url` '' where there is only a name. */
  readonly sources: readonly { readonly title: string; readonly url: string }[]
  readonly isOwn: boolean
}

/** What a reader looks for; '' everywhere is everything. */
export interface CaseSearch {
  readonly words: string
  readonly theme: string
  readonly capital: string
}

/** A case of the library in one language. */
export function caseOf(
  { id, texts, theme, capitals, conditions, sources }: Example,
  guide: GuideTexts,
  language: Locale,
): Case {
  return {
    id,
    ...texts[language],
    capitals,
    theme,
    conditions: conditions.map((code) => guide.conditions[code]),
    sources: sources.map(({ title, url, year }) => ({ title: year ? `${title} (${year})` : title, url })),
    isOwn: false,
  }
}

/** An own example as a case. An address becomes a link only when it is one of the web. */
export function ownCase({ id, content: { title, place, what, why, capitals, source } }: OwnExample): Case {
  const sources = source === '' ? [] : [{ title: source, url: webAddress(source) }]
  return { id, title, place, what, why, capitals, theme: '', conditions: [], sources, isOwn: true }
}

/** The cases that hold all words and belong to the theme and the capital, in their order. */
export function findCases(cases: readonly Case[], { words, theme, capital }: CaseSearch): readonly Case[] {
  const sought = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return cases.filter((one) => {
    const text = [one.title, one.place, one.what, one.why, ...one.conditions].join(' ').toLowerCase()
    const fits = (theme === '' || one.theme === theme) && (capital === '' || one.capitals.includes(capital))
    return fits && sought.every((word) => text.includes(word))
  })
}

function webAddress(text: string): string {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text) ? text : ''
}
