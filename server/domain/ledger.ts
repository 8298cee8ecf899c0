import type { ChangeWord } from './change.ts'
import type { Effect } from './projection.ts'

/** What is said of an expected effect once a later round was released. */
export type LedgerVerdict = 'as-expected' | 'opposite' | 'not-visible-yet' | 'too-few-to-say'

/** One expectation of an intervention: a direction for a capital, in one perspective or in all. */
export interface Expectation {
  readonly dimension: string
  /** A perspective, or `all` when the same is expected of every perspective. */
  readonly perspective: string
  readonly expected: 'up' | 'down'
}

/** Stands for all perspectives of a capital together. */
export const EVERY_PERSPECTIVE = 'all'

/**
 * What an intervention is expected to move. An effect of 0 expects nothing and is left out. Where every perspective is
 * expected to move in the same direction, it is one expectation of the capital.
 *
 * @param perspectives the codes that the instrument asks about.
 */
export function expectationsOf(
  effects: readonly Pick<Effect, 'dimension' | 'perspective' | 'effect'>[],
  perspectives: readonly string[],
): Expectation[] {
  const moving = effects.filter(({ effect }) => effect !== 0)
  return [...new Set(moving.map(({ dimension }) => dimension))].flatMap((dimension): Expectation[] => {
    const own = moving.filter((effect) => effect.dimension === dimension)
    const directions = new Set(own.map(directionOf))
    const [first] = directions
    const isAll = perspectives.every((code) => own.some(({ perspective }) => perspective === code))
    if (directions.size === 1 && isAll && first !== undefined) {
      return [{ dimension, perspective: EVERY_PERSPECTIVE, expected: first }]
    }
    return own.map((effect) => ({ dimension, perspective: effect.perspective, expected: directionOf(effect) }))
  })
}

function directionOf({ effect }: Pick<Effect, 'effect'>): 'up' | 'down' {
  return effect > 0 ? 'up' : 'down'
}

/**
 * Compares an expected direction with what the next round showed.
 *
 * It never says how much, and never that the intervention caused it: several things change at the same time.
 *
 * @param word of the change between the two rounds; `undefined`: the rounds cannot be compared there.
 * @see method.md sections 7 and 9.
 */
export function verdictOn(expected: 'up' | 'down', word: ChangeWord | undefined): LedgerVerdict {
  switch (word) {
    case 'increased':
      return expected === 'up' ? 'as-expected' : 'opposite'
    case 'decreased':
      return expected === 'down' ? 'as-expected' : 'opposite'
    case 'no_clear_difference':
      return 'not-visible-yet'
    default:
      return 'too-few-to-say'
  }
}
