import { sql } from 'kysely'
import type { Database } from '../../server/db/open.ts'

/**
 * Runs calls at the same moment, for certain: on PostgreSQL a table is held against writing until this many of them
 * wait for something, and then let go. SQLite has one connection, so that its transactions never meet.
 */
export async function whileTableIsHeld<Result>(
  database: Database,
  table: string,
  waiting: number,
  start: () => Promise<Result>,
): Promise<Result> {
  if (database.kind === 'sqlite') return start()
  const { running } = await database.db.transaction().execute(async (trx) => {
    await sql`lock table ${sql.table(table)} in exclusive mode`.execute(trx)
    const started = start()
    await untilWaiting(database, waiting)
    // In an object: a promise by itself would be waited for before the table is let go.
    return { running: started }
  })
  return running
}

/** Comes back when so many on PostgreSQL wait for what somebody else holds. */
export async function untilWaiting(database: Database, waiting: number): Promise<void> {
  while ((await countWaiting(database)) < waiting);
}

async function countWaiting({ db }: Database): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return rows[0]?.waiting ?? 0
}
