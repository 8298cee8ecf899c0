import type { DatabaseStore } from './database-store.ts'
import { randomId } from './random-id.ts'

const NAME = 'meervoud-sender'

/** How long a page may send on one lease; longer than one call to the server may take. */
const LEASE_MILLISECONDS = 25_000

/**
 * Does the work while no other page on this phone sends; answers false, without doing it, when another one does.
 * With Web Locks where they exist; plain HTTP has none, and there a lease in the shared store does it. Without a
 * shared store every page knows only its own answers and may send them.
 */
export async function asOnlySender(database: DatabaseStore | undefined, work: () => Promise<void>): Promise<boolean> {
  if ('locks' in navigator) return withLock(work)
  if (database) return withLease(database, work)
  await work()
  return true
}

function withLock(work: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(NAME, { ifAvailable: true }, async (lock) => {
    if (!lock) return false
    await work()
    return true
  })
}

async function withLease(database: DatabaseStore, work: () => Promise<void>): Promise<boolean> {
  const holder = pageId()
  // A store that fails here must not keep answers from being sent: the server recognises what comes twice.
  const mayStart = await database.takeLease(holder, LEASE_MILLISECONDS).catch(() => true)
  if (!mayStart) return false
  const prolong = setInterval(() => {
    database.takeLease(holder, LEASE_MILLISECONDS).catch(() => undefined)
  }, LEASE_MILLISECONDS / 2)
  try {
    await work()
  } finally {
    clearInterval(prolong)
    await database.endLease(holder).catch(() => undefined)
  }
  return true
}

/** Names this tab, the same after a reload, so that a reload half-way a call does not wait for its own lease. */
function pageId(): string {
  try {
    const known = sessionStorage.getItem(NAME) ?? randomId()
    sessionStorage.setItem(NAME, known)
    return known
  } catch {
    return randomId()
  }
}
