import { describe, expect, it } from 'vitest'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { TrendPoint } from '../../server/contract/trend.ts'
import { trendModel } from '../../web/trend/trend-model.ts'
import { wordsOf } from '../support/words.ts'

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
    n: 10,
    continues: 'comparable',
    horizons: { now: { level: null, balance: null, floor: [], dimensions } },
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
      point({ continues: 'break' }, { human: 50, natural: 50 }),
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
