import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { PlannedRound } from '../../server/contract/planning.ts'
import type { Round } from '../../server/contract/rounds.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { faultSummary, formActions } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import { ownId } from './own-id.ts'
import { asksText, daysTexts, nameOf, notesOf } from './planned-words.ts'
import { PlanningChangeEvent } from './planning-change.ts'
import './planning-texts.ts'
import './round-days.ts'

/** One round of the planning: what it asks, when, where it is, and what can be done with it. */
@customElement('mv-planned-round')
export class PlannedRoundRow extends MvElement {
  @property() org = ''
  @property({ attribute: false }) planned!: PlannedRound
  @property({ attribute: false }) names: InstrumentView['names'] | undefined
  @property({ type: Boolean }) mayRun = false
  readonly #form = new Form(this, ownId('planned'))
  readonly #closing = new Modal(`${this.#form.id}-close`)

  protected override render(): TemplateResult {
    const { planned } = this
    const { state, round } = planned
    const asks = asksText(planned, this.names)
    return html`${faultSummary(this.#form)}
      <div class="section-head planned-head">
        <h3>${this.#heading()}</h3>
        <span class="state is-${lampOf(state)}">${t(`planning-state-${state}`)}</span>
      </div>
      ${asks === undefined ? nothing : html`<p>${asks}</p>`}
      ${round?.answering === 'together' ? html`<p>${t('planning-together')}</p>` : nothing}
      <p class="muted">${daysTexts(planned).join('. ')}</p>
      ${notesOf(planned, new Date()).map((note) => html`<p class="planned-note">${note}</p>`)}
      ${this.mayRun ? html`<div class="actions planned-actions">${this.#actions()}</div>` : nothing}
      ${this.#closing.render(t('planning-close-title'), this.#closeForm())}`
  }

  #heading(): TemplateResult | string {
    const { round } = this.planned
    const name = nameOf(this.planned)
    if (round === null) return name
    const title = round.title.includes(periodText(round.period)) ? name : `${name}: ${round.title}`
    return html`<a href="/o/${this.org}/r/${round.id}">${title}</a>`
  }

  #actions(): TemplateResult | typeof nothing {
    const { state, round } = this.planned
    if (round === null)
      return state === 'passed' ? html`<a href="/o/${this.org}/rounds/new">${t('planning-start')}</a>` : nothing
    switch (state) {
      case 'prepared':
      case 'late':
        return html`${this.#days(round)}
          <button type="button" class="quiet" aria-label=${t('planning-open-now-of', { name: nameOf(this.planned) })} @click=${() => this.#move(round, 'open')}>
            ${t('planning-open-now')}
          </button>`
      case 'open':
      case 'overdue':
        return html`${this.#days(round)} ${this.#close(round)}`
      default:
        return nothing
    }
  }

  #days(round: Round): TemplateResult {
    return html`<mv-round-days .org=${this.org} .round=${round} .name=${nameOf(this.planned)}></mv-round-days>`
  }

  #close({ id, answering }: Round): TemplateResult {
    const name = nameOf(this.planned)
    if (answering === 'together')
      return html`<a href="/o/${this.org}/r/${id}/sheet/sign-off" aria-label=${t('planning-sign-off-of', { name })}>${t('planning-sign-off')}</a>`
    return html`<button type="button" class="quiet" aria-label=${t('planning-close-of', { name })} @click=${() => this.#closing.open()}>
      ${t('planning-close')}
    </button>`
  }

  #closeForm(): TemplateResult {
    const { round } = this.planned
    const close = async () => {
      if (round) await this.#move(round, 'close', { graceMinutes: 2 })
      this.#closing.close()
    }
    return html`<p>${t('planning-close-explain')}</p>
      ${formActions(
        this.#form,
        html`<button type="button" class="primary" @click=${close}>${t('planning-close-sure')}</button>
          <button type="button" class="quiet" @click=${this.#closing.close}>${t('frame-cancel')}</button>`,
      )}`
  }

  #move({ id }: Round, step: 'open' | 'close', body: object = {}): Promise<void> {
    return this.#form.run(async () => {
      try {
        await call<Round>('POST', `/api/organisations/${this.org}/rounds/${id}/${step}`, body)
      } finally {
        // A refusal may mean that somebody else was first: the page shows where the round is now.
        this.dispatchEvent(new PlanningChangeEvent())
      }
    })
  }
}

/** Which mark goes with a state: the marks of rounds in a list. */
function lampOf(state: PlannedRound['state']): string {
  return state === 'overdue' ? 'open' : state
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-planned-round': PlannedRoundRow
  }
}
