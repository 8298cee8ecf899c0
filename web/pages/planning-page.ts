import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { PlannedRound, Planning, RoundPlan } from '../../server/contract/planning.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { faultSummary, formActions } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import { readNewest } from '../new-round/newest-instruments.ts'
import '../planning/plan-form.ts'
import '../planning/planned-round.ts'
import { mayChange, rhythmTexts } from '../planning/planned-words.ts'
import { PlanningChangeEvent } from '../planning/planning-change.ts'
import '../planning/planning-texts.ts'
import '../styles/planning.css'
import { mayRunRounds } from './round-words.ts'

interface Page {
  readonly organisation: Organisation
  readonly planning: Planning
  readonly instruments: readonly InstrumentView[]
}

/** The states of a round that asks for answers now. */
const OPEN: readonly PlannedRound['state'][] = ['open', 'overdue', 'closing']

/** The rounds that come: four quarters, the rhythm that makes them, and what else is open. */
@customElement('mv-planning-page')
export class PlanningPage extends MvElement {
  @property() org = ''
  @state() private isEditing = false
  @state() private note: 'saved' | 'ended' | undefined
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  readonly #ending = new Form(this, 'end-plan')
  readonly #modal = new Modal('end-plan')

  protected override render() {
    return this.#page.render((page) => this.#view(page))
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const path = `/api/organisations/${this.org}`
    const [organisation, planning] = await Promise.all([
      call<Organisation>('GET', path, undefined, { signal }),
      call<Planning>('GET', `${path}/planning`, undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    const rounds = [...planning.quarters, ...planning.others].flatMap(({ round }) => round?.instrument.id ?? [])
    const wanted = new Set([...rounds, ...(planning.plan ? [planning.plan.instrument] : [])])
    const instruments = await readNewest(this.org, signal, wanted)
    return { organisation, planning, instruments: instruments.map(({ view }) => view) }
  }

  #view(page: Page): TemplateResult {
    const { planning, organisation } = page
    const mayRun = mayRunRounds(organisation.role)
    const isOpen = ({ state }: PlannedRound) => OPEN.includes(state)
    const [open, further] = [planning.others.filter(isOpen), planning.others.filter((one) => !isOpen(one))]
    const isOpenToChange = planning.quarters.some((planned) => mayChange(planned, planning.plan))
    return html`<div class="planning" @mv-planning-change=${this.#changed}>
      <h1>${t('planning-title')}</h1>
      <p class="lead">${t(mayRun ? 'planning-intro' : 'planning-intro-viewer')}</p>
      ${this.#others('open', open, page)} ${this.#rhythm(page, mayRun)}
      <section aria-labelledby="quarters-heading">
        <div class="section-head">
          <h2 id="quarters-heading">${t('planning-quarters')}</h2>
          ${mayRun ? html`<a href="/o/${this.org}/rounds/new?later">${t('planning-single')}</a>` : nothing}
        </div>
        <ol class="planned">${planning.quarters.map((planned) => this.#row(planned, page, mayRun))}</ol>
        <p class="hint">${t('planning-zone')}</p>
        ${isOpenToChange ? html`<p class="hint">${t('planning-asks-may-change')}</p>` : nothing}
      </section>
      ${this.#others('others', further, page)}
    </div>`
  }

  /** Rounds beside the four quarters: what is open wants something now, and stands on top. */
  #others(which: 'open' | 'others', rounds: readonly PlannedRound[], page: Page): TemplateResult | typeof nothing {
    if (rounds.length === 0) return nothing
    const mayRun = mayRunRounds(page.organisation.role)
    return html`<section aria-labelledby="${which}-heading">
      <h2 id="${which}-heading">${t(`planning-${which}`)}</h2>
      <ul class="planned">${rounds.map((planned) => this.#row(planned, page, mayRun))}</ul>
    </section>`
  }

  #row(planned: PlannedRound, { planning, instruments }: Page, mayRun: boolean): TemplateResult {
    const id = planned.round?.instrument.id ?? planning.plan?.instrument
    const names = instruments.find((known) => known.id === id)?.names
    return html`<li>
      <mv-planned-round .org=${this.org} .planned=${planned} .names=${names} .mayRun=${mayRun}></mv-planned-round>
    </li>`
  }

  #rhythm(page: Page, mayRun: boolean): TemplateResult | typeof nothing {
    const { plan, canMail } = page.planning
    if (plan === null && !mayRun) return nothing
    return html`<section aria-labelledby="rhythm-heading">
      <h2 id="rhythm-heading">${t('planning-rhythm')}</h2>
      ${
        plan === null
          ? html`<p>${t('planning-rhythm-none')}</p>`
          : rhythmTexts(plan, canMail).map((sentence) => html`<p>${sentence}</p>`)
      }
      <p role="status" class="done">${this.note ? t(`planning-rhythm-${this.note}`) : ''}</p>
      ${mayRun ? this.#rhythmActions(plan) : nothing}
    </section>`
  }

  #rhythmActions(plan: RoundPlan | null): TemplateResult {
    if (this.isEditing)
      return html`<mv-plan-form .org=${this.org} .plan=${plan} @mv-plan-cancel=${this.#stopEditing}></mv-plan-form>`
    return html`<div class="actions">
        <button type="button" class="plan-edit ${plan === null ? 'primary' : ''}" @click=${this.#edit}>
          ${t(plan === null ? 'planning-rhythm-set' : 'planning-rhythm-change')}
        </button>
        ${plan === null ? nothing : html`<button type="button" class="quiet" @click=${() => this.#modal.open()}>${t('planning-rhythm-end')}</button>`}
      </div>
      ${this.#modal.render(t('planning-rhythm-end-title'), this.#endForm(plan?.revision))}`
  }

  #endForm(revision: number | undefined): TemplateResult {
    return html`${faultSummary(this.#ending)}
      <p>${t('planning-rhythm-end-explain')}</p>
      ${formActions(
        this.#ending,
        html`<button type="button" class="danger" @click=${() => this.#end(revision)}>${t('planning-rhythm-end-sure')}</button>
          <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
      )}`
  }

  #end(revision: number | undefined): Promise<void> {
    return this.#ending.run(async () => {
      await call<undefined>('DELETE', `/api/organisations/${this.org}/plan${revision ? `?revision=${revision}` : ''}`)
      this.#modal.close()
      this.note = 'ended'
      await this.#page.refresh()
      await this.#focus('.plan-edit')
    })
  }

  readonly #edit = () => {
    this.note = undefined
    this.isEditing = true
  }

  readonly #stopEditing = () => {
    this.isEditing = false
    void this.#focus('.plan-edit')
  }

  /** The control that was used is gone: the reader goes on at what took its place. */
  async #focus(selector: string): Promise<void> {
    await this.updateComplete
    this.querySelector<HTMLElement>(selector)?.focus()
  }

  readonly #changed = (event: Event) => {
    if (!(event instanceof PlanningChangeEvent)) return
    const wasEditing = this.isEditing
    this.note = wasEditing ? 'saved' : undefined
    this.isEditing = false
    void this.#page.refresh()
    if (wasEditing) void this.#focus('.plan-edit')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-planning-page': PlanningPage
  }
}
