import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { StartError } from '../start-error.ts'
import { type BackupManifest, hashOf, syncFile, syncFolder, verifyBackup } from './backup.ts'
import { type Database, migrate, openDatabase } from './open.ts'
import { DATABASE_FILE } from './sqlite.ts'

/** What a restore did. */
export interface Restored<Result> {
  readonly manifest: BackupManifest
  /** Where the database that was replaced is kept; undefined when there was none. */
  readonly kept: string | undefined
  /** What `prepare` answered. */
  readonly prepared: Result
}

/** Folder inside DATA_DIR in which a backup is made ready to take the place of the database. */
export const RESTORE_FOLDER = 'restoring'

/**
 * Puts a backup in the place of the embedded database and keeps the replaced one beside it. Whoever calls holds the
 * lock of the folder. A copy is brought up to date and prepared first, so that at every moment there is a whole
 * database under the name: the old one, or the new one.
 *
 * @param prepare what else has to be done to the copy before it is used.
 * @throws {StartError} as `verifyBackup`; then nothing was touched.
 */
export async function restoreBackup<Result>(
  file: string,
  dataDir: string,
  prepare: (database: Database, manifest: BackupManifest) => Promise<Result>,
): Promise<Restored<Result>> {
  const manifest = await verifyBackup(file)
  const folder = join(dataDir, RESTORE_FOLDER)
  rmSync(folder, { recursive: true, force: true })
  try {
    mkdirSync(folder, { mode: 0o700 })
    const draft = join(folder, DATABASE_FILE)
    copyFileSync(file, draft)
    chmodSync(draft, 0o600)
    if ((await hashOf(draft)) !== manifest.sha256)
      throw new StartError('backup-damaged', { path: file }, { details: ['it changed while it was copied'] })
    const prepared = await prepareDraft(folder, (database) => prepare(database, manifest))
    syncFile(draft)
    const path = join(dataDir, DATABASE_FILE)
    const kept = existsSync(path) ? keepReplaced(path) : undefined
    renameSync(draft, path)
    syncFolder(dataDir)
    return { manifest, kept, prepared }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function prepareDraft<Result>(folder: string, prepare: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase({ dataDir: folder })
  try {
    await migrate(database)
    const prepared = await prepare(database)
    // What was erased once more must not be readable in pages that are free now.
    database.sqlite?.exec('VACUUM')
    database.sqlite?.pragma('wal_checkpoint(TRUNCATE)')
    database.sqlite?.pragma('journal_mode = DELETE')
    return prepared
  } finally {
    await database.close()
  }
}

function keepReplaced(path: string): string {
  foldLogIn(path)
  const kept = freeName(`${path}.before-restore`)
  keepAs(path, kept)
  // Of today, however long ago it was last written: from now on it is something that somebody has to delete.
  const now = new Date()
  utimesSync(kept, now, now)
  // What a database that does not open left beside it would be read into the restored one.
  for (const part of ['-wal', '-shm']) if (existsSync(path + part)) renameSync(path + part, kept + part)
  return kept
}

/** Brings the write-ahead log into the database file, so that one file is all of it; a damaged one stays as it is. */
function foldLogIn(path: string): void {
  try {
    const database = new Sqlite(path)
    try {
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.pragma('journal_mode = DELETE')
    } finally {
      database.close()
    }
  } catch {
    // A database that does not open is the usual reason to restore.
  }
}

function keepAs(path: string, kept: string): void {
  try {
    linkSync(path, kept)
  } catch {
    // Not every file system has links.
    copyFileSync(path, kept)
    syncFile(kept)
  }
}

function freeName(wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`
    if (!existsSync(name)) return name
  }
}
