import { Match } from '../contract/exchange.ts'
import type { MatchWithSides } from '../db/queries/exchange.ts'
import type { OfferKind } from '../domain/exchange.ts'

/** One side of a match. */
export interface Side {
  readonly kind: OfferKind
  readonly offerId: string
  readonly companyId: string
  readonly company: string
  readonly parkId: string
  readonly park: string
  readonly text: string
  readonly says: 'yes' | 'no' | null
  readonly contact: string | null
}

/** Who offers, and who needs. */
export function bothSides(row: MatchWithSides): { offer: Side; need: Side } {
  const offer = {
    kind: 'offer',
    offerId: row.offerId,
    companyId: row.offerCompanyId,
    company: row.offerCompanyName,
    parkId: row.offerParkId,
    park: row.offerParkName,
    text: row.offerBody,
    says: row.offerSays,
    contact: row.offerContact,
  } as const
  const need = {
    kind: 'need',
    offerId: row.needId,
    companyId: row.needCompanyId,
    company: row.needCompanyName,
    parkId: row.needParkId,
    park: row.needParkName,
    text: row.needBody,
    says: row.needSays,
    contact: row.needContact,
  } as const
  return { offer, need }
}

/** The same seen from one of the two companies. */
export function sidesOf(row: MatchWithSides, companyId: string): { own: Side; other: Side } {
  const { offer, need } = bothSides(row)
  return offer.companyId === companyId ? { own: offer, other: need } : { own: need, other: offer }
}

/**
 * A match as one of its sides may read it: what the other is and said is left out until both said yes.
 *
 * @param isParkTold see `mayTellPark`.
 */
export function matchFor(row: MatchWithSides, companyId: string, isParkTold: boolean): Match {
  const { own, other } = sidesOf(row, companyId)
  const { id, capital, topic, agreedAt } = row
  return Match.parse({
    id,
    offerId: own.offerId,
    kind: own.kind,
    capital,
    topic,
    isSamePark: isParkTold || agreedAt !== null ? own.parkId === other.parkId : null,
    says: own.says,
    contact: own.contact,
    agreed:
      agreedAt === null
        ? null
        : { at: agreedAt, company: other.company, park: other.park, text: other.text, contact: other.contact ?? '' },
  })
}
