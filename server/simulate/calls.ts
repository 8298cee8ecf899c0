import type * as z from 'zod'
import type { Random } from '../demo/random.ts'
import type { Call, PhoneLine, Reply } from './line.ts'
import type { CallName, Tally } from './tally.ts'
import { wait } from './wait.ts'

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 15_000

interface PhoneCallsInput {
  readonly line: PhoneLine
  readonly random: Random
  readonly tally: Tally
  readonly signal: AbortSignal
}

/** The calls of one phone: each is counted, and what passes is tried again. */
export class PhoneCalls {
  readonly #input: PhoneCallsInput

  constructor(input: PhoneCallsInput) {
    this.#input = input
  }

  /** Calls, and checks the answer against the contract; undefined when it was refused, and counted as an error. */
  async ask<Shape extends z.ZodType>(name: CallName, call: Call, shape: Shape): Promise<z.output<Shape> | undefined> {
    const reply = await this.send(name, call)
    if (reply === undefined) return undefined
    const value = shape.safeParse(reply.body)
    if (!value.success) this.#input.tally.noteError(`${name}: not the shape of the contract`)
    return value.data
  }

  /**
   * Calls until there is an answer, with growing waits while the server or the network is in trouble.
   *
   * @returns undefined when it was refused for good, or the phones were stopped.
   */
  async send(name: CallName, call: Call): Promise<Reply | undefined> {
    const { line, random, signal, tally } = this.#input
    for (let pause = FIRST_RETRY_MS; ; pause = Math.min(LONGEST_RETRY_MS, pause * 2)) {
      const reply = await line.call(call)
      // Who is stopped hangs up: that is no fault of the server.
      if (signal.aborted && reply.status === 0) return undefined
      tally.noteCall(name, reply)
      if (reply.fault === undefined) return reply
      if (reply.status !== 0 && reply.status !== 429 && reply.status < 500) return undefined
      await wait(pause * (0.5 + random.next()), signal)
      if (signal.aborted) return undefined
    }
  }
}
