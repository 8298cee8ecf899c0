import { besideOther, type Draft, type Stored } from './draft.ts'
import { DraftStore } from './draft-store.ts'
import { LivingPages } from './living-pages.ts'

/** What waits on this device: in this page at once, and in the device's storage as soon as that has it. */
export class DraftShelf<Body> {
  /** In the order in which the documents were first written: what stands on another document comes after it. */
  readonly #drafts = new Map<string, Draft<Body>>()
  readonly #acknowledged = new Map<string, Stored<Body>>()
  readonly #store: DraftStore<Body>
  readonly #pages: LivingPages
  readonly #tell: (key: string) => void
  #isLasting = true

  /** @param tell is called with the key of a document that came to stand otherwise. */
  constructor(name: string, tell: (key: string) => void) {
    this.#store = new DraftStore(name)
    this.#pages = new LivingPages(name)
    this.#tell = tell
  }

  /** Whether the device kept the last thing that it had to keep. */
  get isLasting(): boolean {
    return this.#isLasting
  }

  /** This page, as drafts name it. */
  get pageId(): string {
    return this.#pages.ownId
  }

  get all(): readonly Draft<Body>[] {
    return [...this.#drafts.values()]
  }

  /** What can be sent as it is: neither in conflict nor refused. */
  get sendable(): readonly Draft<Body>[] {
    return this.all.filter(({ conflict, refusal }) => !conflict && refusal === undefined)
  }

  get(key: string): Draft<Body> | undefined {
    return this.#drafts.get(key)
  }

  /** What the server acknowledged last to this page. */
  acknowledged(key: string): Stored<Body> | undefined {
    return this.#acknowledged.get(key)
  }

  /** Takes the place of what stood here of the document; resolves when the device has it. */
  async put(draft: Draft<Body>): Promise<void> {
    this.#drafts.set(draft.key, draft)
    const isKept = await this.#store.put(draft)
    if (isKept !== this.#isLasting) {
      this.#isLasting = isKept
      this.#tell(draft.key)
    }
    // It was acknowledged while the device wrote it.
    if (!this.#drafts.has(draft.key)) await this.#store.remove(draft.key, draft.pageId)
  }

  /** The same, and says that the document stands otherwise. */
  change(draft: Draft<Body>): void {
    void this.put(draft)
    this.#tell(draft.key)
  }

  /** Nothing of this document waits here any longer; `stored` is what the server has, if that is known. */
  async remove(key: string, stored: Stored<Body> | undefined): Promise<void> {
    if (stored) this.#acknowledged.set(key, stored)
    if (!this.#drafts.delete(key)) return
    this.#tell(key)
    await this.#store.remove(key, this.pageId)
  }

  /** What pages that are gone left here is this page's now. What they were refused may be tried once more. */
  async takeOver(): Promise<void> {
    const found = (await this.#store.all()).filter(({ pageId }) => pageId !== this.pageId)
    if (found.length === 0) return
    const living = await this.#pages.others()
    for (const draft of found) {
      if (!living.has(draft.pageId)) await this.#store.adopt(draft, (left) => this.#takeIn(left))
    }
  }

  #takeIn({ refusal: _refusal, ...left }: Draft<Body>): Draft<Body> {
    const draft = besideOther({ ...left, pageId: this.pageId }, this.#drafts.get(left.key))
    this.#drafts.set(draft.key, draft)
    this.#tell(draft.key)
    return draft
  }
}
