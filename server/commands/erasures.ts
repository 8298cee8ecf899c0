import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { listErasures } from '../db/queries/erasures.ts'
import { openLedger } from '../erasure-ledger.ts'
import { sweepErased } from '../services/erasures.ts'
import { readyPutBack } from '../services/restored.ts'
import { text } from '../texts.ts'
import { EXIT } from './exit.ts'
import { withDatabase, withDatabaseToRead } from './open-database.ts'
import type { Terminal } from './terminal.ts'

/**
 * `meervoud erasures`: how much was erased; with `--replay`, erases again what an older database that was put back still
 * has, and ends what opened something in it. `meervoud restore` does both by itself, a start the first only: after
 * `pg_restore` this command is run before anybody comes in.
 */
export async function erasuresCommand(args: readonly string[], { env, locale, say }: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { replay: { type: 'boolean', default: false } } })
  const config = loadConfig(env)
  const ledger = openLedger(config.DATA_DIR)
  if (!values.replay) {
    const known = await withDatabaseToRead(config, ({ db }) => listErasures(db))
    const missing = ledger.read().filter(({ id }) => !known.some((erasure) => erasure.id === id))
    say(text(locale, 'erasures-known', { n: known.length, missing: missing.length }))
    return EXIT.done
  }
  const { erased, ...ended } = await withDatabase(config, async (database) => {
    const readied = await readyPutBack(database, { dataDir: config.DATA_DIR, now: new Date() })
    await sweepErased({ database, now: () => new Date() }, 'now')
    return readied
  })
  say(erased === undefined ? text(locale, 'restore-no-erasures') : text(locale, 'erasures-replayed', { n: erased }))
  say(text(locale, 'restore-ended', ended))
  return EXIT.done
}
