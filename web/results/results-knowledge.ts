import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { shareBar } from '../charts/distribution.ts'
import { t } from '../i18n/texts.ts'
import { isAlone, ofQuestions, ratedQuestions, unknownQuestions } from './alone.ts'
import { dimensionHeader, scrollingTable } from './blocks.ts'
import { explainButton } from './explaining.ts'
import { horizonsIn } from './missing.ts'
import './lines-texts.ts'
import { ResultsPart } from './part.ts'
import { coverageSentence, gapsIn, knowledgeSentence, NOTHING, percent } from './sentences.ts'
import { inSentence } from './words.ts'

/** What people do not know, and how much of what was asked has a rating: both apart from every score. */
@customElement('mv-results-knowledge')
export class ResultsKnowledge extends ResultsPart {
  protected override render(): TemplateResult {
    return html`<section class="chart-section" aria-labelledby="knowledge">
      <h2 id="knowledge" tabindex="-1">${t('results-knowledge-title')}</h2>
      <div class="chart-block">
        <h3>${t('results-knowledge-gaps')}</h3>
        <p class="chart-headline">${knowledgeSentence(this.results, this.names, this.words)}</p>
        ${this.#gaps()}
      </div>
      <div class="chart-block">
        <h3>${t('results-coverage-title')}</h3>
        <p class="chart-headline">${coverageSentence(this.results, this.instrument, this.names, this.words)}</p>
        ${this.#coverage()}
      </div>
    </section>`
  }

  #gaps(): TemplateResult {
    const items = gapsIn(this.results)
    if (items.length === 0) return html``
    const head = html`<tr>
      <th scope="col">${t('results-items-item')}</th>
      ${this.instrument.scores ? html`<th scope="col">${t('results-dimension')}</th>` : nothing}
      <th scope="col">${t('results-horizon')}</th>
      <th scope="col">${t('results-unknown-share')}</th>
    </tr>`
    const rows = items.map(
      (item) => html`<tr>
        <th scope="row">${this.names.topic(item.itemId)}</th>
        ${this.instrument.scores ? html`<td>${this.names.dimension(item.dimension)}</td>` : nothing}
        <td>${this.names.horizon(item.horizon)}</td>
        <td>${this.#share(item.unknownShare)}</td>
      </tr>`,
    )
    return scrollingTable('knowledge-table', t('results-knowledge-caption'), head, html`${rows}`)
  }

  #coverage(): TemplateResult {
    const horizons = horizonsIn(this.results, this.instrument.horizons)
    const head = html`<tr>
      <th scope="col">${t(this.instrument.scores ? 'results-dimension' : 'lines-part')}</th>
      ${horizons.map(
        (
          horizon,
        ) => html`<th scope="col">${t('results-coverage-on', { horizon: inSentence(this.names.horizon(horizon)) })}</th>
          <th scope="col">${t('results-unknown-on', { horizon: inSentence(this.names.horizon(horizon)) })}</th>`,
      )}
      <th scope="col" class="screen-only"><span class="visually-hidden">${t('results-explain')}</span></th>
    </tr>`
    const rows = this.instrument.dimensions.map((code) => {
      const results = horizons.map((horizon) => this.results.horizons[horizon]?.dimensions[code])
      const paths = horizons
        .filter((_, at) => (results[at]?.coverage ?? null) !== null)
        .map((horizon) => `${horizon}/${code}/coverage`)
      return html`<tr>
        ${this.instrument.scores ? dimensionHeader(code, this.names.dimension(code)) : html`<th scope="row">${this.names.dimension(code)}</th>`}
        ${isAlone(this.results) ? horizons.map((horizon) => this.#questions(code, horizon)) : results.map((result) => html`<td>${this.#share(result?.coverage ?? null)}</td><td>${this.#share(result?.unknownShare ?? null)}</td>`)}
        <td class="screen-only">${explainButton(this.names.dimension(code), paths)}</td>
      </tr>`
    })
    return scrollingTable('coverage-table', t('results-coverage-caption'), head, html`${rows}`)
  }

  /** One form: questions are counted, because there are no people to have a share of. */
  #questions(code: string, horizon: string): TemplateResult {
    const unknown = unknownQuestions(this.results, code, horizon)
    return html`<td>${ofQuestions(ratedQuestions(this.results, code, horizon), this.words)}</td>
      <td>${unknown === undefined ? NOTHING : ofQuestions(unknown, this.words)}</td>`
  }

  #share(share: number | null): TemplateResult {
    if (share === null) return html`<span class="absent">${t('results-hidden')}</span>`
    return html`<span class="with-bar">${shareBar(share)} <span class="bar-number">${percent(share, this.words)}</span></span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-results-knowledge': ResultsKnowledge
  }
}
