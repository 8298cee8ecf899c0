import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { CARD_LENGTH, CARDS_EACH, LENSES, PULLS } from '../../server/contract/room-limits.ts'
import { judgingWordsIn } from '../../server/domain/judging-words.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import type { CardWords, OwnCard } from './own-cards.ts'
import { ParticipantScreen } from './participant-screen.ts'
import { randomId } from './random-id.ts'
import './save-line.ts'
import { whereaboutsOf } from './whereabouts.ts'

/** Question whose cards say which force they are about. */
const FORCES = 3

/** Writing a card: what is said before typing, the field, and the cards that were put down already. */
@customElement('mv-card-form')
export class CardForm extends ParticipantScreen {
  @state() private isEmpty = false
  /** What a screen reader hears after a card was put down or taken back. */
  @state() private done = ''

  protected override render(): TemplateResult | typeof nothing {
    const room = this.state.room?.reflection
    if (!room?.view) return nothing
    const { writing, cards } = room
    const isChange = writing !== undefined && cards.some(({ id }) => id === writing.id)
    const canWrite = room.hasRoom || isChange
    return html`<p class="notice">${t('room-cards-unnamed')}</p>
      ${canWrite ? this.#form(writing, isChange) : html`<p class="lead">${t('room-cards-full', { most: CARDS_EACH })}</p>`}
      <p class="visually-hidden" role="status">${this.done}</p>
      ${room.isLasting ? nothing : html`<p class="notice warning">${t('room-cards-not-lasting')}</p>`}
      ${cards.length > 0 ? this.#own(cards) : nothing}`
  }

  #form(writing: CardWords | undefined, isChange: boolean): TemplateResult {
    const text = writing?.text ?? ''
    const fault = this.isEmpty && text.trim() === ''
    return html`<form class="card-form" novalidate @submit=${this.#putDown}>
      <label for="card-text">${t(isChange ? 'room-cards-label-change' : 'room-cards-label')}</label>
      ${fault ? html`<p class="field-fault" id="card-fault" role="alert">${t('room-cards-empty')}</p>` : nothing}
      <textarea
        id="card-text"
        rows="4"
        maxlength=${CARD_LENGTH}
        aria-describedby="card-count ${fault ? 'card-fault' : ''}"
        aria-invalid=${fault ? 'true' : 'false'}
        .value=${live(text)}
        @input=${(event: InputEvent) => this.#write({ text: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      <p class="hint" id="card-count">${t('room-cards-count', { n: text.length, most: CARD_LENGTH })}</p>
      <div role="status">${this.#judging(text)}</div>
      ${this.state.room?.reflection?.view?.question === FORCES ? this.#force(writing) : nothing}
      <button class="primary wide">${t(isChange ? 'room-cards-change' : 'room-cards-put-down')}</button>
      ${isChange ? html`<button type="button" class="quiet wide" @click=${() => this.#leave()}>${t('room-cards-leave')}</button>` : nothing}
    </form>`
  }

  /** Said beside a word that judges; it stops nobody. */
  #judging(text: string): TemplateResult | typeof nothing {
    const judging = this.state.room?.reflection?.view?.texts?.[locale()].judging
    const isJudging = judging && judgingWordsIn(text, judging.words).length > 0
    return isJudging ? html`<p class="notice warning">${judging.sentence}</p>` : nothing
  }

  #force(writing: CardWords | undefined): TemplateResult {
    return html`${this.#choice('lens', LENSES, writing?.lens ?? null)} ${this.#choice('pull', PULLS, writing?.pull ?? null)}`
  }

  #choice<Code extends string>(field: 'lens' | 'pull', codes: readonly Code[], chosen: Code | null): TemplateResult {
    return html`<fieldset class="card-force">
      <legend>${t(`room-cards-${field}`)}</legend>
      ${codes.map(
        (code) => html`<label class="choice">
          <input
            type="radio"
            name="card-${field}"
            value=${code}
            .checked=${live(code === chosen)}
            @change=${() => this.#write({ [field]: code })}
          />
          <span class="choice-words">${t(`room-cards-${field}-${code}`)}</span>
        </label>`,
      )}
    </fieldset>`
  }

  #own(cards: readonly OwnCard[]): TemplateResult {
    return html`<h2>${t('room-cards-own', { n: cards.length, most: CARDS_EACH })}</h2>
      <ul class="own-cards">
        ${repeat(
          cards,
          ({ id }) => id,
          (card) => this.#card(card),
        )}
      </ul>`
  }

  #card({ id, text, lens, pull, state: at, refusal }: OwnCard): TemplateResult {
    const room = this.state.room?.reflection
    const force = [lens && t(`room-cards-lens-${lens}`), pull && t(`room-cards-pull-${pull}`)].filter(Boolean)
    return html`<li>
      <p class="card-words">${text}</p>
      ${force.length > 0 ? html`<p class="hint">${force.join(' · ')}</p>` : nothing}
      <mv-save-line .whereabouts=${whereaboutsOf(at, room?.isLasting ?? false)} .refusal=${refusal} .subject=${id}></mv-save-line>
      <div class="card-ways">
        <button type="button" class="small" aria-label=${t('room-cards-edit-of', { text })} @click=${() => this.#edit({ id, text, lens, pull })}>
          ${t('room-cards-edit')}
        </button>
        <button type="button" class="quiet small" aria-label=${t('room-cards-back-of', { text })} @click=${() => this.#takeBack(id)}>
          ${t('room-cards-back')}
        </button>
      </div>
    </li>`
  }

  #write(change: Partial<CardWords>): void {
    const room = this.state.room?.reflection
    if (!room) return
    const before = room.writing ?? { id: randomId(), text: '', lens: null, pull: null }
    room.writing = { ...before, ...change }
    this.requestUpdate()
  }

  readonly #putDown = (event: Event): void => {
    event.preventDefault()
    const room = this.state.room?.reflection
    const { writing } = room ?? {}
    this.isEmpty = !writing || writing.text.trim() === ''
    if (!room || !writing || this.isEmpty) {
      this.querySelector('textarea')?.focus()
      return
    }
    room.putDown(writing)
    room.writing = undefined
    this.#say('room-cards-down')
  }

  #edit(card: CardWords): void {
    const room = this.state.room?.reflection
    if (!room) return
    const { writing, cards, hasRoom } = room
    // A card that was begun is worth more than this change: it is put down or left first.
    const canPutDown = hasRoom || cards.some(({ id }) => id === writing?.id)
    if (writing && writing.id !== card.id && writing.text.trim() !== '' && canPutDown) room.putDown(writing)
    room.writing = card
    this.#say('')
    void this.updateComplete.then(() => this.querySelector('textarea')?.focus())
  }

  #leave(): void {
    const room = this.state.room?.reflection
    if (room) room.writing = undefined
    this.#say('')
  }

  #takeBack(id: string): void {
    const room = this.state.room?.reflection
    if (!room) return
    room.takeBack(id)
    if (room.writing?.id === id) room.writing = undefined
    this.#say('room-cards-taken')
    // The row is gone, and with it the focus.
    this.closest('.screen')?.querySelector('h1')?.focus({ preventScroll: true })
  }

  #say(text: string): void {
    this.isEmpty = false
    this.done = text ? t(text) : ''
    this.requestUpdate()
  }
}
