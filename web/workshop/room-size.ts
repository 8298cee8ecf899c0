import type { Round } from '../../server/contract/rounds.ts'

/** From this many ratings on an item has figures and not only a word (method, section 8). */
export const FIGURES_FROM = 10

/**
 * What a room of this size gets to see: `everything` with names in an open round, `nothing` below the threshold, `words`
 * up to nine, `figures` from ten. `unknown`: nobody said how many will come, and nobody is there yet.
 */
export type Visibility = 'everything' | 'nothing' | 'words' | 'figures' | 'unknown'

/** How many people to reckon with: whoever is expected, or came when that is more. null when neither is known. */
export function roomSize({ expected, counts }: Pick<Round, 'expected' | 'counts'>): number | null {
  const size = Math.max(expected ?? 0, counts.joined)
  return size === 0 ? null : size
}

/** What will be shown of a round, by its mode and the number of people. */
export function visibilityOf(round: Pick<Round, 'mode' | 'threshold' | 'expected' | 'counts'>): Visibility {
  if (round.mode === 'open') return 'everything'
  const size = roomSize(round)
  if (size === null) return 'unknown'
  if (size < round.threshold) return 'nothing'
  return size < FIGURES_FROM ? 'words' : 'figures'
}
