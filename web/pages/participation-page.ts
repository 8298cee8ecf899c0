import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { ParticipationCounts, ProgrammeParticipation } from '../../server/contract/programme-participation.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import './account-texts.ts'
import '../programme/company-invitations.ts'
import { periodWithin } from '../programme/park-words.ts'
import '../programme/parks-texts.ts'
import '../programme/programme-companies.ts'
import { mayInvite } from '../programme/programme-roles.ts'
import { PrintController } from '../results/printing.ts'

interface Page {
  readonly organisation: Organisation
  readonly standing: ProgrammeParticipation
}

const COUNTS = ['invited', 'joined', 'consented', 'started', 'contributed'] as const

/** Who takes part in a programme: counts by park, links for companies, and never an answer or a score. */
@customElement('mv-participation-page')
export class ParticipationPage extends MvElement {
  @property() org = ''
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  protected readonly printing = new PrintController(this)

  protected override render() {
    return this.#page.render(({ organisation, standing }) => {
      const period = periodWithin(standing.period)
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
        <mv-programme-companies .programme=${organisation.name} .standing=${standing}></mv-programme-companies>`
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
      ${parks.length === 0 ? html`<p class="muted">${t('parks-empty')}</p>` : nothing}
      ${busy.length === 0 ? nothing : this.#table(busy)}
      ${anywhere > 0 ? html`<p class="muted">${t('parks-part-anywhere', { n: anywhere })}</p>` : nothing}
      ${quiet > 0 ? html`<p class="muted">${t('parks-part-parks-hidden', { n: quiet })}</p>` : nothing}
    </section>`
  }

  #table(parks: ProgrammeParticipation['parks']): TemplateResult {
    return html`<div class="parks-table" role="region" aria-label=${t('parks-part-table')} tabindex="0"><table class="participation-table">
      <caption class="visually-hidden">${t('parks-part-table')}</caption>
      <thead>
        <tr>
          <th scope="col">${t('parks-part-park')}</th>
          ${COUNTS.map((name) => html`<th scope="col" class="number">${t(`parks-part-${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${parks.map(
          (park) => html`<tr>
            <th scope="row"><a href="/o/${this.org}/parks/${park.id}">${park.name}</a></th>
            ${COUNTS.map((name) => html`<td class="number">${park[name]}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table></div>`
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
