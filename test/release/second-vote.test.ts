import { describe, expect, test } from 'vitest'
import { agreementWord } from '../../server/domain/agreement.ts'
import type { Instrument } from '../../server/domain/instrument.ts'
import type { Contributor } from '../../server/release/contributors.ts'
import { makeRelease } from '../../server/release/release.ts'
import { rulesOf } from '../../server/release/rules.ts'
import { wordWithoutScore } from '../../server/release/words.ts'

const INSTRUMENT: Instrument = {
  dimensions: ['human', 'natural'],
  perspectives: ['internal', 'external'],
  horizons: ['now'],
  scale: { min: 1, max: 5 },
  balance: false,
  items: [
    { id: 'i01', dimension: 'human', perspective: 'internal', reverse: false },
    { id: 'i02', dimension: 'natural', perspective: 'external', reverse: false },
  ],
}

/** One person for each text: an answer to each item. */
function vote(...answers: string[]) {
  const contributors = answers.map((text, index): Contributor => {
    return { respondentId: `r${index}`, group: index % 2 === 0 ? 'staff' : 'management', answers: text }
  })
  const rules = rulesOf('anonymous', 5, false)
  const groups = ['staff', 'management']
  return makeRelease({ instrument: INSTRUMENT, groups, contributors, earlier: [], rules })?.figures
}

describe('the release of a second vote', () => {
  test('says that people agree now, also when all gave the same answer', () => {
    const figures = vote(...Array.from({ length: 8 }, () => '44'))
    expect(figures?.items.map(({ agreement, score }) => [agreement.word, score])).toEqual([
      ['agreed', null],
      ['agreed', null],
    ])
  })

  test('has scores of items from ten ratings', () => {
    const figures = vote(...Array.from({ length: 12 }, (_, index) => (index % 3 === 0 ? '24' : '43')))
    expect(figures?.items.map(({ score }) => score)).toEqual([58, 58])
  })

  test('has no score of a capital, nor of a group, whatever was answered', () => {
    for (const figures of [vote(...Array(12).fill('24')), vote(...Array(8).fill('15'))]) {
      const scores = Object.values(figures?.horizons ?? {}).flatMap(({ level, dimensions }) => {
        return [level, ...Object.values(dimensions).flatMap(({ score, cells }) => [score, ...Object.values(cells)])]
      })
      expect(new Set(scores)).toEqual(new Set([null]))
      for (const { horizons } of Object.values(figures?.groups ?? {})) {
        const ofGroup = Object.values(horizons ?? {}).flatMap(({ dimensions }) => Object.values(dimensions))
        expect(ofGroup.filter(({ score }) => score !== null)).toEqual([])
      }
    }
  })

  test('shows nothing of fewer than five', () => {
    expect(vote('44', '44', '44', '44')?.items.map(({ agreement }) => agreement.word)).toEqual([null, null])
  })
})

/**
 * Every table of answers to one item by six to nine people, and every two of them who tell each other theirs: the word
 * leaves open what each of the others answered. At five only `divided` is said.
 */
test('a word by itself tells two who compare notes no other rating', () => {
  let tried = 0
  for (let n = 5; n <= 9; n += 1) {
    const tables = tablesOf(n).map((steps) => ({ steps, word: wordWithoutScore(steps, false) }))
    for (const [one, two] of pairs()) {
      const possible = new Map<string | null, number[][]>()
      for (const { steps, word } of tables) {
        const others = steps.with(one, (steps[one] ?? 0) - 1)
        others[two] = (others[two] ?? 0) - 1
        if (others.some((count) => count < 0)) continue
        possible.set(word, [...(possible.get(word) ?? []), others])
      }
      for (const [word, list] of possible) {
        tried += list.length
        const rated = [0, 1, 2, 3, 4].filter((step) => list.every((others) => others[step] === n - 2))
        expect(rated, `${n} people, ${word}, ${one + 1} and ${two + 1} are known`).toEqual([])
      }
    }
  }
  expect(tried).toBeGreaterThan(10_000)
  expect(agreementWord([0, 0, 0, 8, 0])).toBe('agreed')
})

function tablesOf(n: number): number[][] {
  const fill = (steps: number, left: number): number[][] => {
    if (steps === 1) return [[left]]
    return Array.from({ length: left + 1 }, (_, count) =>
      fill(steps - 1, left - count).map((rest) => [count, ...rest]),
    ).flat()
  }
  return fill(5, n)
}

function pairs(): [number, number][] {
  return [0, 1, 2, 3, 4].flatMap((one) =>
    [0, 1, 2, 3, 4].flatMap((two): [number, number][] => (two < one ? [] : [[one, two]])),
  )
}
