import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChangeWord, pairedChange, seededGenerator, unpairedChange } from '../../server/domain/change.ts'
import { singleSheetChange } from '../../server/domain/sheet-change.ts'
import { score, sheetsOf } from './arbitraries.ts'
import { vectors } from './vectors.ts'

const SEED = 2026

const uneven = [1, 7.3, -22.9, 41.1, 58.7, 80.3, 12.7]

describe('change of the same respondents', () => {
  test.each(vectors.paired_exact)('of differences $d is as worked', (worked) => {
    const { n, mean, interval, signFlipP } = pairedChange(worked.d, SEED)
    expect(n).toBe(worked.d.length)
    expect(mean).toBeCloseTo(worked.mean, 12)
    expect(interval?.[0]).toBeCloseTo(worked.exact_bootstrap_95[0], 12)
    expect(interval?.[1]).toBeCloseTo(worked.exact_bootstrap_95[1], 12)
    expect(signFlipP).toBe(worked.signflip[0] / worked.signflip[1])
  })

  test("Darwin's fifteen pairs of maize: all 32,768 flips are counted", () => {
    expect(pairedChange(vectors.signflip_darwin.diffs_eighth_inch, SEED).signFlipP).toBe(vectors.signflip_darwin.p)
  })

  test.each<[string, number[], ChangeWord]>([
    ['too few to say below six, however clear', [50, 50, 50, 50, 50], 'too_few_to_say'],
    ['too few to say about nobody', [], 'too_few_to_say'],
    ['increased at exactly half a step', [12.5, 12.5, 12.5, 12.5, 12.5, 12.5], 'increased'],
    ['decreased at exactly half a step', [-12.5, -12.5, -12.5, -12.5, -12.5, -12.5], 'decreased'],
    ['no clear difference just below half a step', [12.4, 12.4, 12.4, 12.4, 12.4, 12.4], 'no_clear_difference'],
    ['no clear difference with 0 in the interval', [100, 100, 0, -25, -25, -25], 'no_clear_difference'],
    ['no clear difference when the interval touches 0', [0, 0, 0, 0, 0, 75], 'no_clear_difference'],
    ['no clear difference when nothing changed', [0, 0, 0, 0, 0, 0], 'no_clear_difference'],
    ['increased with seven', [25, 25, 0, 50, 25, 25, 12.5], 'increased'],
    ['decreased with seven', [-25, -25, 0, -50, -25, -25, -12.5], 'decreased'],
  ])('%s', (_name, differences, expected) => {
    expect(pairedChange(differences, SEED).word).toBe(expected)
  })

  test('has no numbers without respondents', () => {
    expect(pairedChange([], SEED)).toMatchObject({ n: 0, mean: null, interval: null, signFlipP: null })
  })

  test('six uneven differences have the interval of all 46,656 resamples, counted in Python, whatever the seed', () => {
    for (let seed = 0; seed < 10; seed += 1) {
      const { interval } = pairedChange(uneven.slice(0, 6), seed)
      expect(interval?.[0]).toBeCloseTo(-0.2833333333, 9)
      expect(interval?.[1]).toBeCloseTo(56.4333333333, 9)
    }
  })

  test('seven uneven differences have a drawn interval: another seed draws another, near to it', () => {
    const drawn = [1, 3].map((seed) => pairedChange(uneven, seed).interval?.[0] ?? 0)
    expect(new Set(drawn).size).toBe(2)
    for (const low of drawn) expect(Math.abs(low - 1.6)).toBeLessThan(0.5)
  })

  test('the order in which people joined changes nothing that is drawn', () => {
    const sixteen = [...vectors.signflip_darwin.diffs_eighth_inch, 12]
    for (let seed = 0; seed < 5; seed += 1) {
      expect(pairedChange(uneven.toReversed(), seed)).toEqual(pairedChange(uneven, seed))
      expect(pairedChange(sixteen.toReversed(), seed)).toEqual(pairedChange(sixteen, seed))
    }
  })

  test('the interval of seven, drawn, is that of all 823,543 resamples, counted apart, to the nearest rank', () => {
    const { interval } = pairedChange([10, 20, 30, 40, 50, 60, 70], SEED)
    expect(interval?.[0]).toBeCloseTo(180 / 7, 9)
    expect(interval?.[1]).toBeCloseTo(380 / 7, 9)
  })

  test('the flips of sixteen, drawn, come near to all 65,536, and another seed draws others', () => {
    const darwinAndOne = [...vectors.signflip_darwin.diffs_eighth_inch, 0]
    const drawn = [1, 2, 3, 4].map((seed) => pairedChange(darwinAndOne, seed).signFlipP ?? Number.NaN)
    for (const p of drawn) expect(Math.abs(p - vectors.signflip_darwin.p)).toBeLessThan(0.008)
    expect(new Set(drawn).size).toBeGreaterThan(1)
  })

  test('drawn flips never give p 0', () => {
    expect(pairedChange(Array(40).fill(25), SEED).signFlipP).toBe(1 / 10_001)
  })

  test('property: the interval holds the mean and lies within the differences', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 8 }), (differences) => {
        const { interval, mean, signFlipP } = pairedChange(differences, SEED)
        const [low, high] = interval ?? [Number.NaN, Number.NaN]
        const inOrder = [Math.min(...differences), low, mean ?? Number.NaN, high, Math.max(...differences)]
        for (const [place, value] of inOrder.slice(1).entries()) {
          expect(value).toBeGreaterThanOrEqual((inOrder[place] ?? Number.NaN) - 1e-9)
        }
        expect(signFlipP).toBeGreaterThan(0)
        expect(signFlipP).toBeLessThanOrEqual(1)
      }),
      { numRuns: 20 },
    )
  })

  test('property: up to six, turning every difference turns word and interval', () => {
    const differences = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 6, maxLength: 6 })
    const opposite: Partial<Record<ChangeWord, ChangeWord>> = { increased: 'decreased', decreased: 'increased' }
    fc.assert(
      fc.property(differences, (points) => {
        const found = pairedChange(points, SEED)
        const turned = pairedChange(
          points.map((point) => -point),
          SEED,
        )
        expect(turned.signFlipP).toBe(found.signFlipP)
        if (found.word !== turned.word) expect(turned.word).toBe(opposite[found.word])
        expect(turned.mean).toBeCloseTo(-(found.mean ?? Number.NaN), 9)
      }),
      { numRuns: 10 },
    )
  })
})

describe('change of two groups of other people', () => {
  const low = [10, 15, 20, 25, 30, 35]
  const high = low.map((value) => value + 40)
  const stairs = [10, 20, 30, 40, 50, 60]

  test.each<[string, number[], number[], ChangeWord]>([
    ['increased', low, high, 'increased'],
    ['decreased', high, low, 'decreased'],
    ['too few to say with five before', low.slice(1), high, 'too_few_to_say'],
    ['too few to say with five after', low, high.slice(1), 'too_few_to_say'],
    ['too few to say without anybody', [], high, 'too_few_to_say'],
    [
      'no clear difference when people differ as much as the groups',
      [0, 100, 0, 100, 0, 100],
      [20, 100, 40, 100, 20, 100],
      'no_clear_difference',
    ],
    ['no clear difference when the groups are alike', low, low, 'no_clear_difference'],
    [
      'no clear difference below half a step, however sure',
      Array(20).fill(40),
      Array(20).fill(52.4),
      'no_clear_difference',
    ],
    ['increased at exactly half a step', Array(20).fill(40), Array(20).fill(52.5), 'increased'],
    ['increased when 36 of 924 partings are as far apart, p 0.039', stairs, stairs.map((at) => at + 26), 'increased'],
    ['no clear difference when 52 are, p 0.056', stairs, stairs.map((at) => at + 25), 'no_clear_difference'],
  ])('%s', (_name, before, after, expected) => {
    expect(unpairedChange(before, after, SEED).word).toBe(expected)
  })

  test('worked by hand: of the 924 ways to part 1..6 and 11..16, two are as far apart, so p is near 2/924', () => {
    const { permutationP, mean } = unpairedChange([1, 2, 3, 4, 5, 6], [11, 12, 13, 14, 15, 16], SEED)
    expect(mean).toBe(10)
    expect(permutationP).toBeGreaterThan(0.001)
    expect(permutationP).toBeLessThan(0.004)
  })

  test('worked by hand: of the 3 ways to pick one of 1, 2, 9, only 9 is as far apart, so p is near 1/3', () => {
    expect(unpairedChange([1, 2], [9], SEED).permutationP).toBeCloseTo(1 / 3, 1)
    expect(unpairedChange([9], [1, 2], SEED).permutationP).toBeCloseTo(1 / 3, 1)
  })

  test('p is 1 when all are equal and never 0 when nothing could be further apart', () => {
    expect(unpairedChange([50, 50], [50, 50], SEED).permutationP).toBe(1)
    const apart = unpairedChange(Array(30).fill(0), Array(30).fill(100), SEED)
    expect(apart.permutationP).toBe(1 / 10_001)
  })

  test('has no numbers when a group is empty', () => {
    expect(unpairedChange([], [1], SEED)).toEqual({
      before: 0,
      after: 1,
      mean: null,
      permutationP: null,
      word: 'too_few_to_say',
    })
  })

  test('leaves the given scores as they are, and their order makes no difference', () => {
    const before = Object.freeze([31, 10, 62, 45, 44])
    const after = Object.freeze([20, 48, 55, 90])
    const found = unpairedChange(before, after, SEED)
    expect(unpairedChange(before.toReversed(), after.toReversed(), SEED)).toEqual(found)
  })
})

describe('change on a single sheet', () => {
  test('lists what rose and what fell, and only where both sheets hold a rating', () => {
    expect(singleSheetChange('13?5.-22', '2235-4.?')).toEqual({ rose: [0], fell: [1] })
  })

  test('refuses sheets of different length, and a damaged sheet', () => {
    expect(() => singleSheetChange('12', '123')).toThrow(new RangeError('sheets of 2 and 3 answers'))
    expect(() => singleSheetChange('1', '0')).toThrow(new RangeError("'0' is no answer on any scale"))
    expect(() => singleSheetChange('x', '1')).toThrow(new RangeError("'x' is no answer on any scale"))
  })

  test('property: read the other way round, what rose fell', () => {
    fc.assert(
      fc.property(sheetsOf(6), ([before = '......', after = '......']) => {
        const { rose, fell } = singleSheetChange(before, after)
        expect(singleSheetChange(after, before)).toEqual({ rose: fell, fell: rose })
        expect(singleSheetChange(before, before)).toEqual({ rose: [], fell: [] })
      }),
    )
  })
})

describe('the seeded generator', () => {
  test('gives the published row of mulberry32 for seed 1', () => {
    const random = seededGenerator(1)
    expect([random(), random(), random()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522])
  })

  test('spreads evenly from 0 up to 1', () => {
    const random = seededGenerator(SEED)
    const tenths = Array<number>(10).fill(0)
    for (let draw = 0; draw < 10_000; draw += 1) {
      const tenth = Math.floor(random() * 10)
      tenths[tenth] = (tenths[tenth] ?? 0) + 1
    }
    expect(tenths).toHaveLength(10)
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })

  test.each([0.5, Number.NaN])('refuses the seed %d', (seed) => {
    expect(() => seededGenerator(seed)).toThrow(new RangeError(`a seed is a whole number, got ${seed}`))
  })
})
