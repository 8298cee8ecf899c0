import { beforeAll, describe, expect, it } from 'vitest'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import { bytesOf, cellsOn, chartsOf, materialOf, ORDER, SIX, scoresOn, slidesOf, trend } from '../support/deck.ts'
import { ownInstrument, ownResults } from '../support/own-results.ts'
import { childrenOf, presentationAsPdf, readPresentation, type SlideRead } from '../support/presentation.ts'
import { releaseDocument } from '../support/words.ts'

const LANGUAGES = ['nl', 'en'] as const

describe.each(['full', 'hidden-axis', 'missing-axis', 'open-one', 'seven'])('the charts of the round "%s"', (name) => {
  const results = releaseDocument(name)
  const horizons = ['now', 'ahead'].filter((horizon) => results.horizons[horizon] !== undefined)
  let slides: SlideRead[]

  beforeAll(async () => {
    slides = await slidesOf(materialOf(results))
  })

  it('hold the released numbers and no others, in the drawing and in the workbook behind it', () => {
    const [radar] = chartsOf(slides, 'radar')
    expect(radar?.series.map(({ drawn }) => drawn)).toEqual(horizons.map((horizon) => scoresOn(results, horizon)))
    const sides = chartsOf(slides, 'line').map(({ series }) => series.map(({ drawn }) => drawn))
    expect(sides).toEqual(
      horizons.map((horizon) => [cellsOn(results, horizon, 'internal'), cellsOn(results, horizon, 'external')]),
    )
    const [bars] = chartsOf(slides, 'bar')
    expect(bars?.series.map(({ drawn }) => drawn)).toEqual([scoresOn(results, 'now')])
    for (const { charts } of slides)
      for (const { series } of charts) expect(series.map(({ kept }) => kept)).toEqual(series.map(({ drawn }) => drawn))
  })

  it('leave out what is not there: no point, no cell, a gap in the line, and its reason in words on the slide', () => {
    const absent = SIX.dimensions.filter((_, at) => scoresOn(results, 'now')[at] === null)
    for (const chart of slides.flatMap(({ charts }) => charts)) {
      expect(chart.xml).toContain('<c:dispBlanksAs val="gap"/>')
      expect(chart.xml).not.toContain('<c:v></c:v>')
    }
    const [radar] = slides.filter(({ charts }) => charts.some(({ kind }) => kind === 'radar'))
    for (const code of absent) {
      const said = radar?.texts.some((text) => /Not shown|No score/.test(text) && text.includes(nameOf(code)))
      expect(said, code).toBe(true)
    }
  })

  it('have words for who cannot see them, with every number that they draw', () => {
    for (const { charts, notes } of slides)
      for (const { description, series, categories } of charts) {
        for (const category of categories) expect(description).toContain(category)
        for (const value of series.flatMap(({ drawn }) => drawn))
          if (value !== null) expect(description).toContain(`${value}`)
        expect(notes.length).toBeGreaterThan(40)
      }
  })

  it('tell two series apart by line and marker, and are never filled', () => {
    for (const { series, kind, xml } of slides.flatMap(({ charts }) => charts)) {
      if (series.length < 2 || kind === 'bar') continue
      expect(new Set(series.map(({ dash, marker }) => `${dash} ${marker}`)).size).toBe(series.length)
      expect(xml).not.toContain('radarStyle val="filled"')
    }
  })

  function nameOf(code: string): string {
    return SIX.names.en.dimensions[code]?.name.toLowerCase() ?? code
  }
})

describe('a deck', () => {
  it('draws 0, 100, hidden and missing four different ways', async () => {
    const results = structuredClone(releaseDocument('full'))
    const now = results.horizons['now']
    if (now === undefined) throw new Error('no horizon now')
    for (const [code, score] of [
      ['human', 0],
      ['social', 100],
      ['natural', null],
      ['financial', null],
    ] as const) {
      const on = now.dimensions[code]
      if (on !== undefined) on.score = score
    }
    results.suppressed.push(
      { what: 'now/natural', reason: 'too-few' },
      { what: 'now/financial', reason: 'nothing-answered' },
    )
    const slides = await slidesOf(materialOf(results))
    const [bars] = chartsOf(slides, 'bar')
    expect(bars?.series[0]?.drawn).toEqual([0, 100, 74, 57, null, null])
    expect(bars?.series[0]?.kept).toEqual([0, 100, 74, 57, null, null])
    const texts = slides.flatMap((slide) => slide.texts)
    expect(texts).toContain('not shown')
    expect(texts.some((text) => text.startsWith('Not shown: natural'))).toBe(true)
    expect(texts.some((text) => text.startsWith('No score for financial'))).toBe(true)
  })

  it.each(LANGUAGES)(
    'in %s is in one language, has a title on each slide, and no text that is too small',
    async (language) => {
      const slides = await slidesOf(materialOf(releaseDocument('full'), { trend: trend() }), language)
      const titles = slides.map(({ title }) => title)
      expect(titles.every((title) => title !== '')).toBe(true)
      expect(new Set(titles).size).toBeGreaterThan(slides.length - 3)
      expect(slides.flatMap(({ sizes }) => sizes).every((size) => size >= 12)).toBe(true)
      for (const { xml } of slides)
        expect(new Set([...xml.matchAll(/ lang="([\w-]+)"/g)].map(([, lang]) => lang))).toEqual(
          new Set([language === 'nl' ? 'nl-NL' : 'en-GB']),
        )
      expect(slides[1]?.title).toBe(language === 'nl' ? 'Wat de uitkomst zegt' : 'What the outcome says')
      expect(slides[0]?.texts).toContain(language === 'nl' ? '24 deelnemers' : '24 participants')
    },
  )

  it('follows a line over rounds, and breaks it where the questions changed and where a number is missing', async () => {
    const lines = chartsOf(await slidesOf(materialOf(releaseDocument('full'), { trend: trend() })), 'line').slice(2)
    const human = lines.find(({ series }) => series[0]?.name === 'Human')
    expect(human?.categories).toEqual(['Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026'])
    expect(human?.series.map(({ name, drawn }) => [name, drawn])).toEqual([
      ['Human', [40, 44, null, null]],
      ['Human, since Q3 2026', [null, null, 0, 100]],
    ])
    const natural = lines.find(({ series }) => series[0]?.name === 'Natural')
    expect(natural?.series.map(({ drawn, kept }) => [drawn, kept])).toEqual([
      [
        [40, null, 48, 52],
        [40, null, 48, 52],
      ],
    ])
    expect(
      lines.every(
        ({ xml }) =>
          xml.includes('<c:max val="100"/><c:min val="0"/>') || xml.includes('<c:max val="1"/><c:min val="0"/>'),
      ),
    ).toBe(true)
  })

  it('has no trend before the second round, and no word about agreements that nobody made', async () => {
    const [first] = trend().points
    if (first === undefined) throw new Error('no point')
    const slides = await slidesOf(
      materialOf(releaseDocument('full'), { trend: { instrument: 'six-capitals', points: [first] } }),
    )
    expect(slides.map(({ title }) => title).filter((title) => /round to round|agreed/i.test(title))).toEqual([])
  })

  it('of a round in which nothing may be shown has words and not one chart or number of people who may be known', async () => {
    const slides = await slidesOf(materialOf(releaseDocument('three')))
    expect(slides.flatMap(({ charts }) => charts)).toEqual([])
    expect(slides.length).toBe(3)
    expect(slides[1]?.texts.join(' ')).toContain('3 people took part')
  })

  it('of one person says so, and lists the questions instead of agreement', async () => {
    const slides = await slidesOf(materialOf(releaseDocument('open-one')))
    expect(slides.flatMap(({ texts }) => texts).join(' ')).toContain('read this with care')
    expect(slides.map(({ title }) => title).join(' ')).toContain('uestion by question')
  })

  it('has charts whose elements stand in the order of the standard, because PowerPoint refuses any other', async () => {
    const sociosphere = materialOf(ownResults('sociosphere', 12), { instrument: ownInstrument('sociosphere') })
    const decks = [await slidesOf(materialOf(releaseDocument('full'), { trend: trend() })), await slidesOf(sociosphere)]
    const charts = decks.flat().flatMap((slide) => slide.charts)
    expect(new Set(charts.map(({ kind }) => kind))).toEqual(new Set(['radar', 'line', 'bar']))
    for (const { xml } of charts)
      for (const [element, order] of Object.entries(ORDER)) {
        for (const children of childrenOf(xml, element)) {
          const places = children.map((child) => order.indexOf(child.replace('c:', '')))
          expect(places.includes(-1), `${element}: ${children.join(' ')}`).toBe(false)
          expect(places, `${element}: ${children.join(' ')}`).toEqual(places.toSorted((a, b) => a - b))
        }
      }
  })

  it('keeps texts that people typed as text, whatever they hold', async () => {
    const evil = '<a:t>&amp;"]]>\u0000=1+1'
    const results = structuredClone(releaseDocument('full'))
    results.release.title = evil
    const slides = await slidesOf(materialOf(results, { organisation: evil }))
    expect(slides[0]?.title).toBe('<a:t>&amp;"]]>=1+1')
  })
})

describe.each(['sociosphere', 'three-principles', 'seven-principles'] as const)('a deck of %s', (id) => {
  const instrument: InstrumentView = ownInstrument(id)

  it('has the numbers of its own charts, and no radar and no trend', async () => {
    const results = ownResults(id, 12)
    const slides = await slidesOf(materialOf(results, { instrument }))
    expect(chartsOf(slides, 'radar')).toEqual([])
    expect(chartsOf(slides, 'line')).toEqual([])
    const [bars] = chartsOf(slides, 'bar')
    const [horizon = ''] = instrument.horizons
    const scores = results.items.filter((item) => item.horizon === horizon).map(({ score }) => score)
    const steps = (score: number) =>
      Math.round(((score - 50) * (instrument.scale.max - instrument.scale.min)) / 10) / 10
    const expected = scores.map((score) => (score === null || id !== 'sociosphere' ? score : steps(score)))
    expect(bars?.series[0]?.drawn).toEqual(expected)
    expect(bars?.series[0]?.kept).toEqual(expected)
  })

  it('has words only where words only are released', async () => {
    const slides = await slidesOf(materialOf(ownResults(id, 7), { instrument }))
    expect(slides.flatMap(({ charts }) => charts)).toEqual([])
    expect(slides.flatMap(({ texts }) => texts).join(' ')).toMatch(/Agreed|Mixed|Divided/)
  })
})

const probe = presentationAsPdf(await bytesOf(materialOf(releaseDocument('three'))))
if (probe === undefined) {
  console.warn('NOT TESTED: whether LibreOffice opens a deck. It is not on this machine, or without Impress.')
} else {
  describe('LibreOffice', () => {
    it.each(['full', 'hidden-axis', 'open-one', 'three'])(
      'opens the deck of "%s" and shows every slide',
      async (name) => {
        const bytes = await bytesOf(materialOf(releaseDocument(name), { trend: trend() }), 'nl')
        const slides = await readPresentation(bytes)
        const pdf = presentationAsPdf(bytes)?.toString('latin1') ?? ''
        expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(slides.length)
      },
    )
  })
}
