import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Renders its element again on every `change` of something that the whole page shares. */
export class Following implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #changes: EventTarget
  readonly #onChange = () => this.#host.requestUpdate()

  constructor(host: ReactiveControllerHost, changes: EventTarget) {
    this.#host = host
    this.#changes = changes
    host.addController(this)
  }

  hostConnected(): void {
    this.#changes.addEventListener('change', this.#onChange)
  }

  hostDisconnected(): void {
    this.#changes.removeEventListener('change', this.#onChange)
  }
}
