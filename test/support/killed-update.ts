import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { Migrator } from 'kysely/migration'
import { MIGRATIONS, migrations } from '../../migrations/index.ts'
import { integrityFaults } from '../../server/db/backup.ts'
import { openDatabase, readMigrations } from '../../server/db/open.ts'
import { temporaryFolder } from '../bench/processes.ts'

/** The step from which updates are tried: an installation with an account. */
const OLD = '0014_operators'
const SCRIPT = new URL('dying-update.ts', import.meta.url).pathname

/** What an update that was killed before one of its statements left behind. */
export interface KilledUpdate {
  /** Steps that the database had after the kill. */
  readonly had: number
  /** Steps that it had before, and that it has when it is up to date. */
  readonly old: number
  readonly all: number
  /** Whether it was whole, with its account, and could be brought up to date after. */
  readonly isSound: boolean
}

/** How many statements an update from the old step takes. */
export async function countUpdateStatements(): Promise<number> {
  const folder = await oldDatabase()
  const { stdout } = spawnSync(process.execPath, [SCRIPT, folder, '0'], { encoding: 'utf8' })
  rmSync(folder, { recursive: true, force: true })
  return Number(stdout.trim())
}

/** Kills an update before its statement with this number, from 1, and looks what is left. */
export async function killUpdateAt(statement: number): Promise<KilledUpdate> {
  const folder = await oldDatabase()
  try {
    spawnSync(process.execPath, [SCRIPT, folder, String(statement)])
    const database = await openDatabase({ dataDir: folder })
    const { applied, unknown } = await readMigrations(database)
    const isWhole = database.sqlite !== undefined && integrityFaults(database.sqlite).length === 0
    await database.close()
    const again = spawnSync(process.execPath, [SCRIPT, folder, '0'])
    const after = await openDatabase({ dataDir: folder })
    const { pending } = await readMigrations(after)
    const names = await after.db.selectFrom('user').select('name').execute()
    await after.close()
    const isSound =
      isWhole && unknown.length === 0 && again.status === 0 && pending.length === 0 && names[0]?.name === 'Ann'
    const all = Object.keys(MIGRATIONS)
    return { had: applied.length, old: all.indexOf(OLD) + 1, all: all.length, isSound }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function oldDatabase(): Promise<string> {
  const folder = temporaryFolder('update')
  const database = await openDatabase({ dataDir: folder })
  const migrator = new Migrator({ db: database.db.withoutPlugins(), provider: migrations })
  await migrator.migrateTo(OLD)
  const row = `'a', 'a@example.org', 'Ann', 'nl', '-', '2026-01-01T00:00:00.000Z'`
  database.sqlite?.exec(`insert into user (id, email, name, locale, password_hash, created_at) values (${row})`)
  await database.close()
  return folder
}
