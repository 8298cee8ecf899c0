import { html, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { SystemEntry } from '../../server/contract/audit.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { eventList } from '../audit/event-list.ts'
import { t } from '../i18n/texts.ts'
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
    const events = pages.flatMap(({ items }) => items).map(({ user, ...event }) => ({ ...event, who: whoOf(user) }))
    return eventList(events, { form: this.#more, onOlder: next === null ? undefined : () => this.#readOlder(next) })
  }

  async #readOlder(cursor: string): Promise<void> {
    const page = await call<Page>('GET', `/api/operator/events?${new URLSearchParams({ cursor })}`)
    this.older = [...this.older, page]
  }
}

function whoOf(user: SystemEntry['user']) {
  if (user === null) return { id: null, name: null, is: 'nobody' } as const
  return { ...user, name: user.name ?? t('audit-system-user-gone'), is: 'member' } as const
}
