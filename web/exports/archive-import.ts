import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ArchiveImported, ArchivePreview } from '../../server/contract/archives.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { go } from '../app/router.ts'
import { faultSummary } from '../components/fields.ts'
import { formatDay, t } from '../i18n/texts.ts'
import { fileField } from '../import/file-field.ts'
import '../styles/exports.css'
import '../styles/import-data.css'
import './export-texts.ts'

/** Largest archive that is sent; the server has the last word. */
const MOST_BYTES = 64 * 1024 * 1024
const IMPORT = '/api/organisations/import'
const FILE = { headers: { 'content-type': 'application/octet-stream' } }

/** Makes a new organisation out of an archive: choose a file, see what it holds, import it. */
@customElement('mv-archive-import')
export class ArchiveImport extends MvElement {
  /** Name of the organisation of the page, to which nothing happens. */
  @property() name = ''
  @state() private preview: ArchivePreview | undefined
  @state() private isTooLarge = false
  /** Name of the file that was chosen last. */
  @state() private chosen = ''
  #file: File | undefined
  readonly #form = new Form(this, 'archive-import')
  readonly #importing = new Form(this, 'archive-store')

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="archive-in-heading">
      <h2 id="archive-in-heading">${t('archive-in-title')}</h2>
      <p>${t('archive-in-about', { name: this.name })}</p>
      ${faultSummary(this.#form)}
      ${fileField({
        id: 'archive-file',
        label: t('archive-in-file'),
        accept: '.json,application/json',
        chosen: this.chosen,
        onFile: (file) => void this.#choose(file),
      })}
      <p role="status">${this.#form.isBusy ? t('archive-in-looking') : this.isTooLarge ? t('archive-in-too-large') : ''}</p>
      ${this.preview === undefined ? nothing : this.#found(this.preview)}
    </section>`
  }

  #found({ archive, faults, more }: ArchivePreview): TemplateResult {
    if (archive === null) return faultList(faults, more)
    return html`<div class="notice archive-found" tabindex="-1">
      <h3>${t('archive-in-ready', { name: archive.name })}</h3>
      <p>${t('archive-in-made', { day: formatDay(archive.exportedAt) })}</p>
      ${contents(archive)} ${faultSummary(this.#importing)}
      <div class="actions">
        <button type="button" class="primary" @click=${() => this.#importing.run(this.#import)}>${t('archive-in-import')}</button>
        <span role="status" class="muted">${this.#importing.isBusy ? t('archive-in-importing') : ''}</span>
      </div>
    </div>`
  }

  async #choose(file: File): Promise<void> {
    if (this.#form.isBusy) return
    this.chosen = file.name
    this.preview = undefined
    this.#importing.clear()
    this.isTooLarge = file.size > MOST_BYTES
    if (this.isTooLarge) return
    this.#file = file
    await this.#form.run(async () => {
      this.preview = await call<ArchivePreview>('POST', `${IMPORT}/preview`, undefined, { ...FILE, body: file })
    })
    await this.updateComplete
    this.querySelector<HTMLElement>('.archive-found')?.focus()
  }

  readonly #import = async () => {
    if (this.#file === undefined) return
    const { id } = await call<ArchiveImported>('POST', IMPORT, undefined, { ...FILE, body: this.#file })
    go(`/o/${id}`)
  }
}

type Archive = NonNullable<ArchivePreview['archive']>

function contents({ counts }: Archive): TemplateResult {
  const { rounds, releases, anonymous, closing, reflections, interventions, files, instruments, people } = counts
  const line = (n: number, words: () => string) => (n === 0 ? nothing : html`<li>${words()}</li>`)
  return html`<ul aria-label=${t('archive-in-has')}>
    <li>${t('archive-in-rounds', { n: rounds, releases })}</li>
    ${line(anonymous, () => t('archive-in-anonymous', { n: anonymous }))}
    ${line(closing, () => t('archive-in-closing', { n: closing }))}
    ${line(reflections + interventions, () => t('archive-in-conversations', { reflections, agreements: interventions }))}
    ${line(files, () => t('archive-in-files', { n: files }))}
    ${line(instruments, () => t('archive-in-instruments', { n: instruments }))}
    ${line(people, () => t('archive-in-people', { n: people }))}
  </ul>`
}

function faultList(faults: ArchivePreview['faults'], more: number): TemplateResult {
  return html`<div class="faults archive-found" role="alert" tabindex="-1">
    <h3>${t('archive-in-faults')}</h3>
    <p>${t('archive-in-faults-about')}</p>
    <ul>
      ${faults.map(({ place, wrong }) => html`<li>${place === '' ? nothing : html`<code>${place}</code> `}${wrong}</li>`)}
    </ul>
    ${more === 0 ? nothing : html`<p>${t('archive-in-more', { n: more })}</p>`}
  </div>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-archive-import': ArchiveImport
  }
}
