import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolderOf, type Config } from '../config.ts'
import { lockDataDir } from '../db/lock.ts'
import { type Database, openDatabase, readMigrations } from '../db/open.ts'
import { DATABASE_FILE } from '../db/sqlite.ts'
import { update } from '../db/update.ts'
import { StartError } from '../start-error.ts'

/** Where the database is, as far as the settings say. */
export type Place = Pick<Config, 'DATABASE_URL' | 'DATA_DIR' | 'BACKUP_DIR'>

/**
 * Lets a command write to the database: it takes the lock of the data folder (so the server must be stopped, but for
 * PostgreSQL) and brings the schema up to date first. One that is not there is not made: the folder is the wrong one.
 *
 * @throws {StartError} what keeps it from writing.
 */
export async function withDatabase<Result>(
  place: Place,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  if (place.DATABASE_URL === undefined) requireDatabase(place.DATA_DIR)
  return withNewDatabase(place, () => undefined, work)
}

/**
 * As `withDatabase`, and makes the database where there is none.
 *
 * @param prepare done with the lock and before the database is opened.
 */
export async function withNewDatabase<Result>(
  place: Place,
  prepare: () => void,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  if (place.DATABASE_URL === undefined) requireRights(place.DATA_DIR)
  const unlock = place.DATABASE_URL === undefined ? lockDataDir(place.DATA_DIR) : () => undefined
  try {
    prepare()
    const database = await openDatabase({ databaseUrl: place.DATABASE_URL, dataDir: place.DATA_DIR })
    try {
      await update(database, { dataDir: place.DATA_DIR, backups: backupFolderOf(place) })
      return await work(database)
    } finally {
      await database.close()
    }
  } finally {
    unlock()
  }
}

/**
 * Lets a command read the database, also while the server runs. It changes nothing: a database that is not there is
 * not made, and an older one is not brought up to date.
 *
 * @throws {StartError} `database-missing`, `database-older`, `database-newer`, or why it does not open.
 */
export async function withDatabaseToRead<Result>(
  place: Place,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  if (place.DATABASE_URL === undefined) requireDatabase(place.DATA_DIR)
  const database = await openDatabase({ databaseUrl: place.DATABASE_URL, dataDir: place.DATA_DIR })
  try {
    const { pending, unknown } = await readMigrations(database)
    if (unknown.length > 0) throw new StartError('database-newer', {}, { details: unknown })
    if (pending.length > 0) throw new StartError('database-older', {}, { details: pending })
    return await work(database)
  } finally {
    await database.close()
  }
}

/**
 * Looks whether there is an embedded database to work with.
 *
 * @throws {StartError} `database-missing`, or `data-dir-unusable`: who may not look cannot know what is missing.
 */
export function requireDatabase(dataDir: string): void {
  requireRights(dataDir)
  if (!hasDatabase(dataDir)) throw new StartError('database-missing', { path: dataDir })
}

/**
 * Looks whether this process may work in the folder, before anything is opened in it: SQLite says of a file that is
 * somebody else's only that it cannot be opened, as of one that is damaged.
 *
 * @throws {StartError} `data-dir-unusable`, whose details name each file that is in the way.
 */
export function requireRights(dataDir: string): void {
  if (!existsSync(dataDir)) return
  const files = ['', '-wal', '-shm'].map((end) => `${DATABASE_FILE}${end}`).concat('lock.sqlite')
  const closed = files
    .map((name) => join(dataDir, name))
    .filter((path) => existsSync(path) && !mayUse(path, constants.R_OK | constants.W_OK))
  if (!mayWorkIn(dataDir) || closed.length > 0)
    throw new StartError('data-dir-unusable', { path: dataDir }, { details: closed })
}

/** Whether this is a folder in which this process may read and write. */
export function mayWorkIn(folder: string): boolean {
  // The dot at the end exists in folders only.
  return mayUse(`${folder}/.`, constants.R_OK | constants.W_OK | constants.X_OK)
}

function mayUse(path: string, rights: number): boolean {
  try {
    accessSync(path, rights)
    return true
  } catch {
    return false
  }
}

/** Whether this folder holds an embedded database. */
export function hasDatabase(dataDir: string): boolean {
  return existsSync(join(dataDir, DATABASE_FILE))
}
