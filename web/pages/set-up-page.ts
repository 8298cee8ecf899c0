import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { call } from '../api.ts'
import { access, accessChanges, readAccess, signIn } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { exactly, Form, textOf } from '../app/form.ts'
import { go } from '../app/router.ts'
import { faultSummary, formActions, passwordField, textField } from '../components/fields.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { EMAIL, NAME, NEW_PASSWORD, ORGANISATION } from './account-rules.ts'
import './account-texts.ts'
import { fragmentToken } from './fragment-token.ts'

/** The first account and the first organisation; the start code comes along in the fragment of the address. */
@customElement('mv-set-up-page')
export class SetUpPage extends MvElement {
  readonly #token = fragmentToken()
  #isDoneHere = false
  readonly #form = new Form(this, 'set-up', [
    {
      field: 'token',
      fault: 'account-fault-start-code',
      holds: (value) => value !== '',
      codes: ['wrong-set-up-token'],
    },
    NAME,
    EMAIL,
    NEW_PASSWORD,
    ORGANISATION,
  ])

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render() {
    const start = access().start
    if (start && !start.setUpNeeded && !this.#isDoneHere) return alreadyDone()
    const form = this.#form
    return html`<div class="narrow">
      ${faultSummary(form)}
      <h1>${t('account-set-up-title')}</h1>
      <p class="lead">${t('account-set-up-intro')}</p>
      <form novalidate @submit=${form.onSubmit(this.#send)}>
        ${textField(form, { name: 'token', label: t('account-set-up-code'), hint: t('account-set-up-code-hint'), value: this.#token })}
        ${textField(form, { name: 'name', label: t('account-name'), hint: t('account-name-hint'), autocomplete: 'name' })}
        ${textField(form, { name: 'email', label: t('account-email'), type: 'email', autocomplete: 'username' })}
        ${passwordField(form, { name: 'password', label: t('account-password'), hint: t('account-password-hint'), autocomplete: 'new-password' })}
        ${textField(form, { name: 'organisation', label: t('account-organisation-name'), hint: t('account-set-up-organisation-hint'), autocomplete: 'organization' })}
        ${formActions(form, html`<button class="primary">${t('account-set-up-submit')}</button>`)}
      </form>
    </div>`
  }

  readonly #send = async (values: FormData) => {
    const [email, password] = [textOf(values, 'email'), exactly(values, 'password')]
    const made = await call<{ organisationId: string }>('POST', '/api/setup', {
      token: textOf(values, 'token'),
      email,
      password,
      name: textOf(values, 'name'),
      organisation: textOf(values, 'organisation'),
      locale: locale(),
    })
    this.#isDoneHere = true
    await readAccess()
    if (!access().me) await signIn(email, password)
    go(`/o/${made.organisationId}`, 'replace')
  }
}

function alreadyDone() {
  return html`<h1>${t('account-set-up-done-title')}</h1>
    <p>${t('account-set-up-done')}</p>
    <p><a class="button primary" href="/sign-in">${t('frame-sign-in')}</a></p>`
}
