import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Reflection } from '../../server/contract/reflections.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { namesOf } from '../results/names.ts'
import type { Desk } from './desk.ts'

/** The dimensions of an instrument as boxes to tick. */
export function capitalBoxes(
  instrument: InstrumentView,
  chosen: readonly string[],
  onChange: (chosen: readonly string[]) => void,
): TemplateResult {
  const names = namesOf(instrument, locale())
  const toggle = (code: string) => (event: Event) => {
    const isOn = event.target instanceof HTMLInputElement && event.target.checked
    onChange(instrument.dimensions.filter((one) => (one === code ? isOn : chosen.includes(one))))
  }
  return html`<div class="capital-boxes">
    ${instrument.dimensions.map(
      (code) => html`<label class="choice small">
        <input type="checkbox" .checked=${live(chosen.includes(code))} @change=${toggle(code)} />${names.dimension(code)}
      </label>`,
    )}
  </div>`
}

/** The way to change what a reflection is about; nothing for who may not. */
export function capitalsChoice(desk: Desk, reflection: Reflection): TemplateResult | typeof nothing {
  const { instrument } = desk
  if (!instrument || !reflection.canWrite) return nothing
  return html`<details class="fold screen-only">
    <summary>${t('reflection-capitals-change')}</summary>
    <fieldset>
      <legend>${t('reflection-capitals-legend')}</legend>
      <p class="hint">${t('reflection-capitals-hint')}</p>
      ${capitalBoxes(instrument, reflection.capitals, (capitals) => void desk.change({ capitals: [...capitals] }))}
    </fieldset>
  </details>`
}

/** Which capitals a reflection is about, in one line. */
export function aboutText({ names }: Desk, { capitals }: Reflection): string {
  if (capitals.length === 0 || !names) return t('reflection-about-all')
  return t('reflection-about', { names: capitals.map((code) => names.dimension(code)).join(', ') })
}
