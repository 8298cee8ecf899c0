import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { dumbbell } from '../charts/dumbbell.ts'
import { chartModel } from '../charts/radar-model.ts'
import { t } from '../i18n/texts.ts'
import { foldingTable, modelTable, seriesKey } from './blocks.ts'
import { laterIn } from './horizon-words.ts'
import { horizonsIn } from './missing.ts'
import { ResultsPart } from './part.ts'
import { pathsOf } from './results-shape.ts'
import { captionOf } from './view-captions.ts'
import { sidesOf, type View, viewsOf } from './views.ts'
import { inSentence } from './words.ts'

/** Inside against outside for each horizon, then now against later: dumbbells, each with its table. */
@customElement('mv-results-pairs')
export class ResultsPairs extends ResultsPart {
  protected override render(): TemplateResult {
    const horizons = horizonsIn(this.results, this.instrument.horizons)
    const sides = horizons.flatMap((horizon) => sidesOf(horizon, this.instrument))
    const drift = viewsOf(this.results, this.instrument).filter((view) => view.kind === 'horizons')
    return html`
      ${this.#section('sides', t('results-sides-title', this.#perspectives()), sides)}
      ${this.#section('drift', t('results-drift-title', laterIn(horizons)), drift)}
    `
  }

  #perspectives(): Record<string, string> {
    const [first = '', second = ''] = this.instrument.perspectives.map(this.names.perspective)
    return { first, second: inSentence(second) }
  }

  #section(id: string, title: string, views: readonly View[]): TemplateResult {
    if (views.length === 0) return html``
    return html`<section class="chart-section" aria-labelledby=${id}>
      <h2 id=${id} tabindex="-1">${title}</h2>
      ${views.map((view) => this.#pair(id, view, views.length > 1))}
    </section>`
  }

  #pair(id: string, view: View, isOneOfSeveral: boolean): TemplateResult {
    const model = chartModel(this.results, this.instrument, view, this.names, this.words)
    const tableId = `${id}-${view.code}-table`
    const heading = isOneOfSeveral && view.kind === 'sides' ? html`<h3>${this.names.horizon(view.horizon)}</h3>` : ''
    return html`<div class="chart-block">
      ${heading}
      <p class="chart-headline">${model.headline}</p>
      <div class="chart">${seriesKey(model)} ${dumbbell(model, tableId, this.instrument.balance)}</div>
      ${foldingTable(modelTable(tableId, captionOf(view, this.names, this.words), model, (axis) => pathsOf(view, axis.code)))}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-results-pairs': ResultsPairs
  }
}
