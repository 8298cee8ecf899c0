import { type Kysely, sql } from 'kysely'

/**
 * Who runs this installation: the first account, until somebody says otherwise. Operators see how it is doing, and
 * nothing that an organisation keeps in it. A locked account cannot be used until it is unlocked. What happens outside
 * every organisation is noted in `system_event`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('user')
    .addColumn('is_operator', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('user').addColumn('locked_at', 'text').execute()
  await sql`update "user" set is_operator = 1 where id = (select id from "user" order by created_at, id limit 1)`.execute(
    db,
  )
  await db.schema
    .createTable('system_event')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('object', 'text', (column) => column.notNull())
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('system_event').execute()
  await db.schema.alterTable('user').dropColumn('locked_at').execute()
  await db.schema.alterTable('user').dropColumn('is_operator').execute()
}
