import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { poleRows } from '../charts/pole-rows-svg.ts'
import { spanSample } from '../charts/span-rows-svg.ts'
import { t } from '../i18n/texts.ts'
import { foldingTable, scrollingTable } from './blocks.ts'
import { explainButton } from './explaining.ts'
import { type Line, linesOf } from './lines.ts'
import { ownHeadline, wayNames } from './lines-headline.ts'
import './lines-texts.ts'
import { lineWords, marksOf, placeWords, wayWords, wordWithAnswers } from './lines-words.ts'
import { horizonsIn } from './missing.ts'
import { ResultsPart } from './part.ts'

const TABLE = 'lines-table'

/** Lines between two poles: where people stand, where they want to go, and the way between, each with its table. */
@customElement('mv-results-lines')
export class ResultsLines extends ResultsPart {
  protected override render(): TemplateResult {
    const lines = linesOf(this.results, this.instrument, this.names)
    const horizons = horizonsIn(this.results, this.instrument.horizons)
    return html`<section class="chart-section" aria-labelledby="lines">
      <h2 id="lines" tabindex="-1">${t('lines-title', { horizons: horizons.length })}</h2>
      <p>${t('lines-intro', { horizons: horizons.length, ...wayNames(horizons, this.names) })}</p>
      <div class="chart">${this.#key(lines, horizons)} ${this.#chart(lines)}</div>
      ${foldingTable(this.#table(lines, horizons))}
    </section>`
  }

  #key(lines: readonly Line[], horizons: readonly string[]): TemplateResult | typeof nothing {
    const isPlaced = lines.some(({ places }) => places.some(({ steps }) => steps !== null))
    if (!isPlaced) return nothing
    return html`<ul class="key">
      ${horizons.slice(0, 2).map((horizon, at) => html`<li>${spanSample(at === 0 ? 'first' : 'ahead')} ${this.names.horizon(horizon)}</li>`)}
    </ul>`
  }

  #chart(lines: readonly Line[]): TemplateResult {
    const rows = lines.map((line) => ({
      name: line.topic,
      poles: line.poles,
      marks: marksOf(line, this.words),
      words: lineWords(line, this.results, this.instrument, this.names.horizon, this.words),
    }))
    const said = rows.map(({ name, words }) => `${name}: ${words}`).join('; ')
    const label = `${ownHeadline(this.results, this.instrument, this.names, this.words)} ${said}.`
    const { min, max } = this.instrument.scale
    return poleRows(rows, { label, describedBy: TABLE, steps: max - min + 1 })
  }

  #table(lines: readonly Line[], horizons: readonly string[]): TemplateResult {
    const isWay = horizons.length > 1
    const hasWords = this.results.n > 1
    const head = html`<tr>
      <th scope="col">${t('lines-line')}</th>
      ${horizons.map(
        (horizon) => html`<th scope="col">${this.names.horizon(horizon)}</th>
          ${hasWords ? html`<th scope="col">${t('lines-at', { horizon: this.names.horizon(horizon), what: t('results-path-word') })}</th>` : nothing}`,
      )}
      ${isWay ? html`<th scope="col">${t('lines-difference', wayNames(horizons, this.names))}</th>` : nothing}
      <th scope="col" class="screen-only"><span class="visually-hidden">${t('results-explain')}</span></th>
    </tr>`
    const rows = lines.map((line) => this.#row(line, isWay, hasWords))
    return scrollingTable(TABLE, t('lines-caption'), head, html`${rows}`)
  }

  #row(line: Line, isWay: boolean, hasWords: boolean): TemplateResult {
    const [left, right] = line.poles
    const paths = line.places
      .filter(({ steps }) => steps !== null)
      .map(({ horizon }) => `items/${line.itemId}/${horizon}`)
    return html`<tr>
      <th scope="row">${line.topic} <span class="line-poles">${t('lines-between', { left, right })}</span></th>
      ${line.places.map(
        (place) => html`<td class=${place.steps === null ? 'absent' : ''}>${placeWords(place, this.words)}</td>
          ${hasWords ? html`<td>${wordWithAnswers(this.results, place.item, this.words)}</td>` : nothing}`,
      )}
      ${isWay ? html`<td>${wayWords(line, this.results.n, this.instrument, this.words)}</td>` : nothing}
      <td class="screen-only">${explainButton(line.topic, paths)}</td>
    </tr>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-results-lines': ResultsLines
  }
}
