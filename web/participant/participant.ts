import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { locale, setLocale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { CheckScreen } from './check-screen.ts'
import './done-screen.ts'
import './intro-screen.ts'
import './join-screen.ts'
import './other-person.ts'
import './question-screen.ts'
import './waiting.ts'
import { mark, warningIcon } from './icons.ts'
import { ParticipantScreen } from './participant-screen.ts'
import { codeOf, fragmentOf, type Place, placeOf } from './place.ts'

/** The whole page of somebody who takes part: the frame, and in it the screen for where this person is. */
@customElement('mv-participant')
export class Participant extends ParticipantScreen {
  #shownAddress = ''
  #shownPlace: Place | undefined

  /** Starts with what the address says and follows it from then on. */
  async begin(): Promise<void> {
    history.scrollRestoration = 'manual'
    window.addEventListener('hashchange', () => this.#follow())
    const { hash } = location
    // A code is of no use in the history, and on a shared phone it would bring the next person in.
    if (codeOf(hash)) history.replaceState(null, '', location.pathname)
    await this.state.begin(hash)
  }

  protected override render(): TemplateResult {
    const isWaiting = this.state.phase === 'starting' || (this.state.phase === 'answering' && !this.state.view)
    return html`<header class="head">
        <span class="brand">${mark()} <span class="brand-words">${this.state.view?.round.title ?? 'Meervoud'}</span></span>
        ${this.#languageSwitch()}
      </header>
      ${this.state.start?.demo ? html`<p class="banner">${t('participant-demo')}</p>` : nothing}
      <main>${this.#screen()}</main>
      ${isWaiting ? nothing : this.#footer()}
      <div class="bar" role="status">${this.#barText()}</div>`
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
  }

  get #place(): Place {
    return this.#nearest(this.state.place)
  }

  /** A closed round has one place left, and no round has a question after its last. */
  #nearest(place: Place): Place {
    const { view, isOpen } = this.state
    if (view && !isOpen) return { screen: 'done' }
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
        return html`<mv-done-screen .state=${state}></mv-done-screen>`
    }
  }

  #languageSwitch(): TemplateResult {
    const other = locale() === 'nl' ? 'en' : 'nl'
    return html`<button type="button" class="quiet small" lang=${other} @click=${() => setLocale(other)}>
      ${t('participant-other-language')}
    </button>`
  }

  #footer(): TemplateResult {
    const isLimited = this.state.start?.audience === 'participants'
    return html`<footer class="foot">
      ${this.state.response ? html`<mv-other-person .state=${this.state}></mv-other-person>` : nothing}
      <p>${t('participant-foot')} ${isLimited ? t('participant-foot-participants') : nothing}</p>
    </footer>`
  }

  #barText(): TemplateResult | typeof nothing {
    const { state } = this
    const isHeld = state.phase === 'answering' && !state.isLasting
    if (!state.isConnected) return bar(isHeld ? 'participant-offline-held' : 'participant-offline')
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
   * that exists, somebody has just gone there, and the event that tells so is still to come.
   */
  #syncAddress(): void {
    if (this.state.phase !== 'answering' || !this.state.view) return
    const { hash } = location
    const fragment = fragmentOf(this.#place)
    if (hash === fragment) return
    const named = placeOf(hash)
    const isThere = named !== undefined && fragmentOf(this.#nearest(named)) === hash
    if (!isThere) history.replaceState(null, '', fragment)
    this.state.go(isThere ? named : this.#place)
  }

  #address(): string {
    const { phase, view } = this.state
    return phase === 'answering' && view ? `${fragmentOf(this.#place)} ${this.state.isOpen}` : phase
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
