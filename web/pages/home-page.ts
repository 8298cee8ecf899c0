import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Me } from '../../server/contract/accounts.ts'
import { call } from '../api.ts'
import { access, accessChanges, readAccess } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Form, textOf } from '../app/form.ts'
import { go } from '../app/router.ts'
import { byEnd, endsSoon, endWords } from '../components/engagement-end.ts'
import { faultSummary, formActions, radioField, textField } from '../components/fields.ts'
import { roleText } from '../components/role-words.ts'
import { failure, waiting } from '../components/states.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import '../interventions/due-line.ts'
import '../planning/organisation-now.ts'
import { ORGANISATION } from './account-rules.ts'
import './account-texts.ts'

/** Of more organisations than this the first page only says what is due: who has many clients looks for one of them. */
const MOST_IN_FULL = 3
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
          : html`${memberships(me)}
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

/** Clients apart, whose engagement ends soonest first; who has one kind only sees one list. */
function memberships({ memberships }: Me): TemplateResult {
  const clients = memberships.filter(({ role }) => role === 'facilitator').sort(byEnd)
  const own = memberships.filter(({ role }) => role !== 'facilitator')
  const isFew = clients.length + own.length <= MOST_IN_FULL
  const list = (rows: Me['memberships']) => html`<ul class="rows">${rows.map((row) => membershipRow(row, isFew))}</ul>`
  if (clients.length === 0) return list(own)
  return html`<section aria-labelledby="clients-heading">
      <h2 id="clients-heading">${t('access-clients')}</h2>
      ${list(clients)}
    </section>
    ${
      own.length > 0
        ? html`<section aria-labelledby="own-heading">
            <h2 id="own-heading">${t('access-own-organisations')}</h2>
            ${list(own)}
          </section>`
        : nothing
    }`
}

function membershipRow(membership: Me['memberships'][number], isFew: boolean): TemplateResult {
  const { organisationId, kind, role, until } = membership
  const noEnd = role === 'facilitator' ? `, ${t('access-no-end')}` : ''
  return html`<li>
    <div>
      <a class="row-main" href="/o/${organisationId}">${membership.name}</a>
      ${
        // What waits in a programme stands on its own page.
        kind === 'programme'
          ? nothing
          : isFew
            ? html`<mv-organisation-now .org=${organisationId} .myRole=${role} .isFirstPage=${true}></mv-organisation-now>`
            : html`<mv-due-line .org=${organisationId}></mv-due-line>`
      }
    </div>
    <span class=${endsSoon(membership) ? 'consultant-end is-soon' : 'muted'}>
      ${roleText(role, kind)}${until === null ? noEnd : `, ${endWords(until)}`}
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
