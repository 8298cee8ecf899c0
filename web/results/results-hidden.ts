import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { t } from '../i18n/texts.ts'
import { type HiddenGroup, hiddenGroups, methodSentences } from './hidden-groups.ts'
import './lines-texts.ts'
import { ResultsPart } from './part.ts'

/** So many things are named at once; more are folded. */
const NAMED_AT_FIRST = 8

/** What is not shown and why, and in short how the figures are made and people protected. */
@customElement('mv-results-hidden')
export class ResultsHidden extends ResultsPart {
  protected override render(): TemplateResult {
    const groups = hiddenGroups(this.results, this.instrument, this.names, this.words)
    return html`<section class="chart-section" aria-labelledby="hidden">
        <h2 id="hidden" tabindex="-1">${t('results-hidden-title')}</h2>
        ${groups.length === 0 ? html`<p>${t('results-hidden-nothing')}</p>` : groups.map((group) => this.#group(group))}
      </section>
      <section class="chart-section" aria-labelledby="method">
        <h2 id="method" tabindex="-1">${t('results-method-title')}</h2>
        ${methodSentences(this.results, this.instrument, this.words).map((sentence) => html`<p>${sentence}</p>`)}
      </section>`
  }

  #group({ title, because, names }: HiddenGroup): TemplateResult {
    const list = html`<ul>${names.map((name) => html`<li>${name}</li>`)}</ul>`
    return html`<div class="hidden-group">
      <h3>${title}</h3>
      <p>${because}</p>
      ${names.length <= NAMED_AT_FIRST ? list : html`<details><summary>${t('results-hidden-list', { n: names.length })}</summary>${list}</details>`}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-results-hidden': ResultsHidden
  }
}
