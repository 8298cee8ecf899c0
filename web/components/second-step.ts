import { html, type LitElement, type TemplateResult } from 'lit'
import { ApiError } from '../api.ts'
import { exactly, type FieldRule, type Form } from '../app/form.ts'
import { t } from '../i18n/texts.ts'
import { textField } from './fields.ts'
import { passkeyPlace, whyNoPasskeys } from './passkey-place.ts'
import './sign-in-texts.ts'

/**
 * The second step of a form that asks a password: a code from the app, or a recovery code. It stands in the form from
 * the moment that the server asks for it; what was filled in before stays. Who has a passkey and no app is sent to the
 * button for it above the form, and may fill in a recovery code.
 */
export class SecondStep {
  isAsked = false
  #isRecovery = false
  #hasApp = true
  readonly #host: LitElement

  /** Give `rule` to the form. */
  readonly rule: FieldRule = {
    field: 'code',
    fault: 'sign-in-fault-code',
    holds: (value) => !this.isAsked || value.trim() !== '',
    codes: ['wrong-factor'],
  }

  constructor(host: LitElement) {
    this.#host = host
  }

  /** Sends what was filled in; when the server asks for a code, the field for it appears and `false` is answered. */
  async send(form: Form, values: FormData, work: (code: string | undefined) => Promise<void>): Promise<boolean> {
    const code = this.isAsked ? exactly(values, 'code').trim() : undefined
    try {
      await work(code)
      return true
    } catch (error) {
      if (!(error instanceof ApiError) || !['second-factor-needed', 'passkey-needed'].includes(error.code)) throw error
      this.isAsked = true
      this.#hasApp = error.code === 'second-factor-needed'
      this.#isRecovery = !this.#hasApp
      await this.#showField(form)
      return false
    }
  }

  /** Forgets it, for a form that is opened anew. */
  clear(): void {
    this.isAsked = false
    this.#isRecovery = false
  }

  render(form: Form): TemplateResult {
    const field = this.#isRecovery
      ? textField(form, {
          name: 'code',
          label: t('sign-in-recovery'),
          hint: t('sign-in-recovery-hint'),
          value: '',
        })
      : textField(form, {
          name: 'code',
          label: t('sign-in-code'),
          hint: t('sign-in-code-hint'),
          autocomplete: 'one-time-code',
          inputmode: 'numeric',
          size: 'short',
        })
    if (!this.#hasApp) return html`${passkeyFirst()} ${field}`
    const other = this.#isRecovery ? t('sign-in-use-code') : t('sign-in-use-recovery')
    return html`${field}
      <p><button type="button" class="quiet" @click=${() => this.#switch(form)}>${other}</button></p>`
  }

  #switch(form: Form): void {
    this.#isRecovery = !this.#isRecovery
    form.clear()
    void this.#showField(form)
  }

  async #showField(form: Form): Promise<void> {
    this.#host.requestUpdate()
    await this.#host.updateComplete
    const field = document.getElementById(`${form.id}-code`)
    if (!(field instanceof HTMLInputElement)) return
    field.value = ''
    field.focus()
  }
}

function passkeyFirst(): TemplateResult {
  const place = passkeyPlace()
  return place === 'here' ? html`<p>${t('sign-in-passkey-first')}</p>` : whyNoPasskeys(place)
}
