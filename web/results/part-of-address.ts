import type { ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * Brings the reader to the part of the page that the address names (`#drift`), once it is there: the figures come
 * after the page, so that the browser finds nothing by itself.
 */
export class PartOfAddress implements ReactiveController {
  #isSought = location.hash !== ''

  constructor(host: ReactiveControllerHost) {
    host.addController(this)
  }

  hostConnected(): void {}

  hostUpdated(): void {
    if (!this.#isSought) return
    // Parts of the page are elements that render after it.
    requestAnimationFrame(() => this.#goThere())
  }

  #goThere(): void {
    const heading = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!this.#isSought || !heading) return
    this.#isSought = false
    heading.focus({ preventScroll: true })
    heading.scrollIntoView()
  }
}
