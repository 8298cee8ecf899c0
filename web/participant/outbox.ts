import type { Acknowledgement } from '../../server/contract/responses.ts'
import { ApiError } from '../api.ts'
import type { FallbackStore } from './fallback-store.ts'
import { asOnlySender } from './only-sender.ts'
import { type Answer, type AnswerPlace, answerOf, isErasing, type KeptOperation } from './phone-store.ts'
import type { RespondentApi } from './respondent-api.ts'
import { RetryClock } from './retry-clock.ts'

const ANSWERS = '/api/response/answers'

/** Most operations in one call; the server refuses more. */
const BATCH = 50

/** Statuses that say that something in the body is wrong, so that sending it unchanged again is of no use. */
const BODY_REFUSED = [400, 413, 422]

/** How far a `seq` is raised when the server knows a later one than this phone does. */
const SEQ_LEAP = 64
const MOST_LEAPS = 8

/**
 * Brings answers to the server and drops none but those of who wants to be erased: each is kept on the phone first, and
 * leaves it only on its own acknowledgement. It brings the wish to be erased too, when no answer is under way. A `change` event tells that something was kept, received or refused, or that the connection came
 * or went.
 */
export class Outbox extends EventTarget {
  readonly #store: FallbackStore
  readonly #api: RespondentApi
  readonly #clock = new RetryClock(() => void this.#send())
  readonly #otherPages = 'BroadcastChannel' in globalThis ? new BroadcastChannel('meervoud-outbox') : undefined
  readonly #leaps = new Map<string, number>()
  #unacknowledged: readonly KeptOperation[] = []
  #isSending = false
  /** Somebody asked to send while that was going on. */
  #isAsked = false
  #isConnected = true
  #isServerFull = false

  constructor(store: FallbackStore, api: RespondentApi) {
    super()
    this.#store = store
    this.#api = api
  }

  /** What the server has not acknowledged, of every response on this phone; the refused ones included. */
  get unacknowledged(): readonly KeptOperation[] {
    return this.#unacknowledged
  }

  /** Whether the last call reached the server. */
  get isConnected(): boolean {
    return this.#isConnected
  }

  /** Whether the server had no room to store at the last call; it is asked again until it has. */
  get isServerFull(): boolean {
    return this.#isServerFull
  }

  /** Begins to send what waits, and keeps trying for as long as the page lives. */
  async start(): Promise<void> {
    this.#otherPages?.addEventListener('message', (event) => void this.#noteOtherPage(event.data))
    window.addEventListener('online', () => this.#clock.wake())
    window.addEventListener('offline', () => this.#noteConnection(false))
    window.addEventListener('pageshow', () => this.#clock.wake())
    window.addEventListener('pagehide', () => this.#sendLastMinute())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#clock.wake()
      else this.#sendLastMinute()
    })
    await this.#look()
    this.#clock.wake()
  }

  /** Keeps an answer (`null`: taken back) and starts to send it; resolves when it is kept. */
  async keep(place: AnswerPlace, answer: Answer | null): Promise<void> {
    await this.#store.keepAnswer(place, answer, 0)
    await this.#look()
    this.#otherPages?.postMessage([])
    this.#clock.soon()
  }

  /** Tries again now, whatever the waiting time. */
  sendNow(): void {
    this.#clock.wake()
  }

  async #send(): Promise<void> {
    this.#isAsked = true
    if (this.#isSending) return
    this.#isSending = true
    this.#isAsked = false
    try {
      const wasMine = await asOnlySender(this.#store.database, () => this.#deliverAll())
      if (!wasMine) this.#clock.later()
      else {
        this.#clock.succeed()
        this.#noteServerFull(false)
      }
      if (this.#isAsked) this.#clock.soon()
    } catch (error) {
      this.#noteConnection(!isUnreachable(error))
      this.#noteServerFull(error instanceof ApiError && error.code === 'storage-full')
      this.#clock.later()
    } finally {
      this.#isSending = false
    }
  }

  /** One person's trouble must not hold up another's answers: the first failure is thrown at the end. */
  async #deliverAll(): Promise<void> {
    const failures: unknown[] = []
    await this.#eraseAll().catch((error: unknown) => failures.push(error))
    await this.#look()
    const joinIds = new Set(this.#unacknowledged.filter((kept) => !kept.refusal).map((kept) => kept.joinId))
    for (const joinId of joinIds) await this.#deliverOf(joinId).catch((error: unknown) => failures.push(error))
    for (const { joinId, finish } of await this.#store.responses()) {
      if (finish === 'wanted') await this.#deliverFinish(joinId).catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) throw failures[0]
    await this.#forgetDelivered()
  }

  /** No page of this phone sends meanwhile, and none sends what was dropped here. */
  async #eraseAll(): Promise<void> {
    for (const response of (await this.#store.responses()).filter(isErasing)) {
      const unsent = (await this.#store.operations()).filter(({ joinId }) => joinId === response.joinId)
      const dropped = unsent.map(({ opId }) => opId)
      await this.#store.removeOperations(dropped)
      if (response.erase === 'done') continue
      this.#otherPages?.postMessage(dropped)
      const { eraseOnServer } = await import('./erasure.ts')
      await eraseOnServer(this.#store, this.#api, response)
      this.#otherPages?.postMessage([])
      this.#noteConnection(true)
    }
  }

  /** A phone keeps nothing of somebody who handed it on, once the server has it all. */
  async #forgetDelivered(): Promise<void> {
    const owing = new Set(this.#unacknowledged.map((kept) => kept.joinId))
    for (const { joinId, isLeft } of await this.#store.responses()) {
      if (isLeft && !owing.has(joinId)) await this.#store.forgetResponse(joinId)
    }
  }

  async #deliverOf(joinId: string): Promise<void> {
    for (let batch = this.#waiting(joinId); batch.length > 0; batch = this.#waiting(joinId)) {
      await this.#deliver(batch)
      const left = new Set(this.#waiting(joinId).map((kept) => kept.opId))
      if (batch.every((kept) => left.has(kept.opId))) throw new Error('The server acknowledged nothing')
    }
  }

  /** Sends a batch; when the server refuses it whole, halves it until the one that is wrong stands alone. */
  async #deliver(batch: readonly KeptOperation[]): Promise<void> {
    const [first] = batch
    if (!first) return
    try {
      const operations = batch.map((kept) => kept.operation)
      const acknowledgements = await this.#api.call<Acknowledgement[]>(first.joinId, 'PUT', ANSWERS, operations)
      this.#noteConnection(true)
      await this.#settle(batch, acknowledgements)
    } catch (error) {
      if (!(error instanceof ApiError) || !BODY_REFUSED.includes(error.problem.status)) throw error
      if (batch.length === 1) return this.#refuse(first, error.code)
      const half = Math.ceil(batch.length / 2)
      await this.#deliver(batch.slice(0, half))
      await this.#deliver(batch.slice(half))
    }
  }

  async #settle(batch: readonly KeptOperation[], acknowledgements: readonly Acknowledgement[]): Promise<void> {
    const byOpId = new Map(acknowledgements.map((acknowledgement) => [acknowledgement.opId, acknowledgement]))
    const done: string[] = []
    let late = 0
    for (const kept of batch) {
      const acknowledgement = byOpId.get(kept.opId)
      if (acknowledgement?.status === 'rejected') await this.#refuse(kept, acknowledgement.code ?? 'invalid-request')
      else if (acknowledgement?.status === 'conflict') await this.#refuse(kept, 'conflict')
      else if (acknowledgement) done.push(kept.opId)
      if (acknowledgement?.status === 'late') late += 1
      if (acknowledgement?.status === 'stale') await this.#giveAgain(kept)
    }
    if (late > 0) await this.#countLate(batch[0]?.joinId, late)
    await this.#store.removeOperations(done)
    this.#otherPages?.postMessage(done)
    await this.#look()
  }

  /**
   * The server knows a later answer than the newest of this phone: storage failed here once, and counting started
   * again. What this person chose last counts, so it is given once more with a higher `seq`.
   */
  async #giveAgain({ joinId, operation }: KeptOperation): Promise<void> {
    const { itemId, horizon, seq } = operation
    const newest = (await this.#store.answers(joinId)).find((a) => a.itemId === itemId && a.horizon === horizon)
    const key = `${joinId} ${itemId} ${horizon}`
    const leaps = this.#leaps.get(key) ?? 0
    if (newest?.seq !== seq || leaps === MOST_LEAPS) return
    this.#leaps.set(key, leaps + 1)
    await this.#store.keepAnswer({ joinId, itemId, horizon }, answerOf(operation), seq + SEQ_LEAP * 4 ** leaps)
  }

  async #refuse(kept: KeptOperation, refusal: string): Promise<void> {
    await this.#store.keepOperation({ ...kept, refusal })
    await this.#look()
  }

  async #countLate(joinId: string | undefined, late: number): Promise<void> {
    const response = (await this.#store.responses()).find((one) => one.joinId === joinId)
    if (response) await this.#store.changeResponse(response.joinId, { late: response.late + late })
  }

  /** A round that closed meanwhile refuses the flag, and then it means nothing any more. */
  async #deliverFinish(joinId: string): Promise<void> {
    try {
      await this.#api.call<unknown>(joinId, 'POST', '/api/response/finish', { finished: true })
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'round-closed') throw error
    }
    await this.#store.changeResponse(joinId, { finish: 'sent' })
    this.#noteConnection(true)
    this.dispatchEvent(new Event('change'))
  }

  /** The page may end now. What gets through is recognised as a duplicate when it is sent again. */
  #sendLastMinute(): void {
    for (const joinId of new Set(this.#unacknowledged.map((kept) => kept.joinId))) {
      const operations = this.#waiting(joinId).map((kept) => kept.operation)
      if (operations.length > 0) this.#api.sendAndForget(joinId, ANSWERS, operations)
    }
  }

  #waiting(joinId: string): readonly KeptOperation[] {
    return this.#unacknowledged.filter((kept) => kept.joinId === joinId && !kept.refusal).slice(0, BATCH)
  }

  async #noteOtherPage(acknowledged: unknown): Promise<void> {
    if (Array.isArray(acknowledged)) await this.#store.forgetAcknowledged(acknowledged.map(String))
    await this.#look()
  }

  #noteConnection(isConnected: boolean): void {
    if (isConnected === this.#isConnected) return
    this.#isConnected = isConnected
    this.dispatchEvent(new Event('change'))
  }

  #noteServerFull(isFull: boolean): void {
    if (isFull === this.#isServerFull) return
    this.#isServerFull = isFull
    this.dispatchEvent(new Event('change'))
  }

  async #look(): Promise<void> {
    const operations = await this.#store.operations()
    const erased = new Set((await this.#store.responses()).filter(isErasing).map(({ joinId }) => joinId))
    this.#unacknowledged = operations.filter(({ joinId }) => !erased.has(joinId))
    this.dispatchEvent(new Event('change'))
  }
}

function isUnreachable(error: unknown): boolean {
  return error instanceof ApiError && error.problem.status === 0
}
