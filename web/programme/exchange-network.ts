import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ValueNetwork } from '../../server/contract/exchange.ts'
import { CAPITALS } from '../../server/domain/capitals.ts'
import { MvElement } from '../app/element.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { t } from '../i18n/texts.ts'
import { capitalName } from '../network/network-words.ts'
import { MOST_IN_PICTURE, networkPicture } from './exchange-map.ts'
import './exchange-texts.ts'

/** Who helps whom: a picture, a list that says the same, and how much is open. */
@customElement('mv-value-network')
export class ValueNetworkPart extends MvElement {
  @property({ attribute: false }) network: ValueNetwork | undefined
  @state() private park = ''

  protected override render(): TemplateResult | typeof nothing {
    const { network } = this
    if (network === undefined) return nothing
    return html`${network.matches.length === 0 ? html`<p>${t('programme-exchange-network-none')}</p>` : this.#agreed(network)}
      ${openCounts(network)}`
  }

  #agreed(network: ValueNetwork): TemplateResult {
    const shown = this.#here(network)
    const { length } = shown.companies
    return html`${this.#choice(network)}
      ${
        length > MOST_IN_PICTURE
          ? html`<p>${t('programme-exchange-network-many', { n: length })} ${network.parks.length > 1 && this.park === '' ? t('programme-exchange-network-many-park') : nothing}</p>`
          : picture(shown)
      }
      ${list(shown)}`
  }

  #choice({ parks }: ValueNetwork): TemplateResult | typeof nothing {
    if (parks.length < 2) return nothing
    return html`<p class="value-park">
      <label for="value-network-park">${t('programme-exchange-network-park')}</label>
      <select id="value-network-park" @change=${this.#choose}>
        <option value="" ?selected=${this.park === ''}>${t('programme-exchange-network-all')}</option>
        ${parks.map(({ id, name }) => html`<option value=${id} ?selected=${this.park === id}>${name}</option>`)}
      </select>
    </p>`
  }

  readonly #choose = (event: Event) => {
    if (event.target instanceof HTMLSelectElement) this.park = event.target.value
  }

  /** Matches with a company on the chosen park, and the companies in these. */
  #here(network: ValueNetwork): ValueNetwork {
    if (this.park === '') return network
    const onPark = new Set(network.companies.filter(({ parkId }) => parkId === this.park).map(({ number }) => number))
    const matches = network.matches.filter(({ from, to }) => onPark.has(from) || onPark.has(to))
    const numbers = new Set(matches.flatMap(({ from, to }) => [from, to]))
    return { ...network, matches, companies: network.companies.filter(({ number }) => numbers.has(number)) }
  }
}

function picture(network: ValueNetwork): TemplateResult {
  const { companies, matches, parks } = network
  const capitals = CAPITALS.filter((code) => matches.some(({ capital }) => capital === code))
  const parkOf = (id: string) => parks.find((park) => park.id === id)?.name ?? ''
  return html`<div class="value-picture">
    ${networkPicture(network)}
    <div>
      <h3>${t('programme-exchange-network-companies')}</h3>
      <ul class="value-companies">
        ${companies.map(
          (company) => html`<li>
            <span class="value-key">${company.number}</span>
            <span>${t('programme-exchange-network-company', { name: nameOf(company), park: parkOf(company.parkId) })}</span>
          </li>`,
        )}
      </ul>
      <ul class="value-capitals">
        ${capitals.map((code) => html`<li>${capitalIcon(code, capitalName(code))} ${capitalName(code)}</li>`)}
      </ul>
    </div>
  </div>`
}

function list({ companies, matches }: ValueNetwork): TemplateResult {
  const byNumber = new Map(companies.map((company) => [company.number, nameOf(company)]))
  const cell = (column: string, value: unknown) => html`<td>
    <span class="cell-name" aria-hidden="true">${t(`programme-exchange-network-${column}`)}</span><span>${value}</span>
  </td>`
  return html`<h3 id="value-list-heading">${t('programme-exchange-network-list')}</h3>
    <table class="stacks value-list" aria-labelledby="value-list-heading">
      <thead>
        <tr>
          ${['from', 'to', 'capital', 'count'].map((column) => html`<th scope="col">${t(`programme-exchange-network-${column}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${matches.map(
          ({ from, to, capital, count }) => html`<tr>
            ${cell('from', byNumber.get(from))} ${cell('to', byNumber.get(to))} ${cell('capital', capitalName(capital))}
            ${cell('count', count)}
          </tr>`,
        )}
      </tbody>
    </table>`
}

function openCounts({ open }: ValueNetwork): TemplateResult {
  const told = (count: number | null) => (count === null ? t('programme-exchange-open-few') : String(count))
  const cell = (column: string, count: number | null) => html`<td>
    <span class="cell-name" aria-hidden="true">${t(`programme-exchange-open-${column}`)}</span><span>${told(count)}</span>
  </td>`
  return html`<section aria-labelledby="value-open-heading">
    <h3 id="value-open-heading">${t('programme-exchange-open-title')}</h3>
    <p class="muted">${t('programme-exchange-open-about')}</p>
    <table class="stacks value-open" aria-labelledby="value-open-heading">
      <thead>
        <tr>
          <th scope="col">${t('programme-exchange-network-capital')}</th>
          <th scope="col">${t('programme-exchange-open-offers')}</th>
          <th scope="col">${t('programme-exchange-open-needs')}</th>
        </tr>
      </thead>
      <tbody>
        ${open.map(
          ({ capital, offers, needs }) => html`<tr>
            <th scope="row">${capitalName(capital)}</th>
            ${cell('offers', offers)} ${cell('needs', needs)}
          </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

function nameOf({ number, name }: ValueNetwork['companies'][number]): string {
  return name ?? t('programme-exchange-network-unnamed', { n: number })
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-value-network': ValueNetworkPart
  }
}
