import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import type { Names } from '../results/names.ts'
import { perspectiveInWords } from './compare-words.ts'

/** Which figures somebody asked for; what is left out is the server's first. */
export type Choice = Readonly<Partial<Record<'period' | 'horizon' | 'perspective' | 'dimension' | 'parks', string>>>

/** The address of figures. */
export function figuresPath(org: string, what: string, choice: Choice): string {
  const query = new URLSearchParams(choice)
  return `/api/organisations/${org}/programme/${what}${query.size === 0 ? '' : `?${query}`}`
}

/** What can be asked, and what was. */
interface Asked {
  readonly periods?: readonly string[]
  readonly period?: string | undefined
  readonly horizons: readonly string[]
  readonly horizon: string | null
  readonly perspectives: readonly string[]
  readonly perspective: string | null
}

/**
 * The switch of quarter, horizon and perspective; each only where there is something to choose.
 *
 * @param before further choices, in front of these.
 */
export function figuresChoice(
  asked: Asked,
  names: Names,
  onChoose: (part: Choice) => void,
  before: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const { periods = [], period, horizons, horizon, perspectives, perspective } = asked
  return html`<div class="compare-choices screen-only">
    ${before}
    ${oneOf({
      id: 'period',
      options: periods.map((one) => [one, periodText(one)]),
      chosen: period,
      // Another quarter may have other horizons.
      onChoose: (value) => onChoose({ period: value }),
    })}
    ${oneOf({
      id: 'horizon',
      options: horizons.map((code) => [code, names.horizon(code)]),
      chosen: horizon,
      onChoose: (value) => onChoose({ ...kept(period), horizon: value, ...part('perspective', perspective) }),
    })}
    ${oneOf({
      id: 'perspective',
      options: perspectives.map((code) => [code, perspectiveInWords(names, code)]),
      chosen: perspective,
      onChoose: (value) => onChoose({ ...kept(period), ...part('horizon', horizon), perspective: value }),
    })}
  </div>`
}

/** A choice of one, with its label above it; nothing where there is no choice. */
export function oneOf(field: {
  readonly id: 'period' | 'horizon' | 'perspective' | 'trend-capital'
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly chosen: string | null | undefined
  readonly onChoose: (value: string) => void
}): TemplateResult | typeof nothing {
  const { id, options, chosen, onChoose } = field
  if (options.length < 2) return nothing
  const onChange = (event: Event) => event.target instanceof HTMLSelectElement && onChoose(event.target.value)
  return html`<div>
    <label for="compare-${id}">${t(`compare-${id}`)}</label>
    <select id="compare-${id}" .value=${live(chosen ?? '')} @change=${onChange}>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>
  </div>`
}

/** That another choice could not be fetched, with a way on. */
export function staleNote(isStale: boolean, again: () => void): TemplateResult {
  return html`<div role="status">
    ${
      isStale
        ? html`<p class="notice">
            ${t('compare-failed')}
            <button type="button" class="small" @click=${again}>${t('compare-failed-again')}</button>
          </p>`
        : nothing
    }
  </div>`
}

function kept(period: string | undefined): Choice {
  return period === undefined ? {} : { period }
}

function part(name: 'horizon' | 'perspective', value: string | null): Choice {
  return value === null ? {} : { [name]: value }
}
