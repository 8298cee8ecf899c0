import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Results } from '../../server/contract/results.ts'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'

/** So far before it comes into sight it is fetched: a reader who scrolls there does not see it come. */
const AHEAD = '400px'

/** The one place where a result can be taken along. What it offers is fetched when the reader comes near. */
@customElement('mv-take-along')
export class TakeAlong extends MvElement {
  @property() org = ''
  @property() round = ''
  @property({ attribute: false }) results!: Results
  @property({ attribute: false }) instrument!: InstrumentView
  readonly #near = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#fetch()
    },
    { rootMargin: AHEAD },
  )

  override connectedCallback(): void {
    super.connectedCallback()
    this.#near.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#near.disconnect()
  }

  protected override render(): TemplateResult {
    const { org, round, results, instrument } = this
    return html`<section class="take-along screen-only" aria-labelledby="take">
      <h2 id="take" tabindex="-1">${t('results-take-along')}</h2>
      <mv-take-ways .org=${org} .round=${round} .results=${results} .instrument=${instrument}></mv-take-ways>
    </section>`
  }

  /** Without a connection nothing comes; coming near once more tries again. */
  #fetch(): void {
    import('./take-ways.ts').then(
      () => this.#near.disconnect(),
      () => undefined,
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-take-along': TakeAlong
  }
}
