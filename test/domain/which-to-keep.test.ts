import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { futureToKeep, KEPT, whichMakeRoom, whichToKeep } from '../../server/upkeep/which-to-keep.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = Date.parse('2026-11-22T11:00:00Z')
const past = fc.integer({ min: 0, max: 60 * DAY }).map((ago) => NOW - ago)
const anyTimes = fc.array(past, { maxLength: 200 })

describe('which backups stay', () => {
  test('of a server that made one every quarter of an hour for 60 days: 8, 24 and 30, which share some', () => {
    const times = Array.from({ length: 60 * 96 }, (_, index) => NOW - index * 15 * MINUTE)
    const kept = [...whichToKeep(times, NOW)].toSorted((a, b) => b - a)
    // Of the 8 quarters 3 are the newest of their hour, and today and yesterday are among the hours.
    expect(kept.length).toBeGreaterThanOrEqual(KEPT.hours + KEPT.days - 2)
    expect(kept.length).toBeLessThanOrEqual(KEPT.quarters + KEPT.hours + KEPT.days)
    expect(kept.slice(0, 8)).toEqual(Array.from({ length: 8 }, (_, index) => NOW - index * 15 * MINUTE))
    expect(NOW - (kept.at(-1) ?? 0)).toBeGreaterThan(28 * DAY)
  })

  test('are always some of those that there are, and never more than 8 + 24 + 30', () => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const kept = [...whichToKeep(times, NOW)]
        expect(kept.every((time) => times.includes(time))).toBe(true)
        expect(kept.length).toBeLessThanOrEqual(KEPT.quarters + KEPT.hours + KEPT.days)
      }),
    )
  })

  test('have the newest among them, however old it is', () => {
    fc.assert(
      fc.property(anyTimes, fc.integer({ min: 0, max: 400 * DAY }), (times, later) => {
        fc.pre(times.length > 0)
        expect(whichToKeep(times, NOW + later).has(Math.max(...times))).toBe(true)
      }),
    )
  })

  test('are not older than 30 days, but for the newest', () => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const old = [...whichToKeep(times, NOW)].filter((time) => NOW - time >= KEPT.days * DAY)
        expect(old.every((time) => time === Math.max(...times))).toBe(true)
      }),
    )
  })

  test('stay the same when the others are gone, and a new one takes only what it replaces', () => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const kept = whichToKeep(times, NOW)
        expect(whichToKeep([...kept], NOW)).toEqual(kept)
        const next = whichToKeep([...kept, NOW + 15 * MINUTE], NOW + 15 * MINUTE)
        // One goes from the quarters, one from the hours and one from the days, and what got too old.
        const young = [...kept].filter((time) => NOW + 15 * MINUTE - time < KEPT.days * DAY)
        const gone = young.filter((time) => !next.has(time))
        expect(gone.length).toBeLessThanOrEqual(3)
      }),
    )
  })

  test('reach back: every day of the last 30 with a backup keeps one', () => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const kept = whichToKeep(times, NOW)
        const young = times.filter((time) => NOW - time < (KEPT.days - 1) * DAY)
        const days = new Set(young.map((time) => Math.floor(time / DAY)))
        for (const day of days) expect([...kept].some((time) => Math.floor(time / DAY) === day)).toBe(true)
      }),
    )
  })

  test('are a few of those that a wrong clock dated in the future, for 30 days since they were first seen', () => {
    const future = Array.from({ length: 50 }, (_, index) => ({ madeAt: NOW + (index + 1) * DAY, since: NOW - DAY }))
    const kept = futureToKeep(future, NOW)
    expect([...kept].toSorted((a, b) => a - b)).toEqual(future.slice(-KEPT.quarters).map(({ madeAt }) => madeAt))
    expect(futureToKeep(future, NOW + 30 * DAY).size).toBe(0)
  })
})

describe('which backups make room for a new one', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 40 })

  test('are the oldest, no more than needed, and none at all when all of them are not enough', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 20_000 }), (bytes, lacking) => {
        const oldestFirst = bytes.map((size) => ({ bytes: size }))
        const going = whichMakeRoom(oldestFirst, lacking)
        const sum = (list: readonly { bytes: number }[]) => list.reduce((total, one) => total + one.bytes, 0)
        if (sum(oldestFirst) < lacking) expect(going).toBeUndefined()
        else {
          expect(going).toEqual(oldestFirst.slice(0, going?.length))
          expect(sum(going ?? [])).toBeGreaterThanOrEqual(lacking)
          expect(sum(going?.slice(0, -1) ?? [])).toBeLessThan(Math.max(lacking, 1))
        }
      }),
    )
  })
})
