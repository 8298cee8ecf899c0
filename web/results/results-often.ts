import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { ItemResult } from '../../server/contract/results.ts'
import { spanRows } from '../charts/span-rows-svg.ts'
import { t } from '../i18n/texts.ts'
import { foldingTable, scrollingTable } from './blocks.ts'
import { explainButton } from './explaining.ts'
import { ownHeadline } from './lines-headline.ts'
import './lines-texts.ts'
import { wordWithAnswers } from './lines-words.ts'
import { horizonsIn } from './missing.ts'
import { hasFigure, oftenRows, oftenWords } from './often.ts'
import { ResultsPart } from './part.ts'

/** How often things happen, one row for each item that stands for itself: its figure, or its word, and a table. */
@customElement('mv-results-often')
export class ResultsOften extends ResultsPart {
  protected override render(): TemplateResult {
    const horizons = horizonsIn(this.results, this.instrument.horizons)
    return html`<section class="chart-section" aria-labelledby="often">
      <h2 id="often" tabindex="-1">${t('lines-often-title')}</h2>
      ${this.results.items.some(hasFigure) ? html`<p>${t('lines-often-intro')}</p>` : nothing}
      ${horizons.map((horizon) => this.#block(horizon, horizons.length > 1))}
    </section>`
  }

  #block(horizon: string, isOneOfSeveral: boolean): TemplateResult {
    const items = this.results.items.filter((item) => item.horizon === horizon)
    const table = `often-${horizon}-table`
    const rows = oftenRows(items, this.results, this.names, this.words)
    const said = rows.map(({ label }) => label).join('; ')
    const label = `${ownHeadline(this.results, this.instrument, this.names, this.words)} ${said}.`
    const isDrawn = items.some(hasFigure)
    return html`<div class="chart-block">
      ${isOneOfSeveral ? html`<h3>${this.names.horizon(horizon)}</h3>` : nothing}
      ${isDrawn ? html`<div class="chart often">${spanRows(rows, { label, describedBy: table, hasLine: false })}</div>` : nothing}
      ${isDrawn ? foldingTable(this.#table(table, items, true)) : this.#table(table, items, false)}
    </div>`
  }

  #table(id: string, items: readonly ItemResult[], isDrawn: boolean): TemplateResult {
    const hasWords = this.results.n > 1
    const head = html`<tr>
      <th scope="col">${t('lines-often-principle')}</th>
      ${isDrawn ? html`<th scope="col">${t('lines-often-figure')}</th>` : nothing}
      ${hasWords ? html`<th scope="col">${t('results-items-agreement')}</th>` : nothing}
      <th scope="col" class="screen-only"><span class="visually-hidden">${t('results-explain')}</span></th>
    </tr>`
    const rows = items.map((item) => {
      const topic = this.names.topic(item.itemId)
      const paths = item.score === null ? [] : [`items/${item.itemId}/${item.horizon}`]
      return html`<tr>
        <th scope="row">${topic}</th>
        ${isDrawn ? html`<td class=${item.score === null ? 'absent' : 'number'}>${oftenWords(item, this.words)}</td>` : nothing}
        ${hasWords ? html`<td>${wordWithAnswers(this.results, item, this.words)}</td>` : nothing}
        <td class="screen-only">${explainButton(topic, paths)}</td>
      </tr>`
    })
    return scrollingTable(id, t(isDrawn ? 'lines-often-caption' : 'lines-often-words'), head, html`${rows}`)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-results-often': ResultsOften
  }
}
