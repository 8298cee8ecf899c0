import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { ParticipationCounts, ProgrammeParticipation } from '../../server/contract/programme-participation.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import '../components/copy-field.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import './account-texts.ts'
import '../programme/company-invitations.ts'
import { mailAddress } from '../programme/letter.ts'
import { quarterText } from '../programme/park-words.ts'
import '../programme/parks-texts.ts'
import '../programme/sector-texts.ts'
import { mayInvite } from '../programme/programme-roles.ts'

type Company = NonNullable<ProgrammeParticipation['companies']>[number]
interface Page {
  readonly organisation: Organisation
  readonly standing: ProgrammeParticipation
}

const COUNTS = ['invited', 'joined', 'consented', 'started', 'contributed'] as const

/** Who takes part in a programme: counts by park, links for companies, and never an answer or a score. */
@customElement('mv-participation-page')
export class ParticipationPage extends MvElement {
  @property() org = ''
  @state() private reminded: Company | undefined
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  readonly #modal = new Modal('remind')

  protected override render() {
    return this.#page.render(({ organisation, standing }) => {
      const period = quarterText(standing.period)
      return html`<h1>${t('parks-part-title')}</h1>
        <p class="lead">${t('parks-part-lead', { period })}</p>
        <p class="programme-promise">${t('parks-never-answers')} ${t('parks-part-state-about')}</p>
        ${totals(standing.total)} ${this.#parks(standing)}
        ${
          mayInvite(organisation.role)
            ? html`<mv-company-invitations
                .org=${this.org}
                .programme=${organisation.name}
                .parks=${standing.parks}
                @mv-company-invitations=${() => this.#page.refresh()}
              ></mv-company-invitations>`
            : nothing
        }
        ${this.#companies(standing, organisation)}`
    })
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const path = `/api/organisations/${this.org}`
    const [organisation, standing] = await Promise.all([
      call<Organisation>('GET', path, undefined, { signal }),
      call<ProgrammeParticipation>('GET', `${path}/programme/participation`, undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    return { organisation, standing }
  }

  #parks({ parks, anywhere }: ProgrammeParticipation): TemplateResult {
    const busy = parks.filter(({ invited, joined }) => invited + joined > 0)
    const quiet = parks.length - busy.length
    return html`<section aria-labelledby="parks-heading">
      <h2 id="parks-heading">${t('parks-part-parks')}</h2>
      ${busy.length === 0 ? nothing : this.#table(busy)}
      ${anywhere > 0 ? html`<p class="muted">${t('parks-part-anywhere', { n: anywhere })}</p>` : nothing}
      ${quiet > 0 ? html`<p class="muted">${t('parks-part-parks-hidden', { n: quiet })}</p>` : nothing}
    </section>`
  }

  #table(parks: ProgrammeParticipation['parks']): TemplateResult {
    return html`<table class="stacks participation-table">
      <caption class="visually-hidden">${t('parks-part-parks')}</caption>
      <thead>
        <tr>
          <th scope="col">${t('parks-part-park')}</th>
          ${COUNTS.map((name) => html`<th scope="col">${t(`parks-part-${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${parks.map(
          (park) => html`<tr>
            <th scope="row"><a href="/o/${this.org}/parks/${park.id}">${park.name}</a></th>
            ${COUNTS.map(
              (name) => html`<td>
                <span class="cell-name" aria-hidden="true">${t(`parks-part-${name}`)}</span><span>${park[name]}</span>
              </td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>`
  }

  #companies(standing: ProgrammeParticipation, organisation: Organisation): TemplateResult {
    const { companies, parks } = standing
    const names = new Map(parks.map(({ id, name }) => [id, name]))
    return html`<section aria-labelledby="companies-heading">
      <h2 id="companies-heading">${t('parks-part-companies')}</h2>
      ${
        companies === null
          ? html`<p class="muted">${t('parks-part-names-hidden')}</p>`
          : companies.length === 0
            ? html`<p class="muted">${t('parks-part-companies-none')}</p>`
            : html`<ul class="rows">${companies.map((company) => this.#company(company, names.get(company.parkId) ?? ''))}</ul>`
      }
      ${this.#modal.render(
        t('parks-part-remind-title', { name: this.reminded?.name ?? '' }),
        this.reminded === undefined ? nothing : this.#reminder(this.reminded, standing, organisation),
      )}
    </section>`
  }

  #company(company: Company, park: string): TemplateResult {
    const { name, sector, state } = company
    const about = [park, sector === null ? '' : t(`sector-${sector}`)].filter((part) => part !== '')
    return html`<li>
      <div>
        <strong>${name}</strong>
        <p class="muted">${about.join(', ')}</p>
      </div>
      <div class="row-side">
        <span>${t(`parks-part-state-${state}`)}</span>
        ${
          state === 'contributed'
            ? nothing
            : html`<button type="button" class="quiet" aria-label=${t('parks-part-remind-of', { name })} @click=${() => this.#remind(company)}>
                ${t('parks-part-remind')}
              </button>`
        }
      </div>
    </li>`
  }

  #reminder(
    { id, name }: Company,
    standing: ProgrammeParticipation,
    { name: programme }: Organisation,
  ): TemplateResult {
    const period = quarterText(standing.period)
    const text = t('parks-part-remind-text', { name, programme, period, url: `${location.origin}/o/${id}` })
    return html`<p>${t('parks-part-remind-about')}</p>
      <blockquote class="programme-letter">${text}</blockquote>
      <mv-copy-field name="reminder" .label=${t('parks-part-text')} .value=${text}></mv-copy-field>
      <p><a href=${mailAddress(t('parks-part-remind-subject', { programme, period }), text)}>${t('parks-part-mail')}</a></p>
      <div class="actions"><button type="button" @click=${this.#modal.close}>${t('frame-close')}</button></div>`
  }

  #remind(company: Company): void {
    this.reminded = company
    void this.updateComplete.then(() => this.#modal.open())
  }
}

function totals(total: ParticipationCounts): TemplateResult {
  return html`<dl class="programme-totals">
    ${COUNTS.map(
      (name) => html`<div>
        <dt>${t(`parks-part-${name}`)}</dt>
        <dd>${total[name]}</dd>
      </div>`,
    )}
  </dl>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-participation-page': ParticipationPage
  }
}
