import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CompanySheet, EvidenceFile } from '../../server/contract/company-sheets.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { problemText } from '../components/states.ts'
import { formatNumber, hasText, t } from '../i18n/texts.ts'
import { sheetPath } from './addresses.ts'
import type { SheetDesk } from './sheet-desk.ts'
import { momentWords, whoWords } from './sheet-words.ts'
import { type Upload, type Uploads, uploadsOf } from './uploads.ts'

/** Files that show where an answer comes from: added with how far they are, taken along, removed. */
@customElement('mv-evidence-files')
export class EvidenceFiles extends MvElement {
  @property({ attribute: false }) desk!: SheetDesk
  @property({ attribute: false }) sheet!: CompanySheet
  @property({ attribute: false }) itemId = ''
  /** The file that the reader is asked about: remove it? */
  @state() private asking: string | undefined
  #uploads: Uploads | undefined
  readonly #onChange = () => this.requestUpdate()
  readonly #onSent = () => this.desk.refresh()

  override connectedCallback(): void {
    super.connectedCallback()
    this.#uploads = uploadsOf(this.desk.place)
    this.#uploads.addEventListener('change', this.#onChange)
    this.#uploads.addEventListener('sent', this.#onSent)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#uploads?.removeEventListener('change', this.#onChange)
    this.#uploads?.removeEventListener('sent', this.#onSent)
  }

  protected override render(): TemplateResult {
    const files = this.sheet.files.filter((file) => file.itemId === this.itemId)
    const uploads = this.#uploads?.of(this.itemId) ?? []
    const { problem } = this.desk
    return html`<h3 id="sheet-files">${t('sheet-files-title')}</h3>
      ${
        files.length + uploads.length === 0
          ? html`<p class="hint">${t('sheet-files-none')}</p>`
          : html`<ul class="sheet-files" aria-labelledby="sheet-files">
              ${files.map((file) => this.#file(file))} ${uploads.map((upload) => this.#upload(upload))}
            </ul>`
      }
      ${problem && this.asking !== undefined ? html`<p class="fault" role="alert">${problemText(problem)}</p>` : nothing}
      ${this.sheet.mayWrite ? this.#adding() : nothing}`
  }

  #file(file: EvidenceFile): TemplateResult {
    const { place } = this.desk
    const about = t('sheet-file-about', {
      size: sizeWords(file.bytes),
      who: whoWords(this.sheet, file.by),
      when: momentWords(file.at),
    })
    return html`<li>
      <a href="${sheetPath(place)}/files/${file.id}" download=${file.name}>${file.name}</a>
      <span class="hint">${about}</span>
      ${this.#mayRemove(file) ? this.#removal(file) : nothing}
    </li>`
  }

  #mayRemove({ by }: EvidenceFile): boolean {
    const { mayWrite, mayRemoveAny, me } = this.sheet
    return mayWrite && (mayRemoveAny || by === me)
  }

  #removal({ id, name }: EvidenceFile): TemplateResult {
    if (this.asking !== id)
      return html`<button type="button" class="quiet" aria-label=${t('sheet-file-remove-named', { name })} @click=${() => this.#ask(id)}>
        ${t('sheet-file-remove')}
      </button>`
    return html`<span class="actions" role="group" aria-label=${t('sheet-file-remove-sure')}>
      <span>${t('sheet-file-remove-sure')}</span>
      <button type="button" class="danger" @click=${() => this.#remove(id)}>${t('sheet-file-remove-yes')}</button>
      <button type="button" @click=${() => this.#ask(undefined)}>${t('frame-cancel')}</button>
    </span>`
  }

  #upload(upload: Upload): TemplateResult {
    const { id, file, sent, problem } = upload
    if (problem === undefined)
      return html`<li>
        <span>${file.name}</span>
        <progress max="1" value=${sent} aria-label=${t('sheet-file-sending', { name: file.name })}></progress>
        <span class="hint">${t('sheet-file-percent', { percent: Math.floor(sent * 100) })}</span>
      </li>`
    return html`<li>
      <span>${file.name}</span>
      <span class="fault" role="alert">${failureWords(problem)}</span>
      <span class="actions">
        ${isAboutFile(problem) ? nothing : html`<button type="button" @click=${() => this.#uploads?.retry(id)}>${t('frame-wait-retry')}</button>`}
        <button type="button" class="quiet" @click=${() => this.#uploads?.forget(id)}>${t('sheet-file-forget')}</button>
      </span>
    </li>`
  }

  #adding(): TemplateResult {
    return html`<label class="sheet-add-file">
      <span class="button">${t('sheet-file-add')}</span>
      <input class="visually-hidden" type="file" multiple aria-describedby="sheet-file-hint" @change=${this.#add} />
    </label>
    <p class="hint" id="sheet-file-hint">${t('sheet-file-hint')}</p>`
  }

  #add({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return
    for (const file of target.files ?? []) this.#uploads?.add(this.itemId, file)
    // The same file can be chosen again.
    target.value = ''
  }

  #ask(id: string | undefined): void {
    this.asking = id
    // The button that was pressed is gone.
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(id ? '.danger' : '.sheet-files .quiet')?.focus(),
    )
  }

  async #remove(id: string): Promise<void> {
    const isRemoved = await this.desk.act((path) => call<void>('DELETE', `${path}/files/${id}`))
    if (isRemoved) this.#ask(undefined)
  }
}

/** Whether the file itself is why it was refused: sending it again meets the same. */
function isAboutFile(code: string): boolean {
  return code.startsWith('file-') || code === 'body-too-large'
}

function failureWords(code: string): string {
  if (code === 'file-too-large' || code === 'body-too-large') return t('sheet-file-too-large')
  return hasText(`problem-${code}`) ? t(`problem-${code}`) : t('sheet-file-failed')
}

/** A size as people say it: kilobytes, or megabytes with one decimal. */
function sizeWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  if (megabytes >= 1) return t('sheet-file-megabytes', { size: formatNumber(megabytes, 1) })
  return t('sheet-file-kilobytes', { size: formatNumber(Math.max(1, Math.round(bytes / 1024))) })
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-evidence-files': EvidenceFiles
  }
}
