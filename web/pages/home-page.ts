import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Me } from '../../server/contract/accounts.ts'
import { call } from '../api.ts'
import { access, accessChanges, readAccess } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Form, textOf } from '../app/form.ts'
import { go } from '../app/router.ts'
import { faultSummary, formActions, radioField, textField } from '../components/fields.ts'
import { failure, waiting } from '../components/states.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import '../interventions/due-line.ts'
import { ORGANISATION } from './account-rules.ts'
import './account-texts.ts'

const KINDS = ['company', 'park', 'programme', 'consultancy']

/** The first page: the organisations that the reader works in, or for whom nobody knows: what this is and where to go. */
@customElement('mv-home-page')
export class HomePage extends MvElement {
  readonly #form = new Form(this, 'organisation', [{ ...ORGANISATION, field: 'name' }])

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render() {
    const { start, me, error } = access()
    const retry = () => void readAccess()
    if (error) return failure(error, retry)
    if (!start) return waiting('briefly', retry)
    if (start.audience === 'participants') return welcome(joinLink('primary'))
    if (start.setUpNeeded) return setUpNeeded()
    return me ? this.#organisations(me) : welcome(html`${signInLink()} ${joinLink('')}`)
  }

  #organisations(me: Me): TemplateResult {
    const isFirst = me.memberships.length === 0
    return html`
      ${faultSummary(this.#form)}
      <h1>${t('account-home-title')}</h1>
      ${
        isFirst
          ? html`<p class="lead">${t('account-home-empty')}</p>
              <section class="narrow"><h2>${t('account-home-make-first')}</h2>${this.#makeForm()}</section>`
          : html`<ul class="rows">
                ${me.memberships.map(membershipRow)}
              </ul>
              <details class="narrow fold"><summary>${t('account-home-make')}</summary>${this.#makeForm()}</details>`
      }
    `
  }

  #makeForm(): TemplateResult {
    const form = this.#form
    return html`<form novalidate @submit=${form.onSubmit(this.#make)}>
      ${textField(form, { name: 'name', label: t('account-organisation-name'), autocomplete: 'organization' })}
      ${radioField(form, {
        name: 'kind',
        label: t('account-organisation-kind'),
        options: KINDS.map((kind) => ({ value: kind, label: t(`account-kind-${kind}`) })),
        chosen: ['company'],
      })}
      ${formActions(form, html`<button class="primary">${t('account-organisation-make')}</button>`)}
    </form>`
  }

  readonly #make = async (values: FormData) => {
    const body = { name: textOf(values, 'name'), kind: textOf(values, 'kind'), locale: locale() }
    const { id } = await call<{ id: string }>('POST', '/api/organisations', body)
    await readAccess()
    go(`/o/${id}`)
  }
}

function membershipRow(membership: Me['memberships'][number]): TemplateResult {
  return html`<li>
    <div>
      <a class="row-main" href="/o/${membership.organisationId}">${membership.name}</a>
      <mv-due-line .org=${membership.organisationId}></mv-due-line>
    </div>
    <span class="muted">
      ${t(`account-role-${membership.role}`)}${membership.until ? `, ${t('account-people-until', { until: new Date(membership.until) })}` : ''}
    </span>
  </li>`
}

function welcome(choices: TemplateResult): TemplateResult {
  return html`<h1>${t('account-home-welcome-title')}</h1>
    <p class="lead">${t('account-home-welcome')}</p>
    <div class="choices">${choices}</div>`
}

function joinLink(weight: 'primary' | ''): TemplateResult {
  return html`<div>
    <p><a class="button ${weight}" href="/d">${t('account-home-join')}</a></p>
    <p class="hint">${t('account-home-join-hint')}</p>
  </div>`
}

function signInLink(): TemplateResult {
  return html`<div>
    <p><a class="button primary" href="/sign-in">${t('frame-sign-in')}</a></p>
    <p class="hint">${t('account-home-sign-in-hint')}</p>
  </div>`
}

function setUpNeeded(): TemplateResult {
  return html`<h1>${t('account-home-set-up-title')}</h1>
    <p class="lead">${t('account-home-set-up')}</p>
    <p><a class="button primary" href="/set-up">${t('account-home-set-up-go')}</a></p>`
}
