import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import english from '../../data/texts/en/take-along.ftl?raw'
import dutch from '../../data/texts/nl/take-along.ftl?raw'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Results } from '../../server/contract/results.ts'
import { MvElement } from '../app/element.ts'
import '../deck/deck-download.ts'
import { addTexts, t } from '../i18n/texts.ts'
import '../styles/take-along.css'

addTexts({ nl: dutch, en: english })

/** The one place where a result can be taken along: on paper, as slides, as figures. */
@customElement('mv-take-along')
export class TakeAlong extends MvElement {
  @property() org = ''
  @property() round = ''
  @property({ attribute: false }) results!: Results
  @property({ attribute: false }) instrument!: InstrumentView

  protected override render(): TemplateResult {
    const { org, round, results, instrument } = this
    return html`<section class="take-along screen-only" aria-labelledby="take">
      <h2 id="take" tabindex="-1">${t('take-title')}</h2>
      <p>${t('take-intro')}</p>
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
      </div>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-take-along': TakeAlong
  }
}
