import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { ValueNetwork } from '../../server/contract/exchange.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import '../programme/exchange-network.ts'
import '../programme/exchange-texts.ts'
import '../styles/charts.css'
import '../styles/ledger.css'
import '../styles/programme-exchange.css'

/** The value network of a programme, for its staff: who helps whom, and how much is open. */
@customElement('mv-value-network-page')
export class ValueNetworkPage extends MvElement {
  @property() org = ''
  readonly #page = new Reading<ValueNetwork>(this, (signal) => this.#read(signal))

  protected override render(): TemplateResult {
    return this.#page.render(
      (network) => html`<div class="exchange">
        <h1>${t('programme-exchange-network-title')}</h1>
        <p class="lead">${t('programme-exchange-network-lead')}</p>
        <p class="muted">${t('programme-exchange-network-staff')}</p>
        <section aria-labelledby="value-agreed-heading">
          <h2 id="value-agreed-heading">${t('programme-exchange-agreed-title')}</h2>
          <mv-value-network .network=${network}></mv-value-network>
        </section>
      </div>`,
    )
  }

  async #read(signal: AbortSignal): Promise<ValueNetwork> {
    const own = `/api/organisations/${this.org}`
    const [organisation, network] = await Promise.all([
      call<Organisation>('GET', own, undefined, { signal }),
      call<ValueNetwork>('GET', `${own}/programme/value-network`, undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    return network
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-value-network-page': ValueNetworkPage
  }
}
