import { html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { AuditEntry } from '../../server/contract/audit.ts'
import { AUDIT_KINDS } from '../../server/contract/audit-kinds.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { faultSummary, selectField, textField } from '../components/fields.ts'
import { emptyState } from '../components/states.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import './audit-whole.ts'
import { eventList } from './event-list.ts'

interface Page {
  readonly items: readonly AuditEntry[]
  readonly next: string | null
}

/** What a reader wants to see; empty texts choose nothing. */
interface Chosen {
  readonly kind: string
  readonly from: string
  readonly to: string
}

const ALL: Chosen = { kind: '', from: '', to: '' }

/** The log of an organisation: whether anybody changed it, what to show of it, and its events, newest first. */
@customElement('mv-audit-log')
export class AuditLog extends MvElement {
  @property() org = ''
  @state() private chosen = ALL
  /** Pages after the first. */
  @state() private older: readonly Page[] = []
  readonly #first = new Reading<Page>(this, (signal) => this.#read(signal))
  readonly #filter = new Form(this, 'audit-filter')
  readonly #more = new Form(this, 'audit-more')

  protected override render() {
    return html`<mv-audit-whole .org=${this.org}></mv-audit-whole>
      ${this.#filterForm()}
      <section aria-labelledby="audit-heading">
        <h2 id="audit-heading">${t('audit-list-title')}</h2>
        ${this.#first.render((page) => this.#list(page), 'part')}
      </section>
      <p class="audit-file">
        <a class="button" href=${this.#fileAddress()} download>${t('audit-download')}</a>
        <span class="hint">${t('audit-download-hint')}</span>
      </p>`
  }

  #filterForm(): TemplateResult {
    const form = this.#filter
    const { kind, from, to } = this.chosen
    const kinds = AUDIT_KINDS.map((value) => ({ value, label: t(`audit-kind-${value}`) }))
    return html`<form class="audit-filter" novalidate @submit=${form.onSubmit(this.#choose)}>
      ${faultSummary(form)}
      ${selectField(form, {
        name: 'kind',
        label: t('audit-filter-kind'),
        options: [{ value: '', label: t('audit-filter-all') }, ...kinds],
        chosen: [kind],
      })}
      ${textField(form, { name: 'from', type: 'date', label: t('audit-filter-from'), value: from })}
      ${textField(form, { name: 'to', type: 'date', label: t('audit-filter-to'), value: to })}
      <button>${t('audit-filter-submit')}</button>
    </form>`
  }

  #list(first: Page): TemplateResult {
    const pages = [first, ...this.older]
    if (first.items.length === 0) return this.#empty()
    const next = pages.at(-1)?.next ?? null
    const events = pages.flatMap(({ items }) => items)
    return eventList(events, { form: this.#more, onOlder: next === null ? undefined : () => this.#readOlder(next) })
  }

  #empty(): TemplateResult {
    if (this.chosen === ALL) return emptyState(t('audit-empty'))
    const clear = () => this.#show(ALL)
    return emptyState(
      t('audit-empty-filter'),
      html`<button type="button" @click=${clear}>${t('audit-empty-filter-clear')}</button>`,
    )
  }

  readonly #choose = async (values: FormData) => {
    await this.#show({ kind: textOf(values, 'kind'), from: textOf(values, 'from'), to: textOf(values, 'to') })
  }

  async #show(chosen: Chosen): Promise<void> {
    this.chosen = chosen
    this.older = []
    await this.#first.read()
  }

  #read(signal: AbortSignal): Promise<Page> {
    return call('GET', `/api/organisations/${this.org}/audit?${query(this.chosen)}`, undefined, { signal })
  }

  async #readOlder(cursor: string): Promise<void> {
    const { chosen } = this
    const page = await call<Page>('GET', `/api/organisations/${this.org}/audit?${query({ ...chosen, cursor })}`)
    // Somebody may have chosen something else meanwhile.
    if (chosen === this.chosen) this.older = [...this.older, page]
  }

  #fileAddress(): string {
    return `/api/organisations/${this.org}/audit.csv?${query({ ...this.chosen, locale: locale() })}`
  }
}

/** A choice as the server takes it: days of the reader, up to and including the last. */
function query({
  from,
  to,
  ...rest
}: Chosen & { readonly cursor?: string; readonly locale?: string }): URLSearchParams {
  const times = { from: startOfDay(from, 0), to: startOfDay(to, 1) }
  return new URLSearchParams(Object.entries({ ...rest, ...times }).filter(([, value]) => value !== ''))
}

/** When a day, or one so many days later, begins where the reader is; empty for none. */
function startOfDay(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return day === '' ? '' : new Date(year, month - 1, date + later).toISOString()
}
