/**
 * The time of the server on a device whose own clock may be wrong: the difference is learned from every reply that says
 * when it was written.
 */
export class ServerClock {
  #ahead = 0

  /** @param serverTime the time of a reply that came in just now. */
  learn(serverTime: string): void {
    this.#ahead = Date.parse(serverTime) - Date.now()
  }

  /** Milliseconds since 1970, as the server has them. */
  now(): number {
    return Date.now() + this.#ahead
  }
}

/** Whole seconds that are left until a time of the server, rounded up; 0 when it has passed. */
export function secondsUntil(time: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(time) - now) / 1000))
}

/**
 * Seconds as a clock shows them.
 *
 * @example asClock(65) // '1:05'
 */
export function asClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
