/** Waiting times after the first, second, ... failure in a row, in milliseconds; the last one goes on for ever. */
const WAITS = [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000]

/** A short wait gathers what a person does in one go into one call. */
const SOON = 100

/** Says when to try: at once when woken, and after failures with growing waits that differ from phone to phone. */
export class RetryClock {
  readonly #tick: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #dueAt = Number.POSITIVE_INFINITY
  #failures = 0

  constructor(tick: () => void) {
    this.#tick = tick
  }

  /** Something changed for the better: try now, and start with short waits again. */
  wake(): void {
    this.#failures = 0
    this.#ring(0)
  }

  /** There is something new to do. */
  soon(): void {
    this.#ring(SOON)
  }

  /** It worked: what is planned meanwhile stays planned. */
  succeed(): void {
    this.#failures = 0
  }

  /** It did not work, or somebody else is at it. */
  later(): void {
    const wait = WAITS[Math.min(this.#failures, WAITS.length - 1)] ?? 0
    this.#failures += 1
    this.#ring(wait * (0.75 + Math.random() / 2))
  }

  #ring(wait: number): void {
    const dueAt = performance.now() + wait
    if (dueAt >= this.#dueAt) return
    clearTimeout(this.#timer)
    this.#dueAt = dueAt
    this.#timer = setTimeout(() => {
      this.#dueAt = Number.POSITIVE_INFINITY
      this.#tick()
    }, wait)
  }
}
