import { isDatabaseAway } from './database-away.ts'

/** What became of one input of a batch. */
export type Outcome<Output> = { readonly value: Output } | { readonly error: unknown }

interface Waiting<Input, Output> {
  readonly input: Input
  readonly resolve: (output: Output) => void
  readonly reject: (error: unknown) => void
}

/**
 * Writes that arrive together share one transaction, and so one wait for the disk; each is answered after the commit.
 * While a batch is being written the next one gathers, so that a busy server writes large batches and a quiet one
 * answers at once.
 *
 * When a batch fails as a whole, each of its inputs is tried again by itself, so that one fault stays its own; not when
 * the database is away.
 */
export class Combiner<Input, Output> {
  readonly #write: (inputs: readonly Input[]) => Promise<readonly Outcome<Output>[]>
  readonly #most: number
  #waiting: Waiting<Input, Output>[] = []
  #isWriting = false
  #whenIdle: (() => void)[] = []

  /**
   * @param write writes a batch in one transaction and says what became of each input, in order.
   * @param most largest batch.
   */
  constructor(write: (inputs: readonly Input[]) => Promise<readonly Outcome<Output>[]>, most = 64) {
    this.#write = write
    this.#most = most
  }

  /** Resolves after the commit that holds this input. */
  submit(input: Input): Promise<Output> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, resolve, reject })
      if (!this.#isWriting) {
        this.#isWriting = true
        // After the requests that came in with this one, so that they are written together.
        setImmediate(() => void this.#writeAll())
      }
    })
  }

  /** Resolves when nothing is being written and nothing waits: before the database may be closed. */
  idle(): Promise<void> {
    return this.#isWriting ? new Promise((resolve) => this.#whenIdle.push(resolve)) : Promise.resolve()
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.#most)
      const outcomes = await this.#outcomesOf(batch.map(({ input }) => input))
      for (const [index, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[index] ?? { error: new Error('a batch answered fewer outcomes than inputs') }
        if ('value' in outcome) resolve(outcome.value)
        else reject(outcome.error)
      }
    }
    this.#isWriting = false
    for (const resolve of this.#whenIdle.splice(0)) resolve()
  }

  async #outcomesOf(inputs: readonly Input[]): Promise<readonly Outcome<Output>[]> {
    try {
      return await this.#write(inputs)
    } catch (error) {
      // Without a database each would fail by itself too, one wait after another, while the next ones gather.
      if (inputs.length === 1 || isDatabaseAway(error)) return inputs.map(() => ({ error }))
      const outcomes: Outcome<Output>[] = []
      for (const input of inputs) outcomes.push(...(await this.#outcomesOf([input])))
      return outcomes
    }
  }
}
