import type { CreateTableBuilder, Kysely } from 'kysely'

/**
 * One sheet that a team fills in together: every answer with who gave it, what is kept with a question, files that show
 * where an answer comes from, who is where at this moment, and who signed off what.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('team_answer')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('respondent_id', 'text', (column) => column.notNull())
    .addColumn('op_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('slot', 'integer', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('character', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('replaces', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('answered_at', 'text', (column) => column.notNull())
    .addColumn('settled_by', 'text')
    .addColumn('settled_at', 'text')
    .addPrimaryKeyConstraint('team_answer_primary_key', ['organisation_id', 'round_id', 'op_id'])
    .addForeignKeyConstraint(
      'team_answer_sheet_foreign_key',
      ['organisation_id', 'round_id', 'respondent_id'],
      'sheet',
      ['organisation_id', 'round_id', 'respondent_id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await ofRound(db.schema.createTable('item_work'), 'item_work')
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('assigned_to', 'text')
    .addColumn('certainty', 'text')
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('link', 'text')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('edited_by', 'text')
    .addColumn('edited_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('item_work_primary_key', ['organisation_id', 'round_id', 'item_id'])
    .execute()
  await ofRound(db.schema.createTable('evidence_file'), 'evidence_file')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('added_by', 'text')
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('evidence_file_primary_key', ['organisation_id', 'id'])
    .execute()
  await db.schema
    .createIndex('evidence_file_round_index')
    .on('evidence_file')
    .columns(['organisation_id', 'round_id'])
    .execute()
  await db.schema
    .createTable('evidence_content')
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('file_id', 'text', (column) => column.notNull())
    // SQLite keeps bytes as they are in a column of any type.
    .addColumn('content', 'bytea', (column) => column.notNull())
    .addPrimaryKeyConstraint('evidence_content_primary_key', ['organisation_id', 'file_id'])
    .addForeignKeyConstraint(
      'evidence_content_file_foreign_key',
      ['organisation_id', 'file_id'],
      'evidence_file',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await ofRound(db.schema.createTable('sheet_presence'), 'sheet_presence')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text')
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sheet_presence_primary_key', ['organisation_id', 'round_id', 'user_id'])
    .execute()
  await ofRound(db.schema.createTable('sign_off'), 'sign_off')
    .addColumn('user_id', 'text')
    .addColumn('signed_at', 'text', (column) => column.notNull())
    .addColumn('destinations', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sign_off_primary_key', ['organisation_id', 'round_id'])
    .execute()
}

function ofRound(table: CreateTableBuilder<string, never>, name: string): CreateTableBuilder<string, string> {
  return table
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addForeignKeyConstraint(
      `${name}_round_foreign_key`,
      ['organisation_id', 'round_id'],
      'round',
      ['organisation_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['sign_off', 'sheet_presence', 'evidence_content', 'evidence_file', 'item_work', 'team_answer'])
    await db.schema.dropTable(table).execute()
}
