import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { signIn } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { exactly, Form, textOf } from '../app/form.ts'
import { t } from '../i18n/texts.ts'
import { EMAIL, PASSWORD } from '../pages/account-rules.ts'
import '../pages/account-texts.ts'
import { faultSummary, formActions, passwordField, textField } from './fields.ts'
import { SecondStep } from './second-step.ts'

/**
 * Signing in with a password, in one or two steps: a code is asked when the account has codes, with what was filled in
 * still there. `label` is the text of its button; `whenIn` is done once somebody is signed in, and may be refused.
 */
@customElement('mv-sign-in-form')
export class SignInForm extends MvElement {
  @property() label = ''
  @property({ attribute: false }) whenIn: () => Promise<void> = async () => undefined
  readonly #step = new SecondStep(this)
  readonly #form = new Form(this, 'sign-in', [EMAIL, PASSWORD, this.#step.rule])

  protected override render() {
    const form = this.#form
    return html`${faultSummary(form)}
      <form novalidate @submit=${form.onSubmit(this.#send)}>
        ${textField(form, { name: 'email', label: t('account-email'), type: 'email', autocomplete: 'username' })}
        ${passwordField(form, { name: 'password', label: t('account-password'), autocomplete: 'current-password' })}
        ${this.#step.isAsked ? this.#step.render(form) : nothing}
        ${formActions(form, html`<button class="primary">${this.label}</button>`)}
      </form>`
  }

  readonly #send = async (values: FormData) => {
    const isIn = await this.#step.send(this.#form, values, (code) =>
      signIn(textOf(values, 'email'), exactly(values, 'password'), code),
    )
    if (isIn) await this.whenIn()
  }
}
