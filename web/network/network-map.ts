import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Party } from '../../server/contract/networks.ts'
import { CAPITALS } from '../../server/domain/capitals.ts'
import { LINK_DIRECTIONS } from '../../server/domain/network.ts'
import { MvElement } from '../app/element.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { t } from '../i18n/texts.ts'
import { layoutMap } from './map-layout.ts'
import { lineSample, mapSvg } from './map-svg.ts'
import { capitalName } from './network-words.ts'

/**
 * The picture of a network: the organisation in the middle, parties around it in the order in which they are given, a
 * line for each capital. It is drawn in pixels of the room that it has, so that names stay readable on a phone.
 */
@customElement('mv-network-map')
export class NetworkMap extends MvElement {
  @property({ attribute: false }) parties: readonly Party[] = []
  @property() organisation = ''
  @state() private width = 0
  readonly #size = new ResizeObserver(([entry]) => this.#onSize(entry?.contentRect.width ?? 0))
  readonly #pen = document.createElement('canvas').getContext('2d')

  override connectedCallback(): void {
    super.connectedCallback()
    this.#size.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#size.disconnect()
  }

  protected override render(): TemplateResult {
    return html`${this.width === 0 ? nothing : this.#picture()}
      <ul class="key network-key">
        ${CAPITALS.map((capital) => html`<li>${capitalIcon(capital, capitalName(capital))} ${capitalName(capital)}</li>`)}
      </ul>
      <ul class="key network-key">
        ${LINK_DIRECTIONS.map((direction) => html`<li>${lineSample(direction, 'active')} ${t(`network-key-${direction}`)}</li>`)}
        <li>${lineSample('to-us', 'dormant')} ${t('network-key-dormant')}</li>
      </ul>`
  }

  #picture(): TemplateResult {
    const placed = this.parties.map(({ name, links }) => ({ name, lines: links.length }))
    const layout = layoutMap(placed, this.width, (size) => this.#measure(size))
    // Between two columns there is no room for a name: there it stands on top of its bar.
    const above = 'bar' in layout.middle
    return html`${above ? html`<p class="network-own-above" aria-hidden="true">${this.organisation}</p>` : nothing}
      ${mapSvg(this.parties, this.organisation, layout, this.#measure(layout.sizes.text))}`
  }

  /** How wide a name is at a size in pixels, in the page's own type. */
  #measure(size: number): (text: string) => number {
    const pen = this.#pen
    // Without a pen a letter is taken for wide, so that names rather break too early.
    if (pen === null) return (text) => [...text].length * size * 0.7
    pen.font = `600 ${size}px ${getComputedStyle(this).fontFamily}`
    return (text) => pen.measureText(text).width
  }

  #onSize(width: number): void {
    if (Math.floor(width) !== this.width) this.width = Math.floor(width)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-network-map': NetworkMap
  }
}
