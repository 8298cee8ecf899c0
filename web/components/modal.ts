import { html, type TemplateResult } from 'lit'
import { createRef, type Ref, ref } from 'lit/directives/ref.js'

/** A native dialog over the page, with a heading that names it. Escape closes it; what it asks stands in `body`. */
export class Modal {
  readonly #id: string
  readonly #dialog: Ref<HTMLDialogElement> = createRef()

  /** @param id makes the ids on the page unique. */
  constructor(id: string) {
    this.#id = id
  }

  open(): void {
    this.#dialog.value?.showModal()
  }

  readonly close = (): void => {
    this.#dialog.value?.close()
  }

  render(heading: string, body: unknown, onClose: () => void = () => undefined): TemplateResult {
    return html`<dialog ${ref(this.#dialog)} aria-labelledby="${this.#id}-heading" @close=${onClose}>
      <h2 id="${this.#id}-heading">${heading}</h2>
      ${body}
    </dialog>`
  }
}
