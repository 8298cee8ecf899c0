import type Sqlite from 'better-sqlite3'
import { CamelCasePlugin, type Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { MIGRATIONS, migrations } from '../../migrations/index.ts'
import { StartError } from '../start-error.ts'
import { openSqlite, sqliteDialect } from './sqlite.ts'
import type { Tables } from './tables.ts'
import { lockConnection } from './tenant-lock.ts'
import { Transactions } from './transactions.ts'

/**
 * How connections to PostgreSQL notice that the other machine is gone without a word: some 20 seconds after the last
 * sign of life, and not after two hours, which is what systems do by themselves.
 */
export const AWAKE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const

/** A handle that queries take: the database, or the transaction that is going on. */
export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>

/** An open database, and which of the two it is. */
export interface Database {
  readonly db: Db
  readonly kind: 'sqlite' | 'postgres'
  /** The connection of the embedded database, for backups and checks; undefined on PostgreSQL. */
  readonly sqlite: Sqlite.Database | undefined
  close(): Promise<void>
}

/** Where the database is: a PostgreSQL address, or the folder of the embedded one. */
export interface DatabasePlace {
  readonly databaseUrl?: string | undefined
  readonly dataDir: string
}

// node-postgres hands 64-bit integers and numerics over as text, because they may not fit a JavaScript number; ours do.
pg.types.setTypeParser(20, Number)
pg.types.setTypeParser(1700, Number)

/**
 * Opens the database. It does not change the schema: `migrate` does.
 *
 * @throws {StartError} the database cannot be opened, or would lose what it acknowledged.
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  return place.databaseUrl === undefined ? openEmbedded(place.dataDir) : openPostgres(place.databaseUrl)
}

function openEmbedded(dataDir: string): Database {
  const sqlite = openSqlite(dataDir)
  const db = new Transactions({ dialect: sqliteDialect(sqlite), plugins: [camelCase()] })
  return { db, kind: 'sqlite', sqlite, close: () => db.destroy() }
}

async function openPostgres(databaseUrl: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, connectionTimeoutMillis: 10_000, ...AWAKE })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  // The pool listens to idle ones only: one that breaks while it is used fails its statement, and must do no more.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const dialect = new PostgresDialect({ pool, onCreateConnection: lockConnection })
  const db = new Transactions({ dialect, plugins: [camelCase()] })
  const close = async () => {
    await db.destroy()
    // Kysely ends the pool only when it has used it.
    if (!pool.ending) await pool.end()
  }
  try {
    const { rows } = await pool.query('select current_setting($1) as fsync, current_setting($2) as commit', [
      'fsync',
      'synchronous_commit',
    ])
    const { fsync, commit } = rows[0] as { fsync: string; commit: string }
    if (fsync !== 'on' || commit === 'off') {
      throw new StartError('database-unsafe', { setting: `fsync=${fsync}, synchronous_commit=${commit}` })
    }
  } catch (cause) {
    await close()
    if (cause instanceof StartError) throw cause
    throw new StartError('database-unreachable', {}, { cause })
  }
  return { db, kind: 'postgres', sqlite: undefined, close }
}

function camelCase(): CamelCasePlugin {
  return new CamelCasePlugin({ maintainNestedObjectKeys: true })
}

/**
 * Brings the schema up to date and says which migrations ran, in order.
 *
 * @throws {StartError} `database-newer` when a later version of the product made this database.
 */
export async function migrate(database: Database): Promise<string[]> {
  const migrator = new Migrator({ db: database.db.withoutPlugins(), provider: migrations })
  const { unknown } = await readMigrations(database)
  if (unknown.length > 0) throw new StartError('database-newer', {}, { details: unknown })
  const results = await inOneStep(database, async () => {
    const { error, results } = await migrator.migrateToLatest()
    if (error !== undefined) throw error
    return results
  })
  return (results ?? []).filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName)
}

/**
 * A process that dies in between leaves the old schema or the new one. On PostgreSQL Kysely sees to that; on SQLite it
 * runs each statement by itself, though SQLite can take changes of the schema back as well.
 */
async function inOneStep<Result>({ sqlite }: Database, work: () => Promise<Result>): Promise<Result> {
  if (sqlite === undefined) return work()
  sqlite.exec('begin immediate')
  try {
    const result = await work()
    sqlite.exec('commit')
    return result
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback')
    throw error
  }
}

/** Whether the database answers a question that it has to read a page for. */
export async function isAnswering({ db }: Pick<Database, 'db'>): Promise<boolean> {
  return db
    .executeQuery(sql`select 1 from "user" limit 1`.compile(db.withoutPlugins()))
    .then(() => true)
    .catch(() => false)
}

/** Migrations that this database has had, that it still needs, and that only a later version of the product knows. */
export async function readMigrations({
  db,
}: Database): Promise<{ applied: string[]; pending: string[]; unknown: string[] }> {
  const applied = await appliedMigrations(db.withoutPlugins())
  const pending = Object.keys(MIGRATIONS).filter((name) => !applied.includes(name))
  return { applied, pending, unknown: applied.filter((name) => !Object.hasOwn(MIGRATIONS, name)) }
}

async function appliedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const migrationTable = db as unknown as Kysely<{ kysely_migration: { name: string } }>
  const rows = await migrationTable.selectFrom('kysely_migration').select('name').execute()
  return rows.map(({ name }) => name)
}
