import type { ExpressionBuilder } from 'kysely'
import type { Db } from '../open.ts'
import type { Tables } from '../tables.ts'

/**
 * Counts one attempt in one statement, so that guesses made at the same moment, in other processes too, each get their
 * own number. A window starts with its first attempt and ends after `windowMs`. One that starts further ahead than that
 * is from before the clock was set back, and is over too: nobody is locked out for a day because of it.
 *
 * @returns how many attempts the window has had, with this one.
 */
export async function countAttempt(db: Db, key: string, now: Date, windowMs: number): Promise<number> {
  const windowStart = now.toISOString()
  const overBefore = new Date(now.getTime() - windowMs).toISOString()
  const overAfter = new Date(now.getTime() + windowMs).toISOString()
  const isOver = (eb: ExpressionBuilder<Tables, 'attempt'>) =>
    eb.or([eb('attempt.windowStart', '<=', overBefore), eb('attempt.windowStart', '>', overAfter)])
  const { count } = await db
    .insertInto('attempt')
    .values({ key, windowStart, count: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        count: eb
          .case()
          .when(isOver(eb))
          .then(1)
          .else(eb('attempt.count', '+', 1))
          .end(),
        windowStart: eb.case().when(isOver(eb)).then(windowStart).else(eb.ref('attempt.windowStart')).end(),
      })),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return count
}

/** How many attempts the window that is going on has had; 0 when there is none. */
export async function findAttempts(db: Db, key: string, now: Date, windowMs: number): Promise<number> {
  const row = await db
    .selectFrom('attempt')
    .select('count')
    .where('key', '=', key)
    .where('windowStart', '>', new Date(now.getTime() - windowMs).toISOString())
    .where('windowStart', '<=', new Date(now.getTime() + windowMs).toISOString())
    .executeTakeFirst()
  return row?.count ?? 0
}

/** When the last window under a key began (ISO 8601 UTC); undefined when nothing was counted. */
export async function findWindowStart(db: Db, key: string): Promise<string | undefined> {
  const row = await db.selectFrom('attempt').select('windowStart').where('key', '=', key).executeTakeFirst()
  return row?.windowStart
}

/** Takes one counted attempt back. */
export async function uncountAttempt(db: Db, key: string): Promise<void> {
  await db
    .updateTable('attempt')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('key', '=', key)
    .where('count', '>', 0)
    .execute()
}

/** Forgets all attempts under a key. */
export async function deleteAttempts(db: Db, key: string): Promise<void> {
  await db.deleteFrom('attempt').where('key', '=', key).execute()
}

/** Forgets every window that started at or before this time. */
export async function deleteAttemptsBefore(db: Db, time: Date): Promise<void> {
  await db.deleteFrom('attempt').where('windowStart', '<=', time.toISOString()).execute()
}
