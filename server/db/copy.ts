import { createHash, type Hash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { StartError } from '../start-error.ts'
import { type CopiedTable, copyOrder, listCopiedTables } from './copy-tables.ts'
import type { Database } from './open.ts'
import type { Tables } from './tables.ts'

/** How much a table holds: rows, and a SHA-256 over all of them in order of their key, the same on either database. */
export interface TableContents {
  readonly rows: number
  readonly sha256: string
}

/** One table before and after. */
export interface CopyResult {
  readonly table: string
  readonly source: TableContents
  readonly target: TableContents
}

type Plain = Kysely<Tables>
type Row = Readonly<Record<string, unknown>>

/** A database in the transaction that a copy takes. */
interface Side {
  readonly database: Database
  readonly trx: Plain
}

const ROWS_AT_ONCE = 500
/** A table with files: each may be two megabytes. */
const FILES_AT_ONCE = 8
/** SQLite takes 32,766 in one statement. */
const MOST_PARAMETERS = 30_000

/**
 * Copies every row of a database into another that has the same schema and nothing in it, in one transaction there, and
 * then reads both: the copy stays only when they hold the same. Nobody may write to the source meanwhile: it is locked
 * on PostgreSQL, and on SQLite whoever calls holds the lock of its folder.
 *
 * @param onTable told after each table; what differs is told too.
 * @returns whether everything is the same; where it is not, the target is as it was.
 * @throws {StartError} `copy-target-not-empty`, `copy-text-unstorable`.
 */
export async function copyDatabase(
  source: Database,
  target: Database,
  onTable: (result: CopyResult) => void,
): Promise<boolean> {
  const differs = new Error('the copy differs')
  try {
    await inTransaction(source, (from) =>
      inTransaction(target, async (to) => {
        const tables = await listCopiedTables(from.trx, source.kind)
        await holdStill(from, tables)
        await prepareTarget(to)
        const read = new Map<string, TableContents>()
        for (const table of await copyOrder(to.trx, target.kind, tables))
          read.set(table.name, await copyTable(from, to, table))
        const results = await compare(to, tables, read)
        for (const result of results) onTable(result)
        if (results.some((result) => !isSame(result))) throw differs
      }),
    )
    return true
  } catch (error) {
    if (error === differs) return false
    throw error
  }
}

/** Whether a table is the same on both sides. */
export function isSame({ source, target }: CopyResult): boolean {
  return source.rows === target.rows && source.sha256 === target.sha256
}

function inTransaction<Result>(database: Database, work: (side: Side) => Promise<Result>): Promise<Result> {
  const begin = database.db.withoutPlugins().transaction()
  const isolated = database.kind === 'postgres' ? begin.setIsolationLevel('repeatable read') : begin
  return isolated.execute((trx) => work({ database, trx }))
}

/** Until the copy is there, nobody writes: what came later would be missing without a word. */
async function holdStill({ database, trx }: Side, tables: readonly CopiedTable[]): Promise<void> {
  if (database.kind === 'sqlite') return
  const names = tables.map(({ name }) => sql.table(name))
  await sql`lock table ${sql.join(names)} in share mode`.execute(trx)
}

/**
 * Refuses a database in which there is something. An empty one may have been brought up to date, which begins a log.
 *
 * @throws {StartError} `copy-target-not-empty`.
 */
export async function refuseFilled(db: Plain): Promise<void> {
  for (const { name } of await db.introspection.getTables()) {
    const begun = name === 'audit_head' ? sql`where number > 0 or organisation_id is not null` : sql``
    const { rows } = await sql`select 1 from ${sql.table(name)} ${begun} limit 1`.execute(db)
    if (rows.length > 0) throw new StartError('copy-target-not-empty', {}, { details: [name] })
  }
}

async function prepareTarget({ database, trx }: Side): Promise<void> {
  await refuseFilled(trx)
  if (database.kind === 'sqlite') await sql`pragma defer_foreign_keys = on`.execute(trx)
  await sql`delete from audit_head`.execute(trx)
}

async function copyTable(from: Side, to: Side, table: CopiedTable): Promise<TableContents> {
  const tally = new Tally(table)
  for await (const rows of rowsOf(from, table)) {
    tally.add(rows)
    refuseUnstorable(to, table, rows)
    await insert(to.trx, table, rows)
  }
  return tally.contents()
}

async function compare(
  to: Side,
  tables: readonly CopiedTable[],
  read: ReadonlyMap<string, TableContents>,
): Promise<CopyResult[]> {
  const results: CopyResult[] = []
  for (const table of tables) {
    const tally = new Tally(table)
    for await (const rows of rowsOf(to, table)) tally.add(rows)
    const source = read.get(table.name) ?? { rows: 0, sha256: '' }
    results.push({ table: table.name, source, target: tally.contents() })
  }
  return results
}

/** PostgreSQL keeps no text with a character of code 0; SQLite does. */
function refuseUnstorable({ database }: Side, { name }: CopiedTable, rows: readonly Row[]): void {
  if (database.kind === 'sqlite') return
  const isUnstorable = (value: unknown) => typeof value === 'string' && value.includes('\0')
  if (rows.some((row) => Object.values(row).some(isUnstorable)))
    throw new StartError('copy-text-unstorable', { table: name })
}

async function insert(trx: Plain, { name, columns }: CopiedTable, rows: readonly Row[]): Promise<void> {
  const most = Math.floor(MOST_PARAMETERS / columns.length)
  for (let from = 0; from < rows.length; from += most) {
    const values = rows.slice(from, from + most).map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`)
    const into = sql`${sql.table(name)} (${sql.join(columns.map((column) => sql.id(column)))})`
    await sql`insert into ${into} values ${sql.join(values)}`.execute(trx)
  }
}

/** Every row in order of its key: of texts by their bytes, as SQLite orders, whatever the language of the database. */
async function* rowsOf({ database, trx }: Side, table: CopiedTable): AsyncGenerator<readonly Row[]> {
  const { name, columns, key, texts, hasBytes } = table
  const size = hasBytes ? FILES_AT_ONCE : ROWS_AT_ONCE
  const quoted = (column: string) => `"${column}"`
  const collation = database.kind === 'postgres' ? ' collate "C"' : ''
  const order = key.map((column) => quoted(column) + (texts.has(column) ? collation : ''))
  const select = `select ${columns.map(quoted).join(', ')} from ${quoted(name)} order by ${order.join(', ')}`
  if (database.sqlite !== undefined) {
    yield* chunks(database.sqlite.prepare(select).iterate() as IterableIterator<Row>, size)
    return
  }
  await sql.raw(`declare copied no scroll cursor for ${select}`).execute(trx)
  for (;;) {
    const { rows } = await sql.raw<Row>(`fetch ${size} from copied`).execute(trx)
    if (rows.length === 0) break
    yield rows
  }
  await sql`close copied`.execute(trx)
}

function* chunks(rows: IterableIterator<Row>, size: number): Generator<readonly Row[]> {
  let chunk: Row[] = []
  for (const row of rows) {
    chunk.push(row)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

/** Counts rows and hashes them, each as a line of JSON: the values by name of their column, bytes as their own hash. */
class Tally {
  readonly #columns: readonly string[]
  readonly #hash: Hash = createHash('sha256')
  #rows = 0

  constructor({ columns }: CopiedTable) {
    this.#columns = columns
  }

  add(rows: readonly Row[]): void {
    this.#rows += rows.length
    for (const row of rows) this.#hash.update(`${JSON.stringify(this.#columns.map((name) => canonical(row[name])))}\n`)
  }

  contents(): TableContents {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') }
  }
}

function canonical(value: unknown): unknown {
  return value instanceof Uint8Array ? { bytes: createHash('sha256').update(value).digest('hex') } : value
}

/** How many others are connected to this PostgreSQL database: a server that runs always is; 0 on SQLite, which has a lock. */
export async function countOthers({ db, kind }: Database): Promise<number> {
  if (kind === 'sqlite') return 0
  // Who has no user is a process of the database server itself.
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null`.execute(
    db.withoutPlugins(),
  )
  return rows[0]?.n ?? 0
}
