import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OrganisationErasure as Erasure } from '../../server/contract/own-data.ts'
import { call } from '../api.ts'
import { accessChanges, readAccess } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { go } from '../app/router.ts'
import { formatDay, t } from '../i18n/texts.ts'
import { confirmed } from './confirm-identity.ts'
import { faultSummary, formActions } from './fields.ts'
import { Modal } from './modal.ts'
import './own-data-texts.ts'

/** Erasing an organisation, for its owners: asking for it, agreeing with another owner, and stopping it. */
@customElement('mv-organisation-erasure')
export class OrganisationErasure extends MvElement {
  @property() org = ''
  @property() name = ''
  @state() private isStopped = false
  readonly #erasure = new Reading<Erasure>(this, (signal) =>
    call('GET', `/api/organisations/${this.org}/erasure`, undefined, { signal }),
  )
  readonly #form = new Form(this, 'org-erase')
  readonly #stopping = new Form(this, 'org-erase-stop')
  readonly #modal = new Modal('org-erase')

  /** Whoever presses "stop" in the banner above stops it here too. */
  readonly #refresh = () => void this.#erasure.refresh()

  override connectedCallback(): void {
    super.connectedCallback()
    accessChanges.addEventListener('change', this.#refresh)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    accessChanges.removeEventListener('change', this.#refresh)
  }

  protected override render() {
    return html`<section aria-labelledby="org-erase-title">
      <h2 id="org-erase-title">${t('own-data-org-erase-title')}</h2>
      <p>${t('own-data-org-erase-about')}</p>
      ${this.#erasure.render(({ waiting }) => (waiting ? this.#waiting(waiting) : this.#ask()), 'part')}
    </section>`
  }

  #ask(): TemplateResult {
    const question = html`<p>${t('own-data-org-erase-about')}</p>
      <p>${t('own-data-org-erase-when')}</p>
      <p>${t('own-data-org-erase-first')}</p>`
    return html`<p>${t('own-data-org-erase-when')}</p>
      <p role="status" class="done">${this.isStopped ? t('own-data-stopped') : ''}</p>
      <p><button type="button" class="danger" @click=${this.#open}>${t('own-data-org-erase')}</button></p>
      ${this.#modal.render(
        t('own-data-org-erase-sure', { name: this.name }),
        this.#dialog(question, t('own-data-org-erase-yes'), this.#request),
      )}`
  }

  #waiting({ by, isMine, dueAt }: NonNullable<Erasure['waiting']>): TemplateResult {
    const day = formatDay(dueAt)
    const other = by === null ? t('own-data-org-waiting-nobody', { day }) : t('own-data-org-waiting', { by, day })
    return html`<div class="notice warning">
        <p>${isMine ? t('own-data-org-waiting-mine', { day }) : other}</p>
      </div>
      ${faultSummary(this.#stopping)}
      <p class="actions">
        <button type="button" class="primary" @click=${() => this.#stopping.run(this.#stop)}>${t('own-data-stop')}</button>
        ${isMine ? nothing : html`<button type="button" class="danger" @click=${this.#open}>${t('own-data-org-agree')}</button>`}
      </p>
      ${this.#modal.render(
        t('own-data-org-agree-title', { name: this.name }),
        this.#dialog(html`<p>${t('own-data-org-agree-about')}</p>`, t('own-data-org-agree-yes'), this.#confirm),
      )}`
  }

  #dialog(question: TemplateResult, yes: string, send: () => Promise<void>): TemplateResult {
    const form = this.#form
    return html`${question}
      <form novalidate @submit=${form.onSubmit(send)}>
        ${faultSummary(form)}
        ${formActions(
          form,
          html`<button class="danger">${yes}</button>
            <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
        )}
      </form>`
  }

  readonly #open = () => {
    this.#form.clear()
    this.#modal.open()
  }

  readonly #request = async () => {
    await confirmed(() => call<Erasure>('POST', `/api/organisations/${this.org}/erasure`))
    this.#modal.close()
    this.isStopped = false
    await readAccess()
  }

  readonly #confirm = async () => {
    await confirmed(() => call<void>('POST', `/api/organisations/${this.org}/erasure/confirm`))
    this.#modal.close()
    await readAccess()
    go('/')
  }

  readonly #stop = async () => {
    await call<void>('DELETE', `/api/organisations/${this.org}/erasure`)
    this.isStopped = true
    await readAccess()
  }
}
