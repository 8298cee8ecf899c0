import { describe, expect, test } from 'vitest'
import { ALL_RULES, instrumentOf, publish, Random, sheetsAbout } from './rounds.ts'

/** The groups whose cells have a score, in a round of groups of these sizes; `loose` people are in no group. */
function shownGroups(itemsInCell: number, sizes: Readonly<Record<string, number>>): string[] {
  const random = new Random(7)
  const instrument = instrumentOf([itemsInCell])
  const means = instrument.items.map(() => 3.1)
  const people = Object.entries(sizes).flatMap(([group, size]) =>
    sheetsAbout(random, means, size, 'plain').map((sheet) => ({
      group: group === 'loose' ? null : group,
      sheets: [sheet],
    })),
  )
  const [made] = publish({ instrument, people, releases: 1, rules: ALL_RULES })
  const cells = made?.cells.filter(({ perspective, score }) => perspective === 'internal' && score !== null) ?? []
  return cells.map(({ population }) => population)
}

describe('a group is shown', () => {
  test.each([
    ['beside nobody', { staff: 11 }, ['all', 'staff']],
    ['beside five others', { staff: 6, loose: 5 }, ['all', 'staff']],
    ['not beside four others', { staff: 7, loose: 4 }, ['all']],
    ['of five, and the other one too', { customer: 5, staff: 6 }, ['all', 'customer', 'staff']],
    ['beside a smaller one that gives way for three others', { customer: 5, staff: 8, loose: 3 }, ['all', 'staff']],
  ])('%s', (_name, sizes, expected) => {
    expect(shownGroups(4, sizes)).toEqual(expected)
  })

  test('with a cell of a single item from ten people, and beside ten', () => {
    expect(shownGroups(1, { customer: 10, staff: 10 })).toEqual(['all', 'customer', 'staff'])
    expect(shownGroups(1, { customer: 9, staff: 20 })).toEqual(['all'])
    expect(shownGroups(1, { staff: 20, loose: 9 })).toEqual(['all'])
  })
})
