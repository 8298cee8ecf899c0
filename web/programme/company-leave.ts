import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { go } from '../app/router.ts'
import { faultSummary, formActions } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import './company-texts.ts'

/** Leaving a programme, for owners, after a question that says what goes and what stays. */
@customElement('mv-company-leave')
export class CompanyLeave extends MvElement {
  @property() org = ''
  @property() programme = ''
  @property() name = ''
  readonly #form = new Form(this, 'programme-leave')
  readonly #modal = new Modal('programme-leave')

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="leave-heading">
      <h2 id="leave-heading">${t('programme-company-leave-title')}</h2>
      <p>${t('programme-company-leave-about')}</p>
      <p><button type="button" class="danger" @click=${this.#ask}>${t('programme-company-leave')}</button></p>
      ${this.#modal.render(t('programme-company-leave-sure', { programme: this.name }), this.#dialog())}
    </section>`
  }

  #dialog(): TemplateResult {
    const form = this.#form
    return html`<p>${t('programme-company-leave-about')}</p>
      <p>${t('programme-company-leave-again')}</p>
      <form novalidate @submit=${form.onSubmit(this.#leave)}>
        ${faultSummary(form)}
        ${formActions(
          form,
          html`<button class="danger">${t('programme-company-leave-yes')}</button>
            <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
        )}
      </form>`
  }

  readonly #ask = () => {
    this.#form.clear()
    this.#modal.open()
  }

  readonly #leave = async () => {
    await call<void>('DELETE', `/api/organisations/${this.org}/participations/${this.programme}`)
    this.#modal.close()
    go(`/o/${this.org}/programmes`)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-company-leave': CompanyLeave
  }
}
