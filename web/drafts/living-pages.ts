import { randomId } from '../participant/random-id.ts'

/** How long another page of this device gets to say that it lives, in milliseconds. */
const ANSWER_TIME = 150

/**
 * This page among the other pages of the product on this device, so that nobody takes over the drafts of a page that
 * is still open. Without BroadcastChannel this page believes that it is alone.
 */
export class LivingPages {
  /** This page; another one after each load. */
  readonly ownId = randomId()
  readonly #channel: BroadcastChannel | undefined
  readonly #others = new Set<string>()

  constructor(name: string) {
    if (!('BroadcastChannel' in globalThis)) return
    this.#channel = new BroadcastChannel(name)
    this.#channel.addEventListener('message', ({ data }) => this.#hear(data))
  }

  /** The ids of the other pages that are open now. */
  async others(): Promise<ReadonlySet<string>> {
    if (!this.#channel) return new Set()
    this.#others.clear()
    this.#channel.postMessage({ asks: true })
    await new Promise((resolve) => setTimeout(resolve, ANSWER_TIME))
    return this.#others
  }

  #hear(data: unknown): void {
    if (typeof data !== 'object' || data === null) return
    if ('asks' in data) this.#channel?.postMessage({ lives: this.ownId })
    if ('lives' in data && typeof data.lives === 'string') this.#others.add(data.lives)
  }
}
