import { describe, expect, test } from 'vitest'
import { wordWithoutScore, wordWithScore } from '../../server/release/words.ts'

describe('the word for an item without a score', () => {
  test.each([
    ['is said from six ratings', [0, 0, 4, 2, 0], false, 'agreed'],
    ['is divided or nothing at five ratings', [2, 0, 0, 0, 3], false, 'divided'],
    ['is nothing at five ratings when it would be agreed', [0, 1, 3, 1, 0], false, null],
    ['is nothing at five ratings when it would be mixed', [0, 1, 1, 2, 1], false, null],
    ['is nothing when the score of the cell gives its sum', [0, 0, 4, 2, 0], true, null],
    ['is nothing on four steps', [0, 4, 2, 0], false, null],
    ['is said from ten ratings, also when it is alone', [1, 1, 8, 1, 1], true, 'mixed'],
  ])('%s', (_name, steps, isAlone, expected) => {
    expect(wordWithoutScore(steps, isAlone)).toBe(expected)
  })
})

describe('the word for an item with its score', () => {
  test('is nothing when it tells that two of the others did not move apart', () => {
    // 1, 4 and eight times 2: variance 0.54, agreed. With 1, 4, 1, 3 and six times 2 it would be 0.77: mixed.
    expect(wordWithScore([1, 8, 0, 1, 0])).toBeNull()
    expect(wordWithScore([2, 6, 1, 1, 0])).toBeNull()
  })

  test('is nothing when it tells that none of the others left the end', () => {
    // 2 and fourteen times 5: variance 0.6, just agreed. With one of them at 4 it is 0.64: mixed.
    expect(wordWithScore([0, 1, 0, 0, 14])).toBeNull()
    expect(wordWithScore([0, 1, 0, 1, 13])).toBeNull()
    // With 2, 4 and fourteen times 5 it is agreed; nearly everyone is said up to three who differ, and then it is mixed.
    expect(wordWithScore([0, 1, 0, 1, 14])).toBeNull()
  })

  test('is said when it would be the same for all answers that read the same', () => {
    expect(wordWithScore([0, 0, 10, 0, 0])).toBe('agreed')
    expect(wordWithScore([0, 1, 8, 1, 0])).toBe('agreed')
    expect(wordWithScore([0, 0, 0, 1, 9])).toBe('agreed')
    expect(wordWithScore([8, 0, 0, 0, 2])).toBe('divided')
  })

  test('is said when five or more lie apart from the most', () => {
    expect(wordWithScore([0, 3, 6, 2, 0])).toBe('agreed')
    expect(wordWithScore([3, 1, 0, 2, 6])).toBe('divided')
  })
})
