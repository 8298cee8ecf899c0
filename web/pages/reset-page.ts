import { html, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { call } from '../api.ts'
import { readAccess } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { exactly, Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { faultSummary, formActions, passwordField } from '../components/fields.ts'
import '../components/letters-texts.ts'
import { t } from '../i18n/texts.ts'
import { NEW_PASSWORD } from './account-rules.ts'
import './account-texts.ts'
import { fragmentToken } from './fragment-token.ts'
import { linkMissing } from './link-missing.ts'

/** Choosing another password with the link from a mail or from an operator. Opening it uses nothing up. */
@customElement('mv-reset-page')
export class ResetPage extends MvElement {
  readonly #token = fragmentToken()
  readonly #account = new Reading(this, (signal) =>
    call<{ email: string }>('POST', '/api/password-resets/view', { token: this.#token || '-' }, { signal }),
  )
  readonly #form = new Form(this, 'reset', [NEW_PASSWORD])
  @state() private isDone = false

  protected override render() {
    if (this.#token === '') return linkMissing('/forgot')
    if (this.isDone) return this.#done()
    return this.#account.render(({ email }) => this.#choose(email))
  }

  #choose(email: string): TemplateResult {
    const form = this.#form
    return html`<div class="narrow">
      ${faultSummary(form)}
      <h1>${t('letters-reset-title')}</h1>
      <p>${t('letters-reset-for', { email })}</p>
      <form novalidate @submit=${form.onSubmit(this.#send)}>
        <input type="hidden" name="email" autocomplete="username" .value=${email} />
        ${passwordField(form, {
          name: 'password',
          label: t('letters-reset-password'),
          hint: t('account-password-hint'),
          autocomplete: 'new-password',
        })}
        <p class="hint">${t('letters-reset-ends')}</p>
        ${formActions(form, html`<button class="primary">${t('letters-reset-submit')}</button>`)}
      </form>
    </div>`
  }

  #done(): TemplateResult {
    return html`<div class="narrow">
      <h1>${t('letters-reset-done-title')}</h1>
      <p class="lead" role="status">${t('letters-reset-done')}</p>
      <p><a class="button" href="/sign-in">${t('letters-reset-sign-in')}</a></p>
    </div>`
  }

  readonly #send = async (values: FormData) => {
    await call<void>('POST', '/api/password-resets/use', {
      token: this.#token,
      password: exactly(values, 'password'),
    })
    this.isDone = true
    // A sign-in in this browser has ended too.
    await readAccess()
  }
}
