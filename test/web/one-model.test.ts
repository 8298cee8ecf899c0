import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { csvOf } from '../../server/contract/csv.ts'
import type { Results } from '../../server/contract/results.ts'
import { snapshot, trendArbitrary } from '../support/chart-snapshots.ts'
import { cellsOf, rendered, tagsWith, textsIn } from '../support/rendered.ts'
import { sixCapitals, wordsOf } from '../support/words.ts'

// The drawings are read as texts, without a browser: only which language the page speaks is asked of one.
vi.stubGlobal('document', { documentElement: {}, createTreeWalker: () => ({}) })
vi.stubGlobal('navigator', { languages: ['nl'] })
const { radarConfiguration } = await import('../../web/charts/radar-configuration.ts')
const { geometryOf, placeAt } = await import('../../web/charts/radar-geometry.ts')
const { radarDrawing } = await import('../../web/charts/radar-svg.ts')
const { radarLabels } = await import('../../web/charts/radar-labels.ts')
const { chartModel, absenceWord } = await import('../../web/charts/radar-model.ts')
const { chartRows } = await import('../../web/charts/chart-rows.ts')
const { dumbbell } = await import('../../web/charts/dumbbell.ts')
const { modelTable } = await import('../../web/results/blocks.ts')
const { dotPitch, dotStrip } = await import('../../web/charts/dot-strip-svg.ts')
const { distribution } = await import('../../web/charts/distribution.ts')
const { viewsOf } = await import('../../web/results/views.ts')
const { earlierOf } = await import('../../web/results/earlier.ts')
const { namesOf } = await import('../../web/results/names.ts')
const { pairsPicture, radarPicture } = await import('../../web/wall/scenes/balance.ts')
const { trendModel } = await import('../../web/trend/trend-model.ts')
const { trendGeometry, trendSvg } = await import('../../web/trend/trend-svg.ts')
const { columnsOf, trendRows } = await import('../../web/trend/trend-rows.ts')
const { trendTable } = await import('../../web/trend/trend-table.ts')
await import('../../web/trend/trend-texts.ts')
const { addTexts } = await import('../../web/i18n/texts.ts')
const results = readFileSync(new URL('../../data/texts/nl/results.ftl', import.meta.url), 'utf8')
addTexts({ nl: results, en: results })

const SEED = 20261122
const SNAPSHOTS = 1000
const COLOURS = {
  grid: '#1',
  line: '#2',
  background: '#3',
  series: { first: '#4', ahead: '#5', outside: '#6', earlier: '#7' },
}
const instrument = sixCapitals()
const names = namesOf(instrument, 'nl')
const words = wordsOf('nl')
type Model = ReturnType<typeof chartModel>
type Values = (number | null)[][]

/** Every chart of a release, and beside them this round with the one before. */
function modelsOf(results: Results, trend: Parameters<typeof earlierOf>[0]): { code: string; model: Model }[] {
  const last = trend.points.at(-1)
  const own = { ...results, release: { ...results.release, id: last?.releaseId ?? '' } }
  const earlier = earlierOf(trend, own, 'now')
  const before = { kind: 'before', code: 'before', horizon: 'now' } as const
  const views = [...viewsOf(results, instrument), ...(typeof earlier === 'string' ? [] : [{ ...before, earlier }])]
  return views.map((view) => ({ code: view.code, model: chartModel(results, instrument, view, names, words) }))
}

/** The numbers of a model: a list for each series, a place for each axis. */
function valuesOf({ axes, series }: Model): Values {
  return series.map((_, at) => axes.map(({ marks }) => marks[at]?.value ?? null))
}

/** What a release says of a view, read by the test itself. */
function releasedIn(results: Results, code: string): Values | undefined {
  const of = (horizon: string, side?: string) =>
    instrument.dimensions.map((capital) => {
      const found = results.horizons[horizon]?.dimensions[capital]
      return (side === undefined ? found?.score : found?.cells[side]) ?? null
    })
  if (code.startsWith('sides-')) return ['internal', 'external'].map((side) => of(code.slice('sides-'.length), side))
  return code === 'before' ? undefined : code.split('-').map((horizon) => of(horizon))
}

/** Numbers read back from the marks and the sides of a polygon that a radar draws. */
function drawnInRadar(model: Model): Values {
  const geometry = geometryOf(600)
  const markup = rendered(radarDrawing(model, geometry, 6, true))
  const scoreAt = (x: number, y: number) =>
    (Math.hypot(x - geometry.centre.x, y - geometry.centre.y) * 100) / geometry.radius
  return model.series.map(({ style }, at) => {
    const marks = tagsWith(markup, `mark-${style}`).map((tag) => ({ x: Number(tag['x']), y: Number(tag['y']) }))
    const sides = linesIn(
      tagsWith(markup, 'radar-polygon').find((tag) => tag['class']?.includes(`series-${style}`))?.['d'],
    )
    const drawn = model.axes.map(({ marks: ofAxis }, axis) => {
      if ((ofAxis[at]?.value ?? null) === null) return null
      const mark = marks.shift()
      if (mark === undefined) throw new Error('a number without a mark')
      const score = Math.round(scoreAt(mark.x, mark.y))
      const place = placeAt(geometry, axis, model.axes.length, (geometry.radius * score) / 100)
      expect(Math.hypot(place.x - mark.x, place.y - mark.y), 'a mark lies on its axis').toBeLessThan(0.01)
      return score
    })
    expect(marks, 'marks without a number').toEqual([])
    const joined = drawn.flatMap((value, axis) => {
      const next = drawn[(axis + 1) % drawn.length] ?? null
      return value === null || next === null ? [] : [[value, next]]
    })
    expect(sides.map((side) => side.map(({ x, y }) => Math.round(scoreAt(x, y))))).toEqual(joined)
    return drawn
  })
}

/** The pieces of a path that is made of `M… …L… …`. */
function linesIn(path = ''): { x: number; y: number }[][] {
  return [...path.matchAll(/M(\S+) (\S+)L(\S+?) ([^M]+)/g)].map(([, ax, ay, bx, by]) => [
    { x: Number(ax), y: Number(ay) },
    { x: Number(bx), y: Number(by) },
  ])
}

/** Numbers read back from marks on lines from 0 to 100, axis by axis; the scale leaves 9 percent at both ends. */
function drawnOnLines(markup: string, rowClass: string, model: Model): Values {
  // Marks of the wall are drawn within a box of their own.
  const rows = markup.replaceAll('<svg x="-0.5em"', '').split(`<div class="${rowClass}">`).slice(1)
  const byAxis = rows.map((row) =>
    model.series.map(({ style }) => {
      const found = row
        .split('<svg x="')
        .slice(1)
        .find((part) => part.includes(`mark-${style}`))
      return found === undefined ? null : Math.round(((Number.parseFloat(found) - 9) * 100) / 82)
    }),
  )
  return model.series.map((_, at) => byAxis.map((axis) => axis[at] ?? null))
}

/** A cell read back: a number, or null for words. */
function readCell(cell: string | undefined): number | null {
  return cell !== undefined && /^\d+$/.test(cell) ? Number(cell) : null
}

function readCsv(rows: Parameters<typeof csvOf>[1]): string[][] {
  const [head = [], ...rest] = rows
  const text = csvOf(head.map(String), rest)
  expect(text.startsWith('\ufeff')).toBe(true)
  return text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'))
}

describe(`${SNAPSHOTS} random releases`, () => {
  it('carry the same numbers in model, SVG, Chart.js, wall, phone, table and CSV', () => {
    const property = fc.property(snapshot, trendArbitrary(3), (results, { trend }) => {
      for (const { code, model } of modelsOf(results, trend)) {
        const values = valuesOf(model)
        const released = releasedIn(results, code)
        if (released !== undefined) expect(values).toEqual(released)
        const absent = model.axes.map(({ marks }) => marks.map(({ absence }) => absence && absenceWord(absence, words)))
        const columns = (cells: string[][]) => model.series.map((_, at) => cells.map((row) => readCell(row[at + 1])))
        const inWords = (cells: string[][]) =>
          cells.map((row) => model.series.map((_, at) => (readCell(row[at + 1]) === null ? row[at + 1] : undefined)))

        expect(drawnInRadar(model), 'SVG').toEqual(values)
        const { data } = radarConfiguration(model, geometryOf(600), COLOURS, 50)
        expect(
          data.datasets.map((set) => set.data),
          'Chart.js',
        ).toEqual(values)
        const labels = rendered(radarLabels(model, geometryOf(600), true))
        expect(textsIn(labels, 'text', 'axis-number').map(Number), 'labels').toEqual(
          model.axes.flatMap(({ marks }) => marks.flatMap(({ value }) => value ?? [])),
        )
        const table = cellsOf(rendered(modelTable('table', 'caption', model, () => []))).slice(1)
        expect([columns(table), inWords(table)], 'table').toEqual([values, absent])
        const file = readCsv(chartRows(model, words)).slice(1)
        expect([columns(file), inWords(file)], 'CSV').toEqual([values, absent])
        if (model.series.length < 2 || code === 'before') continue
        const pairs = rendered(dumbbell(model, 'table', true))
        expect(drawnOnLines(pairs, 'dumbbell-row', model), 'dumbbell').toEqual(values)
      }
    })
    fc.assert(property, { numRuns: SNAPSHOTS, seed: SEED })
  })

  it('carry the same numbers on the wall and on phones', () => {
    const property = fc.property(snapshot, (results) => {
      for (const view of viewsOf(results, instrument)) {
        const model = chartModel(results, instrument, view, names, words)
        const values = valuesOf(model)
        const shown = {
          revealed: { results, instrument },
          names,
          words,
          locale: 'nl' as const,
          tableId: 'table',
          ownRating: () => null,
        } as unknown as Omit<Parameters<typeof radarPicture>[1], 'medium'>
        for (const medium of ['wall', 'phone'] as const) {
          const pictures = [
            radarPicture(view.code, { ...shown, medium }),
            pairsPicture(view.code, { ...shown, medium }),
          ]
          for (const picture of pictures) {
            const rows = picture?.table?.rows ?? []
            expect(model.series.map((_, at) => rows.map((row) => readCell(row[at + 1])))).toEqual(values)
          }
          const [radar, pairs] = pictures.map((picture) => rendered(picture?.body))
          expect(
            textsIn(radar ?? '', 'text', 'axis-number')
              .map(Number)
              .toSorted(),
          ).toEqual(
            values
              .flat()
              .filter((value) => value !== null)
              .toSorted(),
          )
          expect(drawnOnLines(pairs ?? '', 'span-row', model)).toEqual(values)
        }
      }
    })
    fc.assert(property, { numRuns: SNAPSHOTS / 4, seed: SEED })
  })
})

describe(`${SNAPSHOTS} random trends of up to 20 rounds`, () => {
  it('carry the same numbers, breaks and targets in model, SVG, table and CSV', () => {
    const property = fc.property(trendArbitrary(20), ({ trend, targets }) => {
      const model = trendModel(trend, instrument, 'now', names, words, targets)
      const rounds = trend.points.length
      const table = cellsOf(rendered(trendTable(model, columnsOf(model), { id: 'table', caption: '', org: 'o' })))
      const rows = table.slice(targets.length > 0 ? 2 : 1).toReversed()
      const [head = [], ...file] = readCsv(trendRows(model, words))
      for (const [at, line] of columnsOf(model).entries()) {
        const values = line.marks.map(({ value }) => value)
        const { x, y } = trendGeometry(line, rounds)
        const markup = rendered(trendSvg(line, { periods: model.periods, breakLabel: '', describedBy: 'table' }))
        const marks = tagsWith(markup, 'mark')
        const there = values.flatMap((value, place) => (value === null ? [] : [[x(place), y(value)]]))
        expect(marks.map((mark) => [Number(mark['x']), Number(mark['y'])])).toEqual(there)
        expect(tagsWith(markup, 'mark-absent')).toHaveLength(values.length - there.length)
        const joints = tagsWith(markup, 'series-line').map((joint) => [Number(joint['y1']), Number(joint['y2'])])
        expect(joints).toEqual(
          values.flatMap((value, place) => {
            const before = values[place - 1] ?? null
            const isBroken = line.breaks.includes(place)
            return value === null || before === null || isBroken ? [] : [[y(before), y(value)]]
          }),
        )
        expect(markup.match(/<g class="trend-break"/g) ?? []).toHaveLength(line.breaks.length)

        const labels = line.marks.map(({ label }) => label)
        expect(
          rows.map((row) => row[at + 2]?.startsWith(labels[rows.indexOf(row)] ?? '?')),
          'table',
        ).toEqual(labels.map(() => true))
        const column = head.indexOf(line.name)
        expect(
          file.slice(0, rounds).map((row) => row[column]),
          'CSV',
        ).toEqual(labels)

        const target = targets.find(({ dimension }) => dimension === line.code)
        const drawn = /<g class="trend-target">.*?y1="([^"]+)"/s.exec(markup)?.[1]
        expect(drawn === undefined ? undefined : Math.round(((132 - Number(drawn)) * 100) / 118)).toBe(target?.score)
        if (target === undefined) continue
        expect(table[1]?.[at + 2]?.split(' ')[0]).toBe(String(target.score))
        expect(file.at(-1)?.[column]).toBe(String(target.score))
        expect(marks.some((mark) => Number(mark['y']) === y(target.score) && Number(mark['x']) > 268)).toBe(false)
      }
    })
    fc.assert(property, { numRuns: SNAPSHOTS, seed: SEED })
  })
})

describe('how many chose each step', () => {
  it('is drawn as so many dots, and as bars with the same numbers', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 3, maxLength: 7 })
    const property = fc.property(counts, (given) => {
      const strip = rendered(dotStrip(given, [], 'label', dotPitch([given], 300)))
      const bins = strip.split('<div class="dot-bin">').slice(1)
      expect(bins.map((bin) => tagsWith(bin, 'dot').length)).toEqual(given)
      expect(textsIn(strip, 'span', 'dot-count').map(Number)).toEqual(given)
      const bars = rendered(distribution(given, []))
      expect(textsIn(bars, 'text', 'count').map(Number)).toEqual(given)
      const most = Math.max(1, ...given)
      const heights = tagsWith(bars, 'bin-bar').map((bar) => Math.round((Number(bar['height']) * most) / 18))
      expect(heights).toEqual(given)
    })
    fc.assert(property, { numRuns: SNAPSHOTS, seed: SEED })
  })
})
