import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import { CARDS_EACH, DOTS_EACH } from '../../server/contract/room-limits.ts'
import type { WallView } from '../../server/contract/workshops.ts'
import { ApiError } from '../api.ts'
import { type DraftChange, Drafts } from '../drafts/drafts.ts'
import { isReflectionScene, type ReflectionScene } from '../wall/reflection-scene.ts'
import { KeptWords } from './kept-words.ts'
import { type CardWords, type OwnCard, OwnCards } from './own-cards.ts'
import type { ResponseState } from './response-state.ts'
import { pathOf, type RoomWords, sendWords } from './room-words.ts'

/** Time until the next try, when the reflection could not be read, and between two looks at others' work; milliseconds. */
const READ_AGAIN = 3000
/** Phases in which the work of others changes nothing on a phone. */
const ALONE = ['writing', 'voting']

type Stance = NonNullable<RoomReflection['own']['stance']>

/**
 * The reflection that the room works on, on one phone: what it may see of it, and what it gives to it. What somebody
 * gives is kept on the phone until the server has acknowledged it, and tried again when the room takes it again. While
 * somebody types nothing on the screen changes: what came meanwhile waits in `next`.
 */
export class ReflectionRoom {
  /** What the screen shows; undefined while the wall shows no reflection, and until it was read. */
  view: RoomReflection | undefined
  /** Somebody is typing and the room has gone on: what to show when they go on too. */
  next: { readonly view: RoomReflection | undefined } | undefined
  readonly #state: ResponseState
  readonly #joinId: string
  readonly #drafts: Drafts<RoomWords>
  readonly #cards: OwnCards
  readonly #words: KeptWords<CardWords | Stance>
  /** What the server acknowledged and no reading has shown yet. */
  readonly #received = new Map<string, RoomWords>()
  #scene: ReflectionScene | undefined
  #reading = 0
  #isLooking = false

  /** @param state of somebody who takes part in the round itself, and not in a second vote. */
  constructor(state: ResponseState, joinId: string) {
    this.#state = state
    this.#joinId = joinId
    this.#words = new KeptWords(joinId)
    this.#drafts = new Drafts<RoomWords>(`meervoud-room-${joinId}`, {
      save: async (draft, options) => {
        await sendWords(state, joinId, draft, options)
        this.#received.set(draft.key, draft.body)
        return 0
      },
      theirs: async () => null,
    })
    this.#cards = new OwnCards(this.#drafts, this.#received)
    this.#drafts.addEventListener('change', (event) => this.#onDraft((event as DraftChange).key))
  }

  /** Whether this belongs to who holds the phone now. */
  isOf(joinId: string | undefined): boolean {
    return joinId === this.#joinId
  }

  /** Whether the phone keeps what waits when the page closes. */
  get isLasting(): boolean {
    return this.#drafts.isLasting
  }

  /** Whether there is something to show in place of what was revealed. */
  get isShown(): boolean {
    return this.next !== undefined || (this.#scene !== undefined && this.view !== undefined)
  }

  /** Whether somebody is typing and stays where they are, whatever the room does. */
  get isHeld(): boolean {
    return this.next !== undefined
  }

  /** Takes over what the wall shows now. */
  follow(wall: WallView): void {
    const scene = wall.room?.scene
    this.#scene = isReflectionScene(scene) ? scene : undefined
    if (this.#scene) void this.#read(wall.round.id)
    else this.#show(undefined)
  }

  /** Somebody did something in the reflection: looked at within a while, for all that comes in it together. */
  hear(): void {
    const wall = this.#state.room?.wall
    if (!wall || !this.#scene || this.#isLooking || ALONE.includes(this.view?.phase ?? '')) return
    this.#isLooking = true
    const wait = READ_AGAIN * (0.5 + Math.random())
    setTimeout(() => {
      this.#isLooking = false
      if (this.#scene) void this.#read(wall.round.id)
    }, wait)
  }

  /** Who was typing goes on with the room. */
  goOn(): void {
    const { next } = this
    this.next = undefined
    if (next) this.#show(next.view)
  }

  /** Own cards of the question on the screen, in the order of writing. */
  get cards(): readonly OwnCard[] {
    return this.view ? this.#cards.of(this.view) : []
  }

  /** Whether another card can be given. */
  get hasRoom(): boolean {
    return this.cards.length < CARDS_EACH
  }

  /** Puts a card down, or changes one that was put down. */
  putDown({ id, text, lens, pull }: CardWords): void {
    const question = this.view?.question
    if (question == null) return
    const card = { question, text: text.trim(), lens, pull }
    this.#give(this.#cards.keyOf(this.view, id), `cards/${id}`, { kind: 'card', card, isBack: false })
  }

  /** Takes an own card back. */
  takeBack(id: string): void {
    const card = this.cards.find((one) => one.id === id)
    const question = this.view?.question
    if (!card || question == null) return
    const key = this.#cards.keyOf(this.view, id)
    const isKnown = this.view?.own.cards.some((one) => one.id === id) || this.#received.has(key)
    const { text, lens, pull } = card
    if (isKnown) this.#give(key, `cards/${id}`, { kind: 'card', card: { question, text, lens, pull }, isBack: true })
    else void this.#drafts.discard(key)
  }

  /** Own dots by card or candidate. */
  get dots(): Readonly<Record<string, number>> {
    const key = this.#dotsKey
    const given = key === undefined ? undefined : (this.#drafts.bodyOf(key) ?? this.#received.get(key))
    return given?.kind === 'dots' ? given.given.dots : (this.view?.own.dots ?? {})
  }

  /** How many dots can still be given. */
  get dotsLeft(): number {
    return DOTS_EACH - Object.values(this.dots).reduce((sum, dots) => sum + dots, 0)
  }

  /** Gives one dot more or less to a card with everything under it; false when there is none to give or to take. */
  moveDot(ids: readonly string[], by: 1 | -1): boolean {
    const question = this.view?.question
    const key = this.#dotsKey
    const [head = ''] = ids
    const here = ids.reduce((sum, id) => sum + (this.dots[id] ?? 0), 0)
    if (question == null || key === undefined || here + by < 0 || this.dotsLeft < by) return false
    const others = Object.entries(this.dots).filter(([id, dots]) => !ids.includes(id) && dots > 0)
    const dots = Object.fromEntries([...others, ...(here + by > 0 ? [[head, here + by]] : [])])
    this.#give(key, 'votes', { kind: 'dots', given: { question, dots } })
    return true
  }

  /** Whether dots wait here, or why the room did not take them. */
  get dotsState() {
    return this.#stateOf(this.#dotsKey)
  }

  /** The own answer to the proposal on the screen. */
  get stance(): Stance | null {
    const key = this.#stanceKey
    const given = key === undefined ? undefined : (this.#drafts.bodyOf(key) ?? this.#received.get(key))
    return given?.kind === 'stance' ? given.given : (this.view?.own.stance ?? null)
  }

  /** Answers the proposal on the screen, or answers something else. */
  giveStance(given: Stance): void {
    const key = this.#stanceKey
    const interventionId = this.view?.proposal?.id
    if (key !== undefined && interventionId !== undefined)
      this.#give(key, 'stance', { kind: 'stance', interventionId, given })
  }

  /** Whether the answer waits here, or why the room did not take it. */
  get stanceState() {
    return this.#stateOf(this.#stanceKey)
  }

  /** The card that somebody is writing for the question on the screen; never sent. */
  get writing(): CardWords | undefined {
    const kept = this.#words.get(this.#about)
    return kept && 'id' in kept ? kept : undefined
  }

  set writing(words: CardWords | undefined) {
    this.#words.set(this.#about, words)
  }

  /** The answer to the proposal that somebody is thinking about; never sent. */
  get thinking(): Stance | undefined {
    const kept = this.#words.get(this.#about)
    return kept && 'stance' in kept ? kept : undefined
  }

  set thinking(words: Stance | undefined) {
    this.#words.set(this.#about, words)
  }

  get #about(): string {
    const { reflection, question, proposal } = this.view ?? {}
    return proposal ? `stance ${proposal.id}` : `card ${reflection?.id} ${question}`
  }

  get #dotsKey(): string | undefined {
    const { reflection, question } = this.view ?? {}
    return question == null ? undefined : `dots ${reflection?.id} ${question}`
  }

  get #stanceKey(): string | undefined {
    const id = this.view?.proposal?.id
    return id === undefined ? undefined : `stance ${id}`
  }

  #stateOf(key: string | undefined) {
    const state = key === undefined ? 'saved' : this.#drafts.stateOf(key)
    return { state, refusal: key === undefined ? undefined : this.#drafts.refusalOf(key) }
  }

  #give(key: string, part: 'votes' | 'stance' | `cards/${string}`, words: RoomWords): void {
    const roundId = this.view?.reflection.roundId
    if (roundId === undefined) return
    this.#received.delete(key)
    void this.#drafts.keep(key, pathOf(roundId, part), words, 0)
    this.#drafts.flush()
    this.#changed()
  }

  async #read(roundId: string): Promise<void> {
    const scene = this.#scene
    this.#reading += 1
    const reading = this.#reading
    const before = new Map(this.#received)
    try {
      const view = await this.#state.api.call<RoomReflection>(this.#joinId, 'GET', pathOf(roundId, ''))
      if (reading !== this.#reading || scene !== this.#scene) return
      for (const [key, words] of before) if (this.#received.get(key) === words) this.#received.delete(key)
      this.#show(view)
    } catch (error) {
      // The wall shows something else by now: its hint is on its way.
      if (error instanceof ApiError && error.code === 'no-reflection-shown') return
      setTimeout(() => {
        if (scene === this.#scene) void this.#read(roundId)
      }, READ_AGAIN)
    }
  }

  #show(view: RoomReflection | undefined): void {
    const isElsewhere = stepOf(view) !== stepOf(this.view)
    if (isElsewhere && this.view && isWriting()) {
      this.next = { view }
      this.#changed()
      return
    }
    this.next = undefined
    this.view = view
    // What came too late may be welcome again.
    if (isElsewhere && view) this.#drafts.retry()
    this.#changed()
  }

  #onDraft(key: string): void {
    // Who else wrote shows only in a new reading; without one the own words would stay in two places.
    const wall = this.#state.room?.wall
    if (this.#received.has(key) && this.#scene && wall) void this.#read(wall.round.id)
    this.#changed()
  }

  #changed(): void {
    this.#state.dispatchEvent(new Event('change'))
  }
}

/** What a person can do: it changes only when the room goes on. */
function stepOf(view: RoomReflection | undefined): string {
  if (!view) return ''
  const { reflection, question, phase, proposal } = view
  return JSON.stringify([reflection.id, question, phase, proposal?.id, proposal?.state])
}

/** Whether somebody is in the middle of words that a screen which goes away would cut off. */
function isWriting(): boolean {
  const { activeElement } = document
  return activeElement instanceof HTMLTextAreaElement && activeElement.value.trim() !== ''
}
