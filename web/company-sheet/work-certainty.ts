import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { t } from '../i18n/texts.ts'
import { CERTAINTY_STEPS } from './standing.ts'
import { WorkPartElement } from './work-part.ts'

/** How sure the team is of an answer: it is shown beside it and never part of a score. */
@customElement('mv-work-certainty')
export class WorkCertainty extends WorkPartElement {
  protected readonly workPart = 'certainty'

  protected override render(): TemplateResult {
    const { value } = this
    if (!this.sheet.mayWrite && this.state === 'saved')
      return html`<h3>${t('sheet-certainty-title')}</h3>
        <p>${value === null ? t('sheet-certainty-none') : t(`sheet-certainty-${value}`)}</p>`
    return html`<fieldset class="field sheet-certainty">
        <legend>${t('sheet-certainty-title')}</legend>
        <p class="hint">${t('sheet-certainty-hint')}</p>
        ${[null, ...CERTAINTY_STEPS].map((step) => this.#choice(step, value))}
        ${this.standing(t('sheet-draft-refused'))}
      </fieldset>
      ${this.conflict((other) => (other === null ? '' : t(`sheet-certainty-${other}`)))}`
  }

  #choice(step: string | null, chosen: string | null): TemplateResult {
    const choose = () => {
      this.write(step)
      this.end()
    }
    return html`<label class="choice small">
      <input type="radio" name="sheet-certainty" value=${step ?? 'none'} .checked=${live(step === chosen)} @change=${choose} />
      <span>${t(`sheet-certainty-${step ?? 'none'}`)}${step === null ? '' : html`<span class="hint">${t(`sheet-certainty-${step}-hint`)}</span>`}</span>
    </label>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-work-certainty': WorkCertainty
  }
}
