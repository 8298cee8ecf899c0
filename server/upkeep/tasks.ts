import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backUp, integrityFaults, manifestPath, verifyBackup } from '../db/backup.ts'
import { migrate, openDatabase } from '../db/open.ts'
import { DATABASE_FILE, openSqlite } from '../db/sqlite.ts'
import { StartError } from '../start-error.ts'

/** Work on whole databases: too long for the process that answers people, so that it gets one of its own. */
export type Task =
  /** Copies the database of a folder to a file, and checks the copy. */
  | {
      readonly kind: 'backup'
      readonly dataDir: string
      readonly file: string
      readonly version: string
      readonly now: string
    }
  /** Puts a backup back in a folder that is only for this, brings that up to date, looks, and removes it. */
  | { readonly kind: 'drill'; readonly file: string; readonly scratch: string }

/**
 * Does a task.
 *
 * @throws {StartError} what is wrong with the database or the backup.
 */
export async function doTask(task: Task): Promise<void> {
  return task.kind === 'backup' ? makeBackup(task) : drill(task)
}

async function makeBackup({ dataDir, file, version, now }: Extract<Task, { kind: 'backup' }>): Promise<void> {
  if (!existsSync(join(dataDir, DATABASE_FILE))) throw new StartError('database-missing', { path: dataDir })
  // A second connection: its read transaction neither waits for whoever saves nor lets them wait.
  const database = openSqlite(dataDir)
  try {
    await backUp(database, file, { version, now: new Date(now) })
  } finally {
    database.close()
  }
}

async function drill({ file, scratch }: Extract<Task, { kind: 'drill' }>): Promise<void> {
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(scratch, { recursive: true, mode: 0o700 })
  try {
    const copy = join(scratch, DATABASE_FILE)
    copyFileSync(file, copy)
    copyFileSync(manifestPath(file), manifestPath(copy))
    await verifyBackup(copy)
    const database = await openDatabase({ dataDir: scratch })
    try {
      await migrate(database)
      const faults = database.sqlite === undefined ? [] : integrityFaults(database.sqlite)
      if (faults.length > 0) throw new StartError('backup-damaged', { path: file }, { details: faults })
    } finally {
      await database.close()
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
