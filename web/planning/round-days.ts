import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Round, RoundChange } from '../../server/contract/rounds.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { faultSummary, formActions, textField } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import { remindersField, remindersIn } from '../new-round/choices.ts'
import { ownId } from './own-id.ts'
import { dayOf, dueOf, isDayOrNothing, openingOf, today } from './plan-days.ts'
import { PlanningChangeEvent } from './planning-change.ts'
import './planning-texts.ts'

/** A button that gives a round other days, in a dialog: when it opens, until when it asks, when people are reminded. */
@customElement('mv-round-days')
export class RoundDays extends MvElement {
  @property() org = ''
  @property({ attribute: false }) round!: Round
  /** What the round is called, for who does not see where the button stands. */
  @property() name = ''
  /** The fields are made anew each time, so that they hold what stands there now. */
  @state() private isOpen = false
  readonly #form = new Form(this, ownId('days'), [
    { field: 'opensOn', fault: 'round-new-fault-day', holds: isDayOrNothing, codes: ['opening-past'] },
    {
      field: 'dueOn',
      fault: 'round-new-fault-day',
      holds: isDayOrNothing,
      codes: ['due-past', 'due-before-opening'],
    },
  ])
  readonly #modal = new Modal(this.#form.id)

  protected override render(): TemplateResult {
    return html`<button type="button" aria-label=${t('planning-days-of', { name: this.name })} @click=${this.#open}>
        ${t('planning-days')}
      </button>
      ${this.#modal.render(t('planning-days-title'), this.isOpen ? this.#fields() : nothing, () => (this.isOpen = false))}`
  }

  #fields(): TemplateResult {
    const [form, { state, answering, plannedOpenAt, dueAt, remindDays }] = [this.#form, this.round]
    return html`<form novalidate @submit=${form.onSubmit(this.#save)}>
      ${faultSummary(form)}
      ${
        state === 'draft'
          ? textField(form, {
              name: 'opensOn',
              type: 'date',
              label: t('planning-days-opens'),
              hint: t('planning-days-opens-hint'),
              min: today(),
              value: dayOf(plannedOpenAt),
            })
          : nothing
      }
      ${textField(form, {
        name: 'dueOn',
        type: 'date',
        label: t('planning-days-due'),
        hint: answering === 'together' ? t('round-new-due-hint-together') : t('planning-days-due-hint'),
        min: today(),
        value: dayOf(dueAt),
      })}
      ${remindersField(form, remindDays)}
      ${formActions(
        form,
        html`<button class="primary">${t('planning-days-save')}</button>
          <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
      )}
    </form>`
  }

  readonly #open = () => {
    this.#form.clear()
    this.isOpen = true
    void this.updateComplete.then(() => this.#modal.open())
  }

  readonly #save = async (values: FormData) => {
    const { id, state, plannedOpenAt, dueAt } = this.round
    const [opensOn, dueOn] = [textOf(values, 'opensOn'), textOf(values, 'dueOn')]
    const change: RoundChange = {
      // A day that stays keeps its hour, also one that a script chose.
      ...(state !== 'draft' || opensOn === dayOf(plannedOpenAt) ? {} : { plannedOpenAt: openingOf(opensOn) }),
      ...(dueOn === dayOf(dueAt) ? {} : { dueAt: dueOf(dueOn) }),
      remindDays: remindersIn(values),
    }
    await call<Round>('PATCH', `/api/organisations/${this.org}/rounds/${id}`, change)
    this.#modal.close()
    this.dispatchEvent(new PlanningChangeEvent())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-round-days': RoundDays
  }
}
