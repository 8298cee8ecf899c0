import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import type { Round } from '../../server/contract/rounds.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { Repeating } from '../app/repeating.ts'
import { locale } from '../i18n/locale.ts'
import { formatDay, t } from '../i18n/texts.ts'
import '../styles/company-sheet.css'
import { listAddress, sheetPath, signOffAddress } from './addresses.ts'
import { coverageLine } from './coverage-line.ts'
import './sheet-texts.ts'

/** How often the page of a round looks how far its sheet is, in milliseconds. */
const LOOK_AGAIN = 10_000

/** On the page of a round that a team answers together: how far its sheet is, and the way in. */
@customElement('mv-round-sheet')
export class RoundSheet extends MvElement {
  @property() org = ''
  @property({ attribute: false }) round!: Round
  /** Whether the reader may hand in. */
  @property({ type: Boolean }) mayRun = false
  readonly #reading = new Reading<CompanySheet>(this, (signal) => {
    const path = sheetPath({ org: this.org, round: this.round.id })
    return call<CompanySheet>('GET', `${path}?locale=${locale()}`, undefined, { signal })
  })

  constructor() {
    super()
    new Repeating(this, LOOK_AGAIN, () => {
      if (this.round.state === 'open') void this.#reading.refresh()
    })
  }

  protected override render(): TemplateResult {
    const { round } = this
    return html`<p>${explanation(round)}</p>
      ${this.#reading.render((sheet) => this.#progress(sheet), 'part')}`
  }

  #progress(sheet: CompanySheet): TemplateResult {
    const place = { org: this.org, round: this.round.id }
    const isOpen = this.round.state === 'open' && sheet.mayWrite
    return html`<div class="sheet-head">
      ${coverageLine(sheet)}
      <div class="actions">
        <a class="button ${isOpen ? 'primary large' : ''}" href=${listAddress(place)}>${t(isOpen ? 'sheet-round-fill-in' : 'sheet-round-read')}</a>
        ${isOpen && this.mayRun ? html`<a class="button quiet" href=${signOffAddress(place)}>${t('sheet-round-sign-off')}</a>` : nothing}
      </div>
    </div>`
  }
}

function explanation({ state, plannedOpenAt }: Round): string {
  if (state !== 'draft') return t(state === 'open' ? 'sheet-round-open-explain' : 'sheet-round-over-explain')
  return plannedOpenAt === null
    ? t('sheet-round-draft-explain')
    : t('sheet-round-draft-planned', { day: formatDay(plannedOpenAt) })
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-round-sheet': RoundSheet
  }
}
