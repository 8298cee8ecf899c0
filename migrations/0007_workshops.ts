import type { Kysely } from 'kysely'

/** Workshops: the room of a round, what its wall shows, and second votes, each of which is a round of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('workshop')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('plan', 'text', (column) => column.notNull())
    .addColumn('scene', 'text', (column) => column.notNull())
    .addColumn('black', 'integer', (column) => column.notNull())
    .addColumn('paused', 'integer', (column) => column.notNull())
    .addColumn('locked', 'integer', (column) => column.notNull())
    .addColumn('timer_ends_at', 'text')
    .addColumn('timer_seconds', 'integer')
    .addColumn('holder_id', 'text')
    .addColumn('held_since', 'text')
    .addColumn('revealed_release_id', 'text')
    .addColumn('released_at', 'text')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('workshop_primary_key', ['organisation_id', 'id'])
    .addUniqueConstraint('workshop_round_once', ['organisation_id', 'round_id'])
    .addForeignKeyConstraint(
      'workshop_round_foreign_key',
      ['organisation_id', 'round_id'],
      'round',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createTable('second_vote')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('workshop_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('arguments', 'text', (column) => column.notNull())
    .addColumn('revealed_release_id', 'text')
    .addPrimaryKeyConstraint('second_vote_primary_key', ['organisation_id', 'round_id'])
    .addUniqueConstraint('second_vote_number_once', ['organisation_id', 'workshop_id', 'number'])
    .addForeignKeyConstraint(
      'second_vote_round_foreign_key',
      ['organisation_id', 'round_id'],
      'round',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .addForeignKeyConstraint(
      'second_vote_workshop_foreign_key',
      ['organisation_id', 'workshop_id'],
      'workshop',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['second_vote', 'workshop']) await db.schema.dropTable(table).execute()
}
