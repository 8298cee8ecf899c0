import type { Scope } from '../auth/scope.ts'
import type { Locale } from '../contract/common.ts'
import type { AnswersImported, AnswersInput, AnswersPreview, FileFault } from '../contract/imports.ts'
import { readAnswersApart } from '../import/answers-apart.ts'
import type { ImportedRound } from '../import/answers-csv.ts'
import type { AnswersReading } from '../import/answers-file.ts'
import type { LoadedInstrument } from '../instruments.ts'
import { ProblemError } from '../problem.ts'
import { text } from '../texts.ts'
import { importAnswers } from './import-answers.ts'
import { findInstrumentFor } from './imported-instruments.ts'
import type { ReleaseDeps } from './releases.ts'
import { countSentFile } from './sent-files.ts'

/** What a file of answers holds, with all that is said about it. */
interface ReadFile {
  readonly preview: AnswersPreview
  readonly rounds: readonly ImportedRound[]
}

const MOST_NAMED = 100

/**
 * What would be read of a file of answers, without keeping anything of it.
 *
 * @throws {ProblemError} `unknown-instrument`; `unknown-horizon`; `too-many-attempts`, `busy`.
 */
export async function previewAnswers(
  deps: ReleaseDeps,
  scope: Scope,
  input: AnswersInput,
  locale: Locale,
): Promise<AnswersPreview> {
  return (await read(await instrumentFor(deps, scope, input), input, locale)).preview
}

/**
 * Reads a file of answers into closed rounds with their releases, whole or not at all.
 *
 * @throws {ProblemError} as `previewAnswers`; `import-refused` with every fault.
 */
export async function importAnswersFile(
  deps: ReleaseDeps,
  scope: Scope,
  input: AnswersInput,
  locale: Locale,
): Promise<AnswersImported> {
  const instrument = await instrumentFor(deps, scope, input)
  const { preview, rounds } = await read(instrument, input, locale)
  if (preview.faults.length > 0 || rounds.length === 0) throw refused(preview, locale)
  const { organisationId, userId } = scope
  const done = await importAnswers(deps, {
    rounds,
    instrument,
    mode: input.mode,
    fileName: input.fileName.slice(0, 100),
    title: input.title === '' ? undefined : input.title,
    into: { organisationId, userId },
    locale,
  })
  return { rounds: [...done.made], respondents: done.respondents, answers: done.answers }
}

async function instrumentFor(deps: ReleaseDeps, scope: Scope, input: AnswersInput): Promise<LoadedInstrument> {
  const { db } = deps.database
  const instrument = await findInstrumentFor(db, deps.instruments, scope.organisationId, input.instrument)
  if (instrument === undefined) throw new ProblemError('unknown-instrument')
  if (!instrument.horizons.includes(input.horizon)) throw new ProblemError('unknown-horizon')
  await countSentFile(deps, scope, 'answers')
  return instrument
}

async function read(instrument: LoadedInstrument, input: AnswersInput, locale: Locale): Promise<ReadFile> {
  const reading = await readAnswersApart(Buffer.from(input.content, 'base64'), {
    // Only what reading needs goes to another thread.
    instrument: { ...instrument, lineage: undefined },
    horizon: input.horizon,
    isOpen: input.mode === 'open',
    period: input.period,
    mapping: input.mapping,
  })
  const { content } = reading
  const faults = faultsOf(reading, locale)
  const found = content === undefined ? 0 : content.shape === 'wide' ? content.wide.faultCount : content.faultCount
  const count = reading.faultCount + found
  const shown = roundsOf(reading, locale)
  const preview: AnswersPreview = {
    shape: content?.shape ?? 'wide',
    columns: content?.shape === 'wide' ? content.wide.columns.map((column) => ({ ...column })) : [],
    values: content?.shape === 'wide' ? content.wide.values : [],
    groups: content?.shape === 'wide' ? content.wide.groups : [],
    ...countsOf(shown, reading),
    items: itemsOf(instrument, shown),
    faults,
    more: Math.max(0, count - faults.length),
    notes: notesOf(reading, input, locale),
  }
  return { preview, rounds: count > 0 ? [] : shown }
}

/** The rounds of a file, with a number for whoever has no name. */
function roundsOf({ content }: AnswersReading, locale: Locale): readonly ImportedRound[] {
  if (content === undefined) return []
  if (content.shape === 'long') return content.rounds
  const { round } = content.wide
  if (round === undefined) return []
  const respondents = round.respondents.map((respondent, place) => ({
    ...respondent,
    name: respondent.name || text(locale, 'answers-respondent', { n: String(place + 1) }),
  }))
  return [{ ...round, respondents }]
}

function countsOf(
  rounds: readonly ImportedRound[],
  { rows }: AnswersReading,
): Pick<AnswersPreview, 'counts' | 'rounds'> {
  const sheets = rounds.flatMap(({ respondents }) => respondents.map(({ answers }) => answers))
  const answers = sheets.reduce((sum, sheet) => sum + sheet.replaceAll('.', '').length, 0)
  const missing = sheets.reduce((sum, sheet) => sum + sheet.replaceAll(/[^?-]/g, '').length, 0)
  return {
    counts: { rows, respondents: sheets.length, answers, missing },
    rounds: rounds.map(({ period, itemIds, respondents }) => {
      return { period, items: itemIds.length, respondents: respondents.length }
    }),
  }
}

function itemsOf({ items, texts }: LoadedInstrument, rounds: readonly ImportedRound[]): AnswersPreview['items'] {
  const asked = new Set(rounds.flatMap(({ itemIds }) => itemIds))
  return items.map(({ id }) => ({
    id,
    question: { nl: texts.nl.items[id]?.question ?? '', en: texts.en.items[id]?.question ?? '' },
    asked: asked.has(id),
  }))
}

function notesOf({ encoding, content }: AnswersReading, input: AnswersInput, locale: Locale): AnswersPreview['notes'] {
  const note = (code: string, variables: Record<string, string | number> = {}) => {
    return { sheet: null, line: null, text: text(locale, `answers-note-${code}`, variables) }
  }
  const wide = content?.shape === 'wide' ? content.wide : undefined
  const isNameless = wide !== undefined && !wide.columns.some(({ use }) => use.kind === 'name')
  return [
    ...(encoding === 'UTF-8' ? [] : [note('encoding', { encoding })]),
    ...(wide?.hasSecondHeader ? [note('second-line')] : []),
    ...(wide?.round !== undefined && wide.emptyRows > 0 ? [note('empty-rows', { n: wide.emptyRows })] : []),
    ...(input.mode === 'open' && isNameless ? [note('no-names')] : []),
  ]
}

function faultsOf({ faults, content }: AnswersReading, locale: Locale): FileFault[] {
  const own = [...faults, ...(content?.shape === 'wide' ? content.wide.faults : [])].map((fault) => ({
    ...{ sheet: null, line: fault.line, column: fault.column },
    wrong: text(locale, `answers-fault-${fault.code}`, fault.variables),
    mend: text(locale, `answers-mend-${fault.code}`, fault.variables),
  }))
  const ofLong = (content?.shape === 'long' ? content.faults : []).map(({ line, code, variables }) => ({
    ...{ sheet: null, line, column: null },
    wrong: text(locale, `import-fault-${code}`, variables),
    mend: text(locale, 'answers-mend-long'),
  }))
  return [...own, ...ofLong].sort((a, b) => a.line - b.line).slice(0, MOST_NAMED)
}

function refused({ faults, more }: AnswersPreview, locale: Locale): ProblemError {
  return new ProblemError('import-refused', {
    detail: `${faults.length + more} faults`,
    errors: faults.map(({ line, column, wrong, mend }) => {
      const place = { line: String(line), column: column ?? '' }
      const pointer = text(locale, column === null ? 'answers-place' : 'answers-place-column', place)
      return { pointer, detail: `${wrong} ${mend}` }
    }),
  })
}
