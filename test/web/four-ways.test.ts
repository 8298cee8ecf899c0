import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { csvOf } from '../../server/contract/csv.ts'
import type { Results } from '../../server/contract/results.ts'
import type { Trend } from '../../server/contract/trend.ts'
import { cellsOf, rendered } from '../support/rendered.ts'
import { releaseDocument, sixCapitals, wordsOf } from '../support/words.ts'

// The drawings are read as texts, without a browser: only which language the page speaks is asked of one.
vi.stubGlobal('document', { documentElement: {}, createTreeWalker: () => ({}) })
vi.stubGlobal('navigator', { languages: ['nl'] })
const { radarConfiguration } = await import('../../web/charts/radar-configuration.ts')
const { geometryOf } = await import('../../web/charts/radar-geometry.ts')
const { radarDrawing } = await import('../../web/charts/radar-svg.ts')
const { radarLabels } = await import('../../web/charts/radar-labels.ts')
const { chartModel } = await import('../../web/charts/radar-model.ts')
const { chartRows } = await import('../../web/charts/chart-rows.ts')
const { dumbbell } = await import('../../web/charts/dumbbell.ts')
const { wallRadar } = await import('../../web/charts/wall-radar-svg.ts')
const { modelTable } = await import('../../web/results/blocks.ts')
const { namesOf } = await import('../../web/results/names.ts')
const { trendModel } = await import('../../web/trend/trend-model.ts')
const { trendSvg } = await import('../../web/trend/trend-svg.ts')
const { columnsOf, trendRows } = await import('../../web/trend/trend-rows.ts')
const { trendTable } = await import('../../web/trend/trend-table.ts')
await import('../../web/trend/trend-texts.ts')
const { addTexts } = await import('../../web/i18n/texts.ts')
const results = readFileSync(new URL('../../data/texts/nl/results.ftl', import.meta.url), 'utf8')
addTexts({ nl: results, en: results })

const COLOURS = {
  grid: '#1',
  line: '#2',
  background: '#3',
  series: { first: '#4', ahead: '#5', outside: '#6', earlier: '#7' },
}
const instrument = sixCapitals()
const names = namesOf(instrument, 'nl')
const words = wordsOf('nl')
const GEOMETRY = geometryOf(600)

/** What the score of one capital may be: nothing because nobody answered, nothing because it is hidden, 0 and 100. */
const FOUR = ['missing', 'hidden', 0, 100] as const
type One = (typeof FOUR)[number]

/** A release in which only this differs: human capital now, as a whole and inside. */
function releaseWith(one: One): Results {
  const document = releaseDocument('full')
  const now = document.horizons['now']
  const human = now?.dimensions['human']
  if (now === undefined || human === undefined) throw new Error('the document has no human capital now')
  const score = typeof one === 'number' ? one : null
  const cells = { ...human.cells, internal: score }
  const reason = one === 'hidden' ? ('too-few' as const) : ('nothing-answered' as const)
  const dimensions = { ...now.dimensions, human: { ...human, score, cells, gap: null } }
  return {
    ...document,
    horizons: { now: { ...now, dimensions } },
    drift: null,
    suppressed: score === null ? ['now/human', 'now/human/internal'].map((what) => ({ what, reason })) : [],
  }
}

function modelWith(one: One, view: 'one' | 'sides' = 'one') {
  const shown =
    view === 'one'
      ? ({ kind: 'one', code: 'now', horizon: 'now' } as const)
      : ({ kind: 'sides', code: 'sides-now', horizon: 'now', perspectives: ['internal', 'external'] } as const)
  return chartModel(releaseWith(one), instrument, shown, names, words)
}

function trendWith(one: One) {
  const score = typeof one === 'number' ? one : null
  const dimensions = Object.fromEntries(
    instrument.dimensions.map((code) => [code, { score: code === 'human' ? score : 40, word: null }]),
  )
  const point: Trend['points'][number] = {
    round: { id: 'r', title: 'Round', period: '2026-Q1', closedAt: null },
    releaseId: 'x',
    version: '1.0.0',
    mode: 'anonymous',
    answering: 'each',
    single: null,
    n: 10,
    continues: 'start',
    broken: [],
    horizons: { now: { level: null, balance: null, imbalanceCost: null, floor: [], dimensions } },
    suppressed: one === 'hidden' ? [{ what: 'now/human', reason: 'too-few' }] : [],
  }
  return trendModel({ instrument: 'six-capitals', points: [point] }, instrument, 'now', names, words)
}

/** A drawing without its texts: what is left must tell the four apart by itself. */
function drawingOnly(part: unknown): string {
  return rendered(part)
    .replaceAll(/<text\b.*?<\/text>/gs, '')
    .replaceAll(/<span\b.*?<\/span>/gs, '')
    .replaceAll(/aria-label="[^"]*"/g, '')
}

const DRAWINGS: Readonly<Record<string, (one: One) => unknown>> = {
  'the radar of the wall and of phones': (one) => drawingOnly(radarDrawing(modelWith(one), GEOMETRY, 6, true)),
  'the radar of the wall with its names': (one) => drawingOnly(wallRadar(modelWith(one), 'table', true, words)),
  'the small lines of a trend': (one) => {
    const [line] = trendWith(one).lines
    return line && drawingOnly(trendSvg(line, { periods: ['K1'], breakLabel: '', describedBy: 'table' }))
  },
  'the data and spokes of Chart.js': (one) => {
    const model = modelWith(one)
    const { data, options } = radarConfiguration(model, GEOMETRY, COLOURS, 50)
    const dash = options?.scales?.['r']?.angleLines?.borderDash
    const spokes = model.axes.map((_, index) => (typeof dash === 'function' ? dash({ index } as never, {}) : dash))
    return JSON.stringify([data.datasets.map((set) => set.data), spokes])
  },
  'what lies over the canvas of Chart.js': (one) => rendered(radarLabels(modelWith(one), GEOMETRY, true)),
  'two numbers on a line': (one) => rendered(dumbbell(modelWith(one, 'sides'), 'table', true)),
}

const WORDS: Readonly<Record<string, (one: One) => unknown>> = {
  'the table of a chart': (one) => cellsOf(rendered(modelTable('table', '', modelWith(one), () => [])))[1]?.[1],
  'the file of a chart': (one) => chartRows(modelWith(one), words)[1]?.[1],
  'the table of a trend': (one) => {
    const model = trendWith(one)
    return cellsOf(rendered(trendTable(model, columnsOf(model), { id: 'table', caption: '', org: 'o' })))[1]?.[2]
  },
  'the file of a trend': (one) => trendRows(trendWith(one), words)[1]?.[4],
}

describe('nobody answered, hidden, 0 and 100', () => {
  it.each(Object.entries(DRAWINGS))('are drawn in four different ways by %s', (_, draw) => {
    expect(new Set(FOUR.map(draw)).size).toBe(FOUR.length)
  })

  it.each(Object.entries(WORDS))('are four different words in %s', (_, tell) => {
    const cells = FOUR.map(tell)
    expect(new Set(cells.map(String)).size).toBe(FOUR.length)
    expect(cells.slice(2).map(Number)).toEqual([0, 100])
    for (const absent of cells.slice(0, 2)) expect(String(absent)).toMatch(/^\p{L}[\p{L} ]+$/u)
  })

  it('a gap is a gap and not a zero: no mark, no side of a polygon, no line, and never an empty cell', () => {
    for (const one of ['missing', 'hidden'] as const) {
      const radar = rendered(radarDrawing(modelWith(one), GEOMETRY, 6, true))
      expect(radar.match(/mark-first/g)).toHaveLength(instrument.dimensions.length - 1)
      expect(radar.match(/M[\d.]+ [\d.]+L/g)?.length).toBe(4 + instrument.dimensions.length - 2)
      const [line] = trendWith(one).lines
      const small = line && rendered(trendSvg(line, { periods: ['K1'], breakLabel: '', describedBy: 'table' }))
      expect(small).not.toContain('mark-first')
      const [head = [], ...rows] = chartRows(modelWith(one), words)
      expect(csvOf(head.map(String), rows)).not.toMatch(/;0\r|;\r|;;/)
    }
  })

  it('a minimum score of 0 and missing capitals: nothing is called lowest, and no level or balance is made up', () => {
    const { evenness, lines } = trendWith('missing')
    expect(evenness.map(({ marks }) => marks[0]?.value)).toEqual([null, null, null])
    expect(evenness.map(({ sentence }) => sentence)).toEqual(['geen score', 'geen score', 'geen score'])
    expect(lines.map(({ marks }) => marks[0]?.value)).toEqual([null, 40, 40, 40, 40, 40])
    expect(trendWith('hidden').evenness.map(({ marks }) => marks[0]?.label)).toEqual(
      Array.from({ length: 3 }, () => 'niet getoond'),
    )
    expect(modelWith(0).axes[0]?.marks[0]).toMatchObject({ value: 0, label: '0', absence: undefined })
  })
})
