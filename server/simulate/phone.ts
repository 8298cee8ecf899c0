import { randomUUID } from 'node:crypto'
import type { Locale } from '../contract/common.ts'
import type { Hint } from '../contract/hints.ts'
import { Acknowledgements, type Answer, type Operation, ResponseView } from '../contract/responses.ts'
import { Joined, JoinPreview } from '../contract/rounds.ts'
import type { Random } from '../demo/random.ts'
import { PhoneCalls } from './calls.ts'
import { HintStream } from './hint-stream.ts'
import type { PhoneLine } from './line.ts'
import type { AnswersOf } from './opinions.ts'
import { type Pace, planOf } from './pace.ts'
import { ReflectionPart } from './reflection-part.ts'
import { type OpenVote, type RoomStanding, RoomWatch } from './room-watch.ts'
import type { HandedIn, Tally } from './tally.ts'
import { onStop, wait } from './wait.ts'

const Sheet = ResponseView.pick({ items: true, round: true })
/** Of a second vote, which takes a minute, everybody sees the end. */
const STEADY = { stopShare: 0, lossShare: 0 } as const
const LOSS_MS = { shortest: 1_500, longest: 6_000 } as const

/** What happens to a phone, for who looks on. */
export type PhoneEvent = 'joined' | 'refused' | 'finished' | 'voted' | RoomStanding

/** What a simulated phone is made of. */
export interface PhoneInput {
  /** Counts from 0. */
  readonly number: number
  readonly code: string
  readonly line: PhoneLine
  /** For the event stream: another server process, perhaps. */
  readonly streamLine: PhoneLine
  readonly pace: Pace
  readonly answersOf: AnswersOf
  /** Decides when this phone does what, and of which group it is. */
  readonly random: Random
  readonly tally: Tally
  readonly signal: AbortSignal
  readonly onEvent: (event: PhoneEvent, phone: number) => void
}

/** A round, or a second vote, that a phone takes part in. */
interface Part {
  readonly code: string
  readonly joinId: string
  readonly roundId: string
  readonly handedIn: HandedIn
  readonly operations: readonly Operation[]
  secret: string
}

/** One phone in the room: it joins, follows the hints, answers, waits while there is a pause, and votes again. */
export class SimulatedPhone {
  readonly #input: PhoneInput
  readonly #calls: PhoneCalls
  readonly #connection = Promise.withResolvers<void>()
  #main: Part | undefined
  #watch: RoomWatch | undefined
  #stream: HintStream | undefined

  constructor(input: PhoneInput) {
    this.#input = input
    this.#calls = new PhoneCalls(input)
    onStop(input.signal, this.#connection.resolve)
  }

  /** Resolves when its event stream was opened the first time, or never will be. */
  get connected(): Promise<void> {
    return this.#connection.promise
  }

  /** Joins and reads the questions; afterwards it follows the room until the signal says stop. Never throws. */
  async join(): Promise<void> {
    const { code, number, pace, random, signal, streamLine, tally, onEvent } = this.#input
    await wait(random.next() * pace.joinSeconds * 1_000, signal)
    const main = signal.aborted ? undefined : await this.#enter(code, 0)
    onEvent(main === undefined ? 'refused' : 'joined', number)
    if (main === undefined) return this.#connection.resolve()
    const { roundId } = main
    const secret = () => main.secret
    const onVote = (vote: OpenVote) => void this.#voteAgain(vote)
    const onStanding = (standing: RoomStanding) => onEvent(standing, number)
    const onReflection = this.#reflectionOf(main)
    const watch = new RoomWatch({ calls: this.#calls, roundId, secret, signal, onVote, onStanding, onReflection })
    const onHint = (hint: Hint) => {
      // The stream tells `changed` itself as soon as it is open.
      this.#connection.resolve()
      watch.hear(hint)
    }
    this.#main = main
    this.#watch = watch
    this.#stream = new HintStream({ line: streamLine, roundId, secret, tally, signal, onHint })
    void this.#stream.follow()
  }

  #reflectionOf(main: Part): (locale: Locale) => void {
    const { pace, random, signal } = this.#input
    let spoken: Locale = 'nl'
    const part = new ReflectionPart({
      calls: this.#calls,
      roundId: main.roundId,
      secret: () => main.secret,
      random,
      seconds: pace.voteSeconds,
      locale: () => spoken,
      signal,
    })
    return (locale) => {
      spoken = locale
      void part.look()
    }
  }

  /** Answers what it joined; resolves when it has done all that it is going to do. */
  async answer(): Promise<void> {
    if (this.#main !== undefined) await this.#fillIn(this.#main, this.#input.pace.answerSeconds)
  }

  async #enter(code: string, vote: number): Promise<Part | undefined> {
    const { answersOf, number, random, tally } = this.#input
    const asking = { method: 'POST', path: '/api/join/preview', body: { code } } as const
    const preview = await this.#calls.ask('preview', asking, JoinPreview)
    if (preview === undefined) return undefined
    const joinId = randomUUID()
    const group = random.pick(preview.groups)
    const named = preview.mode === 'open' ? { name: `${number + 1}` } : {}
    const body = { code, joinId, ...named, ...(group === undefined ? {} : { group }) }
    // Into a second vote comes who shows to be in the room.
    const own = vote > 0 ? this.#main?.secret : undefined
    const joined = await this.#calls.ask('join', { method: 'POST', path: '/api/join', body, secret: own }, Joined)
    if (joined === undefined) return undefined
    const { respondentId, secret } = joined
    const handedIn: HandedIn = { phone: number, respondentId, vote, acknowledged: new Map(), isFinished: false }
    tally.handedIn.push(handedIn)
    const sheet = await this.#calls.ask('response', { method: 'GET', path: '/api/response', secret }, Sheet)
    if (sheet === undefined) return undefined
    const { horizons, scale } = sheet.round
    const operations = sheet.items.flatMap(({ id: itemId }) =>
      horizons.flatMap((horizon) => {
        const answer = answersOf(number, { itemId, horizon, scale, vote })
        return answer === undefined ? [] : [{ opId: randomUUID(), itemId, horizon, seq: 1, ...answer }]
      }),
    )
    return { code, joinId, roundId: sheet.round.id, handedIn, operations, secret }
  }

  async #fillIn(part: Part, seconds: number): Promise<void> {
    const { pace, random, signal } = this.#input
    const isVote = part.handedIn.vote > 0
    const { batches, stopsEarly } = planOf(part.operations, seconds, isVote ? { ...pace, ...STEADY } : pace, random)
    const start = performance.now()
    let paused = 0
    for (const { at, operations, isCutOff } of batches) {
      await wait(start + paused + at - performance.now(), signal)
      const before = performance.now()
      await this.#watch?.going
      paused += performance.now() - before
      if (isCutOff) await this.#loseNetwork(part)
      if (signal.aborted || (!isVote && this.#watch?.isCollecting !== true)) return
      if (!(await this.#handIn(part, operations))) return
    }
    if (!stopsEarly) await this.#finish(part)
  }

  /** False when the round takes no more answers. */
  async #handIn(part: Part, batch: readonly Operation[]): Promise<boolean> {
    const { tally } = this.#input
    const call = { method: 'PUT', path: '/api/response/answers', body: batch, secret: part.secret } as const
    const acknowledged = await this.#calls.ask('answers', call, Acknowledgements)
    for (const { opId, status } of acknowledged ?? []) {
      tally.noteAcknowledgement(status)
      const operation = batch.find((one) => one.opId === opId)
      if (operation === undefined) tally.noteError('answers: acknowledged what was not sent')
      else if (status === 'rejected' || status === 'conflict') tally.noteError(`answers: ${status}`)
      // A duplicate was stored by a call before, whose answer got lost.
      else if (status === 'applied' || status === 'duplicate')
        part.handedIn.acknowledged.set(`${operation.itemId} ${operation.horizon}`, answerIn(operation))
    }
    return acknowledged?.every(({ status }) => status !== 'late') ?? false
  }

  async #finish({ handedIn, secret }: Part): Promise<void> {
    const { number, onEvent } = this.#input
    const call = { method: 'POST', path: '/api/response/finish', body: {}, secret } as const
    if ((await this.#calls.send('finish', call)) === undefined) return
    handedIn.isFinished = true
    if (this.#watch !== undefined) this.#watch.isCounting = true
    onEvent(handedIn.vote === 0 ? 'finished' : 'voted', number)
  }

  /** The Wi-Fi of the venue: nothing goes for a while, and every second phone has to join again afterwards. */
  async #loseNetwork(part: Part): Promise<void> {
    const { random, signal } = this.#input
    const loss = LOSS_MS.shortest + random.next() * (LOSS_MS.longest - LOSS_MS.shortest)
    const mustJoinAgain = random.happens(0.5)
    const back = wait(loss, signal).then(() => (mustJoinAgain && !signal.aborted ? this.#joinAgain(part) : undefined))
    this.#stream?.cutUntil(back)
    await back
  }

  async #joinAgain(part: Part): Promise<void> {
    const { tally } = this.#input
    const body = { code: part.code, joinId: part.joinId }
    const again = await this.#calls.ask('join', { method: 'POST', path: '/api/join', body }, Joined)
    if (again === undefined) return
    part.secret = again.secret
    if (again.respondentId !== part.handedIn.respondentId) tally.noteError('join: the same phone became somebody else')
  }

  async #voteAgain({ code, number }: OpenVote): Promise<void> {
    const { pace, random, signal } = this.#input
    await wait((random.next() * pace.voteSeconds * 1_000) / 4, signal)
    const part = signal.aborted ? undefined : await this.#enter(code, number)
    if (part !== undefined) await this.#fillIn(part, pace.voteSeconds / 2)
  }
}

function answerIn(operation: Operation): Answer {
  if ('rating' in operation) return { rating: operation.rating }
  if ('missing' in operation) return { missing: operation.missing }
  throw new RangeError('phones take nothing back')
}
