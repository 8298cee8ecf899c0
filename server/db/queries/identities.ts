import type { Db } from '../open.ts'
import type { IdentityRow, OidcJourneyRow } from '../sign-in-tables.ts'

/** Who this is here, of the people whom this issuer knows. */
export function findIdentity(db: Db, issuer: string, subject: string): Promise<IdentityRow | undefined> {
  return db
    .selectFrom('identity')
    .selectAll()
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
}

/** The identities of a user, oldest first, without what the issuers call the person. */
export function listIdentities(db: Db, userId: string): Promise<Omit<IdentityRow, 'userId' | 'subject'>[]> {
  return db
    .selectFrom('identity')
    .select(['id', 'issuer', 'createdAt', 'lastUsedAt'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** Keeps a new identity; false when somebody has it, or this user has another one at the same issuer. */
export async function insertIdentity(db: Db, identity: IdentityRow): Promise<boolean> {
  const row = await db
    .insertInto('identity')
    .values(identity)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes that an identity was used. */
export async function updateIdentityUse(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('identity').set({ lastUsedAt: at }).where('id', '=', id).execute()
}

/** Removes an identity of this user; false when there is none with this id. */
export async function deleteIdentity(db: Db, userId: string, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('identity')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps a journey until it comes back. */
export async function insertJourney(db: Db, journey: OidcJourneyRow): Promise<void> {
  await db.insertInto('oidcJourney').values(journey).execute()
}

/** Takes a journey out: of two that come back with the same state, one gets it. */
export function takeJourney(db: Db, stateHash: string): Promise<OidcJourneyRow | undefined> {
  return db.deleteFrom('oidcJourney').where('stateHash', '=', stateHash).returningAll().executeTakeFirst()
}

/** Forgets the journeys that did not come back in time. */
export async function deleteJourneysBefore(db: Db, now: string): Promise<void> {
  await db.deleteFrom('oidcJourney').where('expiresAt', '<=', now).execute()
}
