import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Results } from '../../server/contract/results.ts'
import { balanceChecks, type Check } from '../../server/domain/balance-checks.ts'
import type { Baseline, Projection } from '../../server/domain/projection.ts'
import { MvElement } from '../app/element.ts'
import { seriesSample } from '../charts/marks.ts'
import { absenceAt, projectedMark, projectionModel, TOGETHER } from '../charts/projection-model.ts'
import '../charts/projection-radar.ts'
import { projectionSample } from '../charts/projection-svg.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { type Names, namesOf } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import { checkList, checksSaid } from './check-list.ts'
import './intervention-texts.ts'

/** Who chooses quickly hears the checks once, this long after the last change, in milliseconds. */
const SETTLED = 1200
/** With fewer axes a radar is a line or a point. */
const FEWEST_AXES = 3

/** The projected balance: the radar with its range, and the three checks in words. The page has the table `described-by`. */
@customElement('mv-projected-balance')
export class ProjectedBalance extends MvElement {
  @property({ attribute: false }) results: Results | undefined
  @property({ attribute: false }) instrument!: InstrumentView
  /** The horizon that the figures are of. */
  @property({ attribute: false }) horizon: string | undefined
  @property({ attribute: false }) baselines: Readonly<Record<string, Baseline>> = {}
  @property({ attribute: false }) projected: Readonly<Record<string, Projection>> = {}
  /** The id of the table with every number. */
  @property({ attribute: 'described-by' }) describedBy = ''
  /** Address of question 6. */
  @property({ attribute: false }) questionSix = ''
  /** Whether anything is expected yet: until then no check is answered. */
  @property({ attribute: false }) isFilled = true
  @state() private view: string = TOGETHER
  @state() private said = ''
  #settling: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#settling)
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // What is there when the page opens is read in its place; only what changes is said.
    if (changed.has('projected') && this.hasUpdated) this.#sayLater()
  }

  protected override render(): TemplateResult {
    const names = namesOf(this.instrument, locale())
    const { dimensions, perspectives, balance } = this.instrument
    const model = projectionModel(dimensions, (code) => this.#mark(code), names, pageWords())
    return html`<div class="projected">
      <p class="visually-hidden" role="status">${this.said}</p>
      <figure class="projection-figure" aria-labelledby="projection-caption">
        <figcaption id="projection-caption"><strong>${t('intervention-projection-label')}</strong> ${t('intervention-projection-range')}</figcaption>
        ${perspectives.length > 1 ? this.#views(names) : nothing}
        ${
          dimensions.length >= FEWEST_AXES
            ? html`<mv-projection-radar .model=${model} described-by=${this.describedBy} ?hasLine=${balance}></mv-projection-radar>`
            : nothing
        }
        <ul class="key">
          <li>${seriesSample('first')} ${t('intervention-now')}</li>
          <li>${projectionSample()} ${t('intervention-projection-key')}</li>
        </ul>
      </figure>
      ${this.isFilled ? checkList(this.#checks(), names, this.questionSix) : nothing}
    </div>`
  }

  #mark(code: string) {
    const absenceOf = () => absenceAt(this.results, this.horizon, code, this.view)
    return projectedMark(this.view, this.baselines[code], this.projected[code], absenceOf)
  }

  #checks(): Check[] {
    return balanceChecks(this.baselines, this.projected)
  }

  #views(names: Names): TemplateResult {
    const views = [TOGETHER, ...this.instrument.perspectives]
    return html`<fieldset class="views">
      <legend>${t('intervention-view')}</legend>
      ${views.map(
        (view) => html`<label class="view">
          <input type="radio" name="projection-view" .checked=${view === this.view} @change=${() => (this.view = view)} />
          ${view === TOGETHER ? t('intervention-view-together') : names.perspective(view)}
        </label>`,
      )}
    </fieldset>`
  }

  #sayLater(): void {
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => {
      this.said = this.isFilled ? checksSaid(this.#checks(), namesOf(this.instrument, locale())) : ''
    }, SETTLED)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-projected-balance': ProjectedBalance
  }
}
