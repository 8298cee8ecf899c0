import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { StartState } from '../../server/contract/accounts.ts'
import { call } from '../api.ts'
import { type Locale, locale, setLocale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { CheckScreen } from './check-screen.ts'
import './done-screen.ts'
import './intro-screen.ts'
import { JoinScreen } from './join-screen.ts'
import './other-person.ts'
import './question-screen.ts'
import './waiting.ts'
import { mark, warningIcon } from './icons.ts'
import { ParticipantScreen } from './participant-screen.ts'
import { codeOf, fragmentOf, type Place, placeOf } from './place.ts'

/** Wait before the code that follows the room is fetched again, when that failed; milliseconds. */
const FETCH_AGAIN = 10_000

/** The whole page of somebody who takes part: the frame, and in it the screen for where this person is. */
@customElement('mv-participant')
export class Participant extends ParticipantScreen {
  @state() private start: StartState | undefined
  #shownAddress = ''
  #shownPlace: Place | undefined
  #shownJoinId: string | undefined
  #isRoomWanted = true

  /** Starts with what the address says and follows it from then on. */
  async begin(): Promise<void> {
    history.scrollRestoration = 'manual'
    window.addEventListener('hashchange', () => this.#follow())
    const { hash } = location
    // A code is of no use in the history, and on a shared phone it would bring the next person in.
    if (codeOf(hash)) history.replaceState(null, '', location.pathname)
    void this.#askStart()
    await this.state.begin(hash)
  }

  protected override render(): TemplateResult {
    const isWaiting = this.state.phase === 'starting' || (this.state.phase === 'answering' && !this.state.view)
    return html`<header class="head">
        <span class="brand">${mark()} <span class="brand-words">${this.state.view?.round.title ?? 'Meervoud'}</span></span>
        ${this.#languageSwitch()}
      </header>
      ${this.start?.demo ? html`<p class="banner">${t('participant-demo')}</p>` : nothing}
      <main>${this.#screen()}</main>
      ${isWaiting ? nothing : this.#footer()}
      <div class="bar" role="status">${this.#barText()} ${this.state.room?.band()}</div>`
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    this.#syncAddress()
    const address = this.#address()
    const isMove = address !== this.#shownAddress
    const isFirst = this.#shownAddress === ''
    const before = this.#shownPlace
    this.#shownAddress = address
    this.#shownPlace = this.state.phase === 'answering' ? this.#place : undefined
    void this.#nameAndFocus(isMove && !isFirst, before)
    void this.#followRoom()
    if (this.state.response?.erase) void this.#tellErasing()
  }

  get #place(): Place {
    return this.#nearest(this.state.place)
  }

  /** A closed round has one place left, but for who was typing, and no round has a question after its last. */
  #nearest(place: Place): Place {
    const { view, isOpen, held } = this.state
    if (view && !isOpen && place !== held) return { screen: 'done' }
    const last = (view?.items.length ?? 1) - 1
    return 'index' in place && place.index > last ? { screen: place.screen, index: last } : place
  }

  #screen(): TemplateResult {
    const { state } = this
    if (state.phase === 'join') return html`<mv-join-screen .state=${state}></mv-join-screen>`
    if (state.phase === 'intro') return html`<mv-intro-screen .state=${state}></mv-intro-screen>`
    if (state.phase === 'starting' || !state.view) return html`<mv-waiting .state=${state}></mv-waiting>`
    switch (this.#place.screen) {
      case 'question':
      case 'change':
        return html`<mv-question-screen .state=${state}></mv-question-screen>`
      case 'check':
        return html`<mv-check-screen .state=${state}></mv-check-screen>`
      case 'done':
        return state.room?.screen() ?? html`<mv-done-screen .state=${state}></mv-done-screen>`
    }
  }

  #languageSwitch(): TemplateResult {
    const other = locale() === 'nl' ? 'en' : 'nl'
    return html`<button type="button" class="quiet small" lang=${other} @click=${() => this.#speak(other)}>
      ${t('participant-other-language')}
    </button>`
  }

  /** The questions came in one language: until the server has sent the other they stay in that. */
  #speak(language: Locale): void {
    setLocale(language)
    if (this.state.view) void this.state.refreshAnew()
  }

  async #askStart(): Promise<void> {
    this.start = await call<StartState>('GET', '/api/start').catch(() => undefined)
  }

  /** The first question stands before anything is fetched that it can do without. */
  async #followRoom(): Promise<void> {
    if (!this.#isRoomWanted || this.state.phase !== 'answering' || !this.state.view) return
    this.#isRoomWanted = false
    await this.querySelector<ParticipantScreen>('main > *')?.updateComplete
    try {
      const { Room } = await import('./room.ts')
      this.state.room = new Room(this.state)
    } catch {
      setTimeout(() => {
        this.#isRoomWanted = true
        this.requestUpdate()
      }, FETCH_AGAIN)
    }
  }

  /** Erasing that began on another page, or before this one opened, is told here too. */
  async #tellErasing(): Promise<void> {
    if (this.state.response?.erase === 'no') return
    const erasing = await import('./erase-answers.ts').catch(() => undefined)
    erasing?.askToErase(this.state)
  }

  #footer(): TemplateResult {
    const isLimited = this.start?.audience === 'participants'
    return html`<footer class="foot">
      ${this.state.response ? html`<mv-other-person .state=${this.state}></mv-other-person>` : nothing}
      <p>${t('participant-foot')} ${isLimited ? t('participant-foot-participants') : nothing} <a href="/privacy">Privacy</a></p>
    </footer>`
  }

  #barText(): TemplateResult | typeof nothing {
    const { state } = this
    const isHeld = state.phase === 'answering' && !state.isLasting
    if (!state.isConnected) return bar(isHeld ? 'participant-offline-held' : 'participant-offline')
    if (state.isServerFull) return bar(isHeld ? 'participant-server-full-held' : 'participant-server-full')
    if (isHeld) return bar('participant-not-lasting')
    return state.view?.round.state === 'closing' ? bar('participant-closing') : nothing
  }

  #follow(): void {
    const { hash } = location
    if (codeOf(hash)) {
      history.replaceState(null, '', location.pathname)
      void this.state.enter(hash)
    } else {
      const place = placeOf(hash)
      if (place) this.state.go(place)
    }
  }

  /**
   * The address always says where this person is, also when it was opened without a place. When it names another place
   * that exists, somebody has just gone there, and the event that tells so is still to come. An address of another
   * response says nothing about where to be in this one.
   */
  #syncAddress(): void {
    const { phase, view, response } = this.state
    if (phase !== 'answering' || !view) return
    const isSame = response?.joinId === this.#shownJoinId
    this.#shownJoinId = response?.joinId
    const { hash } = location
    const fragment = fragmentOf(this.#place)
    if (hash === fragment) return
    const named = isSame ? placeOf(hash) : undefined
    const isThere = named !== undefined && fragmentOf(this.#nearest(named)) === hash
    if (!isThere) history.replaceState(null, '', fragment)
    this.state.go(isThere ? named : this.#place)
  }

  #address(): string {
    const { phase, view } = this.state
    if (phase !== 'answering' || !view) return phase
    const screen = this.querySelector('main > *')?.localName
    return `${fragmentOf(this.#place)} ${screen} ${this.state.isOpen || this.state.held !== undefined}`
  }

  /**
   * After a move the focus goes to the heading, so that it is read aloud and the keys work from there. Who changed one
   * answer goes back to the row of that question instead.
   */
  async #nameAndFocus(isMove: boolean, before: Place | undefined): Promise<void> {
    const screen = this.querySelector<ParticipantScreen>('main > *')
    await screen?.updateComplete
    const heading = screen?.querySelector<HTMLElement>('h1')
    const title = heading?.textContent?.replace(/\s+/g, ' ').trim()
    const named = title ? t('participant-page-title', { title }) : 'Meervoud'
    document.title = screen?.querySelector('.fault') ? t('participant-fault-title', { title: named }) : named
    if (!isMove || !heading) return
    if (screen instanceof JoinScreen) return screen.focusCode()
    const link = screen instanceof CheckScreen && before?.screen === 'change' ? screen.changeLinkOf(before.index) : null
    if (link) {
      link.focus({ preventScroll: true })
      return link.scrollIntoView({ block: 'center' })
    }
    window.scrollTo(0, 0)
    heading.focus({ preventScroll: true })
  }
}

function bar(text: string): TemplateResult {
  return html`<p>${warningIcon()} <span>${t(text)}</span></p>`
}
