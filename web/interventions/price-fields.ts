import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { live } from 'lit/directives/live.js'
import type { Price } from '../../server/contract/interventions.ts'
import { t } from '../i18n/texts.ts'
import type { EffectsBody } from './effects.ts'
import { typed } from './typed.ts'

interface PriceFields {
  /** Unique on the page. */
  readonly name: string
  readonly body: EffectsBody
  readonly missing: 'dimensions' | 'bearer' | undefined
  /** Capitals in the order of the instrument. */
  readonly dimensions: readonly string[]
  readonly nameOf: (code: string) => string
  readonly onPrice: (price: Price) => void
}

/**
 * Which capital gives way, for a while, and who bears that. A capital that is expected to fall is always among them.
 * Until it is said, the page says calmly that the expectation waits on this device.
 */
export function priceFields({ name, body, missing, dimensions, nameOf, onPrice }: PriceFields): TemplateResult {
  const { price, effects } = body
  const falls = (code: string) => effects.some(({ dimension, effect }) => dimension === code && effect < 0)
  const toggle = (code: string) => {
    const isChosen = price.dimensions.includes(code)
    onPrice({
      ...price,
      dimensions: isChosen ? price.dimensions.filter((one) => one !== code) : [...price.dimensions, code],
    })
  }
  const note = (field: 'dimensions' | 'bearer') =>
    missing === field
      ? html`<p class="price-note" id="price-${name}-${field}-note">${t(`intervention-price-missing-${field}`)}</p>`
      : nothing
  return html`<div class="price" role="group" aria-labelledby="price-${name}">
    <h4 id="price-${name}">${t('intervention-price-title')}</h4>
    <p class="hint">${t('intervention-price-why')}</p>
    <fieldset class="price-capitals" aria-describedby=${ifDefined(missing === 'dimensions' ? `price-${name}-dimensions-note` : undefined)}>
      <legend>${t('intervention-price-capitals')}</legend>
      ${note('dimensions')}
      ${dimensions.map((code) => {
        const isFalling = falls(code)
        return html`<label class="choice">
          <input
            type="checkbox"
            .checked=${live(isFalling || price.dimensions.includes(code))}
            ?disabled=${isFalling}
            @change=${() => toggle(code)}
          />
          <span>${nameOf(code)}${isFalling ? html` <span class="hint">${t('intervention-price-falls')}</span>` : nothing}</span>
        </label>`
      })}
    </fieldset>
    <label for="price-${name}-bearer">${t('intervention-price-bearer')}</label>
    ${note('bearer')}
    <textarea
      id="price-${name}-bearer"
      rows="2"
      maxlength="1000"
      aria-describedby=${ifDefined(missing === 'bearer' ? `price-${name}-bearer-note` : undefined)}
      ${typed(price.bearer)}
      @input=${({ target }: Event) => target instanceof HTMLTextAreaElement && onPrice({ ...price, bearer: target.value })}
    ></textarea>
  </div>`
}
