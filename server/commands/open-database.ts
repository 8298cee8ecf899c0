import { existsSync } from 'node:fs'
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
 * PostgreSQL) and brings the schema up to date first.
 *
 * @param prepare done with the lock and before the database is opened.
 * @throws {StartError} what keeps it from writing.
 */
export async function withDatabase<Result>(
  place: Place,
  work: (database: Database) => Promise<Result>,
  prepare: () => void = () => undefined,
): Promise<Result> {
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
  if (place.DATABASE_URL === undefined && !hasDatabase(place.DATA_DIR))
    throw new StartError('database-missing', { path: place.DATA_DIR })
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

/** Whether this folder holds an embedded database. */
export function hasDatabase(dataDir: string): boolean {
  return existsSync(join(dataDir, DATABASE_FILE))
}
