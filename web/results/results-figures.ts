import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { HorizonResult } from '../../server/contract/results.ts'
import { t } from '../i18n/texts.ts'
import { foldingTable, scrollingTable } from './blocks.ts'
import { explainButton, explainLink } from './explaining.ts'
import { horizonsIn } from './missing.ts'
import { ResultsPart } from './part.ts'
import { NOTHING } from './sentences.ts'
import { inSentence } from './words.ts'

type Evenness = Pick<HorizonResult, 'level' | 'balance' | 'imbalanceCost' | 'floor'>

/** One of the five figures: its name, what it is on each horizon, and what that says. */
interface Figure {
  readonly code: 'level' | 'balance' | 'imbalanceCost' | 'floor' | 'gate'
  readonly value: (horizon: HorizonResult) => string
  /** What the value counts, such as "punten"; the figure may stand without. */
  readonly unit?: (horizon: HorizonResult) => string
  readonly sentence: (horizon: HorizonResult) => string
}

/** Level, balance, cost of imbalance, floor and gate as plain figures. There is no total: none of the five is one. */
@customElement('mv-results-figures')
export class ResultsFigures extends ResultsPart {
  protected override render(): TemplateResult {
    const [first, ...later] = horizonsIn(this.results, this.instrument.horizons)
    const now = first === undefined ? undefined : this.results.horizons[first]
    if (!this.instrument.balance || first === undefined || now === undefined) return html``
    return html`<section class="figures-section" aria-labelledby="figures">
      <h2 id="figures" tabindex="-1">${t('results-figures-title', { horizon: inSentence(this.names.horizon(first)) })}</h2>
      ${now.level === null ? html`<p class="chart-headline">${t('results-figures-none', { n: this.instrument.dimensions.length })}</p>` : html`<ul class="five">${this.#figures().map((figure) => this.#figure(figure, first, now, later))}</ul>`}
      ${this.#table([first, ...later])}
    </section>`
  }

  #figures(): Figure[] {
    const number = this.words.number
    return [
      {
        code: 'level',
        value: (on) => numberOr(on.level, number),
        sentence: (on) => t('results-level-means', { side: sideOf(on.level), n: this.instrument.dimensions.length }),
      },
      {
        code: 'balance',
        value: (on) => numberOr(on.balance, (value) => number(value, 2)),
        sentence: () => t('results-balance-means'),
      },
      {
        code: 'imbalanceCost',
        value: (on) => numberOr(on.imbalanceCost, number),
        unit: (on) => t('results-points-unit', { n: on.imbalanceCost ?? 0 }),
        sentence: (on) => t('results-imbalanceCost-means', { n: on.imbalanceCost ?? 0 }),
      },
      { code: 'floor', value: (on) => this.#floor(on), sentence: (on) => this.#floorMeans(on) },
      {
        code: 'gate',
        value: (on) => gateWord(on.gate),
        sentence: (on) => t('results-gate-means', { gate: String(on.gate) }),
      },
    ]
  }

  #figure(figure: Figure, horizon: string, now: HorizonResult, later: readonly string[]): TemplateResult {
    const name = t(`results-${figure.code}`)
    const text = figure.value(now)
    return html`<li>
      <h3>${name}</h3>
      <p class="five-value ${/^\p{L}/u.test(text) ? 'in-words' : ''}">${text} ${figure.unit ? html`<span class="five-unit">${figure.unit(now)}</span>` : nothing}</p>
      <p>${figure.sentence(now)}</p>
      ${later.map((code) => this.#later(figure, code))} ${explainLink(name, `${horizon}/${figure.code}`)}
    </li>`
  }

  #later(figure: Figure, horizon: string): TemplateResult | typeof nothing {
    const on = this.results.horizons[horizon]
    if (!on) return nothing
    return html`<p class="five-later">${this.names.horizon(horizon)}: <strong>${figure.value(on)} ${figure.unit?.(on)}</strong></p>`
  }

  #floor(on: Evenness): string {
    return on.floor.length === 0 ? NOTHING : this.words.list(on.floor.map(this.names.dimension))
  }

  #floorMeans(on: HorizonResult): string {
    const lowest = on.dimensions[on.floor[0] ?? '']?.score ?? null
    return t('results-floor-means', {
      n: on.floor.length,
      score: lowest === null ? NOTHING : this.words.number(lowest),
    })
  }

  #table(horizons: readonly string[]): TemplateResult | typeof nothing {
    if (!horizons.some((horizon) => this.#hasAny(horizon))) return nothing
    const columns = ['level', 'balance', 'imbalanceCost', 'floor', 'gate']
    const head = html`<tr>
      <th scope="col">${t('results-picture')}</th>
      ${columns.map((code) => html`<th scope="col" class=${code === 'floor' || code === 'gate' ? '' : 'number'}>${t(`results-${code}`)}</th>`)}
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
      this.#row(`${name}, ${inSentence(this.names.perspective(code))}`, `${horizon}/${code}`, evenness, undefined),
    )
    return html`${this.#row(name, horizon, on, on.gate)} ${this.instrument.perspectives.length > 1 ? sides : nothing}`
  }

  /** A perspective has no gate of its own: `gate` is undefined then. */
  #row(name: string, path: string, on: Evenness, gate: boolean | null | undefined): TemplateResult {
    const codes = ['level', 'balance', 'imbalanceCost', 'floor', ...(gate === undefined ? [] : ['gate'])]
    const paths = on.level === null ? [] : codes.map((code) => `${path}/${code}`)
    return html`<tr>
      <th scope="row">${name}</th>
      <td class="number">${numberOr(on.level, this.words.number)}</td>
      <td class="number">${numberOr(on.balance, (value) => this.words.number(value, 2))}</td>
      <td class="number">${numberOr(on.imbalanceCost, this.words.number)}</td>
      <td>${this.#floor(on)}</td>
      <td>${gate === undefined ? NOTHING : gateWord(gate)}</td>
      <td class="screen-only">${explainButton(name, paths)}</td>
    </tr>`
  }
}

/** Where a level lies: above, on or below the line of preservation, for the text to choose by. */
function sideOf(level: number | null): string {
  if (level === null) return 'none'
  return level === 50 ? 'on' : level > 50 ? 'above' : 'below'
}

function numberOr(value: number | null, write: (value: number) => string): string {
  return value === null ? NOTHING : write(value)
}

function gateWord(gate: boolean | null): string {
  return gate === null ? NOTHING : t(gate ? 'results-gate-out' : 'results-gate-in')
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-results-figures': ResultsFigures
  }
}
