import { keyedSteps, type RatingCounts, ratingsIn } from './counts.ts'
import { type Scale, stepsOf } from './instrument.ts'

/** What an item of one population on one horizon contributes to the profile. */
export interface ScoredItem {
  readonly dimension: string
  readonly perspective: string
  /** 0 to 100, unrounded; `null` when nobody rated it. */
  readonly score: number | null
  /** Whether it belongs in the denominator of its cell: see `isApplicable`. */
  readonly applicable: boolean
}

/**
 * Mean rating of an item as it reads on its dimension: a reverse-keyed rating counts as `min + max - rating`.
 *
 * Unit: ratings of the scale, unrounded. Missing: `unknown`, `not_applicable` and unanswered are left out; without
 * a single rating the mean is `null`.
 *
 * @throws {RangeError} the counts are of another scale.
 * @example itemMean(foldSheets(['4', '5'], 1, 5)[0], { min: 1, max: 5 }, false) // 4.5
 */
export function itemMean(counts: RatingCounts, scale: Scale, reverse: boolean): number | null {
  if (counts.steps.length !== stepsOf(scale)) {
    throw new RangeError(`counts of ${counts.steps.length} steps on a scale of ${stepsOf(scale)}`)
  }
  const ratings = ratingsIn(counts)
  if (ratings === 0) return null
  const stepsAboveLowest = keyedSteps(counts, reverse).reduce((sum, count, step) => sum + count * step, 0)
  return scale.min + stepsAboveLowest / ratings
}

/**
 * Score of an item: its mean as percent of the maximum possible.
 *
 * Unit: 0 (everyone chose the lowest step of the dimension) to 100 (everyone the highest), unrounded.
 * Missing: as `itemMean`; no rating is `null`, never 0.
 *
 * @throws {RangeError} the counts are of another scale, or the scale has fewer than 2 steps.
 * @see Cohen, Cohen, Aiken & West (1999), Multivariate Behavioral Research 34(3), for percent-of-maximum scores.
 * @example itemScore(foldSheets(['4'], 1, 5)[0], { min: 1, max: 5 }, false) // 75
 */
export function itemScore(counts: RatingCounts, scale: Scale, reverse: boolean): number | null {
  if (stepsOf(scale) < 2) throw new RangeError(`a scale needs at least 2 steps, got ${stepsOf(scale)}`)
  const mean = itemMean(counts, scale, reverse)
  return mean === null ? null : (100 * (mean - scale.min)) / (scale.max - scale.min)
}

/**
 * Whether an item belongs in the denominator of its cell. Only an item that at least one person answered, and that
 * everyone who answered called not applicable, does not. `unknown` is an answer; not answered yet is none.
 *
 * @example isApplicable({ steps: [0, 0], unknown: 0, notApplicable: 3, unanswered: 9 }) // false
 */
export function isApplicable(counts: RatingCounts): boolean {
  return counts.notApplicable === 0 || ratingsIn(counts) + counts.unknown > 0
}

/**
 * Score of a cell, one dimension from one perspective on one horizon: the mean of the scores of its items.
 *
 * Unit: 0 to 100, unrounded. Missing: an item that does not apply is left out of the count; of the others at least
 * half must have a score, else `null`, because a mean of so few describes the items and not the cell. A cell in which
 * no item applies is `null`.
 *
 * @param items the items of this cell only.
 * @see method.md section 5.
 */
export function cellScore(items: readonly ScoredItem[]): number | null {
  const applicable = items.filter((item) => item.applicable)
  const scores = applicable.flatMap((item) => (item.score === null ? [] : [item.score]))
  if (scores.length === 0 || scores.length * 2 < applicable.length) return null
  return mean(scores)
}

/**
 * Score of a dimension on one horizon: the mean of the cells of the perspectives that are asked.
 *
 * Unit: 0 to 100, unrounded. Missing: every cell is needed, else `null`, because a dimension seen from one side is not
 * comparable with one seen from both. No cells: `null`.
 *
 * @example dimensionScore([40, 60]) // 50
 * @example dimensionScore([40, null]) // null
 */
export function dimensionScore(cells: readonly (number | null)[]): number | null {
  const complete = completeOrNull(cells)
  return complete === null ? null : mean(complete)
}

/**
 * How much was answered with a rating: ratings over everything that could have been one.
 *
 * Unit: share, 0 to 1, unrounded. Missing: `unknown` and unanswered count as not covered; `not_applicable` is left out
 * of the denominator. Nothing to cover is `null`, not 0. Always shown apart from a score.
 *
 * @param counts the slots to look at, for example those of one dimension.
 */
export function coverage(counts: readonly RatingCounts[]): number | null {
  const ratings = totalOf(counts, ratingsIn)
  return share(ratings, ratings + totalOf(counts, (slot) => slot.unknown + slot.unanswered))
}

/**
 * Share of "I do not know" among those who answered and found that it applies: a finding in itself, the knowledge gap.
 *
 * Unit: share, 0 to 1, unrounded. Missing: unanswered and `not_applicable` are left out; `null` when nobody is left.
 *
 * @param counts the slots to look at, usually the one of an item on a horizon.
 */
export function unknownShare(counts: readonly RatingCounts[]): number | null {
  const unknown = totalOf(counts, (slot) => slot.unknown)
  return share(unknown, unknown + totalOf(counts, ratingsIn))
}

function totalOf(counts: readonly RatingCounts[], number: (slot: RatingCounts) => number): number {
  return counts.reduce((sum, slot) => sum + number(slot), 0)
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/**
 * The same values when all are there; `null` when one is missing, or when there are none.
 *
 * @example completeOrNull([40, null]) // null
 */
export function completeOrNull(values: readonly (number | null)[]): readonly number[] | null {
  const present = values.filter((value) => value !== null)
  return present.length > 0 && present.length === values.length ? present : null
}

/**
 * Arithmetic mean.
 *
 * @throws {RangeError} there are no values.
 * @example mean([1, 2, 6]) // 3
 */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values have no mean')
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
