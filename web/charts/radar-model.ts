import type { HorizonResult, Results } from '../../server/contract/results.ts'
import {
  aboutEqualBelow,
  cautioned,
  driftSentence,
  gapSentence,
  type Shape,
  shapeSentence,
} from '../results/headline.ts'
import { type Absence, absenceOf, type Reason, reasonAt } from '../results/missing.ts'
import type { Names } from '../results/names.ts'
import { NOTHING } from '../results/sentences.ts'
import type { View } from '../results/views.ts'
import { inSentence, type Words } from '../results/words.ts'

/** How a series is drawn: line, dash and marker belong together, so that it can be told apart without colour. */
export type SeriesStyle = 'first' | 'ahead' | 'outside'

/** One number of a chart, or why it is not there. `label` is what is printed for it, in chart and table alike. */
export interface Mark {
  readonly value: number | null
  readonly absence: Absence | undefined
  readonly reason: Reason | undefined
  readonly label: string
}

/** One spoke of the radar and one row of the dumbbell and the table. */
export interface Axis {
  readonly code: string
  readonly name: string
  /** One mark for each series. */
  readonly marks: readonly Mark[]
  /** `undefined` when every series has a number here. */
  readonly absence: Absence | undefined
  /** Second series minus first, in released points; null when there are not two numbers. */
  readonly difference: number | null
  /** The difference in words, such as "22 punten hoger buiten". Empty with one series. */
  readonly differenceText: string
}

/** What a radar, a dumbbell and their table show: one source, so that they cannot differ. */
export interface ChartModel {
  readonly headline: string
  readonly series: readonly { readonly code: string; readonly name: string; readonly style: SeriesStyle }[]
  readonly axes: readonly Axis[]
  /** Headline and every number in words, for who cannot see the drawing. */
  readonly label: string
}

/**
 * Makes the model of one view of a release. The axes are the instrument's dimensions in its fixed order, never sorted.
 *
 * Missing: a figure that is not there has the value `null` and says whether it is hidden or missing; never 0.
 */
export function chartModel(results: Results, shape: Shape, view: View, names: Names, words: Words): ChartModel {
  const series = seriesOf(view, names)
  const axes = shape.dimensions.map((code) => axisOf(results, view, code, names, words))
  const headline = cautioned(headlineOf(results, shape, view, names, words), results.n, words)
  const numbers = axes.map(
    (axis) => `${axis.name}: ${axis.marks.map((mark, at) => `${series[at]?.name} ${mark.label}`).join(', ')}`,
  )
  return { headline, series, axes, label: `${headline} ${numbers.join('; ')}.` }
}

function seriesOf(view: View, names: Names): ChartModel['series'] {
  if (view.kind === 'one') return [{ code: view.horizon, name: names.horizon(view.horizon), style: 'first' }]
  const [first, second] = view.kind === 'horizons' ? view.horizons : view.perspectives
  const nameOf = view.kind === 'horizons' ? names.horizon : names.perspective
  return [
    { code: first, name: nameOf(first), style: 'first' },
    { code: second, name: nameOf(second), style: view.kind === 'horizons' ? 'ahead' : 'outside' },
  ]
}

function axisOf(results: Results, view: View, code: string, names: Names, words: Words): Axis {
  const marks = figuresOf(results, view, code).map(({ value, place }) => markOf(results, value, place, words))
  const absent = marks.filter((mark) => mark.absence !== undefined)
  const [first, second] = marks
  const difference = first === undefined || second === undefined ? null : minus(second.value, first.value)
  return {
    code,
    name: names.dimension(code),
    marks,
    absence: absent.find((mark) => mark.absence === 'hidden')?.absence ?? absent[0]?.absence,
    difference,
    differenceText: view.kind === 'one' ? '' : differenceText(difference, results.n, view, names, words),
  }
}

function figuresOf(results: Results, view: View, code: string): { value: number | null; place: string[] }[] {
  const scoreOn = (horizon: string) => dimensionOn(results.horizons[horizon], code)?.score ?? null
  if (view.kind === 'one') return [{ value: scoreOn(view.horizon), place: [view.horizon, code] }]
  if (view.kind === 'horizons')
    return view.horizons.map((horizon) => ({ value: scoreOn(horizon), place: [horizon, code] }))
  const { horizon, perspectives } = view
  const cells = dimensionOn(results.horizons[horizon], code)?.cells ?? {}
  return perspectives.map((perspective) => ({ value: cells[perspective] ?? null, place: [horizon, code, perspective] }))
}

function dimensionOn(horizon: HorizonResult | undefined, code: string) {
  return horizon?.dimensions[code]
}

function markOf(results: Results, value: number | null, place: readonly string[], words: Words): Mark {
  if (value !== null) return { value, absence: undefined, reason: undefined, label: words.number(value) }
  const reason = reasonAt(results.suppressed, place)
  const absence = absenceOf(reason)
  return { value, absence, reason, label: absence === 'hidden' ? words.say('results-hidden') : NOTHING }
}

function minus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b
}

/** A difference in words: about equal below a line that grows when few answered, else points, direction and side. */
export function differenceText(difference: number | null, n: number, view: View, names: Names, words: Words): string {
  if (difference === null || view.kind === 'one') return NOTHING
  const points = Math.abs(difference)
  const size = points < aboutEqualBelow(n) ? 'equal' : 'wide'
  const direction = difference > 0 ? 'higher' : difference < 0 ? 'lower' : 'same'
  if (view.kind === 'horizons') return words.say('results-difference-horizons', { points, direction, size })
  const side = inSentence(names.perspective(view.perspectives[1]))
  return words.say('results-difference-sides', { points, direction, size, side })
}

/** What stands beside the two numbers of a row: their difference, or which of them is hidden or missing. */
export function differenceWords(axis: Axis, model: ChartModel, words: Words): string {
  if (axis.difference !== null) return axis.differenceText
  const whats = axis.marks.map((mark) => (mark.absence === undefined ? undefined : absenceWord(mark.absence, words)))
  if (whats.every((what) => what !== undefined && what === whats[0])) return whats[0] ?? ''
  return whats
    .flatMap((what, at) =>
      what === undefined ? [] : words.say('results-side-absent', { side: model.series[at]?.name ?? '', what }),
    )
    .join(', ')
}

/** In words that a figure is not there: hidden, or missing. Never the same for both. */
export function absenceWord(absence: Absence, words: Words): string {
  return words.say(absence === 'hidden' ? 'results-hidden' : 'results-no-score')
}

function headlineOf(results: Results, shape: Shape, view: View, names: Names, words: Words): string {
  if (view.kind === 'sides') {
    return gapSentence(results, shape, view.horizon, names, words) || words.say('results-chart-nothing')
  }
  if (view.kind === 'horizons') return driftSentence(results, shape, names, words) || words.say('results-chart-nothing')
  return shapeSentence(results, shape, view.horizon, names, words) || words.say('results-chart-nothing')
}
