import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { DATABASE_FILE } from '../db/sqlite.ts'
import { StartError } from '../start-error.ts'

/** Folder of the demo when DATA_DIR names none. */
export const DEMO_FOLDER = 'data/demo.local'
const MARK_FILE = 'demo.json'

/** The file that marks a folder as that of the demo. `built` is what the database was built from, once it is whole. */
const Mark = z.strictObject({ demo: z.literal(true), built: z.string().nullable() })

/** Whether the database in this folder is made up. */
export function isDemoFolder(dataDir: string): boolean {
  return readMark(dataDir) !== undefined
}

/** What the demo in this folder was built from; undefined when there is none, or no whole one. */
export function builtDemo(dataDir: string): string | undefined {
  return existsSync(join(dataDir, DATABASE_FILE)) ? (readMark(dataDir)?.built ?? undefined) : undefined
}

/**
 * Refuses a folder with a database that is not of the demo.
 *
 * @throws {StartError} `demo-elsewhere`.
 */
export function refuseRealDatabase(dataDir: string): void {
  const hasDatabase = existsSync(join(dataDir, DATABASE_FILE))
  if (hasDatabase && !isDemoFolder(dataDir)) throw new StartError('demo-elsewhere', { path: dataDir })
}

/** Marks the folder as that of the demo and removes the demo that was in it. */
export function clearDemo(dataDir: string): void {
  refuseRealDatabase(dataDir)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  // The mark first: a demo that was stopped while it was built must not look like a real database.
  writeMark(dataDir, null)
  for (const part of ['', '-wal', '-shm']) rmSync(join(dataDir, DATABASE_FILE + part), { force: true })
}

/** Remembers that the database is whole, and what it was built from. */
export function finishDemo(dataDir: string, built: string): void {
  writeMark(dataDir, built)
}

function writeMark(dataDir: string, built: string | null): void {
  writeFileSync(join(dataDir, MARK_FILE), `${JSON.stringify({ demo: true, built })}\n`, { mode: 0o600 })
}

function readMark(dataDir: string): z.infer<typeof Mark> | undefined {
  try {
    return Mark.parse(JSON.parse(readFileSync(join(dataDir, MARK_FILE), 'utf8')))
  } catch {
    return undefined
  }
}
