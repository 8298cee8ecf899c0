import { describe, expect, test } from 'vitest'
import type { Rules } from '../../server/release/rules.ts'
import { otherRound, suspectsIn } from './others.ts'
import { ALL_RULES, instrumentOf, publish, Random, type Round, randomRound, sheetsAbout } from './rounds.ts'
import { type Pinned, workOut } from './sums.ts'

const ROUNDS_OF_SUMS = 400
const ROUNDS_OF_OTHERS = 40

describe('in larger rounds with groups and releases in between', () => {
  test(`nobody is pinned by adding and subtracting what is published, in ${ROUNDS_OF_SUMS} rounds`, () => {
    const random = new Random(1)
    for (let round = 0; round < ROUNDS_OF_SUMS; round += 1) expect(workOut(randomRound(random))).toEqual([])
  })

  const without: readonly (readonly [string, Partial<Rules>])[] = [
    ['the threshold', { threshold: 1 }],
    ['the complement', { complement: false }],
    ['the re-release rule', { reRelease: false }],
    ['the rule about answers that are alike', { alike: false }],
  ]

  test.each(without)('somebody is pinned without %s', (_rule, off) => {
    const random = new Random(1)
    const rounds = Array.from({ length: 150 }, () => randomRound(random, { ...ALL_RULES, ...off }))
    expect(rounds.flatMap(workOut).length).toBeGreaterThan(0)
  })

  test(`whoever could be known by one answer could have given another, in ${ROUNDS_OF_OTHERS} rounds`, () => {
    const random = new Random(2)
    let suspects = 0
    for (let round = 0; round < ROUNDS_OF_OTHERS; round += 1) {
      const one = firstRelease(randomRound(random))
      for (const suspect of suspectsIn(random, one)) {
        suspects += 1
        const other = otherRound(random, one, suspect)
        expect(other, `round ${round}: ${JSON.stringify(suspect)}`).toBeDefined()
      }
    }
    console.log(
      `${suspects} people in ${ROUNDS_OF_OTHERS} rounds, each of them with another answer that reads the same`,
    )
    expect(suspects).toBeGreaterThan(100)
  })
})

function firstRelease(round: Round): Round {
  const people = round.people.map(({ group, sheets }) => ({ group, sheets: sheets.slice(0, 1) }))
  return { ...round, people: people.filter(({ sheets }) => sheets[0] !== null), releases: 1 }
}

describe('planted in a larger round', () => {
  const random = new Random(3)
  const instrument = instrumentOf([2, 2])
  const crowd = (group: string | null, size: number, first = 0) =>
    sheetsAbout(random, [2.6, 3.2, 3.6, 2.9], size, 'plain').map((sheet) => ({
      group,
      sheets: [first === 0 ? sheet : null, sheet],
    }))
  const pinnedIn = (people: Round['people'], releases: number, off: Partial<Rules> = {}): Pinned[] =>
    workOut({ instrument, people, releases, rules: { ...ALL_RULES, ...off } })

  test('one person beside a group of six is known without the complement rule, and not with it', () => {
    const people = [...crowd('staff', 6), { group: 'management', sheets: ['5555'] }]
    expect(pinnedIn(people, 1)).toEqual([])
    expect(pinnedIn(people, 1, { complement: false }).map(({ from }) => from)).toContain(' + all 0 - staff 0')
  })

  test('one newcomer is known without the re-release rule, and not with it', () => {
    const people = [...crowd('staff', 6), { group: 'staff', sheets: [null, '1111'] }]
    expect(pinnedIn(people, 2)).toEqual([])
    expect(pinnedIn(people, 2, { reRelease: false }).length).toBeGreaterThan(0)
  })

  test('three of a group that was too small at first are not known when it has grown', () => {
    // All the newcomers are staff: what staff has now, less what everybody gained, is what the first three answered.
    const people = [...crowd('staff', 3), ...crowd('customer', 9), ...crowd('staff', 5, 1)]
    expect(pinnedIn(people, 2)).toEqual([])
    const [, second] = publish({ instrument, people, releases: 2, rules: ALL_RULES })
    expect(second?.figures.n).toBe(17)
    expect(second?.figures.groups['staff']).toMatchObject({ n: 8 })
    expect(second?.figures.groups['staff']?.horizons?.['now']?.dimensions['d0']?.score).toBeNull()
  })

  test('two of a group that others left are not known', () => {
    const leaving = crowd('staff', 5).map(({ group, sheets }) => ({ group, sheets: [sheets[0] ?? null, null] }))
    const people = [...leaving, ...crowd('staff', 2), ...crowd('customer', 12)]
    expect(pinnedIn(people, 2)).toEqual([])
  })
})

describe('in typical rounds of 12 to 40 people in two to four groups', () => {
  test.each([
    ['the pulse, two items in a cell', 2, 0.99, 0.75],
    ['the full questionnaire, four items in a cell', 4, 0.99, 0.8],
  ])('nearly every score is shown: %s', (name, itemsInCell, floorOfAll, floorOfGroups) => {
    const random = new Random(4)
    const instrument = instrumentOf(Array(12).fill(itemsInCell))
    const shown = { all: 0, groups: 0 }
    const asked = { all: 0, groups: 0 }
    for (let round = 0; round < 40; round += 1) {
      const means = instrument.items.map(() => 1.8 + 2.4 * random.next())
      const sizes = Array.from({ length: random.integer(2, 4) }, () => random.integer(6, 10))
      const people = sizes.flatMap((size, group) =>
        sheetsAbout(random, means, size, 'plain').map((sheet) => ({ group: `g${group}`, sheets: [sheet] })),
      )
      const [made] = publish({ instrument, people, releases: 1, rules: ALL_RULES })
      for (const { population, perspective, score } of made?.cells ?? []) {
        if (perspective === 'all') continue
        const which = population === 'all' ? 'all' : 'groups'
        asked[which] += 1
        if (score !== null) shown[which] += 1
      }
    }
    const share = { all: shown.all / asked.all, groups: shown.groups / asked.groups }
    console.log(`${name}: ${percent(share.all)} of all cells and ${percent(share.groups)} of groups' cells are shown`)
    expect(share.all).toBeGreaterThanOrEqual(floorOfAll)
    expect(share.groups).toBeGreaterThanOrEqual(floorOfGroups)
  })
})

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
