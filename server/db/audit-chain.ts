import { type HashedEvent, hashOfEvent, SYSTEM_CHAIN } from '../auth/event-hash.ts'
import type { Db } from './open.ts'
import { seeingAlso } from './tenant-lock.ts'

/** An event that has no place in its chain yet. */
export type NotedEvent = Omit<HashedEvent, 'number'>

/**
 * Events of transactions that are going on. They are written as the last thing of a transaction: nobody waits for the
 * end of a chain while holding up others with what comes after, and since ends are taken last and in order of their
 * name, two transactions can never wait for each other because of them.
 */
const gathered = new WeakMap<Db, NotedEvent[]>()

/** Lets the events of a transaction be gathered until `writeGathered`. */
export function gatherEvents(trx: Db): void {
  gathered.set(trx, [])
}

/** Writes what was gathered, right before the commit. */
export async function writeGathered(trx: Db): Promise<void> {
  const events = gathered.get(trx) ?? []
  gathered.delete(trx)
  if (events.length === 0) return
  // What somebody did may be noted in the log of another organisation too; which that is was said where it was noted.
  const chains = new Set(events.map(({ chain }) => chain))
  await seeingAlso(chains, () => writeEvents(trx, events))
}

/** Notes an event: at the end of the transaction, or in one of its own at once when none is going on. */
export async function noteEvent(db: Db, event: NotedEvent): Promise<void> {
  const waiting = gathered.get(db)
  if (waiting !== undefined) waiting.push(event)
  else if (db.isTransaction) await writeEvents(db, [event])
  else await db.transaction().execute((trx) => writeEvents(trx, [event]))
}

async function writeEvents(trx: Db, events: readonly NotedEvent[]): Promise<void> {
  for (const chain of [...new Set(events.map((event) => event.chain))].sort()) {
    const ofChain = events.filter((event) => event.chain === chain)
    await appendToChain(trx, chain, ofChain)
  }
}

async function appendToChain(trx: Db, chain: string, events: readonly NotedEvent[]): Promise<void> {
  let { number, hash } = await holdHead(trx, chain)
  const rows = events.map((event) => {
    const previousHash = hash
    number += 1
    hash = hashOfEvent(previousHash, { ...event, number })
    const { chain: _, ...fields } = event
    return { ...fields, number, previousHash, hash }
  })
  if (chain === SYSTEM_CHAIN) await trx.insertInto('systemEvent').values(rows).execute()
  else {
    const ofOrganisation = rows.map((row) => ({ ...row, organisationId: chain }))
    await trx.insertInto('auditEvent').values(ofOrganisation).execute()
  }
  await trx.updateTable('auditHead').set({ number, hash }).where('chain', '=', chain).execute()
}

/** The end of a chain, held until the transaction ends: the next writer waits here, on both databases. */
async function holdHead(trx: Db, chain: string): Promise<{ number: number; hash: string }> {
  const held = await trx
    .updateTable('auditHead')
    .set((eb) => ({ chain: eb.ref('chain') }))
    .where('chain', '=', chain)
    .returning(['number', 'hash'])
    .executeTakeFirst()
  return held ?? makeLostHead(trx, chain)
}

/**
 * A chain has its end from its beginning: one that is gone was taken away. What happens is noted all the same, after a
 * gap, so that the loss is found for ever after.
 */
async function makeLostHead(trx: Db, chain: string): Promise<{ number: number; hash: string }> {
  const newest =
    chain === SYSTEM_CHAIN
      ? trx.selectFrom('systemEvent').select((eb) => eb.fn.max('number').as('number'))
      : trx
          .selectFrom('auditEvent')
          .select((eb) => eb.fn.max('number').as('number'))
          .where('organisationId', '=', chain)
  const row = await newest.executeTakeFirst()
  const head = { number: (row?.number ?? 0) + 1, hash: '' }
  await insertHead(trx, chain, head)
  return head
}

/** Makes the end of a new chain. */
export async function insertHead(trx: Db, chain: string, head = { number: 0, hash: '' }): Promise<void> {
  const organisationId = chain === SYSTEM_CHAIN ? null : chain
  await trx
    .insertInto('auditHead')
    .values({ chain, organisationId, ...head, startNumber: 0, startHash: '' })
    .execute()
}
