import { type Kysely, sql } from 'kysely'

/**
 * Reflections: the conversation about a frozen release. Cards of phones have no author, only a key that one phone can
 * make again, and no time at all.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reflection')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('release_id', 'text', (column) => column.notNull())
    .addColumn('guide_id', 'text', (column) => column.notNull())
    .addColumn('guide_version', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('capitals', 'text', (column) => column.notNull())
    .addColumn('skipped', 'text', (column) => column.notNull())
    .addColumn('phases', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('reflection_primary_key', ['organisation_id', 'id'])
    .addForeignKeyConstraint(
      'reflection_round_foreign_key',
      ['organisation_id', 'round_id'],
      'round',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createIndex('reflection_round_index')
    .on('reflection')
    .columns(['organisation_id', 'round_id'])
    .execute()
  await db.schema
    .createTable('reflection_entry')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('reflection_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('question', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('author_id', 'text')
    .addColumn('author_key', 'text')
    .addColumn('editor_id', 'text')
    .addColumn('carried', 'integer', (column) => column.notNull().defaultTo(sql`0`))
    .addColumn('hidden', 'integer', (column) => column.notNull().defaultTo(sql`0`))
    .addColumn('group_id', 'text')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('reflection_entry_primary_key', ['organisation_id', 'reflection_id', 'id'])
    .addForeignKeyConstraint(
      'reflection_entry_reflection_foreign_key',
      ['organisation_id', 'reflection_id'],
      'reflection',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createTable('reflection_vote')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('reflection_id', 'text', (column) => column.notNull())
    .addColumn('question', 'integer', (column) => column.notNull())
    .addColumn('voter_key', 'text', (column) => column.notNull())
    .addColumn('dots', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('reflection_vote_primary_key', [
      'organisation_id',
      'reflection_id',
      'question',
      'voter_key',
    ])
    .addForeignKeyConstraint(
      'reflection_vote_reflection_foreign_key',
      ['organisation_id', 'reflection_id'],
      'reflection',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createTable('reflection_presence')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('reflection_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('question', 'integer')
    .addColumn('entry_id', 'text')
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('reflection_presence_primary_key', ['organisation_id', 'reflection_id', 'user_id'])
    .addForeignKeyConstraint(
      'reflection_presence_reflection_foreign_key',
      ['organisation_id', 'reflection_id'],
      'reflection',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['reflection_presence', 'reflection_vote', 'reflection_entry', 'reflection'])
    await db.schema.dropTable(table).execute()
}
