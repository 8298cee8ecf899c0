import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import '../pages/venue-texts.ts'

const STORED_AS = 'mv-phone-origin'
let chosen = stored()

/** Somebody chose another address for phones; `phoneOrigin` says which. */
export class AddressChangeEvent extends Event {
  constructor() {
    super('mv-address-change', { bubbles: true })
  }
}

/** The address for phones that was chosen in this tab, as long as the laptop still has it; else the likeliest. */
export function phoneOrigin(origins: readonly string[]): string | undefined {
  const chosen = stored()
  return origins.find((origin) => origin === chosen) ?? origins[0]
}

/** A choice of the address for phones, where the laptop is on more than one network; shows nothing when it is not. */
@customElement('mv-phone-address')
export class PhoneAddress extends MvElement {
  @property({ attribute: false }) origins: readonly string[] = []

  protected override render() {
    if (this.origins.length < 2) return nothing
    const current = phoneOrigin(this.origins)
    return html`<div class="field screen-only">
      <label for="phone-address">${t('venue-address')}</label>
      <p class="hint" id="phone-address-hint">${t('venue-address-hint')}</p>
      <select id="phone-address" aria-describedby="phone-address-hint" @change=${this.#choose}>
        ${this.origins.map((origin) => html`<option value=${origin} ?selected=${origin === current}>${origin}</option>`)}
      </select>
    </div>`
  }

  readonly #choose = (event: Event) => {
    if (!(event.target instanceof HTMLSelectElement)) return
    chosen = event.target.value
    try {
      sessionStorage.setItem(STORED_AS, chosen)
    } catch {
      // Private mode without storage: the choice lasts as long as the page.
    }
    this.dispatchEvent(new AddressChangeEvent())
  }
}

function stored(): string | null {
  try {
    return sessionStorage.getItem(STORED_AS)
  } catch {
    return null
  }
}

declare global {
  interface HTMLElementEventMap {
    'mv-address-change': AddressChangeEvent
  }
}
