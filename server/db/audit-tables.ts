import type { Generated } from 'kysely'

/** What happened in an organisation. Written by `audit-chain.ts` only; never changed. */
export interface AuditEventTable {
  organisationId: string
  id: string
  at: string
  userId: string | null
  action: string
  object: string
  /** Place in the chain of the organisation, from 1. */
  number: Generated<number>
  /** Hash of the event before this one; empty for the first. */
  previousHash: Generated<string>
  hash: Generated<string>
}

/** What happened to the installation, in a chain of its own. */
export interface SystemEventTable {
  id: string
  at: string
  userId: string | null
  action: string
  object: string
  number: Generated<number>
  previousHash: Generated<string>
  hash: Generated<string>
}

/** The end of each chain of events: what is cut off there would not be missed otherwise. */
export interface AuditHeadTable {
  /** Id of the organisation, or `system`. */
  chain: string
  organisationId: string | null
  /** Number and hash of the newest event; 0 and empty before the first. */
  number: number
  hash: string
  /** Number and hash of the newest event that retention has removed; 0 and empty while there is none. */
  startNumber: number
  startHash: string
}

/** Whose events may be deleted, only inside the transaction that applies retention: the row is gone before it ends. */
export interface AuditDoorTable {
  chain: string
}
