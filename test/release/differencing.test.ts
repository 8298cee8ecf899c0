import { describe, expect, test } from 'vitest'
import { type ShownPlace, shownPlace, showsFew } from '../../server/release/differencing.ts'

/** What a release showed: for each group, or `-` for none that is shown, who rated what. */
function shown(groups: Readonly<Record<string, Readonly<Record<string, string>>>>): ShownPlace {
  const ratings = Object.entries(groups).flatMap(([group, people]) =>
    Object.entries(people).map(([id, rating]) => [id, { population: group === '-' ? null : group, rating }] as const),
  )
  return { ratings: new Map(ratings) }
}

/** So many people of one kind. */
function crowd(kind: string, count: number, rating = '3'): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${kind}${index}`, rating]))
}

describe('what was shown gives a figure of few people', () => {
  test('when one to four are left beside a group', () => {
    expect(showsFew([shown({ staff: crowd('s', 6), '-': crowd('c', 4) })], 5)).toBe(true)
    expect(showsFew([shown({ staff: crowd('s', 6), '-': crowd('c', 5) })], 5)).toBe(false)
    expect(showsFew([shown({ staff: crowd('s', 6) })], 5)).toBe(false)
  })

  test('when one to four came', () => {
    const first = shown({ '-': crowd('s', 8) })
    expect(showsFew([first, shown({ '-': { ...crowd('s', 8), ...crowd('t', 4) } })], 5)).toBe(true)
    expect(showsFew([first, shown({ '-': { ...crowd('s', 8), ...crowd('t', 5) } })], 5)).toBe(false)
  })

  test('when one to four left and came again as if they were others', () => {
    const first = shown({ '-': { ...crowd('s', 8), ...crowd('left', 3, '1') } })
    expect(showsFew([first, shown({ '-': { ...crowd('s', 8), ...crowd('came', 4, '5') } })], 5)).toBe(true)
    expect(showsFew([first, shown({ '-': { ...crowd('s', 8), ...crowd('came', 5, '5') } })], 5)).toBe(false)
  })

  test('when one to four changed what they said', () => {
    const first = shown({ '-': { ...crowd('s', 8), ...crowd('t', 4, '1') } })
    expect(showsFew([first, shown({ '-': { ...crowd('s', 8), ...crowd('t', 4, '5') } })], 5)).toBe(true)
    expect(showsFew([first, first], 5)).toBe(false)
  })

  test('when a group is shown that was too small before, and only it grew', () => {
    const first = shown({ '-': { ...crowd('s', 3), ...crowd('c', 9) } })
    const grown = { ...crowd('s', 3), ...crowd('t', 5) }
    expect(showsFew([first, shown({ staff: grown, '-': crowd('c', 9) })], 5)).toBe(true)
    expect(showsFew([first, shown({ '-': { ...grown, ...crowd('c', 9) } })], 5)).toBe(false)
  })

  test('when what was left beside one group before is left beside another one now', () => {
    // First customers beside three staff and six suppliers; then suppliers beside the staff and the customers.
    const [staff, customers, suppliers] = [crowd('s', 3), crowd('c', 6), crowd('u', 6)]
    const first = shown({ customer: customers, '-': { ...staff, ...suppliers } })
    const second = shown({ supplier: suppliers, '-': { ...staff, ...customers } })
    expect(showsFew([first, second], 5)).toBe(true)
  })

  test('not when it rests on two kinds of people who are five together', () => {
    // The staff said something else later, so that only the two who stayed and the three who came are left beside it.
    const first = shown({ '-': { ...crowd('s', 8, '1'), ...crowd('t', 2) } })
    const came = { ...crowd('t', 2), ...crowd('u', 3) }
    expect(showsFew([first, shown({ staff: crowd('s', 8, '5'), '-': came })], 5)).toBe(false)
    expect(showsFew([first, shown({ staff: crowd('s', 8, '5'), '-': came })], 6)).toBe(true)
  })

  test('is taken for granted when there are too many small kinds of people to look through', () => {
    const kinds = Array.from({ length: 12 }, (_, index) => crowd(`k${index}`, 1))
    const releases = kinds.map((_, index) => shown({ '-': Object.assign({}, ...kinds.slice(0, index + 1)) }))
    expect(showsFew(releases, 5)).toBe(true)
  })
})

describe('what a release showed at a place', () => {
  test('is every rating there, with the group that is shown', () => {
    const answers = new Map([
      ['a', '3?'],
      ['b', '.5'],
      ['c', '-1'],
    ])
    const staff = { group: 'staff', members: [{ respondentId: 'b' }] }
    expect([...shownPlace(answers, [staff], 1).ratings]).toEqual([
      ['b', { population: 'staff', rating: '5' }],
      ['c', { population: null, rating: '1' }],
    ])
  })
})
