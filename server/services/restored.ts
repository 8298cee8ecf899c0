import { copyFileSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFile } from '../db/backup.ts'
import type { Database } from '../db/open.ts'
import { findNewestEventTime, insertSystemEvent } from '../db/queries/audit.ts'
import { type EndedAccess, endRestoredAccess } from '../db/queries/restored.ts'
import { LEDGER_FILE, openLedger } from '../erasure-ledger.ts'
import { replayErasures } from './erasures.ts'

/** What was done to a restored database. */
export interface Readied extends EndedAccess {
  /** How many erasures were done again; undefined when there is no list of erasures to go by. */
  readonly erased: number | undefined
}

/**
 * Makes a database that came from a backup fit to be used again: who was erased since is erased again, what opened
 * something ends, and the restore is noted in the log of the installation, which goes on where the backup's ends. The
 * caller has brought it up to date.
 *
 * @param file the backup; where the data folder has no list of erasures, the one beside the backup is taken over.
 * @param madeAt when the backup was made.
 * @throws {StartError} `file-unreadable`: the list of erasures is there and cannot be read.
 */
export async function readyRestored(
  database: Database,
  { file, madeAt, dataDir, now }: { file: string; madeAt: string; dataDir: string; now: Date },
): Promise<Readied> {
  const ledger = join(dataDir, LEDGER_FILE)
  const beside = join(dirname(file), LEDGER_FILE)
  if (!existsSync(ledger) && existsSync(beside)) {
    copyFileSync(beside, ledger)
    syncFile(ledger)
  }
  return readyPutBack(database, { dataDir, madeAt, now })
}

/**
 * The same for a database that was put back by other means, as with `pg_restore`.
 *
 * @param madeAt when the backup was made; without it, when the newest event in the database took place.
 * @throws {StartError} `file-unreadable`: the list of erasures is there and cannot be read.
 */
export async function readyPutBack(
  database: Database,
  { dataDir, madeAt, now }: { dataDir: string; madeAt?: string; now: Date },
): Promise<Readied> {
  const before = madeAt ?? (await findNewestEventTime(database.db)) ?? now.toISOString()
  const hasLedger = existsSync(join(dataDir, LEDGER_FILE))
  const erased = hasLedger ? await replayErasures(database, openLedger(dataDir)) : undefined
  const ended = await database.db.transaction().execute(async (trx) => {
    const counts = await endRestoredAccess(trx, now)
    // The object says which backup, by the time at which it was made.
    await insertSystemEvent(trx, { userId: null, action: 'restore', object: before, at: now })
    return counts
  })
  return { ...ended, erased }
}
