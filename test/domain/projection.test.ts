import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceChecks } from '../../server/domain/balance-checks.ts'
import { type Baseline, type Effect, projectBalance } from '../../server/domain/projection.ts'

const EVEN: Record<string, Baseline> = {
  human: { score: 60, cells: { internal: 60, external: 60 } },
  natural: { score: 40, cells: { internal: 50, external: 30 } },
}

const effect = (changes: Partial<Effect> = {}): Effect => ({
  dimension: 'natural',
  perspective: 'external',
  effect: 2,
  confidence: 'middle',
  ...changes,
})

const score = fc.integer({ min: 0, max: 100 })
const baselines = fc
  .record({ internal: score, external: score })
  .map((cells): Baseline => ({ score: Math.round((cells.internal + cells.external) / 2), cells }))
const capitals = fc.record({ human: baselines, natural: baselines, financial: baselines })
const effects = fc.array(
  fc.record({
    dimension: fc.constantFrom('human', 'natural', 'financial'),
    perspective: fc.constantFrom('internal', 'external'),
    effect: fc.integer({ min: -2, max: 2 }),
    confidence: fc.constantFrom('low', 'middle', 'high'),
  }),
  { maxLength: 12 },
) satisfies fc.Arbitrary<Effect[]>

describe('the projected balance', () => {
  test('moves a cell by 6.25 points for each step, times how sure people are', () => {
    const { natural } = projectBalance(EVEN, [effect()])
    expect(natural?.cells['external']).toEqual({ low: 33.75, expected: 37.5, high: 41.25 })
    expect(natural?.cells['internal']).toEqual({ low: 50, expected: 50, high: 50 })
  })

  test('moves the capital by the mean of what its perspectives move', () => {
    expect(projectBalance(EVEN, [effect()])['natural']?.score).toEqual({ low: 41.875, expected: 43.75, high: 45.625 })
  })

  test('adds up what several interventions do', () => {
    const { natural } = projectBalance(EVEN, [
      effect({ confidence: 'high' }),
      effect({ effect: -1, confidence: 'low' }),
    ])
    expect(natural?.cells['external']?.expected).toBeCloseTo(30 + 6.25 * (2 * 0.9 - 0.3), 9)
  })

  test('keeps its range around what is expected, also where hopes and fears are mixed', () => {
    const mixed = [effect({ confidence: 'high' }), effect({ effect: -2, confidence: 'low' })]
    const range = projectBalance(EVEN, mixed)['natural']?.cells['external']
    expect([range?.low, range?.expected, range?.high].map((value) => Math.round((value ?? 0) * 100) / 100)).toEqual([
      22.5, 37.5, 37.5,
    ])
  })

  test('has nothing to say where nothing is known', () => {
    const unknown = { human: { score: null, cells: { internal: null, external: 50 } } }
    const projected = projectBalance(unknown, [effect({ dimension: 'human' })])['human']
    expect(projected).toEqual({
      score: null,
      cells: { internal: null, external: { low: 53.75, expected: 57.5, high: 61.25 } },
    })
  })

  test('property: no effects, and effects of 0, change nothing', () => {
    fc.assert(
      fc.property(capitals, effects, (now, given) => {
        const idle = given.map((one) => ({ ...one, effect: 0 }))
        for (const list of [[], idle]) {
          for (const [code, { score: projected, cells }] of Object.entries(projectBalance(now, list))) {
            const known = now[code as keyof typeof now]
            expect(projected).toEqual({ low: known.score, expected: known.score, high: known.score })
            for (const [side, range] of Object.entries(cells)) expect(range?.expected).toBe(known.cells[side])
          }
        }
      }),
    )
  })

  test('property: stays between 0 and 100, and what is expected lies in its range', () => {
    fc.assert(
      fc.property(capitals, effects, (now, given) => {
        for (const { score: range, cells } of Object.values(projectBalance(now, given))) {
          for (const one of [range, ...Object.values(cells)]) {
            if (one === null) throw new Error('a range is missing')
            expect(one.low).toBeGreaterThanOrEqual(0)
            expect(one.low).toBeLessThanOrEqual(one.expected + 1e-9)
            expect(one.expected).toBeLessThanOrEqual(one.high + 1e-9)
            expect(one.high).toBeLessThanOrEqual(100)
          }
        }
      }),
    )
  })

  test('property: the order of the effects makes no difference', () => {
    fc.assert(
      fc.property(capitals, effects, (now, given) => {
        expect(projectBalance(now, given.toReversed())).toEqual(projectBalance(now, given))
      }),
    )
  })

  test('property: a higher effect never lowers anything', () => {
    fc.assert(
      fc.property(capitals, effects, fc.nat(), (now, given, pick) => {
        const place = given.length === 0 ? 0 : pick % given.length
        const raised = given.map((one, index) =>
          index === place ? { ...one, effect: Math.min(2, one.effect + 1) } : one,
        )
        const [before, after] = [projectBalance(now, given), projectBalance(now, raised)]
        for (const [code, { score: range, cells }] of Object.entries(before)) {
          const later = after[code]
          for (const end of ['low', 'expected', 'high'] as const) {
            expect(later?.score?.[end]).toBeGreaterThanOrEqual((range?.[end] ?? 0) - 1e-9)
            for (const [side, one] of Object.entries(cells))
              expect(later?.cells[side]?.[end]).toBeGreaterThanOrEqual((one?.[end] ?? 0) - 1e-9)
          }
        }
      }),
    )
  })
})

describe('the three checks', () => {
  const checksOf = (now: Record<string, Baseline>, given: readonly Effect[]) => {
    const [floor, falls, gap] = balanceChecks(now, projectBalance(now, given))
    return { floor, falls, gap }
  }

  test('the floor rises when the lowest of all is expected higher, whoever is lowest then', () => {
    expect(checksOf(EVEN, [effect()]).floor).toMatchObject({
      answer: 'yes',
      now: 40,
      expected: 44,
      dimensions: ['natural'],
    })
    const swap = [
      effect(),
      effect({ dimension: 'human', effect: -2, confidence: 'high' }),
      effect({ dimension: 'human', perspective: 'internal', effect: -2, confidence: 'high' }),
    ]
    const sunk = { ...EVEN, human: { score: 42, cells: { internal: 42, external: 42 } } }
    expect(checksOf(sunk, swap).floor).toMatchObject({ answer: 'no', dimensions: ['human'] })
    expect(checksOf(EVEN, []).floor?.answer).toBe('no')
  })

  test('something falls when it loses more than 5 points, or comes below 25', () => {
    const small = effect({ dimension: 'human', effect: -1 })
    expect(checksOf(EVEN, [small]).falls).toMatchObject({ answer: 'yes', dimensions: [] })
    const large = effect({ dimension: 'human', effect: -2 })
    expect(checksOf(EVEN, [large]).falls).toMatchObject({ answer: 'no', dimensions: ['human'] })
    const low = { ...EVEN, natural: { score: 35, cells: { internal: 44, external: 26 } } }
    expect(checksOf(low, [effect({ effect: -1, confidence: 'low' })]).falls).toMatchObject({
      answer: 'no',
      dimensions: ['natural'],
    })
  })

  test('what is below 25 already may rise without being named', () => {
    const low = { ...EVEN, natural: { score: 20, cells: { internal: 20, external: 20 } } }
    expect(checksOf(low, [effect({ effect: 1 })]).falls?.answer).toBe('yes')
  })

  test('the gap shrinks when inside and outside come closer on the whole', () => {
    expect(checksOf(EVEN, [effect()]).gap).toMatchObject({ answer: 'yes', now: 10, expected: 6 })
    expect(checksOf(EVEN, [effect({ perspective: 'internal' })]).gap).toMatchObject({
      answer: 'no',
      dimensions: ['natural'],
    })
  })

  test('where every gap is small there is nothing to shrink', () => {
    const even = { human: { score: 50, cells: { internal: 50, external: 52 } } }
    expect(checksOf(even, []).gap?.answer).toBe('not-needed')
  })

  test('a missing score is not 0: the check says that it does not know', () => {
    const missing = { ...EVEN, human: { score: null, cells: { internal: null, external: null } } }
    const { floor, gap, falls } = checksOf(missing, [effect()])
    expect([floor?.answer, gap?.answer, falls?.answer]).toEqual(['unknown', 'unknown', 'yes'])
    expect(checksOf({}, []).falls?.answer).toBe('unknown')
  })
})
