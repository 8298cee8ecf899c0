import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { Repeating } from '../app/repeating.ts'
import { asClock, secondsUntil } from '../wall/clock.ts'

const TICK = 250

/**
 * The time until a moment on the server's clock, as minutes and seconds, or as seconds alone. Assistive technology is
 * not told of every tick: what stands around it says what it is about.
 */
@customElement('mv-countdown')
export class Countdown extends MvElement {
  /** ISO 8601. */
  @property() until = ''
  /** Milliseconds that the server's clock is ahead of this device's. */
  @property({ type: Number }) offset = 0
  @property({ type: Boolean }) secondsOnly = false

  constructor() {
    super()
    new Repeating(this, TICK, () => this.requestUpdate())
  }

  protected override render() {
    const seconds = secondsUntil(this.until, Date.now() + this.offset)
    return html`<span class="countdown" aria-hidden="true">${this.secondsOnly ? seconds : asClock(seconds)}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-countdown': Countdown
  }
}
