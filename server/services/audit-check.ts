import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { hashOfEvent, SYSTEM_CHAIN } from '../auth/event-hash.ts'
import type { AuditFault } from '../contract/audit.ts'
import type { Db } from '../db/open.ts'
import {
  type ChainedEvent,
  type ChainHead,
  countChain,
  findHead,
  findOutside,
  listChain,
  listChains,
  listHeads,
} from '../db/queries/audit-chains.ts'

/** The first event of a chain that is not as it was noted. */
export interface BrokenEvent {
  readonly number: number
  readonly why: AuditFault
  /** Undefined for one that is not there. */
  readonly event: ChainedEvent | undefined
}

/** What a look at a whole chain found. */
export interface ChainCheck {
  readonly chain: string
  /** How many events stand in it. */
  readonly events: number
  /** Its end, to compare with a line that was kept elsewhere; undefined when that is gone. */
  readonly head: ChainHead | undefined
  /** Undefined: the chain is whole. */
  readonly broken: BrokenEvent | undefined
}

const AT_ONCE = 1000
const MOST_LOOKS = 3

/** Looks whether the events of an organisation are whole: none changed, taken away, moved, added or cut off. */
export function checkAudit(db: Db, organisationId: string): Promise<ChainCheck> {
  return checkChain(db, organisationId)
}

/** The same for the installation. */
export function checkSystemEvents(db: Db): Promise<ChainCheck> {
  return checkChain(db, SYSTEM_CHAIN)
}

/** Every chain, one after the other, with the name of its organisation; null for the installation. */
export async function* checkAll(db: Db): AsyncGenerator<ChainCheck & { readonly name: string | null }> {
  for (const { chain, name } of await listChains(db)) yield { name, ...(await checkChain(db, chain)) }
}

async function checkChain(db: Db, chain: string): Promise<ChainCheck> {
  for (let looks = 1; ; looks += 1) {
    const head = await findHead(db, chain)
    const broken = await findBroken(db, chain, head)
    const hasMoved = (await findHead(db, chain))?.startNumber !== head?.startNumber
    // Retention came by while this was looking: what it removed is not missing.
    if (broken !== undefined && hasMoved && looks < MOST_LOOKS) continue
    return { chain, events: await countChain(db, chain), head, broken }
  }
}

async function findBroken(db: Db, chain: string, head: ChainHead | undefined): Promise<BrokenEvent | undefined> {
  if (head === undefined) return { number: 1, why: 'cut-off', event: undefined }
  let expected = head.startNumber + 1
  let previous = head.startHash
  for (;;) {
    const events = await listChain(db, chain, { from: expected, to: head.number, limit: AT_ONCE })
    for (const event of events) {
      const why = faultOf(event, expected, previous, head)
      if (why !== undefined)
        return { number: why === 'missing' ? expected : event.number, why, event: there(why, event) }
      expected += 1
      previous = event.hash
    }
    if (events.length < AT_ONCE) break
    // A long log must not keep a room waiting.
    await setImmediate()
  }
  if (expected <= head.number) return { number: expected, why: 'cut-off', event: undefined }
  if (previous !== head.hash) return { number: head.number, why: 'changed', event: undefined }
  const outside = await findOutside(db, chain)
  return outside && { number: outside.number, why: 'added', event: outside }
}

function there(why: AuditFault, event: ChainedEvent): ChainedEvent | undefined {
  return why === 'missing' ? undefined : event
}

function faultOf(event: ChainedEvent, expected: number, previous: string, head: ChainHead): AuditFault | undefined {
  if (event.number > expected) return 'missing'
  if (event.number < expected) return 'added'
  if (event.previousHash === previous && hashOfEvent(previous, event) === event.hash) return undefined
  return stoodElsewhere(event, head) ? 'reordered' : 'changed'
}

/** Whether an event is as it was noted, at another place. */
function stoodElsewhere(event: ChainedEvent, { startNumber, number: end }: ChainHead): boolean {
  for (let number = startNumber + 1; number <= end; number += 1)
    if (number !== event.number && hashOfEvent(event.previousHash, { ...event, number }) === event.hash) return true
  return false
}

/** The ends of all chains in one line, to keep where nobody who can write to the database can write too. */
export interface AuditAnchor {
  readonly chains: number
  /** SHA-256 in hexadecimals over a line `chain number hash` for each chain, in order of name. */
  readonly hash: string
}

/** The anchor of this moment. */
export async function makeAnchor(db: Db): Promise<AuditAnchor> {
  const heads = await listHeads(db)
  const hash = createHash('sha256')
  for (const { chain, number, hash: end } of heads) hash.update(`${chain} ${number} ${end}\n`)
  return { chains: heads.length, hash: hash.digest('hex') }
}
