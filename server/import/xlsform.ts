import { LOCALES, type Locale } from '../contract/common.ts'
import type { BroughtInstrument } from '../instruments.ts'
import type { PlainWorkbook } from './workbook.ts'
import { FormBook } from './xlsform-book.ts'
import { listNames, readChoices } from './xlsform-choices.ts'
import { checkDraft, type FormDraft, instrumentOf } from './xlsform-draft.ts'
import { readNamedParts } from './xlsform-parts.ts'
import { type FormSettings, readSettings } from './xlsform-settings.ts'
import type { FormFault, FormNote, Words } from './xlsform-sheet.ts'
import { type FormSurvey, readSurvey } from './xlsform-survey.ts'

/** What a form is, or why it cannot be taken in. */
export interface ReadForm {
  readonly faults: readonly FormFault[]
  readonly notes: readonly FormNote[]
  readonly leftOut: FormSurvey['leftOut']
  /** Undefined when there are faults. */
  readonly form: BroughtForm | undefined
}

/** A form without a fault, as an instrument without an id. */
export interface BroughtForm {
  readonly instrument: BroughtInstrument
  /** What the form calls itself; null when it does not. */
  readonly formId: string | null
  /** Languages that the form itself has. */
  readonly languages: readonly Locale[]
}

/**
 * Reads an XLSForm: questions of the type `select_one` whose choices have scores become items on one scale.
 *
 * @param fileName gives the title when the form has none.
 * @returns every fault at once, and what is left out; a form with a fault gives no instrument.
 */
export function readForm(workbook: PlainWorkbook, fileName: string): ReadForm {
  const book = new FormBook(workbook)
  const { faults, notes } = book.findings
  if (!book.isWhole()) return { faults, notes, leftOut: [], form: undefined }
  const choices = book.get('choices')
  const settings = readSettings(book)
  const names = listNames(choices)
  const survey = readSurvey(book.get('survey'), names)
  const used = survey.questions.flatMap(({ list }) => (names.has(list) ? [list] : []))
  const lists = readChoices(choices, names.has(settings.scaleList) ? [...used, settings.scaleList] : used)
  const languages = languagesOf(book, settings)
  const parts = readNamedParts(book, survey, settings)
  const draft: FormDraft = { ...survey, lists, parts, settings, title: settings.title ?? titleOf(fileName) }
  checkDraft(draft)
  noteUnused(book)
  const form = faults.length > 0 ? undefined : { instrument: instrumentOf(draft), formId: settings.formId, languages }
  return { faults, notes, leftOut: survey.leftOut, form }
}

function titleOf(fileName: string): Words {
  const name = fileName.replace(/\.\w{1,5}$/, '').trim() || 'XLSForm'
  return { nl: name, en: name }
}

function languagesOf(book: FormBook, { defaultLanguage }: FormSettings): Locale[] {
  const survey = book.get('survey')
  const columns = [...survey.languagesOf('label').keys()]
  const named = LOCALES.filter((locale) => {
    return columns.includes(locale) || (columns.includes('') && defaultLanguage === locale)
  })
  const others = columns.filter((language) => language !== '' && !LOCALES.some((locale) => locale === language))
  const at = { sheet: survey.name, line: survey.headerLine }
  if (named.length < LOCALES.length) book.findings.note(at, 'one-language')
  if (others.length > 0 && named.length > 0) book.findings.note(at, 'other-languages', { languages: others.join(', ') })
  return named
}

/** What other tools put beside the questions, and what says nothing about their words or steps. */
const OF_OTHERS = new Set(
  `required required_message constraint constraint_message appearance default read_only readonly choice_filter
  calculation parameters repeat_count image big_image audio video media guidance_hint relevant body bind instance
  trigger disabled autoplay save_to order geometry list list_name label hint`.split(/\s+/),
)

function noteUnused(book: FormBook): void {
  for (const sheet of [book.get('survey'), book.get('choices')])
    for (const column of sheet.unused(OF_OTHERS))
      book.findings.note({ sheet: sheet.name, line: sheet.headerLine }, 'column-unused', { column })
}
