import { ApiError } from '../api.ts'
import { RetryClock } from '../participant/retry-clock.ts'
import { type Draft, type DraftDoor, type Stored, saysTheSame } from './draft.ts'
import type { DraftShelf } from './draft-shelf.ts'

/** Most unanswered states of one document that are remembered. */
const MOST_ATTEMPTED = 6

/** Statuses of a lost sign-in, of too many calls and of no connection: the same words will do later. */
const WORTH_RETRYING = [0, 401, 408, 425, 429]

/** Brings what stands on the shelf to the server, one document after another, and tries again with growing waits. */
export class DraftSender<Body> {
  readonly #shelf: DraftShelf<Body>
  readonly #door: DraftDoor<Body>
  readonly #tell: () => void
  readonly #clock = new RetryClock(() => void this.#send())
  #isSending = false
  /** Somebody asked to send while that was going on. */
  #isAsked = false
  #isConnected = true

  /** @param tell is called when sending ended, and when the connection came or went. */
  constructor(shelf: DraftShelf<Body>, door: DraftDoor<Body>, tell: () => void) {
    this.#shelf = shelf
    this.#door = door
    this.#tell = tell
  }

  /** Whether a call is under way. */
  get isSending(): boolean {
    return this.#isSending
  }

  /** Whether the last call was answered by a server in good health that knows who calls. */
  get isConnected(): boolean {
    return this.#isConnected
  }

  /** There is something new to send. */
  soon(): void {
    if (this.#shelf.sendable.length > 0) this.#clock.soon()
  }

  /** Something changed for the better: tries now, with short waits again. */
  wake(): void {
    this.#clock.wake()
  }

  /** The device lost its network. */
  noteOffline(): void {
    this.#noteConnection(false)
  }

  /** The page may end now. What gets through is recognised when it is sent again. */
  sendLastMinute(): void {
    for (const draft of this.#shelf.sendable) {
      void this.#shelf.put(attempting(draft))
      this.#door.save(draft, { keepalive: true }).then(
        (revision) => this.#acknowledge(draft, revision),
        () => this.#clock.soon(),
      )
    }
  }

  async #send(): Promise<void> {
    this.#isAsked = true
    if (this.#isSending) return
    this.#isSending = true
    this.#isAsked = false
    try {
      await this.#deliverAll()
      this.#clock.succeed()
      if (this.#isAsked) this.#clock.soon()
    } catch {
      this.#clock.later()
    } finally {
      this.#isSending = false
      this.#tell()
    }
  }

  /** One document's trouble does not hold up the others, unless nothing gets through at all. */
  async #deliverAll(): Promise<void> {
    let failure: unknown
    for (const { key } of this.#shelf.sendable) {
      const draft = this.#shelf.get(key)
      if (draft) await this.#deliver(draft).catch((error: unknown) => (failure = error))
      if (failure instanceof ApiError && failure.problem.status === 0) break
    }
    if (failure !== undefined) throw failure
  }

  async #deliver(draft: Draft<Body>): Promise<void> {
    await this.#shelf.put(attempting(draft))
    try {
      const revision = await this.#door.save(draft, {})
      this.#noteConnection(true)
      await this.#acknowledge(draft, revision)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const { status } = error.problem
      // Without a sign-in nothing gets through either, however long the page waits.
      this.#noteConnection(status !== 0 && status !== 401 && status < 500)
      await this.#onRefusal(draft, error)
    }
  }

  async #onRefusal(draft: Draft<Body>, error: ApiError): Promise<void> {
    if (isWorthRetrying(error)) throw error
    const isGone = error.code === 'not-found' && draft.revision > 0
    if (error.code !== 'edited-meanwhile' && !isGone) return this.#refuse(draft.key, error)
    try {
      await this.#meet(draft, await this.#door.theirs(draft))
    } catch (second) {
      if (!(second instanceof ApiError) || isWorthRetrying(second)) throw second
      this.#refuse(draft.key, second)
    }
  }

  /** Somebody else wrote, or deleted it. What the server has may also be what this device sent without an answer. */
  async #meet(draft: Draft<Body>, theirs: Stored<Body> | null): Promise<void> {
    if (theirs && saysTheSame(theirs.body, draft.body)) return this.#acknowledge(draft, theirs.revision)
    const current = this.#shelf.get(draft.key)
    if (!current) return
    const isOurs = theirs && draft.attempted.some((body) => saysTheSame(body, theirs.body))
    if (isOurs) this.#isAsked = true
    this.#shelf.change(
      isOurs
        ? { ...current, revision: theirs.revision, attempted: [] }
        : { ...current, conflict: { theirs: theirs?.body ?? null, revision: theirs?.revision ?? 0 } },
    )
  }

  /** What was typed during the save stands on the revision that the save made. */
  async #acknowledge(sent: Draft<Body>, revision: number): Promise<void> {
    const current = this.#shelf.get(sent.key)
    if (!current) return
    if (current.stamp === sent.stamp) return this.#shelf.remove(sent.key, { body: sent.body, revision })
    this.#shelf.change({ ...current, revision, attempted: [] })
  }

  #refuse(key: string, { code }: ApiError): void {
    const draft = this.#shelf.get(key)
    if (draft) this.#shelf.change({ ...draft, refusal: code })
  }

  #noteConnection(isConnected: boolean): void {
    if (isConnected === this.#isConnected) return
    this.#isConnected = isConnected
    this.#tell()
  }
}

function attempting<Body>(draft: Draft<Body>): Draft<Body> {
  return { ...draft, attempted: [...draft.attempted, draft.body].slice(-MOST_ATTEMPTED) }
}

function isWorthRetrying({ problem: { status } }: ApiError): boolean {
  return WORTH_RETRYING.includes(status) || status >= 500
}
