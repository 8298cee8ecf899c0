import { expect, test } from 'vitest'
import { comparePeriods } from '../../server/domain/periods.ts'

test('a year comes after the quarters that end before it, and before those that end after it', () => {
  const periods = ['2027-Q1', '2026', '2026-Q1', '2025', '2026-Q3']
  expect(periods.toSorted(comparePeriods)).toEqual(['2025', '2026-Q1', '2026-Q3', '2026', '2027-Q1'])
})

test('of a year and its last quarter neither comes first: what was there first stays first', () => {
  expect(comparePeriods('2026', '2026-Q4')).toBe(0)
  expect(['2026-Q4', '2026', '2026-Q4'].toSorted(comparePeriods)).toEqual(['2026-Q4', '2026', '2026-Q4'])
})
