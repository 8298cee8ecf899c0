import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { ProgrammePreview, ProgrammeReleaseSummary } from '../../server/contract/programme-releases.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { faultSummary, formActions, selectField } from '../components/fields.ts'
import { emptyState } from '../components/states.ts'
import { locale } from '../i18n/locale.ts'
import { formatDay, t } from '../i18n/texts.ts'
import { readInstrument } from '../interventions/instrument-of.ts'
import { periodWithin } from '../programme/park-words.ts'
import { mayPrepare } from '../programme/programme-roles.ts'
import { hiddenPart, publicTable } from '../programme/publish-parts.ts'
import '../programme/publish-texts.ts'
import { type Names, namesOf } from '../results/names.ts'
import '../styles/result-table.css'
import '../styles/programme-publish.css'
import { PrintController } from '../results/printing.ts'
import { periodText } from './round-words.ts'

interface Page {
  readonly organisation: Organisation
  /** Undefined for who does not prepare publications. */
  readonly preview: ProgrammePreview | undefined
  /** Undefined while nothing was contributed. */
  readonly instrument: InstrumentView | undefined
}

/** A page of which the preview is there. */
type Known = Page & { readonly preview: ProgrammePreview }

/** Publishing a quarter of a programme: what goes in and what not, what readers see, and then for good. */
@customElement('mv-publish-page')
export class PublishPage extends MvElement {
  @property() org = ''
  @state() private period = new URLSearchParams(location.search).get('period') ?? ''
  @state() private done: ProgrammeReleaseSummary | undefined
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  protected readonly printing = new PrintController(this)
  readonly #form = new Form(this, 'publish', [
    { field: 'known', fault: 'publish-confirm-fault', holds: (value) => value !== '' },
  ])

  protected override render(): TemplateResult {
    if (this.done !== undefined) return this.#published(this.done)
    return this.#page.render(
      (page) => html`<div class="publish-page">
        ${faultSummary(this.#form)}
        <h1>${t('publish-title')}</h1>
        ${this.#prepared(page)}
      </div>`,
    )
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const own = `/api/organisations/${this.org}`
    const organisation = await call<Organisation>('GET', own, undefined, { signal })
    learnName(organisation.id, organisation.name)
    if (!mayPrepare(organisation.role)) return { organisation, preview: undefined, instrument: undefined }
    const query = this.period === '' ? '' : `?period=${encodeURIComponent(this.period)}`
    const preview = await call<ProgrammePreview>('GET', `${own}/programme/releases/preview${query}`, undefined, {
      signal,
    })
    const version = preview.instrument.versions.at(-1)
    const instrument = version === undefined ? undefined : { id: preview.instrument.id, version }
    return { organisation, preview, instrument: instrument && (await readInstrument(instrument, signal)) }
  }

  #prepared({ organisation, preview, instrument }: Page): TemplateResult {
    if (preview === undefined) return html`<p>${t('publish-not-yours')}</p>${this.#toOverview()}`
    if (preview.period === null) return emptyState(t('publish-empty'), this.#toOverview())
    return html`<p class="lead">${t('publish-lead')}</p>
      <h2>${t('publish-quarter-title')}</h2>
      ${this.#quarter(preview)}
      ${this.#page.isStale ? this.#away() : this.#shown({ organisation, preview, instrument })}`
  }

  #shown({ organisation, preview, instrument }: Known): TemplateResult {
    return html`<h2>${t('publish-shown-title')}</h2>
      ${this.#outcome(preview)}
      ${instrument === undefined || preview.rows.length === 0 ? nothing : this.#figures(preview, namesOf(instrument, locale()))}
      ${preview.outcome === 'publishable' ? this.#confirm(preview, organisation.role === 'owner') : this.#toOverview()}`
  }

  #quarter({ period, periods, earlier, tookPart, instrument }: ProgrammePreview): TemplateResult {
    const options = periods.map(({ period: value, contributed, releases }) => {
      return { value, label: t('publish-quarter-option', { period: periodText(value), n: contributed, releases }) }
    })
    const { joined, contributed } = tookPart
    const field = selectField(this.#form, {
      name: 'period',
      label: t('publish-quarter'),
      options,
      chosen: [this.period || (period ?? '')],
      onChoose: (value) => this.#choose(value),
    })
    if (this.#page.isStale) return field
    return html`${field}
      <p>${t('publish-coverage', { joined, contributed, period: periodWithin(period ?? '') })}
        ${instrument.versions.length === 0 ? nothing : t('publish-versions', { versions: instrument.versions.join(', ') })}
        ${earlier === null ? nothing : t('publish-earlier', { number: earlier.number, date: formatDay(earlier.madeAt) })}</p>`
  }

  #outcome({ outcome }: ProgrammePreview): TemplateResult {
    if (outcome === 'unchanged') return html`<p class="notice">${t('publish-unchanged')}</p>`
    if (outcome === 'release-stands') return html`<p class="notice">${t('publish-stands')}</p>`
    return outcome === 'nothing-yet' ? html`<p class="notice">${t('publish-nothing')}</p>` : html`${nothing}`
  }

  #figures(preview: ProgrammePreview, names: Names): TemplateResult {
    return html`${hiddenPart(preview, names)}
      <h2>${t('publish-public-title')}</h2>
      <p>${t('publish-public-note')}</p>
      <p class="muted">${t('publish-no-values')}</p>
      ${publicTable(preview, names)}`
  }

  #confirm({ period }: ProgrammePreview, mayPublish: boolean): TemplateResult {
    if (!mayPublish) return html`<p class="notice">${t('publish-managers-only')}</p>`
    const fault = this.#form.faultOf('known')
    return html`<h2>${t('publish-confirm-title')}</h2>
      <p>${t('publish-confirm-note')}</p>
      <form novalidate @submit=${this.#form.onSubmit(() => this.#publish(period ?? ''))}>
        <div class="field ${fault === undefined ? '' : 'is-faulty'}">
          <label class="choice">
            <input id="publish-known" type="checkbox" name="known" value="yes" aria-invalid=${fault === undefined ? nothing : 'true'} />
            <span>${t('publish-confirm-box')}</span>
          </label>
        </div>
        ${formActions(
          this.#form,
          html`<button class="primary">${t('publish-confirm-submit', { period: periodWithin(period ?? '') })}</button>
            <a class="button quiet" href="/o/${this.org}">${t('frame-cancel')}</a>`,
        )}
      </form>`
  }

  #published({ period }: ProgrammeReleaseSummary): TemplateResult {
    return html`<h1 tabindex="-1">${t('publish-done-title', { period: periodText(period) })}</h1>
      <p role="status">${t('publish-done-note')}</p>
      <p><a class="button primary" href="/o/${this.org}">${t('publish-to-overview')}</a></p>`
  }

  /** The quarter that was chosen did not come: figures of another one would stand under its name. */
  #away(): TemplateResult {
    return html`<div class="notice" role="alert">
      <p>${t('publish-away')}</p>
      <button type="button" @click=${() => void this.#page.refresh()}>${t('frame-wait-retry')}</button>
    </div>`
  }

  #toOverview(): TemplateResult {
    return html`<p><a class="button" href="/o/${this.org}">${t('publish-to-overview')}</a></p>`
  }

  #choose(period: string): void {
    this.period = period
    void this.#page.refresh()
  }

  async #publish(period: string): Promise<void> {
    const path = `/api/organisations/${this.org}/programme/releases`
    try {
      this.done = await call<ProgrammeReleaseSummary>('POST', path, { period })
    } catch (error) {
      // Somebody else published meanwhile, or a company left: what is shown is true no longer.
      void this.#page.refresh()
      throw error
    }
    await this.updateComplete
    this.querySelector('h1')?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }
}
