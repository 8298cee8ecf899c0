import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenDimensions, comparableItems, type Descent, scoresContinue } from '../../server/domain/lineage.ts'

const item = (id: string, dimension = 'human', perspective = 'internal') => ({
  id,
  dimension,
  perspective,
  reverse: false,
})
const kept = (id: string, was: string[] = [id], comparable = true): Descent => ({ id, was, comparable })

describe('items of two versions', () => {
  test('of the same version are each their own', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), (ids) => {
        const pairs = comparableItems(
          [],
          ids.map((id) => ({ id })),
        )
        expect([...pairs]).toEqual(ids.map((id) => [id, id]))
      }),
    )
  })

  test('may be put side by side when every version between says so', () => {
    const second = [kept('b', ['a']), kept('c'), kept('new', []), kept('merged', ['c', 'd'])]
    const third = [kept('d', ['b']), kept('c', ['c'], false), kept('new'), kept('merged')]
    const pairs = comparableItems([second, third], [{ id: 'd' }, { id: 'c' }, { id: 'new' }, { id: 'merged' }])
    expect([...pairs]).toEqual([['d', 'a']])
  })
})

describe('scores of two rounds', () => {
  const asked = [item('a'), item('b'), item('c', 'human', 'external'), item('d', 'human', 'external')]
  const same = comparableItems([], asked)

  test('go on when at least half of every cell was asked before too', () => {
    expect(scoresContinue(asked, new Set(['a', 'c']), same)).toBe(true)
  })

  test('break when one cell has nothing to stand on', () => {
    expect(scoresContinue(asked, new Set(['a', 'b']), same)).toBe(false)
  })

  test('break when items were asked before in words that cannot be compared', () => {
    const pairs = comparableItems([[kept('a', ['a'], false), kept('b', ['b'], false), kept('c'), kept('d')]], asked)
    expect(scoresContinue(asked, new Set(['a', 'b', 'c', 'd']), pairs)).toBe(false)
  })

  test('break in the dimensions that changed and in no other', () => {
    const both = [...asked, item('e', 'natural'), item('f', 'natural')]
    const pairs = comparableItems(
      [[kept('a'), kept('b'), kept('c', [], false), kept('d', ['c', 'd'], false), kept('e'), kept('f', ['f'], false)]],
      both,
    )
    const earlier = new Set(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(brokenDimensions(both, earlier, pairs)).toEqual(['human'])
  })
})
