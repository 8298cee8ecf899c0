import type { Results } from '../../server/contract/results.ts'
import type { Baseline, Projection, Range } from '../../server/domain/projection.ts'
import { roundHalfUp } from '../../server/domain/rounding.ts'
import { type Absence, absenceOf, reasonAt } from '../results/missing.ts'
import type { Names } from '../results/names.ts'
import type { Words } from '../results/words.ts'

/** An expectation in whole points: what is most expected, and the cautious and the hopeful end. */
export type WholeRange = Range

/** One number now and what is expected of it. */
export interface ProjectedMark {
  /** null: not known now, so nothing can be expected of it in points. */
  readonly now: number | null
  readonly absence: Absence | undefined
  /** null when nothing is known now. */
  readonly range: WholeRange | null
  /** Whether anything is expected to move. */
  readonly moves: boolean
}

/** One spoke of the projected radar. */
export interface ProjectedAxis extends ProjectedMark {
  readonly code: string
  readonly name: string
}

/** What a projected radar shows of one view: `all` together, or one perspective. */
export interface ProjectionModel {
  readonly axes: readonly ProjectedAxis[]
  /** Every number in words, for who cannot see the drawing; always says that it is an expectation. */
  readonly label: string
  /** Whether anything on it is expected to move. */
  readonly moves: boolean
}

/** Stands for all perspectives of a capital together. */
export const TOGETHER = 'all'

/** The released scores of one horizon, as a projection starts from them. `undefined` results: nothing is known. */
export function baselinesOf(
  results: Results | undefined,
  horizon: string | undefined,
  dimensions: readonly string[],
  perspectives: readonly string[],
): Record<string, Baseline> {
  const released = horizon === undefined ? undefined : results?.horizons[horizon]?.dimensions
  return Object.fromEntries(
    dimensions.map((code) => {
      const cells = released?.[code]?.cells ?? {}
      return [
        code,
        {
          score: released?.[code]?.score ?? null,
          cells: Object.fromEntries(perspectives.map((perspective) => [perspective, cells[perspective] ?? null])),
        },
      ]
    }),
  )
}

/**
 * One capital now and as expected, together or in one perspective, in whole points.
 *
 * @param absenceOf asked only where there is no number: finding out why takes longer than all the rest.
 */
export function projectedMark(
  view: string,
  baseline: Baseline | undefined,
  projection: Projection | undefined,
  absenceOf: () => Absence | undefined = () => undefined,
): ProjectedMark {
  const now = (view === TOGETHER ? baseline?.score : baseline?.cells[view]) ?? null
  const range = (view === TOGETHER ? projection?.score : projection?.cells[view]) ?? null
  if (now === null || range === null) return { now, absence: absenceOf() ?? 'missing', range: null, moves: false }
  const whole = { low: roundHalfUp(range.low), expected: roundHalfUp(range.expected), high: roundHalfUp(range.high) }
  return { now, absence: undefined, range: whole, moves: whole.low !== now || whole.high !== now }
}

/** Why a number is not there now: hidden, or missing; undefined without a release. */
export function absenceAt(
  results: Results | undefined,
  horizon: string | undefined,
  code: string,
  view: string,
): Absence | undefined {
  if (!results || horizon === undefined) return undefined
  return absenceOf(reasonAt(results.suppressed, view === TOGETHER ? [horizon, code] : [horizon, code, view]))
}

/**
 * Makes the model of a projected radar. The axes are the instrument's dimensions in its fixed order.
 *
 * Missing: a capital without a score now has no range; it is never projected from 0.
 */
export function projectionModel(
  codes: readonly string[],
  markOf: (code: string) => ProjectedMark,
  names: Names,
  words: Words,
): ProjectionModel {
  const axes = codes.map((code) => ({ code, name: names.dimension(code), ...markOf(code) }))
  const numbers = axes.map((axis) => `${axis.name}: ${axisWords(axis, words)}`)
  return {
    axes,
    label: `${words.say('intervention-projection-label')} ${numbers.join('; ')}.`,
    moves: axes.some(({ moves }) => moves),
  }
}

/** The ends of an expectation as they are printed: "47 tot 53", or one number when both are the same. */
export function rangeText({ low, high }: WholeRange, words: Words): string {
  if (low === high) return words.number(low)
  return words.say('intervention-range', { low: words.number(low), high: words.number(high) })
}

function axisWords({ now, absence, range, moves }: ProjectedMark, words: Words): string {
  if (now === null || range === null) return words.say(`intervention-absent-${absence ?? 'missing'}`)
  if (!moves) return words.say('intervention-projection-same', { now: words.number(now) })
  return words.say('intervention-projection-moves', {
    now: words.number(now),
    expected: words.number(range.expected),
    low: words.number(range.low),
    high: words.number(range.high),
  })
}
