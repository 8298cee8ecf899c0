import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { RoundMode } from '../../server/contract/rounds.ts'
import { accessChanges, roleIn } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { t } from '../i18n/texts.ts'
import { Downloading } from './downloading.ts'

/**
 * A round as files to calculate with: Excel, CSV, and SPSS where single answers go along. They are made while they come,
 * and a large one says how far it is.
 */
@customElement('mv-result-downloads')
export class ResultDownloads extends MvElement {
  @property() org = ''
  @property() round = ''
  @property() mode: RoundMode = 'anonymous'
  readonly #downloading = new Downloading(this)

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render(): TemplateResult {
    const hasAnswers = this.mode === 'open' && this.#runsRounds()
    const shape = hasAnswers ? 'wide' : 'long'
    return html`<div class="actions">
        ${this.#button('export-xlsx', 'xlsx')} ${this.#button('export-csv', `csv?shape=${shape}`)}
        ${hasAnswers ? this.#button('export-spss', 'csv?shape=wide', 'sps') : nothing}
      </div>
      <p class="hint">${t(hasAnswers ? 'export-spss-hint' : this.mode === 'open' ? 'export-figures-role' : 'export-figures-anonymous')}</p>
      ${this.#downloading.render()}`
  }

  /** Owners and consultants get the single answers of open rounds. */
  #runsRounds(): boolean {
    const role = roleIn(this.org)
    return role === 'owner' || role === 'facilitator'
  }

  #button(label: string, ...files: readonly string[]): TemplateResult {
    const path = `/api/organisations/${this.org}/rounds/${this.round}/export`
    const paths = files.map((file) => `${path}.${file}`)
    return html`<button type="button" @click=${() => this.#downloading.fetch(...paths)}>${t(label)}</button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-result-downloads': ResultDownloads
  }
}
