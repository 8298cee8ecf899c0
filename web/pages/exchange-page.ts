import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { CompanyNetwork, MatchList, Offer } from '../../server/contract/exchange.ts'
import type { ParticipationView } from '../../server/contract/participations.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import '../programme/exchange-matches.ts'
import '../programme/exchange-network.ts'
import '../programme/exchange-offers.ts'
import { mayExchange } from '../programme/exchange-words.ts'
import '../styles/charts.css'
import '../styles/ledger.css'
import '../styles/programme-exchange.css'

interface Page {
  readonly organisation: Organisation
  readonly participation: ParticipationView
  readonly offers: readonly Offer[]
  readonly matches: MatchList
  readonly network: CompanyNetwork['network']
}

const TOLD = ['before', 'after', 'no', 'guess', 'staff'] as const

/** Who can help whom, for a company in a programme: what it offers and needs, what fits, and who helps whom on its park. */
@customElement('mv-exchange-page')
export class ExchangePage extends MvElement {
  @property() org = ''
  @property() programme = ''
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))

  protected override render(): TemplateResult {
    return this.#page.render(
      (page) => html`<div class="exchange" @mv-exchange=${() => void this.#page.refresh()}>
        <h1>${t('programme-exchange-title')}</h1>
        <p class="lead">${t('programme-exchange-lead')}</p>
        <mv-exchange-offers .path=${this.#path} .offers=${page.offers} .mayWrite=${mayExchange(page.organisation.role)}></mv-exchange-offers>
        <mv-exchange-matches .path=${this.#path} .list=${page.matches} .mayWrite=${mayExchange(page.organisation.role)}></mv-exchange-matches>
        ${told()} ${network(page.network)}
        <p class="screen-only">
          <a href="/o/${this.org}/programmes/${this.programme}">${t('programme-exchange-back', { programme: page.participation.programme.name })}</a>
        </p>
      </div>`,
    )
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const read = <Reply>(path: string) => call<Reply>('GET', path, undefined, { signal })
    const [organisation, participation, offers, matches, own] = await Promise.all([
      read<Organisation>(`/api/organisations/${this.org}`),
      read<ParticipationView>(this.#path),
      read<{ items: readonly Offer[] }>(`${this.#path}/offers`),
      read<MatchList>(`${this.#path}/matches`),
      read<CompanyNetwork>(`${this.#path}/value-network`),
    ])
    learnName(organisation.id, organisation.name)
    return { organisation, participation, offers: offers.items, matches, network: own.network }
  }

  get #path(): string {
    return `/api/organisations/${this.org}/participations/${this.programme}`
  }
}

function told(): TemplateResult {
  return html`<section aria-labelledby="exchange-told-heading">
    <h2 id="exchange-told-heading">${t('programme-exchange-told-title')}</h2>
    <ul>
      ${TOLD.map((name) => html`<li>${t(`programme-exchange-told-${name}`)}</li>`)}
    </ul>
  </section>`
}

function network(shown: CompanyNetwork['network']): TemplateResult {
  return html`<section aria-labelledby="exchange-network-heading">
    <h2 id="exchange-network-heading">${t('programme-exchange-network-title')}</h2>
    ${
      shown === null
        ? html`<p>${t('programme-exchange-network-not-named')}</p>`
        : html`<p>${t('programme-exchange-network-own')}</p>
            <mv-value-network .network=${shown}></mv-value-network>`
    }
  </section>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-exchange-page': ExchangePage
  }
}
