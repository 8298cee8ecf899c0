import { SYSTEM_CHAIN } from '../../auth/event-hash.ts'
import { makeSortedId } from '../../auth/secrets.ts'
import type { AuditAction, SystemAction } from '../../contract/audit.ts'
import { noteEvent } from '../audit-chain.ts'
import type { Db } from '../open.ts'

/** Something that happened in an organisation: who did what to which object, by id. Never a text, answer or token. */
export interface AuditEvent {
  readonly organisationId: string
  /** Null: nobody who is signed in. */
  readonly userId: string | null
  readonly action: AuditAction
  readonly object: string
  readonly at: Date
}

/** Notes an event, inside the transaction of what happened: it is written at the end of it, see `audit-chain.ts`. */
export function insertAuditEvent(db: Db, { organisationId, at, ...event }: AuditEvent): Promise<void> {
  return noteEvent(db, { ...event, chain: organisationId, id: makeSortedId(at.getTime()), at: at.toISOString() })
}

/** Something that happened outside every organisation: a sign-in, a lock, a backup, a restore. By id, never a text. */
export interface SystemEvent {
  /** Null: nobody who is signed in, or the server itself. */
  readonly userId: string | null
  readonly action: SystemAction
  readonly object: string
  readonly at: Date
}

/** Notes an event of the installation, inside the transaction of what happened. */
export function insertSystemEvent(db: Db, { at, ...event }: SystemEvent): Promise<void> {
  return noteEvent(db, { ...event, chain: SYSTEM_CHAIN, id: makeSortedId(at.getTime()), at: at.toISOString() })
}

/** Whether one of these things was ever noted about an object, before the transaction that is going on. */
export async function hasAuditEvent(
  db: Db,
  organisationId: string,
  object: string,
  actions: readonly AuditAction[],
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

/**
 * When the newest event of any log took place (ISO 8601 UTC), by the clock of that moment; undefined without one.
 *
 * @param before only events from before this one of the installation's log: there by their place, elsewhere by the time.
 */
export async function findNewestEventTime(
  db: Db,
  before?: { readonly at: string; readonly number: number },
): Promise<string | undefined> {
  const newest = await Promise.all([
    db
      .selectFrom('systemEvent')
      .select((eb) => eb.fn.max('at').as('at'))
      .$if(before !== undefined, (query) => query.where('number', '<', before?.number ?? 0))
      .executeTakeFirst(),
    db
      .selectFrom('auditEvent')
      .select((eb) => eb.fn.max('at').as('at'))
      .$if(before !== undefined, (query) => query.where('at', '<', before?.at ?? ''))
      .executeTakeFirst(),
  ])
  // A greatest of nothing is null, whatever its type says.
  const times = newest.flatMap((row) => (row?.at ? [row.at] : []))
  return times.sort().at(-1)
}
