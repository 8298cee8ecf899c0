import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { SystemEntry } from '../../server/contract/audit.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import '../audit/audit-texts.ts'
import { eventSentence, eventTime } from '../audit/event-words.ts'
import { t } from '../i18n/texts.ts'
import { faultSummary } from './fields.ts'
import { emptyState } from './states.ts'

interface Page {
  readonly items: readonly SystemEntry[]
  readonly next: string | null
}

/** What happened to the installation, newest first, for who runs it. A section with its own heading. */
@customElement('mv-system-events')
export class SystemEvents extends MvElement {
  /** Pages after the first. */
  @state() private older: readonly Page[] = []
  readonly #first = new Reading<Page>(this, (signal) => call('GET', '/api/operator/events', undefined, { signal }))
  readonly #more = new Form(this, 'system-events')

  protected override render() {
    return html`<section aria-labelledby="system-events-heading">
      <h2 id="system-events-heading">${t('audit-system-title')}</h2>
      <p class="muted">${t('audit-system-intro')}</p>
      ${this.#first.render((page) => this.#list(page), 'part')}
    </section>`
  }

  #list(first: Page): TemplateResult {
    if (first.items.length === 0) return emptyState(t('audit-system-empty'))
    const pages = [first, ...this.older]
    const next = pages.at(-1)?.next ?? null
    return html`<ol class="rows audit-list">
        ${pages.flatMap(({ items }) => items).map((entry) => row(entry))}
      </ol>
      ${faultSummary(this.#more)}
      ${
        next === null
          ? nothing
          : html`<p class="actions">
              <button type="button" @click=${() => this.#more.run(() => this.#readOlder(next))}>${t('audit-more')}</button>
              <span role="status" class="muted">${this.#more.isBusy ? t('audit-more-busy') : ''}</span>
            </p>`
      }`
  }

  async #readOlder(cursor: string): Promise<void> {
    const page = await call<Page>('GET', `/api/operator/events?${new URLSearchParams({ cursor })}`)
    this.older = [...this.older, page]
  }
}

function row({ user, ...entry }: SystemEntry): TemplateResult {
  return html`<li>
    <p>${eventSentence({ ...entry, who: whoOf(user) })}</p>
    <p class="muted">
      <time datetime=${entry.at}>${eventTime(entry.at)}</time>, ${t('audit-number', { number: String(entry.number) })}
    </p>
  </li>`
}

function whoOf(user: SystemEntry['user']) {
  if (user === null) return { id: null, name: null, is: 'nobody' } as const
  return { ...user, name: user.name ?? t('audit-system-user-gone'), is: 'member' } as const
}
