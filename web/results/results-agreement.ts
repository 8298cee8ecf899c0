import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ItemResult } from '../../server/contract/results.ts'
import { distribution } from '../charts/distribution.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { t } from '../i18n/texts.ts'
import { binsOf } from './bins.ts'
import { scrollingTable } from './blocks.ts'
import { explainLink } from './explaining.ts'
import { stepsApart, whyNoWord } from './item-words.ts'
import { isBetweenPoles } from './lines.ts'
import { horizonsIn } from './missing.ts'
import { ResultsPart } from './part.ts'
import { agreementSentence, countWord, lowestFirst, mostDividedFirst, NOTHING, percent } from './sentences.ts'
import { inSentence } from './words.ts'

/** At least and at most so many items are shown at first: in between, all divided ones. */
const SHOWN_AT_FIRST = { least: 6, most: 10 }

const COLUMNS = ['item', 'agreement', 'distribution', 'score', 'n'] as const
const COLUMNS_ALONE = ['item', 'score'] as const
const COLUMNS_BETWEEN = ['item', 'agreement', 'distribution', 'n'] as const

/**
 * Agreement for each item, most divided first: disagreement is the agenda. One person alone cannot agree or disagree:
 * then the items are listed with their scores, lowest first.
 */
@customElement('mv-results-agreement')
export class ResultsAgreement extends ResultsPart {
  @state() private opened: readonly string[] = []

  protected override render(): TemplateResult {
    const horizons = horizonsIn(this.results, this.instrument.horizons)
    return html`<section class="chart-section" aria-labelledby="agreement">
      <h2 id="agreement" tabindex="-1">${t(this.#isAlone ? 'results-alone-title' : 'results-agreement-title')}</h2>
      <p>${t(this.#isAlone ? 'results-alone-intro' : 'results-agreement-intro')}</p>
      ${horizons.map((horizon) => this.#list(horizon, horizons.length > 1))}
    </section>`
  }

  get #isAlone(): boolean {
    return this.results.n < 2
  }

  /** A place between two poles is no score: it stands with the lines. */
  get #columns(): readonly string[] {
    if (isBetweenPoles(this.instrument)) return COLUMNS_BETWEEN
    return this.#isAlone ? COLUMNS_ALONE : COLUMNS
  }

  #list(horizon: string, isOneOfSeveral: boolean): TemplateResult {
    const items = this.#isAlone ? lowestFirst(this.results, horizon) : mostDividedFirst(this.results, horizon)
    const shown = Math.min(Math.max(SHOWN_AT_FIRST.least, countWord(items, 'divided')), SHOWN_AT_FIRST.most)
    const isOpen = this.opened.includes(horizon)
    const head = html`<tr role="row">
      ${this.#columns.map((code) => html`<th role="columnheader" scope="col" class=${code === 'n' || code === 'score' ? 'number' : ''}>${t(`results-items-${code}`)}</th>`)}
    </tr>`
    const rows = items.map((item, at) => this.#row(item, at >= shown))
    const id = `agreement-${horizon}-table`
    return html`<div class="chart-block">
      ${isOneOfSeveral ? html`<h3>${this.names.horizon(horizon)}</h3>` : nothing}
      ${this.#isAlone ? nothing : html`<p class="chart-headline">${agreementSentence(items, this.names, this.words)}</p>`}
      ${scrollingTable(id, t(this.#isAlone ? 'results-alone-caption' : 'results-items-caption', { horizon: this.names.horizon(horizon), n: items.length }), head, html`${rows}`, `items ${isOpen ? 'all' : ''}`)}
      ${items.length > shown ? this.#more(horizon, isOpen, items.length, id) : nothing}
    </div>`
  }

  #more(horizon: string, isOpen: boolean, n: number, table: string): TemplateResult {
    const toggle = () => {
      this.opened = isOpen ? this.opened.filter((code) => code !== horizon) : [...this.opened, horizon]
    }
    return html`<button type="button" class="screen-only" aria-expanded=${isOpen} aria-controls=${table} @click=${toggle}>
      ${isOpen ? t('results-items-fewer') : t('results-items-all', { n })}
    </button>`
  }

  #row(item: ItemResult, isFurther: boolean): TemplateResult {
    return html`<tr role="row" class=${isFurther ? 'further' : ''}>
      <th role="rowheader" scope="row">
        ${this.#details(item)}
        ${this.instrument.scores ? this.#place(item) : nothing}
      </th>
      ${this.#isAlone ? nothing : html`<td role="cell">${this.#agreement(item)}</td><td role="cell">${this.#distribution(item)}</td>`}
      ${isBetweenPoles(this.instrument) ? nothing : html`<td role="cell" class="number">${this.#score(item)}</td>`}
      ${this.#isAlone ? nothing : html`<td role="cell" class="number"><span class="cell-name" aria-hidden="true">${t('results-items-n')}</span> ${this.words.number(item.n)}</td>`}
    </tr>`
  }

  #place({ dimension, perspective }: ItemResult): TemplateResult {
    return html`<span class="item-place with-icon">${capitalIcon(dimension, this.names.dimension(dimension))}
      ${this.names.dimension(dimension)}, ${inSentence(this.names.perspective(perspective))}</span>`
  }

  #agreement(item: ItemResult): TemplateResult {
    const { word } = item.agreement
    if (word === null) return html`<span class="absent">${whyNoWord(this.results, item, this.words)}</span>`
    const apart = stepsApart(item, this.words)
    return html`<span class="word word-${word}">${t(`results-word-${word}`)}</span>
      ${apart === '' ? nothing : html`<span class="steps-apart">${apart}</span>`}`
  }

  #distribution(item: ItemResult): TemplateResult {
    if (item.counts) return distribution(item.counts, binsOf(this.instrument, item, this.names, this.words))
    if (item.n === 0) return html`<span class="absent">${NOTHING}</span>`
    return html`<span class="cell-name" aria-hidden="true">${t('results-items-distribution')}:</span>
      <span class="absent">${t('results-hidden')}</span>`
  }

  #score(item: ItemResult): TemplateResult {
    const name = html`<span class="cell-name" aria-hidden="true">${t('results-items-score')}</span>`
    if (item.score !== null) return html`${name} ${this.words.number(item.score)}`
    if (item.nearlyEveryone !== null)
      return html`<span class="absent">${t(`results-nearly-${item.nearlyEveryone}`)}</span>`
    return html`${name} <span class="absent">${item.n === 0 ? t('results-no-score') : t('results-hidden')}</span>`
  }

  #details(item: ItemResult): TemplateResult {
    const texts = this.names.item(item.itemId)
    const { quartiles } = item
    return html`<details class="item-more">
      <summary>${this.names.topic(item.itemId)}</summary>
      <p>${texts?.question}</p>
      <dl class="anchors">
        ${Object.entries(texts?.anchors ?? {}).map(([step, text]) => html`<div><dt>${isBetweenPoles(this.instrument) ? '' : `${step}. `}${this.names.step(Number(step))}</dt><dd>${text}</dd></div>`)}
      </dl>
      ${quartiles === null || isBetweenPoles(this.instrument) ? nothing : html`<p>${t('results-quartiles', { lower: this.#step(quartiles.lower), median: this.#step(quartiles.median), upper: this.#step(quartiles.upper) })}</p>`}
      ${item.unknownShare === null ? nothing : html`<p>${t('results-unknown', { share: percent(item.unknownShare, this.words) })}</p>`}
      ${explainLink(this.names.topic(item.itemId), `items/${item.itemId}/${item.horizon}`)}
    </details>`
  }

  #step(value: number): string {
    return this.words.number(value, Number.isInteger(value) ? 0 : 1)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-results-agreement': ResultsAgreement
  }
}
