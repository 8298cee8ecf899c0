import { describe, expect, test } from 'vitest'
import { FULL_RANGE, knownRange, roomsOf, tellsTooMuch } from '../../server/release/alike.ts'
import { allScoresOf, takesAnEnd } from '../../server/release/ends.ts'

/** Whether ratings of one item on five steps tell too much. */
function tell(ratings: string): boolean {
  const sheets = Array.from(ratings, (rating) => [25 * (Number(rating) - 1)])
  return tellsTooMuch(roomsOf(sheets, [FULL_RANGE]), 25)
}

describe('a score tells too much', () => {
  test.each([
    ['when all others chose an end', '11155', true],
    ['when they did but for one step, so that hiding it does not say that they did', '11255', true],
    ['not when they are two steps away', '12255', false],
    ['at the other end too', '55111', true],
    ['not when people agreed in the middle', '33333', false],
    // The others could be 2, 3 and 4 as well, and with 1, 1, 2, 3, 4 it would be hidden.
    ['when others who agreed would cross the line by moving apart', '11333', true],
    ['not when that line is further', '113333', false],
    ['of fewer than three people always', '35', true],
  ])('%s', (_name, ratings, expected) => {
    expect(tell(ratings)).toBe(expected)
  })

  test('sooner when more is said of the answers', () => {
    const rooms = roomsOf(
      Array.from('1122255', (rating) => [25 * (Number(rating) - 1)]),
      [FULL_RANGE],
    )
    expect(tellsTooMuch(rooms, 25)).toBe(false)
    expect(tellsTooMuch(rooms, 25, 2)).toBe(true)
  })

  test('of nobody is nothing', () => {
    expect(tellsTooMuch([], 25)).toBe(false)
  })
})

describe('the room of a person', () => {
  test('is a part of the mean over items, where an item that fewer rated weighs more', () => {
    const rooms = roomsOf(
      [
        [100, 50],
        [0, null],
      ],
      [FULL_RANGE, FULL_RANGE],
    )
    // The first item has two ratings and the second one: its score counts twice.
    expect(rooms).toEqual([
      { below: 50 + 50, above: 0 + 50 },
      { below: 0, above: 50 },
    ])
  })

  test('ends where it is known that answers end, two people left aside', () => {
    expect(knownRange([0, 25, 25, 50, 75, 75, 100])).toEqual({ lowest: 25, highest: 75 })
    expect(roomsOf([[100]], [{ lowest: 25, highest: 75 }])).toEqual([{ below: 75, above: 0 }])
  })
})

describe('some people take an end', () => {
  const everybody = [[100], [100], [100], [75], [75], [75], [50], [50], [25], [0]]
  const all = allScoresOf(everybody, 1)

  test('when but for two they gave the highest of all ratings', () => {
    expect(takesAnEnd([[100], [100], [100], [0], [25]], all, 25)).toBe(true)
  })

  test('or the lowest', () => {
    expect(takesAnEnd([[0], [25], [50], [100], [100]], all, 25)).toBe(true)
  })

  test('and not when others gave higher and lower', () => {
    expect(takesAnEnd([[75], [75], [75], [50], [50]], all, 25)).toBe(false)
  })

  test('on all items together', () => {
    const two = everybody.map(([score]) => [score ?? null, 50])
    const own = [
      [100, 50],
      [100, 50],
      [100, 50],
      [0, 50],
      [25, 50],
    ]
    expect(takesAnEnd(own, allScoresOf(two, 2), 12.5)).toBe(true)
  })
})
