import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Organisation, OrganisationKind } from '../../server/contract/accounts.ts'
import type { Role } from '../../server/contract/common.ts'
import { rolesOf, type Viewer, viewersOf } from '../../server/contract/roles.ts'
import type { Measure, Subject, WhoSees } from '../../server/contract/who-sees.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import '../components/access-texts.ts'
import { byEnd, endsSoon, endWords } from '../components/engagement-end.ts'
import { hasText, t } from '../i18n/texts.ts'

/** From most to least, as a card tells it. */
const MEASURES: readonly Measure[] = ['change', 'look', 'own', 'nothing']
/** Sentences that hold whatever the roles are. */
const ALWAYS = ['anonymous', 'operator', 'elsewhere', 'doors', 'end']

type Row = WhoSees['subjects'][number]

interface Page {
  readonly organisation: Organisation
  readonly access: WhoSees
}

/** Who can see what in one organisation: the rules of the server as a table, and who those people are now. */
@customElement('mv-who-sees-page')
export class WhoSeesPage extends MvElement {
  @property() org = ''
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))

  protected override render() {
    return this.#page.render(({ organisation, access }) => {
      const { kind } = access
      const viewers = viewersOf(kind)
      const rows = access.subjects.filter(({ may }) => viewers.some((who) => may[who] !== 'nothing'))
      return html`<div class="who-sees">
        <h1>${t('access-page-title')}</h1>
        <p class="lead">${t('access-page-lead')}</p>
        <p class="screen-only actions"><button type="button" @click=${() => print()}>${t('access-print')}</button></p>
        <section aria-labelledby="now-heading">
          <h2 id="now-heading">${t('access-people-title')}</h2>
          <dl class="who-now">${rolesOf(kind).map((role) => peopleOf(role, kind, access.people))}</dl>
          ${organisation.role === 'owner' ? html`<p class="screen-only"><a href="/o/${this.org}">${t('access-people-manage')}</a></p>` : nothing}
        </section>
        <section aria-labelledby="may-heading">
          <h2 id="may-heading">${t('access-page-table')}</h2>
          ${table(rows, kind)} ${cards(rows, kind)} ${key()}
        </section>
        <section aria-labelledby="always-heading">
          <h2 id="always-heading">${t('access-true-title')}</h2>
          <ul class="who-always">
            ${ALWAYS.map((id) => html`<li>${t(`access-true-${id}`)}</li>`)}
          </ul>
        </section>
      </div>`
    })
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const path = `/api/organisations/${this.org}`
    const [organisation, access] = await Promise.all([
      call<Organisation>('GET', path, undefined, { signal }),
      call<WhoSees>('GET', `${path}/access`, undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    return { organisation, access }
  }
}

function peopleOf(role: Role, kind: OrganisationKind, people: WhoSees['people']): TemplateResult {
  const here = people.filter((person) => person.role === role).sort(byEnd)
  return html`<div>
    <dt>${whoText(role, kind)}</dt>
    ${
      here.length === 0
        ? html`<dd class="muted">${t('access-people-none')}</dd>`
        : here.map((person) => html`<dd>${person.name}${endOf(person)}</dd>`)
    }
  </div>`
}

/** Who it is; the owner of a programme is its manager. */
function whoText(who: Viewer, kind: OrganisationKind): string {
  return t(who === 'owner' && kind === 'programme' ? 'access-who-manager' : `access-who-${who}`)
}

function endOf({ role, until }: WhoSees['people'][number]): TemplateResult | typeof nothing {
  if (until === null) return role === 'facilitator' ? html`, <span class="muted">${t('access-no-end')}</span>` : nothing
  return html`, <span class=${endsSoon({ until }) ? 'consultant-end is-soon' : 'muted'}>${endWords(until)}</span>`
}

/** One table where there is room for it, and on paper. */
function table(rows: readonly Row[], kind: OrganisationKind): TemplateResult {
  const viewers = viewersOf(kind)
  return html`<table class="who-table">
    <caption class="visually-hidden">${t('access-page-table')}</caption>
    <thead>
      <tr>
        <th scope="col">${t('access-page-subject')}</th>
        ${viewers.map((who) => html`<th scope="col">${whoText(who, kind)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ subject, may }) => html`<tr>
          <th scope="row">${t(`access-subject-${subject}`)}${noteOf(subject)}</th>
          ${viewers.map((who) => cell(may[who]))}
        </tr>`,
      )}
    </tbody>
  </table>`
}

function cell(measure: Measure): TemplateResult {
  return html`<td class="may-${measure}">${t(`access-may-${measure}`)}</td>`
}

/** The same for a phone: a card for each subject, which says of each measure whom it is for. */
function cards(rows: readonly Row[], kind: OrganisationKind): TemplateResult {
  return html`<ul class="who-cards">
    ${rows.map(
      ({ subject, may }) => html`<li>
        <h3>${t(`access-subject-${subject}`)}</h3>
        ${noteOf(subject)}
        <dl>
          ${MEASURES.map((measure) => {
            const whom = viewersOf(kind).filter((who) => may[who] === measure)
            if (whom.length === 0) return nothing
            const isRest = measure === 'nothing'
            const names = isRest ? t('access-everybody-else') : whom.map((who) => whoText(who, kind)).join(', ')
            return html`<div class="who-may may-${measure}"><dt>${t(`access-may-${measure}`)}</dt><dd>${names}</dd></div>`
          })}
        </dl>
      </li>`,
    )}
  </ul>`
}

function key(): TemplateResult {
  return html`<h3>${t('access-page-key')}</h3>
    <dl class="who-key">
      ${MEASURES.map((measure) => html`<div><dt>${t(`access-may-${measure}`)}</dt><dd>${t(`access-may-${measure}-means`)}</dd></div>`)}
    </dl>`
}

function noteOf(subject: Subject): TemplateResult | typeof nothing {
  const id = `access-subject-${subject}-note`
  return hasText(id) ? html`<span class="hint">${t(id)}</span>` : nothing
}
