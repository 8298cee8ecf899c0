import type { Results } from '../../server/contract/results.ts'
import type { Trend, TrendPoint } from '../../server/contract/trend.ts'
import { makeDeck } from '../../web/deck/make-deck.ts'
import type { Material } from '../../web/report/material.ts'
import { readPresentation, type SlideRead } from './presentation.ts'
import { sixCapitals, wordsOf } from './words.ts'

/** Six-capitals as a reader gets it. */
export const SIX = sixCapitals()

/** What a deck is made from, with a release of the tests. */
export function materialOf(results: Results, more: Partial<Material> = {}): Material {
  const none = { trend: undefined, agreements: [], conversations: [] }
  return { organisation: 'Bakkerij Van Alice', results, instrument: SIX, ...none, ...more }
}

/** The file. */
export function bytesOf(material: Material, language: 'nl' | 'en' = 'en'): Promise<Uint8Array> {
  return makeDeck(material, language, wordsOf(language))
}

/** The file, read again. */
export async function slidesOf(material: Material, language: 'nl' | 'en' = 'en'): Promise<SlideRead[]> {
  return readPresentation(await bytesOf(material, language))
}

/** The charts of one kind, in the order of the slides. */
export function chartsOf(slides: readonly SlideRead[], kind: string) {
  return slides.flatMap(({ charts }) => charts).filter((chart) => chart.kind === kind)
}

/** The released scores of a horizon, in the order of the dimensions. */
export function scoresOn(results: Results, horizon: string): (number | null)[] {
  return SIX.dimensions.map((code) => results.horizons[horizon]?.dimensions[code]?.score ?? null)
}

/** The same inside or outside. */
export function cellsOn(results: Results, horizon: string, perspective: string): (number | null)[] {
  return SIX.dimensions.map((code) => results.horizons[horizon]?.dimensions[code]?.cells[perspective] ?? null)
}

/** The order of children in ECMA-376, part 1, 21.2, of the elements that a deck writes. */
export const ORDER: Readonly<Record<string, readonly string[]>> = {
  'c:chartSpace':
    'date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData'.split(' '),
  'c:chart': 'title autoTitleDeleted view3D floor plotArea legend plotVisOnly dispBlanksAs'.split(' '),
  'c:plotArea': 'layout radarChart barChart lineChart catAx valAx dTable spPr'.split(' '),
  'c:radarChart': 'radarStyle varyColors ser dLbls axId'.split(' '),
  'c:barChart': 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId'.split(' '),
  'c:lineChart': 'grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId'.split(' '),
  'c:ser': 'idx order tx spPr invertIfNegative marker dPt dLbls trendline errBars cat val smooth'.split(' '),
  'c:dPt': 'idx invertIfNegative marker bubble3D explosion spPr'.split(' '),
  'c:marker': 'symbol size spPr'.split(' '),
  'c:dLbl':
    'idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize'.split(
      ' ',
    ),
  'c:dLbls':
    'dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize'.split(
      ' ',
    ),
  'c:catAx':
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl'.split(
      ' ',
    ),
  'c:valAx':
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossBetween majorUnit'.split(
      ' ',
    ),
  'c:scaling': 'logBase orientation max min'.split(' '),
  'c:legend': 'legendPos legendEntry layout overlay spPr txPr'.split(' '),
}

/** Four quarters: other questions about the human value since the third, and the natural value hidden in the second. */
export function trend(): Trend {
  const points = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((period, at): TrendPoint => {
    const scoreOf = (code: string) => {
      if (code === 'human' && at > 1) return at === 2 ? 0 : 100
      return code === 'natural' && at === 1 ? null : 40 + 4 * at
    }
    const isWhole = at !== 1
    return {
      round: { id: `00000000-0000-4000-8000-00000000000${at}`, title: period, period, closedAt: null },
      releaseId: `00000000-0000-4000-8000-0000000000f${at}`,
      version: at < 2 ? '1.0.0' : '1.1.0',
      mode: 'anonymous',
      answering: 'each',
      single: null,
      n: 12,
      continues: at === 0 ? 'start' : at === 2 ? 'break' : 'comparable',
      broken: at === 2 ? ['human'] : [],
      suppressed: isWhole ? [] : [{ what: 'now/natural', reason: 'too-few' }],
      horizons: {
        now: {
          level: isWhole ? 50 : null,
          balance: isWhole ? 0.9 : null,
          imbalanceCost: isWhole ? 3 : null,
          floor: isWhole ? ['social'] : [],
          dimensions: Object.fromEntries(SIX.dimensions.map((code) => [code, { score: scoreOf(code), word: null }])),
        },
      },
    }
  })
  return { instrument: 'six-capitals', points }
}
