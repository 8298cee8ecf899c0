import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { Intervention, ReviewInput } from '../../server/contract/interventions.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { faultSummary, formActions, radioField } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import { randomId } from '../participant/random-id.ts'
import { interventionPath, tellNews } from './agreements.ts'
import { monthsLater, today } from './calendar-days.ts'
import { dayText } from './days.ts'
import './intervention-texts.ts'
import { KeptWords } from '../drafts/kept-words.ts'

const HELPED = ['yes', 'partly', 'no', 'unknown'] as const
const QUARTER = 3

/** Looking back at an intervention: did it help and why, does it go on, what could be better, and when again. */
@customElement('mv-review-form')
export class ReviewForm extends MvElement {
  @property() org = ''
  @property({ attribute: false }) intervention!: Intervention
  @state() private dropped = false
  readonly #form = new Form(this, 'review', [
    { field: 'helped', fault: 'intervention-fault-helped', holds: (value) => value !== '' },
    { field: 'nextReviewOn', fault: 'problem-review-date-missing', codes: ['review-date-missing', 'review-date-past'] },
  ])
  readonly #why = new KeptWords(() => `review-why-${this.intervention.id}`)
  readonly #improve = new KeptWords(() => `review-improve-${this.intervention.id}`)
  /** The same review again is no second one. */
  #id = randomId()

  protected override render(): TemplateResult {
    const form = this.#form
    const next = monthsLater(today(), QUARTER)
    return html`<div class="review-form">
      ${faultSummary(form)}
      <form novalidate @submit=${form.onSubmit((values) => this.#send(values))}>
        ${radioField(form, {
          name: 'helped',
          label: t('intervention-helped'),
          options: HELPED.map((value) => ({ value, label: t(`intervention-helped-${value}`) })),
        })}
        ${this.#words('why', t('intervention-review-why'), this.#why)}
        ${this.#words('improve', t('intervention-review-improve'), this.#improve)}
        ${radioField(form, {
          name: 'dropped',
          label: t('intervention-review-dropped'),
          options: ['no', 'yes'].map((value) => ({ value, label: t(`intervention-review-dropped-${value}`) })),
          chosen: [this.dropped ? 'yes' : 'no'],
          onChoose: (value) => {
            this.dropped = value === 'yes'
          },
        })}
        ${this.dropped ? nothing : this.#next(next)}
        ${formActions(form, html`<button class="primary">${t('intervention-review-send')}</button>`)}
      </form>
    </div>`
  }

  #words(name: string, label: string, words: KeptWords): TemplateResult {
    return html`<div class="field">
      <label for="review-${name}">${label}</label>
      <textarea id="review-${name}" name=${name} rows="3" maxlength="1000" .value=${words.value ?? ''} @input=${({ target }: Event) => target instanceof HTMLTextAreaElement && words.keep(target.value)}></textarea>
    </div>`
  }

  #next(suggested: string): TemplateResult {
    const fault = this.#form.faultOf('nextReviewOn')
    return html`<div class=${fault ? 'field is-faulty' : 'field'}>
      <label for="review-nextReviewOn">${t('intervention-review-next')}</label>
      <p class="hint" id="review-next-hint">${t('intervention-review-next-hint', { day: dayText(suggested) })}</p>
      ${fault ? html`<p class="fault" id="review-next-fault">${t(fault)}</p>` : nothing}
      <input
        id="review-nextReviewOn"
        name="nextReviewOn"
        class="short"
        type="date"
        value=${suggested}
        aria-invalid=${ifDefined(fault && 'true')}
        aria-describedby="review-next-hint${fault ? ' review-next-fault' : ''}"
      />
    </div>`
  }

  async #send(values: FormData): Promise<void> {
    const helped = HELPED.find((one) => one === textOf(values, 'helped'))
    if (helped === undefined) return
    const review: ReviewInput = {
      id: this.#id,
      helped,
      why: textOf(values, 'why'),
      improve: textOf(values, 'improve'),
      dropped: this.dropped,
      nextReviewOn: this.dropped ? null : textOf(values, 'nextReviewOn') || null,
    }
    const path = `${interventionPath(this.org, this.intervention.id)}/reviews`
    const reviewed = await call<Intervention>('POST', path, review)
    this.#why.forget()
    this.#improve.forget()
    this.#id = randomId()
    // Said before the page draws the new state: then this element may be gone.
    this.dispatchEvent(new Event('mv-reviewed', { bubbles: true }))
    tellNews(reviewed)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-review-form': ReviewForm
  }
}
