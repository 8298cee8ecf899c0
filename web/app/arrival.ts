import { t } from '../i18n/texts.ts'

/**
 * Keeps the window's title equal to the heading of the page, and takes the reader's focus to that heading after each
 * step to another page: also when the heading comes later, with the data. A page with faults says so in its title.
 */
export class Arrival {
  readonly #main: HTMLElement
  readonly #observer: MutationObserver
  #isAwaited = false

  constructor(main: HTMLElement) {
    this.#main = main
    this.#observer = new MutationObserver(() => this.#look())
    this.#observer.observe(main, { childList: true, characterData: true, subtree: true })
    this.#look()
  }

  /** Says that the reader took a step: the next heading that appears gets the focus. */
  await(): void {
    this.#isAwaited = true
    this.#look()
  }

  #look(): void {
    const heading = this.#main.querySelector('h1')
    if (!heading) return
    const hasFaults = this.#main.querySelector('.faults') !== null
    const title = `${heading.textContent?.trim()} - Meervoud`
    document.title = hasFaults ? t('frame-title-fault', { title }) : title
    if (!this.#isAwaited) return
    this.#isAwaited = false
    if (this.#main.contains(document.activeElement) && document.activeElement !== this.#main) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }
}
