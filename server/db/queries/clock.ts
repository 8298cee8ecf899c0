import type { Db } from '../open.ts'
import { findNewestEventTime } from './audit.ts'

/** A moment (ISO 8601 UTC), and its place in the log of the installation; 0 for one of another log. */
export interface NotedTime {
  readonly at: string
  readonly number: number
}

/**
 * The newest time of which the clock was sure: that of the look of retention that was noted last, whatever its time;
 * before the first, that of the newest event from before the clock was doubted. Undefined in a database in which nothing
 * happened.
 */
export async function findLastSureTime(db: Db): Promise<NotedTime | undefined> {
  const look = await db
    .selectFrom('systemEvent')
    .select(['at', 'number'])
    .where('action', '=', 'retention.done')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (look !== undefined) return look
  const doubt = await db
    .selectFrom('systemEvent')
    .select(['at', 'number'])
    .where('action', '=', 'clock.doubted')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  const at = await findNewestEventTime(db, doubt)
  return at === undefined ? undefined : { at, number: 0 }
}

/** The newest note that the clock was ahead, of those after this place in the log; undefined for none. */
export function findClockDoubt(db: Db, after: number): Promise<(NotedTime & { id: string }) | undefined> {
  return db
    .selectFrom('systemEvent')
    .select(['id', 'at', 'number'])
    .where('action', '=', 'clock.doubted')
    .where('number', '>', after)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Whether somebody who was signed in did something between these times, both included. */
export async function hasOrdinaryEvent(db: Db, after: number, from: string, to: string): Promise<boolean> {
  const [inSystem, inOrganisation] = await Promise.all([
    db
      .selectFrom('systemEvent')
      .select('id')
      .where('userId', 'is not', null)
      .where('number', '>', after)
      .where('at', '>=', from)
      .where('at', '<=', to)
      .limit(1)
      .executeTakeFirst(),
    db
      .selectFrom('auditEvent')
      .select('id')
      .where('userId', 'is not', null)
      .where('at', '>=', from)
      .where('at', '<=', to)
      .limit(1)
      .executeTakeFirst(),
  ])
  return inSystem !== undefined || inOrganisation !== undefined
}
