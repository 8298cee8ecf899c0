import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Whether there is room for a table; renders its element again when that changes. */
export class WideScreen implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #query = matchMedia('(min-width: 56rem)')
  readonly #onChange = () => this.#host.requestUpdate()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  get isWide(): boolean {
    return this.#query.matches
  }

  hostConnected(): void {
    this.#query.addEventListener('change', this.#onChange)
  }

  hostDisconnected(): void {
    this.#query.removeEventListener('change', this.#onChange)
  }
}
