import type { Kysely } from 'kysely'

/** The world outside: parties with a line for each capital that goes to and fro, and one small experiment a quarter. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('network_party')
    .addColumn('organisation_id', 'text', (column) =>
      column.notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('links', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('network_party_primary_key', ['organisation_id', 'id'])
    .execute()
  await db.schema
    .createTable('experiment')
    .addColumn('organisation_id', 'text', (column) =>
      column.notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('party_id', 'text')
    .addColumn('hypothesis', 'text', (column) => column.notNull())
    .addColumn('smallest_test', 'text', (column) => column.notNull())
    .addColumn('measure', 'text', (column) => column.notNull())
    .addColumn('starts_on', 'text', (column) => column.notNull())
    .addColumn('ends_on', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('learned', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('experiment_primary_key', ['organisation_id', 'id'])
    .addUniqueConstraint('experiment_period_once', ['organisation_id', 'period'])
    // No `on delete set null`: it would empty the organisation too. Who removes a party takes it off its experiments.
    .addForeignKeyConstraint('experiment_party_foreign_key', ['organisation_id', 'party_id'], 'network_party', [
      'organisation_id',
      'id',
    ])
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['experiment', 'network_party']) await db.schema.dropTable(table).execute()
}
