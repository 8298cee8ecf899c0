import type { Answer } from '../contract/responses.ts'
import { Random } from '../demo/random.ts'

/** What is asked: of which item, about which horizon, on which scale, and in which second vote (0: in none). */
export interface Question {
  readonly itemId: string
  readonly horizon: string
  readonly scale: { readonly min: number; readonly max: number }
  readonly vote: number
}

/** What a phone answers; undefined leaves it open. `phone` counts from 0. */
export type AnswersOf = (phone: number, question: Question) => Answer | undefined

/** Share of the scale, as standard deviations: between items, between people, and of one answer. */
const SPREAD = { item: 0.11, person: 0.08, answer: 0.11 } as const
const DIVIDED_SHARE = 1 / 5
/** How far the two camps of a divided item stand from the middle of the scale, and how far after talking about it. */
const CAMP = { before: 0.36, after: 0.16 } as const
const UNKNOWN_SHARE = 0.04
const NOT_APPLICABLE_SHARE = 0.01
/** Opinions about later years are a little brighter. */
const AHEAD = 0.06

/**
 * Plausible opinions, the same every time for the same seed: some items divide the room into two camps, a few answers
 * are "I do not know", and in a second vote the camps have moved towards each other.
 */
export function plausibleOpinions(seed: string): AnswersOf {
  return (phone, { itemId, horizon, scale, vote }) => {
    const item = new Random(`${seed} item ${itemId}`)
    const person = new Random(`${seed} person ${phone}`)
    const moment = new Random(`${seed} answer ${phone} ${itemId} ${horizon} ${vote}`)
    if (moment.happens(UNKNOWN_SHARE)) return { missing: 'unknown' }
    if (moment.happens(NOT_APPLICABLE_SHARE)) return { missing: 'not_applicable' }
    const middle = 0.5 + item.bell() * SPREAD.item
    const isDivided = item.happens(DIVIDED_SHARE)
    const mildness = person.bell() * SPREAD.person
    const camp = (person.happens(0.5) ? 1 : -1) * (vote === 0 ? CAMP.before : CAMP.after)
    const brighter = horizon === 'now' ? 0 : AHEAD
    const share = middle + mildness + brighter + (isDivided ? camp : 0) + moment.bell() * SPREAD.answer
    const rating = Math.round(scale.min + share * (scale.max - scale.min))
    return { rating: Math.max(scale.min, Math.min(scale.max, rating)) }
  }
}
