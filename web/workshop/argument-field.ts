import { html, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import { ArgumentEvent } from './run-events.ts'

const LONGEST = 500

/**
 * Which words moved people at an item, to be noted while they talk. It sends `mv-argument` when the facilitator leaves
 * the field, and never changes what is being typed.
 */
@customElement('mv-argument-field')
export class ArgumentField extends MvElement {
  @property() voteId = ''
  @property() itemId = ''
  @property() topic = ''
  /** What the server has. */
  @property() value = ''
  @property({ attribute: false }) isSaved = false

  protected override render() {
    const id = `argument-${this.voteId}-${this.itemId}`
    return html`<div class="field">
      <label for=${id}>${t('workshop-argument')}<span class="visually-hidden">: ${this.topic}</span></label>
      <textarea id=${id} rows="2" maxlength=${LONGEST} @change=${this.#send}></textarea>
      <p class="hint">${t('workshop-argument-hint')} <span role="status" class="done">${this.isSaved ? t('frame-saved') : ''}</span></p>
    </div>`
  }

  protected override updated(changed: PropertyValues<this>): void {
    const field = this.querySelector('textarea')
    if (changed.has('value') && field && field !== document.activeElement) field.value = this.value
  }

  readonly #send = ({ target }: Event) => {
    if (!(target instanceof HTMLTextAreaElement)) return
    this.dispatchEvent(new ArgumentEvent(this.voteId, this.itemId, target.value.trim()))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-argument-field': ArgumentField
  }
}
