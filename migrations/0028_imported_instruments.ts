import type { Kysely } from 'kysely'

/**
 * Instruments that an organisation brought along, one row for each version. A version never changes. After a round was
 * handed over, two organisations may hold the same one: `instrument_version` keeps that it is the same.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('imported_instrument')
    .addColumn('organisation_id', 'text', (column) =>
      column.notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('form_id', 'text')
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('texts_nl', 'text', (column) => column.notNull())
    .addColumn('texts_en', 'text', (column) => column.notNull())
    .addColumn('lineage', 'text')
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('imported_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('imported_instrument_primary_key', ['organisation_id', 'id', 'version'])
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('imported_instrument').execute()
}
