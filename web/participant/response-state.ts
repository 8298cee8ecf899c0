import type { ResponseView } from '../../server/contract/responses.ts'
import type { RoundState } from '../../server/contract/rounds.ts'
import { ApiError, call } from '../api.ts'
import { FallbackStore } from './fallback-store.ts'
import { responsePath, withTextsOf } from './item-texts.ts'
import { Joining } from './joining.ts'
import { Outbox } from './outbox.ts'
import { OwnAnswers } from './own-answers.ts'
import type { KeptResponse } from './phone-store.ts'
import { beginAnew, codeOf, fragmentOf, type Place, placeOf } from './place.ts'
import { randomId } from './random-id.ts'
import { RespondentApi } from './respondent-api.ts'
import { RetryClock } from './retry-clock.ts'
import type { Room } from './room.ts'
import { isTyping } from './typing.ts'

/** What the page is about now. `starting` lasts until there is something to show. */
export type Phase = 'starting' | 'join' | 'intro' | 'answering'

/** States of a round in which an answer still counts. */
const TAKES_ANSWERS = ['open', 'closing']

/**
 * Everything that the participant's page knows, and all that a person can do there. Screens show it and call it; a
 * `change` event tells them to look again.
 */
export class ResponseState extends EventTarget {
  phase: Phase = 'starting'
  readonly joining = new Joining(() => this.#changed())
  response: KeptResponse | undefined
  view: ResponseView | undefined
  place: Place = { screen: 'question', index: 0 }
  /** Where somebody was typing when the round closed: that stays on the screen until they leave it. */
  held: Place | undefined
  /** What goes on around this person; `undefined` until the page has fetched the code that follows it. */
  room: Room | undefined
  /** Empty until somebody joined. */
  answers: OwnAnswers
  /** Whether the server no longer knows this person: the round is over, or its code was changed. */
  isOut = false
  readonly store: FallbackStore
  readonly api: RespondentApi
  readonly #outbox: Outbox
  readonly #clock = new RetryClock(() => void this.refreshAnew())
  #refreshing: Promise<void> | undefined

  private constructor(store: FallbackStore) {
    super()
    this.store = store
    this.api = new RespondentApi(store)
    this.#outbox = new Outbox(store, this.api)
    this.answers = this.#answersOf('')
  }

  /** Opens what this phone keeps; nothing is asked of the server yet. */
  static async open(): Promise<ResponseState> {
    return new ResponseState(await FallbackStore.open())
  }

  /** Begins where this person was, or with the code in the fragment, or by asking for a code. */
  async begin(fragment: string): Promise<void> {
    this.#outbox.addEventListener('change', () => void this.#noteOutbox())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && this.phase === 'answering') this.#clock.wake()
    })
    await this.#outbox.start()
    await this.enter(fragment)
  }

  /** Goes where a fragment leads: a join code, or a place in the questionnaire. */
  async enter(fragment: string): Promise<void> {
    const code = codeOf(fragment)
    const kept = code ? await this.#responseWith(code) : await this.store.current()
    if (kept?.secret) return this.#resume(kept, fragment)
    if (code ?? kept?.code) return this.giveCode(code ?? kept?.code ?? '')
    if (!this.store.database && (await this.#resumeWithCookie(fragment))) return
    this.#show('join')
  }

  /** Asks the server what round a code belongs to. */
  async giveCode(code: string): Promise<void> {
    this.joining.code = code
    await this.joining.ask(async () => {
      this.joining.preview = await this.api.preview(code)
      this.#show('intro')
    })
    if (this.phase === 'starting') this.#show('join')
  }

  /** Takes part in the round of the code that was given, or in the second vote of the round that this person is in. */
  async join(
    details: Pick<KeptResponse, 'group' | 'name' | 'voteOf' | 'voteId'>,
    code = this.joining.code,
  ): Promise<void> {
    await this.joining.ask(async () => {
      const joinId = (await this.#responseWith(code))?.joinId ?? randomId()
      const response: KeptResponse = { joinId, code, late: 0, finish: 'no', ...details }
      await this.store.keepResponse(response)
      // Who could not join a second vote after all stays where they were, also when the page opens again.
      if (!details.voteOf) await this.store.setCurrent(joinId)
      await this.#resume(await this.api.join(response), '')
    })
  }

  /** Turns to another response of this person, such as the one before a second vote. */
  async turnBack(joinId: string): Promise<void> {
    const kept = (await this.store.responses()).find((response) => response.joinId === joinId)
    if (kept) await this.#resume(kept, fragmentOf({ screen: 'done' }))
  }

  /** Back to the field for the code. */
  leaveIntro(): void {
    this.joining.leave()
    this.#show('join')
  }

  /** Leaves this response to the outbox and begins anew for somebody else. */
  async startFresh(): Promise<void> {
    if (this.response) {
      const { joinId, voteOf } = this.response
      for (const left of [joinId, ...(voteOf ? [voteOf] : [])]) await this.store.changeResponse(left, { isLeft: true })
      // The cookie is what a phone that can keep nothing would come back with.
      await this.api.call(this.response.joinId, 'POST', '/api/response/leave').catch(() => undefined)
    }
    await this.store.setCurrent(undefined)
    this.joining.code = (this.response?.voteOf ? undefined : this.response?.code) ?? ''
    this.#turnTo('')
    this.#outbox.sendNow()
    this.#show('join')
  }

  /** Whether this phone keeps answers when the page closes. */
  get isLasting(): boolean {
    return this.store.isLasting
  }

  /** Whether the last call reached the server. */
  get isConnected(): boolean {
    return this.#outbox.isConnected
  }

  /** Whether the server has no room to store at the moment. */
  get isServerFull(): boolean {
    return this.#outbox.isServerFull
  }

  /** Whether an answer still counts. */
  get isOpen(): boolean {
    return !this.isOut && this.view !== undefined && TAKES_ANSWERS.includes(this.view.round.state)
  }

  /** Says that this person is ready; answers stay open to change. */
  async finish(): Promise<void> {
    await this.keep({ finish: 'wanted' })
    this.#outbox.sendNow()
  }

  /** Wants everything erased that this person answered; it is tried until it succeeds, also when the page opens again. */
  async erase(): Promise<void> {
    await this.keep({ erase: 'wanted' })
    this.#outbox.sendNow()
  }

  /** Changes what is known of this person's part in the round; the screen says so once the phone has kept it. */
  async keep(change: Partial<KeptResponse>): Promise<void> {
    const { response } = this
    if (!response) return
    await this.store.changeResponse(response.joinId, change)
    if (this.response?.joinId !== response.joinId) return
    this.response = { ...this.response, ...change }
    this.#changed()
  }

  /** Tries to send now. */
  sendNow(): void {
    this.#outbox.sendNow()
  }

  /** Somebody went to another place: shown, and remembered for the next time. */
  go(place: Place): void {
    this.place = place
    this.held = undefined
    if (this.response) void this.store.changeResponse(this.response.joinId, { place: fragmentOf(place) })
    this.#changed()
  }

  /** Asks the server for the questions, the answers and the state of the round. */
  async refresh(): Promise<void> {
    const underWay = this.#refreshing ?? this.#askResponse()
    this.#refreshing = underWay
    await underWay
    if (this.#refreshing === underWay) this.#refreshing = undefined
  }

  /** The same, and not satisfied with what is under way: that may tell how it was before. */
  async refreshAnew(): Promise<void> {
    await this.#refreshing
    await this.refresh()
  }

  async #askResponse(): Promise<void> {
    const { response } = this
    if (!response) return
    this.answers.expectServer()
    try {
      const view = await this.api.call<ResponseView>(response.joinId, 'GET', responsePath())
      if (this.response?.joinId !== response.joinId) return
      this.isOut = false
      await this.#takeOver(withTextsOf(this.view, view), response.joinId, response.late)
      this.#clock.succeed()
    } catch (error) {
      this.isOut = error instanceof ApiError && (error.code === 'wrong-code' || error.problem.status === 401)
      this.#clock.later()
    }
    this.#changed()
  }

  async #responseWith(code: string): Promise<KeptResponse | undefined> {
    return (await this.store.responses()).find((response) => response.code === code && !response.isLeft)
  }

  /** A phone that keeps nothing may still have the cookie of this person's first visit. */
  async #resumeWithCookie(fragment: string): Promise<boolean> {
    const view = await call<ResponseView>('GET', responsePath()).catch(() => undefined)
    if (!view) return false
    const response: KeptResponse = { joinId: randomId(), late: 0, finish: 'no' }
    await this.store.keepResponse(response)
    await this.store.keepView(response.joinId, view)
    await this.#resume(response, fragment)
    return true
  }

  async #resume(response: KeptResponse, fragment: string): Promise<void> {
    if (response.joinId !== this.response?.joinId) this.#turnTo(response.joinId)
    this.response = response
    await this.store.setCurrent(response.joinId)
    this.place = placeOf(fragment) ?? placeOf(response.place ?? '') ?? { screen: 'question', index: 0 }
    this.view ??= await this.store.view(response.joinId)
    if (this.view) {
      this.answers.takeOverKept(this.view, await this.store.answers(response.joinId))
      this.#show('answering')
    }
    await this.refresh()
    this.#show('answering')
  }

  #answersOf(joinId: string): OwnAnswers {
    return new OwnAnswers(this.#outbox, joinId, () => this.#changed())
  }

  /** Nothing of one response may be seen in another. */
  #turnTo(joinId: string): void {
    this.response = undefined
    this.view = undefined
    this.joining.preview = undefined
    this.held = undefined
    this.answers = this.#answersOf(joinId)
    this.#refreshing = undefined
    this.isOut = false
  }

  /** Takes over what the room told about this person's round. */
  noteRound(state: RoundState, progress: ResponseView['progress']): void {
    if (!this.view) return
    const wasOpen = this.isOpen
    this.#adopt({ ...this.view, round: { ...this.view.round, state }, progress })
    if (this.isOpen !== wasOpen) void this.refreshAnew()
    this.#changed()
  }

  #adopt(view: ResponseView): void {
    const wasOpen = this.isOpen
    this.view = view
    if (this.isOpen) this.held = undefined
    else if (wasOpen && isTyping()) this.held = this.place
  }

  /** `late`: how many answers had come too late when the server was asked. */
  async #takeOver(view: ResponseView, joinId: string, late: number): Promise<void> {
    this.#adopt(view)
    // Somebody goes on where they are, and what came too late is not in the server's answers.
    if (!this.held) this.answers.takeOver(view)
    // Once a round is closed and the server has everything, the phone has no reason to keep answers.
    const kept = this.isOpen || this.answers.unsent.length > 0 ? view : undefined
    const countedIn = this.isOpen ? late : 0
    await this.store.keepView(joinId, kept)
    if (countedIn > 0) await this.#forgetLate(joinId, countedIn)
  }

  /** A round that opened again counts what came too late before; what comes too late meanwhile, the outbox notes. */
  async #forgetLate(joinId: string, late: number): Promise<void> {
    const known = (await this.store.responses()).find((response) => response.joinId === joinId)
    if (known && this.response?.joinId === joinId) await this.keep({ late: Math.max(0, known.late - late) })
  }

  async #noteOutbox(): Promise<void> {
    const known = (await this.store.responses()).find(({ joinId }) => joinId === this.response?.joinId)
    const before = this.response
    if (known?.erase === 'done') return beginAnew()
    if (known && before) {
      const { late, finish, erase = 'no' } = known
      this.response = { ...before, late, finish, erase }
      // The round has closed meanwhile, or one more is ready: only the server can tell.
      if ((known.late > before.late && !this.held) || (known.finish === 'sent' && before.finish === 'wanted'))
        this.#clock.wake()
    }
    this.#changed()
  }

  #show(phase: Phase): void {
    this.phase = phase
    this.#changed()
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'))
  }
}
