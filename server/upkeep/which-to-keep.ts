const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How many backups are kept of each kind, and how old the oldest may become, in days. */
export const KEPT = { quarters: 8, hours: 24, days: 30 } as const

/**
 * Which backups stay: the newest of each of the last 8 quarters of an hour, 24 hours and 30 days in which one was made.
 * What is older than 30 days goes, because erased people must not live on in it. The newest always stays.
 *
 * @param times when each good backup was made, in milliseconds, in any order, and none later than now.
 * @param now in milliseconds.
 * @returns the times that stay.
 */
export function whichToKeep(times: readonly number[], now: number): ReadonlySet<number> {
  const newestFirst = [...new Set(times)].toSorted((a, b) => b - a)
  const young = newestFirst.filter((time) => now - time < KEPT.days * DAY)
  return new Set([
    ...newestFirst.slice(0, 1),
    ...newestOfEach(young, 15 * MINUTE, KEPT.quarters),
    ...newestOfEach(young, HOUR, KEPT.hours),
    ...newestOfEach(young, DAY, KEPT.days),
  ])
}

/**
 * Which of the backups that a wrong clock dated in the future stay: the newest few, for the same 30 days.
 *
 * @param backups when each was made as it says itself, and since when it is known to be there, in milliseconds.
 * @returns those times of making that stay.
 */
export function futureToKeep(
  backups: readonly { readonly madeAt: number; readonly since: number }[],
  now: number,
): ReadonlySet<number> {
  const young = backups.filter(({ since }) => now - since < KEPT.days * DAY)
  return new Set(
    young
      .map(({ madeAt }) => madeAt)
      .toSorted((a, b) => b - a)
      .slice(0, KEPT.quarters),
  )
}

/**
 * Which backups go so that so many bytes become free: the oldest, and no more than needed.
 *
 * @param oldestFirst those that may go.
 * @returns undefined when all of them together are not enough; then none should go.
 */
export function whichMakeRoom<Backup extends { readonly bytes: number }>(
  oldestFirst: readonly Backup[],
  lacking: number,
): readonly Backup[] | undefined {
  const going: Backup[] = []
  let freed = 0
  for (const backup of oldestFirst) {
    if (freed >= lacking) break
    going.push(backup)
    freed += backup.bytes
  }
  return freed >= lacking ? going : undefined
}

function newestOfEach(newestFirst: readonly number[], period: number, most: number): number[] {
  const newest = new Map<number, number>()
  for (const time of newestFirst) {
    const key = Math.floor(time / period)
    if (!newest.has(key)) newest.set(key, time)
  }
  return [...newest.values()].slice(0, most)
}
