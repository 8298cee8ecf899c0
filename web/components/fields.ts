import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { live } from 'lit/directives/live.js'
import type { Form } from '../app/form.ts'
import { t } from '../i18n/texts.ts'

/** What every field has: its name in the form, its label, and a line of help below the label. */
interface FieldTexts {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}

interface TextField extends FieldTexts {
  readonly value?: string
  readonly type?: 'text' | 'email' | 'date'
  /** The first day that a field for days offers. */
  readonly min?: string
  readonly autocomplete?: string
  readonly inputmode?: 'numeric'
  readonly size?: 'short'
  readonly onInput?: (value: string) => void
}

/** One answer of a choice. */
export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

interface ChoiceField extends FieldTexts {
  readonly options: readonly Option[]
  readonly chosen?: readonly string[]
  readonly onChoose?: (value: string) => void
}

/**
 * The list of everything that is wrong with a form, with a link to each field; it gets the focus after a submit.
 * Empty while nothing is wrong.
 */
export function faultSummary(form: Form): TemplateResult | typeof nothing {
  if (form.faults.length === 0) return nothing
  return html`<div class="faults" role="alert" tabindex="-1" id="${form.id}-faults">
    <h2>${t('frame-form-faults')}</h2>
    <ul>
      ${form.faults.map(
        (fault) => html`<li>
          ${fault.field === '' ? t(fault.text) : html`<a href="#${idOf(form, fault.field)}" @click=${toField}>${t(fault.text)}</a>`}
        </li>`,
      )}
    </ul>
  </div>`
}

/** A field for one line of text. */
export function textField(form: Form, field: TextField): TemplateResult {
  const onInput = (event: Event) => event.target instanceof HTMLInputElement && field.onInput?.(event.target.value)
  return html`<div class=${rowClass(form, field)}>
    ${above(form, field)}
    <input
      id=${idOf(form, field.name)}
      class=${field.size ?? ''}
      name=${field.name}
      type=${field.type ?? 'text'}
      .value=${field.value ?? ''}
      autocomplete=${field.autocomplete ?? 'off'}
      inputmode=${ifDefined(field.inputmode)}
      min=${ifDefined(field.min)}
      aria-invalid=${ifDefined(form.faultOf(field.name) && 'true')}
      aria-describedby=${ifDefined(describedBy(form, field))}
      @input=${onInput}
    />
  </div>`
}

/** A field for a few lines of text. */
export function areaField(
  form: Form,
  field: FieldTexts & { value?: string; rows?: number; onInput?: (value: string) => void },
): TemplateResult {
  const onInput = (event: Event) => event.target instanceof HTMLTextAreaElement && field.onInput?.(event.target.value)
  return html`<div class=${rowClass(form, field)}>
    ${above(form, field)}
    <textarea
      id=${idOf(form, field.name)}
      name=${field.name}
      rows=${field.rows ?? 3}
      .value=${field.value ?? ''}
      aria-invalid=${ifDefined(form.faultOf(field.name) && 'true')}
      aria-describedby=${ifDefined(describedBy(form, field))}
      @input=${onInput}
    ></textarea>
  </div>`
}

/** A field for a password, with a box that shows what was typed. */
export function passwordField(
  form: Form,
  field: FieldTexts & { autocomplete: 'current-password' | 'new-password' },
): TemplateResult {
  const id = idOf(form, field.name)
  return html`<div class=${rowClass(form, field)}>
    ${above(form, field)}
    <input
      id=${id}
      name=${field.name}
      type="password"
      autocomplete=${field.autocomplete}
      autocapitalize="none"
      spellcheck="false"
      aria-invalid=${ifDefined(form.faultOf(field.name) && 'true')}
      aria-describedby=${ifDefined(describedBy(form, field))}
    />
    <label class="choice small"><input type="checkbox" aria-controls=${id} @change=${showPassword} />${t('frame-form-show-password')}</label>
  </div>`
}

/** A choice of one out of a few, all in sight. */
export function radioField(form: Form, field: ChoiceField): TemplateResult {
  return optionsField(form, field, 'radio')
}

/** A choice of as many as the reader likes. */
export function checkboxField(form: Form, field: ChoiceField): TemplateResult {
  return optionsField(form, field, 'checkbox')
}

/** A choice of one out of many. */
export function selectField(form: Form, field: ChoiceField): TemplateResult {
  const onChange = (event: Event) => event.target instanceof HTMLSelectElement && field.onChoose?.(event.target.value)
  return html`<div class=${rowClass(form, field)}>
    ${above(form, field)}
    <select id=${idOf(form, field.name)} name=${field.name} aria-describedby=${ifDefined(describedBy(form, field))} @change=${onChange}>
      ${field.options.map((option) => html`<option value=${option.value} ?selected=${field.chosen?.includes(option.value) ?? false}>${option.label}</option>`)}
    </select>
  </div>`
}

/** The buttons under a form, and a line that says that it is being sent. */
export function formActions(form: Form, buttons: TemplateResult): TemplateResult {
  return html`<div class="actions">${buttons}<span role="status" class="muted">${form.isBusy ? t('frame-form-busy') : ''}</span></div>`
}

function optionsField(form: Form, field: ChoiceField, type: 'radio' | 'checkbox'): TemplateResult {
  return html`<fieldset class=${rowClass(form, field)} aria-describedby=${ifDefined(describedBy(form, field))}>
    <legend>${field.label}</legend>
    ${notes(form, field)} ${field.options.map((option, index) => choice(form, field, option, index, type))}
  </fieldset>`
}

function choice(
  form: Form,
  field: ChoiceField,
  option: Option,
  index: number,
  type: 'radio' | 'checkbox',
): TemplateResult {
  const id = index === 0 ? idOf(form, field.name) : `${idOf(form, field.name)}-${option.value}`
  // Only a choice that the page follows is steered by the page; the others are the browser's own.
  const isChosen = field.chosen?.includes(option.value) ?? false
  const onChange = () => field.onChoose?.(option.value)
  const input = field.onChoose
    ? html`<input id=${id} type=${type} name=${field.name} value=${option.value} .checked=${live(isChosen)} @change=${onChange} />`
    : html`<input id=${id} type=${type} name=${field.name} value=${option.value} ?checked=${isChosen} />`
  return html`<label class="choice">${input}<span>${option.label}${option.hint ? html`<span class="hint">${option.hint}</span>` : nothing}</span></label>`
}

function above(form: Form, field: FieldTexts): TemplateResult {
  return html`<label for=${idOf(form, field.name)}>${field.label}</label>${notes(form, field)}`
}

function notes(form: Form, field: FieldTexts): TemplateResult {
  const fault = form.faultOf(field.name)
  return html`${field.hint ? html`<p class="hint" id="${idOf(form, field.name)}-hint">${field.hint}</p>` : nothing}
  ${fault ? html`<p class="fault" id="${idOf(form, field.name)}-fault">${t(fault)}</p>` : nothing}`
}

function describedBy(form: Form, field: FieldTexts): string | undefined {
  const id = idOf(form, field.name)
  const ids = [field.hint && `${id}-hint`, form.faultOf(field.name) && `${id}-fault`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

function rowClass(form: Form, field: FieldTexts): string {
  return form.faultOf(field.name) ? 'field is-faulty' : 'field'
}

function idOf(form: Form, name: string): string {
  return `${form.id}-${name}`
}

function toField(event: Event): void {
  // Not by the address: a hash there may hold a token, and the router need not know.
  event.preventDefault()
  if (!(event.currentTarget instanceof HTMLAnchorElement)) return
  document.getElementById(event.currentTarget.hash.slice(1))?.focus()
}

function showPassword(event: Event): void {
  if (!(event.target instanceof HTMLInputElement)) return
  const field = document.getElementById(event.target.getAttribute('aria-controls') ?? '')
  if (field instanceof HTMLInputElement) field.type = event.target.checked ? 'text' : 'password'
}
