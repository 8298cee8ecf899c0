import { LOCALES } from '../contract/common.ts'
import type { CompanySheet } from '../contract/company-sheets.ts'
import type { LoadedInstrument } from '../instruments.ts'

type Themes = CompanySheet['themes']

const MOST_IN_PART = 8

/**
 * What a team divides the questions of a round by: the themes of the instrument, in its order, each with its questions in
 * asked order. An instrument without themes gets parts of at most eight, without a name; so do questions without a theme.
 */
export function themesOf(instrument: LoadedInstrument, itemIds: readonly string[]): Themes {
  const themeOf = new Map(instrument.items.map(({ id, theme }) => [id, theme]))
  const codes = instrument.themes ?? []
  const named = codes.flatMap((code): Themes => {
    const items = itemIds.filter((id) => themeOf.get(id) === code)
    return items.length === 0 ? [] : [{ code, name: nameOf(instrument, code), items }]
  })
  const rest = itemIds.filter((id) => !codes.includes(themeOf.get(id) ?? ''))
  return [...named, ...partsOf(rest)]
}

function nameOf(instrument: LoadedInstrument, code: string): Themes[number]['name'] {
  const [nl, en] = LOCALES.map((locale) => instrument.texts[locale].themes?.[code]?.name)
  return nl === undefined || en === undefined ? null : { nl, en }
}

/** Parts of nearly the same length: of nine questions five and four, not eight and one. */
function partsOf(itemIds: readonly string[]): Themes {
  const parts = Math.ceil(itemIds.length / MOST_IN_PART)
  return Array.from({ length: parts }, (_, part) => {
    const [from, to] = [part, part + 1].map((at) => Math.round((at * itemIds.length) / parts))
    return { code: `part-${part + 1}`, name: null, items: itemIds.slice(from, to) }
  })
}
