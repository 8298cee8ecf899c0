import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FluentVariable } from '@fluent/bundle'
import Sqlite from 'better-sqlite3'
import { type Config, loadConfig } from '../config.ts'
import { integrityFaults } from '../db/backup.ts'
import { type Database, openDatabase, readMigrations } from '../db/open.ts'
import { findInstrumentHash } from '../db/queries/instruments.ts'
import { DATABASE_FILE, makeDurable } from '../db/sqlite.ts'
import { loadGuides } from '../guides.ts'
import { type Instruments, loadInstruments } from '../instruments.ts'
import { DATA_ROOT, WEB_ROOT } from '../paths.ts'
import { StartError } from '../start-error.ts'
import { BACKUP_FOLDER } from './backup.ts'
import { hasDatabase } from './open-database.ts'

/** What one check found; `id` names its sentence in `data/texts/<locale>/commands.ftl`. */
export interface Finding {
  /** `attention` is worth a look, and no reason not to serve. */
  readonly state: 'ok' | 'attention' | 'wrong'
  readonly id: string
  readonly variables?: Record<string, FluentVariable>
  /** Names of files, settings and the like. */
  readonly details?: readonly string[]
}

const MEGABYTE = 1_000_000
const LEAST_FREE_BYTES = 500 * MEGABYTE
const NOT_ENOUGH_FREE_BYTES = 50 * MEGABYTE
const OLDEST_BACKUP_HOURS = 24
const FEWEST_WRITES_PER_SECOND = 50
const MEASURE_MS = 500

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
  if (config.DATABASE_URL === undefined) yield* folderFindings(config.DATA_DIR)
  yield* databaseFindings(config, instruments instanceof StartError ? undefined : instruments)
}

function* folderFindings(dataDir: string): Generator<Finding> {
  if (!existsSync(dataDir)) {
    yield { state: 'attention', id: 'doctor-folder-missing', variables: { path: dataDir } }
    return
  }
  yield rightsFinding(dataDir)
  yield diskFinding(dataDir)
  yield backupFinding(dataDir)
  yield speedFinding(dataDir)
}

function rightsFinding(dataDir: string): Finding {
  const file = join(dataDir, DATABASE_FILE)
  const paths = [dataDir, ...[file, `${file}-wal`, `${file}-shm`].filter(existsSync)]
  // The last six bits are what the group and everybody else may do. Windows has no such bits.
  const open = process.platform === 'win32' ? [] : paths.filter((path) => (statSync(path).mode & 0o077) !== 0)
  if (open.length === 0) return { state: 'ok', id: 'doctor-rights', variables: { path: dataDir } }
  return { state: 'attention', id: 'doctor-rights-open', variables: { path: dataDir }, details: open }
}

function diskFinding(dataDir: string): Finding {
  const { bavail, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  const file = join(dataDir, DATABASE_FILE)
  const size = existsSync(file) ? statSync(file).size : 0
  const variables = { megabytes: Math.floor(free / MEGABYTE) }
  if (free < NOT_ENOUGH_FREE_BYTES) return { state: 'wrong', id: 'doctor-disk-full', variables }
  const state = free < Math.max(LEAST_FREE_BYTES, 2 * size) ? 'attention' : 'ok'
  return { state, id: state === 'ok' ? 'doctor-disk' : 'doctor-disk-little', variables }
}

function backupFinding(dataDir: string): Finding {
  const folder = join(dataDir, BACKUP_FOLDER)
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sqlite')) : []
  if (names.length === 0) return { state: 'attention', id: 'doctor-backup-none' }
  const newest = Math.max(...names.map((name) => statSync(join(folder, name)).mtimeMs))
  const hours = Math.max(0, Math.floor((Date.now() - newest) / 3_600_000))
  if (hours < OLDEST_BACKUP_HOURS) return { state: 'ok', id: 'doctor-backup', variables: { hours } }
  return { state: 'attention', id: 'doctor-backup-old', variables: { days: Math.floor(hours / 24) } }
}

/** Measures in a file of its own, with the settings of the real database, so that nothing of anybody is touched. */
function speedFinding(dataDir: string): Finding {
  const folder = mkdtempSync(join(dataDir, 'doctor-'))
  try {
    const database = new Sqlite(join(folder, 'speed.sqlite'))
    try {
      makeDurable(database)
      database.exec('CREATE TABLE sheet (id INTEGER PRIMARY KEY, answers TEXT)')
      const write = database.prepare('INSERT INTO sheet (answers) VALUES (?)')
      const start = performance.now()
      let writes = 0
      for (; performance.now() - start < MEASURE_MS; writes += 1) write.run('.'.repeat(96))
      const perSecond = Math.round((1000 * writes) / (performance.now() - start))
      const isFast = perSecond >= FEWEST_WRITES_PER_SECOND
      return {
        state: isFast ? 'ok' : 'attention',
        id: isFast ? 'doctor-speed' : 'doctor-speed-slow',
        variables: { n: perSecond },
      }
    } finally {
      database.close()
    }
  } catch (error) {
    return { state: 'wrong', id: 'doctor-speed-failed', variables: { path: dataDir }, details: [String(error)] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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

function wrongStart({ code, variables, details }: StartError): Finding {
  return { state: 'wrong', id: `start-${code}`, variables, details }
}

function attempt<Result>(work: () => Result): Result | StartError {
  try {
    return work()
  } catch (error) {
    if (error instanceof StartError) return error
    throw error
  }
}
