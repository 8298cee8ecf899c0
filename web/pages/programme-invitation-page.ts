import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Me } from '../../server/contract/accounts.ts'
import type { ProgrammeInvitationView } from '../../server/contract/programme-invitations.ts'
import { SECTORS } from '../../server/domain/sectors.ts'
import { call } from '../api.ts'
import { access, accessChanges, readAccess, signedIn, signOut } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { exactly, type FieldRule, Form, textOf } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { go } from '../app/router.ts'
import { faultSummary, formActions, passwordField, radioField, selectField, textField } from '../components/fields.ts'
import '../components/sign-in-form.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import '../programme/parks-texts.ts'
import '../programme/sector-texts.ts'
import { EMAIL, NAME, NEW_PASSWORD } from './account-rules.ts'
import './account-texts.ts'
import { fragmentToken } from './fragment-token.ts'

interface Accepted {
  readonly companyId: string
  readonly programmeId: string
}

const PARK: FieldRule = {
  field: 'parkId',
  fault: 'parks-join-fault-park',
  // There is no such field when the link names the park.
  holds: (value, values) => !values.has('parkId') || value !== '',
}
const COMPANY: FieldRule = {
  field: 'companyName',
  fault: 'parks-join-fault-company',
  holds: (value, values) => !values.has('companyName') || value.trim() !== '',
}
const NEW = 'new'

/** A link for a company: it takes part in a programme, with an account that exists or a new one, and consents to nothing. */
@customElement('mv-programme-invitation-page')
export class ProgrammeInvitationPage extends MvElement {
  readonly #token = fragmentToken()
  readonly #invitation = new Reading(this, (signal) =>
    call<ProgrammeInvitationView>('POST', '/api/programme-invitations/view', { token: this.#token || '-' }, { signal }),
  )
  readonly #newAccount = new Form(this, 'new-account', [COMPANY, PARK, NAME, EMAIL, NEW_PASSWORD])
  readonly #choice = new Form(this, 'join', [COMPANY, PARK])
  readonly #who = new Form(this, 'who')
  @state() private isKnown = false
  @state() private company: string | undefined

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render() {
    if (this.#token === '') {
      return html`<h1>${t('parks-join-missing-title')}</h1>
        <p>${t('parks-join-missing')}</p>`
    }
    return this.#invitation.render((invitation) => this.#view(invitation))
  }

  #view(invitation: ProgrammeInvitationView): TemplateResult {
    const { programme, park } = invitation
    const { me } = access()
    return html`<div class="narrow">
      ${faultSummary(this.#newAccount)} ${faultSummary(this.#choice)}
      <h1>${t('parks-join-title')}</h1>
      <p class="lead">
        ${t('parks-join-lead', { programme })} ${park === null ? nothing : t('parks-join-park', { park: park.name })}
      </p>
      <h2>${t('parks-join-what')}</h2>
      <ul>
        ${['seen', 'consent', 'leave'].map((what) => html`<li>${t(`parks-join-what-${what}`)}</li>`)}
      </ul>
      ${me ? this.#asMe(me, invitation) : this.#asWhom(invitation)}
    </div>`
  }

  #asMe(me: Me, invitation: ProgrammeInvitationView): TemplateResult {
    const form = this.#choice
    const own = me.memberships.filter(({ kind, role }) => kind === 'company' && role === 'owner')
    const chosen = this.company ?? own[0]?.organisationId ?? NEW
    return html`<p>${t('parks-join-as', { name: me.user.name, email: me.user.email })}</p>
      <form novalidate @submit=${form.onSubmit((values) => this.#take(values, chosen))}>
        ${
          own.length === 0
            ? nothing
            : radioField(form, {
                name: 'company',
                label: t('parks-join-company'),
                options: [
                  ...own.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
                  { value: NEW, label: t('parks-join-company-new') },
                ],
                chosen: [chosen],
                onChoose: (value) => {
                  this.company = value
                },
              })
        }
        ${chosen === NEW ? companyName(form) : nothing} ${where(form, invitation)}
        ${formActions(
          form,
          html`<button class="primary">${t('parks-join-submit')}</button>
            <button type="button" class="quiet" @click=${() => form.run(signOut)}>${t('frame-sign-out')}</button>`,
        )}
      </form>`
  }

  #asWhom(invitation: ProgrammeInvitationView): TemplateResult {
    return html`${radioField(this.#who, {
      name: 'who',
      label: t('parks-join-who'),
      options: [
        { value: NEW, label: t('parks-join-who-new') },
        { value: 'known', label: t('parks-join-who-known') },
      ],
      chosen: [this.isKnown ? 'known' : NEW],
      onChoose: (value) => {
        this.isKnown = value === 'known'
        this.#newAccount.clear()
      },
    })}
    ${this.isKnown ? html`<mv-sign-in-form .label=${t('parks-join-known')}></mv-sign-in-form>` : this.#newForm(invitation)}`
  }

  #newForm(invitation: ProgrammeInvitationView): TemplateResult {
    const form = this.#newAccount
    return html`<form novalidate @submit=${form.onSubmit(this.#signUp)}>
      ${companyName(form)} ${where(form, invitation)}
      ${textField(form, { name: 'name', label: t('account-name'), hint: t('account-name-hint'), autocomplete: 'name' })}
      ${textField(form, { name: 'email', label: t('account-email'), type: 'email', autocomplete: 'username' })}
      ${passwordField(form, { name: 'password', label: t('account-password'), hint: t('account-password-hint'), autocomplete: 'new-password' })}
      ${formActions(form, html`<button class="primary">${t('parks-join-submit-new')}</button>`)}
    </form>`
  }

  async #take(values: FormData, chosen: string): Promise<void> {
    const company = chosen === NEW ? { name: textOf(values, 'companyName'), locale: locale() } : { id: chosen }
    const accepted = await call<Accepted>('POST', '/api/programme-invitations/accept', {
      token: this.#token,
      company,
      ...whereOf(values),
    })
    await readAccess()
    this.#arrive(accepted)
  }

  readonly #signUp = async (values: FormData) => {
    const [email, password] = [textOf(values, 'email'), exactly(values, 'password')]
    const accepted = await call<Accepted>('POST', '/api/programme-invitations/sign-up', {
      token: this.#token,
      company: { name: textOf(values, 'companyName') },
      account: { email, password, name: textOf(values, 'name'), locale: locale() },
      ...whereOf(values),
    })
    await signedIn()
    this.#arrive(accepted)
  }

  /** Where the company sees itself in the programme, and can consent when it wants to. */
  #arrive({ companyId, programmeId }: Accepted): void {
    go(`/o/${companyId}/programmes/${programmeId}`, 'replace')
  }
}

function companyName(form: Form): TemplateResult {
  return textField(form, { name: 'companyName', label: t('parks-join-company-name'), autocomplete: 'organization' })
}

/** The park, unless the link names one, and the sector. */
function where(form: Form, { park, parks }: ProgrammeInvitationView): TemplateResult {
  return html`${
    park === null
      ? selectField(form, {
          name: 'parkId',
          label: t('parks-join-which-park'),
          options: [
            { value: '', label: t('parks-join-choose') },
            ...parks.map(({ id, name, municipality }) => ({
              value: id,
              label: municipality === null ? name : `${name} (${municipality})`,
            })),
          ],
        })
      : nothing
  }
  ${selectField(form, {
    name: 'sector',
    label: t('parks-join-sector'),
    hint: t('parks-join-sector-hint'),
    options: [
      { value: '', label: t('parks-join-sector-none') },
      ...SECTORS.map((sector) => ({ value: sector, label: t(`sector-${sector}`) })),
    ],
  })}`
}

function whereOf(values: FormData): { sector: string | null; parkId?: string } {
  const parkId = textOf(values, 'parkId')
  return { sector: textOf(values, 'sector') || null, ...(parkId !== '' && { parkId }) }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-programme-invitation-page': ProgrammeInvitationPage
  }
}
