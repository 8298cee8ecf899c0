import { NOT_APPLICABLE, UNANSWERED, UNKNOWN } from './answer.ts'
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
  // Sorted, because a seeded draw picks by place and the order in which people joined must not matter.
  const sorted = differences.toSorted((a, b) => a - b)
  const change = mean(sorted)
  const interval = percentileInterval(
    n <= MOST_FOR_EVERY_RESAMPLE ? everyResampleMean(sorted) : drawnResampleMeans(sorted, random),
  )
  const isClear = isBelow(0, interval[0]) || isBelow(interval[1], 0)
  return { n, mean: change, interval, signFlipP: signFlipP(sorted, random), word: changeWord(n, change, isClear) }
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
  return { ...sizes, mean: change, permutationP: p, word: changeWord(fewest, change, p < 0.05) }
}

function changeWord(n: number, change: number, isClear: boolean): ChangeWord {
  if (n < FEWEST_FOR_A_WORD) return 'too_few_to_say'
  if (!isClear || isBelow(Math.abs(change), SMALLEST_CHANGE)) return 'no_clear_difference'
  return change > 0 ? 'increased' : 'decreased'
}

/** Places of a sheet, as `slotOf` counts them, where the rating of a single respondent changed. */
export interface SingleSheetChange {
  readonly rose: readonly number[]
  readonly fell: readonly number[]
}

/**
 * What changed on the one sheet that is filled in for a company: the places where the rating rose and where it fell,
 * without any inference. Ratings as given: for a reverse-keyed item a rating that rose means less of its dimension.
 *
 * Missing: a place where either sheet holds no step is in neither list: from unknown to 4 is not a rise.
 *
 * @param before the sheet of the earlier round, as `answer.ts` writes it.
 * @param after the sheet of the later round, with the same items and horizons in the same places.
 * @throws {RangeError} the sheets differ in length, or hold a character that no sheet can hold.
 * @example singleSheetChange('13?', '223') // { rose: [0], fell: [1] }
 */
export function singleSheetChange(before: string, after: string): SingleSheetChange {
  if (before.length !== after.length) throw new RangeError(`sheets of ${before.length} and ${after.length} answers`)
  const rose: number[] = []
  const fell: number[] = []
  for (let slot = 0; slot < before.length; slot += 1) {
    const from = stepAt(before, slot)
    const to = stepAt(after, slot)
    if (from === null || to === null) continue
    if (to > from) rose.push(slot)
    if (to < from) fell.push(slot)
  }
  return { rose, fell }
}

function stepAt(sheet: string, slot: number): number | null {
  const character = sheet.charAt(slot)
  if (character === UNKNOWN || character === NOT_APPLICABLE || character === UNANSWERED) return null
  if (character < '1' || character > '9') throw new RangeError(`'${character}' is no answer on any scale`)
  return Number(character)
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
  return [at(0.025), at(0.975)]
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

function permutationP(pooled: number[], afterSize: number, observed: number, random: () => number): number {
  pooled.sort((a, b) => a - b)
  const total = pooled.reduce((sum, score) => sum + score, 0)
  const beforeSize = pooled.length - afterSize
  let hits = 0
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const after = sumOfDrawn(pooled, afterSize, random)
    if (!isBelow(Math.abs(after / afterSize - (total - after) / beforeSize), observed)) hits += 1
  }
  return (hits + 1) / (DRAWS + 1)
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
