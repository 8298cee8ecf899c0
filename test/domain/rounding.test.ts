import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBelow, roundHalfUp, roundToStep } from '../../server/domain/rounding.ts'

describe('roundHalfUp', () => {
  test.each([
    [62.5, 0, 63],
    [62.4, 0, 62],
    [62.49999, 0, 62],
    [0, 0, 0],
    [1.005, 2, 1.01],
    [0.125, 2, 0.13],
    [0.9949, 2, 0.99],
    [1234567, 0, 1234567],
    [-2.5, 0, -2],
    [-2.51, 0, -3],
  ])('%d with %d decimals is %d', (value, decimals, expected) => {
    expect(roundHalfUp(value, decimals)).toBe(expected)
  })

  test('a half that binary arithmetic keeps just below the half still goes up', () => {
    expect(roundHalfUp(62.49999999999999)).toBe(63)
  })

  test.each([-0.5, -0.2, -0])('%d becomes 0 and not minus 0', (value) => {
    expect(Object.is(roundHalfUp(value), 0)).toBe(true)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is refused', (value) => {
    expect(() => roundHalfUp(value)).toThrow(new RangeError(`cannot round ${value}`))
  })

  test('property: never further than a half from the value, and rounding again changes nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), fc.nat({ max: 3 }), (value, decimals) => {
        const rounded = roundHalfUp(value, decimals)
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-8)
        expect(roundHalfUp(rounded, decimals)).toBe(rounded)
      }),
    )
  })
})

describe('roundToStep', () => {
  test.each([
    [0.83, 0.05, 0.85],
    [0.825, 0.05, 0.85],
    [0.82, 0.05, 0.8],
    [0.149, 0.05, 0.15],
    [87.4, 5, 85],
    [87.5, 5, 90],
    [0.01, 0.05, 0],
  ])('%d in steps of %d is %d', (value, step, expected) => {
    expect(roundToStep(value, step)).toBe(expected)
  })

  test.each([0, -5, Number.NaN])('a step of %d is refused', (step) => {
    expect(() => roundToStep(10, step)).toThrow(new RangeError(`a step is above 0, got ${step}`))
  })
})

describe('isBelow', () => {
  test.each([
    [24.99, 25, true],
    [24.9999999, 25, true],
    [24.999999999999996, 25, false],
    [25, 25, false],
    [25.1, 25, false],
  ])('whether %d is below %d: %s', (value, line, expected) => {
    expect(isBelow(value, line)).toBe(expected)
  })
})
