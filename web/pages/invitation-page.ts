import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { InvitationView, Me } from '../../server/contract/accounts.ts'
import { call } from '../api.ts'
import { access, accessChanges, readAccess, signIn, signOut } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { exactly, Form, textOf } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { go } from '../app/router.ts'
import { faultSummary, formActions, passwordField, radioField, textField } from '../components/fields.ts'
import { roleHint, roleText } from '../components/role-words.ts'
import '../components/oidc-sign-in.ts'
import '../components/sign-in-form.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { EMAIL, NAME, NEW_PASSWORD } from './account-rules.ts'
import './account-texts.ts'
import { fragmentToken } from './fragment-token.ts'

/** An invitation to work in an organisation: taken up with a new account, or with one that exists. */
@customElement('mv-invitation-page')
export class InvitationPage extends MvElement {
  readonly #token = fragmentToken()
  readonly #invitation = new Reading(this, (signal) =>
    call<InvitationView>('POST', '/api/invitations/view', { token: this.#token || '-' }, { signal }),
  )
  readonly #newAccount = new Form(this, 'new-account', [NAME, EMAIL, NEW_PASSWORD])
  readonly #choice = new Form(this, 'choice')
  @state() private isKnown = false

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render() {
    if (this.#token === '') {
      return html`<h1>${t('account-invitation-missing-title')}</h1>
        <p>${t('account-invitation-missing')}</p>`
    }
    return this.#invitation.render((invitation) => this.#view(invitation))
  }

  #view(invitation: InvitationView): TemplateResult {
    const { me } = access()
    return html`<div class="narrow">
      ${faultSummary(this.#newAccount)} ${faultSummary(this.#choice)}
      <h1>${t('account-invitation-title')}</h1>
      <p class="lead">${t('account-invitation-lead', { organisation: invitation.organisation })}</p>
      <p>
        ${t('account-invitation-role', { role: roleText(invitation.role, invitation.kind) })} ${roleHint(invitation.role, invitation.kind)}
        ${invitation.until ? t('account-invitation-until', { until: new Date(invitation.until) }) : nothing}
      </p>
      ${me ? this.#asMe(me) : this.#asWhom()}
    </div>`
  }

  #asMe(me: Me): TemplateResult {
    const form = this.#choice
    return html`<form novalidate @submit=${form.onSubmit(() => this.#accept())}>
      <p>${t('account-invitation-as', { name: me.user.name, email: me.user.email })}</p>
      ${formActions(
        form,
        html`<button class="primary">${t('account-invitation-accept')}</button>
          <button type="button" class="quiet" @click=${() => this.#choice.run(signOut)}>${t('frame-sign-out')}</button>`,
      )}
      <p class="hint">${t('account-invitation-other')}</p>
    </form>`
  }

  #asWhom(): TemplateResult {
    return html`<mv-oidc-sign-in .invitation=${this.#token}></mv-oidc-sign-in>
      ${radioField(this.#choice, {
        name: 'who',
        label: t('account-invitation-who'),
        options: [
          { value: 'new', label: t('account-invitation-new') },
          { value: 'known', label: t('account-invitation-known') },
        ],
        chosen: [this.isKnown ? 'known' : 'new'],
        onChoose: (value) => this.#choose(value === 'known'),
      })}
    ${this.isKnown ? this.#knownForm() : this.#newForm()}`
  }

  #newForm(): TemplateResult {
    const form = this.#newAccount
    return html`<form novalidate @submit=${form.onSubmit(this.#sendNew)}>
      ${textField(form, { name: 'name', label: t('account-name'), hint: t('account-name-hint'), autocomplete: 'name' })}
      ${textField(form, { name: 'email', label: t('account-email'), type: 'email', autocomplete: 'username' })}
      ${passwordField(form, { name: 'password', label: t('account-password'), hint: t('account-password-hint'), autocomplete: 'new-password' })}
      ${formActions(form, html`<button class="primary">${t('account-invitation-accept-new')}</button>`)}
    </form>`
  }

  #knownForm(): TemplateResult {
    return html`<mv-sign-in-form .label=${t('account-invitation-accept-known')} .whenIn=${() => this.#accept()}></mv-sign-in-form>`
  }

  #choose(isKnown: boolean): void {
    this.isKnown = isKnown
    this.#newAccount.clear()
  }

  readonly #sendNew = async (values: FormData) => {
    const [email, password] = [textOf(values, 'email'), exactly(values, 'password')]
    await this.#accept({ email, password, name: textOf(values, 'name'), locale: locale() })
    if (!access().me) await signIn(email, password)
  }

  async #accept(account?: { email: string; password: string; name: string; locale: string }): Promise<void> {
    const accepted = await call<{ organisationId: string }>('POST', '/api/invitations/accept', {
      token: this.#token,
      ...(account && { account }),
    })
    await readAccess()
    go(`/o/${accepted.organisationId}`, 'replace')
  }
}
