import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { t } from '../i18n/texts.ts'
import { webAddress } from './web-address.ts'
import { WorkPartElement } from './work-part.ts'

/** A page elsewhere that shows where an answer comes from. */
@customElement('mv-work-link')
export class WorkLink extends WorkPartElement {
  protected readonly workPart = 'link'

  protected override render(): TemplateResult {
    const value = this.value ?? ''
    if (!this.sheet.mayWrite && this.state === 'saved') return this.#read(value)
    return html`<div class="field ${this.state === 'refused' ? 'is-faulty' : ''}">
        <label for="sheet-link">${t('sheet-link-label')}</label>
        <input
          id="sheet-link"
          type="text"
          inputmode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-describedby="sheet-link-standing"
          aria-invalid=${this.state === 'refused' ? 'true' : nothing}
          .value=${live(value)}
          @input=${this.#type}
          @blur=${() => this.end()}
        />
        <div id="sheet-link-standing">${this.standing(t('sheet-link-fault'))}</div>
        ${this.state === 'saved' ? open(value) : nothing}
      </div>
      ${this.conflict((other) => other ?? '')}`
  }

  #read(value: string): TemplateResult {
    return html`<h3>${t('sheet-link-label')}</h3>
      ${value === '' ? html`<p>${t('sheet-nothing')}</p>` : open(value)}`
  }

  #type({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.write(target.value || null)
  }
}

/** Only what is a web address is ever made a link, whatever was stored. */
function open(value: string): TemplateResult | typeof nothing {
  const address = webAddress(value)
  if (value === '' || address === undefined) return nothing
  return html`<p class="sheet-link"><a href=${address} target="_blank" rel="noopener noreferrer">${address}</a></p>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-work-link': WorkLink
  }
}
