import type { OfferInput } from '../../server/contract/exchange.ts'

/** Something about energy, offered or needed. */
export function energy(kind: OfferInput['kind'], text: string): OfferInput {
  return { kind, capital: 'natural', topic: 'energy', text }
}
