import { randomId } from '../participant/random-id.ts'
import type { Conflict, Draft, DraftDoor, DraftState, Stored } from './draft.ts'
import { DraftSender } from './draft-sender.ts'
import { DraftShelf } from './draft-shelf.ts'

/** Somebody who stops typing for so long, in milliseconds, has the words sent; who goes on has them sent now and then. */
const QUIET = 300
const LONGEST_TYPING = 2000

/** Says that a document came to stand otherwise; `key` names it, and is '' when that holds for every document. */
export class DraftChange extends Event {
  readonly key: string

  constructor(key: string) {
    super('change')
    this.key = key
  }
}

/**
 * Brings written documents to the server and never loses a word. Each keystroke is kept on the device first, then
 * sent with the revision that it was written on; it leaves the device only on its acknowledgement. It survives being
 * offline, closing the page, and somebody else who writes in the same document: then both versions stay until a person
 * chooses. A `change` event (`DraftChange`) tells which document came to stand otherwise.
 *
 * @example
 * const drafts = new Drafts<Words>(`meervoud-cards-${userId}`, { save, theirs })
 * await drafts.ready // before the first document is shown
 * shown: drafts.newestOf(card.id, card) // what is written here comes before what the server has
 * input: void drafts.keep(card.id, path, { text }, card.revision) // at every keystroke; it gathers them itself
 * blur: drafts.flush()
 * beside the field: drafts.stateOf(card.id), and in a conflict drafts.conflictOf(card.id) and drafts.resolve(...)
 */
export class Drafts<Body extends object> extends EventTarget {
  readonly #shelf: DraftShelf<Body>
  readonly #sender: DraftSender<Body>
  readonly #ready: Promise<void>
  #typing: ReturnType<typeof setTimeout> | undefined
  #typingSince = 0

  /**
   * Starts at once with what an earlier page left on this device, and goes on for as long as the page lives: make one
   * for each kind of document, not one for each element.
   *
   * @param name of the database on the device: one for each kind of document, with the id of who writes in it, so that
   *   the next person on this device never sends words in their own name that are not theirs.
   * @param door how the documents reach the server.
   */
  constructor(name: string, door: DraftDoor<Body>) {
    super()
    this.#shelf = new DraftShelf<Body>(name, (key) => this.#tell(key))
    this.#sender = new DraftSender(this.#shelf, door, () => this.#tell(''))
    this.#follow()
    this.#ready = this.#shelf.takeOver().then(() => this.#sender.wake())
  }

  /** Resolves when what an earlier page left on this device is known. Pages wait for it before they show a document. */
  get ready(): Promise<void> {
    return this.#ready
  }

  /** Everything that the server has not acknowledged, new documents (`revision` 0) included, the first written first. */
  get pending(): readonly Draft<Body>[] {
    return this.#shelf.all
  }

  /** Whether the device keeps what is written; false: it stays in this page only, and the page must stay open. */
  get isLasting(): boolean {
    return this.#shelf.isLasting
  }

  /** The words of this device that the server has not acknowledged; undefined when there are none. */
  bodyOf(key: string): Body | undefined {
    return this.#shelf.get(key)?.body
  }

  /**
   * What to show of a document, and the revision to write on: the words that wait here, or else the newer of what this
   * page had acknowledged and what was read from the server. Undefined when none of these is there.
   */
  newestOf(key: string, read: Stored<Body> | undefined): Stored<Body> | undefined {
    const draft = this.#shelf.get(key)
    if (draft) return { body: draft.body, revision: draft.revision }
    const acknowledged = this.#shelf.acknowledged(key)
    return acknowledged && acknowledged.revision > (read?.revision ?? 0) ? acknowledged : read
  }

  /** How a document stands; `saved` when nothing of it waits here. */
  stateOf(key: string): DraftState {
    const draft = this.#shelf.get(key)
    if (!draft) return 'saved'
    if (draft.conflict) return 'conflict'
    if (draft.refusal !== undefined) return 'refused'
    return this.#sender.isConnected ? 'waiting' : 'offline'
  }

  /** The other version of a document that is in `conflict`. */
  conflictOf(key: string): Conflict<Body> | undefined {
    return this.#shelf.get(key)?.conflict
  }

  /** Why the server refused a document: a code, with the sentence `problem-<code>`. */
  refusalOf(key: string): string | undefined {
    return this.#shelf.get(key)?.refusal
  }

  /**
   * Keeps what somebody wrote, and starts to send it; call it at every keystroke. It is known at once (`bodyOf`), the
   * promise resolves when the device has it. In a conflict it only keeps: both versions stay until `resolve`.
   *
   * @param revision the one that these words were written on. While a draft of the document waits here, or when this
   *   page had a newer one acknowledged, that one counts.
   */
  async keep(key: string, path: string, body: Body, revision: number): Promise<void> {
    const before = this.#shelf.get(key)
    const base = Math.max(revision, this.#shelf.acknowledged(key)?.revision ?? 0)
    const { refusal, ...kept } = before ?? { key, revision: base, pageId: this.#shelf.pageId, attempted: [] }
    const isNews = !before || refusal !== undefined
    const keeping = this.#shelf.put({ ...kept, path, body, stamp: randomId() })
    if (isNews) this.#tell(key)
    this.#sendWhenQuiet()
    await keeping
  }

  /** Sends now what waits: somebody left the field. */
  flush(): void {
    clearTimeout(this.#typing)
    this.#typing = undefined
    this.#sender.soon()
  }

  /** Tries everything again now, the refused documents too. */
  retry(): void {
    for (const { refusal, ...draft } of this.pending) if (refusal !== undefined) this.#shelf.change(draft)
    this.#sender.wake()
  }

  /**
   * Ends a conflict. `mine` sends the words of this device over the others; `theirs` forgets the words of this device:
   * `newestOf` then answers the others'. Without a conflict it does nothing.
   */
  async resolve(key: string, choice: 'mine' | 'theirs'): Promise<void> {
    const draft = this.#shelf.get(key)
    if (!draft?.conflict) return
    const { conflict, ...mine } = draft
    const { theirs, isHere } = conflict
    if (choice === 'theirs' && !isHere)
      return this.#shelf.remove(key, theirs ? { body: theirs, revision: conflict.revision } : undefined)
    const body = choice === 'theirs' && theirs ? theirs : mine.body
    const revision = isHere ? mine.revision : conflict.revision
    this.#shelf.change({ ...mine, body, revision, attempted: [], stamp: randomId() })
    this.#sender.wake()
  }

  /** Forgets what is written here of a document that is to be deleted; resolves when no call about it is under way. */
  async discard(key: string): Promise<void> {
    await this.#shelf.remove(key, undefined)
    while (this.#sender.isSending) await this.#next()
  }

  /** Resolves with the state of a document once it no longer is on its way: call it before what needs it saved. */
  async settled(key: string): Promise<DraftState> {
    this.flush()
    while (this.stateOf(key) === 'waiting') await this.#next()
    return this.stateOf(key)
  }

  #follow(): void {
    addEventListener('online', () => this.#sender.wake())
    addEventListener('pageshow', () => this.#sender.wake())
    addEventListener('offline', () => this.#sender.noteOffline())
    addEventListener('pagehide', () => this.#sendLastMinute())
    addEventListener('beforeunload', (event) => {
      if (this.pending.length > 0 && !this.isLasting) event.preventDefault()
    })
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#sender.wake()
      else this.#sendLastMinute()
    })
  }

  #sendLastMinute(): void {
    clearTimeout(this.#typing)
    this.#typing = undefined
    this.#sender.sendLastMinute()
  }

  #sendWhenQuiet(): void {
    const now = performance.now()
    if (this.#typing === undefined) this.#typingSince = now
    clearTimeout(this.#typing)
    const wait = Math.min(QUIET, Math.max(0, this.#typingSince + LONGEST_TYPING - now))
    this.#typing = setTimeout(() => this.flush(), wait)
  }

  #tell(key: string): void {
    this.dispatchEvent(new DraftChange(key))
  }

  #next(): Promise<void> {
    return new Promise((resolve) => this.addEventListener('change', () => resolve(), { once: true }))
  }
}
