import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import englishExplain from '../../data/texts/en/explain.ftl?raw'
import englishResults from '../../data/texts/en/results.ftl?raw'
import dutchExplain from '../../data/texts/nl/explain.ftl?raw'
import dutchResults from '../../data/texts/nl/results.ftl?raw'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Results } from '../../server/contract/results.ts'
import { ApiError, call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { locale } from '../i18n/locale.ts'
import { addTexts, formatDay, t } from '../i18n/texts.ts'
import type { ExplainEvent } from '../results/explaining.ts'
import { headline } from '../results/headline.ts'
import { laterIn } from '../results/horizon-words.ts'
import { isBetweenPoles } from '../results/lines.ts'
import { ownHeadline } from '../results/lines-headline.ts'
import { namesOf } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import { PartOfAddress } from '../results/part-of-address.ts'
import { PrintController } from '../results/printing.ts'
import { whoAnswered } from '../results/who-answered.ts'
import '../reflection/start-reflection.ts'
import '../report/take-along.ts'
import '../results/explanation-dialog.ts'
import '../results/results-agreement.ts'
import '../results/results-figures.ts'
import '../results/results-groups.ts'
import '../results/results-hidden.ts'
import '../results/results-knowledge.ts'
import '../results/results-lines.ts'
import '../results/results-often.ts'
import '../results/results-pairs.ts'
import '../results/results-shape.ts'

addTexts({ nl: dutchResults, en: englishResults })
addTexts({ nl: dutchExplain, en: englishExplain })

/** A release and the instrument that it was made with. */
interface Released {
  readonly results: Results
  readonly instrument: InstrumentView
}

/** The result of a round: its newest release in words, charts and tables, ready for a projector and for paper. */
@customElement('mv-results-page')
export class ResultsPage extends MvElement {
  @property() org = ''
  @property() round = ''
  readonly #released = new Reading<Released | 'nothing-yet'>(this, (signal) => this.#read(signal))
  protected readonly printing = new PrintController(this)
  protected readonly partOfAddress = new PartOfAddress(this)

  protected override render(): TemplateResult {
    return html`<div class="results">
      ${this.#released.render((released) => (released === 'nothing-yet' ? this.#nothingYet() : this.#page(released)))}
    </div>`
  }

  async #read(signal: AbortSignal): Promise<Released | 'nothing-yet'> {
    try {
      const results = await call<Results>(
        'GET',
        `/api/organisations/${this.org}/rounds/${this.round}/results`,
        undefined,
        { signal },
      )
      const { id, version } = results.release.instrument
      learnName(this.round, results.release.title)
      return {
        results,
        instrument: await call<InstrumentView>('GET', `/api/instruments/${id}/${version}`, undefined, { signal }),
      }
    } catch (error) {
      if (error instanceof ApiError && error.code === 'no-release-yet') return 'nothing-yet'
      throw error
    }
  }

  #nothingYet(): TemplateResult {
    return html`<h1>${t('results-empty-title')}</h1>
      <p>${t('results-empty-why')}</p>
      <p>${t('results-empty-what')}</p>
      <a class="button primary" href="/o/${this.org}/r/${this.round}">${t('results-to-round')}</a>`
  }

  #page({ results, instrument }: Released): TemplateResult {
    return html`<article @mv-explain=${this.#explain}>
      ${this.#head(results, instrument)} ${isNothingShown(results) ? this.#nothingShown(results) : this.#parts(results, instrument)}
      <mv-results-hidden .results=${results} .instrument=${instrument}></mv-results-hidden>
      <mv-take-along .org=${this.org} .round=${this.round} .results=${results} .instrument=${instrument}></mv-take-along>
      <mv-explanation-dialog .results=${results} .instrument=${instrument}></mv-explanation-dialog>
    </article>`
  }

  #head(results: Results, instrument: InstrumentView): TemplateResult {
    const { release } = results
    const facts = [
      periodText(release.period),
      ...whoAnswered(results, pageWords()),
      t('results-release', {
        number: release.number,
        day: formatDay(release.madeAt),
        final: release.final ? 'yes' : 'no',
      }),
    ]
    return html`<header class="results-head">
      <h1>${release.title}</h1>
      <ul class="results-facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>
      <p class="headline">${sentenceOf(results, instrument)}</p>
      ${results.newerAnswers ? html`<p class="newer">${t('results-newer', { threshold: results.threshold, final: results.release.final ? 'yes' : 'no' })}</p>` : nothing}
      <p class="screen-only actions">
        <a class="button" href="#take">${t('results-take-along')}</a>
        <a class="button quiet" href="/o/${this.org}/r/${this.round}">${t('results-to-round')}</a>
      </p>
      ${instrument.scores ? html`<mv-start-reflection .org=${this.org} .round=${this.round} .instrument=${instrument}></mv-start-reflection>` : nothing}
    </header>`
  }

  #nothingShown(results: Results): TemplateResult {
    return html`<section aria-labelledby="nothing">
      <h2 id="nothing" tabindex="-1">${t('results-nothing-title', { final: results.release.final ? 'yes' : 'no' })}</h2>
      <p>${t('results-nothing-why', { n: results.n, threshold: results.threshold })}</p>
      <p>${t('results-nothing-what', { final: results.release.final ? 'yes' : 'no', threshold: results.threshold })}</p>
    </section>`
  }

  #parts(results: Results, instrument: InstrumentView): TemplateResult {
    if (!instrument.scores) return this.#ownParts(results, instrument)
    return html`${contents(results, instrument)}
      <mv-results-figures .results=${results} .instrument=${instrument}></mv-results-figures>
      <mv-results-shape .org=${this.org} .results=${results} .instrument=${instrument}></mv-results-shape>
      <mv-results-pairs .results=${results} .instrument=${instrument}></mv-results-pairs>
      <mv-results-agreement .results=${results} .instrument=${instrument}></mv-results-agreement>
      <mv-results-knowledge .results=${results} .instrument=${instrument}></mv-results-knowledge>
      <mv-results-groups .results=${results} .instrument=${instrument}></mv-results-groups>`
  }

  /** Where each item stands for itself there is no shape, no balance and nothing to compare groups with. */
  #ownParts(results: Results, instrument: InstrumentView): TemplateResult {
    return html`${contents(results, instrument)}
      ${
        isBetweenPoles(instrument)
          ? html`<mv-results-lines .results=${results} .instrument=${instrument}></mv-results-lines>`
          : html`<mv-results-often .results=${results} .instrument=${instrument}></mv-results-often>`
      }
      ${results.n < 2 ? nothing : html`<mv-results-agreement .results=${results} .instrument=${instrument}></mv-results-agreement>`}
      <mv-results-knowledge .results=${results} .instrument=${instrument}></mv-results-knowledge>`
  }

  readonly #explain = (event: ExplainEvent) => this.querySelector('mv-explanation-dialog')?.show(event)
}

/** Whether a round is so small that not one figure may be shown. */
function isNothingShown(results: Results): boolean {
  return results.suppressed.some(({ what }) => what === 'all')
}

/** What stands on this page, for who knows what they look for. */
function contents(results: Results, instrument: InstrumentView): TemplateResult {
  const parts = instrument.scores ? scoredParts(results, instrument) : ownParts(results, instrument)
  return html`<nav class="contents screen-only" aria-label=${t('results-contents')}>
    <ul>
      ${parts.map((part) => html`<li><a href="#${part === 'alone' ? 'agreement' : part}">${t(isOwn(part) ? `lines-contents-${part}` : `results-contents-${part}`, laterIn(Object.keys(results.horizons)))}</a></li>`)}
    </ul>
  </nav>`
}

function scoredParts(results: Results, instrument: InstrumentView): string[] {
  const horizons = Object.keys(results.horizons).length
  return [
    ...(instrument.balance ? ['figures'] : []),
    'shape',
    ...(instrument.perspectives.length === 2 ? ['sides'] : []),
    ...(horizons > 1 ? ['drift'] : []),
    results.n < 2 ? 'alone' : 'agreement',
    'knowledge',
    ...(Object.keys(results.groups).length > 0 ? ['groups'] : []),
    'hidden',
  ]
}

function ownParts(results: Results, instrument: InstrumentView): string[] {
  const first = isBetweenPoles(instrument) ? 'lines' : 'often'
  return [first, ...(results.n < 2 ? [] : ['agreement']), 'knowledge', 'hidden']
}

function isOwn(part: string): boolean {
  return part === 'lines' || part === 'often'
}

function sentenceOf(results: Results, instrument: InstrumentView): string {
  const write = instrument.scores ? headline : ownHeadline
  return write(results, instrument, namesOf(instrument, locale()), pageWords())
}

function periodText(period: string): string {
  const [year = '', quarter] = period.split('-Q')
  return quarter === undefined ? year : t('results-period-quarter', { year, quarter: Number(quarter) })
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-results-page': ResultsPage
  }
}
