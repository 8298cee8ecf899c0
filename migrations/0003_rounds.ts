import type { Kysely } from 'kysely'

/** Rounds with the frozen, ordered list of what each asks, and the instrument versions that were ever used. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('instrument_version')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('instrument_version_primary_key', ['id', 'version'])
    .execute()
  await db.schema
    .createTable('round')
    .addColumn('organisation_id', 'text', (column) =>
      column.notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('instrument_id', 'text', (column) => column.notNull())
    .addColumn('instrument_version', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('horizons', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('groups', 'text', (column) => column.notNull())
    .addColumn('expected', 'integer')
    .addColumn('threshold', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text')
    .addColumn('closes_at', 'text')
    .addColumn('closed_at', 'text')
    .addPrimaryKeyConstraint('round_primary_key', ['organisation_id', 'id'])
    .addForeignKeyConstraint(
      'round_instrument_version_foreign_key',
      ['instrument_id', 'instrument_version'],
      'instrument_version',
      ['id', 'version'],
    )
    .execute()
  await db.schema
    .createTable('round_item')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('round_item_primary_key', ['organisation_id', 'round_id', 'position'])
    .addUniqueConstraint('round_item_once', ['organisation_id', 'round_id', 'item_id'])
    .addForeignKeyConstraint(
      'round_item_round_foreign_key',
      ['organisation_id', 'round_id'],
      'round',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['round_item', 'round', 'instrument_version']) await db.schema.dropTable(table).execute()
}
