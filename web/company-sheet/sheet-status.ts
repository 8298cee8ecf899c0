import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import { MvElement } from '../app/element.ts'
import type { DraftState } from '../drafts/draft.ts'
import { t } from '../i18n/texts.ts'
import { type AnswerDrafts, answerDrafts } from './answer-drafts.ts'
import type { DeskPlace } from './sheet-desk.ts'
import { mayHelpToRetry, type Unsent, unsentList, unsentOf } from './unsent.ts'
import { workDrafts } from './work-drafts.ts'

/**
 * Says for the whole page whether what the reader did is safe. It speaks only when something is the matter: the server is
 * away and the draft on this device goes on, something was refused, or came after handing in.
 */
@customElement('mv-sheet-status')
export class SheetStatus extends MvElement {
  @property({ attribute: false }) place!: DeskPlace
  /** Names the questions of what was refused. */
  @property({ attribute: false }) sheet!: CompanySheet
  /** Whether the sheet could not be read just now. */
  @property({ type: Boolean }) isStale = false
  #hadTrouble = false
  #sources: readonly (AnswerDrafts | ReturnType<typeof workDrafts>)[] = []
  readonly #onChange = () => this.requestUpdate()

  override connectedCallback(): void {
    super.connectedCallback()
    this.#sources = [answerDrafts(), workDrafts()]
    for (const drafts of this.#sources) drafts.addEventListener('change', this.#onChange)
    addEventListener('online', this.#onChange)
    addEventListener('offline', this.#onChange)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const drafts of this.#sources) drafts.removeEventListener('change', this.#onChange)
    removeEventListener('online', this.#onChange)
    removeEventListener('offline', this.#onChange)
  }

  protected override render(): TemplateResult {
    const unsent = unsentOf(this.place)
    const refused = unsent.filter(({ state }) => state === 'refused')
    const trouble = this.#trouble(refused.length, unsent.filter(({ state }) => state === 'offline').length)
    const text = trouble || (this.#hadTrouble ? t('sheet-status-well-again') : '')
    this.#hadTrouble ||= trouble !== ''
    return html`<div class="sheet-status ${trouble ? 'is-trouble' : ''}">
      <p role="status">${text}</p>
      ${refused.length > 0 ? this.#refused(refused) : nothing}
    </div>`
  }

  #trouble(refused: number, offline: number): string {
    const isLasting = this.#sources.every((drafts) => drafts.isLasting)
    if (refused > 0) return t('sheet-status-refused', { n: refused })
    if (offline > 0) return t(isLasting ? 'sheet-status-offline' : 'sheet-status-page-only', { n: offline })
    if (this.isStale || !navigator.onLine) return t('sheet-status-away')
    const late = answerDrafts().countLate(this.place)
    return late > 0 ? t('sheet-status-late', { n: late }) : ''
  }

  #refused(refused: readonly Unsent[]): TemplateResult {
    return html`${unsentList(this.place, this.sheet, refused)} ${refused.some(mayHelpToRetry) ? this.#retry() : nothing}`
  }

  #retry(): TemplateResult {
    return html`<button type="button" class="quiet" @click=${() => this.#sources.forEach((drafts) => void drafts.retry())}>
      ${t('frame-wait-retry')}
    </button>`
  }
}

/** Where one written thing is now, in a few quiet words; nothing while it is safe and was not just written. */
export function draftWords(state: DraftState, isLasting: boolean): string {
  if (state === 'saved' || state === 'conflict') return ''
  return t(state === 'offline' && !isLasting ? 'sheet-draft-page-only' : `sheet-draft-${state}`)
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-sheet-status': SheetStatus
  }
}
