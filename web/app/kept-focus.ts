import type { ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * Keeps a keyboard in its place: where the button that had the focus goes away, because what it did is done, the heading
 * of its section gets the focus. A button in a dialog gave it back to the one that opened it by then.
 */
export class KeptFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  #held: Element | null = null
  #section: Element | null = null

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host
    host.addController(this)
  }

  hostUpdate(): void {
    const held = document.activeElement
    this.#held = this.#host.contains(held) ? held : null
    this.#section = this.#held?.closest('section') ?? null
  }

  hostUpdated(): void {
    if (!this.#held || this.#held.isConnected) return
    const heading = this.#section?.querySelector<HTMLElement>('h2')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus()
  }
}
