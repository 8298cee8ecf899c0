import type { Kysely } from 'kysely'

/** Addresses of calendar feeds, and an organisation's own examples beside the library. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('calendar_feed')
    .addColumn('token_hash', 'text', (column) => column.notNull().primaryKey())
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('calendar_feed_once', ['organisation_id', 'user_id'])
    .addForeignKeyConstraint('calendar_feed_user_foreign_key', ['user_id'], 'user', ['id'], (constraint) =>
      constraint.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createTable('example')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('editor_id', 'text')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('example_primary_key', ['organisation_id', 'id'])
    .addForeignKeyConstraint(
      'example_organisation_foreign_key',
      ['organisation_id'],
      'organisation',
      ['id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['example', 'calendar_feed']) await db.schema.dropTable(table).execute()
}
