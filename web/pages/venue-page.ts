import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Venue } from '../../server/contract/venue.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { phoneOrigin } from '../components/phone-address.ts'
import '../components/reach-check.ts'
import { t } from '../i18n/texts.ts'
import './venue-texts.ts'

const CAUSES = ['network', 'guest', 'firewall', 'vpn']

/** Before a meeting: can phones reach this laptop, by which address, and what to look at when they cannot. */
@customElement('mv-venue-page')
export class VenuePage extends MvElement {
  readonly #venue = new Reading(this, (signal) => call<Venue>('GET', '/api/venue', undefined, { signal }))

  protected override render() {
    return this.#venue.render(
      (venue) => html`<h1>${t('venue-title')}</h1>
        <p class="lead">${t('venue-lead')}</p>
        ${this.#way(venue)} ${causes()}`,
    )
  }

  #way(venue: Venue): TemplateResult {
    if (!venue.listening) {
      return html`<div class="warning">
        <p>${t('venue-closed')}</p>
        <p class="command"><code>npm start -- --lan</code></p>
      </div>`
    }
    const origin = phoneOrigin(venue.origins)
    if (origin === undefined) {
      return html`<p class="warning">${t('venue-no-network')}</p>
        <p><button type="button" class="primary" @click=${() => this.#venue.read()}>${t('venue-look-again')}</button></p>`
    }
    return html`<div @mv-address-change=${() => this.requestUpdate()}>
      <mv-phone-address .origins=${venue.origins}></mv-phone-address>
      <mv-reach-check .origin=${origin}></mv-reach-check>
      ${venue.certificate === 'self-made' ? html`<p class="hint">${t('venue-self-made')}</p>` : nothing}
    </div>`
  }
}

function causes(): TemplateResult {
  return html`<section aria-labelledby="causes-heading">
    <h2 id="causes-heading">${t('venue-causes-title')}</h2>
    <ul>
      ${CAUSES.map((cause) => html`<li>${t(`venue-cause-${cause}`)}</li>`)}
    </ul>
    <p>${t('venue-causes-paper')}</p>
  </section>`
}
