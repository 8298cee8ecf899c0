import type { Kysely } from 'kysely'

/**
 * What companies of a programme offer and need, per capital, and which of these fit together: who it is shows when both
 * said yes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('capital_offer')
    .addColumn('organisation_id', 'text', (column) =>
      column.notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('company_id', 'text', (column) => column.notNull().references('organisation.id').onDelete('cascade'))
    .addColumn('park_id', 'text', (column) => column.notNull())
    .addColumn('capital', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('match_ended_at', 'text')
    .addPrimaryKeyConstraint('capital_offer_primary_key', ['organisation_id', 'id'])
    .execute()
  await db.schema.createIndex('capital_offer_company').on('capital_offer').column('company_id').execute()
  await db.schema
    .createTable('capital_match')
    .addColumn('organisation_id', 'text', (column) =>
      column.notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('offer_id', 'text', (column) => column.notNull())
    .addColumn('need_id', 'text', (column) => column.notNull())
    .addColumn('offer_says', 'text')
    .addColumn('need_says', 'text')
    .addColumn('offer_contact', 'text')
    .addColumn('need_contact', 'text')
    .addColumn('agreed_at', 'text')
    .addPrimaryKeyConstraint('capital_match_primary_key', ['organisation_id', 'id'])
    .addUniqueConstraint('capital_match_once', ['organisation_id', 'offer_id', 'need_id'])
    .addForeignKeyConstraint(
      'capital_match_offer',
      ['organisation_id', 'offer_id'],
      'capital_offer',
      ['organisation_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .addForeignKeyConstraint(
      'capital_match_need',
      ['organisation_id', 'need_id'],
      'capital_offer',
      ['organisation_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['capital_match', 'capital_offer']) await db.schema.dropTable(table).execute()
}
