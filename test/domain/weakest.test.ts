import { describe, expect, test } from 'vitest'
import { askedSet, pulseAnd, weakestOf } from '../../server/domain/weakest.ts'
import { sixCapitals } from '../support/words.ts'

const instrument = sixCapitals()

/** Outcomes with these scores, in the order of the instrument; null: there is none. */
function outcomes(...rounds: readonly (readonly (number | null)[])[]) {
  return {
    instrument: 'six-capitals',
    points: rounds.map((scores) => ({
      horizons: {
        now: {
          dimensions: Object.fromEntries(
            instrument.dimensions.map((code, at) => [code, { score: scores[at] ?? null }] as const),
          ),
        },
      },
    })),
  }
}

describe('the two lowest values', () => {
  test('are those of the newest whole outcome, in their own order', () => {
    const known = outcomes([60, 55, 20, 70, 30, 80], [60, 55, 20, null, 90, 80])
    expect(weakestOf(known, instrument)).toEqual(['intellectual', 'natural'])
  })

  test('know 0 as the lowest, and nothing as nothing', () => {
    expect(weakestOf(outcomes([60, 0, 20, 70, 30, 80]), instrument)).toEqual(['social', 'intellectual'])
    expect(weakestOf(outcomes(), instrument)).toBeUndefined()
    expect(weakestOf(outcomes([60, 55, 20, null, 30, 80]), instrument)).toBeUndefined()
  })

  test('are none where high and low say nothing, or of another instrument', () => {
    const whole = outcomes([60, 55, 20, 70, 30, 80])
    expect(weakestOf(whole, { ...instrument, balance: false })).toBeUndefined()
    expect(weakestOf({ ...whole, instrument: 'another' }, instrument)).toBeUndefined()
  })

  test('come in full beside the short set, each question once', () => {
    const asked = pulseAnd(instrument, ['intellectual', 'natural'])
    expect([asked.length, new Set(asked).size]).toEqual([24 + 2 * 4, 24 + 2 * 4])
  })
})

describe('what a round asks', () => {
  const all = instrument.items.map(({ id }) => id)

  test('is known again from its items, in any order', () => {
    expect(askedSet(instrument, all)).toEqual({ kind: 'full', dimensions: [] })
    expect(askedSet(instrument, pulseAnd(instrument, []))).toEqual({ kind: 'pulse', dimensions: [] })
    expect(askedSet(instrument, pulseAnd(instrument, ['intellectual', 'natural']).toReversed())).toEqual({
      kind: 'weakest',
      dimensions: ['intellectual', 'natural'],
    })
  })

  test('is a choice of its own otherwise', () => {
    expect(askedSet(instrument, all.slice(0, 3)).kind).toBe('other')
    expect(askedSet(instrument, []).kind).toBe('other')
  })
})
