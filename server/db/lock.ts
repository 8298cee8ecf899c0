import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { StartError } from '../start-error.ts'
import { diskOf } from '../upkeep/disk.ts'
import { RESTORE_FOLDER } from './restore.ts'
import { isStorageFull } from './storage-full.ts'

/** A connection that nobody holds on to is collected, and its lock with it. */
const held = new Set<Sqlite.Database>()

/**
 * Takes the right to write to the embedded database in this folder, until `release` or the end of the process.
 * The lock is an exclusive transaction on a file of its own: the operating system lets go of it when a process dies,
 * so a killed server never leaves a lock behind. What a restore that was killed left is removed: everybody is in it.
 *
 * @returns how to let go.
 * @throws {StartError} `database-in-use` when another process has it, `disk-full`, `data-dir-on-network`.
 */
export function lockDataDir(dataDir: string): () => void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new StartError('data-dir-unusable', { path: dataDir }, { cause })
  }
  const { kind, name } = diskOf(dataDir)
  // Locks and the shared memory of the log do not work over a network: two computers would destroy the database.
  if (kind === 'network') throw new StartError('data-dir-on-network', { path: dataDir, name })
  const path = join(dataDir, 'lock.sqlite')
  const lock = new Sqlite(path, { timeout: 200 })
  chmodSync(path, 0o600)
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (isStorageFull(cause)) throw new StartError('disk-full', { path: dataDir }, { cause })
    throw new StartError('database-in-use', { path: dataDir }, { cause })
  }
  rmSync(join(dataDir, RESTORE_FOLDER), { recursive: true, force: true })
  held.add(lock)
  return () => {
    held.delete(lock)
    lock.close()
  }
}
