import { describe, expect, test } from 'vitest'
import { type Rules, rulesOf } from '../../server/release/rules.ts'
import { allSheets, type Crowd, findLeaks, oneCell, type SmallRound } from './attacker.ts'
import { instrumentOf } from './rounds.ts'

const RULES = rulesOf('anonymous', 5)

function crowd(group: string | null, size: number, sheets: readonly string[]): Crowd {
  return { group, size, histories: sheets.map((sheet) => [sheet]) }
}

function round(items: number, steps: number, crowds: readonly Crowd[], changes: Partial<SmallRound> = {}): SmallRound {
  return { instrument: oneCell(items, steps), crowds, releases: 1, rules: RULES, ...changes }
}

/** People who answered before the first release and did not change, and people who came before the second. */
function arrivals(first: number, later: number, steps: number, group: string | null = null): readonly Crowd[] {
  return [staying(first, steps, group), { ...staying(later, steps, group), histories: latecomers(steps) }]
}

function staying(size: number, steps: number, group: string | null = null): Crowd {
  return { group, size, histories: allSheets(1, steps).map((sheet) => [sheet, sheet]) }
}

function latecomers(steps: number): Crowd['histories'] {
  return allSheets(1, steps).map((sheet) => [null, sheet])
}

/** People who stay, and people whose sheets are gone before the second release. */
function leaving(stay: number, leave: number, steps: number): readonly Crowd[] {
  return [
    staying(stay, steps),
    { group: null, size: leave, histories: allSheets(1, steps).map((sheet) => [sheet, null]) },
  ]
}

/** Every sheet with a rating or nothing at each item, but for the empty one. */
function withSkipped(items: number, steps: number): string[] {
  const places = allSheets(items, steps + 1).map((sheet) => sheet.replaceAll(String(steps + 1), '.'))
  return places.filter((sheet) => sheet !== '.'.repeat(items))
}

describe('whatever people answered, two of them who tell each other never learn what another one did', () => {
  const rounds: readonly (readonly [string, SmallRound])[] = [
    ['5 people, one item on 5 steps', round(1, 5, [crowd(null, 5, allSheets(1, 5))])],
    ['7 people, one item on 5 steps', round(1, 5, [crowd(null, 7, allSheets(1, 5))])],
    ['10 people, one item on 3 steps', round(1, 3, [crowd(null, 10, allSheets(1, 3))])],
    ['12 people, one item on 5 steps', round(1, 5, [crowd(null, 12, allSheets(1, 5))])],
    ['5 people, two items on 3 steps', round(2, 3, [crowd(null, 5, allSheets(2, 3))])],
    [
      'groups of 5 and 5, one item on 3 steps',
      round(1, 3, [crowd('a', 5, allSheets(1, 3)), crowd('b', 5, allSheets(1, 3))]),
    ],
    [
      'groups of 6 and 3, one item on 3 steps',
      round(1, 3, [crowd('a', 6, allSheets(1, 3)), crowd('b', 3, allSheets(1, 3))]),
    ],
    [
      'a group of 5 and 5 without one, one item on 3 steps',
      round(1, 3, [crowd('a', 5, allSheets(1, 3)), crowd(null, 5, allSheets(1, 3))]),
    ],
    ['6 people who may know nothing, one item on 5 steps', round(1, 5, [crowd(null, 6, [...allSheets(1, 5), '?'])])],
    ['6 people who may skip, two items on 3 steps', round(2, 3, [crowd(null, 6, withSkipped(2, 3))])],
    [
      'groups of 10 and 11, one item on 3 steps',
      round(1, 3, [crowd('a', 10, allSheets(1, 3)), crowd('b', 11, allSheets(1, 3))]),
    ],
    [
      'groups of 5, 5 and 5, one item on 3 steps',
      round(1, 3, [crowd('a', 5, allSheets(1, 3)), crowd('b', 5, allSheets(1, 3)), crowd('c', 5, allSheets(1, 3))]),
    ],
    ['6 people and then 6 more, one item on 3 steps', round(1, 3, arrivals(6, 6, 3), { releases: 2 })],
    ['10 people and then 7 more, one item on 3 steps', round(1, 3, arrivals(10, 7, 3), { releases: 2 })],
    ['10 people of whom 5 leave, one item on 3 steps', round(1, 3, leaving(5, 5, 3), { releases: 2 })],
    [
      'a group of 3 that grows to 8, beside 6 others, one item on 3 steps',
      round(1, 3, [...arrivals(3, 5, 3, 'a'), staying(6, 3, 'b')], { releases: 2 }),
    ],
    ['5 people and then 1 more, one item on 5 steps', round(1, 5, arrivals(5, 1, 5), { releases: 2 })],
    ['5 people and then 5 more, one item on 3 steps', round(1, 3, arrivals(5, 5, 3), { releases: 2 })],
  ]

  test.each(rounds)('%s', (_name, small) => {
    const { tables, leaks } = findLeaks(small)
    expect(tables).toBeGreaterThan(20)
    expect(leaks.slice(0, 3)).toEqual([])
  })
})

describe('nor do they learn it from what is said to have changed since a round of which they know every answer', () => {
  const known: readonly (readonly [string, (steps: number) => readonly number[]])[] = [
    ['six who chose the lowest step', () => [1, 1, 1, 1, 1, 1]],
    ['ten who chose the middle', (steps) => Array<number>(10).fill(Math.ceil(steps / 2))],
    ['six on the two lowest steps', () => [1, 1, 1, 2, 2, 2]],
    ['twenty on the two highest', (steps) => Array.from({ length: 20 }, (_, person) => steps - (person % 2))],
    ['ten on every step', (steps) => Array.from({ length: 10 }, (_, person) => 1 + (person % steps))],
  ]
  const rounds: readonly (readonly [string, number, SmallRound])[] = [
    ['6 people, one item on 5 steps', 1, round(1, 5, [crowd(null, 6, allSheets(1, 5))])],
    ['7 people who may know nothing', 1, round(1, 5, [crowd(null, 7, [...allSheets(1, 5), '?'])])],
    ['8 people, one item on 5 steps', 1, round(1, 5, [crowd(null, 8, allSheets(1, 5))])],
    ['10 people, one item on 5 steps', 1, round(1, 5, [crowd(null, 10, allSheets(1, 5))])],
    ['6 people, two items on 3 steps', 2, round(2, 3, [crowd(null, 6, allSheets(2, 3))])],
    [
      '6 people, an item inside and one outside on 3 steps',
      2,
      { ...round(2, 3, [crowd(null, 6, allSheets(2, 3))]), instrument: instrumentOf([1, 1], 3) },
    ],
  ]

  test.each(rounds)('%s', (_name, items, small) => {
    // Rounds of two items are many: there two earlier rounds have to do.
    for (const [name, ratingsOn] of items === 1 ? known : known.slice(0, 2)) {
      const before = ratingsOn(small.instrument.scale.max).map((rating) => String(rating).repeat(items))
      const { leaks } = findLeaks({ ...small, before })
      expect(leaks.slice(0, 3), `since ${name}`).toEqual([])
    }
  })
})

describe('each rule is needed: without it the attacker finds what was planted', () => {
  const sheets = allSheets(1, 3)
  // The rule about answers that are alike would hide these small rounds too: it is left out to see each other rule work.
  const WITHOUT_ALIKE = { ...RULES, alike: false }
  const planted: readonly (readonly [string, Rules, Partial<Rules>, SmallRound, readonly (readonly number[])[]])[] = [
    [
      'three people, without the threshold',
      WITHOUT_ALIKE,
      { threshold: 1 },
      round(1, 3, [crowd(null, 3, sheets)]),
      [[0, 1, 2]],
    ],
    [
      'one person beside a group of five, without the complement',
      WITHOUT_ALIKE,
      { complement: false, precision: false },
      round(1, 3, [crowd('a', 5, sheets), crowd('b', 1, sheets)]),
      [[0, 0, 1, 2, 2], [1]],
    ],
    [
      'one newcomer, without the re-release rule',
      RULES,
      { reRelease: false },
      round(1, 5, arrivals(5, 1, 5), { releases: 2 }),
      [[0, 0, 2, 4, 4], [4]],
    ],
    [
      'six people who agree, without the precision of items',
      RULES,
      { precision: false },
      round(1, 3, [crowd(null, 6, sheets)]),
      [[0, 0, 1, 1, 1, 1]],
    ],
    [
      'five people who all said the same, without the rule about that',
      RULES,
      { alike: false },
      round(1, 3, [crowd(null, 5, sheets)]),
      [[2, 2, 2, 2, 2]],
    ],
    [
      'five who said the same and one who did not, since six on the lowest step, without moving two of them apart',
      RULES,
      { apart: false },
      round(1, 5, [crowd(null, 6, allSheets(1, 5))], { before: Array<string>(6).fill('1') }),
      [[0, 1, 1, 1, 1, 1]],
    ],
  ]

  test.each(planted)('%s', (_what, on, off, small, answers) => {
    expect(findLeaks({ ...small, rules: on }, answers).leaks).toEqual([])
    expect(findLeaks({ ...small, rules: { ...on, ...off } }, answers).leaks.length).toBeGreaterThan(0)
  })
})
