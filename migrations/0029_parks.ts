import type { Kysely } from 'kysely'

/** Regions by official code, and what is known of a business park beside its scores: never a part of one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('region')
    .addColumn('code', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('park_fact')
    .addColumn('organisation_id', 'text', (column) =>
      column.notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn('programme_id', 'text', (column) => column.notNull().references('organisation.id').onDelete('cascade'))
    .addColumn('region_code', 'text', (column) => column.references('region.code'))
    .addColumn('municipality', 'text')
    .addColumn('register_number', 'text')
    .addColumn('kind', 'text')
    .addColumn('hectares_gross', 'double precision')
    .addColumn('hectares_net', 'double precision')
    .addColumn('as_of', 'text')
    .addColumn('source', 'text')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('park_fact_primary_key', ['organisation_id'])
    .execute()
  await db.schema.createIndex('park_fact_programme').on('park_fact').column('programme_id').execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['park_fact', 'region']) await db.schema.dropTable(table).execute()
}
