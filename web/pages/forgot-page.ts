import { html, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { call } from '../api.ts'
import { access, accessChanges } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Form, textOf } from '../app/form.ts'
import { faultSummary, formActions, textField } from '../components/fields.ts'
import '../components/letters-texts.ts'
import { t } from '../i18n/texts.ts'
import { EMAIL } from './account-rules.ts'
import './account-texts.ts'

/** A forgotten password: asks for a link by mail, or says whom to ask where no mail is sent. */
@customElement('mv-forgot-page')
export class ForgotPage extends MvElement {
  readonly #form = new Form(this, 'forgot', [EMAIL])
  /** The address that a link was asked for; '' until then. */
  @state() private asked = ''

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render() {
    if (this.asked !== '') return this.#done()
    return html`<div class="narrow">
      ${faultSummary(this.#form)}
      <h1>${t('letters-forgot-title')}</h1>
      ${access().start?.canMail === false ? html`<p class="lead">${t('letters-forgot-no-mail')}</p>` : this.#ask()}
      <p class="aside"><a href="/sign-in">${t('letters-forgot-back')}</a></p>
    </div>`
  }

  #ask(): TemplateResult {
    const form = this.#form
    return html`<p>${t('letters-forgot-intro')}</p>
      <form novalidate @submit=${form.onSubmit(this.#send)}>
        ${textField(form, { name: 'email', label: t('account-email'), type: 'email', autocomplete: 'username' })}
        ${formActions(form, html`<button class="primary">${t('letters-forgot-submit')}</button>`)}
      </form>`
  }

  #done(): TemplateResult {
    return html`<div class="narrow">
      <h1>${t('letters-forgot-done-title')}</h1>
      <p class="lead" role="status">${t('letters-forgot-done', { email: this.asked })}</p>
      <p>${t('letters-forgot-done-not')}</p>
      <p class="aside"><a href="/sign-in">${t('letters-forgot-back')}</a></p>
    </div>`
  }

  readonly #send = async (values: FormData) => {
    const email = textOf(values, 'email')
    await call<void>('POST', '/api/password-resets', { email })
    this.asked = email
  }
}
