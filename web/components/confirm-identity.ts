import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { ApiError, call } from '../api.ts'
import { access, signInFirst, signOut } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { exactly, Form } from '../app/form.ts'
import { t } from '../i18n/texts.ts'
import { PASSWORD } from '../pages/account-rules.ts'
import '../pages/account-texts.ts'
import { faultSummary, formActions, passwordField } from './fields.ts'
import { Modal } from './modal.ts'
import './passkey-confirm.ts'
import { SecondStep } from './second-step.ts'
import './sign-in-texts.ts'

/** A dialog that asks the reader to show once more who they are. */
@customElement('mv-confirm-identity')
export class ConfirmIdentity extends MvElement {
  readonly #modal = new Modal('confirm-identity')
  readonly #step = new SecondStep(this)
  readonly #form = new Form(this, 'confirm-identity', [PASSWORD, this.#step.rule])
  #isConfirmed = false
  #settle: (isConfirmed: boolean) => void = () => undefined

  /** Opens it; true once the server knows, false when the reader would rather not. */
  async ask(): Promise<boolean> {
    await this.updateComplete
    this.#modal.open()
    return new Promise((resolve) => {
      this.#settle = resolve
    })
  }

  protected override render() {
    return this.#modal.render(t('sign-in-confirm-title'), this.#body(), () => this.#settle(this.#isConfirmed))
  }

  #body(): TemplateResult {
    return html`<p>${t('sign-in-confirm-intro')}</p>
      <mv-passkey-confirm @confirmed=${() => this.#finish()}></mv-passkey-confirm>
      ${access().me?.hasPassword ? this.#withPassword() : this.#withoutPassword()}`
  }

  #withPassword(): TemplateResult {
    const form = this.#form
    return html`<form novalidate @submit=${form.onSubmit(this.#send)}>
        ${faultSummary(form)}
        ${passwordField(form, { name: 'password', label: t('account-password'), autocomplete: 'current-password' })}
        ${this.#step.isAsked ? this.#step.render(form) : nothing}
        ${formActions(
          form,
          html`<button class="primary">${t('sign-in-confirm-submit')}</button>
            <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
        )}
      </form>`
  }

  /** Signing in is showing who one is, and the only way where there is nothing to type. */
  #withoutPassword(): TemplateResult {
    const form = this.#form
    return html`${faultSummary(form)}
      <p>${t('sign-in-confirm-no-password')}</p>
      ${formActions(
        form,
        html`<button type="button" class="primary" @click=${() => form.run(this.#signInAnew)}>${t('frame-sign-out')}</button>
          <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
      )}`
  }

  readonly #signInAnew = async () => {
    await signOut()
    this.#modal.close()
    signInFirst()
  }

  readonly #send = async (values: FormData) => {
    const password = exactly(values, 'password')
    const isDone = await this.#step.send(this.#form, values, (code) =>
      call<void>('POST', '/api/sessions/current/confirm', { password, ...(code !== undefined && { code }) }),
    )
    if (isDone) this.#finish()
  }

  #finish(): void {
    this.#isConfirmed = true
    this.#modal.close()
  }
}

/**
 * Does something that asks to know who is there: when the server says so, the reader confirms it in a dialog, and it is
 * tried again.
 *
 * @example await confirmed(() => call<void>('DELETE', '/api/factors/totp'))
 * @throws {ApiError} what the server refused; `confirm-needed` when the reader closed the dialog.
 */
export async function confirmed<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'confirm-needed') throw error
    if (!(await askIdentity())) throw error
    return work()
  }
}

/** A new dialog each time, so that no password stays in one. */
async function askIdentity(): Promise<boolean> {
  const dialog = new ConfirmIdentity()
  const before = document.activeElement
  document.body.append(dialog)
  try {
    return await dialog.ask()
  } finally {
    dialog.remove()
    if (before instanceof HTMLElement) before.focus()
  }
}
