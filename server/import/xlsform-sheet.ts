import type { FluentVariable } from '@fluent/bundle'
import type { Locale } from '../contract/common.ts'
import type { CellValue, PlainSheet } from './workbook.ts'

/** What can be wrong in a form. Sentences: `form-fault-<code>` and `form-mend-<code>` in `data/texts/<locale>/import-faults.ftl`. */
export type FormFaultCode =
  | 'sheet-missing'
  | 'column-missing'
  | 'column-twice'
  | 'cell-formula'
  | 'cell-error'
  | 'cell-long'
  | 'type-missing'
  | 'type-unknown'
  | 'end-without-begin'
  | 'begin-without-end'
  | 'name-missing'
  | 'name-code'
  | 'name-twice'
  | 'label-missing'
  | 'reference'
  | 'list-unknown'
  | 'code'
  | 'yes-no'
  | 'score-missing'
  | 'score-number'
  | 'score-twice'
  | 'score-gap'
  | 'score-steps'
  | 'scale-differs'
  | 'pole-missing'
  | 'nothing-asked'
  | 'too-many-items'
  | 'balance'

/** What is good to know. Sentences: `form-note-<code>`. */
export type FormNoteCode =
  | 'one-language'
  | 'other-languages'
  | 'word-missing'
  | 'nested-group'
  | 'no-group'
  | 'relevant'
  | 'or-other'
  | 'note-row'
  | 'names-as-scores'
  | 'choice-left-out'
  | 'column-unused'
  | 'dimension-unused'

interface At {
  readonly sheet: string
  readonly line: number
}

/** One fault in a form. `column`: its header; empty for a whole row. */
export interface FormFault extends At {
  readonly column: string
  readonly code: FormFaultCode
  readonly variables: Readonly<Record<string, FluentVariable>>
}

/** One thing to know about a form. `line` 0: about the whole of it. */
export interface FormNote extends At {
  readonly code: FormNoteCode
  readonly variables: Readonly<Record<string, FluentVariable>>
}

/** What was found while a form was read, all of it. */
export class Findings {
  readonly faults: FormFault[] = []
  readonly notes: FormNote[] = []

  fault(at: At, column: string, code: FormFaultCode, variables: FormFault['variables'] = {}): void {
    this.faults.push({ sheet: at.sheet, line: at.line, column, code, variables })
  }

  note(at: At, code: FormNoteCode, variables: FormNote['variables'] = {}): void {
    this.notes.push({ sheet: at.sheet, line: at.line, code, variables })
  }
}

/** Words in both languages; what a form leaves out in one is taken from the other. */
export interface Words {
  readonly nl: string
  readonly en: string
}

const LONGEST_QUOTED = 60

/** What stood in a cell, short enough for a sentence. */
export function quoted(value: string): string {
  const plain = value.replace(/\p{Cc}/gu, ' ')
  return plain.length > LONGEST_QUOTED ? `${plain.slice(0, LONGEST_QUOTED)}...` : plain
}

/** A header: what the column is, and of which language: `nl`, `en`, any other as it is written, or none. */
function readHeader(header: string): { readonly name: string; readonly language: string } {
  const [, base = header, rest = ''] = /^([^:]*?)\s*::?\s*(.+)$/.exec(header) ?? []
  const name = base
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  return { name, language: localeNamed(rest) }
}

const LANGUAGES = new Map<string, Locale>([
  ['nl', 'nl'],
  ['nederlands', 'nl'],
  ['dutch', 'nl'],
  ['en', 'en'],
  ['english', 'en'],
  ['engels', 'en'],
])

/** `Nederlands (nl)`, `nl-NL` and `Dutch` are `nl`; a language that is neither of ours stays as it is written. */
export function localeNamed(language: string): string {
  const plain = language.trim().toLowerCase()
  const code = /\(([a-z]{2,3})(?:[-_][a-z0-9]+)*\)$/.exec(plain)?.[1] ?? /^([a-z]{2})[-_][a-z]{2}$/.exec(plain)?.[1]
  return LANGUAGES.get(code ?? plain) ?? LANGUAGES.get(plain) ?? plain
}

interface Column {
  readonly place: number
  readonly header: string
  readonly name: string
  readonly language: string
}

/** A sheet of a form, read by the names of its columns. Names come from outside, so everything is looked up in maps. */
export class FormSheet {
  readonly name: string
  readonly rows: readonly FormRow[]
  readonly findings: Findings
  readonly headerLine: number
  readonly #columns: readonly Column[]
  readonly #used = new Set<string>()

  constructor(sheet: PlainSheet, findings: Findings) {
    const [header, ...rows] = sheet.rows
    this.name = sheet.name
    this.findings = findings
    this.headerLine = header?.line ?? 1
    this.#columns = (header?.cells ?? []).flatMap((cell, place) => {
      const text = textOf(cell)
      return text === undefined || text === '' ? [] : [{ place, header: text, ...readHeader(text) }]
    })
    this.rows = rows.map(({ line, cells }) => new FormRow(this, line, cells))
    this.#refuseTwins()
  }

  has(name: string): boolean {
    return this.#columns.some((column) => column.name === name)
  }

  /** The column without a language, or the only one there is. */
  find(name: string): Column | undefined {
    this.#used.add(name)
    const own = this.#columns.filter((column) => column.name === name)
    return own.find(({ language }) => language === '') ?? own[0]
  }

  /** Columns of these words by language. */
  languagesOf(name: string): ReadonlyMap<string, Column> {
    this.#used.add(name)
    return new Map(this.#columns.flatMap((column) => (column.name === name ? [[column.language, column]] : [])))
  }

  /** Headers that nobody asked for, except those of other tools that say nothing about words or steps. */
  unused(ignored: ReadonlySet<string>): string[] {
    return this.#columns
      .filter(({ name }) => !this.#used.has(name) && !ignored.has(name))
      .map(({ header }) => quoted(header))
  }

  #refuseTwins(): void {
    const seen = new Set<string>()
    for (const { header, name, language } of this.#columns) {
      const key = JSON.stringify([name, language])
      if (seen.has(key))
        this.findings.fault({ sheet: this.name, line: this.headerLine }, quoted(header), 'column-twice')
      seen.add(key)
    }
  }
}

/** Longest text of a cell that people see. */
const MOST_LETTERS = 1_000

/** One row of such a sheet. */
export class FormRow {
  readonly sheet: string
  readonly line: number
  readonly #of: FormSheet
  readonly #cells: readonly CellValue[]

  constructor(of: FormSheet, line: number, cells: readonly CellValue[]) {
    this.sheet = of.name
    this.line = line
    this.#of = of
    this.#cells = cells
  }

  get isEmpty(): boolean {
    return this.#cells.every((cell) => textOf(cell) === '')
  }

  /** What stands in this column, trimmed; empty for nothing and for what was refused. */
  text(name: string): string {
    const column = this.#of.find(name)
    return column === undefined ? '' : this.#read(column)
  }

  /** The words of this column in both languages; undefined when there are none. */
  words(name: string): Words | undefined {
    const columns = this.#of.languagesOf(name)
    const said = new Map([...columns].map(([language, column]) => [language, this.#read(column)]))
    const other = [...said.values()].find((text) => text !== '')
    if (other === undefined) return undefined
    const [nl, en] = [said.get('nl') || said.get(''), said.get('en') || said.get('')]
    const words = { nl: nl || en || other, en: en || nl || other }
    for (const [locale, text] of [
      ['nl', nl],
      ['en', en],
    ] as const)
      if (!text && columns.has('nl') && columns.has('en'))
        this.#of.findings.note(this, 'word-missing', { column: name, language: locale })
    return words
  }

  fault(column: string, code: FormFaultCode, variables: FormFault['variables'] = {}): void {
    this.#of.findings.fault(this, this.#of.find(column)?.header ?? column, code, variables)
  }

  note(code: FormNoteCode, variables: FormNote['variables'] = {}): void {
    this.#of.findings.note(this, code, variables)
  }

  #read({ place, header }: Column): string {
    const cell = this.#cells[place] ?? null
    const text = textOf(cell)
    if (text === undefined) {
      const isFormula = cell !== null && typeof cell === 'object' && cell.fault === 'formula'
      const shown = cell !== null && typeof cell === 'object' ? quoted(cell.text) : ''
      this.#refuseOnce(header, isFormula ? 'cell-formula' : 'cell-error', { value: shown })
      return ''
    }
    if (text.length <= MOST_LETTERS) return text
    this.#refuseOnce(header, 'cell-long', { most: MOST_LETTERS })
    return text.slice(0, MOST_LETTERS)
  }

  /** A cell may be asked more than once. */
  #refuseOnce(column: string, code: FormFaultCode, variables: FormFault['variables']): void {
    const { faults } = this.#of.findings
    const isKnown = faults.some(
      (known) =>
        known.sheet === this.sheet && known.line === this.line && known.column === column && known.code === code,
    )
    if (!isKnown) this.#of.findings.fault(this, column, code, variables)
  }
}

/** The text of a cell; undefined for a formula without a kept result, or an error. */
function textOf(cell: CellValue): string | undefined {
  if (cell === null) return ''
  if (typeof cell === 'object') return undefined
  return String(cell)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .normalize('NFC')
}
