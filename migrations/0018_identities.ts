import type { Kysely } from 'kysely'

/**
 * Who a user is at the organisation's own sign-in (OpenID Connect): its address and its name for the person, never an
 * email address alone. A journey is somebody who was sent there and has not come back; what binds the journey to one
 * browser is a cookie, of which only the hash is here.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('identity')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('user_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('last_used_at', 'text')
    .addUniqueConstraint('identity_subject_once', ['issuer', 'subject'])
    .addUniqueConstraint('identity_user_once', ['user_id', 'issuer'])
    .execute()
  await db.schema
    .createTable('oidc_journey')
    .addColumn('state_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('browser_hash', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.references('user.id').onDelete('cascade'))
    .addColumn('invitation_hash', 'text')
    .addColumn('return_to', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('oidc_journey_expires_at_index').on('oidc_journey').column('expires_at').execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['oidc_journey', 'identity']) await db.schema.dropTable(table).execute()
}
