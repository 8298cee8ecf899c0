import type { Telling } from '../report/telling.ts'
import { horizonsIn } from '../results/missing.ts'
import { type TrendLine, type TrendModel, trendModel } from '../trend/trend-model.ts'
import type { DeckChart, DeckSeries } from './chart.ts'
import type { PanelsSlide } from './slides.ts'

/** More small charts on one slide cannot be read in a room. */
const MOST_PANELS = 6

/** How figures went from round to round, as small lines on one scale; none before there are two rounds. */
export function trendSlides(telling: Telling): PanelsSlide[] {
  const { trend, results, instrument, names, words } = telling
  const [horizon] = horizonsIn(results, instrument.horizons)
  if (trend === undefined || trend.points.length < 2 || horizon === undefined) return []
  const model = trendModel(trend, instrument, horizon, names, words)
  const groups = [...inGroups(model.lines), ...inGroups(model.evenness)]
  return groups.map((lines) => panelsSlide(telling, model, lines, horizon))
}

function inGroups(lines: readonly TrendLine[]): TrendLine[][] {
  const count = Math.ceil(lines.length / MOST_PANELS)
  return Array.from({ length: count }, (_, at) => lines.slice(at * MOST_PANELS, (at + 1) * MOST_PANELS))
}

function panelsSlide(
  { names, words }: Telling,
  model: TrendModel,
  lines: readonly TrendLine[],
  horizon: string,
): PanelsSlide {
  const isOfDimensions = lines[0] !== undefined && model.lines.includes(lines[0])
  const headline = isOfDimensions ? model.headline : words.say('deck-trend-evenness')
  const under = [
    ...(lines.some(({ breaks }) => breaks.length > 0) ? [words.say('deck-trend-break')] : []),
    ...(isOfDimensions && model.single !== undefined ? [words.say('trend-single-why')] : []),
    ...(lines.some(({ marks }) => marks.some(({ value }) => value === null)) ? [words.say('deck-trend-gap')] : []),
  ]
  return {
    kind: 'panels',
    title: words.say('report-on-horizon', { horizon: words.say('trend-title'), said: names.horizon(horizon) }),
    headline,
    panels: lines.map((line) => ({ name: line.name, sentence: line.sentence, chart: chartOf(line, model, words) })),
    under,
    note: [headline, ...listed(model), ...lines.map(({ told }) => told), ...why(model, words), ...under].join(' '),
  }
}

/** A series for each stretch that may be compared: between two of them there is no line, in PowerPoint either. */
function chartOf(
  { name, scale, marks, breaks, told }: TrendLine,
  model: TrendModel,
  words: Telling['words'],
): DeckChart {
  const starts = [0, ...breaks.filter((at) => at > 0)]
  const series = starts.map((start, at): DeckSeries => {
    const end = starts[at + 1] ?? marks.length
    return {
      name: at === 0 ? name : words.say('deck-trend-since', { name, period: model.periods[start] ?? '' }),
      look: 'first',
      values: marks.map(({ value }, place) => (place >= start && place < end ? value : null)),
    }
  })
  return {
    kind: 'lines',
    categories: model.periods,
    series,
    scale: { min: 0, max: scale.most, step: scale.most / 2 },
    description: told,
    // A scale of 1 has room for a hundred places, and the page says them all.
    decimals: scale.most === 1 ? 2 : 0,
    textSize: 12,
    hasKey: false,
  }
}

/** What rose and what fell on one form, for who speaks: a slide has no room for every question. */
function listed({ single }: TrendModel): string[] {
  return single?.lists.map(({ title, topics }) => `${title}: ${topics.join('; ')}.`) ?? []
}

/** How to read a word of change, where there is one. */
function why({ single }: TrendModel, words: Telling['words']): string[] {
  return single === undefined ? [words.say('trend-why')] : []
}
