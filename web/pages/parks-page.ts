import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { Park } from '../../server/contract/parks.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { go } from '../app/router.ts'
import { faultSummary, formActions, textField } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { emptyState } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import { SEARCH_FROM } from '../programme/park-finder.ts'
import { NEW_PARK_RULES, parkFactsOf, parkFields } from '../programme/park-form.ts'
import { byRegion, factsLine, grossOf, hectaresText, isFound, type RegionOfParks } from '../programme/park-words.ts'
import '../programme/parks-import.ts'
import '../programme/parks-texts.ts'
import { mayKeepParks } from '../programme/programme-roles.ts'

interface Page {
  readonly organisation: Organisation
  readonly parks: readonly Park[]
}

/** Parks in sight at first, and with each press more. */
const AT_ONCE = 200

/** The parks of a programme by municipality, a file that brings more in, and one that is added by hand. */
@customElement('mv-parks-page')
export class ParksPage extends MvElement {
  @property() org = ''
  @state() private typed = ''
  @state() private most = AT_ONCE
  @state() private opened = 0
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  readonly #finding = new Form(this, 'parks')
  readonly #adding = new Form(this, 'park', NEW_PARK_RULES)
  readonly #modal = new Modal('park-add')
  /** While there were none when the page came: the part that brings the first in stays where it is, with what it says. */
  #isFirst = false

  protected override render() {
    return this.#page.render(({ organisation, parks }) => {
      const mayKeep = mayKeepParks(organisation.role)
      this.#isFirst ||= parks.length === 0
      return html`<h1>${t('parks-title')}</h1>
        <p class="lead">${t('parks-lead')}</p>
        ${parks.length === 0 ? emptyState(t(mayKeep ? 'parks-empty' : 'parks-empty-reader')) : nothing}
        ${mayKeep ? this.#more(this.#isFirst) : nothing}
        ${parks.length === 0 ? nothing : this.#list(parks)}`
    })
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const path = `/api/organisations/${this.org}`
    const [organisation, { items }] = await Promise.all([
      call<Organisation>('GET', path, undefined, { signal }),
      call<{ items: readonly Park[] }>('GET', `${path}/programme/parks`, undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    return { organisation, parks: items }
  }

  #list(parks: readonly Park[]): TemplateResult {
    const found = parks.filter((park) => isFound(park, this.typed))
    const shown = found.slice(0, this.most)
    return html`${parks.length > SEARCH_FROM ? this.#search() : nothing}
      <p role="status" class="muted">${found.length === 0 ? t('parks-search-none') : t('parks-count', { n: found.length })}</p>
      ${byRegion(shown).map((region) => this.#region(region))}
      ${
        found.length > shown.length
          ? html`<p class="actions">
              <button type="button" @click=${() => (this.most += AT_ONCE)}>
                ${t('parks-show-more', { n: Math.min(AT_ONCE, found.length - shown.length) })}
              </button>
            </p>`
          : nothing
      }`
  }

  #search(): TemplateResult {
    return html`<div class="narrow">
      ${textField(this.#finding, {
        name: 'find',
        label: t('parks-search'),
        hint: t('parks-search-hint'),
        value: this.typed,
        onInput: (typed) => {
          this.typed = typed
        },
      })}
    </div>`
  }

  #region({ code, name, parks }: RegionOfParks): TemplateResult {
    const gross = grossOf(parks)
    const hectares = hectaresText(gross?.hectares ?? 0)
    const sum =
      gross === undefined
        ? ''
        : gross.known === parks.length
          ? t('parks-region-hectares', { hectares })
          : t('parks-region-hectares-known', { hectares, known: gross.known })
    return html`<section class="parks-region">
      <h2>${code === null ? t('parks-no-region') : name}</h2>
      <p class="muted">${[code, t('parks-count', { n: parks.length }), sum].filter(Boolean).join(', ')}</p>
      <ul class="rows">
        ${parks.map(
          (park) => html`<li>
            <a class="row-main" href="/o/${this.org}/parks/${park.id}">${park.name}</a>
            <span class="muted">${factsLine(park)}</span>
          </li>`,
        )}
      </ul>
    </section>`
  }

  #more(isFirst: boolean): TemplateResult {
    const importing = html`<mv-parks-import .org=${this.org} @mv-parks-change=${() => this.#page.refresh()}></mv-parks-import>`
    const adding = html`<button type="button" @click=${this.#open}>${t('parks-add')}</button>`
    return html`${
      isFirst
        ? html`<section aria-labelledby="parks-more">
              <div class="section-head">
                <h2 id="parks-more">${t('parks-import-title')}</h2>
                ${adding}
              </div>
              <div class="narrow import-page">${importing}</div>
            </section>`
        : html`<div class="parks-more">
              ${adding}
              <details class="fold"><summary>${t('parks-import-title')}</summary><div class="narrow import-page">${importing}</div></details>
            </div>`
    }
      ${this.#modal.render(t('parks-add-title'), this.opened === 0 ? nothing : this.#addForm())}`
  }

  #addForm(): TemplateResult {
    const form = this.#adding
    return html`<form novalidate @submit=${form.onSubmit(this.#add)}>
      ${faultSummary(form)} ${parkFields(form)}
      ${formActions(
        form,
        html`<button class="primary">${t('parks-add-submit')}</button>
          <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
      )}
    </form>`
  }

  readonly #open = () => {
    this.opened += 1
    this.#adding.clear()
    void this.updateComplete.then(() => this.#modal.open())
  }

  readonly #add = async (values: FormData) => {
    const body = { name: textOf(values, 'name'), ...parkFactsOf(values) }
    const { id } = await call<{ id: string }>('POST', `/api/organisations/${this.org}/programme/parks`, body)
    this.#modal.close()
    go(`/o/${this.org}/parks/${id}`)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-parks-page': ParksPage
  }
}
