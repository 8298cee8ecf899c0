/** How fast something may be used up. */
export interface Budget {
  /** At most so many at once. */
  readonly burst: number
  /** And so many a second after that. */
  readonly perSecond: number
}

interface Bucket {
  left: number
  at: number
}

/**
 * Token buckets by key, in the memory of this process: what is asked before every answer that is saved must cost
 * nothing. On a database with several processes somebody who uses all of them gets as many times as much, which does
 * no harm: these limits keep one script from taking a server for itself, they guard no secret. Whatever guesses (sign
 * in, codes) is counted in the database.
 */
export class Budgets {
  readonly #budget: Budget
  /** The longest unused first. */
  readonly #buckets = new Map<string, Bucket>()

  constructor(budget: Budget) {
    this.#budget = budget
  }

  /** How many keys are being counted. */
  get size(): number {
    return this.#buckets.size
  }

  /**
   * Takes one.
   *
   * @param now in milliseconds; of a clock that was set back meanwhile nothing was earned, and nothing is owed.
   * @returns 0 when there was one to take; else whole seconds until there is, and nothing was taken.
   */
  take(key: string, now: number): number {
    const { burst, perSecond } = this.#budget
    this.#forgetFull(now)
    const known = this.#buckets.get(key)
    const earned = known === undefined ? burst : (Math.max(0, now - known.at) / 1000) * perSecond
    const left = Math.min(burst, (known?.left ?? 0) + earned)
    this.#buckets.delete(key)
    this.#buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now })
    return left >= 1 ? 0 : Math.ceil((1 - left) / perSecond)
  }

  /** A bucket that is full again says nothing. */
  #forgetFull(now: number): void {
    const fullAfter = (this.#budget.burst / this.#budget.perSecond) * 1000
    for (const [key, { at }] of this.#buckets) {
      // A time that lies ahead is from before the clock was set back.
      if (Math.abs(now - at) < fullAfter) return
      this.#buckets.delete(key)
    }
  }
}
