import type { Kysely } from 'kysely'

/**
 * Mail that is to be sent or was sent, links to choose another password, which days' reminders were written, and links
 * that switch reminders off. An invitation that is mailed has a second link of its own, beside the one on the screen.
 * None of them holds a secret: of tokens only the hash is kept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('mail')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text')
    .addColumn('locale', 'text')
    .addColumn('user_id', 'text', (column) => column.references('user.id').onDelete('cascade'))
    .addColumn('invitation_id', 'text', (column) => column.references('invitation.id').onDelete('cascade'))
    .addColumn('parameters', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'text')
    .addColumn('not_after', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text')
    .addColumn('failed_at', 'text')
    .execute()
  await db.schema.createIndex('mail_next_at').on('mail').column('next_at').execute()
  await db.schema.createIndex('mail_user').on('mail').column('user_id').execute()
  await db.schema.createIndex('mail_invitation').on('mail').column('invitation_id').execute()
  for (const name of ['password_reset', 'reminder_stop']) {
    const table = db.schema
      .createTable(name)
      .addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
      .addColumn('user_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
    await table.execute()
    await db.schema.createIndex(`${name}_user`).on(name).column('user_id').execute()
  }
  await db.schema
    .createTable('reminder_day')
    .addColumn('day', 'text', (column) => column.primaryKey().notNull())
    .execute()
  await db.schema
    .alterTable('user')
    .addColumn('has_reminders', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()
  await db.schema.alterTable('invitation').addColumn('email', 'text').execute()
  await db.schema.alterTable('invitation').addColumn('mailed_hash', 'text').execute()
  await db.schema.createIndex('invitation_mailed').unique().on('invitation').column('mailed_hash').execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('invitation_mailed').execute()
  for (const column of ['mailed_hash', 'email']) await db.schema.alterTable('invitation').dropColumn(column).execute()
  await db.schema.alterTable('user').dropColumn('has_reminders').execute()
  for (const table of ['reminder_day', 'reminder_stop', 'password_reset', 'mail']) {
    await db.schema.dropTable(table).execute()
  }
}
