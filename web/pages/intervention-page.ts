import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { GuideView } from '../../server/contract/guides.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Intervention } from '../../server/contract/interventions.ts'
import type { Reflection } from '../../server/contract/reflections.ts'
import type { Round } from '../../server/contract/rounds.ts'
import { ApiError, call } from '../api.ts'
import { accessChanges, accessKnown } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { Repeating } from '../app/repeating.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { agreementDrafts } from '../interventions/agreement-drafts.ts'
import '../interventions/agreement-form.ts'
import { fieldOfRefusal } from '../interventions/agreement-refusal.ts'
import { agreementView } from '../interventions/agreement-view.ts'
import { InterventionNews, interventionNews, interventionPath } from '../interventions/agreements.ts'
import '../interventions/consent-round.ts'
import { storedEffects } from '../interventions/effect-drafts.ts'
import { effectsTable } from '../interventions/effects-table.ts'
import { readInstrument, SEVEN_QUESTIONS, SIX_CAPITALS } from '../interventions/instrument-of.ts'
import '../interventions/intervention-texts.ts'
import { mayAgree } from '../interventions/may-agree.ts'
import '../interventions/review-form.ts'
import { reviewList } from '../interventions/review-list.ts'
import { reviewMark } from '../interventions/review-mark.ts'
import { titleOf } from '../interventions/script-list.ts'
import { isReviewable } from '../interventions/state-order.ts'
import '../interventions/state-steps.ts'
import type { StateRefused } from '../interventions/state-steps.ts'
import { namesOf } from '../results/names.ts'
import { periodText } from './round-words.ts'

const REFRESH = 10_000

/** An intervention with what its words come from. */
interface Page {
  readonly intervention: Intervention
  readonly guide: GuideView
  readonly instrument: InstrumentView
}

/** One agreement: what it says, what people expect of it, and how it goes. Ready for paper. */
@customElement('mv-intervention-page')
export class InterventionPage extends MvElement {
  @property() org = ''
  /** The id in the address. */
  @property({ attribute: false }) intervention = ''
  @state() private refusal = new URLSearchParams(location.search).get('missing') ?? undefined
  @state() private isEditing = this.refusal !== undefined
  @state() private isReviewing = new URLSearchParams(location.search).has('review')
  @state() private said = ''
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  #surroundings: Omit<Page, 'intervention'> | undefined
  readonly #onNews = (event: Event) => {
    if (event instanceof InterventionNews) this.#take(event.intervention)
  }

  constructor() {
    super()
    new Following(this, accessChanges)
    new Repeating(this, REFRESH, () => void this.#page.refresh())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    interventionNews.addEventListener('news', this.#onNews)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    interventionNews.removeEventListener('news', this.#onNews)
  }

  protected override render(): TemplateResult {
    return this.#page.render((page) => this.#view(page))
  }

  #view(page: Page): TemplateResult {
    const { intervention, guide } = page
    const { state, content, baseline, consent } = intervention
    const canWrite = mayAgree(this.org)
    return html`<article class="intervention-page" @mv-state-refused=${this.#onRefused}>
      <h1>${titleOf(content)}</h1>
      <p class="card-facts">
        <span class="badge is-${state}">${t(`intervention-state-${state}`)}</span> ${reviewMark(intervention)}
        ${baseline === null ? nothing : html`<span class="muted">${t('intervention-from-round', { title: baseline.title, period: periodText(baseline.period) })}</span>`}
      </p>
      <div class="screen-only intervention-tools">
        ${canWrite ? html`<mv-state-steps .org=${this.org} .intervention=${intervention}></mv-state-steps>` : nothing}
        <button type="button" class="quiet" @click=${() => print()}>${t('intervention-print')}</button>
      </div>
      <p class="visually-hidden" role="status">${this.said}</p>
      ${agreementView(content, guide.texts[locale()])} ${canWrite ? this.#edit(page) : nothing}
      ${state === 'proposed' || consent.state !== 'none' ? this.#consent(intervention, canWrite) : nothing}
      ${this.#effects(page)} ${canWrite && isReviewable(state) ? this.#review(intervention) : nothing}
      ${this.#reviews(intervention)}
    </article>`
  }

  #edit({ intervention, guide }: Page): TemplateResult {
    return html`<details class="fold screen-only" .open=${this.isEditing} @toggle=${this.#onEdit}>
      <summary>${t('intervention-change')}</summary>
      ${
        this.isEditing
          ? html`<mv-agreement-form
              .org=${this.org}
              .agreement=${intervention.id}
              .intervention=${intervention}
              .reflectionId=${intervention.reflectionId}
              .guide=${guide.texts[locale()]}
              .refusal=${this.refusal}
            ></mv-agreement-form>`
          : nothing
      }
    </details>`
  }

  #consent(intervention: Intervention, canWrite: boolean): TemplateResult {
    return html`<mv-consent-round .org=${this.org} .intervention=${intervention} ?canWrite=${canWrite} .refusal=${this.refusal} .level=${2}></mv-consent-round>`
  }

  #effects({ intervention, instrument }: Page): TemplateResult {
    const { reflectionId, id } = intervention
    return html`<section aria-labelledby="effects-heading">
      <h2 id="effects-heading">${t('intervention-effects-of')}</h2>
      ${effectsTable(storedEffects(intervention).body, instrument, namesOf(instrument, locale()), id)}
      ${reflectionId === null ? nothing : html`<p class="screen-only"><a href="/o/${this.org}/reflections/${reflectionId}/q/7">${t('intervention-to-seven')}</a></p>`}
    </section>`
  }

  #review(intervention: Intervention): TemplateResult {
    return html`<section class="screen-only" aria-labelledby="review-heading" @mv-reviewed=${this.#onReviewed}>
      <h2 id="review-heading">${t('intervention-look-back')}</h2>
      ${
        this.isReviewing || intervention.isDue
          ? html`<mv-review-form .org=${this.org} .intervention=${intervention}></mv-review-form>`
          : html`<p>${t('intervention-look-back-why')}</p>
              <button type="button" @click=${() => (this.isReviewing = true)}>${t('intervention-look-back-now')}</button>`
      }
    </section>`
  }

  #reviews({ reviews }: Intervention): TemplateResult | typeof nothing {
    if (reviews.length === 0) return nothing
    return html`<section aria-labelledby="reviews-heading">
      <h2 id="reviews-heading" tabindex="-1">${t('intervention-reviews')}</h2>
      ${reviewList(reviews)}
    </section>`
  }

  readonly #onEdit = ({ target }: Event) => {
    if (target instanceof HTMLDetailsElement) this.isEditing = target.open
    if (this.refusal !== undefined) void this.#toField(this.refusal)
  }

  readonly #onRefused = ({ code }: StateRefused) => {
    this.refusal = code
    if (this.isEditing) void this.#toField(code)
    else this.isEditing = true
  }

  /** The way from a refusal to the field that it is about. */
  async #toField(code: string): Promise<void> {
    const content = this.#page.value?.intervention.content
    if (!content) return
    await this.updateComplete
    await this.querySelector('mv-agreement-form')?.updateComplete
    const field = fieldOfRefusal(code, content)
    const id = field === undefined ? `consent-${this.intervention}` : `agreement-${this.intervention}-${field}`
    document.getElementById(id)?.focus()
  }

  readonly #onReviewed = async () => {
    this.isReviewing = false
    this.said = t('intervention-reviewed')
    await this.updateComplete
    requestAnimationFrame(() => document.getElementById('reviews-heading')?.focus())
  }

  #take(news: Intervention): void {
    const page = this.#page.value
    if (!page || news.id !== page.intervention.id) return
    this.#page.value = { ...page, intervention: news }
    this.requestUpdate()
  }

  async #read(signal: AbortSignal): Promise<Page> {
    // Whose drafts these are must be known before any is kept.
    await accessKnown()
    const intervention = await call<Intervention>('GET', interventionPath(this.org, this.intervention), undefined, {
      signal,
    })
    learnName(intervention.id, titleOf(intervention.content))
    this.#surroundings ??= await this.#readSurroundings(intervention, signal)
    return { intervention, ...this.#surroundings }
  }

  async #readSurroundings({ reflectionId, roundId }: Intervention, signal: AbortSignal) {
    const organisation = `/api/organisations/${this.org}`
    const reflection =
      reflectionId === null
        ? undefined
        : await ifThere<Reflection>(`${organisation}/reflections/${reflectionId}`, signal)
    const round =
      reflection || roundId === null ? undefined : await ifThere<Round>(`${organisation}/rounds/${roundId}`, signal)
    const { id, version } = reflection?.guide ?? SEVEN_QUESTIONS
    const [guide, instrument] = await Promise.all([
      call<GuideView>('GET', `/api/reflection-guides/${id}/${version}`, undefined, { signal }),
      readInstrument(reflection?.instrument ?? round?.instrument ?? SIX_CAPITALS, signal),
      // What this device kept comes before what the server has.
      agreementDrafts().ready,
    ])
    return { guide, instrument }
  }
}

/** What stands at an address; undefined when it is no longer there, or not for this reader. */
async function ifThere<Value>(path: string, signal: AbortSignal): Promise<Value | undefined> {
  try {
    return await call<Value>('GET', path, undefined, { signal })
  } catch (error) {
    if (error instanceof ApiError && ['not-found', 'not-allowed'].includes(error.code)) return undefined
    throw error
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-intervention-page': InterventionPage
  }
}
