import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reflectionCandidates } from '../../server/domain/reflection-candidates.ts'
import { reflectionFacts } from '../../server/domain/reflection-facts.ts'
import type { ReflectionFigures, ReleasedItem } from '../../server/domain/reflection-figures.ts'

const ORDER = ['human', 'natural', 'financial']

const capital = (score: number | null, internal: number | null, external: number | null) => ({
  score,
  cells: { internal, external },
  gap: internal === null || external === null ? null : external - internal,
  unknownShare: 0.05,
})

const item = (itemId: string, changes: Partial<ReleasedItem> = {}): ReleasedItem => ({
  itemId,
  horizon: 'now',
  dimension: 'natural',
  perspective: 'external',
  score: 50,
  agreement: { word: 'agreed', averageDeviation: 0.4 },
  ...changes,
})

const FIGURES: ReflectionFigures = {
  horizons: {
    now: {
      floor: ['natural'],
      imbalanceCost: 4,
      gate: true,
      dimensions: { human: capital(70, 65, 75), natural: capital(30, 40, 20), financial: capital(60, 60, 60) },
    },
  },
  drift: { human: -3, natural: 2, financial: -12 },
  items: [
    item('low', { score: 12 }),
    item('split', { agreement: { word: 'divided', averageDeviation: 1.6 } }),
    item('bright', { dimension: 'human', score: 92 }),
    item('mixed', { agreement: { word: 'mixed', averageDeviation: 1.1 } }),
  ],
}

const EMPTY = { floor: [], imbalanceCost: null, gate: null, dimensions: {} }

const NOTHING: ReflectionFigures = {
  horizons: { now: EMPTY },
  drift: null,
  items: [],
}

describe('candidates for question 1', () => {
  test('are the lowest, the most divided, the widest gap and the largest fall, each with its numbers', () => {
    expect(reflectionCandidates(FIGURES, ORDER)).toMatchObject([
      { id: 'lowest:natural', score: 30, internal: 40, external: 20 },
      { id: 'divided:split', itemId: 'split', averageDeviation: 1.6, dimension: 'natural' },
      { id: 'gap:natural', points: -20 },
      { id: 'drift:financial', points: -12, score: 60 },
    ])
  })

  test('are left out where there is nothing to tell', () => {
    expect(reflectionCandidates(NOTHING, ORDER)).toEqual([])
    const rising = { ...FIGURES, drift: { human: 3, natural: 2, financial: 0 }, items: [item('agreed')] }
    expect(reflectionCandidates(rising, ORDER).map(({ reason }) => reason)).toEqual(['lowest', 'gap'])
  })

  test('are, where people said what they mean to reach, the farthest way to go and no fall that nobody expects', () => {
    const wished = { ...FIGURES, horizons: { ...FIGURES.horizons, intended: EMPTY } }
    const aims = (drift: ReflectionFigures['drift']) => reflectionCandidates({ ...wished, drift }, ORDER).slice(3)
    expect(aims({ human: 20, natural: 35, financial: 35 })).toMatchObject([
      { id: 'aim:natural', points: 35, score: 30 },
    ])
    expect(aims(FIGURES.drift)).toMatchObject([{ id: 'aim:natural', points: 2 }])
    expect(aims({ human: 0, natural: -4, financial: null })).toEqual([])
    expect(aims(null)).toEqual([])
    const facts = reflectionFacts({
      figures: { ...wished, drift: { human: 9, natural: 12 } },
      order: ORDER,
      chosen: [],
      misses: [],
    })
    expect(facts.filter(({ kind }) => kind === 'aim' || kind === 'drift')).toMatchObject([
      { question: 3, kind: 'aim', dimension: 'natural', value: 12, other: 30 },
    ])
  })

  test('and the facts call the same capital lowest as the release, also where the shown scores are equal', () => {
    const dimensions = { human: capital(48, 39, 58), natural: capital(48, 46, 50), financial: capital(51, 46, 55) }
    const figures = { ...FIGURES, horizons: { now: { floor: ['natural'], imbalanceCost: 0, gate: true, dimensions } } }
    expect(reflectionCandidates(figures, ORDER)[0]).toMatchObject({ reason: 'lowest', dimension: 'natural', score: 48 })
    const facts = reflectionFacts({ figures, order: ORDER, chosen: [], misses: [] })
    const called = facts.filter(({ kind }) => kind === 'floor').map(({ dimension }) => dimension)
    expect(called).toEqual(['natural', 'natural'])
  })

  test('name the same candidate with the same id again, so that dots stay where they were', () => {
    const ids = (figures: ReflectionFigures) => reflectionCandidates(figures, ORDER).map(({ id }) => id)
    expect(ids({ ...FIGURES, items: FIGURES.items.toReversed() })).toEqual(ids(FIGURES))
  })

  test('property: there are never more than four, and a missing score is never the lowest', () => {
    const maybe = fc.option(fc.integer({ min: 0, max: 100 }))
    fc.assert(
      fc.property(fc.tuple(maybe, maybe, maybe), ([a, b, c]) => {
        const dimensions = { human: capital(a, a, a), natural: capital(b, b, b), financial: capital(c, c, c) }
        const figures = { ...NOTHING, horizons: { now: { floor: [], imbalanceCost: null, gate: null, dimensions } } }
        const candidates = reflectionCandidates(figures, ORDER)
        expect(candidates.length).toBeLessThanOrEqual(4)
        const known = [a, b, c].filter((score) => score !== null)
        const lowest = candidates.find(({ reason }) => reason === 'lowest')
        expect(lowest?.score ?? null).toBe(known.length === 0 ? null : Math.min(...known))
      }),
    )
  })
})

describe('facts beside the questions', () => {
  const factsOf = (question: number, changes: Partial<Parameters<typeof reflectionFacts>[0]> = {}) =>
    reflectionFacts({ figures: FIGURES, order: ORDER, chosen: [], misses: [], ...changes }).filter(
      (fact) => fact.question === question,
    )

  test('are at most three for each question, and none for the fifth', () => {
    for (const question of [1, 2, 3, 4, 5, 6, 7]) expect(factsOf(question).length).toBeLessThanOrEqual(3)
    expect(factsOf(5)).toEqual([])
  })

  test('are about the chosen capitals where the question is', () => {
    expect(factsOf(2, { chosen: ['human'] }).map(({ itemId }) => itemId)).toEqual(['bright'])
    expect(factsOf(2).map(({ itemId }) => itemId)).toEqual(['low', 'split', 'mixed'])
  })

  test('begin question 3 with what did not turn out as expected', () => {
    const misses = [{ title: 'One roof', dimension: 'natural', verdict: 'opposite' }]
    expect(factsOf(3, { misses })[0]).toMatchObject({ kind: 'miss', text: 'One roof', word: 'opposite' })
    expect(factsOf(3, { misses, chosen: ['human'] }).map(({ kind }) => kind)).not.toContain('miss')
  })

  test('put what people agree on first where there is most to gain', () => {
    expect(factsOf(6).map(({ itemId }) => itemId)).toEqual(['low', 'bright', 'split'])
  })

  test('fall back on words where items have no score', () => {
    const items = FIGURES.items.map((one) => ({ ...one, score: null }))
    const facts = factsOf(2, { figures: { ...FIGURES, items } })
    expect(facts.map(({ kind, itemId }) => `${kind} ${itemId}`)).toEqual(['divided-item split', 'divided-item mixed'])
  })

  test('are none where nothing was released', () => {
    expect(reflectionFacts({ figures: NOTHING, order: ORDER, chosen: [], misses: [] })).toEqual([])
  })
})
