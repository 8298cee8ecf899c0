import type { Kysely } from 'kysely'
import { lockTenantTables } from './0033_row_level_security.ts'

/**
 * Which figures of a company were published by a programme that was erased since: the company, the questionnaire and the
 * quarter, and nothing of what was published. What others publish is held against it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('erased_publication')
    .addColumn('organisation_id', 'text', (column) =>
      column.notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('instrument_id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('erased_publication_primary_key', ['organisation_id', 'id', 'instrument_id', 'period'])
    .execute()
  await lockTenantTables(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('erased_publication').execute()
}
