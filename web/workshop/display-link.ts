import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DisplayLink as DisplayLinkMade } from '../../server/contract/workshops.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import '../components/copy-field.ts'
import { faultSummary } from '../components/fields.ts'
import { isOnlyHere } from '../components/only-here.ts'
import { t } from '../i18n/texts.ts'
import './workshop-texts.ts'

/** Makes the link that opens the wall on any screen. It is shown once, since it carries a secret. */
@customElement('mv-display-link')
export class DisplayLink extends MvElement {
  @property() org = ''
  @property() workshop = ''
  @state() private url = ''
  @state() private isEnded = false
  readonly #form = new Form(this, 'display')

  protected override render() {
    return html`${faultSummary(this.#form)}
      <p>${t('workshop-screen-explain')}</p>
      ${this.url === '' ? nothing : this.#made()}
      <p class="actions">
        <button type="button" class=${this.url === '' ? '' : 'quiet'} @click=${this.#make}>
          ${this.url === '' ? t('workshop-screen-make') : t('workshop-screen-make-again')}
        </button>
        <button type="button" class="quiet" @click=${this.#end}>${t('workshop-screen-end')}</button>
        <span role="status" class="done">${this.isEnded ? t('workshop-screen-ended') : ''}</span>
      </p>`
  }

  #made(): TemplateResult {
    return html`<div class="notice">
      <p role="status">${t('workshop-screen-once')}</p>
      ${isOnlyHere(this.url) ? html`<p class="warning">${t('workshop-screen-only-here')}</p>` : nothing}
      <mv-copy-field name="display" .label=${t('workshop-screen-link')} .value=${this.url}></mv-copy-field>
      <p><a class="button" href=${this.url} target="_blank" rel="noopener">${t('workshop-screen-open')}</a></p>
    </div>`
  }

  readonly #make = () =>
    this.#form.run(async () => {
      this.url = (await call<DisplayLinkMade>('POST', this.#path, {})).url
      this.isEnded = false
    })

  readonly #end = () =>
    this.#form.run(async () => {
      await call<void>('DELETE', this.#path)
      this.url = ''
      this.isEnded = true
    })

  get #path(): string {
    return `/api/organisations/${this.org}/workshops/${this.workshop}/display-links`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-display-link': DisplayLink
  }
}
