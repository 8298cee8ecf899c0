import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { PlanStep } from '../../server/contract/workshops.ts'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import { startTimes } from './agenda-steps.ts'
import { AgendaEvent } from './run-events.ts'

/** The time plan while a session runs: where the room is, and a way to every other step. Sends `mv-agenda`. */
@customElement('mv-run-agenda')
export class RunAgenda extends MvElement {
  @property({ attribute: false }) plan: readonly PlanStep[] = []
  /** Index of the step that the room is at; -1 for none. */
  @property({ type: Number }) current = -1
  /** Where the plan is made. */
  @property() prepare = ''

  protected override render() {
    const starts = startTimes(this.plan)
    return html`<nav aria-labelledby="agenda-heading">
      <h2 id="agenda-heading">${t('workshop-agenda-title')}</h2>
      ${
        this.plan.length === 0
          ? html`<p class="muted">${t('workshop-agenda-empty')} <a href=${this.prepare}>${t('workshop-agenda-make')}</a></p>`
          : html`<ol class="agenda">${this.plan.map((step, at) => this.#step(step, at, starts[at] ?? 0))}</ol>`
      }
    </nav>`
  }

  #step({ title, minutes }: PlanStep, at: number, start: number): TemplateResult {
    return html`<li>
      <button
        type="button"
        class="agenda-step"
        aria-current=${at === this.current ? 'step' : 'false'}
        @click=${() => this.dispatchEvent(new AgendaEvent(at))}
      >
        <span class="agenda-time" aria-hidden="true">${start}–${start + minutes}</span>
        <span>${title}<span class="visually-hidden">, ${t('workshop-agenda-minutes', { minutes })}</span></span>
      </button>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-run-agenda': RunAgenda
  }
}
