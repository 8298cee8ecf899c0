import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { DOTS_EACH } from '../../server/contract/room-limits.ts'
import { t } from '../i18n/texts.ts'
import { heapsOf } from '../reflection-room/heaps.ts'
import { ParticipantScreen } from './participant-screen.ts'
import './save-line.ts'
import { candidateText, dotsOf, heapText } from './shown-cards.ts'
import { whereaboutsOf } from './whereabouts.ts'

/** Three dots to give to what should be talked about: with buttons, so that nobody has to drag. */
@customElement('mv-dots-form')
export class DotsForm extends ParticipantScreen {
  /** What happened last, for who asked for a dot that is not there. */
  @state() private said = ''

  protected override render(): TemplateResult | typeof nothing {
    const room = this.state.room?.reflection
    const view = room?.view
    if (!room || !view) return nothing
    const { state: at, refusal } = room.dotsState
    const hasGiven = room.dotsLeft < DOTS_EACH || at !== 'saved'
    return html`<p>${t('room-cards-dots-what', { n: DOTS_EACH })}</p>
      <div class="dots-left" role="status">
        <p><strong>${t('room-cards-dots-left', { n: room.dotsLeft })}</strong> ${this.said}</p>
      </div>
      <ul class="dots-list">
        ${view.candidates.map((candidate) => {
          const text = candidateText(this.state, candidate)
          return this.#row(text, html`<p class="card-words">${text}</p>`, [candidate.id])
        })}
        ${heapsOf(view.cards).map((heap) => {
          const ids = [heap.head, ...heap.members].map(({ id }) => id)
          return this.#row(heap.head.text, heapText(heap), ids)
        })}
      </ul>
      <mv-save-line
        .whereabouts=${hasGiven ? whereaboutsOf(at, room.isLasting) : 'none'}
        .refusal=${refusal}
        .subject=${`dots ${view.question}`}
      ></mv-save-line>`
  }

  #row(name: string, words: TemplateResult, ids: readonly string[]): TemplateResult {
    const room = this.state.room?.reflection
    const n = ids.reduce((sum, id) => sum + (room?.dots[id] ?? 0), 0)
    return html`<li>
      <div>${words}</div>
      <div class="dots-buttons" role="group" aria-label=${t('room-cards-dots-of', { text: name, n })}>
        <button type="button" class="dot-button" aria-label=${t('room-cards-dot-less', { text: name })} @click=${() => this.#move(ids, -1)}>
          −
        </button>
        <span class="dots-given">${dotsOf(n)}<span class="visually-hidden">${t('room-cards-dots', { n })}</span></span>
        <button type="button" class="dot-button" aria-label=${t('room-cards-dot-more', { text: name })} @click=${() => this.#move(ids, 1)}>
          +
        </button>
      </div>
    </li>`
  }

  #move(ids: readonly string[], by: 1 | -1): void {
    const isDone = this.state.room?.reflection?.moveDot(ids, by) ?? false
    this.said = isDone ? '' : t(by > 0 ? 'room-cards-dots-none-left' : 'room-cards-dots-none-here')
    this.requestUpdate()
  }
}
