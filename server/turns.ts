import { ProblemError } from './problem.ts'

/** How many may do something at the same moment, and how many may wait for it. */
export interface TurnLimits {
  readonly atOnce: number
  readonly waiting: number
  /** Seconds after which it makes sense to try again; left out when nobody knows. */
  readonly retryAfter?: number
}

/** Lets costly work of one process be done by a few at a time; others wait, and when too many wait, are sent away. */
export class Turns {
  readonly #limits: TurnLimits
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(limits: TurnLimits) {
    this.#limits = limits
  }

  /**
   * Does the work when it is its turn.
   *
   * @throws {ProblemError} `busy` when too many wait already; and whatever the work throws.
   */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    const { atOnce, waiting, retryAfter } = this.#limits
    if (this.#running >= atOnce) {
      if (this.#waiting.length >= waiting) {
        throw new ProblemError('busy', retryAfter === undefined ? {} : { retryAfter })
      }
      // Whoever finishes hands its place over, so that `running` never counts a newcomer and a waiter for one place.
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    } else {
      this.#running += 1
    }
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#running -= 1
      else next()
    }
  }
}
