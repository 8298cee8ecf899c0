import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import english from '../../data/texts/en/take-along.ftl?raw'
import dutch from '../../data/texts/nl/take-along.ftl?raw'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Results } from '../../server/contract/results.ts'
import { MvElement } from '../app/element.ts'
import '../deck/deck-download.ts'
import '../exports/export-texts.ts'
import '../exports/result-downloads.ts'
import { addTexts, t } from '../i18n/texts.ts'
import '../styles/take-along.css'

addTexts({ nl: dutch, en: english })

/** The ways in which a result can be taken along: on paper, as slides, as figures. Fetched when they come into sight. */
@customElement('mv-take-ways')
export class TakeWays extends MvElement {
  @property() org = ''
  @property() round = ''
  @property({ attribute: false }) results!: Results
  @property({ attribute: false }) instrument!: InstrumentView

  protected override render(): TemplateResult {
    const { org, round, results, instrument } = this
    return html`<p>${t('take-intro')}</p>
      <div class="take-ways">
        <div>
          <h3>${t('take-paper-title')}</h3>
          <p>${t('take-report-what')}</p>
          <a class="button" href="/o/${org}/r/${round}/report">${t('take-report')}</a>
        </div>
        <div>
          <h3>${t('take-deck-title')}</h3>
          <p>${t('take-deck-what')}</p>
          <mv-deck-download .org=${org} .round=${round} .results=${results} .instrument=${instrument}></mv-deck-download>
        </div>
        <div>
          <h3>${t('export-figures-title')}</h3>
          <p>${t('export-figures-what')}</p>
          <mv-result-downloads .org=${org} .round=${round} .mode=${results.mode}></mv-result-downloads>
        </div>
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-take-ways': TakeWays
  }
}
