import type { Generated, Selectable } from 'kysely'

/** What may be erased whole. */
export const ERASURE_KINDS = ['account', 'organisation', 'respondent'] as const
export type ErasureKind = (typeof ERASURE_KINDS)[number]

/** Something that was erased; the same line stands in the ledger file, which outlives the database. */
export interface ErasureTable {
  /** Random, and nothing else. */
  id: string
  kind: ErasureKind
  /** Id of what is gone; it leads to nothing any more. */
  erased: string
  at: string
  /** When the file of the database was written anew without it; null: not yet. */
  sweptAt: string | null
}

/** An organisation that an owner wants to erase: at once when another owner agrees, else on the day that stands here. */
export interface ErasureRequestTable {
  organisationId: string
  requestedBy: string
  requestedAt: string
  dueAt: string
}

/** What was deleted of an organisation because it had been kept long enough. */
export interface RetentionTable {
  organisationId: string
  /** Day of the newest look, which one process a day takes. */
  day: string
  /** When something was deleted last; null: never. The counts are of that time. */
  doneAt: string | null
  sheets: number
  texts: number
  events: number
  /** When the files were last written anew after a deletion; null: never. */
  sweptAt: Generated<string | null>
}

/** Rows as queries answer them. */
export type ErasureRow = Selectable<ErasureTable>
export type ErasureRequestRow = Selectable<ErasureRequestTable>
export type RetentionRow = Selectable<RetentionTable>
