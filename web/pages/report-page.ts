import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import englishResults from '../../data/texts/en/results.ftl?raw'
import dutchResults from '../../data/texts/nl/results.ftl?raw'
import { ApiError } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { locale } from '../i18n/locale.ts'
import { addTexts, t } from '../i18n/texts.ts'
import type { Material } from '../report/material.ts'
import { readMaterial } from '../report/read-material.ts'
import { report } from '../report/report.ts'
import '../report/report-texts.ts'
import { tellingOf } from '../report/telling.ts'
import '../results/lines-texts.ts'
import { pageWords } from '../results/page-words.ts'
import { PrintController } from '../results/printing.ts'
import '../styles/report.css'
import '../styles/report-print.css'
import '../styles/trend.css'
import '../trend/trend-texts.ts'

addTexts({ nl: dutchResults, en: englishResults })

/** The report of a round: prints to A4, and is on screen what the paper says. */
@customElement('mv-report-page')
export class ReportPage extends MvElement {
  @property() org = ''
  @property() round = ''
  readonly #material = new Reading<Material | 'nothing-yet'>(this, (signal) => this.#read(signal))
  protected readonly printing = new PrintController(this)

  protected override render(): TemplateResult {
    return this.#material.render((material) => (material === 'nothing-yet' ? this.#nothingYet() : this.#page(material)))
  }

  async #read(signal: AbortSignal): Promise<Material | 'nothing-yet'> {
    try {
      const material = await readMaterial(this, signal)
      learnName(this.round, material.results.release.title)
      return material
    } catch (error) {
      if (error instanceof ApiError && error.code === 'no-release-yet') return 'nothing-yet'
      throw error
    }
  }

  #page(material: Material): TemplateResult {
    return html`<div class="report-bar screen-only">
        <p class="actions">
          <button type="button" class="primary" @click=${() => print()}>${t('report-print')}</button>
          <a class="button quiet" href="/o/${this.org}/r/${this.round}/results">${t('report-to-results')}</a>
        </p>
        <p class="hint">${t('report-print-hint')}</p>
      </div>
      ${report(tellingOf(material, locale(), pageWords()))}`
  }

  #nothingYet(): TemplateResult {
    return html`<h1>${t('results-empty-title')}</h1>
      <p>${t('results-empty-why')}</p>
      <p>${t('results-empty-what')}</p>
      <a class="button primary" href="/o/${this.org}/r/${this.round}">${t('results-to-round')}</a>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-report-page': ReportPage
  }
}
