import { join } from 'node:path'
import { StartError } from '../start-error.ts'
import { freeOwnName, removeDrafts } from '../upkeep/backup-folder.ts'
import { claimFolder, refuseForeignFolder } from '../upkeep/installation.ts'
import { PRODUCT_VERSION } from '../version.ts'
import { backUp } from './backup.ts'
import { type Database, migrate, readMigrations } from './open.ts'
import { openSqlite } from './sqlite.ts'

/** Where the embedded database and its backups are; PostgreSQL's backups are its own. */
export interface UpdatePlace {
  readonly dataDir: string
  readonly backups: string
}

/**
 * Brings a database up to date; an embedded one that holds something is backed up first. Whoever calls holds the lock.
 *
 * @returns the migrations that ran, in order.
 * @throws {StartError} `database-newer`; `backup-before-update` or `backup-folder-taken`, and then nothing was changed.
 */
export async function update(database: Database, place: UpdatePlace): Promise<string[]> {
  const { applied, pending, unknown } = await readMigrations(database)
  const isNeeded = database.kind === 'sqlite' && unknown.length === 0 && applied.length > 0 && pending.length > 0
  if (isNeeded) await backUpBefore(place)
  return migrate(database)
}

async function backUpBefore({ dataDir, backups }: UpdatePlace): Promise<void> {
  const now = new Date()
  refuseForeignFolder(dataDir, backups)
  // Whoever writes keeps its own connection free of the long read.
  const reader = openSqlite(dataDir)
  try {
    claimFolder(dataDir, backups)
    removeDrafts(backups)
    await backUp(reader, join(backups, freeOwnName(backups, now)), { version: PRODUCT_VERSION, now })
  } catch (cause) {
    const details = cause instanceof StartError ? [cause.code, ...cause.details] : [String(cause)]
    throw new StartError('backup-before-update', { path: backups }, { details, cause })
  } finally {
    reader.close()
  }
}
