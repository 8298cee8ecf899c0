import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { t } from '../i18n/texts.ts'
import { isBetweenPoles } from './lines.ts'
import './lines-texts.ts'
import type { Reason } from './missing.ts'
import { ResultsPart } from './part.ts'
import { pathInWords } from './paths.ts'

/** So many things are named at once; more are folded. */
const NAMED_AT_FIRST = 8

/** What is not shown and why, and in short how the figures are made and people protected. */
@customElement('mv-results-hidden')
export class ResultsHidden extends ResultsPart {
  protected override render(): TemplateResult {
    const byReason = this.#byReason()
    return html`<section class="chart-section" aria-labelledby="hidden">
        <h2 id="hidden" tabindex="-1">${t('results-hidden-title')}</h2>
        ${byReason.size === 0 ? html`<p>${t('results-hidden-nothing')}</p>` : [...byReason].map(([reason, paths]) => this.#group(reason, paths))}
      </section>
      <section class="chart-section" aria-labelledby="method">
        <h2 id="method" tabindex="-1">${t('results-method-title')}</h2>
        <p>${t(this.#method)}</p>
        ${this.instrument.balance ? html`<p>${t('results-method-balance')}</p>` : ''}
        <p>${t(`results-method-${this.results.mode}`, { threshold: this.results.threshold })}</p>
        <p>${t('results-method-meaning')}</p>
      </section>`
  }

  get #method(): string {
    if (this.instrument.scores) return 'results-method-score'
    return isBetweenPoles(this.instrument) ? 'lines-method' : 'lines-method-often'
  }

  #group(reason: Reason, paths: readonly string[]): TemplateResult {
    const named = [...new Set(paths.map((path) => pathInWords(path, this.instrument, this.names, this.words)))]
    const list = html`<ul>${named.map((name) => html`<li>${name}</li>`)}</ul>`
    return html`<div class="hidden-group">
      <h3>${t('results-hidden-group', { reason, n: named.length })}</h3>
      <p>${t(`results-because-${reason}`, { threshold: this.results.threshold, groups: Object.keys(this.results.groups).length })}</p>
      ${named.length <= NAMED_AT_FIRST ? list : html`<details><summary>${t('results-hidden-list', { n: named.length })}</summary>${list}</details>`}
    </div>`
  }

  #byReason(): Map<Reason, string[]> {
    const byReason = new Map<Reason, string[]>()
    for (const { reason, what } of this.results.suppressed)
      byReason.set(reason, [...(byReason.get(reason) ?? []), what])
    return byReason
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-results-hidden': ResultsHidden
  }
}
