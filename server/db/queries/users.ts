import type { Insertable } from 'kysely'
import { NO_PASSWORD } from '../../auth/passwords.ts'
import type { Locale } from '../../contract/common.ts'
import type { Db, Trx } from '../open.ts'
import type { Tables, UserRow } from '../tables.ts'

/** Whether anybody has an account here: until then the set-up is open to who holds its token. */
export async function hasUsers(db: Db): Promise<boolean> {
  return (await db.selectFrom('user').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** The user, or undefined when there is none with this id. */
export function findUser(db: Db, id: string): Promise<Omit<UserRow, 'passwordHash'> | undefined> {
  return db
    .selectFrom('user')
    .select(['id', 'email', 'name', 'locale', 'createdAt', 'isOperator', 'lockedAt', 'hasReminders'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What a user is called; undefined when there is none with this id. */
export async function findUserName(db: Db, id: string): Promise<string | undefined> {
  return (await db.selectFrom('user').select('name').where('id', '=', id).executeTakeFirst())?.name
}

/** What signing in needs. The address is compared as it is stored: trimmed and in lower case. */
export function findUserByEmail(
  db: Db,
  email: string,
): Promise<Pick<UserRow, 'id' | 'passwordHash' | 'lockedAt'> | undefined> {
  return db.selectFrom('user').select(['id', 'passwordHash', 'lockedAt']).where('email', '=', email).executeTakeFirst()
}

/** Adds a user; false when the email address has an account already. */
export async function insertUser(db: Db, user: Insertable<Tables['user']>): Promise<boolean> {
  const row = await db
    .insertInto('user')
    .values(user)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Changes name and language; what is left out stays as it is. */
export async function updateUser(db: Db, id: string, change: { name?: string; locale?: Locale }): Promise<void> {
  if (Object.keys(change).length > 0) await db.updateTable('user').set(change).where('id', '=', id).execute()
}

/** What is stored of the password of a user; undefined when there is no such user. */
export async function findPasswordHash(db: Db, id: string): Promise<string | undefined> {
  return (await db.selectFrom('user').select('passwordHash').where('id', '=', id).executeTakeFirst())?.passwordHash
}

/** Whether a user can sign in with a password; false for who came in through an organisation and chose none. */
export async function hasPassword(db: Db, id: string): Promise<boolean> {
  const passwordHash = await findPasswordHash(db, id)
  return passwordHash !== undefined && passwordHash !== NO_PASSWORD
}

/**
 * What a sign-in depends on, read and held until the transaction ends: whoever changes the password of this user, locks
 * or erases the account comes before it or after it, on both databases. Undefined when there is no such user.
 */
export function holdUser(trx: Trx, id: string): Promise<Pick<UserRow, 'passwordHash' | 'lockedAt'> | undefined> {
  return trx
    .updateTable('user')
    .set((eb) => ({ lockedAt: eb.ref('lockedAt') }))
    .where('id', '=', id)
    .returning(['passwordHash', 'lockedAt'])
    .executeTakeFirst()
}

/** Stores a password in another way; nothing when it was changed meanwhile. */
export async function replacePasswordHash(db: Db, id: string, from: string, to: string): Promise<void> {
  await db.updateTable('user').set({ passwordHash: to }).where('id', '=', id).where('passwordHash', '=', from).execute()
}

/** Gives the user with this address another password; the address is compared as it is stored. */
export async function updatePasswordHash(db: Db, email: string, passwordHash: string): Promise<void> {
  await db.updateTable('user').set({ passwordHash }).where('email', '=', email).execute()
}

/** Whether this user runs the installation. */
export async function isOperator(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('user').select('isOperator').where('id', '=', id).executeTakeFirst()
  return row?.isOperator === 1
}

/** Lets a user run the installation, or no longer. */
export async function updateOperator(db: Db, id: string, isNow: boolean): Promise<void> {
  await db
    .updateTable('user')
    .set({ isOperator: isNow ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}
