import { describe, expect, test } from 'vitest'
import { dayIn, daysAfter, momentIn } from '../../server/domain/days.ts'
import {
  comingQuarters,
  datesOf,
  firstDayOf,
  lastDayOf,
  PLAN_ZONE,
  quarterAfter,
  quarterOfDay,
  remindersOf,
  setOf,
} from '../../server/domain/rhythm.ts'

const iso = (time: Date) => time.toISOString()
const rhythm = (from: 'start' | 'end', days: number, openDays = 14) => ({ opens: { from, days }, openDays })

describe('days', () => {
  test('go over the ends of months and years, and over the leap day of a leap year only', () => {
    expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01')
    expect(daysAfter('2027-03-01', -1)).toBe('2027-02-28')
    expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29')
    expect(daysAfter('2100-02-28', 1)).toBe('2100-03-01')
  })

  test('begin in the Netherlands, also while it is still the day before in UTC', () => {
    expect(dayIn(PLAN_ZONE, new Date('2026-12-31T23:30:00.000Z'))).toBe('2027-01-01')
    expect(dayIn(PLAN_ZONE, new Date('2026-06-30T21:59:59.000Z'))).toBe('2026-06-30')
    expect(dayIn(PLAN_ZONE, new Date('2026-06-30T22:00:00.000Z'))).toBe('2026-07-01')
  })

  test('have the same hour on the clock in summer and in winter', () => {
    expect(iso(momentIn(PLAN_ZONE, '2026-01-15', 8))).toBe('2026-01-15T07:00:00.000Z')
    expect(iso(momentIn(PLAN_ZONE, '2026-07-15', 8))).toBe('2026-07-15T06:00:00.000Z')
  })

  test('on which summer time begins or ends are 23 and 25 hours long', () => {
    const hours = (day: string) =>
      (momentIn(PLAN_ZONE, daysAfter(day, 1), 0).getTime() - momentIn(PLAN_ZONE, day, 0).getTime()) / 3_600_000
    expect([hours('2026-03-28'), hours('2026-03-29'), hours('2026-10-25')]).toEqual([24, 23, 25])
    // 02:30 is left out then; 02:30 in autumn comes twice.
    expect(iso(momentIn(PLAN_ZONE, '2026-03-29', 2, 30))).toBe('2026-03-29T01:30:00.000Z')
    expect(iso(momentIn(PLAN_ZONE, '2026-10-25', 2, 30))).toBe('2026-10-25T01:30:00.000Z')
    expect(iso(momentIn('America/New_York', '2026-07-01', 8))).toBe('2026-07-01T12:00:00.000Z')
  })
})

describe('quarters', () => {
  test('begin and end with their months', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOfDay)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ])
    const quarters = ['2028-Q1', '2028-Q2', '2028-Q3', '2028-Q4']
    expect(quarters.map(firstDayOf)).toEqual(['2028-01-01', '2028-04-01', '2028-07-01', '2028-10-01'])
    expect(quarters.map(lastDayOf)).toEqual(['2028-03-31', '2028-06-30', '2028-09-30', '2028-12-31'])
  })

  test('follow each other over the years, forwards and backwards', () => {
    expect(quarterAfter('2026-Q4', 1)).toBe('2027-Q1')
    expect(quarterAfter('2026-Q1', -1)).toBe('2025-Q4')
    expect(quarterAfter('2026-Q2', -6)).toBe('2024-Q4')
  })
})

describe('the round of a quarter', () => {
  test('opens at eight in the morning and asks until the end of its last day', () => {
    const { opensAt, dueAt } = datesOf(rhythm('end', -14), '2026-Q4')
    expect([iso(opensAt), iso(dueAt)]).toEqual(['2026-12-17T07:00:00.000Z', '2026-12-30T22:59:00.000Z'])
  })

  test('asks on as many days as somebody chose, the day of opening and the last one among them', () => {
    const { opensAt, dueAt } = datesOf(rhythm('end', -14, 14), '2026-Q4')
    const days = new Set<string>()
    for (let at = opensAt.getTime(); at <= dueAt.getTime(); at += 3_600_000) days.add(dayIn(PLAN_ZONE, new Date(at)))
    expect(days.size).toBe(14)
    const one = datesOf(rhythm('start', 0, 1), '2026-Q4')
    expect([one.opensAt, one.dueAt].map((moment) => dayIn(PLAN_ZONE, moment))).toEqual(['2026-10-01', '2026-10-01'])
  })

  test('may open before the quarter begins, on a leap day, and be open while summer time begins', () => {
    expect(iso(datesOf(rhythm('start', -7), '2027-Q1').opensAt)).toBe('2026-12-25T07:00:00.000Z')
    expect(iso(datesOf(rhythm('start', 59), '2028-Q1').opensAt)).toBe('2028-02-29T07:00:00.000Z')
    expect(iso(datesOf(rhythm('end', -7, 7), '2026-Q1').opensAt)).toBe('2026-03-24T07:00:00.000Z')
    expect(iso(datesOf(rhythm('end', -7, 8), '2026-Q1').dueAt)).toBe('2026-03-31T21:59:00.000Z')
  })

  test('asks everything in the quarter of the whole set, and the usual set in the others', () => {
    const plan = { usual: 'weakest', fullQuarter: 4 } as const
    expect(['2026-Q3', '2026-Q4', '2027-Q1'].map((quarter) => setOf(plan, quarter))).toEqual([
      'weakest',
      'full',
      'weakest',
    ])
    expect(setOf({ usual: 'pulse', fullQuarter: null }, '2026-Q4')).toBe('pulse')
  })

  test('reminds in the morning, so many days before the last day, the earliest first and never after the end', () => {
    const due = new Date('2026-03-31T21:59:00.000Z')
    expect(remindersOf(due, [0, 3, 1]).map(iso)).toEqual([
      '2026-03-28T08:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
      '2026-03-31T07:00:00.000Z',
    ])
    expect(remindersOf(new Date('2026-03-31T06:00:00.000Z'), [0])).toEqual([])
    expect(remindersOf(due, [])).toEqual([])
  })
})

describe('the coming quarters', () => {
  test('are the one that it is, and three more', () => {
    expect(comingQuarters(undefined, new Date('2026-11-22T12:00:00.000Z'))).toEqual([
      '2026-Q4',
      '2027-Q1',
      '2027-Q2',
      '2027-Q3',
    ])
  })

  test('begin with the one before while its round still asks for answers', () => {
    const late = rhythm('end', 7, 14)
    expect(comingQuarters(late, new Date('2027-01-10T12:00:00.000Z'))[0]).toBe('2026-Q4')
    expect(comingQuarters(late, new Date('2027-01-22T12:00:00.000Z'))[0]).toBe('2027-Q1')
  })

  test('go back to the earliest whose round still asks for answers', () => {
    const later = rhythm('end', 92, 60)
    expect(comingQuarters(later, new Date('2027-02-10T12:00:00.000Z'))).toEqual([
      '2026-Q3',
      '2026-Q4',
      '2027-Q1',
      '2027-Q2',
    ])
  })

  test('are those of the Netherlands in the last hour of a year', () => {
    expect(comingQuarters(undefined, new Date('2026-12-31T23:15:00.000Z'))[0]).toBe('2027-Q1')
  })
})
