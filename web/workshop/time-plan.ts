import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import type { PlanStep } from '../../server/contract/workshops.ts'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import { defaultPlan, type PlannedParts } from './default-plan.ts'
import './workshop-texts.ts'

const SCENES = ['join', 'question', 'progress', 'divided', 'radar', 'pairs', 'groups', 'cards', 'projection'] as const
const MOST_STEPS = 40
const MOST_MINUTES = 240

/** A step as it is being typed. */
interface Draft {
  readonly key: number
  readonly title: string
  readonly minutes: string
  readonly scene: PlanStep['scene']
}

/** The facilitator wants this time plan kept. */
export class PlanChangeEvent extends Event {
  readonly plan: PlanStep[]

  constructor(plan: PlanStep[]) {
    super('mv-plan-change', { bubbles: true })
    this.plan = plan
  }
}

/** A time plan to change: steps with minutes, and what the wall shows with each. Sends `mv-plan-change` to keep it. */
@customElement('mv-time-plan')
export class TimePlan extends MvElement {
  @property({ attribute: false }) plan: readonly PlanStep[] = []
  /** What the round asks: the standard plan holds only what there will be something to show of. */
  @property({ attribute: false }) parts: PlannedParts = { horizons: 1, perspectives: 1, groups: 0 }
  @property({ type: Boolean }) isSaved = false
  @state() private draft: readonly Draft[] | undefined
  @state() private hasFault = false
  #nextKey = 0
  #kept: readonly Draft[] | undefined

  protected override render() {
    const steps = this.#steps
    const total = steps.reduce((sum, { minutes }) => sum + (minutesOf(minutes) ?? 0), 0)
    return html`<form novalidate class="plan" @submit=${this.#save}>
      ${this.hasFault ? html`<p class="fault" role="alert">${t('workshop-plan-fault')}</p>` : nothing}
      <ol class="plan-steps">
        ${repeat(
          steps,
          ({ key }) => key,
          (step, at) => this.#row(step, at, steps.length),
        )}
      </ol>
      <p role="status">${t('workshop-plan-total', { minutes: total })}</p>
      <div class="actions">
        <button class="primary">${t('workshop-plan-save')}</button>
        <button type="button" id="plan-add" @click=${this.#add}>${t('workshop-plan-add')}</button>
        <button type="button" class="quiet" @click=${this.#restore}>${t('workshop-plan-restore')}</button>
        <span role="status" class="done">${this.isSaved && !this.draft ? t('frame-saved') : ''}</span>
      </div>
    </form>`
  }

  get #steps(): readonly Draft[] {
    this.#kept ??= this.#draftOf(this.plan)
    return this.draft ?? this.#kept
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('plan') || sameAs(changed.get('plan') ?? [], this.plan)) return
    this.#kept = undefined
    // What was typed stays until the server has exactly that.
    if (this.draft && sameAs(planOf(this.draft), this.plan)) this.draft = undefined
  }

  #draftOf(plan: readonly PlanStep[]): Draft[] {
    return plan.map(({ title, minutes, scene }) => ({
      key: this.#nextKey++,
      title,
      minutes: String(minutes),
      scene: scene ?? null,
    }))
  }

  #row(step: Draft, at: number, count: number): TemplateResult {
    const number = at + 1
    const scene = step.scene ?? ''
    return html`<li>
      <input
        type="text"
        id="plan-title-${step.key}"
        class="plan-title"
        aria-label=${t('workshop-plan-title-of', { number })}
        maxlength="120"
        .value=${live(step.title)}
        @input=${(event: Event) => this.#change(at, { title: typedIn(event) })}
      />
      <span class="plan-minutes">
        <input
          type="text"
          inputmode="numeric"
          aria-label=${t('workshop-plan-minutes-of', { number })}
          .value=${live(step.minutes)}
          @input=${(event: Event) => this.#change(at, { minutes: typedIn(event) })}
        />
        <span aria-hidden="true">${t('workshop-plan-unit')}</span>
      </span>
      <select
        aria-label=${t('workshop-plan-scene-of', { number })}
        @change=${(event: Event) => this.#change(at, { scene: SCENES.find((known) => known === typedIn(event)) ?? null })}
      >
        <option value="" ?selected=${scene === ''}>${t('workshop-plan-scene-none')}</option>
        ${SCENES.map((known) => html`<option value=${known} ?selected=${scene === known}>${t(`workshop-plan-scene-${known}`)}</option>`)}
      </select>
      <span class="plan-buttons">
        ${this.#button('up', at, at > 0, () => this.#move(at, -1))}
        ${this.#button('down', at, at < count - 1, () => this.#move(at, 1))}
        ${this.#button('remove', at, true, () => this.#remove(at))}
      </span>
    </li>`
  }

  #button(what: 'up' | 'down' | 'remove', at: number, isThere: boolean, act: () => void): TemplateResult {
    // The place stays: nothing shifts under the finger that presses twice.
    return html`<button
      type="button"
      class="quiet ${isThere ? '' : 'is-nowhere'}"
      aria-label=${t(`workshop-plan-${what}-of`, { number: at + 1 })}
      title=${t(`workshop-plan-${what}`)}
      @click=${act}
    >
      ${what === 'up' ? '↑' : what === 'down' ? '↓' : '×'}
    </button>`
  }

  #change(at: number, change: Partial<Draft>): void {
    this.draft = this.#steps.map((step, index) => (index === at ? { ...step, ...change } : step))
  }

  #move(at: number, by: 1 | -1): void {
    const steps = [...this.#steps]
    const [step] = steps.splice(at, 1)
    if (!step) return
    steps.splice(at + by, 0, step)
    this.draft = steps
    this.#focus(`#plan-title-${step.key}`)
  }

  #remove(at: number): void {
    const next = this.#steps[at + 1] ?? this.#steps[at - 1]
    this.draft = this.#steps.filter((_, index) => index !== at)
    this.#focus(next ? `#plan-title-${next.key}` : '#plan-add')
  }

  readonly #add = () => {
    if (this.#steps.length >= MOST_STEPS) return
    const step = { key: this.#nextKey++, title: '', minutes: '5', scene: null }
    this.draft = [...this.#steps, step]
    this.#focus(`#plan-title-${step.key}`)
  }

  readonly #restore = () => {
    this.draft = this.#draftOf(defaultPlan(this.parts, (part) => t(`workshop-plan-part-${part}`)))
  }

  /** The row is another one now, so the reader is taken to where it went. */
  #focus(selector: string): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(selector)?.focus())
  }

  readonly #save = (event: Event) => {
    event.preventDefault()
    const plan = planOf(this.#steps)
    this.hasFault = plan.length < this.#steps.length
    if (!this.hasFault) this.dispatchEvent(new PlanChangeEvent(plan))
  }
}

/** The steps that are complete. */
function planOf(steps: readonly Draft[]): PlanStep[] {
  return steps.flatMap(({ title, minutes, scene }): PlanStep[] => {
    const whole = minutesOf(minutes)
    return title.trim() === '' || whole === undefined ? [] : [{ title: title.trim(), minutes: whole, scene }]
  })
}

function sameAs(one: readonly PlanStep[], other: readonly PlanStep[]): boolean {
  const keyOf = (plan: readonly PlanStep[]) =>
    JSON.stringify(plan.map((step) => [step.title, step.minutes, step.scene ?? null]))
  return keyOf(one) === keyOf(other)
}

function minutesOf(text: string): number | undefined {
  const minutes = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : undefined
}

function typedIn({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : ''
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-time-plan': TimePlan
  }
  interface HTMLElementEventMap {
    'mv-plan-change': PlanChangeEvent
  }
}
