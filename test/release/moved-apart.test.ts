import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { movedApart } from '../../server/release/moved-apart.ts'

describe('people who answered nearly alike', () => {
  test.each<[string, number, number[], number[]]>([
    [
      'all the same: they move apart until no two can know the others',
      25,
      [50, 50, 50, 50, 50, 50],
      [25, 25, 50, 50, 75, 75],
    ],
    ['all but two: two of the others move', 25, [0, 50, 50, 50, 50, 100], [0, 25, 50, 50, 75, 100]],
    [
      'a step of a cell of four items is too near: they move as far as counts',
      6.25,
      [0, 50, 50, 50, 100],
      [0, 43.75, 50, 56.25, 100],
    ],
    ['all but three stay as they are', 25, [0, 0, 50, 50, 50, 100], [0, 0, 50, 50, 50, 100]],
    ['nobody moves beyond an end of the scale', 25, [0, 0, 0, 0, 0, 25], [0, 0, 0, 0, 0, 25]],
    ['nobody is nobody', 25, [], []],
  ])('%s', (_name, unit, scores, expected) => {
    expect(movedApart(scores, unit)).toEqual(expected)
  })

  test('property: have the same mean afterwards, and stay on the scale', () => {
    const unit = 12.5
    const steps = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 15 })
    fc.assert(
      fc.property(steps, (chosen) => {
        const scores = chosen.map((step) => step * unit)
        const apart = movedApart(scores, unit)
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
        expect(sum(apart)).toBe(sum(scores))
        expect(apart.every((score) => score >= 0 && score <= 100)).toBe(true)
        expect(movedApart(scores.toReversed(), unit)).toEqual(apart)
      }),
    )
  })
})
