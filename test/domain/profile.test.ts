import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CAPITALS } from '../../server/domain/capitals.ts'
import {
  balance,
  balanceOf,
  floor,
  imbalanceCost,
  isOutOfBalance,
  level,
  type Profile,
  profileOf,
} from '../../server/domain/profile.ts'
import type { ScoredItem } from '../../server/domain/score.ts'
import { score } from './arbitraries.ts'
import { vectors } from './vectors.ts'

const sixCapitals = { dimensions: CAPITALS, perspectives: ['internal', 'external'], balance: true }
const sixScores = fc.array(score, { minLength: 6, maxLength: 6 })

/** One item for each cell: internal as given for each capital, external the same but for what is given. */
function itemsOf(internal: readonly (number | null)[], external: readonly (number | null)[] = internal): ScoredItem[] {
  const cells = { internal, external }
  return Object.entries(cells).flatMap(([perspective, scores]) =>
    CAPITALS.map((dimension, place) => ({ dimension, perspective, score: scores[place] ?? null, applicable: true })),
  )
}

describe('balance', () => {
  test.each(Object.entries(vectors.six_value_profiles))('of the worked profile %s is as worked', (_name, worked) => {
    const { arithmeticMean, geometricMean, balance, imbalanceCost } = balanceOf(worked.x)
    expect(arithmeticMean).toBeCloseTo(worked.AM, 4)
    expect(geometricMean).toBeCloseTo(worked.GM, 4)
    expect(balance).toBeCloseTo(worked.balance, 6)
    expect(1 - balance).toBeCloseTo(worked.A1, 6)
    expect(imbalanceCost).toBeCloseTo(worked.AM - worked.GM, 3)
  })

  test('worked by hand: scores 0 and 100 become 1 and 100, with means 50.5 and 10', () => {
    expect(level([0, 100])).toBe(50)
    expect(balance([0, 100])).toBeCloseTo(10 / 50.5, 12)
    expect(imbalanceCost([0, 100])).toBeCloseTo(40.5, 12)
  })

  test('one capital at zero does not wipe out the other five', () => {
    expect(balance([80, 80, 80, 80, 80, 0])).toBeGreaterThan(0.5)
  })

  test('with level and cost is not there when one score is missing, or all are', () => {
    for (const scores of [[50, 50, 50, 50, 50, null], [null], []]) {
      expect([level(scores), balance(scores), imbalanceCost(scores)]).toEqual([null, null, null])
    }
  })

  test.each([[[]], [[0, 50]], [[-1]]])('of %j is refused, because it is taken of values above 0', (values) => {
    expect(() => balanceOf(values)).toThrow(RangeError)
  })

  test('property: lies above 0 and at most at 1, and the cost at 0 or more', () => {
    fc.assert(
      fc.property(sixScores, (scores) => {
        const found = balance(scores) ?? Number.NaN
        expect(found > 0 && found <= 1).toBe(true)
        expect(imbalanceCost(scores)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('property: is 1 without cost when all scores are equal', () => {
    fc.assert(
      fc.property(score, (value) => {
        const equal = Array(6).fill(value)
        expect(balance(equal)).toBeCloseTo(1, 12)
        expect(balance(equal)).toBeLessThanOrEqual(1)
        expect(imbalanceCost(equal)).toBeCloseTo(0, 10)
        expect(imbalanceCost(equal)).toBeGreaterThanOrEqual(0)
        expect(level(equal)).toBeCloseTo(value, 10)
      }),
    )
  })

  test('property: the order of capitals makes no difference', () => {
    fc.assert(
      fc.property(sixScores, (scores) => {
        expect(balance(scores.toReversed())).toBeCloseTo(balance(scores) ?? Number.NaN, 12)
        expect(level(scores.toReversed())).toBeCloseTo(level(scores) ?? Number.NaN, 10)
      }),
    )
  })

  test('property: moving points from a higher to a lower capital never costs balance', () => {
    fc.assert(
      fc.property(sixScores, fc.double({ min: 0, max: 0.5, noNaN: true }), ([low = 0, high = 0, ...others], part) => {
        const moved = (high - low) * part
        const before = balance([low, high, ...others]) ?? Number.NaN
        expect(balance([low + moved, high - moved, ...others])).toBeGreaterThanOrEqual(before - 1e-12)
      }),
    )
  })
})

describe('the floor', () => {
  const order = ['human', 'social', 'natural']

  test.each([
    ['is the lowest', { human: 40, social: 30, natural: 70 }, ['social']],
    ['names all that share the lowest place', { natural: 30, human: 30, social: 70 }, ['human', 'natural']],
    ['names ties but for binary noise', { human: 0.1 + 0.2, social: 0.3, natural: 1 }, ['human', 'social']],
    ['names all when all are equal', { human: 0, social: 0, natural: 0 }, order],
    ['is empty when one has no score', { human: 40, social: null, natural: 30 }, []],
    ['is empty when one is not there', { human: 40, natural: 30 }, []],
  ])('%s', (_name, scores, expected) => {
    expect(floor(scores, order)).toEqual(expected)
  })
})

describe('the gate', () => {
  const fine = [50, 50, 50]

  test.each<[string, (number | null)[], (number | null)[], boolean | null]>([
    ['stays shut on the lines themselves', [25, 25], fine, false],
    ['opens when one cell lies below 25', [24.9, 90], fine, true],
    ['stays shut when a cell is 25 but for binary noise', [24.999999999999996, 90], fine, false],
    ['stays shut when one dimension lies below 50', [90], [49.9, 50, 90], false],
    ['opens when two dimensions lie below 50', [90], [49.9, 49.9, 90], true],
    ['stays shut when two are 50 but for binary noise', [90], [49.99999999999999, 49.99999999999999], false],
    ['says nothing when a cell is missing', [0, null], fine, null],
    ['says nothing when a dimension is missing', [90], [0, 0, null], null],
    ['says nothing about nothing', [], [], null],
  ])('%s', (_name, cells, dimensions, expected) => {
    expect(isOutOfBalance(cells, dimensions)).toBe(expected)
  })
})

describe('profileOf', () => {
  test('shows scores, cells, evenness over all and per perspective, and the gate', () => {
    const profile = profileOf(sixCapitals, itemsOf([80, 60, 40, 70, 50, 30], [60, 60, 60, 60, 60, 30]))
    expect(profile.dimensions['human']).toEqual({ score: 70, cells: { internal: 80, external: 60 } })
    expect(profile.level).toBeCloseTo(55, 12)
    expect(profile.balance).toBeCloseTo(balance([70, 60, 50, 65, 55, 30]) ?? Number.NaN, 12)
    expect(profile.imbalanceCost).toBeCloseTo(imbalanceCost([70, 60, 50, 65, 55, 30]) ?? Number.NaN, 12)
    expect(profile.floor).toEqual(['financial'])
    expect(profile.outOfBalance).toBe(false)
    expect(profile.perspectives['internal']?.balance).toBe(balance([80, 60, 40, 70, 50, 30]))
    expect(profile.perspectives['external']).toMatchObject({ level: 55, floor: ['financial'] })
  })

  test('keeps the order of the instrument', () => {
    const profile = profileOf(sixCapitals, itemsOf([50, 50, 50, 50, 50, 50]).toReversed())
    expect(Object.keys(profile.dimensions)).toEqual([...CAPITALS])
    expect(Object.keys(profile.perspectives)).toEqual(['internal', 'external'])
    expect(profile.floor).toEqual([...CAPITALS])
  })

  test('is out of balance when one of the twelve cells is, however high its capital', () => {
    const profile = profileOf(sixCapitals, itemsOf([20, 90, 90, 90, 90, 90], [90, 90, 90, 90, 90, 90]))
    expect(profile.dimensions['human']?.score).toBe(55)
    expect(profile.outOfBalance).toBe(true)
  })

  test('without one cell has no score for that capital and nothing over all six, but does for the other side', () => {
    const profile = profileOf(sixCapitals, itemsOf([80, 60, 40, 70, 50, 30], [null, 60, 60, 60, 60, 30]))
    expect(profile.dimensions['human']).toEqual({ score: null, cells: { internal: 80, external: null } })
    expect(profile.dimensions['social']?.score).toBe(60)
    expect(withoutDimensions(profile)).toEqual({ ...nothing, outOfBalance: null })
    expect(profile.perspectives['external']).toEqual(nothing)
    expect(profile.perspectives['internal']?.floor).toEqual(['financial'])
  })

  test('skips a perspective that a dimension is not asked from, and misses a dimension without items', () => {
    const items = itemsOf([80, 60, 40, 70, 50, 30])
    const humanInsideOnly = items.filter((item) => item.dimension !== 'human' || item.perspective === 'internal')
    const profile = profileOf(sixCapitals, humanInsideOnly)
    expect(profile.dimensions['human']).toEqual({ score: 80, cells: { internal: 80 } })
    expect(profile.level).toBeCloseTo(55, 12)
    expect(profile.outOfBalance).toBe(true)
    expect(profile.perspectives['external']).toEqual(nothing)
    const withoutHuman = profileOf(
      sixCapitals,
      items.filter((item) => item.dimension !== 'human'),
    )
    expect(withoutHuman.dimensions['human']).toEqual({ score: null, cells: {} })
    expect(withoutDimensions(withoutHuman)).toEqual({ ...nothing, outOfBalance: null })
  })

  test('asks for a perspective whose items nobody could rate: it is missing, not skipped', () => {
    const items = itemsOf([80, 60, 40, 70, 50, 30]).map((item) =>
      item.dimension === 'human' && item.perspective === 'external'
        ? { ...item, score: null, applicable: false }
        : item,
    )
    expect(profileOf(sixCapitals, items).dimensions['human']?.score).toBeNull()
  })

  test('of an instrument to which balance does not apply has scores only', () => {
    const profile = profileOf({ ...sixCapitals, balance: false }, itemsOf([80, 60, 40, 70, 50, 10]))
    expect(profile.dimensions['financial']?.score).toBe(10)
    expect(withoutDimensions(profile)).toEqual({ ...nothing, outOfBalance: null })
    expect(profile.perspectives).toEqual({ internal: nothing, external: nothing })
  })

  test('refuses an item that feeds what the instrument does not declare', () => {
    const [item] = itemsOf([50])
    if (item === undefined) throw new Error('there is an item')
    const dimension = new RangeError("the instrument has no dimension 'spiritual'")
    expect(() => profileOf(sixCapitals, [{ ...item, dimension: 'spiritual' }])).toThrow(dimension)
    const perspective = new RangeError("the instrument has no perspective 'above'")
    expect(() => profileOf(sixCapitals, [{ ...item, perspective: 'above' }])).toThrow(perspective)
  })

  test('property: the order of items makes no difference', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(itemsOf([80, 60, 40, 70, 50, 30]), { minLength: 12 }), (items) => {
        expect(profileOf(sixCapitals, items)).toEqual(profileOf(sixCapitals, itemsOf([80, 60, 40, 70, 50, 30])))
      }),
    )
  })
})

const nothing = { level: null, balance: null, imbalanceCost: null, floor: [] }

function withoutDimensions({ level, balance, imbalanceCost, floor, outOfBalance }: Profile): Partial<Profile> {
  return { level, balance, imbalanceCost, floor, outOfBalance }
}

test('a cell that the instrument asks about and the round does not has no score, nor has its dimension', () => {
  const item = { dimension: 'human', perspective: 'internal', score: 50, applicable: true }
  const asked = ['internal', 'external'].map((perspective) => ({ dimension: 'human', perspective }))
  const instrument = { dimensions: ['human'], perspectives: ['internal', 'external'], balance: true }
  expect(profileOf({ ...instrument, asked }, [item]).dimensions['human']).toEqual({
    score: null,
    cells: { internal: 50, external: null },
  })
  expect(profileOf(instrument, [item]).dimensions['human']).toEqual({ score: 50, cells: { internal: 50 } })
})
