import fc from 'fast-check'
import type { RatingCounts } from '../../server/domain/counts.ts'
import type { Scale } from '../../server/domain/instrument.ts'

export const fivePoint: Scale = { min: 1, max: 5 }

/** Rating counts with nothing in them but what is given. */
export function countsOf(steps: readonly number[], missing: Partial<RatingCounts> = {}): RatingCounts {
  return { unknown: 0, notApplicable: 0, unanswered: 0, ...missing, steps }
}

/** Step counts of a five-step scale out of ratings 1 to 5. */
export function stepsFrom(ratings: readonly number[], length = 5): number[] {
  return Array.from({ length }, (_, step) => ratings.filter((rating) => rating === step + 1).length)
}

/** How many chose each step of a scale of 2 to 9 steps, nobody included. */
export const stepCounts = fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 9 })

/** The same with at least so many ratings. */
export function stepCountsOfAtLeast(ratings: number): fc.Arbitrary<number[]> {
  return stepCounts.filter((steps) => steps.reduce((sum, count) => sum + count, 0) >= ratings)
}

export const ratingCounts: fc.Arbitrary<RatingCounts> = fc.record({
  steps: fc.array(fc.nat({ max: 20 }), { minLength: 5, maxLength: 5 }),
  unknown: fc.nat({ max: 20 }),
  notApplicable: fc.nat({ max: 20 }),
  unanswered: fc.nat({ max: 20 }),
})

/** A score of 0 to 100 with the fractions that means have. */
export const score = fc.integer({ min: 0, max: 1200 }).map((twelfths) => twelfths / 12)

/** Sheets of one round: each of the same length, on a five-step scale. */
export function sheetsOf(slots: number): fc.Arbitrary<string[]> {
  const character = fc.constantFrom('1', '2', '3', '4', '5', '?', '-', '.')
  const sheet = fc.array(character, { minLength: slots, maxLength: slots }).map((characters) => characters.join(''))
  return fc.array(sheet, { maxLength: 30 })
}
