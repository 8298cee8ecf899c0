import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { OwnExample } from '../../server/contract/examples.ts'
import type { Example, GuideTexts } from '../../server/contract/guides.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { randomId } from '../participant/random-id.ts'
import type { CardTable } from './cards.ts'
import type { Desk } from './desk.ts'
import { type Case, type CaseSearch, caseOf, findCases, ownCase } from './example-finding.ts'
import './own-example-form.ts'

/** A long list is shown in parts. */
const PART = 8

/** Cases from elsewhere and the organisation's own, to search, to read, and to take along as a bright spot. */
@customElement('mv-examples-library')
export class ExamplesLibrary extends MvElement {
  @property({ attribute: false }) desk!: Desk
  @property({ attribute: false }) table!: CardTable
  /** Ids of the examples that stand on a card already. */
  @property({ attribute: false }) taken: ReadonlySet<string> = new Set()
  @state() private search: CaseSearch = { words: '', theme: '', capital: '' }
  @state() private shown = PART
  readonly #own = new Reading(this, (signal) =>
    call<{ items: readonly OwnExample[] }>('GET', `/api/organisations/${this.desk.place.org}/examples`, undefined, {
      signal,
    }),
  )

  readonly #library = new Reading(this, (signal) => {
    const { id, version } = this.desk.reflection?.guide ?? { id: '', version: '' }
    const address = `/api/reflection-guides/${id}/${version}/examples`
    return call<{ items: readonly Example[] }>('GET', address, undefined, { signal })
  })

  protected override render(): TemplateResult | typeof nothing {
    const { guide } = this.desk
    if (!guide) return nothing
    return html`<section class="library screen-only" aria-labelledby="library-heading">
      <h2 id="library-heading">${t('reflection-library-title')}</h2>
      <p>${t('reflection-library-why')}</p>
      ${this.#library.render(({ items }) => this.#cases(items, guide), 'part')}
      ${this.desk.mayWrite ? html`<mv-own-example-form .desk=${this.desk} @mv-example-kept=${() => void this.#own.refresh()}></mv-own-example-form>` : nothing}
    </section>`
  }

  #cases(examples: readonly Example[], guide: GuideTexts): TemplateResult {
    const library = examples.map((example) => caseOf(example, guide, locale()))
    const own = (this.#own.value?.items ?? []).map(ownCase)
    const found = findCases([...own, ...library], this.search)
    return html`${this.#filters(guide)}
      <p class="muted" role="status">${t('reflection-library-found', { found: found.length, all: own.length + library.length })}</p>
      <ul class="cases">
        ${repeat(
          found.slice(0, this.shown),
          ({ id }) => id,
          (one) => html`<li>${this.#case(one)}</li>`,
        )}
      </ul>
      ${found.length > this.shown ? html`<button type="button" @click=${this.#showMore}>${t('reflection-library-more', { n: Math.min(PART, found.length - this.shown) })}</button>` : nothing}`
  }

  #filters({ themes }: GuideTexts): TemplateResult {
    const { instrument, names } = this.desk
    const capitals = (instrument?.dimensions ?? []).map((code) => [code, names?.dimension(code) ?? code] as const)
    return html`<div class="library-filters">
      <div>
        <label for="library-words">${t('reflection-library-search')}</label>
        <input id="library-words" type="search" autocomplete="off" .value=${this.search.words} @input=${this.#look('words')} />
      </div>
      ${this.#filter('theme', Object.entries(themes))} ${this.#filter('capital', capitals)}
    </div>`
  }

  #filter(field: 'theme' | 'capital', options: readonly (readonly [string, string])[]): TemplateResult {
    return html`<div>
      <label for="library-${field}">${t(`reflection-library-${field}`)}</label>
      <select id="library-${field}" @change=${this.#look(field)}>
        <option value="">${t('reflection-library-all')}</option>
        ${options.map(([code, name]) => html`<option value=${code} ?selected=${this.search[field] === code}>${name}</option>`)}
      </select>
    </div>`
  }

  #case(one: Case): TemplateResult {
    return html`<details class="fold case">
      <summary>
        <span>${one.title}${one.isOwn ? html` <span class="case-own">${t('reflection-library-own')}</span>` : nothing}
          <span class="muted case-place">${one.place}</span></span>
      </summary>
      <p>${one.what}</p>
      ${one.why === '' ? nothing : html`<p><strong>${t('reflection-library-reason')}</strong> ${one.why}</p>`}
      ${one.conditions.length === 0 ? nothing : html`<p class="muted">${t('reflection-library-conditions', { names: one.conditions.join(', ') })}</p>`}
      ${one.sources.length === 0 ? nothing : sources(one)}
      <div class="actions">${this.desk.mayWrite ? this.#take(one) : nothing} ${one.isOwn && this.desk.mayWrite ? this.#removal(one) : nothing}</div>
    </details>`
  }

  #take(one: Case): TemplateResult {
    if (this.taken.has(one.id)) return html`<p class="done">${t('reflection-library-taken')}</p>`
    return html`<button type="button" aria-label=${t('reflection-library-take-of', { title: one.title })} @click=${() => this.#takeAlong(one)}>
      ${t('reflection-library-take')}
    </button>`
  }

  #removal(one: Case): TemplateResult {
    const remove = async () => {
      const { org } = this.desk.place
      const isDone = await this.desk.act(() => call<void>('DELETE', `/api/organisations/${org}/examples/${one.id}`))
      if (isDone) await this.#own.refresh()
      this.querySelector<HTMLElement>('#library-words')?.focus()
    }
    return html`<button type="button" class="quiet" aria-label=${t('reflection-library-remove-of', { title: one.title })} @click=${remove}>
      ${t('reflection-library-remove')}
    </button>`
  }

  #takeAlong({ id, title, what, place }: Case): void {
    const text = `${title}. ${what}`.slice(0, 500)
    const body = { kind: 'bright-spot', text, place: place.slice(0, 200), contact: '', exampleId: id } as const
    this.table.write(randomId(), 4, body, 0)
    this.desk.say(t('reflection-library-took', { title }))
  }

  readonly #showMore = () => {
    const first = this.shown
    this.shown += PART
    void this.updateComplete.then(() => this.querySelectorAll<HTMLElement>('.case > summary')[first]?.focus())
  }

  #look(field: keyof CaseSearch) {
    return ({ target }: Event): void => {
      if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
        this.search = { ...this.search, [field]: target.value }
      this.shown = PART
    }
  }
}

function sources({ sources: found }: Case): TemplateResult {
  return html`<p class="muted">${t('reflection-library-sources')}</p>
    <ul class="case-sources">
      ${found.map(({ title, url }) => html`<li>${url === '' ? title : html`<a href=${url} rel="noreferrer noopener" target="_blank">${title}</a>`}</li>`)}
    </ul>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-examples-library': ExamplesLibrary
  }
}
