import { html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { exactly, Form } from '../app/form.ts'
import { t } from '../i18n/texts.ts'
import { NEW_PASSWORD, PASSWORD } from '../pages/account-rules.ts'
import { confirmed } from './confirm-identity.ts'
import { faultSummary, formActions, passwordField } from './fields.ts'
import './sign-in-texts.ts'

/** Another password for the reader's own account; every other sign-in ends. Says `changed` once it is done. */
@customElement('mv-own-password')
export class OwnPassword extends MvElement {
  /** Each form after a change is a new one: no password stays in a field. */
  @state() private changes = 0
  readonly #form = new Form(this, 'own-password', [
    { ...PASSWORD, codes: ['wrong-credentials'] },
    { ...NEW_PASSWORD, field: 'newPassword', codes: ['common-password'] },
  ])

  protected override render() {
    const form = this.#form
    return html`<section aria-labelledby="own-password-heading">
      <h2 id="own-password-heading">${t('sign-in-password-title')}</h2>
      <details ?open=${form.faults.length > 0}>
        <summary>${t('sign-in-password-open')}</summary>
        ${faultSummary(form)}
        ${keyed(
          this.changes,
          html`<form novalidate @submit=${form.onSubmit(this.#send)}>
            ${passwordField(form, { name: 'password', label: t('sign-in-password-now'), autocomplete: 'current-password' })}
            ${passwordField(form, { name: 'newPassword', label: t('sign-in-password-new'), hint: t('account-password-hint'), autocomplete: 'new-password' })}
            ${formActions(form, html`<button>${t('sign-in-password-change')}</button>`)}
          </form>`,
        )}
      </details>
      <p role="status" class="done">${this.changes > 0 ? t('sign-in-password-done') : ''}</p>
    </section>`
  }

  readonly #send = async (values: FormData) => {
    const input = { password: exactly(values, 'password'), newPassword: exactly(values, 'newPassword') }
    await confirmed(() => call<void>('POST', '/api/me/password', input))
    this.changes += 1
    this.dispatchEvent(new Event('changed'))
  }
}
