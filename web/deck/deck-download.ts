import { html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Results } from '../../server/contract/results.ts'
import { ApiError } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { fileName, saveFile } from '../components/save-file.ts'
import { problemText } from '../components/states.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import type { Material } from '../report/material.ts'
import { readDeckMaterial } from '../report/read-material.ts'
import { pageWords } from '../results/page-words.ts'

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

type Maker = typeof import('./deck-maker.ts')

/**
 * A button that makes the PowerPoint file of a result, on this device. What it needs is fetched as soon as the button
 * comes into sight, so that the file can still be made when the network is gone.
 */
@customElement('mv-deck-download')
export class DeckDownload extends MvElement {
  @property() org = ''
  @property() round = ''
  @property({ attribute: false }) results!: Results
  @property({ attribute: false }) instrument!: InstrumentView
  @state() private step: 'ready' | 'making' | 'done' | 'failed' = 'ready'
  #why = ''
  #fetched: Promise<readonly [Material, Maker]> | undefined
  readonly #gone = new AbortController()
  readonly #sight = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) this.#fetchAhead()
  })

  override connectedCallback(): void {
    super.connectedCallback()
    this.#sight.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sight.disconnect()
    this.#gone.abort()
  }

  protected override render(): TemplateResult {
    return html`<button type="button" aria-describedby="deck-status" @click=${this.#make}>${t('take-deck')}</button>
      <p id="deck-status" class="take-status" role="status">${this.#status()}</p>`
  }

  #status(): string {
    if (this.step === 'ready') return ''
    return this.step === 'failed' ? this.#why : t(`take-deck-${this.step}`)
  }

  /** A failure here says nothing: nobody asked for anything yet, and pressing the button tries again. */
  #fetchAhead(): void {
    this.#sight.disconnect()
    this.#fetch().catch(() => undefined)
  }

  #fetch(): Promise<readonly [Material, Maker]> {
    this.#fetched ??= Promise.all([
      readDeckMaterial(this, this.results, this.instrument, this.#gone.signal),
      import('./deck-maker.ts'),
    ])
    this.#fetched.catch(() => {
      this.#fetched = undefined
    })
    return this.#fetched
  }

  readonly #make = async () => {
    if (this.step === 'making') return
    this.step = 'making'
    try {
      const [material, { makeDeck }] = await this.#fetch()
      const bytes = await makeDeck({ ...material, results: this.results }, locale(), pageWords())
      const { title, period } = this.results.release
      saveFile(`${fileName(material.organisation, title, period)}.pptx`, new Blob([bytes], { type: PPTX }))
      this.step = 'done'
    } catch (error) {
      this.#why = error instanceof ApiError ? problemText(error) : t('take-deck-failed')
      this.step = 'failed'
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-deck-download': DeckDownload
  }
}
