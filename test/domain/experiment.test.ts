import { assert, date, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween, quarterOf } from '../../server/domain/experiment.ts'

const DAY_MS = 86_400_000
const day = date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((time) =>
  time.toISOString().slice(0, 10),
)

describe('days of an experiment', () => {
  test('are those of the calendar, over leap days and turns of the year', () => {
    expect(daysBetween('2026-11-02', '2026-11-02')).toBe(0)
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3)
    expect(daysBetween('2028-02-27', '2028-03-02')).toBe(4)
    expect(daysBetween('2100-02-28', '2100-03-01')).toBe(1)
    expect(daysBetween('2026-12-28', '2027-02-08')).toBe(42)
    expect(daysBetween('2026-11-02', '2026-11-01')).toBe(-1)
  })

  test('agree with the clock of the machine for any two days', () => {
    assert(
      property(day, day, (from, to) => {
        expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / DAY_MS)
      }),
    )
  })

  test('belong to a quarter', () => {
    const days = ['2026-01-01', '2026-03-31', '2026-04-01', '2026-09-30', '2026-12-31', '0999-07-01']
    expect(days.map(quarterOf)).toEqual(['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '0999-Q3'])
  })
})
