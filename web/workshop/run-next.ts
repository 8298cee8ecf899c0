import { html, type nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import './countdown.ts'
import type { NextStep } from './next-scene.ts'
import { CommandEvent } from './remote.ts'
import { StepEvent } from './run-events.ts'
import { sceneWords } from './scene-words.ts'

/**
 * The one thing to do next, as a large button, with the way back beside it. While the collecting closes it counts down
 * and offers to take that back.
 */
@customElement('mv-run-next')
export class RunNext extends MvElement {
  @property({ attribute: false }) next: NextStep = { do: 'end' }
  @property({ type: Boolean }) hasPrevious = false
  /** Whether this is about a second vote. */
  @property({ type: Boolean }) isVote = false
  @property({ attribute: false }) closesAt: string | null = null
  @property({ type: Number }) offset = 0
  /** Where the session is rounded off; '' in a rehearsal. */
  @property() end = ''
  @property({ attribute: false }) instrument: InstrumentView | undefined

  #hadFocus = false

  protected override willUpdate(): void {
    this.#hadFocus = this.contains(document.activeElement)
  }

  protected override updated(): void {
    // The button that was pressed is gone: what takes its place gets the focus, so that a keyboard can undo.
    if (this.#hadFocus && !this.contains(document.activeElement)) this.querySelector<HTMLElement>('.primary')?.focus()
  }

  protected override render() {
    if (this.next.do === 'closing') return this.#closing()
    return html`<div class="run-next">
      <button
        type="button"
        class="run-back ${this.hasPrevious ? '' : 'is-nowhere'}"
        aria-label=${t('workshop-next-previous')}
        title=${t('workshop-next-previous')}
        @click=${() => this.#step('previous')}
      >
        ←
      </button>
      ${this.#primary()}
    </div>`
  }

  #primary(): TemplateResult | typeof nothing {
    const { next } = this
    if (next.do === 'end')
      return this.end === ''
        ? html`<p>${t('workshop-next-end')}</p>`
        : html`<a class="button primary" href=${this.end}>${t('workshop-run-to-end')}</a>`
    return html`<button type="button" class="primary" @click=${this.#press}>${this.#words()}</button>`
  }

  #words(): string {
    const { next } = this
    if (next.do === 'show' && this.instrument)
      return t('workshop-next-show', { scene: sceneWords(next.scene, this.instrument) })
    if (next.do === 'phase') return t(`workshop-next-phase-${next.phase}`)
    if (next.do === 'consent') return t(`workshop-next-consent-${next.state}`)
    return t(`workshop-next-${next.do}`, { vote: this.isVote ? 'yes' : 'no' })
  }

  #closing(): TemplateResult {
    return html`<div class="run-closing">
      <p role="status">${t('workshop-closing', { vote: this.isVote ? 'yes' : 'no' })}</p>
      <mv-countdown .until=${this.closesAt ?? ''} .offset=${this.offset} secondsOnly></mv-countdown>
      <button type="button" class="primary" @click=${() => this.dispatchEvent(new CommandEvent({ do: 'undo-close' }))}>
        ${t('workshop-closing-undo')}
      </button>
    </div>`
  }

  readonly #press = () => {
    if (this.next.do === 'open') this.#step('open-round')
    else if (this.next.do === 'reflect' || this.next.do === 'consent') this.#step(this.next.do)
    else if (this.next.do === 'close') this.dispatchEvent(new CommandEvent({ do: 'close' }))
    else this.#step('next')
  }

  #step(step: StepEvent['step']): void {
    this.dispatchEvent(new StepEvent(step))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-run-next': RunNext
  }
}
