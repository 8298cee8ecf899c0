import { describe, expect, it } from 'vitest'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Target } from '../../server/contract/targets.ts'
import type { TrendPoint } from '../../server/contract/trend.ts'
import { chartModel } from '../../web/charts/radar-model.ts'
import { earlierOf } from '../../web/results/earlier.ts'
import { namesOf } from '../../web/results/names.ts'
import { quartersAhead } from '../../web/trend/target-quarters.ts'
import { trendModel } from '../../web/trend/trend-model.ts'
import { releaseDocument, sixCapitals, wordsOf } from '../support/words.ts'

const instrument = { dimensions: ['human', 'natural'], balance: false } as Pick<
  InstrumentView,
  'dimensions' | 'balance'
>
const names = {
  dimension: (code: string) => code,
  perspective: (code: string) => code,
  horizon: (code: string) => code,
  step: String,
  item: () => undefined,
  topic: (id: string) => id,
}

function point(
  changes: Partial<TrendPoint>,
  scores: Record<string, number | null>,
  word: 'increased' | null = null,
): TrendPoint {
  const dimensions = Object.fromEntries(Object.entries(scores).map(([code, score]) => [code, { score, word }]))
  return {
    round: { id: 'r', title: 'Round', period: '2026-Q1', closedAt: null },
    releaseId: 'x',
    version: '1.0.0',
    mode: 'anonymous',
    answering: 'each',
    single: null,
    n: 10,
    continues: 'comparable',
    broken: [],
    horizons: { now: { level: null, balance: null, imbalanceCost: null, floor: [], dimensions } },
    suppressed: [],
    ...changes,
  }
}

function modelOf(points: readonly TrendPoint[]) {
  return trendModel({ instrument: 'six-capitals', points: [...points] }, instrument, 'now', names, wordsOf('en'))
}

describe('the lines of a trend', () => {
  it('join two rounds only when both have a number and may be compared', () => {
    const { lines, breaks } = modelOf([
      point({ continues: 'start' }, { human: 0, natural: 40 }),
      point({}, { human: 100, natural: null }),
      point({ continues: 'break', broken: ['human', 'natural'] }, { human: 50, natural: 50 }),
    ])
    expect(lines.map(({ marks }) => marks.map(({ isJoined }) => isJoined))).toEqual([
      [false, true, false],
      [false, false, false],
    ])
    expect(breaks).toEqual([2])
  })

  it('tell nothing answered, hidden, 0 and 100 apart', () => {
    const hidden = { suppressed: [{ what: 'now/human', reason: 'too-few' as const }] }
    const [human] = modelOf([
      point({ continues: 'start' }, { human: null }),
      point(hidden, { human: null }),
      point({}, { human: 0 }),
      point({}, { human: 100 }),
    ]).lines
    expect(human?.marks.map(({ value, absence }) => [value, absence])).toEqual([
      [null, 'missing'],
      [null, 'hidden'],
      [0, undefined],
      [100, undefined],
    ])
    expect(new Set(human?.marks.map(({ label }) => label)).size).toBe(4)
  })
})

describe('a changed questionnaire breaks the line and does not bend it', () => {
  const points = [
    point({ continues: 'start' }, { human: 40, natural: 40 }),
    point({ continues: 'break', broken: ['human'] }, { human: 80, natural: 60 }),
  ]

  it('only where its questions changed: the other capitals go on', () => {
    const { lines, breaks } = modelOf(points)
    expect(breaks).toEqual([1])
    expect(lines.map(({ breaks: own, marks }) => [own, marks.map(({ isJoined }) => isJoined)])).toEqual([
      [[1], [false, false]],
      [[], [false, true]],
    ])
  })

  it('and says so, in the headline too', () => {
    expect(modelOf(points).headline).toContain('New questions, so not to be put beside the round before: human.')
    const all = point({ continues: 'break', broken: ['human', 'natural'] }, { human: 1, natural: 1 }, 'increased')
    expect(modelOf([...points, all]).headline).toBe(
      'The newest round asked other questions. Its outcome cannot be put beside the one before.',
    )
  })
})

describe('a target', () => {
  const set = (changes: Partial<Target> = {}): Target => ({
    dimension: 'human',
    score: 60,
    duePeriod: '2027-Q4',
    reason: '',
    version: '1.0.0',
    setBy: 'Alice',
    setAt: '2026-01-01T00:00:00.000Z',
    revision: 1,
    ...changes,
  })
  const beside = (points: readonly TrendPoint[], target: Target) => {
    const horizons = { horizons: ['now', 'ahead'] }
    const trend = { instrument: 'six-capitals', points: [...points] }
    return trendModel(trend, { ...instrument, ...horizons }, 'now', names, wordsOf('en'), [target]).lines[0]?.target
  }
  const now = (score: number | null, changes: Partial<TrendPoint> = {}) =>
    point({ continues: 'start', ...changes }, { human: score, natural: 1 })

  it('says how far there is to go, or that it is reached', () => {
    expect(beside([now(48)], set())?.sentence).toBe('48, target 60 by Q4 2027, 12 to go')
    expect(beside([now(60)], set())?.sentence).toBe('60, target 60 by Q4 2027: reached')
    expect(beside([now(0)], set({ score: 0 }))?.state).toBe('reached')
  })

  it('says what is short when its quarter is over', () => {
    expect(beside([now(48)], set({ duePeriod: '2025-Q4' }))?.sentence).toBe(
      '48, the target was 60 by Q4 2025: 12 short',
    )
  })

  it('has no verdict where there is no score: nothing is not 0', () => {
    const missing = beside([now(null)], set({ score: 0 }))
    expect([missing?.state, missing?.sentence]).toEqual([
      'no-result',
      'Target 0 by Q4 2027. There is no score to put beside it.',
    ])
  })

  it('stays over a break of versions, says so, and is not put beside answers to other questions', () => {
    const later = point({ version: '1.1.0', continues: 'break', broken: ['human'] }, { human: 70, natural: 1 })
    const over = beside([now(48), later], set({ reason: 'Fewer people ill' }))
    expect(over?.state).toBe('other-questions')
    expect(over?.sentence).not.toMatch(/reached|to go/)
    expect(over?.about).toBe('Why: Fewer people ill. This target was set with version 1.0.0 of the questions.')
    const comparable = point({ version: '1.1.0' }, { human: 70, natural: 1 })
    expect(beside([now(48), comparable], set())?.state).toBe('reached')
  })

  it('is about now, and stands beside no other moment', () => {
    const trend = { instrument: 'six-capitals', points: [now(48)] }
    const model = trendModel(trend, { ...instrument, horizons: ['now', 'ahead'] }, 'ahead', names, wordsOf('en'), [
      set(),
    ])
    expect(model.lines.map(({ target }) => target)).toEqual([undefined, undefined])
  })

  it('may be chosen for the three years from this quarter on, and keeps the quarter that it had', () => {
    const quarters = quartersAhead('2026-11-22', '2026-Q1')
    expect([quarters[0], quarters[1], quarters.at(-1)]).toEqual(['2026-Q1', '2026-Q4', '2029-Q4'])
    expect(quartersAhead('2026-11-22', '2027-Q2')).toHaveLength(13)
  })
})

describe('the round before, beside this one', () => {
  const release = releaseDocument('full')
  const scores = Object.fromEntries(
    Object.entries(release.horizons['now']?.dimensions ?? {}).map(([code, { score }]) => [code, score]),
  )
  const last = point({ releaseId: release.release.id, n: release.n }, scores, 'increased')
  const trendOf = (...points: TrendPoint[]) => ({ instrument: 'six-capitals', points })

  it('is there only where the questions may be compared, with the stored words of change', () => {
    const before = point({ continues: 'start', round: { ...last.round, period: '2025-Q4' } }, { ...scores, human: 7 })
    const earlier = earlierOf(trendOf(before, { ...last, continues: 'break', broken: ['natural'] }), release, 'now')
    if (typeof earlier === 'string') throw new Error(earlier)
    const view = { kind: 'before', code: 'before', horizon: 'now', earlier } as const
    const six = sixCapitals()
    const model = chartModel(release, six, view, namesOf(six, 'en'), wordsOf('en'))
    expect(model.series.map(({ name, style }) => [name, style])).toEqual([
      ['Now', 'first'],
      ['Fourth quarter of 2025', 'earlier'],
    ])
    const axis = (code: string) => model.axes.find((one) => one.code === code)
    expect(axis('human')?.marks.map(({ value }) => value)).toEqual([scores['human'], 7])
    expect(axis('human')).toMatchObject({ difference: null, differenceText: 'higher' })
    expect(axis('natural')?.marks[1]).toMatchObject({ value: null, absence: 'incomparable', label: '≠' })
    expect(model.headline).toContain('New questions')
  })

  it('is left out, and says why', () => {
    const before = point({ continues: 'start' }, scores)
    expect(earlierOf(trendOf(before), release, 'now')).toBe('not-final')
    expect(earlierOf(trendOf(last), release, 'now')).toBe('first')
    expect(earlierOf(trendOf(before, last), release, 'ahead')).toBe('other-horizon')
    expect(earlierOf(trendOf({ ...before, horizons: {} }, last), release, 'now')).toBe('other-horizon')
    const broken = { ...last, broken: Object.keys(scores) }
    expect(earlierOf(trendOf(before, broken), release, 'now')).toBe('other-questions')
    const hidden = point({ continues: 'start' }, Object.fromEntries(Object.keys(scores).map((code) => [code, null])))
    expect(earlierOf(trendOf(hidden, last), release, 'now')).toBe('nothing-shown')
  })
})
