import { html, type LitElement, nothing, type TemplateResult } from 'lit'
import type { Park } from '../../server/contract/parks.ts'
import { call } from '../api.ts'
import { Form } from '../app/form.ts'
import { textField } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import { isFound } from './park-words.ts'

/** More parks than this are looked for by their name. */
export const SEARCH_FROM = 12

/** What is known of parks, by id: somebody looks for a park by its municipality too. */
export type Places = ReadonlyMap<string, Park>

/** Where the parks of a programme are; empty where there are so few that nobody has to look for one. */
export async function readPlaces(org: string, parks: number, signal: AbortSignal): Promise<Places> {
  if (parks <= SEARCH_FROM) return new Map()
  const path = `/api/organisations/${org}/programme/parks`
  const { items } = await call<{ items: readonly Park[] }>('GET', path, undefined, { signal })
  return new Map(items.map((park) => [park.id, park]))
}

/** Two fields that shorten a long list of parks: words of a name, and a municipality. */
export class ParkFinder {
  readonly #host: LitElement
  readonly #form: Form
  #typed = ''
  #region = ''

  /** @param id makes the ids on the page unique. */
  constructor(host: LitElement, id: string) {
    this.#host = host
    this.#form = new Form(host, id)
  }

  /** The code of the municipality that was chosen; '' for all. */
  get region(): string {
    return this.#region
  }

  /** Whether the list is shorter now than it was. */
  get isOn(): boolean {
    return this.#typed.trim() !== '' || this.#region !== ''
  }

  /** Whether a park is among those that somebody looks for. */
  finds({ id, name }: { readonly id: string; readonly name: string }, places: Places): boolean {
    const unknown = { name, municipality: null, region: null, registerNumber: null }
    const park = places.get(id) ?? unknown
    return isFound({ ...park, name }, this.#typed) && (this.#region === '' || park.region?.code === this.#region)
  }

  /** @param onEnter what the Enter key does in the field for words. */
  render(places: Places, onEnter: () => void = () => undefined): TemplateResult {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
      // The form around it is not sent by looking for something.
      event.preventDefault()
      onEnter()
    }
    return html`<div class="park-finder screen-only" @keydown=${onKey}>
      ${textField(this.#form, { name: 'find', label: t('parks-search'), value: this.#typed, onInput: this.#type })}
      ${this.#regions(places)}
    </div>`
  }

  #regions(places: Places): TemplateResult | typeof nothing {
    const regions = new Map(
      [...places.values()].flatMap(({ region }) => (region === null ? [] : [[region.code, region.name]])),
    )
    if (regions.size < 2) return nothing
    const id = `${this.#form.id}-region`
    const ordered = [...regions].toSorted(([, a], [, b]) => a.localeCompare(b, 'nl'))
    return html`<div class="field">
      <label for=${id}>${t('parks-search-region')}</label>
      <select id=${id} @change=${this.#choose}>
        <option value="" ?selected=${this.#region === ''}>${t('parks-search-everywhere')}</option>
        ${ordered.map(([code, name]) => html`<option value=${code} ?selected=${code === this.#region}>${name}</option>`)}
      </select>
    </div>`
  }

  readonly #type = (typed: string): void => {
    this.#typed = typed
    this.#host.requestUpdate()
  }

  readonly #choose = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.#region = event.target.value
    this.#host.requestUpdate()
  }
}
