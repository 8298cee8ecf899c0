import { type Kysely, PostgresAdapter, sql } from 'kysely'

/**
 * On PostgreSQL every table of organisations (its primary key begins with `organisation_id`) shows and takes only rows of
 * the organisations that the connection was told, in the setting `meervoud.organisations`: their ids with commas in
 * between, or `*` for every one. Where nothing was told there is nothing to see. `server/db/tenant-lock.ts` tells it.
 * The facts about a park are its programme's too. This holds for the owner of the tables too, and for nobody whom PostgreSQL lets pass: superusers, and roles with
 * BYPASSRLS. SQLite has no such thing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await lockTenantTables(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const name of await tenantTables(db)) {
    const table = sql.table(name)
    await sql`drop policy if exists ${sql.id(POLICY)} on ${table}`.execute(db)
    await sql`alter table ${table} no force row level security`.execute(db)
    await sql`alter table ${table} disable row level security`.execute(db)
  }
}

const POLICY = 'own_organisations'

/** Locks the tables of organisations that have no lock yet: the last thing of every later migration that makes one. */
export async function lockTenantTables(db: Kysely<unknown>): Promise<void> {
  for (const name of await tenantTables(db)) {
    const table = sql.table(name)
    await sql`alter table ${table} enable row level security`.execute(db)
    await sql`alter table ${table} force row level security`.execute(db)
    await sql`drop policy if exists ${sql.id(POLICY)} on ${table}`.execute(db)
    const isSeen =
      name === 'park_fact'
        ? sql`${isSeenBy('organisation_id')} or ${isSeenBy('programme_id')}`
        : isSeenBy('organisation_id')
    await sql`create policy ${sql.id(POLICY)} on ${table} using (${isSeen}) with check (${isSeen})`.execute(db)
  }
}

// In subqueries of their own, the setting is read once for each statement and not for each row.
const SETTING = sql`current_setting('meervoud.organisations', true)`
const isSeenBy = (column: string) => sql`(select ${SETTING}) = '*'
  or ${sql.id(column)} = any ((select string_to_array(${SETTING}, ','))::text[])`

async function tenantTables(db: Kysely<unknown>): Promise<string[]> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return []
  const { rows } = await sql<{ name: string }>`
    select relation.relname as name
    from pg_index key
    join pg_class relation on relation.oid = key.indrelid
    join pg_attribute first on first.attrelid = relation.oid and first.attnum = key.indkey[0]
    where key.indisprimary and first.attname = 'organisation_id'
      and relation.relnamespace = current_schema()::regnamespace
    order by relation.relname`.execute(db)
  return rows.map(({ name }) => name)
}
