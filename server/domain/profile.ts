import type { Instrument } from './instrument.ts'
import { isBelow } from './rounding.ts'
import { cellScore, completeOrNull, dimensionScore, mean, type ScoredItem } from './score.ts'

/** How high a set of dimension scores stands, how evenly, and where it is lowest. There is no single total. */
export interface Evenness {
  /** Mean of the scores, 0 to 100. */
  readonly level: number | null
  /** 1 when all scores are equal, lower as they lie further apart. */
  readonly balance: number | null
  /** What the unevenness costs, in points. */
  readonly imbalanceCost: number | null
  /** Codes of the lowest dimension, or of all that share the lowest place; empty when a score is missing. */
  readonly floor: readonly string[]
}

/** Everything that is drawn of one population on one horizon, unrounded. */
export interface Profile extends Evenness {
  /** The gate: see `isOutOfBalance`. */
  readonly outOfBalance: boolean | null
  /** Evenness over the cells of one perspective, by perspective code. */
  readonly perspectives: Readonly<Record<string, Evenness>>
  /** By dimension code; `cells` holds the perspectives that are asked for that dimension. */
  readonly dimensions: Readonly<Record<string, DimensionScores>>
}

/** Score of a dimension and of its cells by perspective code, 0 to 100 or `null`. */
export interface DimensionScores {
  readonly score: number | null
  readonly cells: Readonly<Record<string, number | null>>
}

/**
 * Level: the mean of the scores.
 *
 * Unit: 0 to 100, unrounded. Missing: `null` unless every score is there.
 */
export function level(scores: readonly (number | null)[]): number | null {
  const complete = completeOrNull(scores)
  return complete === null ? null : mean(complete)
}

/**
 * Balance: the geometric over the arithmetic mean of `y = 1 + 0.99 * score`, which is 1 minus the Atkinson index of
 * inequality with epsilon 1.
 *
 * Unit: 1 (all scores equal) towards 0, unrounded. Missing: `null` unless every score is there. With `y`, which runs
 * from 1 to 100, a single score of 0 does not pull the balance to 0 and so wipe out what the others say.
 *
 * @see Atkinson (1970), Journal of Economic Theory 2(3), 244-263.
 * @example balance([50, 50, 50, 50, 50, 50]) // 1
 */
export function balance(scores: readonly (number | null)[]): number | null {
  return evenOut(scores)?.balance ?? null
}

/**
 * Cost of imbalance: how many points the geometric mean of `y = 1 + 0.99 * score` lies under its arithmetic mean. The
 * same fact as `balance` in words that people read better: "the imbalance costs 3 points".
 *
 * Unit: points of `y`, 0 and up, unrounded. Missing: `null` unless every score is there.
 */
export function imbalanceCost(scores: readonly (number | null)[]): number | null {
  return evenOut(scores)?.imbalanceCost ?? null
}

function evenOut(scores: readonly (number | null)[]): Balance | null {
  const complete = completeOrNull(scores)
  return complete === null ? null : balanceOf(complete.map((score) => 1 + 0.99 * score))
}

/** The two means of a set of values above 0, and how far they are apart as a ratio and in points. */
export interface Balance {
  readonly arithmeticMean: number
  readonly geometricMean: number
  readonly balance: number
  readonly imbalanceCost: number
}

/**
 * Balance and cost of imbalance of values that are above 0 already.
 *
 * @param y values above 0; scores become such values as `1 + 0.99 * score`.
 * @throws {RangeError} there are no values, or one is not above 0.
 * @see Atkinson (1970), Journal of Economic Theory 2(3), 244-263: `balance` is 1 - A with epsilon 1.
 * @example balanceOf([95, 80, 60, 40, 30, 15]).balance // 0.84212
 */
export function balanceOf(y: readonly number[]): Balance {
  if (!y.every((value) => value > 0)) throw new RangeError('a geometric mean needs values above 0')
  const arithmeticMean = mean(y)
  // Equal values differ in the last bit here, and a balance above 1 or a cost below 0 would be nonsense.
  const geometricMean = Math.min(arithmeticMean, Math.exp(mean(y.map(Math.log))))
  return {
    arithmeticMean,
    geometricMean,
    balance: geometricMean / arithmeticMean,
    imbalanceCost: arithmeticMean - geometricMean,
  }
}

/**
 * Floor: the lowest dimension by code, or all that share the lowest place.
 *
 * Missing: empty when any of the dimensions has no score, because the missing one could be the lowest.
 *
 * @param scores by dimension code.
 * @param order codes of the dimensions that count, in the order in which ties are named.
 * @example floor({ human: 40, social: 70, natural: 40 }, ['human', 'social', 'natural']) // ['human', 'natural']
 */
export function floor(scores: Readonly<Record<string, number | null>>, order: readonly string[]): string[] {
  const complete = completeOrNull(order.map((code) => scores[code] ?? null))
  if (complete === null) return []
  const lowest = Math.min(...complete)
  return order.filter((_, place) => !isBelow(lowest, complete[place] ?? lowest))
}

/** A cell below this lies more than halfway from preservation to erosion. */
const CELL_LINE = 25

/** The line of preservation: the middle of the scale, ring 3 of the radar. */
const DIMENSION_LINE = 50

/**
 * The gate: whether the whole is out of balance, however high its level is. It is when any cell lies below 25, or when
 * more than one dimension lies below 50, the line of preservation. On the line is not below it.
 *
 * Missing: `null` unless every cell and every dimension has a score.
 *
 * @see method.md section 5.
 */
export function isOutOfBalance(
  cells: readonly (number | null)[],
  dimensions: readonly (number | null)[],
): boolean | null {
  const completeCells = completeOrNull(cells)
  const completeDimensions = completeOrNull(dimensions)
  if (completeCells === null || completeDimensions === null) return null
  const eroding = completeDimensions.filter((score) => isBelow(score, DIMENSION_LINE))
  return eroding.length > 1 || completeCells.some((score) => isBelow(score, CELL_LINE))
}

/**
 * The profile of one population on one horizon, everything unrounded.
 *
 * Missing: a perspective for which a dimension has no items is not asked of that dimension and is left out of its
 * cells; a dimension without any items scores `null`. Evenness is `null` and floor empty unless every dimension has a
 * score (for a perspective: a cell). Where the instrument says that balance means nothing, evenness and gate are
 * `null` and only the scores are there.
 *
 * @param items every item that is asked on this horizon, those without a score included.
 * @throws {RangeError} an item feeds a dimension or perspective that the instrument does not declare.
 * @see method.md section 5.
 */
export function profileOf(
  instrument: Pick<Instrument, 'dimensions' | 'perspectives' | 'balance' | 'asked'>,
  items: readonly ScoredItem[],
): Profile {
  refuseUndeclared(instrument, items)
  const asked = instrument.asked ?? items
  const dimensions = byCode(instrument.dimensions, (dimension) => {
    const perspectives = instrument.perspectives.filter((perspective) =>
      asked.some((cell) => cell.dimension === dimension && cell.perspective === perspective),
    )
    return scoresOf(
      items.filter((item) => item.dimension === dimension),
      perspectives,
    )
  })
  const evenness = (scoreOf: (scores: DimensionScores) => number | null) =>
    instrument.balance ? evennessOf(mapValues(dimensions, scoreOf), instrument.dimensions) : NOTHING_TO_EVEN
  return {
    ...evenness(({ score }) => score),
    outOfBalance: instrument.balance ? gateOf(Object.values(dimensions)) : null,
    perspectives: byCode(instrument.perspectives, (perspective) => evenness(({ cells }) => cells[perspective] ?? null)),
    dimensions,
  }
}

const NOTHING_TO_EVEN: Evenness = { level: null, balance: null, imbalanceCost: null, floor: [] }

function refuseUndeclared(
  { dimensions, perspectives }: Pick<Instrument, 'dimensions' | 'perspectives'>,
  items: readonly ScoredItem[],
): void {
  for (const { dimension, perspective } of items) {
    if (!dimensions.includes(dimension)) throw new RangeError(`the instrument has no dimension '${dimension}'`)
    if (!perspectives.includes(perspective)) throw new RangeError(`the instrument has no perspective '${perspective}'`)
  }
}

function scoresOf(items: readonly ScoredItem[], perspectives: readonly string[]): DimensionScores {
  const cells = byCode(perspectives, (perspective) =>
    cellScore(items.filter((item) => item.perspective === perspective)),
  )
  return { score: dimensionScore(Object.values(cells)), cells }
}

function evennessOf(scores: Readonly<Record<string, number | null>>, order: readonly string[]): Evenness {
  const values = Object.values(scores)
  return {
    level: level(values),
    balance: balance(values),
    imbalanceCost: imbalanceCost(values),
    floor: floor(scores, order),
  }
}

function gateOf(dimensions: readonly DimensionScores[]): boolean | null {
  const cells = dimensions.flatMap((dimension) => Object.values(dimension.cells))
  return isOutOfBalance(
    cells,
    dimensions.map(({ score }) => score),
  )
}

function byCode<T>(codes: readonly string[], make: (code: string) => T): Record<string, T> {
  return Object.fromEntries(codes.map((code) => [code, make(code)]))
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, make: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([code, value]) => [code, make(value)]))
}
