import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import { CARD_LENGTH, STANCES } from '../../server/contract/room-limits.ts'
import { formatDay, t } from '../i18n/texts.ts'
import { ParticipantScreen } from './participant-screen.ts'
import type { ReflectionRoom } from './reflection-room.ts'
import './save-line.ts'
import { whereaboutsOf } from './whereabouts.ts'

type Proposal = NonNullable<RoomReflection['proposal']>
type Stance = NonNullable<RoomReflection['own']['stance']>

/** A proposal in full, and the question whether anybody objects; afterwards what the room answered. */
@customElement('mv-stance-form')
export class StanceForm extends ParticipantScreen {
  @state() private fault: 'none' | 'nothing-chosen' | 'no-words' = 'none'

  protected override render(): TemplateResult | typeof nothing {
    const room = this.state.room?.reflection
    const proposal = room?.view?.proposal
    if (!room || !proposal) return nothing
    return html`${words(proposal)} ${this.#answer(room, proposal)}`
  }

  #answer(room: ReflectionRoom, proposal: Proposal): TemplateResult {
    if (proposal.state === 'closed') return outcome(proposal)
    if (proposal.state === 'none') return html`<p class="notice">${t('room-cards-stance-soon')}</p>`
    return room.view?.own.canWrite ? this.#form(room) : html`<p class="notice">${t('room-cards-step-open')}</p>`
  }

  #form(room: ReflectionRoom): TemplateResult {
    const given = room.stance
    const chosen = room.thinking ?? given
    const needsWords = chosen !== null && chosen.stance !== 'no-objection'
    const { state: at, refusal } = room.stanceState
    const isChanged = room.thinking !== undefined
    return html`<form class="card-form" novalidate @submit=${(event: Event) => this.#give(event, room)}>
      <fieldset>
        <legend>${t('room-cards-stance')}</legend>
        ${this.fault === 'nothing-chosen' ? html`<p class="field-fault" role="alert">${t('room-cards-stance-choose')}</p>` : nothing}
        <div class="choices">
          ${STANCES.map(
            (stance) => html`<label class="choice">
              <input
                type="radio"
                name="stance"
                value=${stance}
                .checked=${live(chosen?.stance === stance)}
                @change=${() => this.#think(room, { stance })}
              />
              <span class="choice-words">
                <span class="choice-label">${t(`room-cards-stance-${stance}`)}</span>
                <span class="choice-anchor">${t(`room-cards-stance-${stance}-what`)}</span>
              </span>
            </label>`,
          )}
        </div>
      </fieldset>
      ${needsWords ? this.#field(room, chosen) : nothing}
      <p class="hint">${t('room-cards-stance-unnamed')}</p>
      <button class="primary wide">${t(given ? 'room-cards-stance-change' : 'room-cards-stance-give')}</button>
      <mv-save-line
        .whereabouts=${given && !isChanged ? whereaboutsOf(at, room.isLasting) : 'none'}
        .refusal=${refusal}
        .subject=${room.view?.proposal?.id ?? ''}
      ></mv-save-line>
    </form>`
  }

  #field(room: ReflectionRoom, { stance, text }: Stance): TemplateResult {
    const isFaulty = this.fault === 'no-words'
    return html`<label for="stance-text">${t(`room-cards-stance-${stance}-label`)}</label>
      ${isFaulty ? html`<p class="field-fault" id="stance-fault" role="alert">${t('room-cards-stance-words')}</p>` : nothing}
      <textarea
        id="stance-text"
        rows="4"
        maxlength=${CARD_LENGTH}
        aria-invalid=${isFaulty ? 'true' : 'false'}
        aria-describedby="stance-count ${isFaulty ? 'stance-fault' : ''}"
        .value=${live(text)}
        @input=${({ target }: InputEvent) => this.#think(room, { text: (target as HTMLTextAreaElement).value })}
      ></textarea>
      <p class="hint" id="stance-count">${t('room-cards-count', { n: text.length, most: CARD_LENGTH })}</p>`
  }

  #think(room: ReflectionRoom, change: Partial<Stance>): void {
    const before = room.thinking ?? room.stance ?? { stance: 'no-objection', text: '' }
    room.thinking = { ...before, ...change }
    this.fault = 'none'
    this.requestUpdate()
  }

  #give(event: Event, room: ReflectionRoom): void {
    event.preventDefault()
    const chosen = room.thinking ?? room.stance
    this.fault = !chosen ? 'nothing-chosen' : isComplete(chosen) ? 'none' : 'no-words'
    if (!chosen || this.fault !== 'none')
      return void this.updateComplete.then(() =>
        this.querySelector<HTMLElement>(this.fault === 'no-words' ? 'textarea' : 'input')?.focus(),
      )
    room.giveStance({ stance: chosen.stance, text: chosen.stance === 'no-objection' ? '' : chosen.text.trim() })
    room.thinking = undefined
    this.requestUpdate()
  }
}

function isComplete({ stance, text }: Stance): boolean {
  return stance === 'no-objection' || text.trim() !== ''
}

function words({ driver, agreement, owner, firstStep, criteria, reviewOn }: Proposal): TemplateResult {
  const parts: readonly (readonly [string, string])[] = [
    ['agreement', agreement],
    ['driver', driver],
    ['owner', owner],
    ['first-step', firstStep],
    ['review', reviewOn === null ? '' : formatDay(reviewOn)],
  ]
  return html`<dl class="proposal">
    ${parts.map(([part, text]) => (text === '' ? nothing : html`<dt>${t(`room-cards-proposal-${part}`)}</dt><dd>${text}</dd>`))}
    ${
      criteria.length > 0
        ? html`<dt>${t('room-cards-proposal-criteria')}</dt>
            <dd><ul>${criteria.map((text) => html`<li>${text}</li>`)}</ul></dd>`
        : nothing
    }
  </dl>`
}

function outcome({ counts, objections, concerns }: Proposal): TemplateResult {
  const { noObjection, concern, objection } = counts
  const list = (id: string, texts: readonly string[]) =>
    texts.length === 0
      ? nothing
      : html`<h2>${t(id, { n: texts.length })}</h2>
          <ul class="shown-cards">${texts.map((text) => html`<li><p class="card-words">${text}</p></li>`)}</ul>`
  const isKnown = noObjection !== null && concern !== null && objection !== null
  return html`<p class="lead">
      ${isKnown ? t('room-cards-stance-outcome', { noObjection, concern, objection }) : t('room-cards-step-closed')}
    </p>
    ${list('room-cards-objections', objections)} ${list('room-cards-concerns', concerns)}`
}
