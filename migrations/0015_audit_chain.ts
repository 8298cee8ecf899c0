import { createHash } from 'node:crypto'
import { type Kysely, PostgresAdapter, sql } from 'kysely'

/**
 * Every event carries its number, the hash of the event before it and its own, one chain for each organisation and one
 * for the installation; `audit_head` holds the end of each. Events that are there are chained as they stand.
 *
 * From then on the database itself refuses to change an event, and to delete one unless its organisation is gone
 * (erased: `on delete cascade` takes its events along) or its chain stands in `audit_door`, which only retention puts
 * there and takes away again in the same transaction.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_head')
    .addColumn('chain', 'text', (column) => column.primaryKey().notNull())
    .addColumn('organisation_id', 'text', (column) => column.references('organisation.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('start_number', 'integer', (column) => column.notNull())
    .addColumn('start_hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('audit_door')
    .addColumn('chain', 'text', (column) => column.primaryKey().notNull())
    .execute()
  for (const table of TABLES) {
    await db.schema
      .alterTable(table)
      .addColumn('number', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    for (const column of ['previous_hash', 'hash'])
      await db.schema
        .alterTable(table)
        .addColumn(column, 'text', (added) => added.notNull().defaultTo(''))
        .execute()
  }
  await chainExisting(db)
  await db.schema
    .createIndex('audit_event_number')
    .unique()
    .on('audit_event')
    .columns(['organisation_id', 'number'])
    .execute()
  await db.schema.createIndex('system_event_number').unique().on('system_event').column('number').execute()
  for (const statement of isPostgres(db) ? POSTGRES_GUARDS : SQLITE_GUARDS) await sql.raw(statement).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of isPostgres(db) ? POSTGRES_UNGUARD : SQLITE_UNGUARD) await sql.raw(statement).execute(db)
  for (const index of ['system_event_number', 'audit_event_number']) await db.schema.dropIndex(index).execute()
  for (const table of TABLES)
    for (const column of ['hash', 'previous_hash', 'number'])
      await db.schema.alterTable(table).dropColumn(column).execute()
  for (const table of ['audit_door', 'audit_head']) await db.schema.dropTable(table).execute()
}

const TABLES = ['audit_event', 'system_event']
const SYSTEM = 'system'

interface Event {
  readonly chain: string
  readonly id: string
  readonly at: string
  readonly user_id: string | null
  readonly action: string
  readonly object: string
}

interface Head {
  number: number
  hash: string
}

/** As `server/auth/event-hash.ts` does it today: what is stored stays as this made it, whatever becomes of that. */
function hashOf(previous: string, number: number, event: Event): string {
  const { action, at, chain, id, object, user_id: userId } = event
  const fields = { action, at, chain, id, number, object, userId }
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest('hex')
}

async function chainExisting(db: Kysely<unknown>): Promise<void> {
  const organisations = await sql<{ id: string }>`select id from organisation`.execute(db)
  const heads = new Map<string, Head>([[SYSTEM, { number: 0, hash: '' }]])
  for (const { id } of organisations.rows) heads.set(id, { number: 0, hash: '' })
  for (const [table, chain] of [
    ['audit_event', sql`organisation_id`],
    ['system_event', sql.lit(SYSTEM)],
  ] as const) {
    const { rows } = await sql<Event>`select ${chain} as chain, id, at, user_id, action, object
      from ${sql.table(table)} order by chain, at, id`.execute(db)
    for (const event of rows) await chainOne(db, table, event, heads)
  }
  for (const [chain, { number, hash }] of heads)
    await sql`insert into audit_head (chain, organisation_id, number, hash, start_number, start_hash)
      values (${chain}, ${chain === SYSTEM ? null : chain}, ${number}, ${hash}, 0, '')`.execute(db)
}

async function chainOne(db: Kysely<unknown>, table: string, event: Event, heads: Map<string, Head>): Promise<void> {
  const head = heads.get(event.chain)
  if (head === undefined) throw new Error(`an event of ${event.chain}, which is no organisation`)
  const previous = head.hash
  head.number += 1
  head.hash = hashOf(previous, head.number, event)
  const ofOrganisation = table === 'audit_event' ? sql`and organisation_id = ${event.chain}` : sql``
  await sql`update ${sql.table(table)} set number = ${head.number}, previous_hash = ${previous}, hash = ${head.hash}
    where id = ${event.id} ${ofOrganisation}`.execute(db)
}

function isPostgres(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}

const SQLITE_GUARDS = [
  `create trigger audit_event_unchanged before update on audit_event
    begin select raise(abort, 'an event is never changed'); end`,
  `create trigger system_event_unchanged before update on system_event
    begin select raise(abort, 'an event is never changed'); end`,
  `create trigger audit_event_kept before delete on audit_event
    when exists (select 1 from organisation where id = old.organisation_id)
      and not exists (select 1 from audit_door where chain = old.organisation_id)
    begin select raise(abort, 'an event is never deleted'); end`,
  `create trigger system_event_kept before delete on system_event
    when not exists (select 1 from audit_door where chain = 'system')
    begin select raise(abort, 'an event is never deleted'); end`,
]

const SQLITE_UNGUARD = TABLES.flatMap((table) => [`drop trigger ${table}_unchanged`, `drop trigger ${table}_kept`])

const POSTGRES_GUARDS = [
  `create function refuse_event_change() returns trigger language plpgsql as $$
    begin raise exception 'an event is never changed'; end $$`,
  `create function guard_audit_event() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from organisation where id = old.organisation_id)
        and not exists (select 1 from audit_door where chain = old.organisation_id)
      then raise exception 'an event is never deleted'; end if;
      return old;
    end $$`,
  `create function guard_system_event() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit_door where chain = 'system')
      then raise exception 'an event is never deleted'; end if;
      return old;
    end $$`,
  ...TABLES.flatMap((table) => [
    `create trigger ${table}_unchanged before update on ${table} for each row execute function refuse_event_change()`,
    `create trigger ${table}_kept before delete on ${table} for each row execute function guard_${table}()`,
    `create trigger ${table}_whole before truncate on ${table} for each statement execute function refuse_event_change()`,
  ]),
]

const POSTGRES_UNGUARD = [
  ...TABLES.flatMap((table) =>
    ['unchanged', 'kept', 'whole'].map((name) => `drop trigger ${table}_${name} on ${table}`),
  ),
  ...['refuse_event_change', 'guard_audit_event', 'guard_system_event'].map((name) => `drop function ${name}()`),
]
