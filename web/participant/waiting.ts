import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { t } from '../i18n/texts.ts'
import { ParticipantScreen } from './participant-screen.ts'

/** A wait shorter than this needs no word; milliseconds. */
const SHORT = 400
const LONG = 8000

/** Stands where a screen will come: nothing at first, then a word, then a word with a button. */
@customElement('mv-waiting')
export class Waiting extends ParticipantScreen {
  @state() private length: 'none' | 'short' | 'long' = 'none'
  #timers: ReturnType<typeof setTimeout>[] = []

  override connectedCallback(): void {
    super.connectedCallback()
    this.#timers = [setTimeout(() => this.#note('short'), SHORT), setTimeout(() => this.#note('long'), LONG)]
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const timer of this.#timers) clearTimeout(timer)
  }

  protected override render(): TemplateResult {
    const isOut = this.state.isOut
    return html`<div class="screen" aria-busy="true">
      <p role="status" class="waiting">
        ${isOut ? t('participant-closed-out') : this.length === 'none' ? nothing : t('participant-waiting')}
      </p>
      ${
        this.length === 'long'
          ? html`<p>${t('participant-waiting-long')}</p>
            <button type="button" class="primary" @click=${this.#tryAgain}>
              ${t('participant-waiting-retry')}
            </button>`
          : nothing
      }
    </div>`
  }

  readonly #tryAgain = (): void => {
    const { response, joining } = this.state
    if (response) void this.state.refresh()
    else if (joining.code) void this.state.giveCode(joining.code)
  }

  #note(length: 'short' | 'long'): void {
    this.length = length
  }
}
