import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { t } from '../i18n/texts.ts'
import { ParticipantScreen } from './participant-screen.ts'
import { fragmentOf } from './place.ts'

/** One calm line about the room: a pause, a closed round, where the talk is. Where it leads is a link, never a jump. */
@customElement('mv-room-band')
export class RoomBand extends ParticipantScreen {
  protected override render(): TemplateResult | typeof nothing {
    const { held, isOpen, response, view, room } = this.state
    const wall = room?.wall
    if (!view || !wall) return nothing
    if (held)
      return line('room-held', html`<a class="button" href=${fragmentOf({ screen: 'done' })}>${t('room-on')}</a>`)
    if (response?.voteOf && !isOpen) {
      return line('room-vote-over', html`<button type="button" @click=${this.#leave}>${t('room-back')}</button>`)
    }
    if (!isOpen || !wall.room) return nothing
    if (wall.room.isPaused) return line('room-paused')
    return this.#question() ?? (wall.isRehearsal ? line('room-rehearsal') : nothing)
  }

  readonly #leave = () => void this.state.room?.leaveVote()

  /** Where the talk is, for who is at another question. */
  #question(): TemplateResult | undefined {
    const { view, place, room } = this.state
    const state = room?.wall?.room
    if (!view || state?.scene.kind !== 'question' || state.isBlack) return undefined
    const { itemId } = state.scene
    const index = view.items.findIndex(({ id }) => id === itemId)
    if (index < 0 || ('index' in place && place.index === index)) return undefined
    const there = html`<a href=${fragmentOf({ screen: 'question', index })}>${t('room-question-go')}</a>`
    return line('room-question', there, { number: index + 1 })
  }
}

function line(text: string, way?: TemplateResult, variables?: Record<string, number>): TemplateResult {
  return html`<p><span>${t(text, variables)}</span> ${way}</p>`
}
