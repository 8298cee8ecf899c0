import type { HorizonResult, Results, Suppressed } from '../../server/contract/results.ts'
import { type Earlier, earlierName } from '../results/earlier.ts'
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
import type { OwnView, View } from '../results/views.ts'
import { inSentence, type Words } from '../results/words.ts'
import { changeHeadline } from '../trend/change-headline.ts'
import { type SingleLists, singleLists } from '../trend/single-change.ts'

/** Stands in a drawing for a number that may not be put beside the one of now. */
const INCOMPARABLE = '≠'

/** How a series is drawn: line, dash and marker belong together, so that it can be told apart without colour. */
export type SeriesStyle = 'first' | 'ahead' | 'outside' | 'earlier'

/** Why a number of a chart is not there; `incomparable`: other questions were asked then. */
export type MarkAbsence = Absence | 'incomparable'

/** One number of a chart, or why it is not there. `label` is what is printed for it, in chart and table alike. */
export interface Mark {
  readonly value: number | null
  readonly absence: MarkAbsence | undefined
  readonly reason: Reason | undefined
  readonly label: string
}

/** One spoke of the radar and one row of the dumbbell and the table. */
export interface Axis {
  readonly code: string
  readonly name: string
  /** One mark for each series. */
  readonly marks: readonly Mark[]
  /** `undefined` when every series has a number here, or lacks it only because it cannot be compared. */
  readonly absence: Absence | undefined
  /** Second series minus first, in released points; null when there are not two numbers. */
  readonly difference: number | null
  /** The difference in words, such as "22 punten hoger buiten", or the stored word of change. Empty with one series. */
  readonly differenceText: string
}

/** What a radar, a dumbbell and their table show: one source, so that they cannot differ. */
export interface ChartModel {
  readonly headline: string
  readonly series: readonly { readonly code: string; readonly name: string; readonly style: SeriesStyle }[]
  readonly axes: readonly Axis[]
  /** What the differences are called, and how they are to be read; undefined with one series. */
  readonly differences: { readonly name: string; readonly note: string } | undefined
  /** What rose and fell since the round before, where both are one form. */
  readonly single: SingleLists | undefined
  /** Headline and every number in words, for who cannot see the drawing. */
  readonly label: string
}

/**
 * Makes the model of one view of a release. The axes are the instrument's dimensions in its fixed order, never sorted.
 *
 * Missing: a figure that is not there has the value `null` and says whether it is hidden or missing; never 0.
 */
export function chartModel(results: Results, shape: Shape, view: View, names: Names, words: Words): ChartModel {
  const series = seriesOf(view, names, words)
  const axes = shape.dimensions.map((code) => axisOf(results, view, code, names, words))
  const headline = cautioned(headlineOf(results, shape, view, names, words), results.n, words)
  const numbers = axes.map(
    (axis) => `${axis.name}: ${axis.marks.map((mark, at) => `${series[at]?.name} ${mark.label}`).join(', ')}`,
  )
  return {
    headline,
    series,
    axes,
    differences: differencesOf(view, results.n, words),
    single: singleOf(view, names, words),
    label: `${headline} ${numbers.join('; ')}.`,
  }
}

function differencesOf(view: View, n: number, words: Words): ChartModel['differences'] {
  if (view.kind === 'one') return undefined
  // Between two single forms no value has a word of change.
  if (view.kind === 'before' && view.earlier.single !== null) return undefined
  if (view.kind === 'before') return { name: words.say('results-change'), note: words.say('trend-why') }
  return {
    name: words.say('results-difference'),
    note: words.say('results-equal-note', { points: aboutEqualBelow(n) }),
  }
}

function seriesOf(view: View, names: Names, words: Words): ChartModel['series'] {
  if (view.kind === 'one') return [{ code: view.horizon, name: names.horizon(view.horizon), style: 'first' }]
  if (view.kind === 'before') {
    return [
      { code: view.horizon, name: names.horizon(view.horizon), style: 'first' },
      { code: 'earlier', name: earlierName(view.earlier, words), style: 'earlier' },
    ]
  }
  const [first, second] = view.kind === 'horizons' ? view.horizons : view.perspectives
  const nameOf = view.kind === 'horizons' ? names.horizon : names.perspective
  return [
    { code: first, name: nameOf(first), style: 'first' },
    { code: second, name: nameOf(second), style: view.kind === 'horizons' ? 'ahead' : 'outside' },
  ]
}

function axisOf(results: Results, view: View, code: string, names: Names, words: Words): Axis {
  const marks =
    view.kind === 'before'
      ? marksSince(results, view.horizon, view.earlier, code, words)
      : figuresOf(results, view, code).map(({ value, place }) => markOf(results.suppressed, value, place, words))
  const absences = marks.flatMap(({ absence }) => absence ?? [])
  const [first, second] = marks
  // Points between two rounds are no finding: what may be said of them is a stored word.
  const isMeasured = first !== undefined && second !== undefined && view.kind !== 'before'
  const difference = isMeasured ? minus(second.value, first.value) : null
  return {
    code,
    name: names.dimension(code),
    marks,
    absence: (['hidden', 'missing'] as const).find((absence) => absences.includes(absence)),
    difference,
    differenceText: textOf(view, code, difference, results.n, names, words),
  }
}

function textOf(view: View, code: string, difference: number | null, n: number, names: Names, words: Words): string {
  if (view.kind === 'one') return ''
  if (view.kind !== 'before') return differenceText(difference, n, view, names, words)
  const word = view.earlier.changes[code] ?? null
  return word === null ? NOTHING : words.say(`trend-mark-${word}`)
}

/** A score of this round, and the one of the round before where the two may stand beside each other. */
function marksSince(results: Results, horizon: string, earlier: Earlier, code: string, words: Words): Mark[] {
  const place = [horizon, code]
  const now = dimensionOn(results.horizons[horizon], code)?.score ?? null
  const isBroken = earlier.broken.includes(code)
  const then = isBroken
    ? { value: null, absence: 'incomparable' as const, reason: undefined, label: INCOMPARABLE }
    : markOf(earlier.suppressed, earlier.scores[code] ?? null, place, words)
  return [markOf(results.suppressed, now, place, words), then]
}

function figuresOf(results: Results, view: OwnView, code: string): { value: number | null; place: string[] }[] {
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

function markOf(suppressed: readonly Suppressed[], value: number | null, place: readonly string[], words: Words): Mark {
  if (value !== null) return { value, absence: undefined, reason: undefined, label: words.number(value) }
  const reason = reasonAt(suppressed, place)
  const absence = absenceOf(reason)
  return { value, absence, reason, label: absence === 'hidden' ? words.say('results-hidden') : NOTHING }
}

function minus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b
}

/** A difference in words: about equal below a line that grows when few answered, else points, direction and side. */
export function differenceText(difference: number | null, n: number, view: View, names: Names, words: Words): string {
  if (difference === null || view.kind === 'one' || view.kind === 'before') return NOTHING
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

/** In words that a figure is not there: hidden, missing, or not to be compared. Never the same for two of them. */
export function absenceWord(absence: MarkAbsence, words: Words): string {
  if (absence === 'incomparable') return words.say('results-incomparable')
  return words.say(absence === 'hidden' ? 'results-hidden' : 'results-no-score')
}

function headlineOf(results: Results, shape: Shape, view: View, names: Names, words: Words): string {
  if (view.kind === 'sides') {
    return gapSentence(results, shape, view.horizon, names, words) || words.say('results-chart-nothing')
  }
  if (view.kind === 'before') return changeSince(shape, view, names, words)
  if (view.kind === 'horizons') return driftSentence(results, shape, names, words) || words.say('results-chart-nothing')
  return shapeSentence(results, shape, view.horizon, names, words) || words.say('results-chart-nothing')
}

type BeforeView = Extract<View, { kind: 'before' }>

function changeSince({ dimensions }: Shape, view: BeforeView, names: Names, words: Words): string {
  const { changes, broken } = view.earlier
  const said = dimensions.map((code) => {
    return { name: names.dimension(code), word: changes[code] ?? null, isBroken: broken.includes(code) }
  })
  return changeHeadline(said, words, singleOf(view, names, words)?.sentence)
}

function singleOf(view: View, names: Names, words: Words): SingleLists | undefined {
  if (view.kind !== 'before') return undefined
  return singleLists(view.earlier.single, view.horizon, earlierName(view.earlier, words), names, words)
}
