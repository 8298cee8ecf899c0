import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import { MvElement } from '../app/element.ts'
import { Modal } from '../components/modal.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { namesOf } from '../results/names.ts'
import { CommandEvent } from './remote.ts'

/** As many items as one second vote may have. */
export const MOST_CHOSEN = 12

/** How many items were chosen, and the way to start a second vote on them: a dialog that says what will happen. */
@customElement('mv-vote-start')
export class VoteStart extends MvElement {
  @property({ attribute: false }) chosen: readonly string[] = []
  /** Of the round, the first one first. */
  @property({ attribute: false }) horizons: readonly string[] = []
  @property({ attribute: false }) instrument!: InstrumentView
  @property({ attribute: false }) isRunning = false
  @state() private asked = 1
  readonly #modal = new Modal('vote')

  protected override render() {
    return html`<div class="vote-start">
        <p role="status">
          ${this.isRunning ? t('workshop-vote-runs') : t('workshop-vote-chosen', { n: this.chosen.length, most: MOST_CHOSEN })}
        </p>
        ${
          this.isRunning || this.chosen.length === 0
            ? nothing
            : html`<button type="button" @click=${() => this.#modal.open()}>${t('workshop-vote-start')}</button>`
        }
      </div>
      ${this.#modal.render(t('workshop-vote-title'), this.#ask())}`
  }

  #ask(): TemplateResult {
    const names = namesOf(this.instrument, locale())
    return html`<p>${t('workshop-vote-explain')}</p>
      <ul>
        ${this.chosen.map((itemId) => html`<li>${names.topic(itemId)}</li>`)}
      </ul>
      ${
        this.horizons.length < 2
          ? nothing
          : html`<fieldset class="field">
              <legend>${t('workshop-vote-horizons')}</legend>
              ${this.horizons.map(
                (_, index) => html`<label class="choice">
                  <input type="radio" name="vote-horizons" .checked=${this.asked === index + 1} @change=${() => (this.asked = index + 1)} />
                  ${this.horizons
                    .slice(0, index + 1)
                    .map(names.horizon)
                    .join(' + ')}
                </label>`,
              )}
            </fieldset>`
      }
      <div class="actions">
        <button type="button" class="primary" @click=${this.#start}>${t('workshop-vote-start')}</button>
        <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>
      </div>`
  }

  readonly #start = () => {
    this.#modal.close()
    const horizons = this.horizons.slice(0, this.asked)
    this.dispatchEvent(new CommandEvent({ do: 'vote', itemIds: [...this.chosen], horizons }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-vote-start': VoteStart
  }
}
