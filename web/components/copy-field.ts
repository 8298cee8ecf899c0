import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'

/** A text to take along, such as a link, with a button that copies it. `name` makes the ids on the page unique. */
@customElement('mv-copy-field')
export class CopyField extends MvElement {
  @property() name = ''
  @property() label = ''
  @property() value = ''
  @state() private copied = false

  protected override render() {
    const id = `copy-${this.name}`
    return html`<div class="field">
      <label for=${id}>${this.label}</label>
      <div class="copy">
        <input id=${id} type="text" readonly .value=${this.value} @focus=${selectAll} />
        <button type="button" @click=${this.#copy}>${t('frame-copy')}</button>
      </div>
      <span role="status" class="done">${this.copied ? t('frame-copied') : ''}</span>
    </div>`
  }

  readonly #copy = async () => {
    const field = this.querySelector('input')
    field?.select()
    try {
      await navigator.clipboard.writeText(this.value)
      this.copied = true
    } catch {
      // No clipboard here, as on an address without HTTPS: the text is selected, so that the reader can copy it.
      this.copied = document.execCommand('copy')
    }
  }
}

function selectAll(event: Event): void {
  if (event.target instanceof HTMLInputElement) event.target.select()
}
