import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { type Dialect, type SqliteDatabase, SqliteDialect } from 'kysely'
import { StartError } from '../start-error.ts'
import { isStorageFull } from './storage-full.ts'

/** Name of the database file inside DATA_DIR. */
export const DATABASE_FILE = 'meervoud.sqlite'
const MOST_STATEMENTS = 400

/**
 * Opens the embedded database: WAL, and every commit on the disk before it is acknowledged (`synchronous=FULL`,
 * asserted, because better-sqlite3 is compiled to open WAL databases at NORMAL).
 *
 * @throws {StartError} the folder or the file cannot be used.
 */
export function openSqlite(dataDir: string): Sqlite.Database {
  const path = join(dataDir, DATABASE_FILE)
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new StartError('data-dir-unusable', { path: dataDir }, { cause })
  }
  try {
    const isNew = !existsSync(path)
    const database = new Sqlite(path)
    if (isNew) chmodSync(path, 0o600)
    makeDurable(database)
    return database
  } catch (cause) {
    if (cause instanceof StartError) throw cause
    if (isStorageFull(cause)) throw new StartError('disk-full', { path: dataDir }, { cause })
    throw new StartError('database-unreadable', { path }, { cause })
  }
}

/** Sets what every connection needs and asserts what a lost answer would hang on. */
export function makeDurable(database: Sqlite.Database): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 5000')
  database.pragma('trusted_schema = OFF')
  database.pragma('secure_delete = FAST')
  // A busy room changes the same sheets again and again: a larger log writes each page back once instead of often.
  database.pragma('wal_autocheckpoint = 4000')
  const synchronous = database.pragma('synchronous', { simple: true })
  const journal = database.pragma('journal_mode', { simple: true })
  if (synchronous !== 2 || (journal !== 'wal' && journal !== 'memory')) {
    throw new StartError('database-unsafe', { setting: `synchronous=${synchronous}, journal_mode=${journal}` })
  }
}

/** Kysely on this database, each statement compiled once: Kysely itself would prepare it anew for every call. */
export function sqliteDialect(database: Sqlite.Database): Dialect {
  const statements = new Map<string, Sqlite.Statement>()
  const cached: SqliteDatabase = {
    close: () => database.close(),
    prepare(sql) {
      const known = statements.get(sql)
      if (known !== undefined) return known as unknown as ReturnType<SqliteDatabase['prepare']>
      if (sql === 'rollback') return rollback(database)
      const statement = database.prepare(sql)
      if (statements.size >= MOST_STATEMENTS) statements.clear()
      statements.set(sql, statement)
      return statement as unknown as ReturnType<SqliteDatabase['prepare']>
    },
  }
  return new SqliteDialect({ database: cached })
}

/**
 * A full disk makes SQLite roll back by itself; rolling back once more would fail, and that failure would hide the reason.
 */
function rollback(database: Sqlite.Database): ReturnType<SqliteDatabase['prepare']> {
  return {
    reader: false,
    all: () => [],
    run: () => {
      if (database.inTransaction) database.exec('rollback')
      return { changes: 0, lastInsertRowid: 0 }
    },
    iterate: () => [][Symbol.iterator](),
  }
}
