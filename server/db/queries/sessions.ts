import type { Db } from '../open.ts'

/** The user of a session that is still good; the row of the user is read too, so that a deleted or locked one is out at once. */
export async function findUserIdOfSession(db: Db, tokenHash: string, now: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .select('user.id')
    .where('session.tokenHash', '=', tokenHash)
    .where('session.expiresAt', '>', now)
    .where('user.lockedAt', 'is', null)
    .executeTakeFirst()
  return row?.id
}

/** The user with whose rights a script's token works. */
export async function findUserIdOfApiToken(db: Db, tokenHash: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('apiToken')
    .innerJoin('user', 'user.id', 'apiToken.userId')
    .select('user.id')
    .where('apiToken.tokenHash', '=', tokenHash)
    .where('user.lockedAt', 'is', null)
    .executeTakeFirst()
  return row?.id
}

/** Keeps a new session. */
export async function insertSession(
  db: Db,
  session: { tokenHash: string; userId: string; createdAt: string; lastSeenAt: string; expiresAt: string },
): Promise<void> {
  await db.insertInto('session').values(session).execute()
}

/** Ends a session; one that is not there is ended already. */
export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('tokenHash', '=', tokenHash).execute()
}

/** Forgets the sessions that are over. */
export async function deleteSessionsBefore(db: Db, now: string): Promise<void> {
  await db.deleteFrom('session').where('expiresAt', '<=', now).execute()
}

/** The tokens of a user, oldest first, without their hashes. */
export function listApiTokens(db: Db, userId: string): Promise<{ id: string; name: string; createdAt: string }[]> {
  return db
    .selectFrom('apiToken')
    .select(['id', 'name', 'createdAt'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** Keeps a new token. */
export async function insertApiToken(
  db: Db,
  token: { id: string; tokenHash: string; userId: string; name: string; createdAt: string },
): Promise<void> {
  await db.insertInto('apiToken').values(token).execute()
}

/** Withdraws a token; false when this user has none with this id. */
export async function deleteApiToken(db: Db, userId: string, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('apiToken')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
