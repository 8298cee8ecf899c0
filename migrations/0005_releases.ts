import type { Kysely } from 'kysely'

/**
 * Frozen releases: the document that people read, its figures as cells for comparisons, and who contributed what at
 * that moment, which the re-release rule needs. Contributors are erased together with the sheets.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('release')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('final', 'integer', (column) => column.notNull())
    .addColumn('newer_answers', 'integer', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('release_primary_key', ['organisation_id', 'id'])
    .addUniqueConstraint('release_number_once', ['organisation_id', 'round_id', 'number'])
    .addForeignKeyConstraint(
      'release_round_foreign_key',
      ['organisation_id', 'round_id'],
      'round',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createTable('release_cell')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('release_id', 'text', (column) => column.notNull())
    .addColumn('population', 'text', (column) => column.notNull())
    .addColumn('horizon', 'text', (column) => column.notNull())
    .addColumn('dimension', 'text', (column) => column.notNull())
    .addColumn('perspective', 'text', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addColumn('score', 'integer')
    .addPrimaryKeyConstraint('release_cell_primary_key', [
      'organisation_id',
      'release_id',
      'population',
      'horizon',
      'dimension',
      'perspective',
    ])
    .addForeignKeyConstraint(
      'release_cell_release_foreign_key',
      ['organisation_id', 'release_id'],
      'release',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createTable('release_contributor')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('release_id', 'text', (column) => column.notNull())
    .addColumn('respondent_id', 'text', (column) => column.notNull())
    .addColumn('stakeholder_group', 'text')
    .addColumn('answers', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('release_contributor_primary_key', ['organisation_id', 'release_id', 'respondent_id'])
    .addForeignKeyConstraint(
      'release_contributor_release_foreign_key',
      ['organisation_id', 'release_id'],
      'release',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['release_contributor', 'release_cell', 'release']) await db.schema.dropTable(table).execute()
}
