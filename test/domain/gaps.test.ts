import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drift, knowledgeGaps, perspectiveGap } from '../../server/domain/gaps.ts'

describe('a difference of two scores', () => {
  test('is external minus internal for perspectives, and ahead minus now for horizons', () => {
    expect(perspectiveGap(60, 45)).toBe(-15)
    expect(drift(60, 75)).toBe(15)
  })

  test('is not there when either score is missing, and 0 is a score', () => {
    for (const difference of [perspectiveGap, drift]) {
      expect([difference(null, 0), difference(0, null), difference(null, null)]).toEqual([null, null, null])
      expect(difference(0, 0)).toBe(0)
    }
  })

  test('property: lies between -100 and 100 and turns its sign with its sides', () => {
    const integer = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(integer, integer, (internal, external) => {
        const gap = perspectiveGap(internal, external) ?? Number.NaN
        expect(Math.abs(gap)).toBeLessThanOrEqual(100)
        expect(gap + (perspectiveGap(external, internal) ?? Number.NaN)).toBe(0)
      }),
    )
  })
})

describe('knowledge gaps', () => {
  test('are the items of which one in five or more did not know, most unknown first', () => {
    const items = [
      { itemId: 'just below', unknownShare: 0.19 },
      { itemId: 'on the line', unknownShare: 0.2 },
      { itemId: 'half', unknownShare: 0.5 },
      { itemId: 'nobody answered', unknownShare: null },
      { itemId: 'everyone', unknownShare: 1 },
      { itemId: 'another half', unknownShare: 0.5 },
      { itemId: 'none', unknownShare: 0 },
    ]
    expect(knowledgeGaps(items).map(({ itemId }) => itemId)).toEqual([
      'everyone',
      'half',
      'another half',
      'on the line',
    ])
  })

  test('leave the given items as they are', () => {
    const items = Object.freeze([
      { itemId: 'a', unknownShare: 0.3 },
      { itemId: 'b', unknownShare: 0.4 },
    ])
    expect(knowledgeGaps(items)).toEqual(items.toReversed())
  })
})
