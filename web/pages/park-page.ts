import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { Park } from '../../server/contract/parks.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { faultSummary, formActions } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import { PARK_RULES, parkFactsOf, parkFields } from '../programme/park-form.ts'
import '../programme/park-figures.ts'
import { hectaresText } from '../programme/park-words.ts'
import '../programme/parks-texts.ts'
import { mayKeepParks } from '../programme/programme-roles.ts'

interface Page {
  readonly organisation: Organisation
  readonly park: Park
}

/** One park of a programme: what is known of it beside its scores, and the way to its own rounds. */
@customElement('mv-park-page')
export class ParkPage extends MvElement {
  @property() org = ''
  @property() park = ''
  @state() private opened = 0
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  readonly #form = new Form(this, 'park', PARK_RULES)
  readonly #modal = new Modal('park-facts')

  protected override render() {
    return this.#page.render(
      ({ organisation, park }) => html`
        <h1>${park.name}</h1>
        <p class="lead">${t('parks-park-of', { programme: organisation.name })}</p>
        <ul class="rows">
          <li>
            <div>
              <a class="row-main" href="/o/${park.id}">${t('parks-park-work')}</a>
              <p class="muted">${t('parks-park-work-about')}</p>
            </div>
          </li>
        </ul>
        <mv-park-figures .org=${this.org} .park=${park.id}></mv-park-figures>
        ${this.#facts(park, mayKeepParks(organisation.role))}
      `,
    )
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const path = `/api/organisations/${this.org}`
    const [organisation, park] = await Promise.all([
      call<Organisation>('GET', path, undefined, { signal }),
      call<Park>('GET', this.#path, undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    learnName(park.id, park.name)
    return { organisation, park }
  }

  #facts(park: Park, mayKeep: boolean): TemplateResult {
    const hectares = (known: number | null) =>
      known === null ? null : t('parks-hectares', { hectares: hectaresText(known) })
    const code = park.region === null ? '' : ` (${park.region.code})`
    const facts = [
      [t('parks-fact-municipality'), park.region === null ? park.municipality : `${park.region.name}${code}`],
      [t('parks-fact-number'), park.registerNumber],
      [t('parks-fact-kind'), park.kind],
      [t('parks-fact-gross'), hectares(park.hectaresGross)],
      [t('parks-fact-net'), hectares(park.hectaresNet)],
      [t('parks-fact-as-of'), park.asOf],
      [t('parks-fact-source'), park.source],
    ] as const
    return html`<section aria-labelledby="facts-heading">
        <div class="section-head">
          <h2 id="facts-heading">${t('parks-facts-title')}</h2>
          ${mayKeep ? html`<button type="button" @click=${this.#open}>${t('parks-facts-change')}</button>` : nothing}
        </div>
        <p class="muted">${t('parks-facts-about')}</p>
        <dl class="park-facts">
          ${facts.map(
            ([name, value]) => html`<div>
              <dt>${name}</dt>
              <dd class=${value === null ? 'muted' : ''}>${value ?? t('parks-fact-unknown')}</dd>
            </div>`,
          )}
        </dl>
      </section>
      ${this.#modal.render(t('parks-facts-change'), this.opened === 0 ? nothing : this.#change(park))}`
  }

  #change(park: Park): TemplateResult {
    const form = this.#form
    return html`<form novalidate @submit=${form.onSubmit((values) => this.#save(park, values))}>
      ${faultSummary(form)} ${parkFields(form, park)}
      ${formActions(
        form,
        html`<button class="primary">${t('frame-save')}</button>
          <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
      )}
    </form>`
  }

  readonly #open = () => {
    this.opened += 1
    this.#form.clear()
    void this.updateComplete.then(() => this.#modal.open())
  }

  async #save(park: Park, values: FormData): Promise<void> {
    await call<Park>('PUT', this.#path, { ...parkFactsOf(values), revision: park.revision })
    this.#modal.close()
    await this.#page.refresh()
  }

  get #path(): string {
    return `/api/organisations/${this.org}/programme/parks/${this.park}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-park-page': ParkPage
  }
}
