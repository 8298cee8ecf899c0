import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Trend } from '../../server/contract/trend.ts'
import { ApiError, call } from '../api.ts'
import { t } from '../i18n/texts.ts'
import '../charts/radar.ts'
import { chartModel } from '../charts/radar-model.ts'
import { singleListsView } from '../trend/single-lists.ts'
import { foldingTable, modelTable, radarKey } from './blocks.ts'
import { type Earlier, earlierOf, type NoEarlier } from './earlier.ts'
import { shapeOf } from './horizon-words.ts'
import { horizonsIn } from './missing.ts'
import { ResultsPart } from './part.ts'
import { captionOf } from './view-captions.ts'
import { type View, viewsOf } from './views.ts'
import '../trend/trend-texts.ts'

/** With fewer axes a radar is a line or a point. */
const FEWEST_AXES = 3

/**
 * The shape of a round: a radar of one or two polygons, which the reader chooses, and its table. What the round before
 * looked like comes from the trend: the release itself is frozen.
 */
@customElement('mv-results-shape')
export class ResultsShape extends ResultsPart {
  @property() org = ''
  @state() private trend: Trend | undefined
  @state() private chosen = new URLSearchParams(location.search).get('view')

  protected override render(): TemplateResult {
    const [horizon] = horizonsIn(this.results, this.instrument.horizons)
    const earlier = this.trend && horizon ? earlierOf(this.trend, this.results, horizon) : undefined
    const views = viewsWith(viewsOf(this.results, this.instrument), earlier, horizon)
    const view = views.find(({ code }) => code === this.chosen) ?? views[0]
    if (!view) return html``
    const model = chartModel(this.results, this.instrument, view, this.names, this.words)
    const hasRadar = this.instrument.dimensions.length >= FEWEST_AXES
    const paths = (axis: { code: string }) => pathsOf(view, axis.code)
    return html`<section class="chart-section" aria-labelledby="shape">
      <h2 id="shape" tabindex="-1">${t('results-shape-title', shapeOf(this.instrument))}</h2>
      ${this.#choice(views, view)} ${whyNone(earlier)}
      <p class="chart-headline" aria-live="polite">${model.headline}</p>
      ${singleListsView(model.single, this.words)}
      <div class="chart-and-table">
        <div class="chart">
          ${hasRadar ? html`<mv-radar .model=${model} described-by="shape-table" ?hasLine=${this.instrument.balance}></mv-radar>` : nothing}
          ${hasRadar ? radarKey(model, this.instrument.balance) : nothing}
        </div>
        ${foldingTable(modelTable('shape-table', captionOf(view, this.names, this.words), model, paths))}
      </div>
    </section>`
  }

  protected override firstUpdated(): void {
    void this.#readTrend()
  }

  async #readTrend(): Promise<void> {
    const { id } = this.results.release.instrument
    try {
      this.trend = await call('GET', `/api/organisations/${this.org}/trend?instrument=${encodeURIComponent(id)}`)
    } catch (error) {
      // This round is shown without the one before; nothing that was asked for is missing.
      if (!(error instanceof ApiError)) throw error
    }
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

/** The views of a release, and beside them now and the round before where that may be. */
function viewsWith(
  views: readonly View[],
  earlier: Earlier | NoEarlier | undefined,
  horizon: string | undefined,
): readonly View[] {
  if (horizon === undefined || earlier === undefined || typeof earlier === 'string') return views
  return [...views, { kind: 'before', code: 'before', horizon, earlier }]
}

/** Why the round before is not among the views; nothing while it is not known. */
function whyNone(earlier: Earlier | NoEarlier | undefined): TemplateResult | typeof nothing {
  return typeof earlier === 'string' ? html`<p class="note screen-only">${t(`results-before-${earlier}`)}</p>` : nothing
}

/** Where the explanations of one row of a view are found. */
export function pathsOf(view: View, code: string): string[] {
  // How the number of the round before was made stands with that round.
  if (view.kind === 'one' || view.kind === 'before') return [`${view.horizon}/${code}`]
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
