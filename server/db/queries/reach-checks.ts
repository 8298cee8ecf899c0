import type { Db } from '../open.ts'
import type { ReachCheckRow } from '../tables.ts'

/** Adds a trial; false when its code is taken. */
export async function insertReachCheck(db: Db, check: ReachCheckRow): Promise<boolean> {
  const row = await db
    .insertInto('reachCheck')
    .values(check)
    .onConflict((conflict) => conflict.column('codeHash').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets every trial that is over. */
export async function deleteReachChecksOver(db: Db, now: string): Promise<void> {
  await db.deleteFrom('reachCheck').where('expiresAt', '<=', now).execute()
}

/** The trial with this id, when this user made it and it is not over. */
export function findReachCheck(
  db: Db,
  id: string,
  userId: string,
  now: string,
): Promise<Pick<ReachCheckRow, 'reached' | 'lastAt'> | undefined> {
  return db
    .selectFrom('reachCheck')
    .select(['reached', 'lastAt'])
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

/** Counts a phone that came through; false when no trial has this code now. */
export async function countReach(db: Db, codeHash: string, now: string): Promise<boolean> {
  const row = await db
    .updateTable('reachCheck')
    .set((eb) => ({ reached: eb('reached', '+', 1), lastAt: now }))
    .where('codeHash', '=', codeHash)
    .where('expiresAt', '>', now)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
