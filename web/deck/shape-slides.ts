import { type ChartModel, chartModel } from '../charts/radar-model.ts'
import { absenceSentences } from '../report/absences.ts'
import type { Telling } from '../report/telling.ts'
import { shapeOf } from '../results/horizon-words.ts'
import { horizonsIn } from '../results/missing.ts'
import { NOTHING } from '../results/sentences.ts'
import { captionOf } from '../results/view-captions.ts'
import { sidesOf, type View, viewsOf } from '../results/views.ts'
import { inSentence } from '../results/words.ts'
import type { DeckChart } from './chart.ts'
import type { ChartSlide, DeckTable } from './slides.ts'

/** With fewer axes a radar is a line or a point. */
const FEWEST_AXES = 3

/** Every score runs from 0 to 100. */
export const SCORES = { min: 0, max: 100, step: 25 } as const

/** The colours of the six capitals on white, as on the page; another dimension has none. */
const CAPITALS: Readonly<Record<string, string>> = {
  human: 'D22502',
  social: '760428',
  intellectual: '9546E9',
  manufactured: '696E80',
  natural: '25865F',
  financial: '0A4172',
}

/** The shape as a radar with its numbers, both perspectives beside each other, and each dimension by itself. */
export function shapeSlides(telling: Telling): ChartSlide[] {
  const { results, instrument } = telling
  const horizons = horizonsIn(results, instrument.horizons)
  const [view] = viewsOf(results, instrument)
  const [first] = horizons
  if (view === undefined || first === undefined) return []
  const sides = horizons.flatMap((horizon) => sidesOf(horizon, instrument))
  return [
    ...(instrument.dimensions.length < FEWEST_AXES ? [] : [radarSlide(telling, view)]),
    ...sides.map((one) => dotsSlide(telling, one)),
    barsSlide(telling, { kind: 'one', code: first, horizon: first }),
  ]
}

function radarSlide(telling: Telling, view: View): ChartSlide {
  const model = modelOf(telling, view)
  return {
    ...told(telling, view, model, telling.words.say('results-shape-title', shapeOf(telling.instrument))),
    chart: { ...chartOf(model), kind: 'radar', textSize: 14, hasKey: true },
    table: numbersOf(model, telling),
  }
}

function dotsSlide(telling: Telling, view: View): ChartSlide {
  const model = modelOf(telling, view)
  return { ...told(telling, view, model), chart: { ...chartOf(model), kind: 'dots', textSize: 14, hasKey: true } }
}

function barsSlide(telling: Telling, view: View & { kind: 'one' }): ChartSlide {
  const model = modelOf(telling, view)
  const chart = chartOf(model)
  const series = chart.series.map((one) => ({
    ...one,
    look: 'capitals' as const,
    colours: model.axes.map(({ code }) => CAPITALS[code] ?? '4A5261'),
  }))
  const title = telling.words.say('deck-each', { horizon: inSentence(telling.names.horizon(view.horizon)) })
  return {
    ...told(telling, view, model),
    title,
    chart: { ...chart, kind: 'bars', series, textSize: 16, hasKey: false },
  }
}

function modelOf({ results, instrument, names, words }: Telling, view: View): ChartModel {
  return chartModel(results, instrument, view, names, words)
}

/** The numbers of a model as a native chart: none is added and none is left out. */
function chartOf(model: ChartModel): Pick<DeckChart, 'categories' | 'series' | 'scale' | 'description'> {
  return {
    categories: model.axes.map(({ name }) => name),
    series: model.series.map(({ name, style }, at) => ({
      name,
      look: style,
      values: model.axes.map(({ marks }) => marks[at]?.value ?? null),
    })),
    scale: SCORES,
    description: model.label,
  }
}

function told(telling: Telling, view: View, model: ChartModel, title?: string) {
  const { names, words } = telling
  const under = absenceSentences(model, telling)
  const caption = captionOf(view, names, words)
  return {
    kind: 'chart',
    title: title ?? caption,
    headline: model.headline,
    under,
    note: [...(title === undefined ? [] : [`${caption}.`]), model.label, ...under].join(' '),
  } as const
}

function numbersOf(model: ChartModel, { words }: Telling): DeckTable {
  const isPair = model.series.length > 1
  return {
    head: [
      words.say('results-dimension'),
      ...model.series.map(({ name }) => name),
      ...(isPair ? [words.say('results-difference')] : []),
    ],
    rows: model.axes.map((axis) => [
      axis.name,
      ...axis.marks.map(({ label }) => label),
      ...(isPair ? [axis.differenceText === '' ? NOTHING : axis.differenceText] : []),
    ]),
    widths: isPair ? [0.35, 0.12, 0.2, 0.33] : [0.7, 0.3],
  }
}
