import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { WorkshopSummary } from '../../server/contract/workshops.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { emptyState } from '../components/states.ts'
import { formatDay, t } from '../i18n/texts.ts'
import '../pages/round-texts.ts'
import './workshop-texts.ts'

/** The sessions of an organisation, newest first, each with what comes next. `mayRun` false shows them without it. */
@customElement('mv-workshop-list')
export class WorkshopList extends MvElement {
  @property() org = ''
  @property({ type: Boolean }) mayRun = false
  readonly #list = new Reading(this, (signal) =>
    call<{ items: readonly WorkshopSummary[] }>('GET', `/api/organisations/${this.org}/workshops`, undefined, {
      signal,
    }),
  )

  protected override render() {
    return html`<section aria-labelledby="workshops-heading">
      <div class="section-head">
        <h2 id="workshops-heading">${t('workshop-list-title')}</h2>
        ${this.mayRun && (this.#list.value?.items.length ?? 0) > 0 ? this.#newSession() : nothing}
      </div>
      ${this.#list.render(({ items }) => (items.length > 0 ? this.#rows(items) : this.#empty()), 'part')}
    </section>`
  }

  #newSession(): TemplateResult {
    return html`<a class="button" href="/o/${this.org}/w/new">${t('workshop-list-new')}</a>`
  }

  #empty(): TemplateResult {
    return this.mayRun
      ? emptyState(t('workshop-list-empty'), this.#newSession())
      : emptyState(t('workshop-list-empty-viewer'))
  }

  #rows(items: readonly WorkshopSummary[]): TemplateResult {
    return html`<ul class="rows">
      ${items.map((workshop) => this.#row(workshop))}
    </ul>`
  }

  #row(workshop: WorkshopSummary): TemplateResult {
    const { id, title, isRehearsal, state, createdAt } = workshop
    const made = t('workshop-list-made', { day: formatDay(createdAt) })
    return html`<li>
      <div>
        <a class="row-main" href="/o/${this.org}/w/${id}${this.mayRun ? '' : '/hand-over'}">${title}</a>
        <p class="muted">${isRehearsal ? t('workshop-list-rehearsal', { made }) : made}</p>
      </div>
      <div class="row-side">
        <span class="state is-${state}">${t(`round-state-${state}`)}</span>
        ${this.mayRun ? this.#next(workshop) : nothing}
      </div>
    </li>`
  }

  #next({ id, state, title }: WorkshopSummary): TemplateResult {
    const [page, words] =
      state === 'draft' ? ['', 'prepare'] : state === 'archived' ? ['/hand-over', 'hand-over'] : ['/run', 'run']
    return html`<a href="/o/${this.org}/w/${id}${page}" aria-label=${t(`workshop-list-${words}-of`, { title })}>${t(`workshop-list-${words}`)}</a>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-workshop-list': WorkshopList
  }
}
