import { type Kysely, sql } from 'kysely'
import type { Database } from './open.ts'
import type { Tables } from './tables.ts'

/** A table as a copy needs it, with names as the database has them. */
export interface CopiedTable {
  readonly name: string
  /** By name. */
  readonly columns: readonly string[]
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[]
  /** Columns that hold text. */
  readonly texts: ReadonlySet<string>
  /** Whether it holds files. */
  readonly hasBytes: boolean
}

type Plain = Kysely<Tables>

/** Every table by name, but for those in which the migrator of each database keeps what it did. */
export async function listCopiedTables(db: Plain, kind: Database['kind']): Promise<CopiedTable[]> {
  const tables = await db.introspection.getTables()
  const keys = await keysOf(db, kind)
  return tables
    .map(({ name, columns }) => {
      const isText = ({ dataType }: { dataType: string }) => /^(text|varchar)/i.test(dataType)
      return {
        name,
        columns: columns.map((column) => column.name).sort(),
        key: keys.get(name) ?? [],
        texts: new Set(columns.filter(isText).map((column) => column.name)),
        hasBytes: columns.some(({ dataType }) => /^(bytea|blob)/i.test(dataType)),
      }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function keysOf(db: Plain, kind: Database['kind']): Promise<Map<string, string[]>> {
  const query =
    kind === 'sqlite'
      ? sql<{ name: string; column: string }>`
          select master.name as name, info.name as column
          from sqlite_master master join pragma_table_info(master.name) info
          where master.type = 'table' and info.pk > 0 order by master.name, info.pk`
      : sql<{ name: string; column: string }>`
          select relation.relname as name, attribute.attname as column
          from pg_index key join pg_class relation on relation.oid = key.indrelid
          cross join lateral unnest(key.indkey) with ordinality as part (number, place)
          join pg_attribute attribute on attribute.attrelid = relation.oid and attribute.attnum = part.number
          where key.indisprimary and relation.relnamespace = current_schema()::regnamespace
          order by relation.relname, part.place`
  const keys = new Map<string, string[]>()
  for (const { name, column } of (await query.execute(db)).rows) keys.set(name, [...(keys.get(name) ?? []), column])
  return keys
}

/**
 * The tables in an order in which each row finds what it refers to. SQLite can wait with that until the end.
 *
 * @throws {Error} two tables refer to each other: a fault in the schema.
 */
export async function copyOrder(
  db: Plain,
  kind: Database['kind'],
  tables: readonly CopiedTable[],
): Promise<readonly CopiedTable[]> {
  if (kind === 'sqlite') return tables
  const { rows } = await sql<{ name: string; needs: string }>`
    select one.relname as name, other.relname as needs
    from pg_constraint reference
    join pg_class one on one.oid = reference.conrelid
    join pg_class other on other.oid = reference.confrelid
    where reference.contype = 'f' and one.oid <> other.oid
      and one.relnamespace = current_schema()::regnamespace`.execute(db)
  const ordered: CopiedTable[] = []
  let waiting = [...tables]
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name))
    const waits = new Set(rows.filter(({ needs }) => names.has(needs)).map(({ name }) => name))
    const ready = waiting.filter(({ name }) => !waits.has(name))
    if (ready.length === 0) throw new Error(`tables that refer to each other: ${[...names].join(', ')}`)
    ordered.push(...ready)
    waiting = waiting.filter(({ name }) => waits.has(name))
  }
  return ordered
}
