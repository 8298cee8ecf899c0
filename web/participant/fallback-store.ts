import type { ResponseView } from '../../server/contract/responses.ts'
import { inTime } from '../drafts/in-time.ts'
import { DatabaseStore } from './database-store.ts'
import { MemoryStore } from './memory-store.ts'
import type { Answer, AnswerPlace, KeptAnswer, KeptOperation, KeptResponse, PhoneStore } from './phone-store.ts'

type Attempt<Result> = { readonly done: true; readonly result: Result } | { readonly done: false }

/**
 * What the page works with: IndexedDB with a copy in memory, so that nothing is lost when a phone refuses to keep
 * something, from the start or half-way. Its promises never reject; `isLasting` says what a person must be told.
 */
export class FallbackStore implements PhoneStore {
  readonly #memory = new MemoryStore()
  #database: DatabaseStore | undefined
  #isLasting = false
  /** Responses of which the newest state stands in memory only. */
  readonly #onlyHere = new Set<string>()

  /** Opens what this phone has. */
  static async open(): Promise<FallbackStore> {
    const store = new FallbackStore()
    try {
      store.#database = await inTime(DatabaseStore.open(() => store.#loseDatabase()))
      store.#isLasting = true
      await store.#copyToMemory(store.#database)
    } catch {
      store.#loseDatabase()
    }
    return store
  }

  /** Whether the last thing to keep was kept on the phone, and not only in this page. */
  get isLasting(): boolean {
    return this.#isLasting
  }

  /** The part that all pages on this phone share; `undefined` when there is none. */
  get database(): DatabaseStore | undefined {
    return this.#database
  }

  async current(): Promise<KeptResponse | undefined> {
    const inMemory = await this.#memory.current()
    if (inMemory && this.#onlyHere.has(inMemory.joinId)) return inMemory
    const onPhone = await this.#try((store) => store.current())
    return onPhone.done ? onPhone.result : inMemory
  }

  async setCurrent(joinId: string | undefined): Promise<void> {
    await this.#memory.setCurrent(joinId)
    await this.#try((store) => store.setCurrent(joinId))
  }

  async responses(): Promise<KeptResponse[]> {
    const inMemory = await this.#memory.responses()
    const onPhone = await this.#try((store) => store.responses())
    if (!onPhone.done) return inMemory
    const onlyHere = inMemory.filter(({ joinId }) => this.#onlyHere.has(joinId))
    return [...onPhone.result.filter(({ joinId }) => !this.#onlyHere.has(joinId)), ...onlyHere]
  }

  async keepResponse(response: KeptResponse): Promise<void> {
    await this.#memory.keepResponse(response)
    const kept = await this.#try((store) => store.keepResponse(response))
    this.#noteResponse(response.joinId, kept.done)
  }

  async changeResponse(joinId: string, change: Partial<KeptResponse>): Promise<void> {
    await this.#memory.changeResponse(joinId, change)
    const kept = await this.#try((store) => store.changeResponse(joinId, change))
    this.#noteResponse(joinId, kept.done)
  }

  async forgetResponse(joinId: string): Promise<void> {
    await this.#memory.forgetResponse(joinId)
    await this.#try((store) => store.forgetResponse(joinId))
  }

  /** What stands here is the newest that this page saw; another page may have kept one before. */
  async view(joinId: string): Promise<ResponseView | undefined> {
    const inMemory = await this.#memory.view(joinId)
    if (inMemory) return inMemory
    const onPhone = await this.#try((store) => store.view(joinId))
    return onPhone.done ? onPhone.result : undefined
  }

  async keepView(joinId: string, view: ResponseView | undefined): Promise<void> {
    await this.#memory.keepView(joinId, view)
    await this.#try((store) => store.keepView(joinId, view))
  }

  async answers(joinId: string): Promise<KeptAnswer[]> {
    const onPhone = await this.#try((store) => store.answers(joinId))
    return onPhone.done ? onPhone.result : this.#memory.answers(joinId)
  }

  async keepAnswer(place: AnswerPlace, answer: Answer | null, leastSeq: number): Promise<KeptOperation> {
    const onPhone = await this.#try((store) => store.keepAnswer(place, answer, leastSeq))
    this.#isLasting = onPhone.done
    if (!onPhone.done) return this.#memory.keepAnswer(place, answer, leastSeq)
    const made = onPhone.result
    this.#memory.mirror(made, { ...place, seq: made.operation.seq, answer })
    return made
  }

  /** Every operation that is still to be acknowledged, those of other pages on this phone included. */
  async operations(): Promise<KeptOperation[]> {
    const inMemory = await this.#memory.operations()
    const onPhone = await this.#try((store) => store.operations())
    const all = onPhone.done ? [...inMemory, ...onPhone.result] : inMemory
    return [...new Map(all.map((kept) => [kept.opId, kept])).values()]
  }

  async keepOperation(operation: KeptOperation): Promise<void> {
    await this.#memory.keepOperation(operation)
    await this.#try((store) => store.keepOperation(operation))
  }

  async removeOperations(opIds: readonly string[]): Promise<void> {
    await this.#memory.removeOperations(opIds)
    await this.#try((store) => store.removeOperations(opIds))
  }

  /** Another page on this phone had these acknowledged. */
  async forgetAcknowledged(opIds: readonly string[]): Promise<void> {
    await this.#memory.removeOperations(opIds)
  }

  async #copyToMemory(database: DatabaseStore): Promise<void> {
    for (const response of await inTime(database.responses())) {
      await this.#memory.keepResponse(response)
      for (const answer of await inTime(database.answers(response.joinId))) this.#memory.mirrorAnswer(answer)
    }
    for (const operation of await inTime(database.operations())) await this.#memory.keepOperation(operation)
    await this.#memory.setCurrent((await inTime(database.current()))?.joinId)
  }

  #noteResponse(joinId: string, isOnPhone: boolean): void {
    if (isOnPhone) this.#onlyHere.delete(joinId)
    else this.#onlyHere.add(joinId)
  }

  async #try<Result>(use: (store: DatabaseStore) => Promise<Result>): Promise<Attempt<Result>> {
    if (!this.#database) return { done: false }
    try {
      return { done: true, result: await inTime(use(this.#database)) }
    } catch {
      return { done: false }
    }
  }

  #loseDatabase(): void {
    this.#database = undefined
    this.#isLasting = false
    this.#memory.markNothingLasting()
  }
}
