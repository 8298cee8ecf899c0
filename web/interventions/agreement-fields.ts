import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { live } from 'lit/directives/live.js'
import { t } from '../i18n/texts.ts'
import { typed } from './typed.ts'

/** One field of an agreement: its texts, what stands in it, and what is wrong with it. */
export interface AgreementField {
  /** Unique on the page. */
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  /** Why the server did not take it, in words. */
  readonly fault?: string | undefined
  readonly value: string
  readonly onInput: (value: string) => void
}

/** A field for one line that saves itself. */
export function lineField(
  field: AgreementField & { readonly longest: number; readonly list?: string },
): TemplateResult {
  return html`<div class=${rowClass(field)}>
    ${above(field)}
    <input
      id=${field.id}
      type="text"
      autocomplete="off"
      maxlength=${field.longest}
      list=${ifDefined(field.list)}
      aria-invalid=${ifDefined(field.fault && 'true')}
      aria-describedby=${ifDefined(describedBy(field))}
      ${typed(field.value)}
      @input=${(event: Event) => onText(event, field.onInput)}
    />
  </div>`
}

/** A field for some sentences that saves itself. */
export function sentencesField(
  field: AgreementField & { readonly rows?: number; readonly below?: TemplateResult | typeof nothing },
): TemplateResult {
  return html`<div class=${rowClass(field)}>
    ${above(field)}
    <textarea
      id=${field.id}
      rows=${field.rows ?? 3}
      maxlength="1000"
      aria-invalid=${ifDefined(field.fault && 'true')}
      aria-describedby=${ifDefined(describedBy(field))}
      ${typed(field.value)}
      @input=${(event: Event) => onText(event, field.onInput)}
    ></textarea>
    ${field.below ?? nothing}
  </div>`
}

/** A field for a day, with a button for the day that suits most. `value` '' is no day. */
export function dayField(
  field: AgreementField & { readonly suggestion?: { readonly day: string; readonly label: string } | undefined },
): TemplateResult {
  const { suggestion } = field
  return html`<div class=${rowClass(field)}>
    ${above(field)}
    <input
      id=${field.id}
      class="short"
      type="date"
      .value=${live(field.value)}
      aria-invalid=${ifDefined(field.fault && 'true')}
      aria-describedby=${ifDefined(describedBy(field))}
      @change=${(event: Event) => onText(event, field.onInput)}
    />
    ${
      suggestion && suggestion.day !== field.value
        ? html`<button type="button" class="quiet" @click=${() => field.onInput(suggestion.day)}>${suggestion.label}</button>`
        : nothing
    }
  </div>`
}

/** A list of short lines: one field for each, and an empty one at the end. */
export function linesField(
  field: Omit<AgreementField, 'value' | 'onInput'> & {
    readonly values: readonly string[]
    readonly most: number
    readonly onLines: (values: string[]) => void
  },
): TemplateResult {
  const { id, values, most, onLines } = field
  const rows = values.length < most ? [...values, ''] : values
  const withLine = (at: number, value: string) => rows.map((line, index) => (index === at ? value : line))
  const tidy = () => {
    if (values.includes('')) onLines(values.filter((line) => line !== ''))
  }
  const onInput = (at: number, value: string) => {
    const lines = withLine(at, value)
    // The empty field at the end is only an offer.
    onLines(lines.at(-1) === '' ? lines.slice(0, -1) : lines)
  }
  return html`<fieldset class=${rowClass(field)} aria-describedby=${ifDefined(describedBy(field))}>
    <legend>${field.label}</legend>
    ${notes(field)}
    <ol class="lines">
      ${rows.map(
        (line, at) => html`<li>
          <input
            id="${id}-${at}"
            type="text"
            maxlength="200"
            autocomplete="off"
            aria-label=${t('intervention-line', { label: field.label, number: at + 1 })}
            ${typed(line)}
            @input=${(event: Event) => onText(event, (value) => onInput(at, value))}
            @change=${tidy}
          />
        </li>`,
      )}
    </ol>
  </fieldset>`
}

function onText(event: Event, use: (value: string) => void): void {
  const { target } = event
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) use(target.value)
}

function above(field: Pick<AgreementField, 'id' | 'label' | 'hint' | 'fault'>): TemplateResult {
  return html`<label for=${field.id}>${field.label}</label>${notes(field)}`
}

function notes({ id, hint, fault }: Pick<AgreementField, 'id' | 'hint' | 'fault'>): TemplateResult {
  return html`${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  ${fault ? html`<p class="fault" id="${id}-fault">${fault}</p>` : nothing}`
}

function describedBy({ id, hint, fault }: Pick<AgreementField, 'id' | 'hint' | 'fault'>): string | undefined {
  const ids = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

function rowClass({ fault }: Pick<AgreementField, 'fault'>): string {
  return fault ? 'field is-faulty' : 'field'
}
