import { randomInt, randomUUID } from 'node:crypto'
import { Acknowledgements } from '../../server/contract/responses.ts'
import { Joined } from '../../server/contract/rounds.ts'
import { Random } from '../../server/demo/random.ts'
import { PhoneCalls } from '../../server/simulate/calls.ts'
import { HintStream } from '../../server/simulate/hint-stream.ts'
import { PhoneLine } from '../../server/simulate/line.ts'
import { type SimulationFigures, Tally } from '../../server/simulate/tally.ts'
import { wait } from '../../server/simulate/wait.ts'
import { until } from './running.ts'

/** Two horizons of 48 items: the place of an answer is twice that of its item, and one more for the second horizon. */
const HORIZONS = ['now', 'ahead']
const PLACES = 96
/** Places that are written between two troubles: what was acknowledged before one is not written over after it. */
const PLACES_AT_A_TIME = 16
const RATINGS = 5
const OPERATIONS = 5
/** A phone writes some six times a second: two processors run two databases, two servers and all phones here. */
const PAUSE_MS = 120
/** A phone that is stopped may be waiting for its next try. */
const LAST_CALLS_SECONDS = 60

/** An answer as it must be in the database: which change of the phone it is, and the step, counted from 1. */
export interface Acknowledged {
  readonly seq: number
  readonly rating: number
}

/** One phone: whose sheet it fills in, and what was acknowledged last of each place, counted from 0. */
export interface WritingPhone {
  readonly respondentId: string
  readonly acknowledged: ReadonlyMap<number, Acknowledged>
}

/** Phones that write as fast as a room of people and more, follow their round, and try again as phones do. */
export class WritingPhones {
  readonly tally: Tally
  /** Moments of acknowledgement by phone, by the clock of `performance.now()`. */
  readonly moments: number[][] = []
  /** When each phone heard something of its round last. */
  readonly heard: number[] = []
  readonly phones: WritingPhone[] = []
  readonly #lines: PhoneLine[] = []
  readonly #stopping = new AbortController()
  readonly #writing: Promise<void>[] = []
  #firstPlace = 0
  #isDone = false

  private constructor(count: number) {
    this.tally = new Tally(count)
  }

  /**
   * Lets phones join, open their event streams and begin to write.
   *
   * @throws {Error} one could not join.
   */
  static async begin(origin: string, round: { id: string; code: string }, count: number): Promise<WritingPhones> {
    const all = new WritingPhones(count)
    await Promise.all(Array.from({ length: count }, (_, number) => all.#add(origin, round, number)))
    await until('every phone has its event stream', 30, () => all.openStreams === count)
    return all
  }

  /** How many event streams are open now. */
  get openStreams(): number {
    return this.tally.figures().streams.open
  }

  /** From now on other places are written: call it in the moment of a trouble. */
  turnPage(): void {
    this.#firstPlace = (this.#firstPlace + PLACES_AT_A_TIME) % PLACES
  }

  /** What was acknowledged so far, as it stays while phones go on. */
  snapshot(): WritingPhone[] {
    return this.phones.map(({ respondentId, acknowledged }) => ({ respondentId, acknowledged: new Map(acknowledged) }))
  }

  /** Whether every phone had something acknowledged after this moment. */
  allWroteAfter(moment: number): boolean {
    return this.moments.every((moments) => (moments.at(-1) ?? 0) > moment)
  }

  /** Whether every phone has its event stream, and heard something after this moment. */
  allHeardAfter(moment: number): boolean {
    return this.openStreams === this.phones.length && this.heard.every((at) => at > moment)
  }

  /** The longest time between two acknowledgements to anybody from this moment until that, in seconds. */
  longestGap(from: number, to: number): number {
    return longestBetween(this.moments.flat(), from, to)
  }

  /** The longest that one phone waited. */
  longestWait(from: number, to: number): number {
    return Math.max(...this.moments.map((moments) => longestBetween(moments, from, to)))
  }

  /** Lets every phone end what it has begun, and hangs up: what was acknowledged changes no more. */
  async stop(): Promise<SimulationFigures> {
    this.#isDone = true
    const late = wait(LAST_CALLS_SECONDS * 1_000, this.#stopping.signal).then(() => this.#stopping.abort())
    await Promise.race([Promise.all(this.#writing), late])
    const figures = this.tally.figures()
    this.#stopping.abort()
    for (const line of this.#lines) line.close()
    return figures
  }

  async #add(origin: string, { id: roundId, code }: { id: string; code: string }, number: number): Promise<void> {
    const { tally } = this
    const { signal } = this.#stopping
    const line = new PhoneLine(origin)
    this.#lines.push(line)
    const calls = new PhoneCalls({ line, random: new Random(`ha phone ${number}`), tally, signal })
    const body = { code, joinId: randomUUID() }
    const joined = await calls.ask('join', { method: 'POST', path: '/api/join', body }, Joined)
    if (joined === undefined) throw new Error(`phone ${number} could not join`)
    const { secret, respondentId } = joined
    const acknowledged = new Map<number, Acknowledged>()
    this.phones[number] = { respondentId, acknowledged }
    this.moments[number] = []
    this.heard[number] = 0
    const onHint = () => {
      this.heard[number] = performance.now()
    }
    void new HintStream({ line, roundId, secret: () => secret, tally, signal, onHint }).follow()
    this.#writing.push(this.#write(calls, secret, number, acknowledged))
  }

  async #write(calls: PhoneCalls, secret: string, number: number, kept: Map<number, Acknowledged>): Promise<void> {
    for (let seq = 1; !this.#isDone; seq += 1) {
      const changes = changesFrom(seq, this.#firstPlace)
      const body = changes.map(({ operation }) => operation)
      const call = { method: 'PUT', path: '/api/response/answers', body, secret } as const
      const acknowledged = await calls.ask('answers', call, Acknowledgements)
      if (acknowledged !== undefined) this.moments[number]?.push(performance.now())
      for (const [index, { status }] of (acknowledged ?? []).entries()) {
        this.tally.noteAcknowledgement(status)
        const change = changes[index]
        // A duplicate was stored by a call before, whose answer got lost.
        if (change === undefined || (status !== 'applied' && status !== 'duplicate'))
          this.tally.noteError(`answers: ${status}`)
        else kept.set(change.place, { seq, rating: change.operation.rating })
      }
      await wait(PAUSE_MS * (0.5 + Math.random()), this.#stopping.signal)
    }
  }
}

/** Changes of places that differ, all of the same number: what is sent, and the place that it is about. */
function changesFrom(seq: number, firstPlace: number) {
  const shift = randomInt(PLACES_AT_A_TIME)
  return Array.from({ length: OPERATIONS }, (_, index) => {
    const place = firstPlace + ((shift + index) % PLACES_AT_A_TIME)
    const itemId = `i${String(Math.floor(place / HORIZONS.length) + 1).padStart(2, '0')}`
    const horizon = HORIZONS[place % HORIZONS.length]
    return { place, operation: { opId: randomUUID(), itemId, horizon, seq, rating: randomInt(1, RATINGS + 1) } }
  })
}

function longestBetween(moments: readonly number[], from: number, to: number): number {
  const inside = [from, ...moments.filter((moment) => moment > from && moment < to).toSorted((a, b) => a - b), to]
  const gaps = inside.slice(1).map((moment, index) => moment - (inside[index] ?? moment))
  return Math.max(...gaps) / 1_000
}
