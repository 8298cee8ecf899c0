import type { Kysely } from 'kysely'

/**
 * Companies in programmes: what a programme set, links that invite one company, who takes part on which park, and every
 * consent that was given or withdrawn, of which no row is ever changed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('programme')
    .addColumn('organisation_id', 'text', (column) =>
      column.notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn('instrument_id', 'text', (column) => column.notNull())
    .addColumn('slug', 'text')
    .addColumn('title_nl', 'text', (column) => column.notNull())
    .addColumn('title_en', 'text', (column) => column.notNull())
    .addColumn('about_nl', 'text', (column) => column.notNull())
    .addColumn('about_en', 'text', (column) => column.notNull())
    .addColumn('licence', 'text', (column) => column.notNull())
    .addColumn('contact', 'text', (column) => column.notNull())
    .addColumn('accent', 'text')
    .addColumn('shown_since', 'text')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('programme_primary_key', ['organisation_id'])
    .execute()
  await db.schema.createIndex('programme_slug').on('programme').column('slug').execute()
  await db.schema
    .createTable('programme_invitation')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('programme_id', 'text', (column) => column.notNull().references('organisation.id').onDelete('cascade'))
    .addColumn('park_id', 'text', (column) => column.references('organisation.id').onDelete('cascade'))
    .addColumn('note', 'text')
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .execute()
  await db.schema
    .createIndex('programme_invitation_programme')
    .on('programme_invitation')
    .column('programme_id')
    .execute()
  await db.schema
    .createTable('participation')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('programme_id', 'text', (column) => column.notNull().references('organisation.id').onDelete('cascade'))
    .addColumn('company_id', 'text', (column) => column.notNull().references('organisation.id').onDelete('cascade'))
    .addColumn('park_id', 'text', (column) => column.notNull().references('organisation.id').onDelete('cascade'))
    .addColumn('sector', 'text')
    .addColumn('joined_at', 'text', (column) => column.notNull())
    .addColumn('left_at', 'text')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addUniqueConstraint('participation_once', ['programme_id', 'company_id'])
    .execute()
  await db.schema.createIndex('participation_company').on('participation').column('company_id').execute()
  await db.schema
    .createTable('consent')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('programme_id', 'text', (column) => column.notNull().references('organisation.id').onDelete('cascade'))
    .addColumn('company_id', 'text', (column) => column.notNull().references('organisation.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('statement', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addUniqueConstraint('consent_order', ['programme_id', 'company_id', 'number'])
    .execute()
  await db.schema.createIndex('consent_company').on('consent').column('company_id').execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['consent', 'participation', 'programme_invitation', 'programme'])
    await db.schema.dropTable(table).execute()
}
