import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import { MvElement } from '../app/element.ts'
import type { DraftState } from '../drafts/draft.ts'
import { DraftChange } from '../drafts/drafts.ts'
import { t } from '../i18n/texts.ts'
import { newestPart } from './own-changes.ts'
import type { SheetDesk } from './sheet-desk.ts'
import { draftWords } from './sheet-status.ts'
import { type WorkPart, workDrafts, workKey, workPath } from './work-drafts.ts'

/**
 * One part of what a team keeps with a question: kept on this device at every keystroke, sent with the revision that it
 * was written on, and never overwritten by what comes from the server while the reader is at it.
 */
export abstract class WorkPartElement extends MvElement {
  @property({ attribute: false }) desk!: SheetDesk
  @property({ attribute: false }) sheet!: CompanySheet
  @property({ attribute: false }) itemId = ''
  /** What stood there when the reader began to write; undefined while they do not. */
  #begun: { readonly seen: string | null; readonly revision: number } | undefined
  #wasWritten = false
  readonly #drafts = workDrafts()
  readonly #onDraft = (event: Event) => {
    if (event instanceof DraftChange && (event.key === '' || event.key === this.#key)) this.requestUpdate()
  }

  /** Which part this is. */
  protected abstract readonly workPart: WorkPart

  override connectedCallback(): void {
    super.connectedCallback()
    this.#drafts.addEventListener('change', this.#onDraft)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#drafts.removeEventListener('change', this.#onDraft)
    this.#drafts.flush()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('itemId')) this.end()
  }

  /** What stands there for the reader. */
  protected get value(): string | null {
    return (
      this.#drafts.bodyOf(this.#key)?.value ?? newestPart(this.desk.place, this.sheet, this.itemId, this.workPart).value
    )
  }

  protected get state(): DraftState {
    return this.#drafts.stateOf(this.#key)
  }

  /** Keeps what the reader wrote or chose. */
  protected write(value: string | null): void {
    const { place } = this.desk
    const stored = newestPart(place, this.sheet, this.itemId, this.workPart)
    const seen = this.#drafts.bodyOf(this.#key)?.seen
    this.#begun ??= { seen: stored.value, revision: stored.revision }
    const { seen: begunOn, revision } = this.#begun
    this.#wasWritten = true
    void this.#drafts.keep(
      this.#key,
      workPath(place, this.itemId),
      { value, seen: seen === undefined ? begunOn : seen },
      revision,
    )
    this.requestUpdate()
  }

  /** The reader is done for now. */
  protected end(): void {
    this.#begun = undefined
    this.#drafts.flush()
  }

  /** Where the words are now; it keeps its place while there is nothing to say. */
  protected standing(refused: string): TemplateResult {
    const words = this.state === 'refused' ? refused : draftWords(this.state, this.#drafts.isLasting)
    const saved = this.#wasWritten && this.state === 'saved' ? t('sheet-draft-saved') : ''
    return html`<p class="sheet-saved is-${this.state}">${words || saved}</p>`
  }

  /** Two versions beside each other, when a colleague wrote meanwhile. */
  protected conflict(words: (value: string | null) => string): TemplateResult | typeof nothing {
    const conflict = this.#drafts.conflictOf(this.#key)
    if (!conflict) return nothing
    const id = `work-conflict-${this.workPart}`
    const theirs = conflict.isHere ? 'sheet-work-conflict-window' : 'sheet-work-conflict-theirs'
    const version = (title: string, value: string | null, keep: 'mine' | 'theirs') => html`<div class="sheet-version">
      <h4>${t(title)}</h4>
      <p class="sheet-note-read">${words(value) || t('sheet-work-conflict-empty')}</p>
      <button type="button" @click=${() => this.#resolve(keep)}>${t(`sheet-work-conflict-keep-${keep}`)}</button>
    </div>`
    return html`<div class="sheet-conflict" role="group" aria-labelledby=${id}>
      <h3 id=${id} role="alert">${t('sheet-work-conflict-title')}</h3>
      <div class="sheet-versions">
        ${version('sheet-work-conflict-mine', this.value, 'mine')}
        ${version(theirs, conflict.theirs?.value ?? null, 'theirs')}
      </div>
    </div>`
  }

  async #resolve(keep: 'mine' | 'theirs'): Promise<void> {
    await this.#drafts.resolve(this.#key, keep)
    this.end()
    this.desk.refresh()
  }

  get #key(): string {
    return workKey(this.desk.place, this.itemId, this.workPart)
  }
}
