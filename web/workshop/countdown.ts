import { html, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { Repeating } from '../app/repeating.ts'

const TICK = 250

/** A countdown of this server time has come to its end. */
export class CountedDownEvent extends Event {
  constructor() {
    super('mv-counted-down', { bubbles: true })
  }
}

/**
 * The time until a moment on the server's clock, as minutes and seconds, or as seconds alone. Assistive technology is
 * not told of every tick; what surrounds it says what it is about.
 */
@customElement('mv-countdown')
export class Countdown extends MvElement {
  /** ISO 8601. */
  @property() until = ''
  /** Milliseconds that the server's clock is ahead of this device's. */
  @property({ type: Number }) offset = 0
  @property({ type: Boolean }) secondsOnly = false
  #isTold = false

  constructor() {
    super()
    new Repeating(this, TICK, () => this.#tick())
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('until')) this.#isTold = false
  }

  protected override render() {
    const seconds = Math.ceil(this.#left() / 1000)
    const rest = String(seconds % 60).padStart(2, '0')
    return html`<span class="countdown" aria-hidden="true">${this.secondsOnly ? seconds : `${Math.floor(seconds / 60)}:${rest}`}</span>`
  }

  #tick(): void {
    this.requestUpdate()
    if (this.#left() > 0 || this.#isTold) return
    this.#isTold = true
    this.dispatchEvent(new CountedDownEvent())
  }

  #left(): number {
    return Math.max(0, new Date(this.until).getTime() - Date.now() - this.offset)
  }
}

declare global {
  interface HTMLElementEventMap {
    'mv-counted-down': CountedDownEvent
  }
}
