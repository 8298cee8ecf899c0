import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import englishResults from '../../data/texts/en/results.ftl?raw'
import dutchResults from '../../data/texts/nl/results.ftl?raw'
import type { Role } from '../../server/contract/common.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { OrganisationNow as Now, PlannedRound } from '../../server/contract/planning.ts'
import type { Results } from '../../server/contract/results.ts'
import type { Round } from '../../server/contract/rounds.ts'
import { ApiError, call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { locale } from '../i18n/locale.ts'
import { addTexts, t } from '../i18n/texts.ts'
import '../interventions/due-line.ts'
import { readInstrument } from '../new-round/newest-instruments.ts'
import { mayWrite, periodText } from '../pages/round-words.ts'
import { headline } from '../results/headline.ts'
import { namesOf } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import '../styles/planning.css'
import { planDay } from './plan-days.ts'
import { isTimeToRemind } from './planned-words.ts'
import './planning-texts.ts'

addTexts({ nl: dutchResults, en: englishResults })

/** An outcome that can be said in one sentence. */
interface Outcome {
  readonly results: Results
  readonly instrument: InstrumentView
}

/**
 * What waits in an organisation: the rounds that are open, the next one, the newest outcome in its own headline, and
 * agreements to look back at. It is a help on its page: what cannot be read is not there.
 */
@customElement('mv-organisation-now')
export class OrganisationNow extends MvElement {
  @property() org = ''
  /** The reader's own role: who only looks does not fill in. */
  @property() myRole: Role = 'viewer'
  /** On the first page it leads on: to the round that is due first, and to the planning. */
  @property({ type: Boolean }) isFirstPage = false
  /** What waits, when the page has read it already; read here otherwise. */
  @property({ attribute: false }) known: Now | undefined
  #now: Now | undefined
  #outcome: Outcome | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#read()
  }

  protected override render(): TemplateResult | typeof nothing {
    const now = this.#now ?? this.known
    if (!now) return nothing
    return html`<div class="now">
      ${now.open.map((round, index) => this.#open(round, this.isFirstPage && index === 0))} ${now.next ? this.#next(now.next) : nothing} ${this.#latest(now)}
      <mv-due-line .org=${this.org}></mv-due-line>
      ${this.isFirstPage ? html`<p><a href="/o/${this.org}/planning">${t('planning-now-planning')}</a></p>` : nothing}
    </div>`
  }

  #open(round: Round, isMain: boolean): TemplateResult {
    const { id, title, answering, dueAt, counts, expected } = round
    const isTogether = answering === 'together'
    const isFilling = isTogether && mayWrite(this.myRole)
    const isPast = dueAt !== null && dueAt <= new Date().toISOString()
    const planned = { state: 'open' as const, round }
    return html`<div class="now-open">
      <p><strong>${title}</strong></p>
      ${dueAt === null ? nothing : html`<p>${t(isPast ? 'planning-now-due-past' : 'planning-now-due', { day: planDay(dueAt) })}</p>`}
      ${isTogether ? nothing : html`<p class="muted">${t('planning-came', { joined: counts.joined, expected: expected ?? 0 })}</p>`}
      ${isTimeToRemind(planned, new Date()) ? html`<p>${t('planning-remind-now')}</p>` : nothing}
      <div class="actions">
        <a class="button ${isMain ? 'primary' : ''}" href="/o/${this.org}/r/${id}${isFilling ? '/sheet' : ''}">${t(isFilling ? 'planning-now-go-sheet' : 'planning-now-go-round')}</a>
      </div>
    </div>`
  }

  #latest({ latest }: Now): TemplateResult | typeof nothing {
    const outcome = this.#outcome
    if (latest === null) return nothing
    const said =
      outcome && headline(outcome.results, outcome.instrument, namesOf(outcome.instrument, locale()), pageWords())
    return html`<div class="now-latest">
      <p class="muted">${t('planning-now-latest')}: ${latest.title}</p>
      ${said ? html`<p>${said}</p>` : nothing}
      <p><a href="/o/${this.org}/r/${latest.roundId}/results">${t('planning-now-latest-go')}</a></p>
    </div>`
  }

  #next({ period, opensAt }: PlannedRound): TemplateResult | typeof nothing {
    if (opensAt === null) return nothing
    return html`<p>${t('planning-now-next', { period: periodText(period), day: planDay(opensAt) })}</p>`
  }

  async #read(): Promise<void> {
    // The organisation is set after the element was made.
    await this.updateComplete
    const path = `/api/organisations/${this.org}`
    try {
      const now = this.known ?? (await call<Now>('GET', `${path}/now`))
      this.#now = now
      this.requestUpdate()
      if (now.latest === null) return
      const results = await call<Results>('GET', `${path}/rounds/${now.latest.roundId}/results`)
      const { id, version } = results.release.instrument
      const instrument = await readInstrument(id, version)
      // Where each question stands for itself there is no sentence about the whole.
      if (instrument.scores) this.#outcome = { results, instrument }
      this.requestUpdate()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-organisation-now': OrganisationNow
  }
}
