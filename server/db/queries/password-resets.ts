import type { Db, Trx } from '../open.ts'

/** A link that is kept by its hash: whose it is, and until when it is good. */
export interface NewLink {
  readonly tokenHash: string
  readonly userId: string
  readonly createdAt: string
  readonly expiresAt: string
}

/** Whose password a link changes. */
export interface LinkHolder {
  readonly userId: string
  readonly email: string
  readonly name: string
}

/** Keeps a link to choose another password. */
export async function insertPasswordReset(trx: Trx, link: NewLink): Promise<void> {
  await trx.insertInto('passwordReset').values(link).execute()
}

/** The account behind a link that is still good; undefined for any other, and for a locked account. */
export function findPasswordReset(db: Db, tokenHash: string, now: string): Promise<LinkHolder | undefined> {
  return db
    .selectFrom('passwordReset')
    .innerJoin('user', 'user.id', 'passwordReset.userId')
    .select(['user.id as userId', 'user.email', 'user.name'])
    .where('passwordReset.tokenHash', '=', tokenHash)
    .where('passwordReset.expiresAt', '>', now)
    .where('user.lockedAt', 'is', null)
    .executeTakeFirst()
}

/** Uses a link up; false when somebody did so before, even at the same moment. */
export async function takePasswordReset(trx: Trx, tokenHash: string, now: string): Promise<boolean> {
  const row = await trx
    .deleteFrom('passwordReset')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .returning('userId')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends every link of a user. */
export async function deletePasswordResets(trx: Trx, userId: string): Promise<void> {
  await trx.deleteFrom('passwordReset').where('userId', '=', userId).execute()
}
