import { type HashedEvent, SYSTEM_CHAIN } from '../../auth/event-hash.ts'
import type { Db, Trx } from '../open.ts'

/** Where a chain starts and ends. */
export interface ChainHead {
  readonly chain: string
  /** The newest event; 0 and an empty hash for a chain without any. */
  readonly number: number
  readonly hash: string
  /** The newest event that retention removed; 0 and an empty hash for none. */
  readonly startNumber: number
  readonly startHash: string
}

/** An event with its place in the chain. */
export interface ChainedEvent extends HashedEvent {
  readonly previousHash: string
  readonly hash: string
}

const HEAD = ['chain', 'number', 'hash', 'startNumber', 'startHash'] as const

/** Start and end of a chain; undefined when they are gone. */
export function findHead(db: Db, chain: string): Promise<ChainHead | undefined> {
  return db.selectFrom('auditHead').select(HEAD).where('chain', '=', chain).executeTakeFirst()
}

/** Starts and ends of all chains, in order of their name. */
export async function listHeads(db: Db): Promise<ChainHead[]> {
  const heads = await db.selectFrom('auditHead').select(HEAD).execute()
  // Not by the database, whose order of texts depends on how it was made.
  return heads.toSorted((one, other) => (one.chain < other.chain ? -1 : 1))
}

/** Every chain that should be there: one for each organisation, and that of the installation. */
export async function listChains(db: Db): Promise<{ chain: string; name: string | null }[]> {
  const organisations = await db.selectFrom('organisation').select(['id as chain', 'name']).orderBy('id').execute()
  return [{ chain: SYSTEM_CHAIN, name: null }, ...organisations]
}

function eventsOf(db: Db, chain: string) {
  const columns = ['number', 'id', 'at', 'userId', 'action', 'object', 'previousHash', 'hash'] as const
  return chain === SYSTEM_CHAIN
    ? db.selectFrom('systemEvent as event').select(columns)
    : db.selectFrom('auditEvent as event').select(columns).where('organisationId', '=', chain)
}

/** The next events of a chain in order, from a number on up to another one. */
export async function listChain(
  db: Db,
  chain: string,
  { from, to, limit }: { from: number; to: number; limit: number },
): Promise<ChainedEvent[]> {
  const rows = await eventsOf(db, chain)
    .where('event.number', '>=', from)
    .where('event.number', '<=', to)
    .orderBy('event.number')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, chain }))
}

/** An event that stands outside its chain: before the start, or after the end as it is at this moment. */
export async function findOutside(db: Db, chain: string): Promise<ChainedEvent | undefined> {
  const ends = (column: 'startNumber' | 'number') =>
    db.selectFrom('auditHead').select(column).where('chain', '=', chain)
  const row = await eventsOf(db, chain)
    .where((eb) => eb.or([eb('event.number', '<=', ends('startNumber')), eb('event.number', '>', ends('number'))]))
    .orderBy('event.number')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, chain }
}

/** How many events stand in a chain. */
export async function countChain(db: Db, chain: string): Promise<number> {
  const all =
    chain === SYSTEM_CHAIN
      ? db.selectFrom('systemEvent').select((eb) => eb.fn.countAll<number>().as('n'))
      : db
          .selectFrom('auditEvent')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .where('organisationId', '=', chain)
  return (await all.executeTakeFirst())?.n ?? 0
}

/**
 * Removes the oldest events of a chain, up to the first that happened at or after this time; the chain starts there
 * from then on. For retention only: it opens the door in the database, and shuts it.
 *
 * @param chain id of the organisation, or `system`.
 * @returns how many went.
 */
export async function deleteEventsBefore(trx: Trx, chain: string, time: Date): Promise<number> {
  // Held first: an event that is being noted waits until the start is set.
  await trx
    .updateTable('auditHead')
    .set((eb) => ({ chain: eb.ref('chain') }))
    .where('chain', '=', chain)
    .execute()
  const kept = await eventsOf(trx, chain)
    .where('event.at', '>=', time.toISOString())
    .orderBy('event.number')
    .limit(1)
    .executeTakeFirst()
  const older = kept === undefined ? eventsOf(trx, chain) : eventsOf(trx, chain).where('event.number', '<', kept.number)
  const last = await older.orderBy('event.number', 'desc').limit(1).executeTakeFirst()
  if (last === undefined) return 0
  await trx.insertInto('auditDoor').values({ chain }).execute()
  const gone =
    chain === SYSTEM_CHAIN
      ? trx.deleteFrom('systemEvent').where('number', '<=', last.number)
      : trx.deleteFrom('auditEvent').where('organisationId', '=', chain).where('number', '<=', last.number)
  const { numDeletedRows } = await gone.executeTakeFirstOrThrow()
  await trx.deleteFrom('auditDoor').where('chain', '=', chain).execute()
  await trx
    .updateTable('auditHead')
    .set({ startNumber: last.number, startHash: last.hash })
    .where('chain', '=', chain)
    .execute()
  return Number(numDeletedRows)
}
