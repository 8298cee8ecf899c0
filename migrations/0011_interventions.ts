import type { Kysely } from 'kysely'

/** Interventions with what is expected of them, who objects, and their reviews. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('intervention')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('reflection_id', 'text')
    .addColumn('round_id', 'text')
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('review_on', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('price', 'text')
    .addColumn('effects_revision', 'integer', (column) => column.notNull())
    .addColumn('consent', 'text', (column) => column.notNull())
    .addColumn('editor_id', 'text')
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('intervention_primary_key', ['organisation_id', 'id'])
    .addForeignKeyConstraint(
      'intervention_round_foreign_key',
      ['organisation_id', 'round_id'],
      'round',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .addForeignKeyConstraint(
      'intervention_reflection_foreign_key',
      ['organisation_id', 'reflection_id'],
      'reflection',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createTable('expected_effect')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('intervention_id', 'text', (column) => column.notNull())
    .addColumn('dimension', 'text', (column) => column.notNull())
    .addColumn('perspective', 'text', (column) => column.notNull())
    .addColumn('effect', 'integer', (column) => column.notNull())
    .addColumn('term', 'text', (column) => column.notNull())
    .addColumn('confidence', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('expected_effect_primary_key', [
      'organisation_id',
      'intervention_id',
      'dimension',
      'perspective',
    ])
    .addForeignKeyConstraint(
      'expected_effect_intervention_foreign_key',
      ['organisation_id', 'intervention_id'],
      'intervention',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createTable('consent_stance')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('intervention_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('voter_key', 'text', (column) => column.notNull())
    .addColumn('stance', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('resolution', 'text')
    .addPrimaryKeyConstraint('consent_stance_primary_key', ['organisation_id', 'intervention_id', 'id'])
    .addUniqueConstraint('consent_stance_voter_once', ['organisation_id', 'intervention_id', 'voter_key'])
    .addForeignKeyConstraint(
      'consent_stance_intervention_foreign_key',
      ['organisation_id', 'intervention_id'],
      'intervention',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createTable('agreement_review')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('intervention_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('reviewed_at', 'text', (column) => column.notNull())
    .addColumn('helped', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('improve', 'text', (column) => column.notNull())
    .addColumn('dropped', 'integer', (column) => column.notNull())
    .addColumn('next_review_on', 'text')
    .addColumn('author_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('agreement_review_primary_key', ['organisation_id', 'intervention_id', 'id'])
    .addForeignKeyConstraint(
      'agreement_review_intervention_foreign_key',
      ['organisation_id', 'intervention_id'],
      'intervention',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['agreement_review', 'consent_stance', 'expected_effect', 'intervention'])
    await db.schema.dropTable(table).execute()
}
