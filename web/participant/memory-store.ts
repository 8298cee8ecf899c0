import type { ResponseView } from '../../server/contract/responses.ts'
import {
  type Answer,
  type AnswerPlace,
  isAbout,
  type KeptAnswer,
  type KeptOperation,
  type KeptResponse,
  makeOperation,
  type PhoneStore,
} from './phone-store.ts'

/** Keeps everything for as long as the page lives. Its promises never reject. */
export class MemoryStore implements PhoneStore {
  readonly #responses = new Map<string, KeptResponse>()
  readonly #views = new Map<string, ResponseView>()
  readonly #answers = new Map<string, KeptAnswer>()
  readonly #operations = new Map<string, KeptOperation>()
  #current: string | undefined

  async current(): Promise<KeptResponse | undefined> {
    return this.#current === undefined ? undefined : this.#responses.get(this.#current)
  }

  async setCurrent(joinId: string | undefined): Promise<void> {
    this.#current = joinId
  }

  async responses(): Promise<KeptResponse[]> {
    return [...this.#responses.values()]
  }

  async keepResponse(response: KeptResponse): Promise<void> {
    this.#responses.set(response.joinId, response)
  }

  async changeResponse(joinId: string, change: Partial<KeptResponse>): Promise<void> {
    const before = this.#responses.get(joinId)
    if (before) this.#responses.set(joinId, { ...before, ...change })
  }

  async forgetResponse(joinId: string): Promise<void> {
    this.#responses.delete(joinId)
    this.#views.delete(joinId)
    for (const [key, answer] of this.#answers) if (answer.joinId === joinId) this.#answers.delete(key)
    if (this.#current === joinId) this.#current = undefined
  }

  async view(joinId: string): Promise<ResponseView | undefined> {
    return this.#views.get(joinId)
  }

  async keepView(joinId: string, view: ResponseView | undefined): Promise<void> {
    if (view) this.#views.set(joinId, view)
    else this.#views.delete(joinId)
  }

  async answers(joinId: string): Promise<KeptAnswer[]> {
    return [...this.#answers.values()].filter((answer) => answer.joinId === joinId)
  }

  async keepAnswer(place: AnswerPlace, answer: Answer | null, leastSeq: number): Promise<KeptOperation> {
    const seq = Math.max((this.#answers.get(keyOf(place))?.seq ?? 0) + 1, leastSeq)
    const operation = makeOperation(place, answer, seq, false)
    this.mirror(operation, { ...place, seq, answer })
    return operation
  }

  async operations(): Promise<KeptOperation[]> {
    return [...this.#operations.values()]
  }

  async keepOperation(operation: KeptOperation): Promise<void> {
    this.#operations.set(operation.opId, operation)
  }

  async removeOperations(opIds: readonly string[]): Promise<void> {
    for (const opId of opIds) this.#operations.delete(opId)
  }

  /** Takes over what a lasting store made, so that a page survives the loss of that store. */
  mirror(operation: KeptOperation, answer: KeptAnswer): void {
    for (const other of this.#operations.values()) if (isAbout(other, answer)) this.#operations.delete(other.opId)
    this.#operations.set(operation.opId, operation)
    this.mirrorAnswer(answer)
  }

  /** Takes over an answer that a lasting store knows. */
  mirrorAnswer(answer: KeptAnswer): void {
    this.#answers.set(keyOf(answer), answer)
  }

  /** Nothing here survives the page any longer: the lasting store is gone. */
  markNothingLasting(): void {
    for (const kept of this.#operations.values()) this.#operations.set(kept.opId, { ...kept, lasting: false })
  }
}

function keyOf({ joinId, itemId, horizon }: AnswerPlace): string {
  return JSON.stringify([joinId, itemId, horizon])
}
