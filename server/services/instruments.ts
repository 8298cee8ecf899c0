import type { Db } from '../db/open.ts'
import { findInstrumentHash, insertInstrumentVersion } from '../db/queries/instruments.ts'
import type { Instruments } from '../instruments.ts'
import { StartError } from '../start-error.ts'

/**
 * Compares every instrument version with what this database saw before and remembers new ones. A published version
 * never changes: answers were given to its words.
 *
 * @throws {StartError} `instrument-changed`, whose details name every version whose files differ.
 */
export async function publishInstruments(db: Db, instruments: Instruments, now: Date): Promise<void> {
  const changed: string[] = []
  for (const { id, version, contentHash } of instruments.list()) {
    const known = await findInstrumentHash(db, id, version)
    if (known === undefined) await insertInstrumentVersion(db, { id, version, contentHash, addedAt: now.toISOString() })
    else if (known !== contentHash) changed.push(`${id} ${version}`)
  }
  if (changed.length > 0) throw new StartError('instrument-changed', { n: changed.length }, { details: changed })
}
