import type { Kysely } from 'kysely'

/** Rounds in time: who answers them together, when they open by themselves, and when answers are due. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('round')
    .addColumn('answering', 'text', (column) => column.notNull().defaultTo('each'))
    .execute()
  for (const name of ['planned_open_at', 'due_at', 'reminded_at', 'plan_id'])
    await db.schema.alterTable('round').addColumn(name, 'text').execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const name of ['plan_id', 'reminded_at', 'due_at', 'planned_open_at', 'answering'])
    await db.schema.alterTable('round').dropColumn(name).execute()
}
