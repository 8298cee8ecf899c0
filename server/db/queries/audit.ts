import { makeSortedId } from '../../auth/secrets.ts'
import type { Db } from '../open.ts'

/** Something that happened in an organisation: who did what to which object, by id. Never a text, answer or token. */
export interface AuditEvent {
  readonly organisationId: string
  /** Null: nobody who is signed in. */
  readonly userId: string | null
  readonly action: string
  readonly object: string
  readonly at: Date
}

/** Notes an event, inside the transaction of what happened. */
export async function insertAuditEvent(db: Db, { at, ...event }: AuditEvent): Promise<void> {
  await db
    .insertInto('auditEvent')
    .values({ ...event, id: makeSortedId(at.getTime()), at: at.toISOString() })
    .execute()
}

/** Something that happened outside every organisation: a sign-in, a lock, a backup, a restore. By id, never a text. */
export interface SystemEvent {
  /** Null: nobody who is signed in, or the server itself. */
  readonly userId: string | null
  readonly action: string
  readonly object: string
  readonly at: Date
}

/** Notes an event of the installation, inside the transaction of what happened. */
export async function insertSystemEvent(db: Db, { at, ...event }: SystemEvent): Promise<void> {
  await db
    .insertInto('systemEvent')
    .values({ ...event, id: makeSortedId(at.getTime()), at: at.toISOString() })
    .execute()
}

/** Whether one of these things was ever noted about an object. */
export async function hasAuditEvent(
  db: Db,
  organisationId: string,
  object: string,
  actions: readonly string[],
): Promise<boolean> {
  const row = await db
    .selectFrom('auditEvent')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('object', '=', object)
    .where('action', 'in', [...actions])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
