import { isBelow } from './rounding.ts'

/** How people stand to each other on one item: the word that is shown. Agreeing is not being right. */
export type AgreementWord = 'divided' | 'mixed' | 'agreed'

/** Ratings from which a word is said: among 4 random answerers one in ten groups would look agreed. */
const FEWEST_FOR_A_WORD = 5

/** Conventional line for r_wg from which people count as agreed. */
const AGREED_FROM = 0.7

/**
 * Variance of ratings, over n - 1.
 *
 * Unit: squared steps. Missing: `null` below two ratings. Computed from whole numbers, so the order of respondents and
 * the direction of the scale cannot change even its last bit.
 *
 * @param steps how many chose each step of the scale, lowest step first; missing answers left out.
 * @throws {RangeError} the scale has fewer than 2 steps.
 * @example sampleVariance([1, 0, 1]) // 2
 */
export function sampleVariance(steps: readonly number[]): number | null {
  const { ratings, sum, squares } = momentsOf(steps)
  return ratings < 2 ? null : (ratings * squares - sum * sum) / (ratings * (ratings - 1))
}

/**
 * Average deviation around the mean: how many steps people are apart from their mean, on average.
 *
 * Unit: steps. Missing: `null` below two ratings.
 *
 * @param steps how many chose each step of the scale, lowest step first; missing answers left out.
 * @throws {RangeError} the scale has fewer than 2 steps.
 * @see Burke, Finkelstein & Dusig (1999), Organizational Research Methods 2(1), for the AD index.
 * @example averageDeviation([0, 0, 1, 3, 1]) // 0.4
 */
export function averageDeviation(steps: readonly number[]): number | null {
  const { ratings, sum } = momentsOf(steps)
  if (ratings < 2) return null
  const deviations = steps.reduce((total, count, step) => total + count * Math.abs(ratings * step - sum), 0)
  return deviations / (ratings * ratings)
}

/**
 * Within-group agreement on one item, r_wg: how much less the ratings spread than random answering would.
 *
 * Unit: 1 (all ratings equal) down to 0 (spread as wide as, or wider than, uniform random answering).
 * Missing: `null` below two ratings, because nobody can agree alone.
 *
 * @param steps how many chose each step of the scale, lowest step first; missing answers left out.
 * @throws {RangeError} the scale has fewer than 2 steps.
 * @see James, Demaree & Wolf (1984), Journal of Applied Psychology 69(1). A negative r_wg is returned as 0.
 * @example withinGroupAgreement([0, 0, 2, 2, 0]) // 5/6: two say 3 and two say 4
 */
export function withinGroupAgreement(steps: readonly number[]): number | null {
  const variance = sampleVariance(steps)
  return variance === null ? null : Math.max(0, 1 - variance / randomVariance(steps.length))
}

/**
 * Within-group agreement on a set of items, r_wg(J).
 *
 * Unit: 1 down to 0; a set that spreads as wide as random answering, or wider, is 0, because the formula has no
 * meaning beyond. Missing: items with fewer than two ratings are left out and J is what is left; `null` when none is.
 *
 * @param items for each item how many chose each step, lowest step first, all on scales of as many steps.
 * @throws {RangeError} a scale has fewer than 2 steps, or the scales differ in length.
 * @see James, Demaree & Wolf (1984), Journal of Applied Psychology 69(1).
 */
export function withinGroupAgreementOfSet(items: readonly (readonly number[])[]): number | null {
  const length = items[0]?.length ?? 0
  if (items.some((steps) => steps.length !== length)) throw new RangeError('the items of a set share one scale')
  const variances = items.map(sampleVariance).filter((variance) => variance !== null)
  const count = variances.length
  if (count === 0) return null
  const spread = variances.reduce((sum, variance) => sum + variance, 0) / count / randomVariance(length)
  const common = count * Math.max(0, 1 - spread)
  return common / (common + spread)
}

/**
 * The word for one item, tested in this order. `divided`: r_wg is 0, or at least a quarter chose below the middle of
 * the scale, at least a quarter above it, and fewer than either stood in the middle. `agreed`: r_wg is 0.70 or more.
 * Else `mixed`. A scale with an even number of steps has no middle step, so nobody stands there.
 *
 * Missing: `null` below five ratings.
 *
 * @param steps how many chose each step of the scale, lowest step first; missing answers left out.
 * @throws {RangeError} the scale has fewer than 2 steps.
 * @see method.md section 6.
 * @example agreementWord([2, 1, 0, 1, 2]) // 'divided'
 */
export function agreementWord(steps: readonly number[]): AgreementWord | null {
  const { ratings } = momentsOf(steps)
  const agreement = withinGroupAgreement(steps)
  if (agreement === null || ratings < FEWEST_FOR_A_WORD) return null
  if (agreement === 0 || isInTwoCamps(steps, ratings)) return 'divided'
  return isBelow(agreement, AGREED_FROM) ? 'mixed' : 'agreed'
}

function isInTwoCamps(steps: readonly number[], ratings: number): boolean {
  const half = Math.floor(steps.length / 2)
  const low = countOf(steps.slice(0, half))
  const high = countOf(steps.slice(-half))
  const smallerCamp = Math.min(low, high)
  return smallerCamp * 4 >= ratings && ratings - low - high < smallerCamp
}

/** First quartile, median and third quartile of ratings, in steps counted from 1. */
export interface Quartiles {
  readonly lower: number
  readonly median: number
  readonly upper: number
}

/**
 * Quartiles of the ratings of one item, by linear interpolation between ratings: R's type 7, the default of R, NumPy
 * and spreadsheets.
 *
 * Unit: steps 1 to A, in quarters between two. Missing: `null` without ratings.
 *
 * @param steps how many chose each step of the scale, lowest step first; missing answers left out.
 * @throws {RangeError} the scale has fewer than 2 steps.
 * @see Hyndman & Fan (1996), The American Statistician 50(4), definition 7.
 * @example quartiles([0, 1, 2, 2, 1]) // { lower: 3, median: 3.5, upper: 4 }
 */
export function quartiles(steps: readonly number[]): Quartiles | null {
  if (momentsOf(steps).ratings === 0) return null
  return { lower: quantile(steps, 0.25), median: quantile(steps, 0.5), upper: quantile(steps, 0.75) }
}

function quantile(steps: readonly number[], part: number): number {
  const place = (countOf(steps) - 1) * part
  const below = stepAt(steps, Math.floor(place))
  const above = stepAt(steps, Math.ceil(place))
  return below + (above - below) * (place - Math.floor(place))
}

/** Step, counted from 1, of the rating at a place when all ratings lie in order, places counted from 0. */
function stepAt(steps: readonly number[], place: number): number {
  let step = 0
  for (let passed = 0; passed <= place; step += 1) passed += steps[step] ?? Number.POSITIVE_INFINITY
  return step
}

/** What `compareMostDivided` needs to know of an item. */
export interface Dividedness {
  readonly word: AgreementWord | null
  /** In steps; `null` when it is not known or not shown. */
  readonly averageDeviation: number | null
}

const MOST_DIVIDED_FIRST: readonly (AgreementWord | null)[] = ['divided', 'mixed', 'agreed', null]

/**
 * Order for `sort`: most divided first, because disagreement is the agenda. First the word (divided, mixed, agreed,
 * none), within a word the larger average deviation. A missing deviation comes last within its word.
 */
export function compareMostDivided(a: Dividedness, b: Dividedness): number {
  const byWord = MOST_DIVIDED_FIRST.indexOf(a.word) - MOST_DIVIDED_FIRST.indexOf(b.word)
  // No deviation is below 0, so -1 puts a missing one behind all others.
  return byWord === 0 ? (b.averageDeviation ?? -1) - (a.averageDeviation ?? -1) : byWord
}

function momentsOf(steps: readonly number[]): { ratings: number; sum: number; squares: number } {
  if (steps.length < 2) throw new RangeError(`a scale needs at least 2 steps, got ${steps.length}`)
  let sum = 0
  let squares = 0
  for (const [step, count] of steps.entries()) {
    sum += count * step
    squares += count * step * step
  }
  return { ratings: countOf(steps), sum, squares }
}

/** Variance of uniform random answering over a number of steps. */
function randomVariance(steps: number): number {
  return (steps * steps - 1) / 12
}

function countOf(steps: readonly number[]): number {
  return steps.reduce((sum, count) => sum + count, 0)
}
