import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Intervention, InterventionState } from '../../server/contract/interventions.ts'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import { dueFirst } from './due.ts'
import './intervention-texts.ts'
import { STATES } from './lists.ts'
import { reviewMark } from './review-mark.ts'
import { moveText, titleOf } from './script-list.ts'
import { isReviewable } from './state-order.ts'
import './state-steps.ts'
import type { StateMoved } from './state-steps.ts'

/** Ways to look at the same interventions. */
export type BoardView = 'board' | 'list'

/** Interventions by state: five columns, or one list that can be narrowed to a state. Every move is a button. */
@customElement('mv-board')
export class Board extends MvElement {
  @property() org = ''
  @property({ attribute: false }) interventions: readonly Intervention[] = []
  @property({ attribute: false }) view: BoardView = 'list'
  @property({ type: Boolean }) canWrite = false
  @state() private only: InterventionState | 'all' = 'all'
  @state() private said = ''
  #moved: string | undefined

  /** The card stands elsewhere now: the focus goes along with it. */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (this.#moved === undefined || !changed.has('interventions')) return
    this.querySelector<HTMLElement>(`#card-${this.#moved} .moves > summary`)?.focus()
    this.#moved = undefined
  }

  protected override render(): TemplateResult {
    return html`<div @mv-state-moved=${this.#onMoved}>
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.view === 'board' ? this.#columns() : this.#list()}
    </div>`
  }

  #columns(): TemplateResult {
    return html`<div class="board">
      ${STATES.map((state) => {
        const here = this.#in(state)
        return html`<section class="board-column" aria-labelledby="column-${state}">
          <h2 id="column-${state}">${t(`intervention-state-${state}`)} <span class="muted">${here.length}</span></h2>
          ${here.length === 0 ? html`<p class="hint">${t(`intervention-column-${state}`)}</p>` : this.#cards(here, 'h3')}
        </section>`
      })}
    </div>`
  }

  #list(): TemplateResult {
    const shown = this.only === 'all' ? dueFirst(this.interventions) : this.#in(this.only)
    return html`<fieldset class="views board-filter">
        <legend>${t('intervention-filter')}</legend>
        ${(['all', ...STATES] as const).map(
          (state) => html`<label class="view">
            <input type="radio" name="board-filter" .checked=${this.only === state} @change=${() => (this.only = state)} />
            ${state === 'all' ? t('intervention-filter-all') : t(`intervention-state-${state}`)}
            <span class="muted">${state === 'all' ? this.interventions.length : this.#in(state).length}</span>
          </label>`,
        )}
      </fieldset>
      ${shown.length === 0 ? html`<p>${t('intervention-filter-none')}</p>` : html`<div class="board-list">${this.#cards(shown, 'h2')}</div>`}`
  }

  #in(state: InterventionState): Intervention[] {
    return dueFirst(this.interventions.filter((one) => one.state === state))
  }

  #cards(interventions: readonly Intervention[], level: 'h2' | 'h3'): TemplateResult {
    return html`<ul class="cards">
      ${repeat(
        interventions,
        ({ id }) => id,
        (one) => html`<li class="card" id="card-${one.id}">${this.#card(one, level)}</li>`,
      )}
    </ul>`
  }

  #card(one: Intervention, level: 'h2' | 'h3'): TemplateResult {
    const { id, content, state, script } = one
    const link = html`<a href="/o/${this.org}/interventions/${id}">${titleOf(content)}</a>`
    return html`${level === 'h2' ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
      <p class="card-facts">
        ${this.view === 'list' ? html`<span class="badge is-${state}">${t(`intervention-state-${state}`)}</span>` : nothing}
        ${reviewMark(one)}
        <span>${content.owner === '' ? t('intervention-owner-none') : t('intervention-owner-is', { owner: content.owner })}</span>
        ${state === 'proposed' && script.move !== null ? html`<span class="muted">${moveText(script)}</span>` : nothing}
      </p>
      ${this.canWrite ? this.#moves(one) : nothing}`
  }

  #moves(one: Intervention): TemplateResult {
    return html`${
      one.isDue && isReviewable(one.state)
        ? html`<p><a class="button" href="/o/${this.org}/interventions/${one.id}?review">${t('intervention-look-back')}<span class="visually-hidden">: ${titleOf(one.content)}</span></a></p>`
        : nothing
    }
      <details class="fold moves">
        <summary>${t('intervention-move')}<span class="visually-hidden">: ${titleOf(one.content)}</span></summary>
        <mv-state-steps .org=${this.org} .intervention=${one} isApart></mv-state-steps>
      </details>`
  }

  readonly #onMoved = ({ intervention: { id, content, state } }: StateMoved) => {
    this.#moved = id
    this.said = t('intervention-moved', { title: titleOf(content), state: t(`intervention-state-${state}`) })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-board': Board
  }
}
