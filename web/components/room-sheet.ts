import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import { codeInHalves } from '../pages/round-words.ts'
import '../pages/venue-texts.ts'
import './qr-code.ts'
import { type Wifi, wifiText } from './wifi.ts'

/** One sheet for a room, on paper or on the wall: first onto the Wi-Fi, then into the round. */
@customElement('mv-room-sheet')
export class RoomSheet extends MvElement {
  /** Name of the organisation. */
  @property() heading = ''
  @property() roundTitle = ''
  /** undefined, or without a name: the sheet has only the second step. */
  @property({ attribute: false }) wifi: Wifi | undefined
  @property() url = ''
  @property() code = ''
  /** Whether phones warn about a certificate that the laptop made itself. */
  @property({ type: Boolean }) isSelfMade = false

  protected override render() {
    const wifi = this.wifi?.name.trim() ? this.wifi : undefined
    return html`<div class="room-sheet">
      <header>
        <p class="room-sheet-who">${this.heading}</p>
        <p class="room-sheet-round">${this.roundTitle}</p>
      </header>
      ${wifi ? onWifi(wifi) : nothing} ${this.#takePart(wifi === undefined)}
    </div>`
  }

  #takePart(isOnly: boolean): TemplateResult {
    return html`<div class="room-step">
      <mv-qr-code .text=${this.url} .label=${t('venue-step-join-qr', { url: this.url })}></mv-qr-code>
      <div>
        <h3>${t(isOnly ? 'venue-step-join-only' : 'venue-step-join')}</h3>
        <p>${t('venue-step-join-scan')}</p>
        <dl>
          <div><dt>${t('venue-step-join-address')}</dt><dd>${`${new URL(this.url, location.origin).host}/d`}</dd></div>
          <div><dt>${t('venue-step-join-code')}</dt><dd class="code">${codeInHalves(this.code)}</dd></div>
        </dl>
        ${this.isSelfMade ? html`<p class="room-note">${t('venue-step-join-warning')}</p>` : nothing}
      </div>
    </div>`
  }
}

function onWifi(wifi: Wifi): TemplateResult {
  return html`<div class="room-step">
    <mv-qr-code .text=${wifiText(wifi)} .label=${t('venue-step-wifi-qr', { name: wifi.name })}></mv-qr-code>
    <div>
      <h3>${t('venue-step-wifi')}</h3>
      <p>${t('venue-step-wifi-scan')}</p>
      <dl>
        <div><dt>${t('venue-step-wifi-name')}</dt><dd>${wifi.name}</dd></div>
        ${
          wifi.security === 'open'
            ? nothing
            : html`<div><dt>${t('venue-step-wifi-password')}</dt><dd class="is-secret">${wifi.password}</dd></div>`
        }
      </dl>
      ${wifi.security === 'open' ? html`<p>${t('venue-step-wifi-open')}</p>` : nothing}
    </div>
  </div>`
}
