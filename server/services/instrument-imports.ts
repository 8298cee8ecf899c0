import type { Scope } from '../auth/scope.ts'
import type { Locale } from '../contract/common.ts'
import type { FileFault, InstrumentImportQuery, InstrumentPreview } from '../contract/imports.ts'
import type { Database } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { lockOrganisation } from '../db/queries/organisations.ts'
import { type FormSteps, isSameForm, lineageOf, stepsBetween } from '../import/form-lineage.ts'
import { readWorkbook } from '../import/workbook.ts'
import { type BroughtForm, type ReadForm, readForm } from '../import/xlsform.ts'
import type { FormFault } from '../import/xlsform-sheet.ts'
import type { BroughtInstrument, Instruments, LoadedInstrument } from '../instruments.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'
import { text } from '../texts.ts'
import { keepInstrument, learnInstruments, tellInstruments } from './imported-instruments.ts'
import { titleOf } from './instrument-view.ts'
import { countSentFile } from './sent-files.ts'

/** What importing instruments needs. */
export interface InstrumentImportDeps {
  readonly database: Database
  readonly instruments: Instruments
  readonly live: Live
  readonly now: () => Date
}

/** A form as it came in. */
export interface FormFile {
  readonly bytes: Buffer
  readonly name: string
  /** Language of what is said about it. */
  readonly locale: Locale
}

const MOST_NAMED = 100
const MOST_NOTES = 100
const FIRST_QUESTIONS = 3

/**
 * What a form would become, without keeping anything of it.
 *
 * @throws {ProblemError} `not-a-workbook`; `too-many-attempts`, `busy`.
 */
export async function previewInstrument(
  deps: InstrumentImportDeps,
  scope: Scope,
  file: FormFile,
  { as }: InstrumentImportQuery,
): Promise<InstrumentPreview> {
  await countSentFile(deps, scope, 'workbook')
  const read = await readFile(file)
  await learnInstruments(deps.database.db, deps.instruments, scope.organisationId)
  const own = newestOwn(deps.instruments, scope.organisationId)
  const earlier = read.form && earlierOf(own, read.form, as)
  return {
    faults: faultsOf(read.faults, file.locale),
    more: Math.max(0, read.faults.length - MOST_NAMED),
    notes: read.notes.slice(0, MOST_NOTES).map(({ sheet, line, code, variables }) => {
      return { sheet, line, text: text(file.locale, `form-note-${code}`, variables) }
    }),
    leftOut: read.leftOut.slice(0, MOST_NOTES).map((row) => ({ ...row })),
    form: read.form === undefined ? null : viewOf(read.form),
    own: own.map(summaryOf),
    next: read.form === undefined || earlier === undefined ? null : nextOf(earlier, read.form.instrument),
  }
}

/**
 * Keeps a form as an instrument of the organisation: a first version, or the next one of an instrument that it has.
 *
 * @throws {ProblemError} `not-a-workbook`; `import-refused` with every fault; `not-found` when the organisation has no
 * instrument with the id that it should be a next version of; `too-many-instruments`; `too-many-attempts`, `busy`.
 */
export async function importInstrument(
  deps: InstrumentImportDeps,
  scope: Scope,
  file: FormFile,
  { as, comparable = '' }: InstrumentImportQuery,
): Promise<{ id: string; version: string; isNew: boolean }> {
  await countSentFile(deps, scope, 'workbook')
  const read = await readFile(file)
  const { form } = read
  if (form === undefined) throw formRefused(read, file.locale)
  const { db } = deps.database
  const { organisationId, userId } = scope
  const done = await db.transaction().execute(async (trx) => {
    // Whoever clicks twice finds at the second time what the first one made.
    await lockOrganisation(trx, scope)
    await learnInstruments(trx, deps.instruments, organisationId)
    const own = newestOwn(deps.instruments, organisationId)
    const earlier = earlierOf(own, form, as)
    const same = (as === 'new' ? own : [earlier]).find((known) => known && isSameForm(known, form.instrument))
    if (same !== undefined) return { id: same.id, version: same.version, isNew: false }
    const steps = earlier && stepsBetween(earlier, sideOf(form.instrument))
    const lineage = steps && lineageOf(earlier.version, steps, new Set(comparable.split(',')))
    const brought = { ...form.instrument, lineage, formId: form.formId }
    const made = await keepInstrument(trx, organisationId, brought, earlier ? { id: earlier.id } : {}, deps.now())
    const object = `${made.id}@${made.version}`
    await insertAuditEvent(trx, { organisationId, userId, action: 'instrument.import', object, at: deps.now() })
    return { ...made, isNew: true }
  })
  await tellInstruments({ ...deps, db }, organisationId)
  return done
}

async function readFile({ bytes, name }: FormFile): Promise<ReadForm> {
  const read = await readWorkbook(bytes)
  if ('fault' in read) throw new ProblemError('not-a-workbook', { detail: read.fault })
  return readForm(read.workbook, name)
}

function formRefused({ faults }: ReadForm, locale: Locale): ProblemError {
  return new ProblemError('import-refused', {
    detail: `${faults.length} faults`,
    errors: faultsOf(faults, locale).map(({ sheet, line, column, wrong, mend }) => {
      const place = text(locale, column === null ? 'form-place' : 'form-place-column', {
        sheet: sheet ?? '',
        line: String(line),
        column: column ?? '',
      })
      return { pointer: place, detail: `${wrong} ${mend}` }
    }),
  })
}

function faultsOf(faults: readonly FormFault[], locale: Locale): FileFault[] {
  return faults
    .toSorted((a, b) => (a.sheet === b.sheet ? a.line - b.line : a.sheet === 'survey' ? -1 : 1))
    .slice(0, MOST_NAMED)
    .map(({ sheet, line, column, code, variables }) => ({
      sheet,
      line,
      column: column === '' ? null : column,
      wrong: text(locale, `form-fault-${code}`, variables),
      mend: text(locale, `form-mend-${code}`, variables),
    }))
}

/** The newest version of each instrument that the organisation brought along. */
function newestOwn(instruments: Instruments, organisationId: string): LoadedInstrument[] {
  return [...new Map(instruments.listOwn(organisationId).map((known) => [known.id, known])).values()]
}

/** What the form is a next version of: what is said, else what goes by the same name. */
function earlierOf(
  own: readonly LoadedInstrument[],
  { instrument, formId }: BroughtForm,
  as: string | undefined,
): LoadedInstrument | undefined {
  if (as === 'new') return undefined
  if (as !== undefined) {
    const said = own.find(({ id }) => id === as)
    if (said === undefined) throw new ProblemError('not-found')
    return said
  }
  const title = instrument.texts.nl.title
  return own.find(({ id }) => id === formId) ?? own.find(({ texts }) => texts.nl.title === title)
}

function sideOf(instrument: BroughtInstrument): Pick<LoadedInstrument, 'items' | 'texts' | 'scale'> {
  return instrument
}

function nextOf(earlier: LoadedInstrument, later: BroughtInstrument): InstrumentPreview['next'] {
  const steps: FormSteps = stepsBetween(earlier, later)
  const question = (texts: LoadedInstrument['texts'], id: string) => ({
    nl: texts.nl.items[id]?.question ?? '',
    en: texts.en.items[id]?.question ?? '',
  })
  return {
    of: summaryOf(earlier),
    isSame: isSameForm(earlier, later),
    kept: steps.kept.length,
    reworded: steps.reworded.map(({ id, mayCompare }) => {
      return { id, before: question(earlier.texts, id), after: question(later.texts, id), mayCompare }
    }),
    added: [...steps.added],
    dropped: [...steps.dropped],
  }
}

function summaryOf({ id, version, texts }: LoadedInstrument): InstrumentPreview['own'][number] {
  return { id, version, title: titleOf(texts) }
}

function viewOf({ instrument, languages }: BroughtForm): NonNullable<InstrumentPreview['form']> {
  const { texts, items, scale } = instrument
  const named = (part: 'dimension' | 'perspective', ids: readonly string[]) =>
    ids.map((id) => ({
      id,
      name: { nl: texts.nl[`${part}s`][id]?.name ?? id, en: texts.en[`${part}s`][id]?.name ?? id },
      items: items.filter((item) => item[part] === id).length,
    }))
  const steps = Array.from({ length: scale.max - scale.min + 1 }, (_, step) => scale.min + step)
  const words = (step: number) => ({
    nl: texts.nl.scale[String(step)] ?? String(step),
    en: texts.en.scale[String(step)] ?? String(step),
  })
  return {
    title: titleOf(texts),
    languages: [...languages],
    items: items.length,
    pulse: items.filter(({ inPulse }) => inPulse).length,
    dimensions: named('dimension', instrument.dimensions),
    perspectives: named('perspective', instrument.perspectives),
    scale: { ...scale, words: steps.map(words) },
    first: items.slice(0, FIRST_QUESTIONS).map(({ id }) => ({
      id,
      question: { nl: texts.nl.items[id]?.question ?? '', en: texts.en.items[id]?.question ?? '' },
      steps: steps.map((rating) => {
        const anchor = (locale: Locale) => texts[locale].items[id]?.anchors[String(rating)] ?? words(rating)[locale]
        return { rating, words: { nl: anchor('nl'), en: anchor('en') } }
      }),
    })),
  }
}
