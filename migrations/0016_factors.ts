import type { Kysely } from 'kysely'

/**
 * Sign-ins that their owner can look at and end, and a second factor: codes from an app, and recovery codes. Who was
 * signed in signs in once more: a sign-in of before has no id to be ended by, and lasted twelve hours at most anyway.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('session').execute()
  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('user_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('method', 'text', (column) => column.notNull())
    .addColumn('is_strong', 'integer', (column) => column.notNull())
    .addColumn('agent', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('last_seen_at', 'text', (column) => column.notNull())
    .addColumn('confirmed_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('session_user_id_index').on('session').column('user_id').execute()
  await db.schema
    .createTable('totp')
    .addColumn('user_id', 'text', (column) => column.primaryKey().notNull().references('user.id').onDelete('cascade'))
    .addColumn('sealed_seed', 'text')
    .addColumn('next_sealed_seed', 'text')
    .addColumn('since', 'text')
    .addColumn('last_step', 'integer')
    .execute()
  await db.schema
    .createTable('recovery_code')
    .addColumn('user_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .addPrimaryKeyConstraint('recovery_code_pk', ['user_id', 'code_hash'])
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['recovery_code', 'totp', 'session']) await db.schema.dropTable(table).execute()
  await db.schema
    .createTable('session')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('user_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('last_seen_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('session_user_id_index').on('session').column('user_id').execute()
}
