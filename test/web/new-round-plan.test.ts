import { describe, expect, it } from 'vitest'
import type { Trend } from '../../server/contract/trend.ts'
import { foreseeHiding, periodsAround, pulseAnd, weakestOf } from '../../web/pages/new-round-plan.ts'
import { sixCapitals } from '../support/words.ts'

const instrument = sixCapitals()

function trendOf(...rounds: readonly (readonly (number | null)[])[]): Trend {
  return {
    instrument: 'six-capitals',
    points: rounds.map((scores) => ({
      round: { id: 'r', title: 'Round', period: '2026-Q1', closedAt: null },
      releaseId: 'x',
      version: '1.0.0',
      mode: 'anonymous',
      n: 10,
      continues: 'comparable',
      horizons: {
        now: {
          level: null,
          balance: null,
          floor: [],
          dimensions: Object.fromEntries(
            instrument.dimensions.map((code, at) => [code, { score: scores[at] ?? null, word: null }]),
          ),
        },
      },
      suppressed: [],
    })),
  }
}

describe('the plan of a new round', () => {
  it('offers the two lowest values of the newest whole outcome in full, in their own order', () => {
    expect(weakestOf(trendOf([60, 55, 20, 70, 30, 80], [60, 55, 20, null, 90, 80]), instrument)).toEqual([
      'intellectual',
      'natural',
    ])
  })

  it('offers none before the first outcome', () => {
    expect(weakestOf(trendOf(), instrument)).toBeUndefined()
    expect(weakestOf(trendOf([60, 55, 20, null, 30, 80]), instrument)).toBeUndefined()
  })

  it('asks each question once: the pulse, and four more for each of the two', () => {
    const asked = pulseAnd(instrument, ['intellectual', 'natural'])
    expect(asked.length).toBe(24 + 2 * 4)
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('has quarters around the day, and years', () => {
    expect(periodsAround(new Date('2026-11-22'))).toEqual([
      '2027-Q2',
      '2027-Q1',
      '2026-Q4',
      '2026-Q3',
      '2026-Q2',
      '2026-Q1',
      '2025-Q4',
      '2026',
      '2025',
    ])
  })

  it('foresees what is hidden when few are expected', () => {
    expect(foreseeHiding({ isAnonymous: true, expected: 4, groups: 0 })).toBe('everything')
    expect(foreseeHiding({ isAnonymous: true, expected: 9, groups: 2 })).toBe('a-group')
    expect(foreseeHiding({ isAnonymous: false, expected: 2, groups: 2 })).toBeUndefined()
  })
})
