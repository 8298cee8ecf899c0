import type { ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * Makes its page ready for paper and back again: always the light colours, and every table unfolded. The browser's own
 * print command gets the same as our button.
 */
export class PrintController implements ReactiveController {
  readonly #page: ReactiveControllerHost & HTMLElement
  #restore: (() => void)[] = []
  readonly #before = () => this.#prepare()
  readonly #after = () => this.#putBack()

  constructor(page: ReactiveControllerHost & HTMLElement) {
    this.#page = page
    page.addController(this)
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#before)
    addEventListener('afterprint', this.#after)
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#before)
    removeEventListener('afterprint', this.#after)
    this.#putBack()
  }

  #prepare(): void {
    this.#putBack()
    const root = document.documentElement
    const theme = root.dataset['theme']
    root.dataset['theme'] = 'light'
    this.#restore.push(() => {
      if (theme === undefined) delete root.dataset['theme']
      else root.dataset['theme'] = theme
    })
    for (const details of this.#page.querySelectorAll<HTMLDetailsElement>(
      'details.table-fold:not([open]), .hidden-group details:not([open])',
    )) {
      details.open = true
      this.#restore.push(() => {
        details.open = false
      })
    }
  }

  #putBack(): void {
    for (const restore of this.#restore.splice(0)) restore()
  }
}
