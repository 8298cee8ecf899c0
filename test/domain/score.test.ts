import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RatingCounts } from '../../server/domain/counts.ts'
import {
  cellScore,
  completeOrNull,
  coverage,
  dimensionScore,
  isApplicable,
  itemMean,
  itemScore,
  mean,
  type ScoredItem,
  unknownShare,
} from '../../server/domain/score.ts'
import { countsOf, fivePoint, ratingCounts, score } from './arbitraries.ts'

const NOBODY = [0, 0, 0, 0, 0]

function scored(value: number | null, applicable = true): ScoredItem {
  return { dimension: 'human', perspective: 'internal', score: value, applicable }
}

describe('the score of an item', () => {
  test('worked by hand: ratings 1, 3, 5, 5 have mean 3.5 and score 62.5', () => {
    const counts = countsOf([1, 0, 1, 0, 2])
    expect(itemMean(counts, fivePoint, false)).toBe(3.5)
    expect(itemScore(counts, fivePoint, false)).toBe(62.5)
  })

  test('reads a reverse-keyed rating from the other end: 1, 3, 5, 5 have mean 2.5 and score 37.5', () => {
    const counts = countsOf([1, 0, 1, 0, 2])
    expect(itemMean(counts, fivePoint, true)).toBe(2.5)
    expect(itemScore(counts, fivePoint, true)).toBe(37.5)
  })

  test('is 25 points a step on a scale of five', () => {
    const oneEach = [0, 1, 2, 3, 4].map((step) => countsOf(NOBODY.map((_, place) => (place === step ? 1 : 0))))
    expect(oneEach.map((counts) => itemScore(counts, fivePoint, false))).toEqual([0, 25, 50, 75, 100])
  })

  test('is percent of the maximum on a scale that begins below zero', () => {
    expect(itemMean(countsOf([0, 0, 0, 1, 1]), { min: -2, max: 2 }, false)).toBe(1.5)
    expect(itemScore(countsOf([0, 0, 0, 1, 1]), { min: -2, max: 2 }, false)).toBe(87.5)
  })

  test('is not there without ratings, whatever else people answered', () => {
    const counts = countsOf(NOBODY, { unknown: 3, notApplicable: 2, unanswered: 1 })
    expect(itemMean(counts, fivePoint, false)).toBeNull()
    expect(itemScore(counts, fivePoint, true)).toBeNull()
  })

  test('refuses counts of another scale, and a scale of one step', () => {
    const refusal = new RangeError('counts of 5 steps on a scale of 4')
    expect(() => itemScore(countsOf(NOBODY), { min: 1, max: 4 }, false)).toThrow(refusal)
    const single = new RangeError('a scale needs at least 2 steps, got 1')
    expect(() => itemScore(countsOf([1]), { min: 1, max: 1 }, false)).toThrow(single)
  })

  test('property: stays between 0 and 100, and reading scale and key backwards changes nothing', () => {
    fc.assert(
      fc.property(ratingCounts, fc.boolean(), (counts, reverse) => {
        const forward = itemScore(counts, fivePoint, reverse)
        const backward = itemScore({ ...counts, steps: counts.steps.toReversed() }, fivePoint, !reverse)
        expect(backward).toBe(forward)
        if (forward !== null) expect(forward >= 0 && forward <= 100).toBe(true)
      }),
    )
  })

  test('property: everyone answering twice changes nothing', () => {
    fc.assert(
      fc.property(ratingCounts, (counts) => {
        const twice = { ...counts, steps: counts.steps.map((count) => count * 2) }
        expect(itemScore(twice, fivePoint, false)).toBe(itemScore(counts, fivePoint, false))
      }),
    )
  })

  test('property: people who give no rating never move it', () => {
    fc.assert(
      fc.property(ratingCounts, ratingCounts, (counts, { unknown, notApplicable, unanswered }) => {
        const others = { ...counts, unknown, notApplicable, unanswered }
        expect(itemScore(others, fivePoint, false)).toBe(itemScore(counts, fivePoint, false))
      }),
    )
  })
})

describe('an item applies', () => {
  test.each<[string, RatingCounts, boolean]>([
    ['when nobody answered it yet', countsOf(NOBODY, { unanswered: 9 }), true],
    ['when somebody rated it', countsOf([0, 0, 1, 0, 0], { notApplicable: 8 }), true],
    ['when somebody did not know', countsOf(NOBODY, { unknown: 1, notApplicable: 8 }), true],
    ['not when everyone who answered said so', countsOf(NOBODY, { notApplicable: 1, unanswered: 8 }), false],
  ])('%s', (_name, counts, expected) => {
    expect(isApplicable(counts)).toBe(expected)
  })
})

describe('the score of a cell', () => {
  test.each<[string, ScoredItem[], number | null]>([
    ['is the mean of its items', [scored(25), scored(50), scored(75), scored(100)], 62.5],
    ['needs half of the items', [scored(100), scored(50), scored(null), scored(null)], 75],
    ['is not there with fewer than half', [scored(100), scored(null), scored(null), scored(null)], null],
    ['is not there with one of three', [scored(100), scored(null), scored(null)], null],
    ['is not there without scores', [scored(null), scored(null)], null],
    ['is not there without items', [], null],
    ['is not there when no item applies', [scored(null, false), scored(null, false)], null],
    ['leaves items that do not apply out of the count', [scored(80), scored(null), scored(null, false)], 80],
    ['is 0 when its items are', [scored(0), scored(0)], 0],
  ])('%s', (_name, items, expected) => {
    expect(cellScore(items)).toBe(expected)
  })

  test('property: a missing item never counts as zero', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 8 }), (scores) => {
        const items = scores.map((value) => scored(value))
        const withMissing = [...items, scored(null)]
        expect(cellScore(withMissing)).toBeCloseTo(cellScore(items) ?? Number.NaN, 9)
      }),
    )
  })

  test('property: lies between its lowest and its highest item', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 8 }), (scores) => {
        const cell = cellScore(scores.map((value) => scored(value))) ?? Number.NaN
        expect(cell).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9)
        expect(cell).toBeLessThanOrEqual(Math.max(...scores) + 1e-9)
      }),
    )
  })
})

describe('the score of a dimension', () => {
  test.each([
    [[40, 60], 50],
    [[0, 60], 30],
    [[40], 40],
    [[40, null], null],
    [[null, null], null],
    [[], null],
  ])('of cells %j is %j', (cells, expected) => {
    expect(dimensionScore(cells)).toBe(expected)
  })
})

describe('coverage', () => {
  test('counts unknown and unanswered as not covered and leaves not applicable out', () => {
    const counts = countsOf([1, 0, 2, 0, 0], { unknown: 2, notApplicable: 50, unanswered: 7 })
    expect(coverage([counts])).toBe(0.25)
  })

  test('over several items adds people up, it is no mean of shares', () => {
    expect(coverage([countsOf([9, 0]), countsOf([0, 0], { unanswered: 1 })])).toBe(0.9)
  })

  test('is not there when nothing could be rated', () => {
    expect(coverage([countsOf(NOBODY, { notApplicable: 4 })])).toBeNull()
    expect(coverage([])).toBeNull()
  })

  test('is 0 when everybody still has to answer', () => {
    expect(coverage([countsOf(NOBODY, { unanswered: 4 })])).toBe(0)
  })
})

describe('the share that does not know', () => {
  test('is taken of those who answered and found that it applies', () => {
    const counts = countsOf([1, 1, 1, 0, 0], { unknown: 1, notApplicable: 50, unanswered: 50 })
    expect(unknownShare([counts])).toBe(0.25)
  })

  test('is 0 when everyone rated, and not there when nobody rated or did not know', () => {
    expect(unknownShare([countsOf([0, 1, 0, 0, 0])])).toBe(0)
    expect(unknownShare([countsOf(NOBODY, { notApplicable: 4, unanswered: 4 })])).toBeNull()
  })

  test('property: both shares stay between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(ratingCounts, { maxLength: 4 }), (counts) => {
        for (const share of [coverage(counts) ?? 0, unknownShare(counts) ?? 0]) {
          expect(share >= 0 && share <= 1).toBe(true)
        }
      }),
    )
  })
})

describe('a set of values', () => {
  test('is complete only when none is missing and there is at least one', () => {
    expect(completeOrNull([0, 1])).toEqual([0, 1])
    expect(completeOrNull([0, null])).toBeNull()
    expect(completeOrNull([])).toBeNull()
  })

  test('has no mean when it is empty', () => {
    expect(mean([1, 2, 6])).toBe(3)
    expect(() => mean([])).toThrow(new RangeError('no values have no mean'))
  })
})
