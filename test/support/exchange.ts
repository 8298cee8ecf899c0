import { randomUUID } from 'node:crypto'
import type { OfferInput } from '../../server/contract/exchange.ts'
import type { Db } from '../../server/db/open.ts'

/** Lets a company take part in a programme on one of its parks, by a row. */
export async function join(db: Db, programmeId: string, companyId: string, parkId: string): Promise<void> {
  const joinedAt = '2026-10-01T09:00:00.000Z'
  await db
    .insertInto('participation')
    .values({ id: randomUUID(), programmeId, companyId, parkId, sector: null, joinedAt, leftAt: null, revision: 1 })
    .execute()
}

/** Something about energy, offered or needed. */
export function energy(kind: OfferInput['kind'], text: string): OfferInput {
  return { kind, capital: 'natural', topic: 'energy', text }
}
