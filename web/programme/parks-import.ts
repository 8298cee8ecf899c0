import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ParkImportPreview, ParkNote, ParksImported } from '../../server/contract/parks.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { faultSummary, textField } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import { fileField, sendFile } from '../import/file-field.ts'
import '../import/import-texts.ts'
import '../styles/import-data.css'
import { factsLine } from './park-words.ts'
import './parks-texts.ts'

/** Parks came in: whoever lists them reads them again. */
export class ParksChangeEvent extends Event {
  constructor() {
    super('mv-parks-change', { bubbles: true })
  }
}

/** Parks from a CSV of the national register: choose it, look at what it holds and what is odd in it, bring it in. */
@customElement('mv-parks-import')
export class ParksImport extends MvElement {
  @property() org = ''
  @state() private file: File | undefined
  @state() private preview: ParkImportPreview | undefined
  @state() private doing: 'reading' | 'importing' | undefined
  @state() private done: ParksImported | undefined
  #source = ''
  readonly #form = new Form(this, 'parks-import')

  protected override render() {
    const { preview, doing, done } = this
    return html`${faultSummary(this.#form)}
      <p>${t('parks-import-lead')}</p>
      <p class="hint">${t('parks-import-columns')}</p>
      ${fileField({
        id: 'parks-file',
        label: t('parks-import-file'),
        chosen: preview === undefined ? '' : (this.file?.name ?? ''),
        accept: '.csv,.txt,text/csv',
        onFile: (file) => void this.#look(file),
      })}
      <p role="status" id="parks-done" tabindex="-1">${doing === undefined ? '' : t(`import-${doing}`)}${done === undefined ? nothing : html`<strong class="done">${t('parks-import-done', { ...done })}</strong>`}</p>
      ${preview === undefined ? nothing : this.#seen(preview)}`
  }

  #seen(preview: ParkImportPreview): TemplateResult {
    const { counts, faults, notes, more, regions, first } = preview
    if (faults.length > 0)
      return html`<section class="import-faults" id="parks-seen" tabindex="-1" aria-labelledby="parks-refused">
        <h3 id="parks-refused">${t('parks-import-refused')}</h3>
        ${noteTable(faults)}
      </section>`
    const n = counts.added + counts.changed
    return html`<div id="parks-seen" tabindex="-1">
      <h3>${t('parks-import-seen', { ...counts })}</h3>
      ${counts.leftOut > 0 ? html`<p>${t('parks-import-left-out', { n: counts.leftOut })}</p>` : nothing}
      ${
        notes.length === 0
          ? html`<p>${t('parks-import-notes-none')}</p>`
          : html`<details class="fold" ?open=${notes.length <= 20}>
              <summary>${t('parks-import-notes', { n: notes.length + more })}</summary>
              ${noteTable(notes)} ${more > 0 ? html`<p>${t('parks-import-notes-more', { n: more })}</p>` : nothing}
            </details>`
      }
      ${
        regions.length === 0
          ? nothing
          : html`<details class="fold">
              <summary>${t('parks-import-regions')}</summary>
              <ul>
                ${regions.map(({ name, code, parks }) => html`<li>${t('parks-import-region', { name, code, n: parks })}</li>`)}
              </ul>
            </details>`
      }
      <details class="fold">
        <summary>${t('parks-import-first')}</summary>
        <ul class="rows">
          ${first.map(
            (park) => html`<li>
              <div><strong>${park.name}</strong><p class="muted">${[park.region?.name, factsLine(park)].filter(Boolean).join(', ')}</p></div>
            </li>`,
          )}
        </ul>
      </details>
      ${n === 0 ? html`<p>${t('parks-import-nothing')}</p>` : this.#submit(n)}
    </div>`
  }

  #submit(n: number): TemplateResult {
    return html`${textField(this.#form, {
      name: 'source',
      label: t('parks-import-source'),
      hint: t('parks-import-source-hint'),
      value: this.#source,
      onInput: (source) => {
        this.#source = source
      },
    })}
      <p class="actions">
        <button type="button" class="primary" @click=${this.#import}>${t('parks-import-submit', { n })}</button>
      </p>`
  }

  async #look(file: File): Promise<void> {
    this.file = file
    this.preview = undefined
    this.done = undefined
    this.doing = 'reading'
    await this.#form.run(async () => {
      this.preview = await sendFile<ParkImportPreview>(`${this.#path}/preview`, file)
    })
    this.doing = undefined
    await this.updateComplete
    this.querySelector<HTMLElement>('#parks-seen')?.focus()
  }

  readonly #import = async (): Promise<void> => {
    const { file } = this
    if (file === undefined || this.#form.isBusy) return
    this.doing = 'importing'
    await this.#form.run(async () => {
      const source = this.#source.trim().slice(0, 160)
      const query = source === '' ? '' : `?source=${encodeURIComponent(source)}`
      this.done = await sendFile<ParksImported>(`${this.#path}${query}`, file)
      this.preview = undefined
      this.dispatchEvent(new ParksChangeEvent())
    })
    this.doing = undefined
    await this.updateComplete
    // The button that was pressed is gone with the preview.
    if (this.done !== undefined) this.querySelector<HTMLElement>('#parks-done')?.focus()
  }

  get #path(): string {
    return `/api/organisations/${this.org}/programme/parks/import`
  }
}

function noteTable(notes: readonly ParkNote[]): TemplateResult {
  return html`<table class="stacks parks-notes">
    <caption class="visually-hidden">${t('parks-import-what')}</caption>
    <thead>
      <tr><th scope="col">${t('parks-import-line')}</th><th scope="col">${t('parks-import-what')}</th></tr>
    </thead>
    <tbody>
      ${notes.map(
        (note) => html`<tr>
          <td><span class="cell-name" aria-hidden="true">${t('parks-import-line')}</span><span>${note.line}</span></td>
          <td>${noteText(note)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`
}

/** What was odd and what is done with it, in a sentence. */
function noteText({ code, variables }: ParkNote): string {
  const { column } = variables
  return t(`parks-note-${code}`, {
    ...variables,
    ...(typeof column === 'string' && { column: t(`parks-column-${column}`) }),
  })
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-parks-import': ParksImport
  }
}
