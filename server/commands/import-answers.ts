import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeScope } from '../auth/scope.ts'
import { loadConfig } from '../config.ts'
import type { Locale } from '../contract/common.ts'
import { RoundMode } from '../contract/rounds.ts'
import type { Db } from '../db/open.ts'
import { findOrganisation } from '../db/queries/organisations.ts'
import { findUserByEmail } from '../db/queries/users.ts'
import { type ImportedRound, MOST_FILE_BYTES, readAnswers } from '../import/answers-csv.ts'
import { importRefused } from '../import/faults.ts'
import { type Instruments, type LoadedInstrument, loadInstruments } from '../instruments.ts'
import { DATA_ROOT } from '../paths.ts'
import { ProblemError } from '../problem.ts'
import { plainEmail } from '../services/accounts.ts'
import { type AnswersImport, importAnswers } from '../services/import-answers.ts'
import { StartError } from '../start-error.ts'
import { text } from '../texts.ts'
import { EXIT, WrongUse } from './exit.ts'
import { withDatabase } from './open-database.ts'
import { progressOf } from './progress.ts'
import type { Terminal } from './terminal.ts'

/** What was typed, checked as far as that goes without a database. */
interface Request {
  readonly path: string
  readonly instrument: string
  readonly roots: readonly string[]
  readonly mode: RoundMode
  readonly horizon: string | undefined
  readonly organisationId: string | undefined
  readonly owner: string | undefined
  readonly isCheck: boolean
}

/** `meervoud import-answers`: reads a long CSV of answers into closed rounds with their releases, whole or not at all. */
export async function importAnswersCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { locale, say } = terminal
  const request = readRequest(args)
  const config = loadConfig(terminal.env)
  for (const path of request.roots) if (!existsSync(path)) throw new StartError('file-unreadable', { path })
  const instruments = loadInstruments(request.roots)
  const instrument = findInstrument(instruments, request.instrument)
  const rounds = readFile(request, instrument, locale)
  const respondents = rounds.reduce((sum, round) => sum + round.respondents.length, 0)
  if (request.isCheck) {
    say(text(locale, 'import-checked', { rounds: rounds.length, respondents }))
    return EXIT.done
  }
  await withDatabase(config, async (database) => {
    const now = () => new Date()
    const into = await placeOf(database.db, request)
    const onProgress = progressOf(terminal, 'import-progress', rounds.length)
    const fileName = basename(request.path).slice(0, 100)
    const input = { rounds, instrument, mode: request.mode, fileName, into, locale, onProgress }
    const { made: _, ...counts } = await importAnswers({ database, instruments, now }, input)
    say(text(locale, 'import-done', counts))
  })
  return EXIT.done
}

function readRequest(args: readonly string[]): Request {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      instrument: { type: 'string' },
      instruments: { type: 'string' },
      mode: { type: 'string', default: 'anonymous' },
      horizon: { type: 'string' },
      organisation: { type: 'string' },
      owner: { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  })
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) throw new WrongUse('command-one-file')
  if (values.instrument === undefined) throw new WrongUse('command-option-needed', { option: '--instrument' })
  const mode = RoundMode.safeParse(values.mode)
  if (!mode.success)
    throw new WrongUse('command-option-one-of', { option: '--mode', known: RoundMode.options.join(', ') })
  const hasPlace = (values.organisation === undefined) !== (values.owner === undefined)
  if (!hasPlace && !values.check) throw new WrongUse('import-owner-needed')
  return {
    path,
    instrument: values.instrument,
    roots: [join(DATA_ROOT, 'instruments'), ...(values.instruments === undefined ? [] : [values.instruments])],
    mode: mode.data,
    horizon: values.horizon,
    organisationId: values.organisation,
    owner: values.owner,
    isCheck: values.check,
  }
}

function findInstrument(instruments: Instruments, name: string): LoadedInstrument {
  const [id = '', version = ''] = name.split('@')
  const instrument = instruments.find(id, version)
  if (instrument !== undefined) return instrument
  const known = instruments.list().map((one) => `${one.id}@${one.version}`)
  throw new ProblemError('unknown-instrument', { errors: [{ pointer: '--instrument', detail: known.join(', ') }] })
}

function readFile(
  { path, horizon, organisationId }: Request,
  form: LoadedInstrument,
  locale: Locale,
): readonly ImportedRound[] {
  const usual = horizon ?? form.horizons[0] ?? ''
  if (!form.horizons.includes(usual))
    throw new WrongUse('command-option-one-of', { option: '--horizon', known: form.horizons.join(', ') })
  const read = readAnswers(bytesOf(path, locale), {
    form,
    horizon: usual,
    hasOrganisations: organisationId === undefined,
  })
  if ('faults' in read) throw importRefused(read.faults, locale)
  return read.rounds
}

function bytesOf(path: string, locale: Locale): Buffer {
  try {
    const { size } = statSync(path)
    if (size <= MOST_FILE_BYTES) return readFileSync(path)
  } catch (cause) {
    throw new StartError('file-unreadable', { path }, { cause })
  }
  throw importRefused([{ line: 1, code: 'too-large', variables: { most: MOST_FILE_BYTES / 1024 / 1024 } }], locale)
}

async function placeOf(db: Db, { organisationId, owner = '' }: Request): Promise<AnswersImport['into']> {
  if (organisationId !== undefined) {
    const organisation = await findOrganisation(db, makeScope(organisationId, '', 'owner'))
    if (organisation === undefined) throw new StartError('organisation-unknown', { id: organisationId })
    return { organisationId }
  }
  const user = await findUserByEmail(db, plainEmail(owner))
  if (user === undefined) throw new StartError('user-unknown', { email: owner })
  return { ownerId: user.id }
}
