import type { Chart, ChartConfiguration, ChartType } from 'chart.js'
import type { LitElement, ReactiveController } from 'lit'

/**
 * Owns the one Chart.js chart of a Lit element: fetches Chart.js when it is first needed, creates the chart when the
 * element is on the page and has a canvas, updates it in place after each render, destroys it when the element leaves
 * and builds it again when the element comes back. When Chart.js cannot be fetched, `isLost` is true.
 */
export class ChartController<Type extends ChartType> implements ReactiveController {
  isLost = false
  #chart: Chart<Type> | undefined
  #Chart: typeof Chart | undefined
  readonly #host: LitElement
  readonly #configuration: () => ChartConfiguration<Type> | undefined

  constructor(host: LitElement, configuration: () => ChartConfiguration<Type> | undefined) {
    this.#host = host
    this.#configuration = configuration
    host.addController(this)
  }

  /** The chart that is on the page now, for tests. */
  get chart(): Chart<Type> | undefined {
    return this.#chart
  }

  hostConnected(): void {
    void this.#fetch()
  }

  hostUpdated(): void {
    const canvas = this.#host.renderRoot.querySelector('canvas')
    const configuration = this.#configuration()
    if (!this.#Chart || !canvas || !configuration || !this.#host.isConnected) return
    if (this.#chart?.canvas !== canvas) {
      this.#chart?.destroy()
      this.#chart = new this.#Chart(canvas, configuration)
    } else {
      Object.assign(this.#chart, { data: configuration.data, options: configuration.options })
      this.#chart.update()
    }
  }

  hostDisconnected(): void {
    this.#chart?.destroy()
    this.#chart = undefined
  }

  async #fetch(): Promise<void> {
    try {
      const module = await import('./chart-js.ts')
      this.#Chart = module.Chart
    } catch {
      // No connection: the table beside the chart holds every number.
      this.isLost = true
    }
    this.#host.requestUpdate()
  }
}
