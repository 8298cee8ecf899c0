import type { Db } from '../open.ts'
import type { TotpRow } from '../sign-in-tables.ts'

/** Whether a user has something beside a password: codes from an app that were tried once, or a passkey. */
export async function hasFactor(db: Db, userId: string): Promise<boolean> {
  return (await hasTotp(db, userId)) || (await hasPasskey(db, userId))
}

/** Whether a user has codes from an app; set up and never tried does not count. */
export async function hasTotp(db: Db, userId: string): Promise<boolean> {
  return (await findTotp(db, userId))?.sealedSeed != null
}

/** Whether a user has a passkey. */
export async function hasPasskey(db: Db, userId: string): Promise<boolean> {
  const row = await db.selectFrom('passkey').select('id').where('userId', '=', userId).limit(1).executeTakeFirst()
  return row !== undefined
}

/** The app codes of a user, tried or not; undefined when there are none. */
export function findTotp(db: Db, userId: string): Promise<TotpRow | undefined> {
  return db.selectFrom('totp').selectAll().where('userId', '=', userId).executeTakeFirst()
}

/** Some sealed seeds of this installation, to see whether the key still opens them. */
export function listSealedSeeds(db: Db, most: number): Promise<Pick<TotpRow, 'userId' | 'sealedSeed'>[]> {
  return db
    .selectFrom('totp')
    .select(['userId', 'sealedSeed'])
    .where('sealedSeed', 'is not', null)
    .limit(most)
    .execute()
}

/** Keeps a seed that has still to be tried, in the place of another such one. */
export async function upsertNextSeed(db: Db, userId: string, nextSealedSeed: string): Promise<void> {
  await db
    .insertInto('totp')
    .values({ userId, sealedSeed: null, nextSealedSeed, since: null, lastStep: null })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ nextSealedSeed }))
    .execute()
}

/** Forgets a seed that was handed out, as it was kept, and never tried well; what is in use stays. */
export async function deleteNextSeed(db: Db, userId: string, nextSealedSeed: string): Promise<void> {
  await db
    .updateTable('totp')
    .set({ nextSealedSeed: null })
    .where('userId', '=', userId)
    .where('nextSealedSeed', '=', nextSealedSeed)
    .execute()
}

/**
 * Takes a seed into use and uses up the code that tried it. `tried` is how it was kept until now, `seed` how it is from
 * now on. False when another seed was handed out meanwhile, or this one was taken into use already.
 */
export async function adoptNextSeed(
  db: Db,
  userId: string,
  { tried, seed, since, step }: { tried: string; seed: string; since: string; step: number },
): Promise<boolean> {
  const row = await db
    .updateTable('totp')
    .set({ sealedSeed: seed, nextSealedSeed: null, since, lastStep: step })
    .where('userId', '=', userId)
    .where('nextSealedSeed', '=', tried)
    .returning('userId')
    .executeTakeFirst()
  return row !== undefined
}

/** Uses up the code of a half minute and all before it, in one statement; false when it was used up already. */
export async function takeTotpStep(db: Db, userId: string, step: number): Promise<boolean> {
  const row = await db
    .updateTable('totp')
    .set({ lastStep: step })
    .where('userId', '=', userId)
    .where((eb) => eb.or([eb('lastStep', 'is', null), eb('lastStep', '<', step)]))
    .returning('userId')
    .executeTakeFirst()
  return row !== undefined
}

/** Removes the app codes of a user, tried or not; false when there were none. */
export async function deleteTotp(db: Db, userId: string): Promise<boolean> {
  const row = await db.deleteFrom('totp').where('userId', '=', userId).returning('userId').executeTakeFirst()
  return row !== undefined
}

/** Puts new recovery codes in the place of all that there were. */
export async function replaceRecoveryCodes(
  db: Db,
  userId: string,
  codeHashes: readonly string[],
  createdAt: string,
): Promise<void> {
  await deleteRecoveryCodes(db, userId)
  const rows = codeHashes.map((codeHash) => ({ userId, codeHash, createdAt, usedAt: null }))
  await db.insertInto('recoveryCode').values(rows).execute()
}

/** Removes every recovery code of a user. */
export async function deleteRecoveryCodes(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('recoveryCode').where('userId', '=', userId).execute()
}

/** Uses up a recovery code, in one statement; false when this user has none such that is unused. */
export async function takeRecoveryCode(db: Db, userId: string, codeHash: string, usedAt: string): Promise<boolean> {
  const row = await db
    .updateTable('recoveryCode')
    .set({ usedAt })
    .where('userId', '=', userId)
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)
    .returning('userId')
    .executeTakeFirst()
  return row !== undefined
}

/** How many recovery codes a user has left. */
export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom('recoveryCode')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
