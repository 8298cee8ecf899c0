import type { Pace } from './pace.ts'
import { simulatePhones } from './phones.ts'
import { onStop, wait } from './wait.ts'

/** A lively room: twelve phones are in within ten seconds and done within a minute and a half. */
const LIVELY: Pace = { joinSeconds: 10, answerSeconds: 65, voteSeconds: 25, batch: 2, stopShare: 0.08, lossShare: 0.1 }
const MINUTE_MS = 60_000
/** After closing there may be second votes; this long without one, nobody is rehearsing any more. */
const CLOSED_LONG_MS = 30 * MINUTE_MS
const LONGEST_MS = 4 * 60 * MINUTE_MS

interface Log {
  info(object: object, message: string): void
  error(object: object, message: string): void
}

/** Where and how many. */
export interface RehearsalPhones {
  /** The server's own address. */
  readonly origin: string
  /** Join code of the rehearsal's round. */
  readonly code: string
  readonly phones: number
  readonly log: Log
  /** Stops the phones at once. */
  readonly signal: AbortSignal
  readonly pace?: Pace
}

/**
 * Lets simulated phones take part in a rehearsal until its round is gone, was closed for half an hour, or four hours
 * have passed. They come in by the server's own front door, as real ones do, and know nothing but the code. Never
 * throws: what goes wrong is in the log.
 */
export async function runRehearsalPhones(input: RehearsalPhones): Promise<void> {
  const { origin, code, phones, log, signal, pace = LIVELY } = input
  const over = new AbortController()
  const forget = onStop(signal, () => over.abort())
  let closing: ReturnType<typeof setTimeout> | undefined
  const quiet = (isClosed: boolean) => {
    clearTimeout(closing)
    if (isClosed) closing = setTimeout(() => over.abort(), CLOSED_LONG_MS)
  }
  try {
    const simulation = simulatePhones({
      origin,
      code,
      phones,
      pace,
      seed: code,
      onEvent: (event) => {
        if (event === 'gone') over.abort()
        if (event === 'going' || event === 'paused') quiet(false)
        if (event === 'closed' || event === 'voted') quiet(true)
      },
    })
    void simulation.joined.then(() => {
      if (simulation.figures().joined === 0) over.abort()
    })
    await wait(LONGEST_MS, over.signal)
    log.info({ figures: await simulation.stop() }, 'the phones of a rehearsal have left')
  } catch (error) {
    log.error({ err: error }, 'the phones of a rehearsal failed')
  } finally {
    clearTimeout(closing)
    forget()
  }
}

/** The rehearsals of one running server: started by a route, and all stopped with the server. */
export class Rehearsals {
  readonly #origin: () => string
  readonly #log: Log
  readonly #stopping = new AbortController()
  readonly #running = new Set<Promise<void>>()

  /** @param origin the address of this server; asked when a rehearsal starts, because it is known once it listens. */
  constructor(origin: () => string, log: Log) {
    this.#origin = origin
    this.#log = log
  }

  /** How many rehearsals have phones in them now. */
  get size(): number {
    return this.#running.size
  }

  /** Sends phones to the round of this code, in the background. */
  readonly start = (code: string, phones: number): void => {
    const { signal } = this.#stopping
    const run = runRehearsalPhones({ origin: this.#origin(), code, phones, log: this.#log, signal })
    this.#running.add(run)
    void run.then(() => this.#running.delete(run))
  }

  /** Takes all phones away; resolves when the last has gone. Call it before the server stops listening. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await Promise.all(this.#running)
  }
}
