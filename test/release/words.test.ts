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
    ['is said at eight ratings on seven steps', [0, 0, 5, 3, 0, 0, 0], false, 'agreed'],
    // With the two at the ends of this known, all six others would be known by `agreed`.
    ['is nothing where it tells of six who are alike', [1, 0, 6, 0, 1, 0, 0], false, null],
    ['is nothing where one of these stands a step away', [1, 0, 5, 1, 1, 0, 0], false, null],
  ])('%s', (_name, steps, isAlone, expected) => {
    expect(wordWithoutScore(steps, isAlone)).toBe(expected)
  })
})

/**
 * Every table of answers by five to nine people on a scale, and every two of them who tell each other theirs: the word
 * leaves open what each of the others answered.
 */
test.each([6, 7, 8])('a word by itself tells two who compare notes no other rating on %i steps', (scale) => {
  for (let n = 5; n <= 9; n += 1) {
    const tables = tablesOf(n, scale).map((steps) => ({ steps, word: wordWithoutScore(steps, false) }))
    const possible = new Map<string, number>()
    for (const { steps, word } of tables) {
      for (const [key, others] of withoutTwo(steps)) {
        const chosen = others.reduce((bits, count, step) => (count > 0 ? bits | (1 << step) : bits), 0)
        possible.set(`${word} ${key}`, (possible.get(`${word} ${key}`) ?? 0) | chosen)
      }
    }
    expect([...possible].filter(([, bits]) => (bits & (bits - 1)) === 0)).toEqual([])
  }
})

function tablesOf(n: number, scale: number): number[][] {
  if (scale === 1) return [[n]]
  return Array.from({ length: n + 1 }, (_, count) => {
    return tablesOf(n - count, scale - 1).map((rest) => [count, ...rest])
  }).flat()
}

/** What is left of answers when two people are known, by what these two chose. */
function withoutTwo(steps: readonly number[]): [string, number[]][] {
  return steps.flatMap((_, one) =>
    steps.flatMap((__, two): [string, number[]][] => {
      const others = steps.map((count, step) => count - Number(step === one) - Number(step === two))
      return two < one || others.some((count) => count < 0) ? [] : [[`${one} ${two}`, others]]
    }),
  )
}

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
