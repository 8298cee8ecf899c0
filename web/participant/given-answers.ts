import type { ResponseView } from '../../server/contract/responses.ts'
import type { Answer, KeptAnswer } from './phone-store.ts'

/** One item on one horizon. */
export interface Slot {
  readonly itemId: string
  readonly horizon: string
}

/** The answers of one response as this person sees them: what the server has, with what this phone did since on top. */
export class GivenAnswers {
  readonly #answers = new Map<string, Answer>()
  readonly #touched = new Set<string>()

  /** `undefined` when this is not answered. */
  get({ itemId, horizon }: Slot): Answer | undefined {
    return this.#answers.get(keyOf(itemId, horizon))
  }

  /** Gives an answer, or takes it back with `null`. */
  set({ itemId, horizon }: Slot, answer: Answer | null): void {
    const key = keyOf(itemId, horizon)
    this.#touched.add(key)
    if (answer === null) this.#answers.delete(key)
    else this.#answers.set(key, answer)
  }

  /** Whether this was answered or taken back since the last `expectServer`. */
  isTouched({ itemId, horizon }: Slot): boolean {
    return this.#touched.has(keyOf(itemId, horizon))
  }

  /** The server is being asked: what is touched from now on is newer than its reply. */
  expectServer(): void {
    this.#touched.clear()
  }

  /** Takes over what the server has, but for what was touched since it was asked and what it has yet to receive. */
  takeOver(onServer: ResponseView['answers'], onPhone: readonly KeptAnswer[]): void {
    const touched = new Map([...this.#touched].map((key) => [key, this.#answers.get(key)]))
    this.#answers.clear()
    for (const [itemId, horizons] of Object.entries(onServer)) {
      for (const [horizon, answer] of Object.entries(horizons)) this.#answers.set(keyOf(itemId, horizon), answer)
    }
    for (const { itemId, horizon, answer } of onPhone) this.#put(keyOf(itemId, horizon), answer)
    for (const [key, answer] of touched) this.#put(key, answer ?? null)
  }

  #put(key: string, answer: Answer | null): void {
    if (answer === null) this.#answers.delete(key)
    else this.#answers.set(key, answer)
  }
}

function keyOf(itemId: string, horizon: string): string {
  return `${itemId} ${horizon}`
}
