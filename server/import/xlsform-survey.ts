import { type FormRow, type FormSheet, quoted, type Words } from './xlsform-sheet.ts'

/** A question of a form that becomes an item. */
export interface FormQuestion {
  readonly row: FormRow
  readonly id: string
  readonly list: string
  readonly label: Words
  readonly hint: Words | undefined
  readonly example: Words | undefined
  readonly topic: Words | undefined
  readonly dimension: string
  readonly perspective: string
  readonly theme: string
  readonly code: string
  readonly reverse: boolean
  /** Undefined when the form has no such column. */
  readonly pulse: boolean | undefined
  readonly references: FormReferences
}

/** What an item refers to, as texts by kind of source. */
export type FormReferences = Readonly<Record<'ir' | 'gri' | 'griNote' | 'vsme' | 'sdg', string>>

/** A group of a form: what a dimension is called. */
export interface FormGroup {
  readonly id: string
  readonly row: FormRow
  readonly label: Words | undefined
  readonly hint: Words | undefined
}

/** What a survey sheet holds. */
export interface FormSurvey {
  readonly questions: readonly FormQuestion[]
  /** The outermost groups, in the order of the form. */
  readonly groups: readonly FormGroup[]
  readonly leftOut: readonly { readonly line: number; readonly type: string; readonly label: string }[]
}

/** Dimension and perspective of questions for which a form names none. */
export const NO_DIMENSION = 'general'
export const NO_PERSPECTIVE = 'whole'
/** Most questions in one instrument. */
const MOST_ITEMS = 300

/** Types of XLSForm, of Kobo and of ODK that ask no step on a scale. */
const LEFT_OUT = new Set(
  `note integer int decimal range text string select_multiple select_one_from_file select_multiple_from_file
  select_one_external rank geopoint geotrace geoshape start-geopoint date time datetime image photo audio
  background-audio video file barcode calculate acknowledge trigger hidden xml-external csv-external start end today
  deviceid subscriberid simserial phonenumber username email audit begin_score end_score score__row begin_rank end_rank
  rank__level begin_kobomatrix end_kobomatrix`.split(/\s+/),
)

/** Reads the sheet `survey`: questions on a scale, groups, and what is left out. */
export function readSurvey(sheet: FormSheet, listNames: ReadonlySet<string>): FormSurvey {
  const reader = new SurveyReader(sheet, listNames)
  for (const row of sheet.rows) reader.take(row)
  return reader.finish()
}

interface OpenGroup {
  readonly row: FormRow
  readonly id: string
  readonly isRepeat: boolean
}

class SurveyReader {
  readonly #sheet: FormSheet
  readonly #listNames: ReadonlySet<string>
  readonly #questions: FormQuestion[] = []
  readonly #groups: FormGroup[] = []
  readonly #leftOut: { line: number; type: string; label: string }[] = []
  readonly #open: OpenGroup[] = []
  readonly #lines = new Map<string, number>()

  constructor(sheet: FormSheet, listNames: ReadonlySet<string>) {
    this.#sheet = sheet
    this.#listNames = listNames
  }

  take(row: FormRow): void {
    if (row.isEmpty) return
    const [type = '', list = '', ...more] = row
      .text('type')
      .replace(/^(begin|end)\s+(group|repeat)/i, '$1_$2')
      .replace(/^select\s+one(\s+from)?\s/i, 'select_one ')
      .replace(/^select\s+(multiple|all\s+that\s+apply)/i, 'select_multiple')
      .split(/\s+/)
    const kind = type.toLowerCase()
    if (kind === '') row.fault('type', 'type-missing')
    else if (kind === 'begin_group' || kind === 'begin_repeat') this.#begin(row, kind === 'begin_repeat')
    else if (kind === 'end_group' || kind === 'end_repeat') this.#end(row, kind === 'end_repeat')
    else if (LEFT_OUT.has(kind) || this.#isInRepeat) this.#leaveOut(row, kind)
    else if (kind === 'select_one') this.#ask(row, list, more)
    else row.fault('type', 'type-unknown', { value: quoted(type) })
  }

  finish(): FormSurvey {
    for (const { row } of this.#open) row.fault('type', 'begin-without-end')
    const [questions, first] = [this.#questions, { sheet: this.#sheet.name, line: this.#sheet.headerLine }]
    if (questions.length === 0 && this.#sheet.findings.faults.length === 0)
      this.#sheet.findings.fault(first, '', 'nothing-asked')
    if (questions.length > MOST_ITEMS)
      this.#sheet.findings.fault(first, '', 'too-many-items', { n: questions.length, most: MOST_ITEMS })
    return { questions, groups: this.#groups, leftOut: this.#leftOut }
  }

  get #isInRepeat(): boolean {
    return this.#open.some(({ isRepeat }) => isRepeat)
  }

  #begin(row: FormRow, isRepeat: boolean): void {
    const id = row.text('name')
    if (isRepeat) this.#leaveOut(row, 'begin_repeat')
    else if (id === '') row.fault('name', 'name-missing')
    else if (!isCode(id)) row.fault('name', 'name-code', { value: quoted(id) })
    else if (this.#open.length > 0) row.note('nested-group', { name: quoted(id) })
    else {
      this.#groups.push({ id, row, label: row.words('label'), hint: row.words('hint') })
      if (row.text('relevant') !== '') row.note('relevant', { name: quoted(id) })
    }
    this.#open.push({ row, id, isRepeat })
  }

  #end(row: FormRow, isRepeat: boolean): void {
    const open = this.#open.at(-1)
    if (open?.isRepeat !== isRepeat) row.fault('type', 'end-without-begin')
    else this.#open.pop()
  }

  #leaveOut(row: FormRow, type: string): void {
    const label = row.words('label')?.nl ?? row.text('name')
    this.#leftOut.push({ line: row.line, type, label: quoted(label) })
    if (type === 'note') row.note('note-row')
  }

  #ask(row: FormRow, list: string, more: readonly string[]): void {
    const id = row.text('name')
    const label = row.words('label')
    this.#checkName(row, id)
    if (list === '' || !this.#listNames.has(list)) row.fault('type', 'list-unknown', { list: quoted(list) })
    if (more.includes('or_other')) row.note('or-other')
    if (label === undefined) row.fault('label', 'label-missing')
    else if (/\$\{/.test(label.nl + label.en)) row.fault('label', 'reference')
    if (row.text('relevant') !== '') row.note('relevant', { name: quoted(id) })
    this.#questions.push({
      row,
      id,
      list,
      label: label ?? { nl: id, en: id },
      hint: row.words('hint'),
      example: row.words('example'),
      topic: row.words('topic'),
      dimension: this.#code(row, 'dimension') || this.#group(row) || NO_DIMENSION,
      perspective: this.#code(row, 'perspective') || NO_PERSPECTIVE,
      theme: this.#code(row, 'theme'),
      code: row.text('code').slice(0, 40),
      reverse: yesOrNo(row, 'reverse') ?? false,
      pulse: this.#sheet.has('pulse') ? (yesOrNo(row, 'pulse') ?? false) : undefined,
      references: {
        ir: row.text('ref_ir'),
        gri: row.text('ref_gri'),
        griNote: row.text('ref_gri_note'),
        vsme: row.text('ref_vsme'),
        sdg: row.text('ref_sdg'),
      },
    })
  }

  #checkName(row: FormRow, id: string): void {
    const before = this.#lines.get(id)
    if (id === '') row.fault('name', 'name-missing')
    else if (!isCode(id)) row.fault('name', 'name-code', { value: quoted(id) })
    else if (before !== undefined) row.fault('name', 'name-twice', { name: id, before: String(before) })
    this.#lines.set(id, before ?? row.line)
  }

  /** The outermost group that the row stands in. */
  #group(row: FormRow): string {
    const id = this.#open[0]?.id ?? ''
    if (id === '' && !this.#sheet.has('dimension')) row.note('no-group')
    return isCode(id) ? id : ''
  }

  #code(row: FormRow, column: 'dimension' | 'perspective' | 'theme'): string {
    const code = row.text(column)
    if (code === '' || isCode(code)) return code
    row.fault(column, 'code', { value: quoted(code) })
    return ''
  }
}

/**
 * Whether this can be an id: letters, digits, `-` and `_`, beginning with a letter, at most 40. Not what every object has
 * a field for: ids are names of fields in the texts of an instrument.
 */
export function isCode(text: string): boolean {
  return /^[a-z][a-z0-9_-]{0,39}$/i.test(text) && !(text in {})
}

const YES = ['yes', 'ja', 'true', '1', '1.0', 'x', 'j', 'y']
const NO = ['no', 'nee', 'false', '0', '0.0', 'n']

/** What a switch says; undefined for an empty cell, and a fault for anything else. */
export function yesOrNo(row: FormRow, column: string): boolean | undefined {
  const word = row.text(column).toLowerCase()
  if (word === '') return undefined
  if (!YES.includes(word) && !NO.includes(word)) row.fault(column, 'yes-no', { value: quoted(word) })
  return YES.includes(word)
}
