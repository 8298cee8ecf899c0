import { STAKEHOLDER_GROUPS, type StakeholderGroup } from '../contract/common.ts'
import type { AnswersMapping, AnswersPreview, ValueMeaning } from '../contract/imports.ts'
import { answerCharacter, isAnswered, UNANSWERED } from '../domain/answer.ts'
import type { LoadedInstrument } from '../instruments.ts'
import { type FoundColumn, findColumns } from './answers-columns.ts'
import type { ImportedRespondent, ImportedRound } from './answers-csv.ts'
import type { AnswersFault, AnswersTable } from './answers-table.ts'
import { AnswerValues, groupNamed, valueKey } from './answers-values.ts'

/** How a wide file is to be read. */
export interface WideOptions {
  readonly instrument: LoadedInstrument
  readonly horizon: string
  readonly isOpen: boolean
  readonly period: string
  readonly mapping: AnswersMapping
}

/** What a wide file holds. */
export interface WideAnswers {
  readonly columns: readonly FoundColumn[]
  readonly values: AnswersPreview['values']
  readonly groups: AnswersPreview['groups']
  /** Undefined when no column holds answers. A respondent without a name has an empty one. */
  readonly round: ImportedRound | undefined
  /** The first of them, by their order in the file. */
  readonly faults: readonly AnswersFault[]
  readonly faultCount: number
  /** Rows in which nothing is answered. */
  readonly emptyRows: number
  readonly missing: number
  /** Whether the second line says what the columns are, once more. */
  readonly hasSecondHeader: boolean
}

/** Texts and groups that are listed, the most frequent first; a file in which there are more was mapped wrongly. */
const MOST_VALUES = 60

/** Reads a file with one row for each respondent and one column for each question; never throws. */
export function readWide(table: AnswersTable, options: WideOptions): WideAnswers {
  const said = new Map(options.mapping.columns.map(({ place, use }) => [place, use]))
  const columns = findColumns(table, { ...options, said })
  return new WideReader(table, columns, options).read()
}

interface AnswerColumn {
  readonly place: number
  readonly header: string
  readonly item: string
  readonly horizon: string
}

class WideReader {
  readonly #table: AnswersTable
  readonly #columns: readonly FoundColumn[]
  readonly #options: WideOptions
  readonly #answers: readonly AnswerColumn[]
  readonly #values: AnswerValues
  readonly #groupsSaid: ReadonlyMap<string, StakeholderGroup | null>
  readonly #faults: AnswersFault[] = []
  #faultCount = 0

  constructor(table: AnswersTable, columns: readonly FoundColumn[], options: WideOptions) {
    this.#table = table
    this.#columns = columns
    this.#options = options
    this.#values = new AnswerValues(options.instrument, options.mapping.values)
    this.#groupsSaid = new Map(options.mapping.groups.map(({ text, means }) => [valueKey(text), means]))
    this.#answers = columns.flatMap(({ place, header, use }) => {
      return use.kind === 'answer' ? [{ place, header, item: use.item, horizon: use.horizon }] : []
    })
  }

  read(): WideAnswers {
    this.#checkColumns()
    const rows = this.#rows()
    const respondents: ImportedRespondent[] = []
    let [emptyRows, missing] = [0, 0]
    const { itemIds, horizons } = this.#asked()
    const slots = itemIds.flatMap((item) => horizons.map((horizon) => this.#columnOf(item, horizon)))
    for (const { line, cells } of rows) {
      const answers = slots.map((column) => this.#character(column, line, cells)).join('')
      const group = this.#groupOf(line, cells)
      const name = this.#nameOf(cells)
      if (isAnswered(answers)) respondents.push({ name, group, answers })
      else emptyRows += 1
      for (const character of answers) if (character === '?' || character === '-') missing += 1
    }
    if (this.#answers.length > 0 && respondents.length === 0 && this.#faults.length === 0)
      this.#fault(this.#table.headerLine, null, 'nobody')
    return {
      columns: this.#columns,
      values: this.#listValues(rows),
      groups: this.#listGroups(rows),
      round: this.#answers.length === 0 ? undefined : this.#round(respondents),
      faults: this.#faults,
      faultCount: this.#faultCount,
      emptyRows,
      missing,
      hasSecondHeader: rows.length < this.#table.rows.length,
    }
  }

  #checkColumns(): void {
    const { instrument } = this.#options
    const seen = new Set<string>()
    for (const { header, item, horizon } of this.#answers) {
      const isKnown = instrument.items.some(({ id }) => id === item) && instrument.horizons.includes(horizon)
      if (!isKnown) this.#fault(this.#table.headerLine, header, 'item')
      if (seen.has(`${item} ${horizon}`)) this.#fault(this.#table.headerLine, header, 'column-twice')
      seen.add(`${item} ${horizon}`)
    }
    if (this.#answers.length === 0) this.#fault(this.#table.headerLine, null, 'no-answers')
  }

  /** LimeSurvey and others may say what the columns are on two lines: codes, and the questions. */
  #rows(): AnswersTable['rows'] {
    const [first, ...others] = this.#table.rows
    if (first === undefined) return []
    const again = findColumns({ ...this.#table, header: first.cells, rows: [] }, { ...this.#options, said: new Map() })
    const isHeader =
      this.#answers.length > 1 &&
      this.#answers.every(({ place, item }) => {
        const use = again[place]?.use
        return use?.kind === 'answer' && use.item === item
      })
    return isHeader ? others : this.#table.rows
  }

  #asked(): { itemIds: string[]; horizons: string[] } {
    const { instrument } = this.#options
    return {
      itemIds: instrument.items.flatMap(({ id }) => (this.#answers.some(({ item }) => item === id) ? [id] : [])),
      horizons: instrument.horizons.filter((one) => this.#answers.some(({ horizon }) => horizon === one)),
    }
  }

  #columnOf(item: string, horizon: string): AnswerColumn | undefined {
    return this.#answers.find((column) => column.item === item && column.horizon === horizon)
  }

  #character(column: AnswerColumn | undefined, line: number, cells: readonly string[]): string {
    if (column === undefined) return UNANSWERED
    const text = cells[column.place] ?? ''
    const meant = this.#values.meaningOf(text, column.item)?.means
    const { scale } = this.#options.instrument
    if (typeof meant === 'number') {
      if (meant >= scale.min && meant <= scale.max) return answerCharacter({ rating: meant }, scale)
      this.#fault(line, column.header, 'off-scale', { value: String(meant), min: scale.min, max: scale.max })
    } else if (meant === undefined) {
      const isNumber = /^-?\d{1,6}([.,]\d{1,6})?$/.test(text)
      if (isNumber) this.#fault(line, column.header, 'off-scale', { value: text, min: scale.min, max: scale.max })
      else this.#fault(line, column.header, 'value', { value: shortened(text) })
    } else if (meant !== 'unanswered') return answerCharacter({ missing: meant }, scale)
    return UNANSWERED
  }

  #nameOf(cells: readonly string[]): string {
    if (!this.#options.isOpen) return ''
    const parts = this.#columns.flatMap(({ place, use }) => (use.kind === 'name' ? [cells[place] ?? ''] : []))
    return parts
      .filter((part) => part !== '')
      .join(' ')
      .slice(0, MOST_NAME)
  }

  #groupOf(line: number, cells: readonly string[]): StakeholderGroup | null {
    for (const { place, header, use } of this.#columns) {
      const text = cells[place] ?? ''
      if (use.kind !== 'group' || text === '') continue
      const group = this.#groupMeant(text)
      if (group === undefined) this.#fault(line, header, 'group', { value: shortened(text) })
      return group ?? null
    }
    return null
  }

  #groupMeant(text: string): StakeholderGroup | null | undefined {
    const said = this.#groupsSaid.get(valueKey(text))
    return said === undefined ? groupNamed(text) : said
  }

  #round(respondents: readonly ImportedRespondent[]): ImportedRound {
    const present = new Set(respondents.map(({ group }) => group))
    return {
      organisation: null,
      period: this.#options.period,
      ...this.#asked(),
      groups: STAKEHOLDER_GROUPS.filter((group) => present.has(group)),
      respondents,
      line: this.#table.headerLine,
    }
  }

  #listValues(rows: AnswersTable['rows']): AnswersPreview['values'] {
    const times = new Map<string, { text: string; times: number }>()
    for (const { place, item } of this.#answers) {
      const inColumn = new Map<string, number>()
      for (const { cells } of rows) {
        const text = cells[place] ?? ''
        if (text !== '') inColumn.set(text, (inColumn.get(text) ?? 0) + 1)
      }
      for (const [text, n] of inColumn) {
        if (this.#values.isOfItem(text, item)) continue
        const known = times.get(valueKey(text))
        if (known === undefined) times.set(valueKey(text), { text: text.slice(0, MOST_TEXT), times: n })
        else known.times += n
      }
    }
    return mostFrequent([...times.values()]).map((value) => {
      const meant = this.#values.generalMeaning(value.text)
      const means: ValueMeaning | null = meant?.means ?? null
      return { ...value, means, isGuess: meant?.isGuess ?? false }
    })
  }

  #listGroups(rows: AnswersTable['rows']): AnswersPreview['groups'] {
    const times = new Map<string, { text: string; times: number }>()
    const places = this.#columns.flatMap(({ place, use }) => (use.kind === 'group' ? [place] : []))
    for (const { cells } of rows) {
      const text = places.map((place) => cells[place] ?? '').find((cell) => cell !== '')
      if (text === undefined) continue
      const known = times.get(valueKey(text))
      if (known === undefined) times.set(valueKey(text), { text: text.slice(0, MOST_TEXT), times: 1 })
      else known.times += 1
    }
    return mostFrequent([...times.values()]).map((value) => {
      const means = this.#groupMeant(value.text)
      return { ...value, means: means ?? null, isKnown: means !== undefined }
    })
  }

  #fault(
    line: number,
    column: string | null,
    code: AnswersFault['code'],
    variables: AnswersFault['variables'] = {},
  ): void {
    this.#faultCount += 1
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ line, column, code, variables })
  }
}

const MOST_FAULTS = 200
const MOST_NAME = 80
const MOST_TEXT = 300
const MOST_QUOTED = 60

function shortened(text: string): string {
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}...` : text
}

function mostFrequent<Value extends { readonly text: string; readonly times: number }>(values: Value[]): Value[] {
  return values.sort((a, b) => b.times - a.times || (a.text < b.text ? -1 : 1)).slice(0, MOST_VALUES)
}
