import pg from 'pg'
import type { Database } from '../../server/db/open.ts'

/** A row by the names that its columns have in the database. */
export type BulkRow = Readonly<Record<string, string | number | null>>

/** Puts very many rows into tables: nothing is validated, and on PostgreSQL foreign keys are not looked up. */
export interface Bulk {
  insert(table: string, rows: readonly BulkRow[]): Promise<void>
  close(): Promise<void>
}

/** Into the embedded database. */
export function bulkIntoSqlite({ sqlite }: Database): Bulk {
  if (sqlite === undefined) throw new Error('this is another database')
  sqlite.pragma('foreign_keys = off')
  return {
    insert: async (table, rows) => {
      const [first] = rows
      if (first === undefined) return
      const columns = Object.keys(first)
      const insert = sqlite.prepare(
        `insert into ${table} (${quoted(columns)}) values (${columns.map((name) => `@${name}`).join(', ')})`,
      )
      sqlite.transaction(() => {
        for (const row of rows) insert.run(row)
      })()
    },
    close: async () => {
      sqlite.pragma('foreign_keys = on')
      sqlite.exec('analyze')
    },
  }
}

/** As many rows as PostgreSQL is sent in one text. */
const ROWS_AT_ONCE = 20_000

/** Into PostgreSQL, as a superuser: no lock between organisations holds for it. */
export async function bulkIntoPostgres(superUrl: string): Promise<Bulk> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  await client.query('set session_replication_role = replica')
  await client.query('set synchronous_commit = off')
  return {
    insert: async (table, rows) => {
      const columns = quoted(Object.keys(rows[0] ?? {}))
      const statement = `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        await client.query(statement, [JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE))])
      }
    },
    close: async () => {
      await client.query('analyze')
      await client.end()
    },
  }
}

function quoted(columns: readonly string[]): string {
  return columns.map((name) => `"${name}"`).join(', ')
}
