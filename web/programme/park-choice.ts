import { html, type LitElement, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Heatmap } from '../../server/contract/programme-figures.ts'
import { Form } from '../app/form.ts'
import { faultSummary, formActions } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import { byName, rowName } from './compare-words.ts'
import { ParkFinder, type Places, SEARCH_FROM } from './park-finder.ts'

type Row = Pick<Heatmap['rows'][number], 'kind' | 'id' | 'name'> & { readonly hint?: string }
type Named = Row & { readonly name: string }

/** What is asked. */
interface Asked {
  readonly label: string
  readonly hint: string
  readonly submit: string
  readonly rows: readonly Row[]
  readonly places: Places
  readonly chosen: readonly string[]
  /** Gets ids in order of name. */
  readonly onChoose: (parks: readonly string[]) => void
}

/**
 * Boxes for parks, in order of name. A long list can be shortened; what is ticked stays ticked out of sight, and can be taken
 * away above the list. One park too many is not taken, and the page says why.
 */
export class ParkChoice {
  readonly #host: LitElement
  readonly #form: Form
  readonly #finder: ParkFinder
  readonly #most: number
  /** Undefined until somebody ticks a box. */
  #ticked: ReadonlySet<string> | undefined
  #isFull = false

  /** @param fault id of the text that says how many parks will do, where too few can be chosen. */
  constructor(
    host: LitElement,
    id: string,
    { most, least = 0, fault = '' }: { readonly most: number; readonly least?: number; readonly fault?: string },
  ) {
    const isEnough = (_: string, values: FormData) => values.getAll('parks').length >= least
    this.#host = host
    this.#most = most
    this.#form = new Form(host, id, [{ field: 'parks', fault, holds: isEnough }])
    this.#finder = new ParkFinder(host, `${id}-finder`)
  }

  render({ label, hint, submit, rows, places, chosen, onChoose }: Asked): TemplateResult {
    const form = this.#form
    const parks = byName(rows.filter(({ kind }) => kind === 'park').map((row) => ({ ...row, name: rowName(row) })))
    const ticked = this.#ticked ?? new Set(chosen)
    const taken = parks.filter(({ id }) => ticked.has(id))
    const send = async () => onChoose(taken.map(({ id }) => id))
    const fault = form.faultOf('parks')
    const isLong = parks.length > SEARCH_FROM
    return html`<form novalidate class="compare-parks screen-only" @submit=${form.onSubmit(send)}>
      ${faultSummary(form)}
      <fieldset class="field ${fault === undefined ? '' : 'is-faulty'}">
        <legend>${label}</legend>
        <p class="hint">${hint}</p>
        ${fault === undefined ? nothing : html`<p class="fault">${t(fault)}</p>`}
        ${isLong ? this.#finder.render(places, this.#toFirst) : nothing} ${this.#standing(taken)}
        ${isLong && taken.length > 0 ? this.#chosen(taken) : nothing}
        <div id="${form.id}-parks" class="park-boxes ${isLong ? 'is-long' : ''}" tabindex="-1">
          ${parks.map((park) => this.#box(park, taken, isLong && !this.#finder.finds(park, places)))}
        </div>
        ${isLong && !parks.some((park) => this.#finder.finds(park, places)) ? html`<p role="status">${t('parks-search-none')}</p>` : nothing}
      </fieldset>
      ${formActions(form, html`<button class="primary">${submit}</button>`)}
    </form>`
  }

  /** How many are chosen, and that no more fit when somebody asked for one. */
  #standing(taken: readonly Named[]): TemplateResult {
    return html`<div role="status">
      <p>${t('compare-chosen', { n: taken.length, most: this.#most })}</p>
      ${this.#isFull ? html`<p class="notice">${t('compare-chosen-full', { most: this.#most })}</p>` : nothing}
    </div>`
  }

  /** What is chosen may be out of sight below: here it can be taken away again. */
  #chosen(taken: readonly Named[]): TemplateResult {
    const off = (id: string) => {
      this.#tick(id, taken, true)
      this.#host.querySelector<HTMLElement>('.park-boxes')?.focus()
    }
    return html`<ul class="park-chosen">
      ${taken.map(
        ({ id, name }) => html`<li>
          <button type="button" aria-label=${t('compare-chosen-off', { name })} @click=${() => off(id)}>
            ${name} <span aria-hidden="true">×</span>
          </button>
        </li>`,
      )}
    </ul>`
  }

  #box({ id, name, hint }: Named, taken: readonly Named[], isAway: boolean): TemplateResult {
    const isTicked = taken.some((park) => park.id === id)
    return html`<label class="choice" ?hidden=${isAway}>
      <input
        type="checkbox"
        name="parks"
        value=${id}
        .checked=${live(isTicked)}
        @change=${() => this.#tick(id, taken, isTicked)}
      />
      <span>${name}${hint === undefined ? nothing : html`<span class="hint">${hint}</span>`}</span>
    </label>`
  }

  #tick(id: string, taken: readonly Named[], isTicked: boolean): void {
    const others = taken.map((park) => park.id).filter((other) => other !== id)
    this.#isFull = !isTicked && others.length >= this.#most
    this.#ticked = new Set(isTicked || this.#isFull ? others : [...others, id])
    this.#host.requestUpdate()
  }

  readonly #toFirst = (): void => {
    this.#host.querySelector<HTMLElement>('.park-boxes label:not([hidden]) input')?.focus()
  }
}

/** What a park on the list says: how many companies are behind it. */
export function parkHint({ tookPart }: Heatmap['rows'][number]): { readonly hint?: string } {
  return tookPart === null ? {} : { hint: t('compare-took-part', { ...tookPart }) }
}
