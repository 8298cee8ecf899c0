import { CAPITALS, type Capital } from './capitals.ts'

/*
 * Who can help whom: what companies of a programme offer and need, and which of these fit together. A topic is a code of
 * a fixed list, because a proposal tells the topic and nothing else of the other side.
 */

/** What can be offered or needed, per capital; every code stands once. */
export const TOPICS = {
  human: ['training', 'mentoring', 'internships', 'staff-sharing', 'vitality', 'vacancies'],
  social: ['introductions', 'meetings', 'local-ties', 'joint-voice', 'volunteers'],
  intellectual: ['expertise', 'digital', 'research', 'design', 'standards'],
  manufactured: ['machines', 'space', 'transport', 'charging', 'maintenance'],
  natural: ['energy', 'waste', 'water', 'greenery', 'packaging'],
  financial: ['purchasing', 'assignments', 'investment', 'subsidies', 'insurance'],
} as const satisfies Readonly<Record<Capital, readonly string[]>>

/** The code of one topic. */
export type Topic = (typeof TOPICS)[Capital][number]

/** Every topic, in the order of the capitals. */
export const ALL_TOPICS: readonly Topic[] = CAPITALS.flatMap((capital): readonly Topic[] => TOPICS[capital])

/** Whether a topic belongs to a capital. */
export function isTopicOf(capital: Capital, topic: string): boolean {
  return TOPICS[capital].some((known) => known === topic)
}

/** A company either offers something or needs it. */
export const OFFER_KINDS = ['offer', 'need'] as const
/** One of the two. */
export type OfferKind = (typeof OFFER_KINDS)[number]

/** How many offers and needs a company has at one time at most, and how many letters each has. */
export const MOST_OFFERS = 20
export const MOST_LETTERS = 300
/** With fewer companies in a programme a proposal would say by itself who the other is. */
export const FEWEST_COMPANIES = 3
/** Below this, a count says that it is small and no more. */
export const FEWEST_COUNTED = 5

/** What is open: nobody reads its text to see whether it fits. */
export interface Listed {
  readonly id: string
  readonly programmeId: string
  readonly companyId: string
  readonly parkId: string
  readonly kind: OfferKind
  readonly capital: string
  readonly topic: string
}

/** Whether one of these can help the other: one offers what the other, another company of the programme, needs. */
export function fits(one: Listed, other: Listed): boolean {
  return (
    one.programmeId === other.programmeId &&
    one.companyId !== other.companyId &&
    one.kind !== other.kind &&
    one.capital === other.capital &&
    one.topic === other.topic
  )
}

/** Everything that fits, on the same park first; among equals by id, so that the order says nothing of anybody. */
export function fittingTo<Other extends Listed>(one: Listed, others: readonly Other[]): Other[] {
  return nearestFirst(
    others.filter((other) => fits(one, other)),
    ({ parkId }) => parkId === one.parkId,
  )
}

/** What is near first, and then by id. */
export function nearestFirst<One extends { readonly id: string }>(
  list: readonly One[],
  isNear: (one: One) => boolean,
): One[] {
  const byId = list.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return [...byId.filter(isNear), ...byId.filter((one) => !isNear(one))]
}

/**
 * Whether it may be told of proposals that they are from the own park or from another: not while the only other company there,
 * or the only one elsewhere, would be named by it.
 *
 * @param near companies on the own park, without the own one.
 * @param far companies on other parks.
 */
export function mayTellPark(near: number, far: number): boolean {
  return near !== 1 && far !== 1
}

/** A count as it is told: null when it is small. */
export function toldCount(count: number): number | null {
  return count < FEWEST_COUNTED ? null : count
}
