import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'

/** How long a page stays, in milliseconds: enough to read nine short cards. */
const READING_TIME = 14_000

/**
 * Blocks of text side by side in columns. What does not fit comes on further pages, which follow each other by
 * themselves; with `isFirstOnly` only the first is shown and the rest is counted. Text never gets smaller for it.
 */
@customElement('mv-wall-pages')
export class WallPages extends MvElement {
  @property({ attribute: false }) blocks: readonly TemplateResult[] = []
  @property({ type: Number }) columns = 2
  @property({ type: Boolean }) isFirstOnly = false
  /** Says how many blocks are not shown. */
  @property({ attribute: false }) more: (n: number) => string = () => ''
  /** Says which page this is. */
  @property({ attribute: false }) place: (page: number, pages: number) => string = () => ''
  @state() private page = 0
  @state() private pages = 1
  @state() private away = 0
  readonly #size = new ResizeObserver(() => this.#measure())
  #turning: ReturnType<typeof setInterval> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#size.observe(this)
    this.#turning = setInterval(() => this.#turn(), READING_TIME)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#size.disconnect()
    clearInterval(this.#turning)
  }

  protected override render(): TemplateResult {
    return html`<ul class="wall-pages wall-pages-${this.columns}">
        ${this.blocks.map((block) => html`<li>${block}</li>`)}
      </ul>
      <p class="wall-pages-place">${this.#where()}</p>`
  }

  protected override updated(_: PropertyValues): void {
    this.#measure()
  }

  #where(): string | typeof nothing {
    if (this.isFirstOnly) return this.away > 0 ? this.more(this.away) : nothing
    return this.pages > 1 ? this.place(this.page + 1, this.pages) : nothing
  }

  #turn(): void {
    if (!this.isFirstOnly && this.pages > 1) this.page = (this.page + 1) % this.pages
  }

  /** The columns that do not fit stand to the right of the box: which page a block is on follows from its place. */
  #measure(): void {
    const list = this.querySelector<HTMLElement>('.wall-pages')
    if (!list) return
    const gap = Number.parseFloat(getComputedStyle(list).columnGap) || 0
    const step = list.clientWidth + gap
    if (step <= 0) return
    const left = list.getBoundingClientRect().left - list.scrollLeft
    const blocks = [...list.children].map((block) => ({
      block,
      pages: [...block.getClientRects()].map((box) => Math.floor((box.left - left + gap / 2) / step)),
    }))
    const isFirstOnly = this.isFirstOnly
    this.pages = Math.max(1, ...blocks.map(({ pages }) => 1 + Math.max(0, ...pages)))
    this.page = isFirstOnly ? 0 : Math.min(this.page, this.pages - 1)
    // What is cut off at the end of the first page counts as not shown.
    const isHere = (pages: number[]) => (isFirstOnly ? pages.every((page) => page === 0) : pages.includes(this.page))
    for (const { block, pages } of blocks) block.classList.toggle('is-away', !isHere(pages))
    this.away = blocks.filter(({ pages }) => !isHere(pages)).length
    list.scrollLeft = this.page * step
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-wall-pages': WallPages
  }
}
