import { IDLE_HOURS } from '../../auth/session-length.ts'
import type { Db } from '../open.ts'
import type { SessionRow } from '../sign-in-tables.ts'

/** What is known of the session that a request came with. */
export type HeldSession = Omit<SessionRow, 'tokenHash' | 'agent' | 'expiresAt'>

/** The session that is still good; the row of the user is read too, so that a deleted or locked one is out at once. */
export function findSession(db: Db, tokenHash: string, now: string): Promise<HeldSession | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .select([
      'session.id',
      'session.userId',
      'session.method',
      'session.isStrong',
      'session.createdAt',
      'session.lastSeenAt',
      'session.confirmedAt',
    ])
    .where('session.tokenHash', '=', tokenHash)
    .where('session.expiresAt', '>', now)
    .where('session.lastSeenAt', '>', idleBefore(now))
    .where('user.lockedAt', 'is', null)
    .executeTakeFirst()
}

/** The sign-ins of a user that are still good, newest first, without their secrets. */
export function listSessions(
  db: Db,
  userId: string,
  now: string,
): Promise<Pick<SessionRow, 'id' | 'method' | 'agent' | 'createdAt' | 'lastSeenAt'>[]> {
  return db
    .selectFrom('session')
    .select(['id', 'method', 'agent', 'createdAt', 'lastSeenAt'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .where('lastSeenAt', '>', idleBefore(now))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
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
export async function insertSession(db: Db, session: SessionRow): Promise<void> {
  await db.insertInto('session').values(session).execute()
}

/** Notes that a session is in use. */
export async function updateSessionSeen(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('session').set({ lastSeenAt: at }).where('id', '=', id).execute()
}

/** Gives a session another secret and notes what its owner has shown; false when it has been ended meanwhile. */
export async function updateSessionProof(
  db: Db,
  id: string,
  proof: Pick<SessionRow, 'tokenHash'> & { confirmedAt?: string; isStrong?: number },
): Promise<boolean> {
  const row = await db.updateTable('session').set(proof).where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

/** Ends the session with this secret; its id and user, or undefined when there is none. */
export function deleteSession(db: Db, tokenHash: string): Promise<{ id: string; userId: string } | undefined> {
  return db.deleteFrom('session').where('tokenHash', '=', tokenHash).returning(['id', 'userId']).executeTakeFirst()
}

/** Ends one session of a user; false when this user has none with this id. */
export async function deleteSessionOfUser(db: Db, userId: string, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('session')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends all sessions of a user but one; how many there were. */
export async function deleteOtherSessions(db: Db, userId: string, keptId: string | undefined): Promise<number> {
  const others = db.deleteFrom('session').where('userId', '=', userId)
  const rows = await (keptId === undefined ? others : others.where('id', '!=', keptId)).returning('id').execute()
  return rows.length
}

/** Forgets the sessions that are over. */
export async function deleteSessionsBefore(db: Db, now: string): Promise<void> {
  await db
    .deleteFrom('session')
    .where((eb) => eb.or([eb('expiresAt', '<=', now), eb('lastSeenAt', '<=', idleBefore(now))]))
    .execute()
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

/** Withdraws all tokens of a user. */
export async function deleteApiTokensOfUser(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('apiToken').where('userId', '=', userId).execute()
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

/** A session that was last seen then or earlier is over. */
function idleBefore(now: string): string {
  return new Date(Date.parse(now) - IDLE_HOURS * 3_600_000).toISOString()
}
