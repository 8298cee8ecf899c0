import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { locale } from '../i18n/locale.ts'
import { wordsIn } from '../results/page-words.ts'
import { keepScreenOn } from './wake-lock.ts'
import { keepLook, lookAfter, showLook, storedLook, type WallLook } from './wall-look.ts'
import { WallRoom } from './wall-room.ts'
import './wall-scene.ts'

/** A line that is gone for less than this is not worth a word on the wall. */
const LOST_AFTER = 5_000
const CURSOR_REST = 3_000

/**
 * The page on the projector. The token of its link stands behind the `#` of the address, which browsers never send. It
 * needs neither mouse nor keyboard; four keys change how it looks. Whatever goes wrong, it keeps its last frame.
 */
@customElement('mv-wall')
export class Wall extends MvElement {
  @state() private isLost = false
  readonly #room = new WallRoom(() => this.#onRoom())
  #look: WallLook = storedLook()
  #losing: ReturnType<typeof setTimeout> | undefined
  #resting: ReturnType<typeof setTimeout> | undefined
  #letScreenGo = () => {}

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('hashchange', this.#open)
    addEventListener('keydown', this.#onKey)
    addEventListener('pointermove', this.#onPointer)
    showLook(this.#look)
    this.#onPointer()
    this.#letScreenGo = keepScreenOn()
    this.#open()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.#open)
    removeEventListener('keydown', this.#onKey)
    removeEventListener('pointermove', this.#onPointer)
    clearTimeout(this.#losing)
    clearTimeout(this.#resting)
    this.#letScreenGo()
    this.#room.close()
  }

  protected override render(): TemplateResult {
    return html`<main class="wall">${this.#content()}</main>
      <p class="searching" role="status">${this.isLost ? this.#searching() : nothing}</p>`
  }

  #content(): TemplateResult {
    const { status, wall, revealed, reflection } = this.#room
    const words = wordsIn(locale())
    if (status === 'dead')
      return html`<div class="wall-words"><h1>${words.say('wall-dead-title')}</h1><p>${words.say('wall-dead-what')}</p></div>`
    if (wall === undefined) return html`<div class="wall-words"><h1>${words.say('wall-opening')}</h1></div>`
    return html`<mv-wall-scene .wall=${wall} .revealed=${revealed} .reflection=${reflection}></mv-wall-scene>`
  }

  #searching(): TemplateResult {
    const words = wordsIn(this.#room.wall?.round.locale ?? locale())
    return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 9a13 13 0 0 1 18 0M6.2 12.6a8.5 8.5 0 0 1 11.6 0M9.4 16.2a4 4 0 0 1 5.2 0M12 19.6v.1M4 3l16 18" /></svg>
      ${words.say('wall-searching')}`
  }

  #onRoom(): void {
    const { wall, isConnected } = this.#room
    if (wall !== undefined) {
      const { round } = wall
      document.documentElement.lang = round.locale
      document.title = wordsIn(round.locale).say('wall-title', { title: round.title })
    }
    if (isConnected) {
      clearTimeout(this.#losing)
      this.#losing = undefined
      this.isLost = false
    } else {
      this.#losing ??= setTimeout(() => {
        this.isLost = true
      }, LOST_AFTER)
    }
    this.requestUpdate()
  }

  readonly #open = (): void => {
    void this.#room.open(location.hash.slice(1))
  }

  readonly #onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
    if (ctrlKey || metaKey || altKey) return
    this.#look = lookAfter(this.#look, key)
    keepLook(this.#look)
    showLook(this.#look)
    this.querySelector('mv-wall-scene')?.requestUpdate()
  }

  /** A pointer that rests is not wanted on the picture. */
  readonly #onPointer = (): void => {
    const { classList } = document.documentElement
    classList.remove('pointer-rests')
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => classList.add('pointer-rests'), CURSOR_REST)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-wall': Wall
  }
}
