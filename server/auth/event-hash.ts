import { createHash } from 'node:crypto'

/** The chain of what happened to the installation; every other chain is called by the id of its organisation. */
export const SYSTEM_CHAIN = 'system'

/** An event as its hash sees it. */
export interface HashedEvent {
  /** Id of the organisation, or `system`. */
  readonly chain: string
  /** Place in the chain, from 1. */
  readonly number: number
  readonly id: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly userId: string | null
  readonly action: string
  readonly object: string
}

/**
 * SHA-256 in hexadecimals over the hash of the event before (empty for the first) and the canonical JSON of this one:
 * its seven fields in the order of the alphabet, without spaces (RFC 8785). It is what is stored: never change it.
 */
export function hashOfEvent(previous: string, event: HashedEvent): string {
  const { action, at, chain, id, number, object, userId } = event
  const fields = { action, at, chain, id, number, object, userId }
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest('hex')
}
