import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { signIn } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { exactly, Form, textOf } from '../app/form.ts'
import { go } from '../app/router.ts'
import { faultSummary, formActions, passwordField, textField } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import { EMAIL, PASSWORD } from './account-rules.ts'
import './account-texts.ts'

/** Signing in; afterwards back to where the reader came from. */
@customElement('mv-sign-in-page')
export class SignInPage extends MvElement {
  readonly #form = new Form(this, 'sign-in', [EMAIL, PASSWORD])

  protected override render() {
    const form = this.#form
    return html`<div class="narrow">
      ${faultSummary(form)}
      <h1>${t('account-sign-in-title')}</h1>
      <form novalidate @submit=${form.onSubmit(this.#send)}>
        ${textField(form, { name: 'email', label: t('account-email'), type: 'email', autocomplete: 'username' })}
        ${passwordField(form, { name: 'password', label: t('account-password'), autocomplete: 'current-password' })}
        ${formActions(form, html`<button class="primary">${t('account-sign-in-submit')}</button>`)}
      </form>
      <p class="aside">${t('account-sign-in-join')} <a href="/d">${t('account-home-join')}</a></p>
    </div>`
  }

  readonly #send = async (values: FormData) => {
    await signIn(textOf(values, 'email'), exactly(values, 'password'))
    go(returnAddress(), 'replace')
  }
}

/** The address to go back to: a page of this product only. */
function returnAddress(): string {
  const wanted = new URLSearchParams(location.search).get('return') ?? '/'
  const isOurs = wanted.startsWith('/') && new URL(wanted, location.origin).origin === location.origin
  return isOurs ? wanted : '/'
}
