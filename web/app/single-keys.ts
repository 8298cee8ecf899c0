import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Single keys on a page. The reader can switch them off; this device remembers that. */
export class SingleKeys implements ReactiveController {
  isOn: boolean
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #storedAs: string
  readonly #act: (key: string, target: Element | null) => boolean
  readonly #onKey = (event: KeyboardEvent) => this.#press(event)

  /**
   * @param storedAs the name under which this device remembers whether they are on.
   * @param act does what a key asks where the reader is; false when there was nothing to do, and then the key is the
   * browser's.
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    storedAs: string,
    act: (key: string, target: Element | null) => boolean,
  ) {
    this.#host = host
    this.#storedAs = storedAs
    this.#act = act
    this.isOn = isStoredOn(storedAs)
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
      localStorage.setItem(this.#storedAs, isOn ? 'on' : 'off')
    } catch {
      // Private mode without storage: the choice lasts as long as the page.
    }
    this.#host.requestUpdate()
  }

  #press(event: KeyboardEvent): void {
    if (!this.isOn || event.defaultPrevented || event.repeat) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (document.querySelector('dialog[open], [popover]:popover-open')) return
    if (this.#act(event.key, event.target instanceof Element ? event.target : null)) event.preventDefault()
  }
}

function isStoredOn(storedAs: string): boolean {
  try {
    return localStorage.getItem(storedAs) !== 'off'
  } catch {
    return true
  }
}
