import Excel from 'exceljs'
import { LOCALES, type Locale } from '../contract/common.ts'
import type { LoadedInstrument } from '../instruments.ts'
import { BETWEEN_REFERENCES } from './xlsform-draft.ts'

/** A sheet to be written: its header and its rows. */
interface SheetContent {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

const LANGUAGES: Readonly<Record<Locale, string>> = { nl: 'Nederlands (nl)', en: 'English (en)' }
const SCALE_LIST = 'scale'
const NARROW = 14
const WIDE = 48

/** The columns of words in both languages. */
export function inLanguages(name: string): string[] {
  return LOCALES.map((locale) => `${name}::${LANGUAGES[locale]}`)
}

/**
 * An instrument as an XLSForm. Importing it gives the same instrument, apart from id and version: what a form has no
 * place for stands in columns and sheets that other tools pass over.
 *
 * @returns the bytes of an .xlsx file.
 */
export function instrumentForm(instrument: LoadedInstrument): Promise<Buffer> {
  return writeForm([
    surveyOf(instrument),
    choicesOf(instrument),
    settingsOf(instrument),
    partsOf(instrument, 'dimensions', 'explanation', (text) => text.dimensions),
    partsOf(instrument, 'perspectives', 'explanation', (text) => text.perspectives),
    partsOf(instrument, 'horizons', 'stem', (text) =>
      Object.fromEntries(
        Object.entries(text.horizons).map(([id, { name, stem }]) => [id, { name, explanation: stem }]),
      ),
    ),
    ...(instrument.themes === undefined ? [] : [themesOf(instrument)]),
  ])
}

/** Writes sheets as a workbook with a header that stays in sight. */
export async function writeForm(sheets: readonly SheetContent[]): Promise<Buffer> {
  const workbook = new Excel.Workbook()
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map((header) => ({ header, width: header.includes('::') ? WIDE : NARROW }))
    sheet.getRow(1).font = { bold: true }
    for (const row of rows)
      sheet.addRow(row.map((cell) => (cell === '' ? null : cell))).alignment = { wrapText: true, vertical: 'top' }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

type Item = LoadedInstrument['items'][number]

function surveyOf({ items, texts, themes }: LoadedInstrument): SheetContent {
  const words = (read: (text: LoadedInstrument['texts']['nl']['items'][string] | undefined) => string | undefined) => {
    return (item: Item) => LOCALES.map((locale) => read(texts[locale].items[item.id]) ?? '')
  }
  const optional: [string, (item: Item) => string][] = [
    ['theme', ({ theme }) => theme ?? ''],
    ['code', ({ code }) => code ?? ''],
    ['ref_ir', ({ references }) => (references?.ir ?? []).join(BETWEEN_REFERENCES)],
    ['ref_gri', ({ references }) => (references?.gri ?? []).join(BETWEEN_REFERENCES)],
    ['ref_gri_note', ({ references }) => references?.griNote ?? ''],
    ['ref_vsme', ({ references }) => (references?.vsme ?? []).join(BETWEEN_REFERENCES)],
    ['ref_sdg', ({ references }) => (references?.sdg ?? []).join(BETWEEN_REFERENCES)],
  ]
  const used = optional.filter(
    ([name, read]) => (name === 'theme' && themes !== undefined) || items.some((item) => read(item) !== ''),
  )
  const parts = [
    words((text) => text?.question),
    words((text) => text?.explanation),
    words((text) => text?.example),
    words((text) => text?.topic),
  ]
  return {
    name: 'survey',
    columns: [
      ...['type', 'name'],
      ...['label', 'hint', 'example', 'topic'].flatMap(inLanguages),
      ...['dimension', 'perspective', 'reverse', 'pulse'],
      ...used.map(([name]) => name),
    ],
    rows: items.map((item) => [
      `select_one ${listOf(item, texts)}`,
      item.id,
      ...parts.flatMap((read) => read(item)),
      item.dimension,
      item.perspective,
      item.reverse ? 'yes' : 'no',
      item.inPulse ? 'yes' : 'no',
      ...used.map(([, read]) => read(item)),
    ]),
  }
}

/** The list of a question: that of the scale when it has no words of its own. */
function listOf({ id }: Item, texts: LoadedInstrument['texts']): string {
  const isOwn = LOCALES.some((locale) => Object.keys(texts[locale].items[id]?.anchors ?? {}).length > 0)
  return isOwn ? `${SCALE_LIST}_${id}` : SCALE_LIST
}

function choicesOf({ items, texts, scale }: LoadedInstrument): SheetContent {
  const steps = Array.from({ length: scale.max - scale.min + 1 }, (_, step) => scale.min + step)
  const general = (step: number, locale: Locale) => texts[locale].scale[String(step)] ?? String(step)
  const rows = (list: string, words: (step: number, locale: Locale) => string) =>
    steps.map((step) => [list, String(step), ...LOCALES.map((locale) => words(step, locale)), step])
  return {
    name: 'choices',
    columns: ['list_name', 'name', ...inLanguages('label'), 'score'],
    rows: [
      ...rows(SCALE_LIST, general),
      ...items.flatMap((item) => {
        const list = listOf(item, texts)
        if (list === SCALE_LIST) return []
        return rows(
          list,
          (step, locale) => texts[locale].items[item.id]?.anchors[String(step)] ?? general(step, locale),
        )
      }),
    ],
  }
}

function settingsOf({ id, version, texts, scale, balance, scores }: LoadedInstrument): SheetContent {
  return {
    name: 'settings',
    columns: [
      ...['form_title', `form_title::${LANGUAGES.en}`, 'form_id', 'version', 'default_language'],
      ...inLanguages('description'),
      ...['scale_list', 'scale_kind', 'balance', 'scores'],
    ],
    rows: [
      [
        ...[texts.nl.title, texts.en.title, id, version, LANGUAGES.nl],
        ...LOCALES.map((locale) => texts[locale].description),
        ...[SCALE_LIST, scale.kind ?? '', balance ? 'yes' : 'no', scores ? 'yes' : 'no'],
      ],
    ],
  }
}

function partsOf(
  instrument: LoadedInstrument,
  name: 'dimensions' | 'perspectives' | 'horizons',
  words: string,
  read: (text: LoadedInstrument['texts']['nl']) => Readonly<Record<string, { name: string; explanation: string }>>,
): SheetContent {
  const [nl, en] = [read(instrument.texts.nl), read(instrument.texts.en)]
  return {
    name,
    columns: ['name', ...inLanguages('label'), ...inLanguages(words)],
    rows: instrument[name].map((id) => [
      id,
      ...[nl, en].map((part) => part[id]?.name ?? id),
      ...[nl, en].map((part) => part[id]?.explanation ?? ''),
    ]),
  }
}

function themesOf({ themes = [], texts }: LoadedInstrument): SheetContent {
  return {
    name: 'themes',
    columns: ['name', ...inLanguages('label')],
    rows: themes.map((id) => [id, ...LOCALES.map((locale) => texts[locale].themes?.[id]?.name ?? id)]),
  }
}
