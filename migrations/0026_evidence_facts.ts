import type { Kysely } from 'kysely'

/** Figures that a report of the organisation holds already, beside the questions that they are about. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('evidence_fact')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('concept', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('label_nl', 'text', (column) => column.notNull())
    .addColumn('label_en', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('unit', 'text')
    .addColumn('period', 'text')
    .addColumn('place', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('evidence_fact_primary_key', ['organisation_id', 'round_id', 'item_id', 'number'])
    .addForeignKeyConstraint(
      'evidence_fact_round_foreign_key',
      ['organisation_id', 'round_id'],
      'round',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('evidence_fact').execute()
}
