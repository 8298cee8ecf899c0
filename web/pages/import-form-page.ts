import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { InstrumentImported, InstrumentPreview } from '../../server/contract/imports.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { faultSummary } from '../components/fields.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { faultTable } from '../import/fault-table.ts'
import { fileField, sendFile } from '../import/file-field.ts'
import { asChoice, nextVersion } from '../import/form-next.ts'
import { formPreview } from '../import/form-preview.ts'
import '../import/import-texts.ts'
import '../styles/import-data.css'
import { importRefused } from './import-page.ts'
import { mayRunRounds } from './round-words.ts'

type Listed = {
  readonly id: string
  readonly version: string
  readonly title: { nl: string; en: string }
  readonly isOwn: boolean
}

interface Page {
  readonly organisation: Organisation
  readonly instruments: readonly Listed[]
}

/** A questionnaire from an XLSForm: choose the file, look at what it would become, import it. */
@customElement('mv-import-form-page')
export class ImportFormPage extends MvElement {
  @property() org = ''
  @state() private file: File | undefined
  @state() private preview: InstrumentPreview | undefined
  @state() private comparable: ReadonlySet<string> = new Set()
  @state() private done: (InstrumentImported & { title: string }) | undefined
  @state() private doing: 'reading' | 'importing' | undefined
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  readonly #form = new Form(this, 'import-form')

  protected override render() {
    return this.#page.render(({ organisation, instruments }) => {
      if (!mayRunRounds(organisation.role)) return importRefused(this.org, t('import-form-title'))
      return html`<div class="narrow import-page">
        ${faultSummary(this.#form)}
        ${this.done === undefined ? this.#choosing() : this.#imported(this.done)}
        ${this.preview === undefined && this.done === undefined ? this.#downloads(instruments) : nothing}
      </div>`
    })
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const path = `/api/organisations/${this.org}`
    const [organisation, { items }] = await Promise.all([
      call<Organisation>('GET', path, undefined, { signal }),
      call<{ items: Listed[] }>('GET', `${path}/instruments`, undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    return { organisation, instruments: items }
  }

  #choosing(): TemplateResult {
    const { preview, doing } = this
    return html`<h1>${t('import-form-title')}</h1>
      <p class="lead">${t('import-form-lead')}</p>
      ${
        preview === undefined
          ? html`<p>${t('import-form-need')}</p>
              <p><a href="/api/instruments/example-form" download>${t('import-form-example')}</a></p>`
          : nothing
      }
      ${fileField({
        id: 'import-file',
        label: t('import-form-file'),
        chosen: preview === undefined ? '' : (this.file?.name ?? ''),
        accept: '.xlsx',
        onFile: (file) => void this.#look(file),
      })}
      <p role="status">${doing === undefined ? '' : t(`import-${doing}`)}</p>
      ${preview === undefined ? nothing : this.#seen(preview)}`
  }

  #seen(preview: InstrumentPreview): TemplateResult {
    const { faults, more, form, next } = preview
    const title = form?.title[locale()] ?? ''
    return html`<div id="import-preview" tabindex="-1">
      ${faultTable(faults, more, t('import-faults-about'))}
      ${form === null ? nothing : html`<h2>${t('import-form-seen', { title, n: form.items })}</h2>`} ${formPreview(preview)}
      ${
        form === null
          ? nothing
          : html`${asChoice(preview, (as) => void this.#choose(as))}
            ${next === null ? nothing : nextVersion(next, this.comparable, this.#toggle)}
            ${
              next?.isSame
                ? nothing
                : html`<p class="actions">
                    <button type="button" class="primary" @click=${this.#import}>${t('import-form-submit')}</button>
                  </p>`
            }`
      }
    </div>`
  }

  #imported({ title }: { title: string }): TemplateResult {
    return html`<h1 id="import-done" tabindex="-1">${t('import-form-done', { title })}</h1>
      <p class="lead">${t('import-form-done-about')}</p>
      <p class="actions">
        <a class="button primary" href="/o/${this.org}/rounds/new">${t('import-form-done-round')}</a>
        <button type="button" @click=${this.#another}>${t('import-form-done-another')}</button>
      </p>`
  }

  #downloads(instruments: readonly Listed[]): TemplateResult {
    return html`<section aria-labelledby="import-own">
      <h2 id="import-own">${t('import-form-own')}</h2>
      <p>${t('import-form-own-about')}</p>
      <ul class="rows">
        ${instruments
          .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn))
          .map(
            ({ id, version, title, isOwn }) => html`<li>
            <div>
              <a href="/api/organisations/${this.org}/instruments/${id}/${version}/form" download>
                ${t('import-form-download', { title: title[locale()], version })}
              </a>
              <p class="muted">${t(isOwn ? 'import-form-is-own' : 'import-form-is-general')}</p>
            </div>
          </li>`,
          )}
      </ul>
    </section>`
  }

  readonly #toggle = (id: string, isComparable: boolean) => {
    const comparable = new Set(this.comparable)
    if (isComparable) comparable.add(id)
    else comparable.delete(id)
    this.comparable = comparable
  }

  async #look(file: File, as?: string): Promise<void> {
    this.doing = 'reading'
    this.comparable = new Set()
    await this.#form.run(async () => {
      if (as === undefined) this.preview = undefined
      const query = as === undefined ? '' : `?as=${as}`
      this.preview = await sendFile<InstrumentPreview>(`${this.#path}/preview${query}`, file)
      this.file = file
    })
    this.doing = undefined
    await this.updateComplete
    if (as === undefined) this.querySelector<HTMLElement>('#import-preview')?.focus()
  }

  async #choose(as: string): Promise<void> {
    if (this.file !== undefined) await this.#look(this.file, as)
    this.querySelector<HTMLElement>(`input[name="as"][value="${as}"]`)?.focus()
  }

  readonly #import = async (): Promise<void> => {
    const { file, preview } = this
    if (file === undefined || preview?.form == null || this.#form.isBusy) return
    const title = preview.form.title[locale()]
    const as = preview.next?.of.id ?? 'new'
    const comparable = [...this.comparable].join(',')
    this.doing = 'importing'
    await this.#form.run(async () => {
      const query = `?as=${as}${comparable === '' ? '' : `&comparable=${comparable}`}`
      this.done = { ...(await sendFile<InstrumentImported>(`${this.#path}${query}`, file)), title }
    })
    this.doing = undefined
    await this.updateComplete
    this.querySelector<HTMLElement>('#import-done')?.focus()
  }

  readonly #another = () => {
    this.file = undefined
    this.preview = undefined
    this.done = undefined
    void this.#page.refresh()
  }

  get #path(): string {
    return `/api/organisations/${this.org}/imports/instruments`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-import-form-page': ImportFormPage
  }
}
