import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Answer,
  answerCharacter,
  emptySheet,
  isAnswered,
  isOnScale,
  readAnswer,
  slotOf,
} from '../../server/domain/answer.ts'
import { fivePoint } from './arbitraries.ts'

describe('a sheet', () => {
  test('starts with nothing answered, one place for each item and horizon', () => {
    expect(emptySheet(3, 2)).toBe('......')
  })

  test('holds all horizons of the first item, then all of the second', () => {
    const places = [0, 1, 2].flatMap((item) => [0, 1].map((horizon) => slotOf(item, horizon, 2)))
    expect(places).toEqual([0, 1, 2, 3, 4, 5])
  })

  test.each([
    ['......', false],
    ['', false],
    ['...3..', true],
    ['.....?', true],
    ['-.....', true],
  ])('%j takes part: %s', (sheet, expected) => {
    expect(isAnswered(sheet)).toBe(expected)
  })
})

describe('an answer on a sheet', () => {
  test.each<[Answer, string]>([
    [{ rating: 1 }, '1'],
    [{ rating: 5 }, '5'],
    [{ missing: 'unknown' }, '?'],
    [{ missing: 'not_applicable', reason: 'we have no suppliers' }, '-'],
  ])('%j is kept as %s', (answer, character) => {
    expect(answerCharacter(answer, fivePoint)).toBe(character)
  })

  test('counts steps from 1 whatever the scale begins with', () => {
    expect(answerCharacter({ rating: -2 }, { min: -2, max: 2 })).toBe('1')
    expect(readAnswer('5', { min: -2, max: 2 })).toEqual({ rating: 2 })
  })

  test('that is not there yet reads as nothing, which is neither unknown nor not applicable', () => {
    expect(readAnswer('.', fivePoint)).toBeUndefined()
    expect(readAnswer('?', fivePoint)).toEqual({ missing: 'unknown' })
    expect(readAnswer('-', fivePoint)).toEqual({ missing: 'not_applicable' })
  })

  test.each([0, 6, 3.5, Number.NaN])('with rating %d is refused on a scale of 1 to 5', (rating) => {
    expect(isOnScale(rating, fivePoint)).toBe(false)
    expect(() => answerCharacter({ rating }, fivePoint)).toThrow(new RangeError(`rating ${rating} is outside 1..5`))
  })

  test.each(['0', '6', 'x', ' ', ''])('read from a damaged sheet, %j, is refused', (character) => {
    const damage = new RangeError(`'${character}' is no answer on a scale of 5 steps`)
    expect(() => readAnswer(character, fivePoint)).toThrow(damage)
  })

  test('property: every rating of every scale comes back as it was given', () => {
    const scales = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 8 }))
    fc.assert(
      fc.property(scales, fc.nat({ max: 8 }), ([min, width], step) => {
        const scale = { min, max: min + width }
        const answer = { rating: min + (step % (width + 1)) }
        expect(readAnswer(answerCharacter(answer, scale), scale)).toEqual(answer)
      }),
    )
  })
})
