import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** What a single key does. */
export type Shortcut = 'next' | 'previous' | 'reveal' | 'black' | 'pause' | 'list'

const KEYS: Readonly<Record<string, Shortcut>> = {
  ' ': 'next',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  r: 'reveal',
  b: 'black',
  p: 'pause',
  '?': 'list',
}

/** Where letters and arrows are the reader's own. */
const TYPING = 'input, textarea, select, [contenteditable]'
/** What Space presses or folds. */
const PRESSED_BY_SPACE = 'button, a, summary'
const STORED_AS = 'mv-shortcuts'

/** Single keys on the page that runs a session. The reader can switch them off; this device remembers that. */
export class Shortcuts implements ReactiveController {
  isOn = stored()
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #act: (shortcut: Shortcut) => void
  readonly #onKey = (event: KeyboardEvent) => this.#press(event)

  constructor(host: ReactiveControllerHost & HTMLElement, act: (shortcut: Shortcut) => void) {
    this.#host = host
    this.#act = act
    host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKey)
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKey)
  }

  /** Switches them on or off, and remembers it on this device. */
  setOn(isOn: boolean): void {
    this.isOn = isOn
    try {
      localStorage.setItem(STORED_AS, isOn ? 'on' : 'off')
    } catch {
      // Private mode without storage: the choice lasts as long as the page.
    }
    this.#host.requestUpdate()
  }

  #press(event: KeyboardEvent): void {
    const shortcut = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!shortcut || !this.isOn || event.defaultPrevented || event.repeat) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest(TYPING) || (event.key === ' ' && target?.closest(PRESSED_BY_SPACE))) return
    if (document.querySelector('dialog[open], [popover]:popover-open')) return
    event.preventDefault()
    this.#act(shortcut)
  }
}

function stored(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== 'off'
  } catch {
    return true
  }
}
