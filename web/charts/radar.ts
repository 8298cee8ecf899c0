import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import { ChartController } from './chart-controller.ts'
import { type RadarColours, radarConfiguration } from './radar-configuration.ts'
import { geometryOf, heightFor } from './radar-geometry.ts'
import { radarLabels } from './radar-labels.ts'
import type { ChartModel } from './radar-model.ts'

/** Roughly what a phone leaves after its margins; used until the real width is known. */
const FIRST_WIDTH = 320

/**
 * A radar of one release, at most two polygons. It never fills, never sorts its axes, and leaves a gap where a figure
 * is missing. The table with the same numbers has the id `described-by`.
 */
@customElement('mv-radar')
export class Radar extends MvElement {
  @property({ attribute: false }) model!: ChartModel
  @property({ attribute: 'described-by' }) describedBy = ''
  /** Whether the middle of the scale is the line of preservation. */
  @property({ type: Boolean }) hasLine = false
  @state() private width = 0
  readonly chart = new ChartController<'radar'>(this, () => this.#configuration())
  readonly #size = new ResizeObserver(([entry]) => this.#onSize(entry?.contentRect.width ?? 0))
  readonly #theme = new MutationObserver(() => this.requestUpdate())
  readonly #dark = matchMedia('(prefers-color-scheme: dark)')
  readonly #redraw = () => this.requestUpdate()

  override connectedCallback(): void {
    super.connectedCallback()
    this.#size.observe(this)
    this.#theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] })
    this.#dark.addEventListener('change', this.#redraw)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#size.disconnect()
    this.#theme.disconnect()
    this.#dark.removeEventListener('change', this.#redraw)
  }

  protected override render(): TemplateResult {
    if (this.chart.isLost) return html`<p class="note">${t('results-chart-lost')}</p>`
    const width = this.width || FIRST_WIDTH
    return html`<svg class="radar-space" viewBox="0 0 ${width} ${heightFor(width)}" aria-hidden="true"></svg>
      <div class="radar-canvas">
        <canvas role="img" aria-label=${this.model.label} aria-describedby=${this.describedBy}></canvas>
      </div>
      ${this.width === 0 ? nothing : radarLabels(this.model, geometryOf(width), this.hasLine)}`
  }

  #configuration() {
    if (this.width === 0 || this.chart.isLost) return undefined
    return radarConfiguration(this.model, geometryOf(this.width), this.#colours(), this.hasLine ? 50 : undefined)
  }

  #colours(): RadarColours {
    const styles = getComputedStyle(this)
    const colour = (name: string) => styles.getPropertyValue(`--mv-color-${name}`).trim()
    return {
      grid: colour('grid'),
      line: colour('border'),
      background: colour('background'),
      series: {
        first: colour('series-1'),
        ahead: colour('series-4'),
        outside: colour('series-2'),
        earlier: colour('series-3'),
      },
    }
  }

  #onSize(width: number): void {
    if (Math.round(width) !== this.width) this.width = Math.round(width)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-radar': Radar
  }
}
