const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How many backups are kept of each kind, and how old the oldest may become, in days. */
export const KEPT = { quarters: 8, hours: 24, days: 30 } as const

/**
 * Which backups stay: the newest of each of the last 8 quarters of an hour, 24 hours and 30 days in which one was made.
 * What is older than 30 days goes, because erased people must not live on in it. The newest always stays, and so do
 * the newest few that a wrong clock dated in the future.
 *
 * @param times when each good backup was made, in milliseconds, in any order.
 * @param now in milliseconds.
 * @returns the times that stay.
 */
export function whichToKeep(times: readonly number[], now: number): ReadonlySet<number> {
  const newestFirst = [...new Set(times)].toSorted((a, b) => b - a)
  const future = newestFirst.filter((time) => time > now)
  const past = newestFirst.filter((time) => time <= now)
  const young = past.filter((time) => now - time < KEPT.days * DAY)
  return new Set([
    ...future.slice(0, KEPT.quarters),
    ...past.slice(0, 1),
    ...newestOfEach(young, 15 * MINUTE, KEPT.quarters),
    ...newestOfEach(young, HOUR, KEPT.hours),
    ...newestOfEach(young, DAY, KEPT.days),
  ])
}

function newestOfEach(newestFirst: readonly number[], period: number, most: number): number[] {
  const newest = new Map<number, number>()
  for (const time of newestFirst) {
    const key = Math.floor(time / period)
    if (!newest.has(key)) newest.set(key, time)
  }
  return [...newest.values()].slice(0, most)
}
