import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import { betweenPoles } from './between-poles.ts'
import type { Answer } from './phone-store.ts'

/** Somebody answered, or took the answer back (`null`). */
export class AnswerChangeEvent extends Event {
  readonly answer: Answer | null

  constructor(answer: Answer | null) {
    super('mv-answer-change')
    this.answer = answer
  }
}

/** One step that can be chosen; not every step has an anchor. */
export interface Step {
  readonly rating: number
  readonly words: string
  readonly anchor: string | undefined
}

/** A pause in typing that is long enough to keep what was typed, in milliseconds. */
const PAUSE = 600

/** One question on one horizon: its steps, the two answers that hold no rating, and a way to take the answer back. */
@customElement('mv-answer-field')
export class AnswerField extends MvElement {
  @property() name = ''
  @property({ attribute: false }) legend = ''
  @property({ attribute: false }) steps: readonly Step[] = []
  /** Whether the steps lie between two poles. */
  @property({ type: Boolean }) isBetween = false
  @property({ attribute: false }) answer: Answer | undefined
  /** Something about the answer that is for this person only. */
  @property({ attribute: false }) note = ''
  #reason = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#keepReason()
  }

  /** Chooses as if its radio was pressed: a rating, or `unknown`. False when there is no such step. */
  choose(chosen: number | 'unknown'): boolean {
    const input = this.querySelector<HTMLInputElement>(`input[value="${chosen}"]`)
    input?.focus()
    input?.click()
    return input !== null
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isTyping = this.#timer !== undefined || this.querySelector('input[type="text"]') === document.activeElement
    if (changed.has('answer') && !isTyping) this.#reason = reasonOf(this.answer)
  }

  protected override render(): TemplateResult {
    const isApplicable = !(this.#isMissing('not_applicable') && this.answer)
    return html`<fieldset aria-describedby=${this.isBetween ? this.#polesId : nothing}>
      <legend>${this.legend}</legend>
      ${this.note ? html`<p class="hint">${this.note}</p>` : nothing}
      ${this.isBetween ? this.#between() : html`<div class="choices">${this.steps.map((step) => this.#step(step))}</div>`}
      <div class="choices">
        ${this.#missing('unknown', t('participant-question-unknown'))}
        ${this.#missing('not_applicable', t('participant-question-not-applicable'))}
      </div>
      ${isApplicable ? nothing : this.#reasonField()}
      <button type="button" class="quiet clear" ?data-idle=${this.answer === undefined} @click=${this.#clear}>
        ${t('participant-question-clear')}
      </button>
    </fieldset>`
  }

  #between(): TemplateResult {
    return betweenPoles(this.steps, (step) => this.#radioOf(step), this.#rating, this.#polesId)
  }

  get #polesId(): string {
    return `poles-${this.name}`
  }

  get #rating(): number | undefined {
    return this.answer !== undefined && 'rating' in this.answer ? this.answer.rating : undefined
  }

  #radioOf({ rating }: Step): TemplateResult {
    return this.#radio(String(rating), this.#rating === rating, { rating })
  }

  #step(step: Step): TemplateResult {
    const { rating, words, anchor } = step
    return html`<label class="choice">
      ${this.#radioOf(step)}
      <span class="choice-number">${rating}</span>
      <span class="choice-words">
        <span class="choice-label">${words}</span>
        ${anchor ? html`<span class="choice-anchor">${anchor}</span>` : nothing}
      </span>
    </label>`
  }

  #missing(missing: 'unknown' | 'not_applicable', words: string): TemplateResult {
    return html`<label class="choice">
      ${this.#radio(missing, this.#isMissing(missing), { missing })}
      <span class="choice-words">${words}</span>
    </label>`
  }

  #radio(value: string, isChosen: boolean, answer: Answer): TemplateResult {
    const choose = () => {
      clearTimeout(this.#timer)
      this.#timer = undefined
      this.dispatchEvent(new AnswerChangeEvent(answer))
    }
    return html`<input type="radio" name=${this.name} value=${value} .checked=${live(isChosen)} @change=${choose} />`
  }

  #reasonField(): TemplateResult {
    return html`<label class="reason">
      ${t('participant-question-reason')}
      <input type="text" maxlength="300" autocomplete="off" .value=${live(this.#reason)} @input=${this.#type} @change=${this.#keepReason} />
    </label>`
  }

  #isMissing(missing: 'unknown' | 'not_applicable'): boolean {
    return this.answer !== undefined && 'missing' in this.answer && this.answer.missing === missing
  }

  #type(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return
    this.#reason = event.target.value
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#keepReason(), PAUSE)
  }

  /** Keeps what was typed, once: a pause, leaving the field and going to another question may all ask for it. */
  #keepReason(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const reason = this.#reason.trim()
    if (!this.#isMissing('not_applicable') || reason === reasonOf(this.answer)) return
    this.dispatchEvent(new AnswerChangeEvent({ missing: 'not_applicable', ...(reason && { reason }) }))
  }

  /** The button disappears, so the focus has to go somewhere near. */
  #clear(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#reason = ''
    this.querySelector('input')?.focus()
    this.dispatchEvent(new AnswerChangeEvent(null))
  }
}

function reasonOf(answer: Answer | undefined): string {
  return answer !== undefined && 'missing' in answer ? (answer.reason ?? '') : ''
}
