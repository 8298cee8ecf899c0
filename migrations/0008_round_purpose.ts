import type { Kysely } from 'kysely'

/** What a round is for: an assessment, a second vote in a workshop, or a rehearsal that never counts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('round')
    .addColumn('purpose', 'text', (column) => column.notNull().defaultTo('assessment'))
    .execute()
  await db.schema.createIndex('round_state_index').on('round').column('state').execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('round_state_index').execute()
  await db.schema.alterTable('round').dropColumn('purpose').execute()
}
