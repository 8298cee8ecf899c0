import { sql } from 'kysely'
import { hashOfEvent, SYSTEM_CHAIN } from '../../server/auth/event-hash.ts'
import { makeSortedId } from '../../server/auth/secrets.ts'
import type { Database, Trx } from '../../server/db/open.ts'
import { insertAuditEvent, insertSystemEvent } from '../../server/db/queries/audit.ts'
import { type ChainedEvent, listChain } from '../../server/db/queries/audit-chains.ts'
import { insertOrganisation } from '../../server/db/queries/organisations.ts'

const START = Date.parse('2026-11-02T09:00:00.000Z')

/** Adds an organisation without anybody in it, and returns its id. */
export async function addBareOrganisation({ db }: Database): Promise<string> {
  const [id, createdAt] = [makeSortedId(START), new Date(START).toISOString()]
  await insertOrganisation(db, { id, name: id, kind: 'company', locale: 'nl', createdAt })
  return id
}

/** Notes so many events in each transaction, one after the other, about the installation or an organisation. */
export async function noteEvents({ db }: Database, chain: string, transactions: readonly number[]): Promise<void> {
  let minute = 0
  for (const events of transactions) {
    await db.transaction().execute(async (trx) => {
      for (let one = 0; one < events; one += 1) {
        minute += 1
        const at = new Date(START + minute * 60_000)
        const [object, userId] = [makeSortedId(at.getTime()), minute % 3 === 0 ? null : makeSortedId(START)]
        if (chain === SYSTEM_CHAIN) await insertSystemEvent(trx, { userId, action: 'user.lock', object, at })
        else await insertAuditEvent(trx, { organisationId: chain, userId, action: 'round.open', object, at })
      }
    })
  }
}

/** All events of a chain, in order. */
export function eventsOf({ db }: Pick<Database, 'db'>, chain: string): Promise<ChainedEvent[]> {
  return listChain(db, chain, { from: 0, to: 1_000_000, limit: 100_000 })
}

class Undone extends Error {}

/** Does something with the guards of the database off, looks, and takes it all back. */
export async function withoutGuards<Found>(
  { db, kind }: Database,
  work: (trx: Trx) => Promise<void>,
  look: (trx: Trx) => Promise<Found>,
): Promise<Found> {
  let found: Found | undefined
  await db
    .transaction()
    .execute(async (trx) => {
      for (const table of ['audit_event', 'system_event']) {
        // Whoever owns the tables can do that, and whoever has the disk.
        if (kind === 'postgres') await sql.raw(`alter table ${table} disable trigger user`).execute(trx)
        else for (const name of ['unchanged', 'kept']) await sql.raw(`drop trigger ${table}_${name}`).execute(trx)
      }
      await work(trx)
      found = await look(trx)
      throw new Undone()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
  if (found === undefined) throw new Error('nothing was looked at')
  return found
}

/** One way to falsify a log, with what it needs to be pointed at. */
export interface Tampering {
  readonly kind: 'change' | 'delete' | 'swap' | 'insert' | 'cut-off' | 'cut-start' | 'rewrite'
  /** Places in the chain, as fractions. */
  readonly first: number
  readonly second: number
  readonly field: 'id' | 'at' | 'user_id' | 'action' | 'object' | 'previous_hash' | 'hash'
}

/** Falsifies a log by plain SQL. The end of the chain is left as it is: whoever rewrites that too is found by anchors. */
export async function tamper(trx: Trx, chain: string, events: readonly ChainedEvent[], how: Tampering): Promise<void> {
  const table = sql.table(chain === SYSTEM_CHAIN ? 'system_event' : 'audit_event')
  const ofChain = chain === SYSTEM_CHAIN ? sql`true` : sql`organisation_id = ${chain}`
  const at = (part: number) => events[Math.min(events.length - 1, Math.floor(part * events.length))] ?? fail()
  const [one, other] = [at(how.first), at(how.second)]
  const plain = trx.withoutPlugins()
  const setOf = (number: number, changes: ReturnType<typeof sql>) =>
    sql`update ${table} set ${changes} where ${ofChain} and number = ${number}`.execute(plain)
  switch (how.kind) {
    case 'change':
      await setOf(one.number, sql`${sql.ref(how.field)} = ${changed(one, how.field)}`)
      break
    case 'delete':
      await sql`delete from ${table} where ${ofChain} and number = ${one.number}`.execute(plain)
      break
    case 'swap': {
      const with_ = other.number === one.number ? (events.find(({ number }) => number !== one.number) ?? fail()) : other
      await setOf(one.number, sql`number = -1`)
      await setOf(with_.number, sql`number = ${one.number}`)
      await setOf(-1, sql`number = ${with_.number}`)
      break
    }
    case 'insert':
      await insertAfter(trx, chain, events, one.number)
      break
    case 'cut-off':
      await sql`delete from ${table} where ${ofChain} and number >= ${one.number}`.execute(plain)
      break
    case 'cut-start':
      await sql`delete from ${table} where ${ofChain} and number <= ${one.number}`.execute(plain)
      break
    case 'rewrite': {
      // The event and its own hash fit; the next one remembers another hash, and after the last the end does.
      const event = { ...one, object: 'another' }
      await setOf(one.number, sql`object = ${event.object}, hash = ${hashOfEvent(one.previousHash, event)}`)
    }
  }
}

function changed(event: ChainedEvent, field: Tampering['field']): string {
  if (field === 'at') return '2026-11-01T00:00:00.000Z'
  if (field === 'hash' || field === 'previous_hash') return event.hash.split('').reverse().join('0')
  return `${event.number}-another`
}

/** An event between two others, well hashed, with those after it moved up. */
async function insertAfter(trx: Trx, chain: string, events: readonly ChainedEvent[], number: number): Promise<void> {
  const table = chain === SYSTEM_CHAIN ? 'systemEvent' : 'auditEvent'
  const before = events.find((event) => event.number === number) ?? fail()
  const plain = trx.withoutPlugins()
  const name = sql.table(chain === SYSTEM_CHAIN ? 'system_event' : 'audit_event')
  const ofChain = chain === SYSTEM_CHAIN ? sql`true` : sql`organisation_id = ${chain}`
  for (const event of events.filter((one) => one.number > number).reverse())
    await sql`update ${name} set number = number + 1 where ${ofChain} and number = ${event.number}`.execute(plain)
  const made = { ...before, id: makeSortedId(), number: number + 1, object: 'put in between' }
  const { chain: _, ...row } = { ...made, previousHash: before.hash, hash: hashOfEvent(before.hash, made) }
  if (table === 'systemEvent') await trx.insertInto(table).values(row).execute()
  else
    await trx
      .insertInto(table)
      .values({ ...row, organisationId: chain })
      .execute()
}

function fail(): never {
  throw new Error('the chain has too few events')
}
