import type { RoundPlanInput } from '../../server/contract/planning.ts'

/** When a round opens, as people say it: so many days before or after the start or the end of a quarter. */
export const OPENING_SIDES = ['before-end', 'after-end', 'before-start', 'after-start'] as const
/** One of them. */
export type OpeningSide = (typeof OPENING_SIDES)[number]

/** What a rhythm says, as people say it. */
export function saidOf({ from, days }: RoundPlanInput['opens']): { readonly days: number; readonly side: OpeningSide } {
  return { days: Math.abs(days), side: days < 0 || (days === 0 && from === 'end') ? `before-${from}` : `after-${from}` }
}

/** What people said, as a rhythm says it. */
export function opensOf(days: number, side: OpeningSide): RoundPlanInput['opens'] {
  const [when, from] = side.split('-')
  // A minus zero would be another number to whoever compares.
  return { from: from === 'start' ? 'start' : 'end', days: when === 'before' && days !== 0 ? -days : days }
}

/** A whole number from `least` to `most` in a field; undefined for anything else. */
export function numberBetween(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : -1
  return value >= least && value <= most ? value : undefined
}
