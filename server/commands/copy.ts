import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, loadConfig } from '../config.ts'
import { type CopyResult, copyDatabase, countOthers, isSame, refuseFilled } from '../db/copy.ts'
import { lockDataDir } from '../db/lock.ts'
import { type Database, migrate, openDatabase, readMigrations } from '../db/open.ts'
import { StartError } from '../start-error.ts'
import { text } from '../texts.ts'
import { EXIT, WrongUse } from './exit.ts'
import { requireDatabase, requireRights } from './open-database.ts'
import type { Terminal } from './terminal.ts'

/** Where a database is: an address of PostgreSQL, or a folder. */
interface Place {
  readonly databaseUrl?: string
  readonly dataDir: string
}

const [NAME_WIDTH, COUNT_WIDTH] = [24, 9]

/**
 * `meervoud copy --to PLACE [--from PLACE]`: copies a whole database into an empty one, either kind to either kind, and
 * compares both, one line for each table. Fails, and leaves the target empty, when anything differs.
 */
export async function copyCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { from: { type: 'string' }, to: { type: 'string' } } })
  if (values.to === undefined) throw new WrongUse('command-option-needed', { option: '--to' })
  const config = loadConfig(terminal.env)
  const from = values.from === undefined ? ownPlace(config) : placeOf(values.from, config)
  const to = placeOf(values.to, config)
  if (keyOf(from) === keyOf(to)) throw new WrongUse('copy-same-place')
  if (from.databaseUrl === undefined) requireDatabase(from.dataDir)
  const { locale, say } = terminal
  const isCopied = await withSource(from, (source) =>
    withTarget(to, (target) => copyDatabase(source, target, (result) => sayResult(result, terminal))),
  )
  say(text(locale, isCopied ? 'copy-done' : 'copy-differs'))
  if (isCopied) say(text(locale, 'copy-next', { place: shown(from), folder: config.DATA_DIR }))
  return isCopied ? EXIT.done : EXIT.failed
}

function ownPlace({ DATABASE_URL, DATA_DIR }: Config): Place {
  return { dataDir: DATA_DIR, ...(DATABASE_URL !== undefined && { databaseUrl: DATABASE_URL }) }
}

/** `sqlite` and `postgres` are the ones of the settings: an address with a password stands better there than in a command. */
function placeOf(given: string, { DATABASE_URL, DATA_DIR }: Config): Place {
  if (given === 'sqlite') return { dataDir: DATA_DIR }
  const databaseUrl = given === 'postgres' ? DATABASE_URL : given
  if (databaseUrl === undefined) throw new WrongUse('copy-no-address')
  if (/^postgres(ql)?:\/\/./.test(databaseUrl)) return { dataDir: DATA_DIR, databaseUrl }
  // A slip in an address would else make a folder of that name, with everything in it.
  if (given.includes('://')) throw new WrongUse('copy-other-address', { place: given.replace(/:\/\/.*/s, '://') })
  return { dataDir: given }
}

function keyOf({ databaseUrl, dataDir }: Place): string {
  return databaseUrl ?? resolve(dataDir)
}

function shown({ databaseUrl, dataDir }: Place): string {
  if (databaseUrl === undefined) return dataDir
  const { host, pathname } = new URL(databaseUrl)
  return `${host}${pathname}`
}

/** Nobody may write to it: what came meanwhile would be missing. */
function withSource<Result>(place: Place, work: (database: Database) => Promise<Result>): Promise<Result> {
  return withAlone(place, 'copy-source-in-use', async (database) => {
    const { pending, unknown } = await readMigrations(database)
    if (unknown.length > 0) throw new StartError('database-newer', {}, { details: unknown })
    if (pending.length > 0) throw new StartError('database-older', {}, { details: pending })
    return work(database)
  })
}

function withTarget<Result>(place: Place, work: (database: Database) => Promise<Result>): Promise<Result> {
  return withAlone(place, 'copy-target-in-use', async (database) => {
    // Before anything else: what is there is not even brought up to date.
    await refuseFilled(database.db.withoutPlugins())
    await migrate(database)
    return work(database)
  })
}

async function withAlone<Result>(
  place: Place,
  inUse: 'copy-source-in-use' | 'copy-target-in-use',
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  if (place.databaseUrl === undefined) requireRights(place.dataDir)
  const unlock = place.databaseUrl === undefined ? lockDataDir(place.dataDir) : () => undefined
  try {
    const database = await openDatabase(place)
    try {
      const others = await countOthers(database)
      if (others > 0) throw new StartError(inUse, { place: shown(place), n: others })
      return await work(database)
    } finally {
      await database.close()
    }
  } finally {
    unlock()
  }
}

function sayResult(result: CopyResult, { locale, say }: Terminal): void {
  const { table, source, target } = result
  const line = (rows: number, sha256: string) => `${String(rows).padStart(COUNT_WIDTH)}  ${sha256}`
  say(`${table.padEnd(NAME_WIDTH)}${line(source.rows, source.sha256)}`)
  if (!isSame(result)) say(`${text(locale, 'copy-other').padEnd(NAME_WIDTH)}${line(target.rows, target.sha256)}`)
}
