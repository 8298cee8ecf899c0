import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Intervention } from '../../server/contract/interventions.ts'
import { type ApiError, call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { problemText } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import { agreementDrafts } from './agreement-drafts.ts'
import { interventionPath, tellNews } from './agreements.ts'
import './intervention-texts.ts'
import { refusalOf } from './refusal.ts'
import { type MovableState, nextStates } from './state-order.ts'

/** Says that the server did not bring an intervention to another state, with the code of the refusal. */
export class StateRefused extends Event {
  readonly code: string

  constructor(code: string) {
    super('mv-state-refused', { bubbles: true })
    this.code = code
  }
}

/** Says that an intervention came to another state. */
export class StateMoved extends Event {
  readonly intervention: Intervention

  constructor(intervention: Intervention) {
    super('mv-state-moved', { bubbles: true })
    this.intervention = intervention
  }
}

/** The steps that an intervention can take now, as buttons; the one that comes next stands out. */
@customElement('mv-state-steps')
export class StateSteps extends MvElement {
  @property() org = ''
  @property({ attribute: false }) intervention!: Intervention
  /** Whether the fields that are missing stand elsewhere: then a refusal leads there. */
  @property({ type: Boolean }) isApart = false
  @state() private error: ApiError | undefined
  /** What was written could not be saved, so nothing was asked of the server. */
  @state() private isUnsaved = false
  @state() private isBusy = false

  protected override render(): TemplateResult {
    const { state, content } = this.intervention
    return html`<div class="state-steps">
      ${this.error ? html`<p class="fault" role="alert">${problemText(this.error)} ${this.isApart ? this.#mend(this.error.code) : nothing}</p>` : nothing}
      ${this.isUnsaved ? html`<p class="fault" role="alert">${t('intervention-unsaved-first')}</p>` : nothing}
      ${
        // A second press on the same place never takes the step after this one.
        keyed(
          state,
          html`<div class="actions">
        ${nextStates(state).map(
          (
            to,
            at,
          ) => html`<button type="button" class=${at === 0 && to !== 'stopped' ? 'primary' : ''} @click=${(event: MouseEvent) => event.detail < 2 && this.#move(to)}>
            ${t(`intervention-to-${to}`)}<span class="visually-hidden">: ${content.title}</span>
          </button>`,
        )}
      </div>`,
        )
      }
    </div>`
  }

  #mend(code: string): TemplateResult {
    return html`<a href="/o/${this.org}/interventions/${this.intervention.id}?missing=${code}">${t('intervention-mend')}</a>`
  }

  async #move(state: MovableState): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    this.error = undefined
    this.isUnsaved = false
    const { id } = this.intervention
    try {
      // What was just typed counts too.
      this.isUnsaved = (await agreementDrafts().settled(id)) !== 'saved'
      if (this.isUnsaved) return
      const moved = await call<Intervention>('POST', `${interventionPath(this.org, id)}/state`, { state })
      // Said before the page draws the new state: then this element may be gone.
      this.dispatchEvent(new StateMoved(moved))
      tellNews(moved)
      requestAnimationFrame(() => this.#keepFocus())
    } catch (error) {
      this.error = refusalOf(error)
      this.dispatchEvent(new StateRefused(this.error.code))
    } finally {
      this.isBusy = false
    }
  }

  /** The button that was pressed is gone, and with it the focus. */
  #keepFocus(): void {
    if (document.activeElement === document.body) this.querySelector('button')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-state-steps': StateSteps
  }
}
