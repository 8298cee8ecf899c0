import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { HorizonResult } from '../../server/contract/results.ts'
import { t } from '../i18n/texts.ts'
import { foldingTable, scrollingTable } from './blocks.ts'
import { explainButton, explainLink } from './explaining.ts'
import { type Evenness, FIGURES, type FigureCode, type FigureWords, figuresOf, figureValue } from './figures.ts'
import { horizonsIn } from './missing.ts'
import { ResultsPart } from './part.ts'
import { inSentence } from './words.ts'

/** Level, balance, cost of imbalance, floor and gate as plain figures. There is no total: none of the five is one. */
@customElement('mv-results-figures')
export class ResultsFigures extends ResultsPart {
  protected override render(): TemplateResult {
    const [first, ...later] = horizonsIn(this.results, this.instrument.horizons)
    const now = first === undefined ? undefined : this.results.horizons[first]
    if (!this.instrument.balance || first === undefined || now === undefined) return html``
    return html`<section class="figures-section" aria-labelledby="figures">
      <h2 id="figures" tabindex="-1">${t('results-figures-title', { horizon: inSentence(this.names.horizon(first)) })}</h2>
      ${now.level === null ? html`<p class="chart-headline">${t('results-figures-none', { n: this.instrument.dimensions.length })}</p>` : html`<ul class="five">${this.#figures(first).map((figure) => this.#figure(figure, first, later))}</ul>`}
      ${this.#table([first, ...later])}
    </section>`
  }

  #figure(figure: FigureWords, horizon: string, later: readonly string[]): TemplateResult {
    return html`<li>
      <h3>${figure.name}</h3>
      <p class="five-value ${/^\p{L}/u.test(figure.value) ? 'in-words' : ''}">${figure.value} ${figure.unit === '' ? nothing : html`<span class="five-unit">${figure.unit}</span>`}</p>
      <p>${figure.sentence}</p>
      ${later.map((code) => this.#later(figure.code, code))} ${explainLink(figure.name, `${horizon}/${figure.code}`)}
    </li>`
  }

  #later(code: FigureCode, horizon: string): TemplateResult | typeof nothing {
    const figure = this.#figures(horizon).find((one) => one.code === code)
    if (figure === undefined) return nothing
    return html`<p class="five-later">${this.names.horizon(horizon)}: <strong>${figure.value} ${figure.unit}</strong></p>`
  }

  #figures(horizon: string): FigureWords[] {
    const on = this.results.horizons[horizon]
    return on === undefined ? [] : figuresOf(on, this.instrument.dimensions, this.names, this.words)
  }

  #table(horizons: readonly string[]): TemplateResult | typeof nothing {
    if (!horizons.some((horizon) => this.#hasAny(horizon))) return nothing
    const head = html`<tr>
      <th scope="col">${t('results-picture')}</th>
      ${FIGURES.map((code) => html`<th scope="col" class=${isInWords(code) ? '' : 'number'}>${t(`results-${code}`)}</th>`)}
      <th scope="col" class="screen-only"><span class="visually-hidden">${t('results-explain')}</span></th>
    </tr>`
    const body = html`${horizons.map((horizon) => this.#rows(horizon))}`
    return foldingTable(scrollingTable('figures-table', t('results-figures-caption'), head, body))
  }

  #hasAny(horizon: string): boolean {
    const on = this.results.horizons[horizon]
    return on !== undefined && [on, ...Object.values(on.perspectives)].some(({ level }) => level !== null)
  }

  #rows(horizon: string): TemplateResult {
    const on = this.results.horizons[horizon]
    if (!on) return html``
    const name = this.names.horizon(horizon)
    const sides = Object.entries(on.perspectives).map(([code, evenness]) =>
      this.#row(`${name}, ${inSentence(this.names.perspective(code))}`, `${horizon}/${code}`, evenness),
    )
    return html`${this.#row(name, horizon, on)} ${this.instrument.perspectives.length > 1 ? sides : nothing}`
  }

  /** A perspective has no gate of its own. */
  #row(name: string, path: string, on: Evenness & Partial<HorizonResult>): TemplateResult {
    const codes = FIGURES.filter((code) => code !== 'gate' || on.gate !== undefined)
    const paths = on.level === null ? [] : codes.map((code) => `${path}/${code}`)
    return html`<tr>
      <th scope="row">${name}</th>
      ${FIGURES.map((code) => html`<td class=${isInWords(code) ? '' : 'number'}>${figureValue(code, on, this.names, this.words)}</td>`)}
      <td class="screen-only">${explainButton(name, paths)}</td>
    </tr>`
  }
}

function isInWords(code: FigureCode): boolean {
  return code === 'floor' || code === 'gate'
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-results-figures': ResultsFigures
  }
}
