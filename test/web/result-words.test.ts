import { describe, expect, it } from 'vitest'
import type { Locale } from '../../server/contract/common.ts'
import type { Results } from '../../server/contract/results.ts'
import { radarConfiguration } from '../../web/charts/radar-configuration.ts'
import { geometryOf } from '../../web/charts/radar-geometry.ts'
import { chartModel } from '../../web/charts/radar-model.ts'
import { cautioned, headline } from '../../web/results/headline.ts'
import { countsWhileHidden, reasonAt, whyLeftOut } from '../../web/results/missing.ts'
import { namesOf } from '../../web/results/names.ts'
import { pathInWords } from '../../web/results/paths.ts'
import { agreementSentence, mostDividedFirst } from '../../web/results/sentences.ts'
import { viewsOf } from '../../web/results/views.ts'
import { releaseDocument, sixCapitals, wordsOf } from '../support/words.ts'

const DOCUMENTS = ['full', 'seven', 'three', 'open-one', 'missing-axis', 'hidden-axis']
const COLOURS = {
  grid: '#1',
  line: '#2',
  background: '#3',
  series: { first: '#4', ahead: '#5', outside: '#6', earlier: '#7' },
}
const instrument = sixCapitals()

type Scores = Readonly<Record<string, readonly [internal: number | null, external: number | null]>>

/** A release in which each capital has these scores now; the score of a capital is the mean of its two sides. */
function releaseOf(scores: Scores, changes: Partial<Results> = {}): Results {
  const document = releaseDocument('full')
  const dimensions = Object.fromEntries(
    Object.entries(scores).map(([code, [internal, external]]) => {
      const isWhole = internal !== null && external !== null
      const score = isWhole ? Math.round((internal + external) / 2) : null
      const gap = isWhole ? external - internal : null
      return [code, { score, cells: { internal, external }, gap, coverage: 0.9, unknownShare: 0 }]
    }),
  )
  const now = document.horizons['now']
  if (!now) throw new Error('the document has no now')
  return { ...document, horizons: { now: { ...now, dimensions } }, drift: null, suppressed: [], ...changes }
}

const BALANCE: Scores = {
  human: [58, 55],
  social: [67, 45],
  intellectual: [76, 74],
  manufactured: [55, 52],
  natural: [33, 25],
  financial: [80, 72],
}

function say(results: Results, locale: Locale = 'nl'): string {
  return headline(results, instrument, namesOf(instrument, locale), wordsOf(locale))
}

describe('the headline', () => {
  it('names what is strong, what is low and where inside and outside differ most', () => {
    expect(say(releaseOf(BALANCE))).toBe(
      'Intellectueel en financieel sterk, natuurlijk laag. Grootste verschil tussen binnen en buiten: sociaal-relationeel, 22 punten lager buiten.',
    )
    expect(say(releaseOf(BALANCE), 'en')).toBe(
      'Intellectual and financial strong, natural low. Largest difference between inside and outside: social and relationship, 22 points lower outside.',
    )
  })

  it('calls differences of less than 5 points about equal', () => {
    const flat = Object.fromEntries(instrument.dimensions.map((code, at) => [code, [56 + (at % 3), 58] as const]))
    expect(say(releaseOf(flat))).toBe('Alle 6 ongeveer gelijk, rond 58. Binnen en buiten ongeveer gelijk.')
  })

  it('needs 10 points of difference, and warns, when fewer than ten people answered', () => {
    const close = { ...BALANCE, social: [60, 52] as const, natural: [50, 51] as const }
    const few = say(releaseOf(close, { n: 7 }))
    expect(few).toContain('Binnen en buiten ongeveer gelijk')
    expect(few.endsWith('ongeveer gelijk. Klein aantal: lees dit voorzichtig.')).toBe(true)
    expect(say(releaseOf(close, { n: 10 }))).not.toContain('voorzichtig')
    expect(cautioned('Iets.', 1, wordsOf('nl'))).toBe('Iets. Eén keer ingevuld: lees dit voorzichtig.')
  })

  it('does not call 55 low nor 58 strong: highest and lowest are all that can be said then', () => {
    const middling = Object.fromEntries(
      instrument.dimensions.map((code, at) => [code, [52 + at * 2, 52 + at * 2] as const]),
    )
    expect(say(releaseOf(middling))).toMatch(/het hoogst, .* het laagst\./)
  })

  it('tells apart what is hidden and what is missing, with the reason, and never calls either low', () => {
    const suppressed = [
      { what: 'now/human/internal', reason: 'too-few' as const },
      { what: 'now/natural/external', reason: 'too-few-items' as const },
    ]
    const text = say(releaseOf({ ...BALANCE, human: [null, 55], natural: [33, null] }, { suppressed }))
    expect(text).toContain('Niet getoond: menselijk (minder dan 5 antwoorden).')
    expect(text).toContain('Geen score voor natuurlijk (te weinig vragen met een antwoord).')
    expect(text).toMatch(/^Van de 4 met een score: intellectueel en financieel sterk, /)
    expect(text).not.toMatch(/natuurlijk laag|menselijk.* laag/)
  })

  it('says in one sentence that nothing can be shown', () => {
    const closed = releaseDocument('three')
    expect(say(closed)).toBe('Er is geen score: minder dan 5 antwoorden.')
    expect(say(closed, 'en')).toBe('There is no score: fewer than 5 answers.')
    const running = { ...closed, release: { ...closed.release, final: false } }
    expect(say(running)).toBe('Er is nog geen score: minder dan 5 antwoorden.')
    expect(say(running, 'en')).toBe('There is no score yet: fewer than 5 answers.')
  })

  it.each(DOCUMENTS)('can be written for the document "%s" in both languages', (name) => {
    for (const locale of ['nl', 'en'] as const) expect(say(releaseDocument(name), locale)).toMatch(/^\p{Lu}.+[.)]$/u)
  })
})

describe.each(DOCUMENTS)('the charts of the document "%s"', (name) => {
  const results = releaseDocument(name)
  const models = viewsOf(results, instrument).map((view) => ({
    view,
    model: chartModel(results, instrument, view, namesOf(instrument, 'nl'), wordsOf('nl')),
  }))

  it('have at most two polygons, and the capitals in their fixed order', () => {
    for (const { model } of models) {
      expect(model.series.length).toBeLessThanOrEqual(2)
      expect(model.axes.map(({ code }) => code)).toEqual(instrument.dimensions)
    }
  })

  it('are drawn from the numbers of the release, with null for what is not there and no fill', () => {
    for (const { model, view } of models) {
      const { data } = radarConfiguration(model, geometryOf(600), COLOURS, 50)
      const released = instrument.dimensions.map((code) => {
        if (view.kind === 'sides')
          return view.perspectives.map((side) => results.horizons[view.horizon]?.dimensions[code]?.cells[side] ?? null)
        const horizons = view.kind === 'one' ? [view.horizon] : view.horizons
        return horizons.map((horizon) => results.horizons[horizon]?.dimensions[code]?.score ?? null)
      })
      expect(model.axes.map((axis) => axis.marks.map(({ value }) => value))).toEqual(released)
      expect(data.datasets.map((set) => set.data)).toEqual(model.series.map((_, at) => released.map((row) => row[at])))
      for (const set of data.datasets) expect(set).toMatchObject({ fill: false, spanGaps: false })
    }
  })

  it('print the same numbers at the axes and in the name of the drawing', () => {
    for (const { model } of models) {
      expect(model.label.startsWith(model.headline)).toBe(true)
      for (const axis of model.axes) {
        for (const mark of axis.marks) {
          expect(mark.label).toBe(
            mark.value === null ? (mark.absence === 'hidden' ? 'niet getoond' : '–') : String(mark.value),
          )
          expect(model.label).toContain(mark.label)
        }
      }
    }
  })
})

describe('other sentences', () => {
  it('put the most divided item first, and say how many are divided', () => {
    const items = mostDividedFirst(releaseDocument('full'), 'now')
    const words = items.map(({ agreement }) => agreement.word)
    expect(words).toEqual([...words].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)))
    const text = agreementSentence(items, namesOf(instrument, 'en'), wordsOf('en'))
    expect(text).toMatch(/^On \d+ of the 48 questions the answers are divided\. Most of all on '/)
  })

  it('say every place of every document in words, without a code left', () => {
    for (const name of DOCUMENTS) {
      for (const { what } of releaseDocument(name).suppressed) {
        expect(pathInWords(what, instrument, namesOf(instrument, 'nl'), wordsOf('nl'))).not.toMatch(
          /\/|\bi\d\d\b|now|internal/,
        )
      }
    }
  })
})

describe('a figure that is not there', () => {
  const document = releaseDocument('full')
  const item = document.items.find(({ dimension, horizon }) => dimension === 'natural' && horizon === 'now')
  if (!item) throw new Error('the document has no item of natural')
  const what = `items/${item.itemId}/now`
  const cell = `now/natural/${item.perspective}`
  const alone = { what: `${what}/score`, reason: 'too-few' as const }
  const inCell = { what: `${cell}/items/${item.itemId}`, reason: 'too-alike' as const }

  const hidden = (n: number, suppressed: Results['suppressed']) =>
    releaseOf(BALANCE, { items: [{ ...item, n, score: null }], suppressed })

  it('has a word only from 5 to 9 answers to a question, and nothing below', () => {
    expect(whyLeftOut(hidden(7, [alone]), alone)).toBe('word-only')
    expect(wordsOf('nl').say('results-why-word-only')).toBe('minder dan 10 antwoorden: alleen een woord')
    expect(whyLeftOut(hidden(4, [alone]), { what, reason: 'too-few' })).toBe('too-few')
  })

  it('counts in its cell when only its own figure is hidden', () => {
    expect(countsWhileHidden(hidden(7, [alone]), what)).toBe(true)
    expect(countsWhileHidden(hidden(7, [alone, inCell]), what)).toBe(false)
    expect(countsWhileHidden(hidden(4, [{ what, reason: 'too-few' }]), what)).toBe(false)
    expect(countsWhileHidden(hidden(7, [alone]), cell)).toBe(false)
  })

  it('is not explained by an item that does not count, nor by an earlier outcome where there is another reason', () => {
    const other = { what: 'now/natural/external', reason: 'too-few' as const }
    const stands = { what: 'now/natural/internal', reason: 'earlier-release-stands' as const }
    expect(reasonAt([stands, inCell, other], ['now', 'natural'])).toBe('too-few')
    expect(reasonAt([stands], ['now', 'natural', 'internal'])).toBe('earlier-release-stands')
  })

  it('says which item does not count in which cell', () => {
    const names = namesOf(instrument, 'nl')
    const side = names.perspective(item.perspective).toLowerCase()
    expect(pathInWords(inCell.what, instrument, names, wordsOf('nl'))).toBe(
      `Natuurlijk, ${side}, vraag '${names.topic(item.itemId)}', nu`,
    )
  })
})

describe('a limit that is passed by a score that shows as 50', () => {
  it.each([
    ['nl', 'vóór het afronden'],
    ['en', 'before rounding'],
  ] as const)('says that it was looked at before rounding (%s)', (locale, before) => {
    expect(wordsOf(locale).say('results-gate-means', { gate: 'true' })).toContain(before)
  })
})

describe('an imbalance that rounds to no points', () => {
  it.each([
    ['nl', 'minder dan één punt'],
    ['en', 'less than a point'],
  ] as const)('costs less than a point wherever it is said, and never nothing (%s)', (locale, less) => {
    const { say } = wordsOf(locale)
    expect(say('results-imbalanceCost-means', { n: 0 })).toContain(less)
    expect(say('trend-balance-cost', { n: 0 })).toContain(less)
    expect(say('reflection-fact-imbalance', { value: 0 })).toContain(less)
  })
})

const ORDER: readonly (string | null)[] = ['divided', 'mixed', 'agreed', null]
