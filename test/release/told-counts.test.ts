import { expect, test } from 'vitest'
import { tellCount } from '../../server/release/told-counts.ts'

test('everybody reads a count from five on, and of fewer that they are fewer, nought too', () => {
  const few = { count: null, reason: 'fewer-than-five' }
  expect([0, 1, 4].map(tellCount)).toEqual([few, few, few])
  expect([5, 20].map(tellCount)).toEqual([
    { count: 5, reason: null },
    { count: 20, reason: null },
  ])
})
