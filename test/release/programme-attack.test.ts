import { describe, expect, test } from 'vitest'
import { PROGRAMME_RULES, type ProgrammeRules } from '../../server/release/programme-table.ts'
import type { Contribution } from '../../server/release/publication.ts'
import { type Dice, diceOf } from '../attack/dice.ts'
import { findPinned, rangeOf } from './programme-attacker.ts'
import { AS_ASKED, CELL, type History, publishHistory, randomHistory, type Size } from './programme-history.ts'

/** A part runs with every `npm test`; all of it with `PROGRAMMES=1000`. */
const PROGRAMMES = Number(process.env['PROGRAMMES'] ?? 60)

/** Programmes with rows that take no crowd apart, because so many companies stand in them. */
const WIDE: Size = { fewest: 50, most: 160, quarters: 4 }

function companiesOf(quarter: History[number]): string[] {
  return [...new Set(quarter.flat().map(({ companyId }) => companyId))]
}

/** In how many random programmes somebody's score becomes known to within 5 points, with the help of two others. */
function countLeaks(rules: ProgrammeRules, programmes: number, size: Size, enough = Number.POSITIVE_INFINITY): number {
  let leaks = 0
  for (let seed = 1; seed <= programmes && leaks < enough; seed++) {
    const dice = diceOf(seed)
    const history = randomHistory(dice, size)
    const { quarters } = publishHistory(history, rules)
    const isLeaky = quarters.some((quarter, index) => {
      const ids = companiesOf(history[index] ?? [])
      const tries = Array.from({ length: 2 }, () => (ids.length === 0 ? [] : [dice.pick(ids), dice.pick(ids)]))
      return tries.some((colluders) => findPinned(quarter, colluders, rules).length > 0)
    })
    if (isLeaky) leaks += 1
  }
  return leaks
}

describe('an attacker who knows every n, the algorithm and two companies', () => {
  test('finds nobody to within 5 points in random programmes of eight quarters', () => {
    expect(countLeaks(PROGRAMME_RULES, PROGRAMMES, AS_ASKED)).toBe(0)
  }, 3_000_000)

  test('finds nobody in programmes of 50 companies and more, whose widest rows take no crowd apart', () => {
    expect(countLeaks(PROGRAMME_RULES, Math.ceil(PROGRAMMES / 6), WIDE)).toBe(0)
  }, 3_000_000)

  test.each([
    ['that everybody stays in a crowd', { secondary: false }],
    ['that earlier releases count', { reRelease: false }],
    ['that ends are rounded off', { ends: false }],
    ['that five are needed', { threshold: 3 }],
  ])(
    'finds somebody without the rule %s',
    (_, off) => {
      expect(countLeaks({ ...PROGRAMME_RULES, ...off }, 1000, AS_ASKED, 1)).toBe(1)
    },
    300_000,
  )
})

/** Companies of one park, all with the same score but one of 50. */
function atFifteen(ids: readonly string[]): Contribution[] {
  return ids.map((companyId) => {
    const scores = { [CELL]: companyId === 'c5' ? 50 : 15 }
    return { companyId, park: 'p', region: null, sector: null, scores, themes: null }
  })
}

describe('a company that leaves a quarter with four others, which were not in the quarter before', () => {
  const named = (letter: string, from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `${letter}${from + index}`)
  const later = [...named('c', 0, 5), ...named('d', 4, 9)]
  const history = [[atFifteen(named('c', 0, 12))], [atFifteen([...later, 'c5', ...named('d', 0, 4)]), atFifteen(later)]]

  test('is the difference between two cohorts when the first is forgotten, and the attacker finds its score', () => {
    const rules = { ...PROGRAMME_RULES, cohortSides: false }
    const [quarter = { sums: [], themes: [] }] = publishHistory(history, rules).quarters
    expect(findPinned(quarter, [], rules)).toMatchObject([{ companyId: 'c5', lowest: 46, highest: 54 }])
  })

  test('is not told when every side of a cohort counts as published', () => {
    const { quarters } = publishHistory(history, PROGRAMME_RULES)
    expect(quarters.flatMap((quarter) => findPinned(quarter, [], PROGRAMME_RULES))).toEqual([])
  })
})

describe('the only company of its sector on a park', () => {
  const company = (index: number, park: string, sector: string): Contribution => {
    const scores = { [CELL]: index === 5 ? 50 : 15 }
    return { companyId: `c${index}`, park, region: null, sector, scores, themes: null }
  }
  const history = [
    [Array.from({ length: 15 }, (_, index) => company(index, index < 6 ? 'a' : 'b', index < 5 ? 'food' : 'build'))],
  ]

  test('is the difference between its park and the other sector when rows of a few count as wide', () => {
    const rules = { ...PROGRAMME_RULES, wide: 5 }
    const [quarter = { sums: [], themes: [] }] = publishHistory(history, rules).quarters
    expect(findPinned(quarter, [], rules)).toMatchObject([{ companyId: 'c5', lowest: 46, highest: 52 }])
  })

  test('is not told otherwise', () => {
    const { quarters } = publishHistory(history, PROGRAMME_RULES)
    expect(quarters.flatMap((quarter) => findPinned(quarter, [], PROGRAMME_RULES))).toEqual([])
  })
})

/** Companies of one park in one quarter. */
function onePark(scores: readonly number[]): History {
  return [
    [
      scores.map((score, index): Contribution => {
        const place = { companyId: `c${index}`, park: 'p', region: null, sector: null }
        return { ...place, scores: { [CELL]: score }, themes: null }
      }),
    ],
  ]
}

/** Two low ones who collude, and eight who are alike: all eight stand at the lower quartile or above. */
const ALIKE = [15, 15, 50, 50, 50, 50, 50, 50, 50, 50]

/**
 * Of how many companies no other score can be shown that publishes exactly the same: tried are the scores of others, and
 * moving apart from another by up to ten points. Who is left is not proven to be known.
 */
function countWithoutWitness(history: History, colluders: readonly string[], rules: ProgrammeRules): number {
  const told = publishHistory(history, rules)
  return history.reduce((sum, attempts, quarter) => {
    if (told.quarters[quarter]?.sums.every(({ quartiles }) => quartiles === null) ?? true) return sum
    const others = attempts.at(-1)?.filter(({ companyId }) => !colluders.includes(companyId)) ?? []
    const inQuartiles = new Set(
      told.quarters[quarter]?.sums.flatMap(({ quartiles, members }) =>
        quartiles === null ? [] : members.map(({ companyId }) => companyId),
      ),
    )
    return sum + others.filter((one) => inQuartiles.has(one.companyId) && !hasWitness(one, others)).length

    function hasWitness(one: Contribution, all: readonly Contribution[]): boolean {
      const own = one.scores[CELL] ?? 0
      const possible = [own]
      // Of a score that counts as 15 nobody learns more than that it is 15 or lower, whatever else is told.
      if (rangeOf(possible, rules) > 10) return true
      for (const other of all) {
        const theirs = other.scores[CELL] ?? null
        if (other === one || theirs === null) continue
        for (const [mine, yours] of [[theirs, own], ...apart(own, theirs)]) {
          if (mine === undefined || yours === undefined) continue
          if (rangeOf([...possible, mine], rules) <= rangeOf(possible, rules)) continue
          const changed = withScores(
            history,
            quarter,
            new Map([
              [one.companyId, mine],
              [other.companyId, yours],
            ]),
          )
          if (publishHistory(changed, rules).text === told.text) possible.push(mine)
          if (rangeOf(possible, rules) > 10) return true
        }
      }
      // A little from each of several others, where one alone cannot give it all.
      const near = all.filter((other) => other !== one && other.park === one.park && other.scores[CELL] !== null)
      for (const by of [3, 4, 5, 6, 7, 8, -3, -4, -5, -6, -7, -8]) {
        const some = near.slice(0, Math.abs(by))
        const moved = some.map((other): [string, number] => [
          other.companyId,
          (other.scores[CELL] ?? 0) - Math.sign(by),
        ])
        const scores = new Map([...moved, [one.companyId, own + Math.sign(by) * some.length]])
        if ([...scores.values()].some((score) => score < 0 || score > 100)) continue
        if (publishHistory(withScores(history, quarter, scores), rules).text === told.text)
          possible.push(scores.get(one.companyId) ?? own)
        if (rangeOf(possible, rules) > 10) return true
      }
      return false
    }
  }, 0)
}

function apart(own: number, theirs: number): number[][] {
  return [10, 8, 6, 5, 4, 3, 2, 1, -1, -2, -3, -4, -5, -6, -8, -10]
    .map((by) => [own + by, theirs - by])
    .filter((pair) => pair.every((s) => s >= 0 && s <= 100))
}

/** The same programme with other scores in one quarter, where both attempts had the same. */
function withScores(history: History, quarter: number, scores: ReadonlyMap<string, number>): History {
  return history.map((attempts, index) =>
    index !== quarter
      ? attempts
      : attempts.map((all) =>
          all.map((one) => {
            const score = scores.get(one.companyId)
            return score === undefined ? one : { ...one, scores: { [CELL]: score } }
          }),
        ),
  )
}

describe('quartiles', () => {
  test('tell who all but two are when everybody counts for themselves, and the attacker finds them', () => {
    const rules = { ...PROGRAMME_RULES, alike: false }
    const [quarter] = publishHistory(onePark(ALIKE), rules).quarters
    if (quarter === undefined) throw new Error('nothing was published')
    expect(findPinned(quarter, ['c0', 'c1'], rules)).toEqual([])
    expect(findPinned(quarter, ['c0', 'c1'], rules, { quartiles: true })).toHaveLength(8)
  })

  test('are the same for others of these companies once those who are alike count as their mean', () => {
    expect(countWithoutWitness(onePark(ALIKE), ['c0', 'c1'], PROGRAMME_RULES)).toBe(0)
  })

  test('leave everybody other scores that publish exactly the same, in random programmes', () => {
    let without = 0
    for (let seed = 1; seed <= Math.ceil(PROGRAMMES / 12); seed++) {
      const dice = diceOf(seed)
      // Published once a quarter and with nobody corrected, so that other scores of one quarter are easy to write down.
      const history = randomHistory(dice, { ...AS_ASKED, quarters: 3 }).map((attempts) => attempts.slice(-1))
      without += countWithoutWitness(history, colludersOf(history, dice), PROGRAMME_RULES)
    }
    expect(without).toBe(0)
  }, 3_000_000)
})

function colludersOf(history: History, dice: Dice): string[] {
  const ids = companiesOf(history[0] ?? [])
  return ids.length === 0 ? [] : [dice.pick(ids), dice.pick(ids)]
}
