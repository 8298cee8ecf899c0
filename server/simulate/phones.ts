import { Random } from '../demo/random.ts'
import { PhoneLine } from './line.ts'
import { type AnswersOf, plausibleOpinions } from './opinions.ts'
import type { Pace } from './pace.ts'
import { type PhoneEvent, SimulatedPhone } from './phone.ts'
import { type HandedIn, type SimulationFigures, Tally } from './tally.ts'
import { onStop, wait } from './wait.ts'

/** How long calls that are going on may still take once the phones are stopped. */
const LAST_CALLS_MS = 3_000

/** Which phones to simulate, and where. */
export interface SimulationInput {
  /** Where the phones call, such as `http://127.0.0.1:3000`. */
  readonly origin: string
  /** Where they open their event streams, when that is another process of the same server. */
  readonly streamOrigin?: string
  /** Certificates in PEM to trust, for a server that made its own. */
  readonly ca?: string
  readonly code: string
  readonly phones: number
  readonly pace: Pace
  /** Opinions and moments are the same for the same seed; ids and secrets never are, because they give access. */
  readonly seed?: string
  readonly answersOf?: AnswersOf
  /** Nobody answers before it resolves; without it each phone begins as soon as it is in. */
  readonly begin?: Promise<void>
  /** Ends everything: phones hang up where they are. */
  readonly signal?: AbortSignal
  readonly onEvent?: (event: PhoneEvent, phone: number) => void
}

/** Phones that are at it. */
export interface Simulation {
  /** Every phone is in, or was refused. */
  readonly joined: Promise<void>
  /** Every phone that is in has its event stream. */
  readonly connected: Promise<void>
  /** Every phone has done all that it is going to do in the round; they stay, follow the hints and vote again. */
  readonly answered: Promise<void>
  /** What was handed in so far, by phone and vote. */
  readonly handedIn: readonly HandedIn[]
  figures(): SimulationFigures
  /** Hangs up; resolves when the last call has ended. */
  stop(): Promise<SimulationFigures>
}

/**
 * Lets simulated phones take part in a round over the real HTTP API: each joins with the code, opens its event stream,
 * answers every item in small batches, waits while the round is paused, says that it is ready, and takes part in second
 * votes. Whatever goes wrong is counted and never thrown.
 */
export function simulatePhones(input: SimulationInput): Simulation {
  const { code, phones: count, pace, seed = '1', begin = Promise.resolve(), onEvent = () => undefined } = input
  const stopping = new AbortController()
  const { signal } = stopping
  if (input.signal !== undefined) onStop(input.signal, () => stopping.abort())
  const tally = new Tally(count)
  const answersOf = input.answersOf ?? plausibleOpinions(seed)
  const lines: PhoneLine[] = []
  const lineTo = (origin: string) => {
    const line = new PhoneLine(origin, input.ca)
    lines.push(line)
    return line
  }
  const phones = Array.from({ length: count }, (_, number) => {
    const line = lineTo(input.origin)
    const streamLine = input.streamOrigin === undefined ? line : lineTo(input.streamOrigin)
    const random = new Random(`${seed} phone ${number}`)
    return new SimulatedPhone({ number, code, line, streamLine, pace, answersOf, random, tally, signal, onEvent })
  })
  const joins = phones.map((phone) => phone.join())
  const begins = Promise.race([begin, new Promise<void>((resolve) => onStop(signal, resolve))])
  const answered = Promise.all(
    phones.map(async (phone, index) => {
      await joins[index]
      await begins
      await phone.answer()
    }),
  )
  return {
    joined: Promise.all(joins).then(() => undefined),
    connected: Promise.all(phones.map((phone) => phone.connected)).then(() => undefined),
    answered: answered.then(() => undefined),
    handedIn: tally.handedIn,
    figures: () => tally.figures(),
    stop: async () => {
      stopping.abort()
      const done = new AbortController()
      await Promise.race([answered.finally(() => done.abort()), wait(LAST_CALLS_MS, done.signal)])
      for (const line of lines) line.close()
      return tally.figures()
    },
  }
}
