import type { Locale } from '../contract/common.ts'
import { CERTAINTIES } from '../contract/company-sheets.ts'
import type { LoadedInstrument } from '../instruments.ts'
import { text } from '../texts.ts'
import { type ExportedRound, type WhoColumn, wideNames } from './round-answers.ts'

/** Codes that stand in a rating where there is none; no scale has so high a step. They are set as user-missing. */
export const SPSS_MISSING = { unknown: 97, not_applicable: 98, not_answered: 99 } as const

/** Says that the file is UTF-8. */
const MARK = '\ufeff'
/** What the language allows: of a line of a command, of the label of a variable and of the label of a value, in bytes. */
const [MOST_LINE, MOST_LABEL, MOST_VALUE_LABEL] = [240, 255, 120]
/**
 * SPSS syntax that reads the wide CSV of a round: names, labels of variables and values, and the three ways in which an
 * answer can be missing as user-missing values. UTF-8; PSPP reads it too.
 *
 * @param csvName name of the CSV, which has to lie in the folder that the program works in.
 */
export function spssSyntax(exported: ExportedRound, csvName: string, locale: Locale): string {
  const names = wideNames([exported])
  return [
    `${MARK}* Reads the file ${csvName} in the current folder.`,
    command([
      'GET DATA',
      '/TYPE=TXT',
      `/FILE=${quoted(csvName)}`,
      "/ENCODING='UTF8'",
      '/ARRANGEMENT=DELIMITED',
      '/FIRSTCASE=2',
      "/DELIMITERS=';'",
      `/QUALIFIER='"'`,
      '/VARIABLES=',
      ...names.who.map((name) => `${name} ${WHO_FORMATS[name]}`),
      ...names.ratings.map((name) => `${name} F4.0`),
      ...names.missing.map((name) => `${name} A16`),
      ...names.certainty.map((name) => `${name} A16`),
    ]),
    command(['DO REPEAT rating =', ...names.ratings, '/why =', ...names.missing]),
    ...Object.entries(SPSS_MISSING).map(([code, value]) => `IF (why = '${code}') rating = ${value}.`),
    'END REPEAT.',
    'EXECUTE.',
    command(['VARIABLE LABELS', ...labelsOf(exported.instrument, names, locale).map(withoutFirstSlash)]),
    ...valueLabels(exported.instrument, names, locale),
    ...certaintyLabels(names, locale),
    command(['MISSING VALUES', ...names.ratings, `(${Object.values(SPSS_MISSING).join(', ')})`]),
    command(['VARIABLE LEVEL', ...names.ratings, '(ORDINAL)']),
    'EXECUTE.',
    '',
  ].join('\r\n')
}

const WHO_FORMATS: Readonly<Record<WhoColumn, string>> = { respondent: 'A36', name: 'A330', group: 'A40' }

type Names = ReturnType<typeof wideNames>

function labelsOf(
  { texts }: LoadedInstrument,
  { slots, ratings, missing, certainty }: Names,
  locale: Locale,
): string[] {
  const own = texts[locale]
  return slots.flatMap(({ itemId, horizon }, index) => {
    const label = `${own.items[itemId]?.question ?? itemId} (${own.horizons[horizon]?.name ?? horizon})`
    const sure = certainty[index]
    return [
      labelled(`/${ratings[index]}`, label, MOST_LABEL),
      labelled(`/${missing[index]}`, text(locale, 'export-file-spss-missing', { label }), MOST_LABEL),
      ...(sure === undefined
        ? []
        : [labelled(`/${sure}`, text(locale, 'export-file-spss-certainty', { label }), MOST_LABEL)]),
    ]
  })
}

/** A slash stands between two labels, and not before the first. */
function withoutFirstSlash(label: string, index: number): string {
  return index === 0 ? label.slice(1) : label
}

/** One command for each question: what stands at its steps is the question's own. */
function valueLabels({ texts, scale }: LoadedInstrument, { slots, ratings }: Names, locale: Locale): string[] {
  const bySlot = slots.map(({ itemId }, index) => ({ itemId, name: ratings[index] ?? '' }))
  return [...Map.groupBy(bySlot, ({ itemId }) => itemId)].map(([itemId, own]) => {
    const anchors = texts[locale].items[itemId]?.anchors ?? {}
    const steps = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index)
    return command([
      'VALUE LABELS',
      ...own.map(({ name }) => name),
      ...steps.flatMap((step) => {
        const words = anchors[step] ?? texts[locale].scale[step]
        return words === undefined ? [] : [labelled(String(step), words, MOST_VALUE_LABEL)]
      }),
      ...Object.entries(SPSS_MISSING).map(([code, value]) =>
        labelled(String(value), text(locale, `export-file-missing-${code}`), MOST_VALUE_LABEL),
      ),
    ])
  })
}

/** What the codes of certainty mean; nothing where no column says how sure somebody was. */
function certaintyLabels({ certainty }: Names, locale: Locale): string[] {
  if (certainty.length === 0) return []
  const codes = CERTAINTIES.map((code) =>
    labelled(quoted(code), text(locale, `export-file-certainty-${code}`), MOST_VALUE_LABEL),
  )
  return [command(['VALUE LABELS', ...certainty, ...codes])]
}

/** A command: its words on lines that are short enough, the ones after the first set in, and a full stop at the end. */
function command(words: readonly string[]): string {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`
    const isNew = line !== '' && (word.startsWith('/') || word.includes('\r\n') || bytesOf(longer) > MOST_LINE)
    if (isNew) {
      lines.push(line)
      line = `  ${word}`
    } else line = longer
  }
  return `${[...lines, line].join('\r\n')}.`
}

/** A name with its label; a label that is too long for a line goes on in a next one, which the language joins with `+`. */
function labelled(name: string, label: string, mostBytes: number): string {
  const whole = cut(label.replace(/\s+/g, ' ').trim(), mostBytes)
  const parts: string[] = []
  let part = ''
  for (const letter of whole) {
    if (bytesOf(quoted(part + letter)) > MOST_LINE - 80) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return `${name} ${[...parts, part].map(quoted).join(' +\r\n    ')}`
}

/** As much of a text as fits, in bytes of UTF-8, whole letters only. */
function cut(text: string, mostBytes: number): string {
  if (bytesOf(text) <= mostBytes) return text
  let short = ''
  let bytes = bytesOf('…')
  for (const letter of text) {
    bytes += bytesOf(letter)
    if (bytes > mostBytes) break
    short += letter
  }
  return `${short.trimEnd()}…`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text)
}
