import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { EvidenceFact } from '../../server/contract/company-sheets.ts'
import { MvElement } from '../app/element.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { factValue } from './fact-words.ts'

/** Figures that a report of the organisation already holds, beside the question that they are about. */
@customElement('mv-fact-list')
export class FactList extends MvElement {
  @property({ attribute: false }) facts: readonly EvidenceFact[] = []

  protected override render(): TemplateResult | typeof nothing {
    if (this.facts.length === 0) return nothing
    return html`<section class="sheet-facts" aria-labelledby="sheet-facts">
      <h2 id="sheet-facts">${t('sheet-facts-title')}</h2>
      <dl>
        ${this.facts.map(
          (fact) => html`<div>
            <dt>${fact.label[locale()]}</dt>
            <dd>${factValue(fact)}${fact.period === null ? nothing : html` <span class="muted">(${fact.period})</span>`}</dd>
          </div>`,
        )}
      </dl>
      <p class="hint">${t('sheet-facts-hint')}</p>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-fact-list': FactList
  }
}
