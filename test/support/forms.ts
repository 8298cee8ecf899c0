import { type ReadForm, readForm } from '../../server/import/xlsform.ts'
import { writeForm } from '../../server/import/xlsform-write.ts'

type Row = readonly (string | number)[]

/** Sheets of a form: the first row of each is its header. A test changes what it is about. */
export interface FormRows {
  readonly survey?: readonly Row[] | undefined
  readonly choices?: readonly Row[] | undefined
  readonly settings?: readonly Row[] | undefined
  readonly [sheet: string]: readonly Row[] | undefined
}

/** Two questions in one group, in Dutch and English, on a scale of three steps. */
export const FORM = {
  survey: [
    ['type', 'name', 'label::Nederlands (nl)', 'label::English (en)'],
    ['begin_group', 'team', 'Ons team', 'Our team'],
    ['select_one agree', 'trust', 'Wij vertrouwen elkaar.', 'We trust each other.'],
    ['select_one agree', 'time', 'Wij hebben tijd.', 'We have time.'],
    ['end_group', '', '', ''],
  ],
  choices: [
    ['list_name', 'name', 'label::Nederlands (nl)', 'label::English (en)', 'score'],
    ['agree', 'no', 'Oneens', 'Disagree', 1],
    ['agree', 'half', 'Half', 'Half', 2],
    ['agree', 'yes', 'Eens', 'Agree', 3],
  ],
  settings: [
    ['form_title', 'form_id', 'default_language'],
    ['Samen werken', 'together', 'Nederlands (nl)'],
  ],
} as const satisfies FormRows

/** The bytes of such a form. */
export function formFile(changes: FormRows = {}): Promise<Buffer> {
  const sheets: FormRows = { ...FORM, ...changes }
  return writeForm(
    Object.entries(sheets).flatMap(([name, rows]) => {
      const [header = [], ...others] = rows ?? []
      return rows === undefined ? [] : [{ name, columns: header.map(String), rows: others }]
    }),
  )
}

/** What such a form is read as. */
export function readRows(changes: FormRows = {}): ReadForm {
  const sheets = Object.entries({ ...FORM, ...changes }).flatMap(([name, rows]: [string, FormRows[string]]) => {
    if (rows === undefined) return []
    const cells = rows.map((row) => row.map((cell) => (cell === '' ? null : cell)))
    return [{ name, rows: cells.map((row, place) => ({ line: place + 1, cells: row })) }]
  })
  return readForm({ sheets, names: [] }, 'form.xlsx')
}
