import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import englishResults from '../../data/texts/en/results.ftl?raw'
import english from '../../data/texts/en/trend.ftl?raw'
import dutchResults from '../../data/texts/nl/results.ftl?raw'
import dutch from '../../data/texts/nl/trend.ftl?raw'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Trend, TrendPoint } from '../../server/contract/trend.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { absenceSample } from '../charts/marks.ts'
import { emptyState } from '../components/states.ts'
import { locale } from '../i18n/locale.ts'
import { addTexts, t } from '../i18n/texts.ts'
import { readInstrument } from '../interventions/instrument-of.ts'
import { type Names, namesOf } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import '../styles/charts.css'
import '../styles/result-table.css'
import '../styles/trend.css'
import { type TrendLine, type TrendModel, trendModel } from '../trend/trend-model.ts'
import { trendSvg } from '../trend/trend-svg.ts'
import { trendTable } from '../trend/trend-table.ts'

addTexts({ nl: dutchResults, en: englishResults })
addTexts({ nl: dutch, en: english })

const TABLE = 'trend-table'

interface Page {
  readonly trend: Trend
  /** Of the newest round; undefined before the first one. */
  readonly instrument: InstrumentView | undefined
}

/** The six values over time: one small line each, on one scale, with words of change and breaks that are seen. */
@customElement('mv-trend-page')
export class TrendPage extends MvElement {
  @property() org = ''
  @state() private horizon = ''
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))

  protected override render(): TemplateResult {
    return this.#page.render(
      ({ trend, instrument }) => html`<div class="trend-page">
        <h1>${t('trend-title')}</h1>
        ${instrument === undefined ? this.#empty() : this.#filled(trend, instrument)}
      </div>`,
    )
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const trend = await call<Trend>('GET', `/api/organisations/${this.org}/trend`, undefined, { signal })
    const last = trend.points.at(-1)
    const version = last && { id: trend.instrument, version: last.version }
    return { trend, instrument: version && (await readInstrument(version, signal)) }
  }

  #empty(): TemplateResult {
    return emptyState(
      t('trend-empty'),
      html`<a class="button primary" href="/o/${this.org}/rounds/new">${t('trend-empty-new')}</a>`,
    )
  }

  #filled(trend: Trend, instrument: InstrumentView): TemplateResult {
    const names = namesOf(instrument, locale())
    const asked = instrument.horizons.filter((code) => trend.points.some(({ horizons }) => code in horizons))
    const horizon = asked.find((code) => code === this.horizon) ?? asked[0] ?? ''
    const model = trendModel(trend, instrument, horizon, names, pageWords())
    const hasAbsent = model.lines.some(({ marks }) => marks.some(({ value }) => value === null))
    return html`<p class="headline">${model.headline}</p>
      ${asked.length > 1 ? this.#horizons(asked, horizon, names) : nothing}
      <ul class="trend-lines">
        ${model.lines.map((line) => html`<li>${this.#panel(line, model, instrument)}</li>`)}
        ${model.level ? html`<li>${this.#panel(model.level, model, instrument)}</li>` : nothing}
      </ul>
      <p class="muted">${hasAbsent ? absenceSample('missing') : nothing} ${t('trend-line-note')}</p>
      ${model.breaks.length > 0 ? html`<p class="muted">${t('trend-break-note')}</p>` : nothing}
      <p class="muted">${t('trend-why')}</p>
      <h2 id="${TABLE}-title">${t('trend-table-title')}</h2>
      <p>${t('trend-table-caption')}, ${t('trend-table-change')}.</p>
      ${trendTable(model, { id: TABLE, org: this.org, horizon, names })}
      <p class="screen-only actions">
        <button type="button" @click=${() => print()}>${t('trend-print')}</button>
        <a class="button quiet" href="/o/${this.org}">${t('trend-to-organisation')}</a>
      </p>`
  }

  #horizons(asked: readonly string[], chosen: string, names: Names): TemplateResult {
    return html`<p class="trend-horizons" role="group" aria-label=${t('trend-horizon')}>
      ${asked.map(
        (code) => html`<button type="button" aria-pressed=${code === chosen} @click=${() => this.#look(code)}>
          ${names.horizon(code)}
        </button>`,
      )}
    </p>`
  }

  #panel(line: TrendLine, { points, breaks }: TrendModel, { balance }: InstrumentView): TemplateResult {
    const periods = points.map(shortPeriod)
    const told = line.marks.map(({ label }, at) => t('trend-point', { period: periods[at] ?? '', label }))
    return html`<h2>${line.name}</h2>
      ${trendSvg(line, {
        periods,
        breaks,
        breakLabel: t('trend-break'),
        label: t('trend-label', { name: line.name, points: told.join('; ') }),
        describedBy: TABLE,
        hasLine: balance,
      })}
      <p>${t('trend-point', { period: periods.at(-1) ?? '', label: line.sentence })}</p>`
  }

  #look(horizon: string): void {
    this.horizon = horizon
  }
}

function shortPeriod({ round: { period } }: TrendPoint): string {
  const [year, quarter] = period.split('-Q')
  return quarter ? t('trend-short-quarter', { quarter, year: year ?? '' }) : period
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-trend-page': TrendPage
  }
}
