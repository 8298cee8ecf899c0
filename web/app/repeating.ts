import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Does something again and again while its element is on a page that somebody can see, and at once when it comes back in sight. */
export class Repeating implements ReactiveController {
  readonly #every: number
  readonly #work: () => void
  #timer: ReturnType<typeof setInterval> | undefined
  readonly #onVisibility = () => this.#follow(true)

  /** @param every milliseconds. */
  constructor(host: ReactiveControllerHost, every: number, work: () => void) {
    this.#every = every
    this.#work = work
    host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility)
    this.#follow(false)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility)
    clearInterval(this.#timer)
  }

  #follow(isComingBack: boolean): void {
    clearInterval(this.#timer)
    if (document.visibilityState === 'hidden') return
    if (isComingBack) this.#work()
    this.#timer = setInterval(this.#work, this.#every)
  }
}
