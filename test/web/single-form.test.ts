import { describe, expect, it } from 'vitest'
import type { Results } from '../../server/contract/results.ts'
import type { Trend, TrendPoint } from '../../server/contract/trend.ts'
import { chartModel } from '../../web/charts/radar-model.ts'
import { trendSlides } from '../../web/deck/trend-slides.ts'
import { itemsOf } from '../../web/report/capital-items.ts'
import { certaintyText, factsOf, tellingOf } from '../../web/report/telling.ts'
import { ofQuestions, ratedQuestions, unknownQuestions } from '../../web/results/alone.ts'
import { earlierOf } from '../../web/results/earlier.ts'
import { methodSentences } from '../../web/results/hidden-groups.ts'
import { namesOf } from '../../web/results/names.ts'
import { coverageSentence, knowledgeSentence } from '../../web/results/sentences.ts'
import { whoAnswered } from '../../web/results/who-answered.ts'
import { trendModel } from '../../web/trend/trend-model.ts'
import { captionId, trendRows } from '../../web/trend/trend-rows.ts'
import { releaseDocument, sixCapitals, wordsOf } from '../support/words.ts'

const six = sixCapitals()
const names = namesOf(six, 'en')
const words = wordsOf('en')
const topic = (id: string) => names.topic(id)

/** The form of a team in a quarter: every value at one score, and nothing that a word of change could rest on. */
function form(period: string, releaseId: string, changes: Partial<TrendPoint> = {}): TrendPoint {
  const dimensions = Object.fromEntries(six.dimensions.map((code) => [code, { score: 50, word: null }]))
  return {
    round: { id: releaseId, title: period, period, closedAt: null },
    releaseId,
    version: '1.0.0',
    mode: 'open',
    answering: 'together',
    n: 1,
    continues: 'comparable',
    broken: [],
    horizons: { now: { level: null, balance: null, imbalanceCost: null, floor: [], dimensions } },
    single: null,
    suppressed: [],
    ...changes,
  }
}

const alone: Results = { ...releaseDocument('open-one'), answering: 'together' }
const single = {
  rose: [
    { itemId: 'i01', horizon: 'now' },
    { itemId: 'i02', horizon: 'now' },
    { itemId: 'i01', horizon: 'ahead' },
  ],
  fell: [{ itemId: 'i03', horizon: 'now' }],
}
const trend: Trend = {
  instrument: 'six-capitals',
  points: [form('2026-Q1', 'a', { continues: 'start' }), form('2026-Q2', alone.release.id, { single })],
}

describe('two forms of one team', () => {
  const model = trendModel(trend, six, 'now', names, words)

  it('say over time which questions rose and which fell, in no points and in no word of change', () => {
    expect(model.headline).toBe('2 questions have a higher answer than in Q1 2026, 1 has a lower one.')
    expect(model.single?.lists).toEqual([
      { title: 'Higher than in Q1 2026', topics: [topic('i01'), topic('i02')] },
      { title: 'Lower than in Q1 2026', topics: [topic('i03')] },
    ])
    expect(JSON.stringify(model)).not.toMatch(/too few/i)
    expect(words.say(captionId(model))).not.toContain('change')
  })

  it('say it beside the round before, without a column of words that are not there', () => {
    const earlier = earlierOf(trend, alone, 'now')
    if (typeof earlier === 'string') throw new Error(earlier)
    const chart = chartModel(alone, six, { kind: 'before', code: 'before', horizon: 'now', earlier }, names, words)
    expect(chart.headline).toContain('2 questions have a higher answer than in First quarter of 2026')
    expect(chart.single?.lists.map(({ topics }) => topics.length)).toEqual([2, 1])
    expect(chart.differences).toBeUndefined()
  })

  it('say it on the slides too, with the questions for who speaks', () => {
    const material = { organisation: 'x', results: alone, instrument: six, trend, agreements: [], conversations: [] }
    const [slide] = trendSlides(tellingOf(material, 'en', words))
    expect(slide?.headline).toBe(model.headline)
    expect(slide?.note).toContain(`Lower than in Q1 2026: ${topic('i03')}.`)
    expect(`${slide?.note} ${slide?.under.join(' ')}`).not.toMatch(/enough people/)
  })

  it('say in both languages that nothing rose or fell', () => {
    const [first, last] = trend.points
    if (first === undefined || last === undefined) throw new Error('no points')
    const still = { ...trend, points: [first, { ...last, single: { rose: [], fell: [] } }] }
    for (const language of ['nl', 'en'] as const) {
      const said = trendModel(still, six, 'now', namesOf(six, language), wordsOf(language))
      expect(said.headline).toMatch(language === 'nl' ? /^Bij geen enkele vraag/ : /^No question/)
      expect(said.single?.lists).toEqual([])
    }
  })

  it('are not counted as one person in the file', () => {
    const [head, row] = trendRows(model, words)
    expect(row?.[head?.indexOf(words.say('trend-table-people')) ?? -1]).toBe('filled in together')
  })
})

describe('the result of a form that a team filled in together', () => {
  it('says so in place of a count of people, and of names that nobody gave', () => {
    expect(whoAnswered(alone, words)).toEqual(['Filled in together by your team'])
    expect(whoAnswered({ ...alone, answering: 'each' }, words)).toEqual(['1 participant', 'Open, with names'])
    expect(methodSentences(alone, six, words).join(' ')).not.toMatch(/gave a name|participants/i)
    const material = { organisation: 'x', results: alone, instrument: six, trend, agreements: [], conversations: [] }
    const telling = tellingOf({ ...material, certainties: ['gut', 'measured', 'gut'] }, 'nl', wordsOf('nl'))
    expect(factsOf(telling)).toEqual(
      expect.arrayContaining(['Samen ingevuld door uw team', 'Hoe zeker: 1 gemeten, 2 gevoel']),
    )
    expect(certaintyText(['audited', 'estimate'], words)).toBe('How certain: 1 audited, 1 estimated')
  })

  it('counts questions where there are no people to have a share of', () => {
    const items = ['i01', 'i02', 'i03', 'i04'].map((itemId, at) => {
      const item = alone.items.find((one) => one.horizon === 'now')
      if (item === undefined) throw new Error('no item')
      return { ...item, itemId, dimension: 'human', n: at < 3 ? 1 : 0 }
    })
    const now = alone.horizons['now']
    const human = now?.dimensions['human']
    if (now === undefined || human === undefined) throw new Error('nothing about now')
    const withShare = (unknownShare: number | null): Results => ({
      ...alone,
      items,
      horizons: { now: { ...now, dimensions: { human: { ...human, unknownShare } } } },
    })
    expect(ofQuestions(ratedQuestions(withShare(0), 'human', 'now'), words)).toBe('3 of 4 questions')
    expect(unknownQuestions(withShare(0.25), 'human', 'now')).toEqual({ n: 1, asked: 4 })
    expect(unknownQuestions(withShare(0), 'human', 'now')).toEqual({ n: 0, asked: 4 })
    expect(unknownQuestions(withShare(null), 'human', 'now')).toBeUndefined()
    const nothingRated = { ...withShare(1), items: items.map((item) => ({ ...item, n: 0 })) }
    expect(unknownQuestions(nothingRated, 'human', 'now')).toBeUndefined()
    expect(knowledgeSentence(withShare(0.25), names, words)).toContain('(1 of 4 questions)')
    expect(knowledgeSentence(withShare(0), names, words)).toBe("'I do not know' was chosen for no question.")
    const shape = { ...six, dimensions: ['human'] }
    expect(coverageSentence(withShare(0.25), shape, names, words)).toBe(
      'With an answer on the scale: 3 of 4 questions.',
    )
  })

  it('calls no question low out of three that are all there are', () => {
    const items = alone.items.filter(({ dimension, horizon }) => dimension === 'human' && horizon === 'now')
    const of = (count: number) => itemsOf({ results: { ...alone, items: items.slice(0, count) } }, 'human', 'now')
    expect([of(3).isAll, of(3).items.length]).toEqual([true, 3])
    expect([of(4).isAll, of(4).items.length]).toEqual([false, 3])
  })
})
