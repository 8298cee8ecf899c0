import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countsAt, foldSheets, keyedSteps, type RatingCounts, ratingsIn } from '../../server/domain/counts.ts'
import { countsOf, ratingCounts, sheetsOf } from './arbitraries.ts'

describe('foldSheets', () => {
  test('three people, two items: ratings and each kind of missing are counted apart', () => {
    expect(foldSheets(['5?', '4.', '4-'], 2, 5)).toEqual([
      { steps: [0, 0, 0, 2, 1], unknown: 0, notApplicable: 0, unanswered: 0 },
      { steps: [0, 0, 0, 0, 0], unknown: 1, notApplicable: 1, unanswered: 1 },
    ])
  })

  test('the lowest and the highest step of a scale of nine are steps too', () => {
    expect(foldSheets(['19'], 2, 9).map(({ steps }) => steps)).toEqual([
      [1, 0, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0, 0, 1],
    ])
  })

  test('nobody gives zeros for every item that is asked', () => {
    expect(foldSheets([], 2, 5)).toEqual([countsOf([0, 0, 0, 0, 0]), countsOf([0, 0, 0, 0, 0])])
  })

  test.each(['123', '1'])('the sheet %j is refused where two answers are asked', (sheet) => {
    const refusal = new RangeError(`a sheet of ${sheet.length} answers where 2 are asked`)
    expect(() => foldSheets([sheet], 2, 5)).toThrow(refusal)
  })

  test.each(['0', '6', 'x', ' '])('the character %j is refused on a scale of five', (character) => {
    const refusal = new RangeError(`'${character}' is no answer on a scale of 5 steps`)
    expect(() => foldSheets([character], 1, 5)).toThrow(refusal)
  })

  test('property: folding two groups apart and adding them up is folding them together', () => {
    fc.assert(
      fc.property(sheetsOf(3), sheetsOf(3), (some, others) => {
        const apart = foldSheets(some, 3, 5).map((counts, slot) => added(counts, foldSheets(others, 3, 5)[slot]))
        expect(foldSheets([...some, ...others], 3, 5)).toEqual(apart)
      }),
    )
  })

  test('property: the order of respondents makes no difference, and nobody is lost', () => {
    fc.assert(
      fc.property(sheetsOf(3), (sheets) => {
        const folded = foldSheets(sheets, 3, 5)
        expect(foldSheets(sheets.toReversed(), 3, 5)).toEqual(folded)
        for (const counts of folded) {
          const { unknown, notApplicable, unanswered } = counts
          expect(ratingsIn(counts) + unknown + notApplicable + unanswered).toBe(sheets.length)
        }
      }),
    )
  })
})

describe('rating counts', () => {
  test('have as many ratings as people who chose a step, whoever else answered', () => {
    expect(ratingsIn(countsOf([1, 0, 2, 0, 4], { unknown: 8, notApplicable: 16, unanswered: 32 }))).toBe(7)
  })

  test('of a reverse-keyed item read backwards', () => {
    const counts = countsOf([1, 2, 3, 4, 5])
    expect(keyedSteps(counts, true)).toEqual([5, 4, 3, 2, 1])
    expect(keyedSteps(counts, false)).toEqual([1, 2, 3, 4, 5])
  })

  test('property: are not changed by reading them backwards', () => {
    fc.assert(
      fc.property(ratingCounts, (counts) => {
        const before = structuredClone(counts)
        keyedSteps(counts, true)
        expect(counts).toEqual(before)
      }),
    )
  })

  test('are found by item and horizon', () => {
    const folded = foldSheets(['1234'], 4, 5)
    expect(countsAt(folded, 1, 0, 2)).toEqual(countsOf([0, 0, 1, 0, 0]))
    expect(() => countsAt(folded, 2, 0, 2)).toThrow(new RangeError('no counts for item 2 on horizon 0'))
  })
})

function added(a: RatingCounts, b: RatingCounts | undefined): RatingCounts {
  if (b === undefined) throw new Error('the folds differ in length')
  return {
    steps: a.steps.map((count, step) => count + (b.steps[step] ?? 0)),
    unknown: a.unknown + b.unknown,
    notApplicable: a.notApplicable + b.notApplicable,
    unanswered: a.unanswered + b.unanswered,
  }
}
