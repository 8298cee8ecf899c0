import type { ItemResult } from '../../server/contract/results.ts'
import type { Telling } from '../report/telling.ts'
import { isBetweenPoles, type Line, linesOf } from '../results/lines.ts'
import { ownHeadline, wayNames } from '../results/lines-headline.ts'
import { lineWords, placeWords, wayWords, wordWithAnswers } from '../results/lines-words.ts'
import { horizonsIn } from '../results/missing.ts'
import { hasFigure, oftenWords } from '../results/often.ts'
import { agreementSlides } from './item-slides.ts'
import { SCORES } from './shape-slides.ts'
import type { ChartSlide, DeckSlide, TableSlide } from './slides.ts'

/** The slides of an instrument of which each item stands for itself: places on lines, or how often. */
export function ownSlides(telling: Telling): DeckSlide[] {
  if (isBetweenPoles(telling.instrument)) return linesSlides(telling)
  const often = horizonsIn(telling.results, telling.instrument.horizons).flatMap((horizon) =>
    oftenSlides(telling, horizon),
  )
  return telling.results.n < 2 ? often : [...often, ...agreementSlides(telling)]
}

function linesSlides(telling: Telling): DeckSlide[] {
  const { results, instrument, names, words } = telling
  const lines = linesOf(results, instrument, names)
  const isPlaced = lines.some(({ places }) => places.some(({ steps }) => steps !== null))
  return [...(isPlaced ? [linesChart(telling, lines)] : []), linesTable(telling, lines), ...(results.n < 2 ? [] : [])]

  function linesTable(of: Telling, rows: readonly Line[]): TableSlide {
    const horizons = horizonsIn(results, instrument.horizons)
    const isWay = horizons.length > 1
    const cells = rows.map((line) => [
      line.topic,
      ...line.places.map((place) =>
        [placeWords(place, words), ...(results.n < 2 ? [] : [wordWithAnswers(results, place.item, words)])].join('; '),
      ),
      ...(isWay ? [wayWords(line, results.n, instrument, words)] : []),
    ])
    return {
      kind: 'table',
      title: words.say('lines-title', { horizons: horizons.length }),
      headline: ownHeadline(results, instrument, names, words),
      table: {
        head: [
          words.say('lines-line'),
          ...horizons.map(names.horizon),
          ...(isWay ? [words.say('lines-difference', wayNames(horizons, names))] : []),
        ],
        rows: cells,
        widths: isWay ? [0.25, 0.28, 0.28, 0.19] : [0.4, 0.6],
      },
      under: [],
      note: read(of, rows),
    }
  }
}

/** Bars from the middle to the left or to the right, with what stands at both ends of each line beside them. */
function linesChart(telling: Telling, lines: readonly Line[]): ChartSlide {
  const { results, instrument, names, words } = telling
  const horizons = horizonsIn(results, instrument.horizons).slice(0, 2)
  const half = (instrument.scale.max - instrument.scale.min) / 2
  const headline = ownHeadline(results, instrument, names, words)
  return {
    kind: 'chart',
    title: words.say('lines-title', { horizons: horizons.length }),
    headline,
    chart: {
      kind: 'bars',
      categories: lines.map(({ topic }) => topic),
      series: horizons.map((horizon, at) => ({
        name: names.horizon(horizon),
        look: at === 0 ? ('first' as const) : ('ahead' as const),
        values: lines.map(({ places }) => places.find((place) => place.horizon === horizon)?.steps ?? null),
      })),
      scale: { min: -half, max: half, step: 1 },
      description: `${headline} ${read(telling, lines)}`,
      textSize: 12,
      hasKey: horizons.length > 1,
    },
    table: {
      head: [
        words.say('lines-line'),
        words.say('lines-end', { side: 'left' }),
        words.say('lines-end', { side: 'right' }),
      ],
      rows: lines.map(({ topic, poles }) => [topic, ...poles]),
      widths: [0.3, 0.35, 0.35],
    },
    under: [],
    note: `${words.say('lines-intro', { horizons: horizons.length, ...wayNames(horizons, names) })} ${read(telling, lines)}`,
  }
}

function read({ results, instrument, names, words }: Telling, lines: readonly Line[]): string {
  return `${lines.map((line) => `${line.topic}: ${lineWords(line, results, instrument, names.horizon, words)}`).join('; ')}.`
}

function oftenSlides(telling: Telling, horizon: string): ChartSlide[] {
  const { results, instrument, names, words } = telling
  const items = results.items.filter((item) => item.horizon === horizon)
  if (!items.some(hasFigure)) return []
  const headline = ownHeadline(results, instrument, names, words)
  const said = (item: ItemResult) => `${names.topic(item.itemId)}: ${oftenWords(item, words)}`
  const absent = items.filter(({ score }) => score === null)
  return [
    {
      kind: 'chart',
      title: words.say('lines-often-title'),
      headline,
      chart: {
        kind: 'bars',
        categories: items.map(({ itemId }) => names.topic(itemId)),
        series: [{ name: words.say('lines-often-figure'), look: 'first', values: items.map(({ score }) => score) }],
        scale: SCORES,
        description: `${headline} ${items.map(said).join('; ')}.`,
        textSize: 14,
        hasKey: false,
      },
      under: absent.length === 0 ? [] : [`${absent.map(said).join('; ')}.`],
      note: `${words.say('lines-often-intro')} ${items.map(said).join('; ')}.`,
    },
  ]
}
