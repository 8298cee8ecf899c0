import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import englishResults from '../../data/texts/en/results.ftl?raw'
import dutchResults from '../../data/texts/nl/results.ftl?raw'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Target } from '../../server/contract/targets.ts'
import type { Trend } from '../../server/contract/trend.ts'
import { call } from '../api.ts'
import { access, accessChanges, roleIn } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Reading } from '../app/reading.ts'
import { absenceSample } from '../charts/marks.ts'
import { saveCsv } from '../components/save-csv.ts'
import { emptyState } from '../components/states.ts'
import { locale } from '../i18n/locale.ts'
import { addTexts, t } from '../i18n/texts.ts'
import { readInstrument } from '../interventions/instrument-of.ts'
import { type Names, namesOf } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import { PrintController } from '../results/printing.ts'
import { inSentence } from '../results/words.ts'
import { mayWrite } from './round-words.ts'
import '../styles/charts.css'
import '../styles/result-table.css'
import '../styles/trend.css'
import type { TargetEditor, TargetsChangedEvent } from '../trend/target-editor.ts'
import '../trend/target-editor.ts'
import { singleListsView } from '../trend/single-lists.ts'
import { type TrendLine, type TrendModel, trendModel } from '../trend/trend-model.ts'
import { captionId, trendRows } from '../trend/trend-rows.ts'
import { trendSvg } from '../trend/trend-svg.ts'
import { trendTable } from '../trend/trend-table.ts'
import '../trend/trend-texts.ts'

addTexts({ nl: dutchResults, en: englishResults })

const TABLE = 'trend-table'
const EVENNESS = 'trend-evenness'

interface Page {
  readonly trend: Trend
  readonly targets: readonly Target[]
  /** Of the newest round; undefined before the first one. */
  readonly instrument: InstrumentView | undefined
}

/** The six values over time: one small line each, on one scale, with words of change and breaks that are seen. */
@customElement('mv-trend-page')
export class TrendPage extends MvElement {
  @property() org = ''
  @state() private horizon = ''
  /** What was just done, for who hears the page. */
  @state() private said = ''
  @query('mv-target-editor') private readonly editor!: TargetEditor | null
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  protected readonly following = new Following(this, accessChanges)
  protected readonly printing = new PrintController(this)

  protected override render(): TemplateResult {
    return this.#page.render(
      ({ trend, targets, instrument }) => html`<div class="trend-page">
        <h1>${t('trend-title')}</h1>
        ${instrument === undefined ? this.#empty() : this.#filled(trend, targets, instrument)}
      </div>`,
    )
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const own = `/api/organisations/${this.org}`
    const query = new URLSearchParams(location.search).get('instrument')
    const which = query === null ? '' : `?instrument=${encodeURIComponent(query)}`
    const [trend, { items: targets }] = await Promise.all([
      call<Trend>('GET', `${own}/trend${which}`, undefined, { signal }),
      call<{ items: Target[] }>('GET', `${own}/targets${which}`, undefined, { signal }),
    ])
    const last = trend.points.at(-1)
    const version = last && { id: trend.instrument, version: last.version }
    return { trend, targets, instrument: version && (await readInstrument(version, signal)) }
  }

  #empty(): TemplateResult {
    return emptyState(
      t('trend-empty'),
      html`<a class="button primary" href="/o/${this.org}/rounds/new">${t('trend-empty-new')}</a>`,
    )
  }

  #filled(trend: Trend, targets: readonly Target[], instrument: InstrumentView): TemplateResult {
    const names = namesOf(instrument, locale())
    const asked = instrument.horizons.filter((code) => trend.points.some(({ horizons }) => code in horizons))
    const horizon = asked.find((code) => code === this.horizon) ?? asked[0] ?? ''
    const model = trendModel(trend, instrument, horizon, names, pageWords(), targets)
    const hasTargets = horizon === instrument.horizons[0]
    return html`<p class="headline">${model.headline}</p>
      ${singleListsView(model.single, pageWords())}
      ${asked.length > 1 ? this.#horizons(asked, horizon, names) : nothing}
      <p role="status" class="muted">${this.said}</p>
      <h2>${asked.length > 1 ? t('trend-lines-of', { horizon: inSentence(names.horizon(horizon)) }) : t('trend-lines-title')}</h2>
      <ul class="trend-lines">
        ${model.lines.map((line) => html`<li>${panel(line, model, TABLE)} ${hasTargets ? this.#target(line) : nothing}</li>`)}
      </ul>
      ${this.#key(model)}
      ${trendTable(model, model.lines, { id: TABLE, caption: t(captionId(model)), org: this.org })}
      ${model.evenness.length > 0 ? this.#evenness(model) : nothing}
      <p class="screen-only actions">
        <button type="button" @click=${() => print()}>${t('trend-print')}</button>
        <button type="button" @click=${() => saveCsv(t('trend-file'), trendRows(model, pageWords()))}>${t('trend-download')}</button>
        <a class="button quiet" href="/o/${this.org}">${t('trend-to-organisation')}</a>
      </p>
      <mv-target-editor .org=${this.org} .instrument=${instrument} @mv-targets-changed=${this.#onTargets}></mv-target-editor>`
  }

  #key(model: TrendModel): TemplateResult {
    const absences = new Set(model.lines.flatMap(({ marks }) => marks.flatMap(({ absence }) => absence ?? [])))
    const hasTarget = model.lines.some(({ target }) => target !== undefined)
    return html`<div class="trend-key muted">
      <p>${t('trend-line-note')}</p>
      ${[...absences].map((absence) => html`<p class="with-icon">${absenceSample(absence)} ${t(`trend-key-${absence}`)}</p>`)}
      ${model.breaks.length > 0 ? html`<p>${t('trend-break-note')}</p>` : nothing}
      ${hasTarget ? html`<p>${t('trend-target-key')}</p>` : nothing}
      ${model.single === undefined ? html`<p>${t('trend-why')}</p>` : nothing}
    </div>`
  }

  #evenness(model: TrendModel): TemplateResult {
    const caption = t('trend-evenness-caption')
    return html`<h2>${t('trend-evenness-title')}</h2>
      <p class="muted">${t('trend-evenness-note')}</p>
      <ul class="trend-lines">
        ${model.evenness.map((line) => html`<li>${panel(line, model, EVENNESS)}</li>`)}
      </ul>
      ${trendTable(model, model.evenness, { id: EVENNESS, caption, org: this.org })}`
  }

  #horizons(asked: readonly string[], chosen: string, names: Names): TemplateResult {
    return html`<p class="trend-horizons screen-only" role="group" aria-label=${t('trend-horizon')}>
      ${asked.map(
        (code) => html`<button type="button" aria-pressed=${code === chosen} @click=${() => this.#look(code)}>
          ${names.horizon(code)}
        </button>`,
      )}
    </p>`
  }

  #target(line: TrendLine): TemplateResult {
    const { target } = line
    const canWrite = access().me !== null && mayWrite(roleIn(this.org))
    const button = html`<button type="button" class="quiet small screen-only" @click=${() => this.#edit(line)}>
      ${t(target === undefined ? 'trend-target-set' : 'trend-target-change')}<span class="visually-hidden"> ${t('trend-target-of', { name: line.name })}</span>
    </button>`
    return html`${target === undefined ? nothing : html`<p class="trend-aim">${target.sentence} ${target.about === '' ? nothing : html`<span class="muted">${target.about}</span>`}</p>`}
      ${canWrite ? button : nothing}`
  }

  #edit({ code, name, marks, target }: TrendLine): void {
    const last = marks.at(-1)
    const score = last?.value == null ? undefined : last.label
    this.editor?.open({ dimension: code, name, score, target: target?.target })
  }

  readonly #onTargets = ({ said }: TargetsChangedEvent) => {
    this.said = said
    void this.#page.refresh()
  }

  #look(horizon: string): void {
    this.horizon = horizon
  }
}

function panel(line: TrendLine, { periods }: TrendModel, describedBy: string): TemplateResult {
  return html`<h3>${line.name}</h3>
    ${trendSvg(line, { periods, breakLabel: t('trend-break'), describedBy })}
    <p>${t('trend-point', { period: periods.at(-1) ?? '', label: line.sentence })}</p>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-trend-page': TrendPage
  }
}
