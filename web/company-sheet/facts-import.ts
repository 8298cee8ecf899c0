import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { VsmeKept, VsmePreview } from '../../server/contract/evidence-facts.ts'
import { ApiError, call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Modal } from '../components/modal.ts'
import { problemText } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import '../styles/facts-import.css'
import { sheetPath } from './addresses.ts'
import './fact-words.ts'
import { factsPreview } from './facts-preview.ts'

/** Largest file that is sent; the server has the last word. */
const MOST_BYTES = 5 * 1024 * 1024

/** Where the reader is: choosing a file, waiting, looking at what was found, or done. */
type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'busy'; readonly doing: 'reading' | 'keeping' }
  | { readonly at: 'seen'; readonly file: File; readonly preview: VsmePreview }
  | {
      readonly at: 'failed'
      readonly what: 'vsme-failed' | 'vsme-keep-failed'
      readonly error: ApiError
      readonly again: () => void
    }
  | { readonly at: 'sure' }
  | { readonly at: 'done'; readonly words: string }

/** Figures beside the questions changed: whoever shows them reads them again. */
export class FactsEvent extends Event {
  constructor() {
    super('mv-facts', { bubbles: true })
  }
}

/**
 * A quiet button that opens a dialog in which the figures of a filled VSME report are put beside the questions of a sheet:
 * choose the file, look at what is in it, keep it; or take the figures away. None of it is an answer.
 */
@customElement('mv-facts-import')
export class FactsImport extends MvElement {
  @property() org = ''
  @property() round = ''
  /** Figures that stand beside the questions now. */
  @property({ type: Number }) stored = 0
  @state() private step: Step = { at: 'choose' }
  readonly #modal = new Modal('vsme')

  protected override render(): TemplateResult {
    return html`<button type="button" class="quiet" @click=${this.#open}>${t('vsme-open')}</button>
      ${this.#modal.render(t('vsme-title'), html`<div class="facts-import" tabindex="-1">${this.#body()}</div>`)}`
  }

  #body(): TemplateResult {
    const { step } = this
    switch (step.at) {
      case 'choose':
        return html`<p>${t('vsme-intro')}</p>
          ${this.stored > 0 ? html`<p>${t('vsme-now', { n: this.stored })}</p>` : nothing}
          <div class="actions">
            ${this.#chooser('vsme-choose', true)}
            ${this.stored > 0 ? html`<button type="button" @click=${() => this.#go({ at: 'sure' })}>${t('vsme-remove')}</button>` : nothing}
            ${this.#closing()}
          </div>`
      case 'busy':
        return html`<p role="status" aria-busy="true">${t(`vsme-${step.doing}`)}…</p>`
      case 'seen':
        return html`${factsPreview(step.preview)}
          <div class="actions">
            ${
              step.preview.items.length > 0
                ? html`<button type="button" class="primary" @click=${() => this.#keep(step.file)}>${t('vsme-keep')}</button>`
                : nothing
            }
            ${this.#chooser('vsme-other', step.preview.items.length === 0)} ${this.#closing()}
          </div>`
      case 'failed':
        return html`<p role="alert">
            ${t(step.what)} ${problemText(step.error)}
          </p>
          <div class="actions">
            ${
              mayPass(step.error)
                ? html`<button type="button" class="primary" @click=${step.again}>${t('vsme-retry')}</button>`
                : nothing
            }
            ${this.#chooser('vsme-other', !mayPass(step.error))} ${this.#closing()}
          </div>`
      case 'sure':
        return html`<p>${t('vsme-remove-sure')}</p>
          <div class="actions">
            <button type="button" class="danger" @click=${this.#remove}>${t('vsme-remove-yes')}</button>
            <button type="button" @click=${() => this.#go({ at: 'choose' })}>${t('frame-cancel')}</button>
          </div>`
      case 'done':
        return html`<p role="status">${step.words}</p>
          <div class="actions">
            <button type="button" class="primary" @click=${this.#modal.close}>${t('vsme-close')}</button>
          </div>`
    }
  }

  #chooser(text: string, isFirst: boolean): TemplateResult {
    return html`<label class="facts-file">
      <span class="button ${isFirst ? 'primary' : ''}">${t(text)}</span>
      <input class="visually-hidden" type="file" accept=".xlsx" @change=${this.#chosen} />
    </label>`
  }

  #closing(): TemplateResult {
    return html`<button type="button" class="quiet" @click=${this.#modal.close}>${t('vsme-close')}</button>`
  }

  readonly #open = () => {
    this.step = { at: 'choose' }
    this.#modal.open()
  }

  readonly #chosen = ({ target }: Event) => {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined
    if (file !== undefined) void this.#read(file)
  }

  #read(file: File): Promise<void> {
    return this.#try('reading', async () => {
      if (file.size > MOST_BYTES) throw new ApiError({ type: '/problems/not-a-workbook', title: '', status: 413 })
      return { at: 'seen', file, preview: await send<VsmePreview>(`${this.#path}/preview`, file) }
    })
  }

  #keep(file: File): Promise<void> {
    return this.#try('keeping', async () => {
      const { facts, items } = await send<VsmeKept>(this.#path, file)
      this.dispatchEvent(new FactsEvent())
      return { at: 'done', words: t('vsme-kept', { facts, items }) }
    })
  }

  readonly #remove = () =>
    this.#try('keeping', async () => {
      await call('DELETE', this.#path)
      this.dispatchEvent(new FactsEvent())
      return { at: 'done', words: t('vsme-removed') }
    })

  get #path(): string {
    return `${sheetPath({ org: this.org, round: this.round })}/vsme`
  }

  async #try(doing: 'reading' | 'keeping', work: () => Promise<Step>): Promise<void> {
    this.#go({ at: 'busy', doing })
    try {
      this.#go(await work())
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const what = doing === 'reading' ? 'vsme-failed' : 'vsme-keep-failed'
      this.#go({ at: 'failed', what, error, again: () => void this.#try(doing, work) })
    }
  }

  /** What was pressed is gone: the focus goes to what took its place. */
  #go(step: Step): void {
    this.step = step
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.facts-import')?.focus())
  }
}

/** Whether the same may work at another moment. */
function mayPass({ problem: { status } }: ApiError): boolean {
  return status === 0 || status >= 500
}

function send<Reply>(path: string, file: File): Promise<Reply> {
  return call<Reply>('POST', path, undefined, { body: file, headers: { 'content-type': 'application/octet-stream' } })
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-facts-import': FactsImport
  }
}
