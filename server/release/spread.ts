import { HIGHEST_COUNTED, LOWEST_COUNTED } from './counted.ts'

/** How far the scores of a crowd lie apart: how many there are, and the three lowest and the three highest of them. */
export interface Spread {
  readonly size: number
  /** From the lowest up. */
  readonly lowest: readonly number[]
  /** From the highest down. */
  readonly highest: readonly number[]
}

/** The spread of one score alone. */
export function spreadOf(score: number): Spread {
  return { size: 1, lowest: [score], highest: [score] }
}

/** The spread of many scores. */
export function spreadOfScores(scores: readonly number[]): Spread {
  const sorted = scores.toSorted((a, b) => a - b)
  return { size: sorted.length, lowest: sorted.slice(0, KEPT), highest: sorted.slice(-KEPT).toReversed() }
}

/** The spread of two crowds together. */
export function joinSpreads(one: Spread, other: Spread): Spread {
  return {
    size: one.size + other.size,
    lowest: [...one.lowest, ...other.lowest].toSorted((a, b) => a - b).slice(0, KEPT),
    highest: [...one.highest, ...other.highest].toSorted((a, b) => b - a).slice(0, KEPT),
  }
}

/**
 * Whether, whichever two leave, the others lie so far apart that knowing all of their scores, but not whose is whose, pins
 * nobody: `APART` points or more. A crowd of fewer than four is never called loose.
 */
export function isLoose({ size, lowest, highest }: Spread): boolean {
  if (size < COLLUDERS + 2) return false
  return Array.from({ length: COLLUDERS + 1 }, (_, fromBelow) => {
    const low = lowest[fromBelow] ?? HIGHEST_COUNTED
    const high = highest[COLLUDERS - fromBelow] ?? LOWEST_COUNTED
    return high - low >= APART
  }).every(Boolean)
}

const COLLUDERS = 2
const KEPT = COLLUDERS + 1

/** More than the 10 points within which a score counts as known, so that who lies closer than this still has room. */
export const APART = 15
