import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import english from '../../data/texts/en/phone-erase.ftl?raw'
import dutch from '../../data/texts/nl/phone-erase.ftl?raw'
import { addTexts, t } from '../i18n/texts.ts'
// Fetched together with the question, so that a phone without network can go on trying.
import './erasure.ts'
import { ParticipantScreen } from './participant-screen.ts'
import { isErasing } from './phone-store.ts'
import type { ResponseState } from './response-state.ts'

addTexts({ nl: dutch, en: english })

/** Asks once whether to erase the own answers, and says how far it is until it is done, or why it cannot be done. */
@customElement('mv-erase-answers')
export class EraseAnswers extends ParticipantScreen {
  @query('dialog') private dialog!: HTMLDialogElement
  @query('h2') private heading!: HTMLElement
  #joinId: string | undefined
  #shown: string | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#joinId = this.state.response?.joinId
  }

  protected override firstUpdated(): void {
    this.dialog.showModal()
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const { response } = this.state
    if (response?.joinId !== this.#joinId) this.remove()
    const erase = response?.erase ?? 'no'
    // The button that had the focus is gone.
    if (this.#shown !== undefined && this.#shown !== erase) this.heading.focus()
    this.#shown = erase
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="erase-title" @cancel=${this.#onCancel} @close=${this.#onClose}>
      ${this.#isBusy ? busy(this.state) : this.#isRefused ? this.#refused() : this.#question()}
    </dialog>`
  }

  get #isBusy(): boolean {
    return this.state.response !== undefined && isErasing(this.state.response)
  }

  get #isRefused(): boolean {
    const { erase } = this.state.response ?? {}
    return erase === 'closed' || erase === 'unknown'
  }

  #question(): TemplateResult {
    const unsent = this.state.answers.unsent.length
    return html`<h2 class="dialog-title" id="erase-title" tabindex="-1">${t('phone-erase-title')}</h2>
      <p>${t('phone-erase-lead')}</p>
      ${unsent > 0 ? html`<p>${t('phone-erase-unsent')}</p>` : nothing}
      <p>${t('phone-erase-shown')}</p>
      <p>${t('phone-erase-cards')}</p>
      <div class="actions">
        <button type="button" @click=${() => this.dialog.close()}>${t('phone-erase-no')}</button>
        <button type="button" class="primary" @click=${() => this.state.erase()}>${t('phone-erase-yes')}</button>
      </div>`
  }

  #refused(): TemplateResult {
    return html`<h2 class="dialog-title" id="erase-title" tabindex="-1">${t('phone-erase-not')}</h2>
      <p class="notice warning">${t(`phone-erase-${this.state.response?.erase}`)}</p>
      <p>${t('phone-erase-dropped')}</p>
      <div class="actions">
        <button type="button" class="primary" @click=${() => this.dialog.close()}>${t('phone-erase-go-on')}</button>
      </div>`
  }

  readonly #onCancel = (event: Event) => {
    if (this.#isBusy) event.preventDefault()
  }

  readonly #onClose = async () => {
    // Some browsers close it all the same the second time.
    if (this.#isBusy) return this.dialog.showModal()
    if (this.#isRefused) await this.state.keep({ erase: 'no' })
    this.remove()
  }
}

function busy(state: ResponseState): TemplateResult {
  return html`<h2 class="dialog-title" id="erase-title" tabindex="-1">${t('phone-erase-busy')}</h2>
    <p>${t('phone-erase-again')}</p>
    <p>${t('phone-erase-dropped')}</p>
    <p>${t(state.isLasting ? 'phone-erase-later' : 'phone-erase-stay')}</p>
    <div class="actions">
      <button type="button" @click=${() => state.sendNow()}>${t('phone-erase-now')}</button>
    </div>`
}

/** Opens the question, or what became of it, on top of the page; once. */
export function askToErase(state: ResponseState): void {
  if (document.querySelector('mv-erase-answers')) return
  document.body.append(Object.assign(new EraseAnswers(), { state }))
}
