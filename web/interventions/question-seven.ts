import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { GuideView } from '../../server/contract/guides.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Intervention } from '../../server/contract/interventions.ts'
import type { Reflection } from '../../server/contract/reflections.ts'
import type { Results } from '../../server/contract/results.ts'
import { type Baseline, type Projection, projectBalance } from '../../server/domain/projection.ts'
import { ApiError, call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { absenceAt, baselinesOf } from '../charts/projection-model.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { horizonsIn } from '../results/missing.ts'
import { namesOf } from '../results/names.ts'
import { Agreements } from './agreements.ts'
import { effectDrafts, storedEffects } from './effect-drafts.ts'
import './effects-form.ts'
import { countSaid, type EffectsBody } from './effects.ts'
import { effectsTable } from './effects-table.ts'
import { noteList } from './group-cards.ts'
import './intervention-texts.ts'
import './projected-balance.ts'
import { foldedTable } from './projection-table.ts'
import { titleOf } from './script-list.ts'

/** Refusals after which the questions are talked through without figures. */
const WITHOUT_FIGURES = ['no-release-yet', 'not-found', 'not-allowed']

/** What the effects are about: the instrument, and the figures where there are any for this reader. */
interface Figures {
  readonly instrument: InstrumentView
  readonly results: Results | undefined
}

/** Question 7: what each intervention does to all capitals, who pays for it, and what that makes of the balance. */
@customElement('mv-question-seven')
export class QuestionSeven extends MvElement {
  @property({ attribute: false }) reflection!: Reflection
  @property({ attribute: false }) guide!: GuideView
  @property() org = ''
  /** Fetched when they are not given. */
  @property({ attribute: false }) results: Results | undefined
  @property({ attribute: false }) instrument: InstrumentView | undefined
  @state() private open: string | undefined
  /** Interventions that the reader left out of the picture, or took into it although they were stopped. */
  @state() private switched: ReadonlySet<string> = new Set()
  readonly #agreements = new Agreements(
    this,
    () => this.org,
    () => effectDrafts().ready,
  )
  readonly #figures = new Reading<Figures>(this, (signal) => this.#readFigures(signal))
  readonly #onDraft = () => this.requestUpdate()

  #drafts: ReturnType<typeof effectDrafts> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#drafts = effectDrafts()
    this.#drafts.addEventListener('change', this.#onDraft)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#drafts?.removeEventListener('change', this.#onDraft)
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('reflection') && this.hasUpdated) void this.#agreements.refresh()
  }

  protected override render(): TemplateResult {
    return this.#figures.render(
      (figures) =>
        this.#agreements.render((all) => {
          const own = all.filter((one) => this.#isOwn(one))
          return own.length === 0 ? this.#nothingYet() : this.#page(own, figures)
        }, 'part'),
      'part',
    )
  }

  /** Those of this reflection, as the wall and the phones of its room count them. */
  #isOwn({ reflectionId }: Intervention): boolean {
    return reflectionId === this.reflection.id
  }

  get #questionSix(): string {
    return `/o/${this.org}/reflections/${this.reflection.id}/q/6`
  }

  #nothingYet(): TemplateResult {
    return html`<div class="empty">
      <p>${t('intervention-effects-none')}</p>
      <a class="button primary" href=${this.#questionSix}>${t('intervention-effects-to-six')}</a>
    </div>`
  }

  #page(own: readonly Intervention[], { instrument, results }: Figures): TemplateResult {
    const { dimensions, perspectives } = instrument
    const [horizon] = results ? horizonsIn(results, instrument.horizons) : []
    const baselines = baselinesOf(results, horizon, dimensions, perspectives)
    const hasPicture = instrument.balance && Object.values(baselines).some(({ score }) => score !== null)
    const counted = own.filter((one) => this.#counts(one))
    const effects = counted.flatMap((one) => this.#bodyOf(one).effects)
    const projected = projectBalance(baselines, effects)
    return html`<div class="question-seven">
      ${hasPicture ? nothing : html`<p class="notice">${t(instrument.balance ? 'intervention-effects-no-figures' : 'intervention-effects-no-balance')}</p>`}
      <div class="effects-and-picture">
        <section class="effects" aria-labelledby="effects-heading" @mv-written=${this.#onDraft}>
          <h3 id="effects-heading">${t('intervention-effects-title')}</h3>
          <p class="hint">${t('intervention-effects-hint')}</p>
          ${hasPicture ? this.#choice(own, counted.length) : nothing}
          ${repeat(
            own,
            ({ id }) => id,
            (one) => this.#effects(one, instrument, hasPicture ? baselines : {}, projected),
          )}
        </section>
        ${
          hasPicture
            ? html`<section class="picture" aria-labelledby="picture-heading">
                <h3 id="picture-heading">${t('intervention-picture-title')}</h3>
                <mv-projected-balance
                  .results=${results}
                  .instrument=${instrument}
                  .horizon=${horizon}
                  .baselines=${baselines}
                  .projected=${projected}
                  .questionSix=${this.#questionSix}
                  .isFilled=${effects.length > 0}
                  described-by="projection-table"
                ></mv-projected-balance>
              </section>`
            : nothing
        }
      </div>
      ${
        hasPicture
          ? foldedTable({
              id: 'projection-table',
              dimensions,
              perspectives,
              baselines,
              projected,
              absenceOf: (code, view) => absenceAt(results, horizon, code, view),
              names: namesOf(instrument, locale()),
            })
          : nothing
      }
      ${noteList(this.reflection.entries)}
    </div>`
  }

  #effects(
    intervention: Intervention,
    instrument: InstrumentView,
    baselines: Readonly<Record<string, Baseline>>,
    projected: Readonly<Record<string, Projection>>,
  ): TemplateResult {
    const { id, content, state } = intervention
    const isOpen = this.open === id
    const body = this.#bodyOf(intervention)
    const said = countSaid(body.effects)
    return html`<details class="proposal" id="effects-${id}" .open=${isOpen} @toggle=${(event: Event) => this.#onToggle(event, id)}>
      <summary>
        <span class="proposal-title">${titleOf(content)}</span>
        <span class="proposal-facts"><span class="badge is-${state}">${t(`intervention-state-${state}`)}</span>
        <span class="muted">${t('intervention-effects-said', { said, all: instrument.dimensions.length })}</span></span>
      </summary>
      ${isOpen ? this.#opened(intervention, instrument, baselines, projected) : nothing}
    </details>`
  }

  #opened(
    intervention: Intervention,
    instrument: InstrumentView,
    baselines: Readonly<Record<string, Baseline>>,
    projected: Readonly<Record<string, Projection>>,
  ): TemplateResult {
    if (!this.reflection.canWrite)
      return effectsTable(this.#bodyOf(intervention), instrument, namesOf(instrument, locale()), intervention.id)
    return html`<mv-effects-form
      .org=${this.org}
      .intervention=${intervention}
      .instrument=${instrument}
      .baselines=${baselines}
      .projected=${projected}
    ></mv-effects-form>`
  }

  #choice(own: readonly Intervention[], counted: number): TemplateResult {
    return html`<details class="fold counted">
      <summary>${t('intervention-counted-fold', { counted, all: own.length })}</summary>
      <fieldset>
        <legend>${t('intervention-counted')}</legend>
        ${own.map(
          (one) => html`<label class="choice small">
            <input type="checkbox" .checked=${this.#counts(one)} @change=${() => this.#switch(one.id)} />
            <span>${titleOf(one.content)}</span>
          </label>`,
        )}
      </fieldset>
    </details>`
  }

  #counts({ id, state }: Intervention): boolean {
    return (state !== 'stopped') !== this.switched.has(id)
  }

  #switch(id: string): void {
    const others = [...this.switched].filter((one) => one !== id)
    this.switched = new Set(this.switched.has(id) ? others : [...others, id])
  }

  #bodyOf(intervention: Intervention): EffectsBody {
    const stored = storedEffects(intervention)
    return effectDrafts().newestOf(intervention.id, stored)?.body ?? stored.body
  }

  #onToggle({ target }: Event, id: string): void {
    if (!(target instanceof HTMLDetailsElement) || target.id !== `effects-${id}`) return
    if (target.open) this.open = id
    else if (this.open === id) this.open = undefined
  }

  async #readFigures(signal: AbortSignal): Promise<Figures> {
    // The code of this element may come later than its place on the page: its properties come with its first update.
    await this.updateComplete
    const { id, version } = this.reflection.instrument
    const [instrument, results] = await Promise.all([
      this.instrument ?? call<InstrumentView>('GET', `/api/instruments/${id}/${version}`, undefined, { signal }),
      this.results ?? this.#readResults(signal),
    ])
    return { instrument, results }
  }

  async #readResults(signal: AbortSignal): Promise<Results | undefined> {
    try {
      const path = `/api/organisations/${this.org}/rounds/${this.reflection.roundId}/results`
      return await call<Results>('GET', path, undefined, { signal })
    } catch (error) {
      if (error instanceof ApiError && WITHOUT_FIGURES.includes(error.code)) return undefined
      throw error
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-question-seven': QuestionSeven
  }
}
