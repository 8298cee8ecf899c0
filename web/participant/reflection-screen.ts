import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import { saysTheSame } from '../drafts/draft.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import '../styles/phone-cards.css'
import '../wall/phone-scene.ts'
import './card-form.ts'
import { lateNotice, whereaboutsNotice } from './done-screen.ts'
import './dots-form.ts'
import { ParticipantScreen } from './participant-screen.ts'
import { outcomeOf, shownCards } from './shown-cards.ts'
import './stance-form.ts'

/** What the room works on in a reflection: writing cards, reading and choosing them, a proposal, or what is expected. */
@customElement('mv-reflection-screen')
export class ReflectionScreen extends ParticipantScreen {
  protected override render(): TemplateResult | typeof nothing {
    const room = this.state.room?.reflection
    const view = room?.view
    if (!view) return nothing
    return html`<div class="screen reflection">
      ${this.#heading(view)} ${lateNotice(this.state)}
      ${this.state.answers.unsent.length > 0 ? whereaboutsNotice(this.state) : nothing}
      ${
        room.next
          ? html`<div class="notice" role="status">
              <p>${t('room-cards-gone-on')}</p>
              <button type="button" @click=${() => room.goOn()}>${t('room-on')}</button>
            </div>`
          : nothing
      }
      ${view.question === null ? this.#scene(view) : this.#question(view)}
    </div>`
  }

  #heading({ question, texts, proposal, phase }: RoomReflection): TemplateResult {
    const step = phase ?? proposal?.state ?? ''
    const [caption, title] =
      question !== null && texts
        ? [t('room-cards-question', { number: question }), texts[locale()].title]
        : proposal
          ? [t('room-cards-proposal'), proposal.title || t('room-cards-untitled')]
          : ['', t('room-cards-expected')]
    return html`<h1 tabindex="-1">${caption ? html`<span class="caption">${caption}</span> ` : nothing}${title}</h1>
      <p class="visually-hidden" role="status">${step ? t(`room-cards-step-${step}`) : ''}</p>`
  }

  #question(view: RoomReflection): TemplateResult {
    const { state } = this
    switch (view.phase) {
      case 'shown':
        return html`${this.#unsent()}${shownCards(state, view)}`
      case 'voting':
        return view.own.canWrite
          ? html`${this.#unsent()}<mv-dots-form .state=${state}></mv-dots-form>`
          : shownCards(state, view)
      case 'voted':
        return html`${this.#unsent()}${outcomeOf(state, view)}`
      default:
        return this.#writing(view)
    }
  }

  #writing(view: RoomReflection): TemplateResult {
    const { texts, own } = view
    return html`<p class="lead">${texts?.[locale()].prompt}</p>
      ${own.canWrite ? html`<mv-card-form .state=${this.state}></mv-card-form>` : nothing}`
  }

  /** Words that did not reach the room in time: they stay on this phone, where their writer can read them. */
  #unsent(): TemplateResult | typeof nothing {
    const room = this.state.room?.reflection
    const late = room?.cards.filter(({ state }) => state !== 'saved') ?? []
    const texts = [...late.map(({ text }) => text), room?.writing?.text.trim() ?? ''].filter((text) => text !== '')
    if (texts.length === 0) return nothing
    return html`<div class="notice warning">
      <p>${t('room-cards-unsent', { n: texts.length })}</p>
      ${texts.map((text) => html`<blockquote class="card-words">${text}</blockquote>`)}
    </div>`
  }

  /** An answer that was not counted, because it was still being written or came too late: its writer can read it. */
  #unsentStance({ proposal, own }: RoomReflection): TemplateResult | typeof nothing {
    const room = this.state.room?.reflection
    const stance = room?.thinking ?? (room?.stanceState.state === 'saved' ? null : room?.stance)
    if (proposal?.state !== 'closed' || !stance || saysTheSame(stance, own.stance)) return nothing
    return html`<div class="notice warning">
      <p>${t('room-cards-stance-unsent')}</p>
      <blockquote class="card-words"><strong>${t(`room-cards-stance-${stance.stance}`)}</strong> ${stance.text}</blockquote>
    </div>`
  }

  #scene(view: RoomReflection): TemplateResult {
    if (view.proposal) return html`${this.#unsentStance(view)}<mv-stance-form .state=${this.state}></mv-stance-form>`
    const scene = this.state.room?.wall?.room?.scene
    const revealed = this.state.room?.revealed?.value
    if (scene?.kind !== 'projection' || !revealed)
      return html`<p class="waiting" role="status">${t('participant-waiting')}</p>`
    return html`<mv-phone-scene .scene=${scene} .revealed=${revealed} .reflection=${view}></mv-phone-scene>`
  }
}
