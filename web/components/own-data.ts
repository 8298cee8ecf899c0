import { html, type nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { ApiError, call } from '../api.ts'
import { accountErased } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { go } from '../app/router.ts'
import { t } from '../i18n/texts.ts'
import { confirmed } from './confirm-identity.ts'
import { faultSummary, formActions } from './fields.ts'
import { Modal } from './modal.ts'
import './own-data-texts.ts'
import { saveJson } from './save-file.ts'

/** An organisation that would be left without an owner. */
interface Left {
  readonly id: string
  readonly name: string
}

/** What is kept about the reader's own account: taking it along, and erasing it. */
@customElement('mv-own-data')
export class OwnData extends MvElement {
  @state() private isExported = false
  @state() private left: readonly Left[] = []
  readonly #form = new Form(this, 'own-data')
  readonly #erasing = new Form(this, 'own-data-erase')
  readonly #modal = new Modal('own-data-erase')

  protected override render() {
    return html`<section aria-labelledby="own-data-heading">
      <h2 id="own-data-heading">${t('own-data-title')}</h2>
      <p>${t('own-data-intro')}</p>
      ${faultSummary(this.#form)}
      <p>
        <button type="button" @click=${() => this.#form.run(this.#export)}>${t('own-data-export')}</button>
        <span role="status" class="done">${this.isExported ? t('own-data-exported') : ''}</span>
      </p>
      <p class="hint">${t('own-data-export-hint')}</p>
      <p><button type="button" class="danger" @click=${this.#ask}>${t('own-data-erase')}</button></p>
      ${this.#modal.render(t('own-data-erase-title'), this.#body())}
    </section>`
  }

  #body(): TemplateResult {
    const form = this.#erasing
    return html`<p>${t('own-data-erase-what')}</p>
      <p>${t('own-data-erase-stays')}</p>
      <p class="muted">${t('own-data-erase-names')}</p>
      <form novalidate @submit=${form.onSubmit(this.#erase)}>
        ${this.left.length === 0 ? faultSummary(form) : this.#owners()}
        ${formActions(
          form,
          html`<button class="danger">${t('own-data-erase-yes')}</button>
            <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
        )}
      </form>`
  }

  #owners(): TemplateResult | typeof nothing {
    return html`<div class="notice warning" role="alert">
      <p><strong>${t('own-data-owner-title')}.</strong> ${t('own-data-owner')}</p>
      <ul>
        ${this.left.map(({ id, name }) => html`<li><a href="/o/${id}" @click=${this.#modal.close}>${name}</a></li>`)}
      </ul>
    </div>`
  }

  readonly #ask = () => {
    this.left = []
    this.#erasing.clear()
    this.#modal.open()
  }

  readonly #export = async () => {
    this.isExported = false
    saveJson('meervoud-account', await confirmed(() => call<unknown>('GET', '/api/me/export')))
    this.isExported = true
  }

  readonly #erase = async () => {
    this.left = []
    try {
      await confirmed(() => call<void>('DELETE', '/api/me'))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'last-owner') this.left = ownersOf(error)
      if (this.left.length > 0) return
      throw error
    }
    this.#modal.close()
    accountErased()
    go('/')
  }
}

/** The organisations that a refusal names. */
function ownersOf({ problem }: ApiError): Left[] {
  return (problem.errors ?? []).map(({ pointer, detail }) => ({ id: pointer.split('/').at(-1) ?? '', name: detail }))
}
