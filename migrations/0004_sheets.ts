import type { Kysely } from 'kysely'

/**
 * Who takes part in a round and what each answered: one sheet row for a respondent. Nothing here has a clock in an
 * anonymous round; `credential` is the one look-up that is made before the tenant is known.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('respondent')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('join_hash', 'text')
    .addColumn('stakeholder_group', 'text')
    .addColumn('name', 'text')
    .addColumn('finished', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('respondent_primary_key', ['organisation_id', 'round_id', 'id'])
    .addUniqueConstraint('respondent_join_once', ['organisation_id', 'round_id', 'join_hash'])
    .addForeignKeyConstraint(
      'respondent_round_foreign_key',
      ['organisation_id', 'round_id'],
      'round',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createTable('credential')
    .addColumn('secret_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('respondent_id', 'text')
    .addForeignKeyConstraint(
      'credential_round_foreign_key',
      ['organisation_id', 'round_id'],
      'round',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .addForeignKeyConstraint(
      'credential_respondent_foreign_key',
      ['organisation_id', 'round_id', 'respondent_id'],
      'respondent',
      ['organisation_id', 'round_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createIndex('credential_round_index')
    .on('credential')
    .columns(['organisation_id', 'round_id', 'respondent_id'])
    .execute()
  await db.schema
    .createTable('sheet')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('respondent_id', 'text', (column) => column.notNull())
    .addColumn('answers', 'text', (column) => column.notNull())
    .addColumn('remarks', 'text', (column) => column.notNull())
    .addColumn('operations', 'text', (column) => column.notNull())
    .addColumn('late', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('sheet_primary_key', ['organisation_id', 'round_id', 'respondent_id'])
    .addForeignKeyConstraint(
      'sheet_respondent_foreign_key',
      ['organisation_id', 'round_id', 'respondent_id'],
      'respondent',
      ['organisation_id', 'round_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createTable('sheet_change')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('respondent_id', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('changes', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sheet_change_primary_key', ['organisation_id', 'round_id', 'respondent_id', 'revision'])
    .addForeignKeyConstraint(
      'sheet_change_sheet_foreign_key',
      ['organisation_id', 'round_id', 'respondent_id'],
      'sheet',
      ['organisation_id', 'round_id', 'respondent_id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['sheet_change', 'sheet', 'credential', 'respondent']) await db.schema.dropTable(table).execute()
}
