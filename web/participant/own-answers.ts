import type { ResponseView } from '../../server/contract/responses.ts'
import { GivenAnswers, type Slot } from './given-answers.ts'
import type { Outbox } from './outbox.ts'
import { type Answer, answerOf, type KeptAnswer, type KeptOperation } from './phone-store.ts'

/** Where the answers to one question are: `kept` on this phone, `held` only in this page, `received` by the server. */
export type Whereabouts = 'none' | 'saving' | 'kept' | 'held' | 'received' | 'refused'

/** The answers of one response, and where each of them is. */
export class OwnAnswers {
  readonly #outbox: Outbox
  readonly #joinId: string
  readonly #onChange: () => void
  readonly #given = new GivenAnswers()
  readonly #saving = new Map<string, number>()

  constructor(outbox: Outbox, joinId: string, onChange: () => void) {
    this.#outbox = outbox
    this.#joinId = joinId
    this.#onChange = onChange
  }

  /** The answer to one item on one horizon; `undefined` when there is none. */
  get(slot: Slot): Answer | undefined {
    return this.#given.get(slot)
  }

  /** Gives an answer, or takes it back with `null`. It shows at once and is called kept only when it is. */
  async give(slot: Slot, answer: Answer | null): Promise<void> {
    this.#given.set(slot, answer)
    this.#countSaving(slot.itemId, 1)
    this.#onChange()
    await this.#outbox.keep({ joinId: this.#joinId, ...slot }, answer)
    this.#countSaving(slot.itemId, -1)
    this.#onChange()
  }

  /** Where the answers to one question are. */
  whereabouts(itemId: string, horizons: readonly string[]): Whereabouts {
    if (this.#saving.has(itemId)) return 'saving'
    if (this.refusalOf(itemId)) return 'refused'
    const waiting = this.unsent.filter((kept) => kept.operation.itemId === itemId)
    if (waiting.some((kept) => !kept.lasting)) return 'held'
    if (waiting.length > 0) return 'kept'
    const slots = horizons.map((horizon) => ({ itemId, horizon }))
    return slots.some((slot) => this.#given.get(slot) || this.#given.isTouched(slot)) ? 'received' : 'none'
  }

  /** Problem code with which the server refused an answer to this question; `undefined` when it did not. */
  refusalOf(itemId: string): string | undefined {
    return this.refused.find((kept) => kept.operation.itemId === itemId)?.refusal
  }

  /** Whether an answer is being kept at this moment. */
  get isSaving(): boolean {
    return this.#saving.size > 0
  }

  /** What the server has still to receive. */
  get unsent(): readonly KeptOperation[] {
    return this.#own.filter((kept) => kept.refusal === undefined)
  }

  /** What the server refused. */
  get refused(): readonly KeptOperation[] {
    return this.#own.filter((kept) => kept.refusal !== undefined)
  }

  /** Whether answers of an earlier person on this phone are still on their way. */
  get isBehindOthers(): boolean {
    return this.#outbox.unacknowledged.some((kept) => kept.joinId !== this.#joinId && kept.refusal === undefined)
  }

  /** The server is being asked: what is given from now on is newer than its reply. */
  expectServer(): void {
    this.#given.expectServer()
  }

  /** Takes over what the phone kept, while the server has not been heard. */
  takeOverKept(view: ResponseView, kept: readonly KeptAnswer[]): void {
    this.#given.takeOver(view.answers, kept)
  }

  /** Takes over what the server has, under what it has yet to receive. */
  takeOver(view: ResponseView): void {
    const waiting = this.#own.map(({ joinId, operation }) => {
      const { itemId, horizon, seq } = operation
      return { joinId, itemId, horizon, seq, answer: answerOf(operation) }
    })
    this.#given.takeOver(view.answers, waiting)
  }

  get #own(): readonly KeptOperation[] {
    return this.#outbox.unacknowledged.filter((kept) => kept.joinId === this.#joinId)
  }

  #countSaving(itemId: string, by: 1 | -1): void {
    const left = (this.#saving.get(itemId) ?? 0) + by
    if (left > 0) this.#saving.set(itemId, left)
    else this.#saving.delete(itemId)
  }
}
