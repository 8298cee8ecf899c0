import { isBelow } from './rounding.ts'
import { mean } from './score.ts'

/** What is said about the difference between two rounds. */
export type ChangeWord = 'increased' | 'decreased' | 'no_clear_difference' | 'too_few_to_say'

/** Change over the same named respondents. Numbers are `null` only when there are no respondents. */
export interface PairedChange {
  /** How many respondents answered both rounds. */
  readonly n: number
  /** Mean of their differences, in score points. */
  readonly mean: number | null
  /** 95 % percentile bootstrap interval of the mean, in score points: low and high end. */
  readonly interval: readonly [number, number] | null
  /** Two-sided p of the sign-flip test. */
  readonly signFlipP: number | null
  readonly word: ChangeWord
}

/** Change between two groups that may hold other people. Numbers are `null` only when a group is empty. */
export interface UnpairedChange {
  readonly before: number
  readonly after: number
  /** Mean after minus mean before, in score points. */
  readonly mean: number | null
  /** Two-sided p of the permutation test. */
  readonly permutationP: number | null
  readonly word: ChangeWord
}

/** Fewest respondents about whom a word is said: with 5 no two-sided sign-flip p can come below 0.0625. */
const FEWEST_FOR_A_WORD = 6

/** Smallest change worth a conversation: half a step of a five-step scale, in score points. Our choice. */
const SMALLEST_CHANGE = 12.5

/** A paired change is clear when 0 lies outside the middle 95 % of resample means. */
const PART_BELOW_INTERVAL = 0.025

/** An unpaired change is clear when p lies below this. */
const CLEAR_P = 0.05

const MOST_FOR_EVERY_RESAMPLE = 6
const MOST_FOR_EVERY_FLIP = 15
const DRAWS = 10_000

/**
 * Change of respondents who answered both rounds.
 *
 * The interval is the percentile bootstrap of the mean: all n^n resamples up to n = 6, else 10,000 seeded ones. The
 * sign-flip test counts all 2^n flips up to n = 15; above that 10,000 seeded ones, with (hits + 1) / (draws + 1) so
 * that p is never 0. A word other than `no_clear_difference` needs 6 respondents, an interval without 0 and at least
 * 12.5 points; p is told beside it and does not decide. Below 6 respondents the numbers are there for tests and
 * exports, not for show.
 *
 * Missing: a respondent who lacks either score is no pair; leave it out. The order of respondents makes no difference.
 *
 * @param differences score after minus score before, one for each respondent, in score points.
 * @param seed a whole number, kept with the release so that it can be computed again.
 * @throws {RangeError} the seed is no whole number.
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13; Fisher (1935), The Design of
 *   Experiments, section 21, for the sign-flip test; Phipson & Smyth (2010), Statistical Applications in Genetics and
 *   Molecular Biology 9(1), for the + 1.
 */
export function pairedChange(differences: readonly number[], seed: number): PairedChange {
  const n = differences.length
  const random = seededGenerator(seed)
  if (n === 0) return { n, mean: null, interval: null, signFlipP: null, word: 'too_few_to_say' }
  const sorted = sortedUp(differences)
  const change = mean(sorted)
  const interval = intervalOf(sorted, random)
  const word = changeWord(n, change, isClearOf(interval))
  return { n, mean: change, interval, signFlipP: signFlipP(sorted, random), word }
}

/** Sorted, because a seeded draw picks by place and the order in which people joined must not matter. */
function sortedUp(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b)
}

function intervalOf(sorted: readonly number[], random: () => number): [number, number] {
  const every = sorted.length <= MOST_FOR_EVERY_RESAMPLE
  return percentileInterval(every ? everyResampleMean(sorted) : drawnResampleMeans(sorted, random))
}

/** Whether an interval does not hold 0. */
function isClearOf([low, high]: readonly [number, number]): boolean {
  return isBelow(0, low) || isBelow(high, 0)
}

/**
 * Change between two rounds whose answers cannot be joined by person, as in anonymous rounds.
 *
 * The labels before and after are permuted 10,000 times from the seed; p is the two-sided share of permutations at
 * least as far apart, as (hits + 1) / (draws + 1): the observed labelling is one of the permutations, so p is never 0.
 * A word other than `no_clear_difference` needs 6 respondents in both rounds, p < 0.05 and at least 12.5 points.
 *
 * Missing: leave respondents without a score out. The order of respondents makes no difference.
 *
 * @param before scores of respondents in the earlier round, 0 to 100.
 * @param after scores of respondents in the later round, 0 to 100.
 * @param seed a whole number, kept with the release so that it can be computed again.
 * @throws {RangeError} the seed is no whole number.
 * @see Phipson & Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9(1), for the + 1.
 */
export function unpairedChange(before: readonly number[], after: readonly number[], seed: number): UnpairedChange {
  const sizes = { before: before.length, after: after.length }
  const random = seededGenerator(seed)
  const fewest = Math.min(sizes.before, sizes.after)
  if (fewest === 0) return { ...sizes, mean: null, permutationP: null, word: 'too_few_to_say' }
  const change = mean(after) - mean(before)
  const p = permutationP([...before, ...after], sizes.after, Math.abs(change), random)
  return { ...sizes, mean: change, permutationP: p, word: changeWord(fewest, change, p < CLEAR_P) }
}

/**
 * The word of `pairedChange` alone, without counting what cannot alter it, as `unpairedWord`: for releases, which say many
 * words and none of the numbers.
 *
 * @throws {RangeError} the seed is needed and is no whole number.
 */
export function pairedWord(differences: readonly number[], seed: number): ChangeWord {
  const n = differences.length
  const change = n === 0 ? 0 : mean(differences)
  if (n < FEWEST_FOR_A_WORD || isSmall(change)) return changeWord(n, change, false)
  const sorted = sortedUp(differences)
  const isClear =
    mostResamplesBeyond0(sorted, change) < PART_BELOW_INTERVAL || isClearOf(intervalOf(sorted, seededGenerator(seed)))
  return changeWord(n, change, isClear)
}

/**
 * The word of `unpairedChange` alone, without the draws that cannot alter it: none where the change is too small or p is
 * proven to lie below 0.05, and no more once enough permutations lay as far apart.
 *
 * @throws {RangeError} the seed is needed and is no whole number.
 */
export function unpairedWord(before: readonly number[], after: readonly number[], seed: number): ChangeWord {
  const fewest = Math.min(before.length, after.length)
  const change = fewest === 0 ? 0 : mean(after) - mean(before)
  if (fewest < FEWEST_FOR_A_WORD || isSmall(change)) return changeWord(fewest, change, false)
  const pooled = [...before, ...after]
  const observed = Math.abs(change)
  const isClear =
    mostPermutationP(pooled, after.length, observed) < CLEAR_P ||
    permutationP(pooled, after.length, observed, seededGenerator(seed), CLEAR_P) < CLEAR_P
  return changeWord(fewest, change, isClear)
}

function changeWord(n: number, change: number, isClear: boolean): ChangeWord {
  if (n < FEWEST_FOR_A_WORD) return 'too_few_to_say'
  if (!isClear || isSmall(change)) return 'no_clear_difference'
  return change > 0 ? 'increased' : 'decreased'
}

function isSmall(change: number): boolean {
  return isBelow(Math.abs(change), SMALLEST_CHANGE)
}

/**
 * A generator of numbers from 0 up to 1 that gives the same row for the same seed on every machine: mulberry32, with 32
 * bits of state. Good enough to draw 10,000 resamples with; not for secrets.
 *
 * @param seed a whole number; only its lowest 32 bits count.
 * @throws {RangeError} the seed is no whole number.
 * @see Tommy Ettinger's mulberry32 (public domain), in the JavaScript form of bryc/code, PRNGs.md.
 */
export function seededGenerator(seed: number): () => number {
  if (!Number.isInteger(seed)) throw new RangeError(`a seed is a whole number, got ${seed}`)
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function everyResampleMean(values: readonly number[]): Float64Array {
  const n = values.length
  let sums = Float64Array.of(0)
  for (let drawn = 0; drawn < n; drawn += 1) {
    const longer = new Float64Array(sums.length * n)
    for (const [place, value] of values.entries()) {
      longer.set(
        sums.map((sum) => sum + value),
        place * sums.length,
      )
    }
    sums = longer
  }
  return sums.map((sum) => sum / n)
}

function drawnResampleMeans(values: readonly number[], random: () => number): Float64Array {
  const n = values.length
  return Float64Array.from({ length: DRAWS }, () => {
    let sum = 0
    for (let drawn = 0; drawn < n; drawn += 1) sum += values[Math.floor(random() * n)] ?? 0
    return sum / n
  })
}

function percentileInterval(means: Float64Array): [number, number] {
  const sorted = means.toSorted()
  // The lowest mean that at least this part of all means does not exceed: always a mean that occurs.
  const at = (part: number) => sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN
  return [at(PART_BELOW_INTERVAL), at(1 - PART_BELOW_INTERVAL)]
}

/**
 * The largest part of all resample means that can lie at 0 or beyond, by the mean and the range of the differences alone.
 *
 * @see Hoeffding (1963), Journal of the American Statistical Association 58(301), theorem 2.
 */
function mostResamplesBeyond0(sorted: readonly number[], change: number): number {
  return Math.exp((-2 * sorted.length * change ** 2) / rangeOf(sorted) ** 2)
}

function rangeOf(sorted: readonly number[]): number {
  return (sorted.at(-1) ?? 0) - (sorted[0] ?? 0)
}

function signFlipP(differences: readonly number[], random: () => number): number {
  const n = differences.length
  const observed = Math.abs(differences.reduce((sum, difference) => sum + difference, 0))
  const isAsFar = (isFlipped: (place: number) => boolean) => {
    const sum = differences.reduce(
      (total, difference, place) => total + (isFlipped(place) ? -difference : difference),
      0,
    )
    return !isBelow(Math.abs(sum), observed)
  }
  let hits = 0
  if (n > MOST_FOR_EVERY_FLIP) {
    for (let draw = 0; draw < DRAWS; draw += 1) if (isAsFar(() => random() < 0.5)) hits += 1
    return (hits + 1) / (DRAWS + 1)
  }
  const flips = 2 ** n
  for (let flip = 0; flip < flips; flip += 1) if (isAsFar((place) => ((flip >> place) & 1) === 1)) hits += 1
  return hits / flips
}

/** Counts no further than `enough`: from there on p lies above it, whatever the other draws would be. */
function permutationP(
  scores: readonly number[],
  afterSize: number,
  observed: number,
  random: () => number,
  enough = 1,
): number {
  const pooled = sortedUp(scores)
  const total = pooled.reduce((sum, score) => sum + score, 0)
  const beforeSize = pooled.length - afterSize
  let hits = 0
  for (let draw = 0; draw < DRAWS && (hits + 1) / (DRAWS + 1) < enough; draw += 1) {
    const after = sumOfDrawn(pooled, afterSize, random)
    if (!isBelow(Math.abs(after / afterSize - (total - after) / beforeSize), observed)) hits += 1
  }
  return (hits + 1) / (DRAWS + 1)
}

/**
 * The most that the p of all permutations can be, by the distance and the range of the scores alone. It spares large
 * rounds their draws.
 *
 * @see Serfling (1974), Annals of Statistics 2(1), corollary 1.1, for means of a sample without replacement.
 */
function mostPermutationP(pooled: readonly number[], afterSize: number, observed: number): number {
  const people = pooled.length
  const range = rangeOf(sortedUp(pooled))
  const fromAll = (observed * (people - afterSize)) / people
  return 2 * Math.exp((-2 * afterSize * fromAll ** 2) / ((1 - (afterSize - 1) / people) * range ** 2))
}

/** Shuffles as many scores to the front as are wanted (Fisher and Yates) and adds them up. */
function sumOfDrawn(pooled: number[], wanted: number, random: () => number): number {
  let sum = 0
  for (let place = 0; place < wanted; place += 1) {
    const from = place + Math.floor(random() * (pooled.length - place))
    const drawn = pooled[from] ?? 0
    pooled[from] = pooled[place] ?? 0
    pooled[place] = drawn
    sum += drawn
  }
  return sum
}
