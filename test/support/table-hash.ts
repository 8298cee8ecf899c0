import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../server/db/open.ts'

const tables = new WeakMap<Database['db'], string[]>()

/** What is noted about calls, whatever they are: counts, the log of what was done, when a session was last used. */
export const BOOKKEEPING: readonly string[] = ['attempt', 'audit_event', 'audit_head', 'session', 'system_event']

/**
 * One hash over every row of every table: equal before and after means that nothing was written.
 *
 * @param except tables that do not count.
 */
export async function hashOfTables({ db }: Database, except: readonly string[] = []): Promise<string> {
  const plain = db.withoutPlugins()
  const names = tables.get(db) ?? (await plain.introspection.getTables()).map(({ name }) => name).sort()
  tables.set(db, names)
  const hash = createHash('sha256')
  for (const name of names) {
    if (except.includes(name)) continue
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(plain)
    const lines = rows.map((row) => JSON.stringify(row)).sort()
    hash.update(`${name}\n${lines.join('\n')}\n`)
  }
  return hash.digest('hex')
}
