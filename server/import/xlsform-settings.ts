import type { FormBook } from './xlsform-book.ts'
import { type FormFaultCode, FormRow, localeNamed, type Words } from './xlsform-sheet.ts'
import { yesOrNo } from './xlsform-survey.ts'

/** What the one row of the sheet `settings` says about a form. */
export interface FormSettings {
  readonly title: Words | undefined
  readonly formId: string | null
  /** `nl`, `en`, another one as it is written, or empty. */
  readonly defaultLanguage: string
  readonly description: Words | undefined
  readonly stem: Words | undefined
  readonly scaleList: string
  readonly isBipolar: boolean
  readonly balance: boolean
  readonly scores: boolean
  fault(column: string, code: FormFaultCode): void
}

/** Reads the settings; every one of them may be missing. */
export function readSettings(book: FormBook): FormSettings {
  const sheet = book.get('settings')
  const row = sheet.rows[0] ?? new FormRow(sheet, 2, [])
  return {
    title: row.words('form_title') ?? row.words('title'),
    formId: (row.text('form_id') || row.text('id_string')).slice(0, 120) || null,
    defaultLanguage: localeNamed(row.text('default_language')),
    description: row.words('description'),
    stem: row.words('stem'),
    scaleList: row.text('scale_list'),
    isBipolar: row.text('scale_kind').toLowerCase() === 'bipolar',
    balance: yesOrNo(row, 'balance') ?? false,
    scores: yesOrNo(row, 'scores') ?? true,
    fault: (column, code) => row.fault(column, code),
  }
}
