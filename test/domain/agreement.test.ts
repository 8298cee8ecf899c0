import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AgreementWord,
  agreementWord,
  averageDeviation,
  compareMostDivided,
  type Dividedness,
  quartiles,
  sampleVariance,
  withinGroupAgreement,
  withinGroupAgreementOfSet,
} from '../../server/domain/agreement.ts'
import { stepCounts, stepCountsOfAtLeast, stepsFrom } from './arbitraries.ts'
import { vectors } from './vectors.ts'

describe('agreement on one item', () => {
  test.each(vectors.rwg)('of $ratings is as worked: r_wg $rwg, on average $ad_mean step apart', (worked) => {
    const steps = stepsFrom(worked.ratings, worked.A)
    if (worked.rwg === null || worked.ad_mean === null) {
      expect([withinGroupAgreement(steps), averageDeviation(steps), sampleVariance(steps)]).toEqual([null, null, null])
      return
    }
    expect(withinGroupAgreement(steps)).toBeCloseTo(worked.rwg, 9)
    expect(averageDeviation(steps)).toBeCloseTo(worked.ad_mean, 9)
  })

  test('worked by hand: 3, 3, 4, 4 has variance 1/3, random answering has 2, so agreement is 5/6', () => {
    expect(sampleVariance([0, 0, 2, 2, 0])).toBeCloseTo(1 / 3, 12)
    expect(withinGroupAgreement([0, 0, 2, 2, 0])).toBeCloseTo(5 / 6, 12)
  })

  test('on four steps is compared with random answering on four steps, variance 1.25', () => {
    expect(withinGroupAgreement([0, 1, 1, 0])).toBeCloseTo(0.6, 12)
  })

  test('begins with two ratings', () => {
    expect([sampleVariance([2, 0]), averageDeviation([2, 0]), withinGroupAgreement([2, 0])]).toEqual([0, 0, 1])
  })

  test.each([sampleVariance, averageDeviation, withinGroupAgreement, agreementWord, quartiles])(
    'needs a scale of two steps: %o',
    (measure) => {
      expect(() => measure([7])).toThrow(new RangeError('a scale needs at least 2 steps, got 1'))
    },
  )

  test('property: stays between 0 and 1, and is 1 exactly when everybody chose the same step', () => {
    fc.assert(
      fc.property(stepCountsOfAtLeast(2), (steps) => {
        const agreement = withinGroupAgreement(steps) ?? Number.NaN
        expect(agreement >= 0 && agreement <= 1).toBe(true)
        expect(agreement === 1).toBe(steps.filter((count) => count > 0).length === 1)
      }),
    )
  })

  test('property: people are apart by at most half the scale', () => {
    fc.assert(
      fc.property(stepCountsOfAtLeast(2), (steps) => {
        const apart = averageDeviation(steps) ?? Number.NaN
        expect(apart >= 0 && apart <= (steps.length - 1) / 2).toBe(true)
      }),
    )
  })

  test('property: reading the scale backwards changes nothing, not even the word', () => {
    fc.assert(
      fc.property(stepCounts, (steps) => {
        const backwards = steps.toReversed()
        for (const measure of [sampleVariance, averageDeviation, withinGroupAgreement, agreementWord]) {
          expect(measure(backwards)).toBe(measure(steps))
        }
      }),
    )
  })

  test('property: everyone answering twice leaves the deviation and never lowers agreement', () => {
    fc.assert(
      fc.property(stepCountsOfAtLeast(2), (steps) => {
        const twice = steps.map((count) => count * 2)
        expect(averageDeviation(twice)).toBeCloseTo(averageDeviation(steps) ?? Number.NaN, 12)
        expect(withinGroupAgreement(twice)).toBeGreaterThanOrEqual(withinGroupAgreement(steps) ?? Number.NaN)
      }),
    )
  })
})

describe('agreement on a set of items', () => {
  test('worked by hand: two items with variances 8/30 and 17/30 have q 5/24, so 38/43', () => {
    const items = [stepsFrom([3, 4, 4, 4, 4, 3]), stepsFrom([3, 3, 4, 4, 4, 5])]
    expect(items.map(sampleVariance)).toEqual([8 / 30, 17 / 30])
    expect(withinGroupAgreementOfSet(items)).toBeCloseTo(38 / 43, 12)
  })

  test('of one item is the agreement on that item', () => {
    expect(withinGroupAgreementOfSet([[0, 0, 2, 2, 0]])).toBeCloseTo(5 / 6, 12)
  })

  test('leaves out items with fewer than two ratings', () => {
    const items = [
      [0, 0, 2, 2, 0],
      [0, 0, 0, 0, 1],
      [0, 0, 0, 0, 0],
    ]
    expect(withinGroupAgreementOfSet(items)).toBeCloseTo(5 / 6, 12)
    expect(withinGroupAgreementOfSet(items.slice(1))).toBeNull()
    expect(withinGroupAgreementOfSet([])).toBeNull()
  })

  test('is 0 when the set spreads wider than random answering', () => {
    expect(withinGroupAgreementOfSet(Array(11).fill([5, 0, 0, 0, 5]))).toBe(0)
  })

  test('refuses items on scales of different length', () => {
    const refusal = new RangeError('the items of a set share one scale')
    const items = [
      [1, 1],
      [1, 1, 1],
    ]
    expect(() => withinGroupAgreementOfSet(items)).toThrow(refusal)
  })

  test('property: stays between 0 and 1', () => {
    const items = fc.array(fc.array(fc.nat({ max: 9 }), { minLength: 5, maxLength: 5 }), { maxLength: 6 })
    fc.assert(
      fc.property(items, (set) => {
        const agreement = withinGroupAgreementOfSet(set) ?? 0
        expect(agreement >= 0 && agreement <= 1).toBe(true)
      }),
    )
  })
})

describe('the word', () => {
  test.each<[string, number[], AgreementWord | null]>([
    ['is not said below five ratings', [0, 0, 4, 0, 0], null],
    ['is not said of nobody', [0, 0, 0, 0, 0], null],
    ['is agreed from five equal ratings', [0, 0, 5, 0, 0], 'agreed'],
    ['is agreed at r_wg 0.70 exactly', [0, 0, 3, 5, 3], 'agreed'],
    ['is mixed just below 0.70', [0, 0, 4, 7, 6], 'mixed'],
    ['is divided when people spread as wide as random answering', [1, 1, 1, 1, 1], 'divided'],
    ['is divided at r_wg 0 though only one of five lies low', [1, 0, 0, 0, 4], 'divided'],
    ['is divided at r_wg 0 though as many stand in the middle', [2, 0, 2, 0, 2], 'divided'],
    ['is divided in two camps with fewer in the middle than in either', [0, 3, 2, 3, 0], 'divided'],
    ['is not divided when as many stand in the middle as in the smaller camp', [0, 3, 3, 4, 0], 'mixed'],
    ['is divided when a camp is exactly a quarter', [0, 2, 0, 6, 0], 'divided'],
    ['is not divided when the low camp is below a quarter', [0, 2, 1, 6, 0], 'mixed'],
    ['is not divided when the high camp is below a quarter', [0, 6, 1, 2, 0], 'mixed'],
    ['is divided before it is agreed', [0, 4, 0, 4, 0].map((count) => count * 9), 'divided'],
    ['knows no middle on four steps', [0, 5, 5, 0], 'divided'],
    ['knows a middle on seven steps', [0, 0, 4, 4, 4, 0, 0], 'agreed'],
    ['knows two camps on seven steps', [0, 0, 4, 3, 4, 0, 0], 'divided'],
    ['is divided on two steps when a quarter differs', [2, 6], 'divided'],
  ])('%s', (_name, steps, expected) => {
    expect(agreementWord(steps)).toBe(expected)
  })
})

describe('quartiles', () => {
  test('worked in R: quantile(c(2, 3, 3, 4, 4, 5)) gives 3, 3.5 and 4', () => {
    expect(quartiles(stepsFrom([2, 3, 3, 4, 4, 5]))).toEqual({ lower: 3, median: 3.5, upper: 4 })
  })

  test('worked by hand: 1, 2, 4, 5 lie at 1.75, 3 and 4.25', () => {
    expect(quartiles(stepsFrom([1, 2, 4, 5]))).toEqual({ lower: 1.75, median: 3, upper: 4.25 })
  })

  test('of one rating are that rating, and of none are not there', () => {
    expect(quartiles([0, 0, 0, 1, 0])).toEqual({ lower: 4, median: 4, upper: 4 })
    expect(quartiles([0, 0, 0, 0, 0])).toBeNull()
  })

  test('property: lie in order on the scale, and mirror when the scale is read backwards', () => {
    fc.assert(
      fc.property(stepCountsOfAtLeast(1), (steps) => {
        const { lower, median, upper } = quartiles(steps) ?? { lower: 0, median: 0, upper: 0 }
        expect([1, lower, median, upper, steps.length].toSorted((a, b) => a - b)).toEqual([
          1,
          lower,
          median,
          upper,
          steps.length,
        ])
        const mirrored = { lower: steps.length + 1 - upper, median: steps.length + 1 - median }
        expect(quartiles(steps.toReversed())).toMatchObject(mirrored)
      }),
    )
  })
})

test('most divided first: by word, then by how far people are apart, and what is not known last', () => {
  const order: Dividedness[] = [
    { word: 'divided', averageDeviation: 1.6 },
    { word: 'divided', averageDeviation: 0.9 },
    { word: 'divided', averageDeviation: null },
    { word: 'mixed', averageDeviation: 1.1 },
    { word: 'agreed', averageDeviation: 0.4 },
    { word: 'agreed', averageDeviation: 0 },
    { word: 'agreed', averageDeviation: null },
    { word: null, averageDeviation: 2 },
    { word: null, averageDeviation: null },
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(order, { minLength: order.length }), (shuffled) => {
      expect(shuffled.toSorted(compareMostDivided)).toEqual(order)
    }),
  )
})
