import { LOCALES, type Locale } from '../contract/common.ts'
import { text } from '../texts.ts'
import type { FormBook } from './xlsform-book.ts'
import type { FormSettings } from './xlsform-settings.ts'
import { quoted, type Words } from './xlsform-sheet.ts'
import { type FormSurvey, isCode, NO_DIMENSION, NO_PERSPECTIVE } from './xlsform-survey.ts'

/** Something of an instrument that has a code and words: a dimension, a perspective, a horizon or a theme. */
export interface NamedPart {
  readonly id: string
  readonly name: Words
  /** Explanation of a dimension or perspective, stem of a horizon; empty words when there are none. */
  readonly words: Words
}

/** The named parts of a form, in their order. */
export interface NamedParts {
  readonly dimensions: readonly NamedPart[]
  readonly perspectives: readonly NamedPart[]
  readonly horizons: readonly NamedPart[]
  readonly themes: readonly NamedPart[]
}

const NOTHING: Words = { nl: '', en: '' }
/** Horizons that one instrument may have. */
const MOST_HORIZONS = 4

/**
 * What the dimensions, perspectives, horizons and themes of a form are called: by the sheet of that name when there is
 * one, else by groups and by words of ours.
 */
export function readNamedParts(book: FormBook, { questions, groups }: FormSurvey, settings: FormSettings): NamedParts {
  const grouped = new Map(
    groups.map(({ id, label, hint }) => [id, { id, name: label ?? same(id), words: hint ?? NOTHING }]),
  )
  const usual = new Map([
    [NO_DIMENSION, { id: NO_DIMENSION, name: settings.title ?? words('form-default-dimension'), words: NOTHING }],
    [NO_PERSPECTIVE, { id: NO_PERSPECTIVE, name: words('form-default-perspective'), words: NOTHING }],
  ])
  const usedOf = (part: 'dimension' | 'perspective' | 'theme') => questions.map((question) => question[part])
  const named = (sheet: string, used: readonly string[]): NamedPart[] => {
    const listed = readList(book, sheet, 'explanation')
    for (const { id, line } of listed)
      if (!used.includes(id)) book.findings.note({ sheet, line }, 'dimension-unused', { name: quoted(id) })
    const codes = new Set([...listed.map(({ id }) => id), ...used])
    return [...codes].flatMap((id) => {
      if (!used.includes(id) || id === '') return []
      const part = listed.find((known) => known.id === id) ?? grouped.get(id) ?? usual.get(id)
      return [part === undefined ? { id, name: same(id), words: NOTHING } : { id, name: part.name, words: part.words }]
    })
  }
  const horizons = readList(book, 'horizons', 'stem').slice(0, MOST_HORIZONS)
  const stem = settings.stem ?? words('form-default-stem')
  return {
    dimensions: named('dimensions', usedOf('dimension')),
    perspectives: named('perspectives', usedOf('perspective')),
    themes: named('themes', usedOf('theme')),
    horizons:
      horizons.length === 0
        ? [{ id: 'now', name: words('form-default-horizon'), words: stem }]
        : horizons.map((part) => ({ ...part, words: part.words.nl === '' ? stem : part.words })),
  }
}

function readList(book: FormBook, name: string, column: string): (NamedPart & { readonly line: number })[] {
  const seen = new Set<string>()
  return book.get(name).rows.flatMap((row) => {
    if (row.isEmpty) return []
    const id = row.text('name')
    if (!isCode(id)) row.fault('name', id === '' ? 'name-missing' : 'name-code', { value: quoted(id) })
    else if (seen.has(id)) row.fault('name', 'name-twice', { name: id })
    if (!isCode(id) || seen.has(id)) return []
    seen.add(id)
    return [{ id, line: row.line, name: row.words('label') ?? same(id), words: row.words(column) ?? NOTHING }]
  })
}

function same(id: string): Words {
  return { nl: id, en: id }
}

function words(id: string): Words {
  const [nl, en] = LOCALES.map((locale: Locale) => text(locale, id))
  return { nl: nl ?? '', en: en ?? '' }
}
