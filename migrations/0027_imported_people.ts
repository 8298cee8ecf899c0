import type { Kysely } from 'kysely'

/** Names of people who are named in an organisation that came out of an archive, and who have no account here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('imported_person')
    .addColumn('organisation_id', 'text', (column) =>
      column.notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('imported_person_primary_key', ['organisation_id', 'id'])
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('imported_person').execute()
}
