import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { OrganisationNow } from '../../server/contract/planning.ts'
import type { Round } from '../../server/contract/rounds.ts'
import { call } from '../api.ts'
import { learnPark } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import '../components/people.ts'
import '../components/rename.ts'
import { emptyState } from '../components/states.ts'
import '../components/team-and-data.ts'
import { formatDay, t } from '../i18n/texts.ts'
import '../planning/organisation-now.ts'
import '../planning/planning-texts.ts'
import '../programme/company-programmes.ts'
import './account-texts.ts'
import { mayRunRounds, periodText } from './round-words.ts'
import '../workshop/workshop-list.ts'
import './round-texts.ts'

/** What a company, a park or a consultancy shows; a programme shows a page of its own. */
interface Page {
  readonly organisation: Organisation
  readonly house: House | undefined
}

interface House {
  readonly rounds: { readonly items: readonly Round[] }
  readonly now: OrganisationNow
}

/** One organisation: its rounds, newest first, and the people who work on them. */
@customElement('mv-organisation-page')
export class OrganisationPage extends MvElement {
  @property() org = ''
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))

  protected override render() {
    return this.#page.render(({ organisation, house }) =>
      house === undefined
        ? html`<mv-programme-home .org=${this.org} .organisation=${organisation} @mv-renamed=${() => this.#page.refresh()}></mv-programme-home>`
        : this.#house(organisation, house),
    )
  }

  #house(organisation: Organisation, { rounds: { items }, now }: House): TemplateResult {
    return html`
        <h1>${organisation.name}</h1>
        ${organisation.programme === null ? nothing : parkOf(organisation.programme)}
        <mv-organisation-now .org=${this.org} .myRole=${organisation.role} .known=${now}></mv-organisation-now>
        <section aria-labelledby="rounds-heading">
          <div class="section-head">
            <h2 id="rounds-heading">${t('round-list-title')}</h2>
            ${items.length > 0 && mayRunRounds(organisation.role) ? this.#newRound() : nothing}
          </div>
          ${items.length > 0 ? html`<ul class="rows">${items.map((round) => this.#row(round))}</ul>` : this.#empty(organisation)}
          ${mayRunRounds(organisation.role) ? html`<p><a href="/venue">${t('round-share-venue')}</a></p>` : nothing}
        </section>
        <mv-workshop-list .org=${this.org} .mayRun=${mayRunRounds(organisation.role)}></mv-workshop-list>
        ${this.#links()}
        ${organisation.kind === 'company' ? html`<mv-company-programmes .org=${this.org}></mv-company-programmes>` : nothing}
        <mv-people .org=${this.org} .kind=${organisation.kind} .myRole=${organisation.role}></mv-people>
        <mv-team-and-data .org=${this.org} .myRole=${organisation.role}></mv-team-and-data>
        ${
          organisation.role === 'owner'
            ? html`<p><mv-rename .org=${this.org} .name=${organisation.name} @mv-renamed=${() => this.#page.refresh()}></mv-rename></p>`
            : nothing
        }
      `
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const organisation = await call<Organisation>('GET', `/api/organisations/${this.org}`, undefined, { signal })
    learnName(organisation.id, organisation.name)
    learnPark(organisation)
    if (organisation.kind === 'programme') {
      await import('../programme/programme-home.ts')
      return { organisation, house: undefined }
    }
    const [rounds, now] = await Promise.all([
      call<House['rounds']>('GET', `/api/organisations/${this.org}/rounds`, undefined, { signal }),
      call<OrganisationNow>('GET', `/api/organisations/${this.org}/now`, undefined, { signal }),
    ])
    return { organisation, house: { rounds, now } }
  }

  /** In the order of the work: what comes, what it brought, what people make of it, what they do, and with whom. */
  #links(): TemplateResult {
    const links = [
      ['planning', 'planning'],
      ['trend', 'trend'],
      ['reflections', 'reflections'],
      ['agreements', 'interventions'],
      ['network', 'network'],
    ] as const
    return html`<section aria-labelledby="links-heading">
      <h2 id="links-heading">${t('planning-links-title')}</h2>
      <ul class="rows">
        ${links.map(
          ([name, path]) => html`<li>
            <div>
              <a class="row-main" href="/o/${this.org}/${path}">${t(`planning-links-${name}`)}</a>
              <p class="muted">${t(`planning-links-${name}-about`)}</p>
            </div>
          </li>`,
        )}
      </ul>
    </section>`
  }

  #newRound(): TemplateResult {
    return html`<a class="button primary" href="/o/${this.org}/rounds/new">${t('round-new')}</a>`
  }

  #empty(organisation: Organisation): TemplateResult {
    return mayRunRounds(organisation.role)
      ? emptyState(t('round-list-empty'), this.#newRound())
      : emptyState(t('round-list-empty-viewer'))
  }

  #row(round: Round): TemplateResult {
    return html`<li>
      <div>
        <a class="row-main" href="/o/${this.org}/r/${round.id}">${round.title}</a>
        <p class="muted">${madeText(round)}</p>
      </div>
      <div class="row-side">
        <span class="state is-${round.state}">${t(`round-state-${round.state}`)}</span>
        <span class="muted">${countsText(round)}</span>
        ${round.releases > 0 ? html`<a href="/o/${this.org}/r/${round.id}/results">${t('round-results')}</a>` : nothing}
      </div>
    </li>`
  }
}

function parkOf({ id, name }: NonNullable<Organisation['programme']>): TemplateResult {
  return html`<p class="muted">${t('account-park-of')} <a href="/o/${id}">${name}</a>. ${t('account-park-staff')}</p>`
}

/** How many came; a team that answers together is one sheet. */
function countsText({ answering, counts: { joined, finished } }: Round): string {
  return answering === 'together' ? t('planning-list-together') : t('round-list-counts', { joined, finished })
}

/** When a round was made, with its period unless the title says that already. */
function madeText(round: Round): string {
  const made = t('round-list-made', { day: formatDay(round.createdAt) })
  const period = periodText(round.period)
  return round.title.includes(period) ? made : `${period}. ${made}`
}
