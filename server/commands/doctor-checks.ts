import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FluentVariable } from '@fluent/bundle'
import type Sqlite from 'better-sqlite3'
import { backupFolderOf, type Config, loadConfig } from '../config.ts'
import { integrityFaults } from '../db/backup.ts'
import { type Database, openDatabase, readMigrations } from '../db/open.ts'
import { findInstrumentHash } from '../db/queries/instruments.ts'
import { readLockState } from '../db/tenant-lock.ts'
import { loadGuides } from '../guides.ts'
import { type Instruments, loadInstruments } from '../instruments.ts'
import { DATA_ROOT, WEB_ROOT } from '../paths.ts'
import { type Sentence, StartError } from '../start-error.ts'
import { addressFindings } from './doctor-address.ts'
import { auditFinding } from './doctor-audit.ts'
import { backupFindings } from './doctor-backups.ts'
import { folderFindings } from './doctor-folder.ts'
import { keyFinding } from './doctor-key.ts'
import { mailFinding } from './doctor-mail.ts'
import { hasDatabase, requireRights } from './open-database.ts'

/** What one check found; `id` names its sentence in `data/texts/<locale>/commands.ftl`. */
export interface Finding {
  /** `attention` is worth a look, and no reason not to serve. */
  readonly state: 'ok' | 'attention' | 'wrong'
  readonly id: string
  readonly variables?: Record<string, FluentVariable>
  /** Names of files, settings and the like. */
  readonly details?: readonly string[]
  /** Faults in the reader's language. */
  readonly sentences?: readonly Sentence[]
}

/** Every check, one after the other; what depends on something that failed is left out. */
export async function* findings(env: Readonly<Record<string, string | undefined>>): AsyncGenerator<Finding> {
  yield { state: 'ok', id: 'doctor-node', variables: { version: process.versions.node } }
  const hasPages = existsSync(join(WEB_ROOT, 'index.html'))
  yield hasPages ? { state: 'ok', id: 'doctor-pages' } : { state: 'wrong', id: 'doctor-pages-missing' }
  const instruments = attempt(() => loadInstruments([join(DATA_ROOT, 'instruments')]))
  if (instruments instanceof StartError) yield wrongStart(instruments)
  const guides = attempt(() => loadGuides([join(DATA_ROOT, 'reflections')]))
  if (guides instanceof StartError) yield wrongStart(guides)
  const config = attempt(() => loadConfig(env))
  if (config instanceof StartError) {
    yield wrongStart(config)
    return
  }
  yield { state: 'ok', id: 'doctor-settings' }
  yield await mailFinding(config)
  yield* addressFindings(config)
  if (config.DATABASE_URL === undefined) {
    const refusal = attempt(() => requireRights(config.DATA_DIR))
    if (refusal instanceof StartError) {
      yield wrongStart(refusal)
      return
    }
    yield* folderFindings(config.DATA_DIR, backupFolderOf(config))
    yield* backupFindings(config.DATA_DIR, backupFolderOf(config))
  } else yield { state: 'attention', id: 'doctor-backup-postgres' }
  yield* databaseFindings(config, instruments instanceof StartError ? undefined : instruments)
}

async function* databaseFindings(config: Config, instruments: Instruments | undefined): AsyncGenerator<Finding> {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = config
  if (databaseUrl === undefined && !hasDatabase(dataDir)) {
    yield { state: 'attention', id: 'doctor-database-missing', variables: { path: dataDir } }
    return
  }
  const database = await openDatabase({ databaseUrl, dataDir }).catch((error: unknown) => error)
  if (!isDatabase(database)) {
    if (!(database instanceof StartError)) throw database
    yield wrongStart(database)
    return
  }
  try {
    yield safetyFinding(database)
    const integrity = database.sqlite === undefined ? undefined : integrityFinding(database.sqlite)
    if (integrity !== undefined) yield integrity
    if (integrity?.state === 'wrong') return
    const migrations = await migrationFinding(database)
    yield migrations
    if (instruments !== undefined && migrations.state === 'ok') yield await instrumentFinding(database, instruments)
    if (migrations.state === 'ok') yield* lockFindings(database)
    if (migrations.state === 'ok') yield await auditFinding(database)
    if (migrations.state === 'ok') yield await keyFinding(config, database)
  } finally {
    await database.close()
  }
}

function isDatabase(value: unknown): value is Database {
  return typeof value === 'object' && value !== null && 'db' in value
}

/** Opening a database asserts that it loses nothing; here it is said with which settings. */
function safetyFinding({ sqlite }: Database): Finding {
  if (sqlite === undefined) return { state: 'ok', id: 'doctor-database-postgres' }
  const [synchronous, journal, keys] = ['synchronous', 'journal_mode', 'foreign_keys'].map((name) =>
    sqlite.pragma(name, { simple: true }),
  )
  if (synchronous === 2 && journal === 'wal' && keys === 1) return { state: 'ok', id: 'doctor-database-sqlite' }
  return {
    state: 'wrong',
    id: 'doctor-database-unsafe',
    details: [`synchronous=${synchronous} journal_mode=${journal} foreign_keys=${keys}`],
  }
}

/** Whether the database itself keeps organisations apart too; SQLite cannot. */
async function* lockFindings(database: Database): AsyncGenerator<Finding> {
  const state = await readLockState(database)
  if (state === undefined) return
  const { passedBy, open } = state
  if (passedBy !== undefined) yield { state: 'attention', id: 'doctor-lock-passed', variables: { role: passedBy } }
  if (open.length > 0)
    yield { state: 'attention', id: 'doctor-lock-open', variables: { n: open.length }, details: open }
  if (passedBy === undefined && open.length === 0) yield { state: 'ok', id: 'doctor-lock' }
}

function integrityFinding(database: Sqlite.Database): Finding {
  try {
    const details = integrityFaults(database, 'quick_check')
    return details.length === 0
      ? { state: 'ok', id: 'doctor-integrity' }
      : { state: 'wrong', id: 'doctor-integrity-broken', details }
  } catch (error) {
    return { state: 'wrong', id: 'doctor-integrity-broken', details: [String(error)] }
  }
}

async function migrationFinding(database: Database): Promise<Finding> {
  const { applied, pending, unknown } = await readMigrations(database)
  if (unknown.length > 0) return { state: 'wrong', id: 'doctor-migrations-newer', details: unknown }
  if (pending.length > 0)
    return { state: 'attention', id: 'doctor-migrations-pending', variables: { n: pending.length }, details: pending }
  return { state: 'ok', id: 'doctor-migrations', variables: { n: applied.length } }
}

async function instrumentFinding({ db }: Database, instruments: Instruments): Promise<Finding> {
  const changed: string[] = []
  for (const { id, version, contentHash } of instruments.list()) {
    const known = await findInstrumentHash(db, id, version)
    if (known !== undefined && known !== contentHash) changed.push(`${id}@${version}`)
  }
  if (changed.length > 0) return { state: 'wrong', id: 'doctor-instruments-changed', details: changed }
  return { state: 'ok', id: 'doctor-instruments', variables: { n: instruments.list().length } }
}

function wrongStart({ code, variables, details, sentences }: StartError): Finding {
  return { state: 'wrong', id: `start-${code}`, variables, details, sentences }
}

function attempt<Result>(work: () => Result): Result | StartError {
  try {
    return work()
  } catch (error) {
    if (error instanceof StartError) return error
    throw error
  }
}
