import type { Kysely } from 'kysely'

/** The rhythm of an organisation's rounds, one for each organisation; and days before its due day on which a round reminds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('round_plan')
    .addColumn('organisation_id', 'text', (column) =>
      column.notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('instrument_id', 'text', (column) => column.notNull())
    .addColumn('horizons', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('answering', 'text', (column) => column.notNull())
    .addColumn('groups', 'text', (column) => column.notNull())
    .addColumn('expected', 'integer')
    .addColumn('usual', 'text', (column) => column.notNull())
    .addColumn('full_quarter', 'integer')
    .addColumn('opens_from', 'text', (column) => column.notNull())
    .addColumn('opens_days', 'integer', (column) => column.notNull())
    .addColumn('open_days', 'integer', (column) => column.notNull())
    .addColumn('remind_days', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('round_plan_primary_key', ['organisation_id', 'id'])
    .addUniqueConstraint('round_plan_once', ['organisation_id'])
    .execute()
  await db.schema
    .alterTable('round')
    .addColumn('remind_days', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('round').dropColumn('remind_days').execute()
  await db.schema.dropTable('round_plan').execute()
}
