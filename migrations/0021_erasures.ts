import type { Kysely } from 'kysely'

/**
 * What was erased, by bare id, so that a restored backup can be told to forget it again; organisations that wait to be
 * erased; and what was deleted of each organisation because it had been kept long enough.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('erasure')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('erased', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('swept_at', 'text')
    .execute()
  await db.schema
    .createTable('erasure_request')
    .addColumn('organisation_id', 'text', (column) =>
      column.primaryKey().notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn('requested_by', 'text', (column) => column.notNull())
    .addColumn('requested_at', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('retention')
    .addColumn('organisation_id', 'text', (column) =>
      column.primaryKey().notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text')
    .addColumn('sheets', 'integer', (column) => column.notNull())
    .addColumn('texts', 'integer', (column) => column.notNull())
    .addColumn('events', 'integer', (column) => column.notNull())
    .addColumn('swept_at', 'text')
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['retention', 'erasure_request', 'erasure']) await db.schema.dropTable(table).execute()
}
