import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { t } from '../i18n/texts.ts'
import '../charts/radar.ts'
import { chartModel } from '../charts/radar-model.ts'
import { foldingTable, modelTable, radarKey } from './blocks.ts'
import { ResultsPart } from './part.ts'
import { captionOf } from './view-captions.ts'
import { type View, viewsOf } from './views.ts'

/** With fewer axes a radar is a line or a point. */
const FEWEST_AXES = 3

/** The shape of a round: a radar of one or two polygons, which the reader chooses, and its table. */
@customElement('mv-results-shape')
export class ResultsShape extends ResultsPart {
  @state() private chosen = new URLSearchParams(location.search).get('view')

  protected override render(): TemplateResult {
    const views = viewsOf(this.results, this.instrument)
    const view = views.find(({ code }) => code === this.chosen) ?? views[0]
    if (!view) return html``
    const model = chartModel(this.results, this.instrument, view, this.names, this.words)
    const hasRadar = this.instrument.dimensions.length >= FEWEST_AXES
    const paths = (axis: { code: string }) => pathsOf(view, axis.code)
    return html`<section class="chart-section" aria-labelledby="shape">
      <h2 id="shape" tabindex="-1">${t('results-shape-title')}</h2>
      ${this.#choice(views, view)}
      <p class="chart-headline" aria-live="polite">${model.headline}</p>
      <div class="chart-and-table">
        <div class="chart">
          ${hasRadar ? html`<mv-radar .model=${model} described-by="shape-table" ?hasLine=${this.instrument.balance}></mv-radar>` : nothing}
          ${hasRadar ? radarKey(model, this.instrument.balance) : nothing}
        </div>
        ${foldingTable(modelTable('shape-table', captionOf(view, this.names, this.words), model, paths, this.results.n))}
      </div>
    </section>`
  }

  #choice(views: readonly View[], chosen: View): TemplateResult | typeof nothing {
    if (views.length < 2) return nothing
    return html`<fieldset class="views screen-only">
      <legend>${t('results-view')}</legend>
      ${views.map(
        (view) => html`<label class="view">
          <input type="radio" name="results-view" value=${view.code} .checked=${view.code === chosen.code} @change=${() => this.#choose(view)} />
          ${captionOf(view, this.names, this.words)}
        </label>`,
      )}
    </fieldset>`
  }

  #choose(view: View): void {
    this.chosen = view.code
    const address = new URL(location.href)
    address.searchParams.set('view', view.code)
    // The address is kept without a step in the history: Back leaves the page.
    history.replaceState(history.state, '', address)
  }
}

/** Where the explanations of one row of a view are found. */
export function pathsOf(view: View, code: string): string[] {
  if (view.kind === 'one') return [`${view.horizon}/${code}`]
  if (view.kind === 'horizons') return [...view.horizons.map((horizon) => `${horizon}/${code}`), `drift/${code}`]
  return [
    ...view.perspectives.map((perspective) => `${view.horizon}/${code}/${perspective}`),
    `${view.horizon}/${code}/gap`,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-results-shape': ResultsShape
  }
}
