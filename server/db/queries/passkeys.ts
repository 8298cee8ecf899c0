import type { Db } from '../open.ts'
import type { PasskeyChallengeRow, PasskeyRow } from '../sign-in-tables.ts'

/** The passkeys of a user, oldest first. */
export function listPasskeys(db: Db, userId: string): Promise<PasskeyRow[]> {
  return db.selectFrom('passkey').selectAll().where('userId', '=', userId).orderBy('createdAt').orderBy('id').execute()
}

/** The passkey with this credential id, of a user who is not locked. */
export function findPasskey(db: Db, credentialId: string): Promise<PasskeyRow | undefined> {
  return db
    .selectFrom('passkey')
    .innerJoin('user', 'user.id', 'passkey.userId')
    .selectAll('passkey')
    .where('passkey.credentialId', '=', credentialId)
    .where('user.lockedAt', 'is', null)
    .executeTakeFirst()
}

/** Keeps a new passkey; false when this credential is kept already. */
export async function insertPasskey(db: Db, passkey: PasskeyRow): Promise<boolean> {
  const row = await db
    .insertInto('passkey')
    .values(passkey)
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Gives a passkey of this user another name; false when there is none with this id. */
export async function updatePasskeyName(db: Db, userId: string, id: string, name: string): Promise<boolean> {
  const row = await db
    .updateTable('passkey')
    .set({ name })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Notes that a passkey was used; false when it counted no further than before, which says that there are two of it.
 * Passkeys that count nothing report 0 each time. One statement, so that of two uses with one number one is refused.
 */
export async function updatePasskeyUse(
  db: Db,
  id: string,
  { counter, isSynced, at }: { counter: number; isSynced: boolean; at: string },
): Promise<boolean> {
  const row = await db
    .updateTable('passkey')
    .set({ counter, isSynced: isSynced ? 1 : 0, lastUsedAt: at })
    .where('id', '=', id)
    .where((eb) => (counter === 0 ? eb('counter', '=', 0) : eb('counter', '<', counter)))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Removes a passkey of this user; false when there is none with this id. */
export async function deletePasskey(db: Db, userId: string, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Removes every passkey of a user. */
export async function deletePasskeysOfUser(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('passkey').where('userId', '=', userId).execute()
}

/** Keeps the hash of a challenge until it comes back. */
export async function insertChallenge(db: Db, challenge: PasskeyChallengeRow): Promise<void> {
  await db.insertInto('passkeyChallenge').values(challenge).execute()
}

/** Takes a challenge out: of two that bring the same one, one gets it. */
export function takeChallenge(db: Db, challengeHash: string): Promise<PasskeyChallengeRow | undefined> {
  return db.deleteFrom('passkeyChallenge').where('challengeHash', '=', challengeHash).returningAll().executeTakeFirst()
}

/** Forgets the challenges that nobody answered in time. */
export async function deleteChallengesBefore(db: Db, now: string): Promise<void> {
  await db.deleteFrom('passkeyChallenge').where('expiresAt', '<=', now).execute()
}
