import { html, type TemplateResult } from 'lit'
import english from '../../data/texts/en/room.ftl?raw'
import dutch from '../../data/texts/nl/room.ftl?raw'
import type { Hint } from '../../server/contract/hints.ts'
import type { WallView } from '../../server/contract/workshops.ts'
import { addTexts, t } from '../i18n/texts.ts'
import { LiveHints } from '../live.ts'
import { answerWords } from './answer-words.ts'
import { GivenAnswers, type Slot } from './given-answers.ts'
import type { ReflectionRoom } from './reflection-room.ts'
import type { ResponseState } from './response-state.ts'
import type { RevealedFigures } from './revealed-figures.ts'
import './room-band.ts'

addTexts({ nl: dutch, en: english })

/** A hint comes to all phones at once; each asks at its own moment within so many milliseconds. */
const SPREAD = 400
/** Shortest time between two looks at how many are ready, in milliseconds. */
const COUNTS_EVERY = 3000
/** Time between two looks where hints do not come through, in milliseconds. */
const LOOK_AGAIN = 30_000
/** Before the reveal its screens are fetched at some moment within so many milliseconds. */
const AHEAD = 8000
const NOBODY = { joined: 0, finished: 0 }

/**
 * What goes on around somebody who takes part: whether there is a pause, what the wall shows, whether the round closes,
 * what was revealed, and a second vote. It only tells; no input and no place changes because of it, but for the state
 * of the round.
 */
export class Room {
  /** What the room shows; `undefined` until it was read once. */
  wall: WallView | undefined
  /** What was revealed, and the reflection that follows it; `undefined` until their code was fetched. */
  revealed: RevealedFigures | undefined
  reflection: ReflectionRoom | undefined
  /** Whether hints come through. */
  isConnected = false
  readonly #state: ResponseState
  #hints: LiveHints | undefined
  #roundId: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #dueAt = Number.POSITIVE_INFINITY
  #askedAt = Number.NEGATIVE_INFINITY
  #first: { readonly joinId: string; readonly answers: GivenAnswers } | undefined
  #isTurning = false
  #screens: typeof import('./room-screens.ts') | undefined

  constructor(state: ResponseState) {
    this.#state = state
    state.addEventListener('change', () => this.#follow())
    document.addEventListener('visibilitychange', () => this.#follow())
    setInterval(() => {
      if (!this.isConnected && this.#roundId !== undefined) this.#plan(0)
    }, LOOK_AGAIN)
    this.#follow()
  }

  /** The second vote that this person is asked to take part in; `undefined` when there is none. */
  get invitation(): (NonNullable<WallView['vote']> & { readonly code: string }) | undefined {
    const vote = this.wall?.vote
    const { view, isOpen } = this.#state
    if (!vote || vote.code === null || isOpen || view?.round.id !== this.wall?.round.id) return undefined
    return { ...vote, code: vote.code }
  }

  /** The line of the room, in the bar over the bottom of the page. */
  band(): TemplateResult {
    return html`<mv-room-band .state=${this.#state}></mv-room-band>`
  }

  /** What stands in the place of the thanks: the second vote, the reflection, or what was revealed; else `undefined`. */
  screen(): TemplateResult | undefined {
    const state = this.#state
    if (!this.#screens || state.isOpen || state.response?.voteOf) return undefined
    const { invitation: vote, reflection } = this
    const isInvited = vote !== undefined && state.response?.declined !== vote.id
    if (isInvited && !reflection?.isHeld) return html`<mv-vote-screen .state=${state}></mv-vote-screen>`
    if (reflection?.isShown) return html`<mv-reflection-screen .state=${state}></mv-reflection-screen>`
    return this.wall?.isRevealed ? html`<mv-reveal-screen .state=${state}></mv-reveal-screen>` : undefined
  }

  /** What this person answered before a second vote, in words; empty when that is not known here. */
  noteAt(slot: Slot): string {
    const { view, response } = this.#state
    const answer = response?.voteOf === this.#first?.joinId ? this.#first?.answers.get(slot) : undefined
    return answer && view ? t('room-first-answer', { answer: answerWords(answer, view, slot.itemId) }) : ''
  }

  /** From a second vote that is over back to the round that it was about. */
  async leaveVote(): Promise<void> {
    const { response } = this.#state
    if (!response?.voteOf || this.#isTurning) return
    this.#isTurning = true
    await this.#state.turnBack(response.voteOf)
    this.#isTurning = false
  }

  /** A vote that is over is left by itself, unless something of it is on its way or came too late: that is told first. */
  async #leaveWhenDelivered(joinId: string): Promise<void> {
    const state = this.#state
    const known = (await state.store.responses()).find((response) => response.joinId === joinId)
    const isUnderWay = state.answers.isSaving || state.answers.unsent.length > 0 || state.held !== undefined
    const isStill = state.response?.joinId === joinId && !state.isOpen
    if (isStill && !isUnderWay && known?.late === 0 && state.response?.late === 0) await this.leaveVote()
  }

  #follow(): void {
    const { response, view, isOpen, held } = this.#state
    if (!response) this.wall = undefined
    // Between two responses the room stays the same.
    if (response && !view) return
    if (response?.voteOf) void this.#readFirst(response.voteOf)
    if (response?.voteOf && !isOpen && !held) void this.#leaveWhenDelivered(response.joinId)
    const roundId = document.visibilityState === 'visible' ? view?.round.id : undefined
    if (roundId === this.#roundId) return
    this.#roundId = roundId
    this.#hints?.stop()
    this.isConnected = false
    if (roundId === undefined) return
    this.#hints = new LiveHints(
      roundId,
      (hint) => this.#hear(hint),
      (isConnected) => {
        this.isConnected = isConnected
      },
    )
    this.#hints.start()
  }

  #hear(hint: Hint): void {
    if (hint === 'reflection') {
      this.reflection?.hear()
      return
    }
    const isCount = hint === 'joined' || hint === 'progress'
    const { place, isOpen } = this.#state
    if (isCount && !(place.screen === 'done' && isOpen)) return
    const wait = isCount ? Math.max(0, this.#askedAt + COUNTS_EVERY - performance.now()) : 0
    this.#plan(wait + Math.random() * SPREAD)
  }

  #plan(wait: number): void {
    const dueAt = performance.now() + wait
    if (dueAt >= this.#dueAt) return
    clearTimeout(this.#timer)
    this.#dueAt = dueAt
    this.#timer = setTimeout(() => {
      this.#dueAt = Number.POSITIVE_INFINITY
      void this.#ask()
    }, wait)
  }

  async #ask(): Promise<void> {
    const { response, api } = this.#state
    const roundId = this.#roundId
    if (!response || roundId === undefined) return
    this.#askedAt = performance.now()
    try {
      const wall = await api.call<WallView>(response.joinId, 'GET', `/api/live/rounds/${roundId}/wall`)
      if (roundId === this.#roundId && wall.serverTime >= (this.wall?.serverTime ?? '')) this.#takeOver(wall)
    } catch {
      // Without a line its coming back is a hint by itself.
      if (this.isConnected) this.#plan(COUNTS_EVERY + Math.random() * COUNTS_EVERY)
    }
  }

  #takeOver(wall: WallView): void {
    this.wall = wall
    const { round, vote, counts } = wall
    const roundId = this.#state.view?.round.id
    if (roundId === round.id) this.#state.noteRound(round.state, counts)
    else if (vote && roundId === vote.id) this.#state.noteRound(vote.state, vote.counts)
    // A second vote that is not the newest is over.
    else this.#state.noteRound('closed', NOBODY)
    // Phones fetch what the reveal needs while the round closes, each at its own moment, and not all at once later.
    if (wall.room && round.state !== 'open' && !this.#screens)
      setTimeout(() => void this.#fetchScreens(), wall.isRevealed ? 0 : Math.random() * AHEAD)
    this.#tellScreens()
  }

  /** Hands what is on the wall to the screens that follow it, for whoever holds the phone in the round itself. */
  #tellScreens(): void {
    const { response } = this.#state
    if (!this.#screens || !this.wall || !response || response.voteOf) return
    this.revealed ??= new this.#screens.RevealedFigures(this.#state)
    this.revealed.follow()
    if (!this.reflection?.isOf(response.joinId))
      this.reflection = new this.#screens.ReflectionRoom(this.#state, response.joinId)
    this.reflection.follow(this.wall)
  }

  async #fetchScreens(): Promise<void> {
    if (this.#screens) return
    try {
      this.#screens = await import('./room-screens.ts')
      this.#tellScreens()
      this.#state.dispatchEvent(new Event('change'))
    } catch {
      this.#plan(COUNTS_EVERY)
    }
  }

  async #readFirst(joinId: string): Promise<void> {
    if (this.#first?.joinId === joinId) return
    const answers = new GivenAnswers()
    this.#first = { joinId, answers }
    answers.takeOver({}, await this.#state.store.answers(joinId))
    this.#state.dispatchEvent(new Event('change'))
  }
}
