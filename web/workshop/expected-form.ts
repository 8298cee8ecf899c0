import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { faultSummary, formActions, textField } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import './workshop-texts.ts'

const MOST = 100_000

/** The facilitator expects this many people; null takes the number away. */
export class ExpectedChangeEvent extends Event {
  readonly expected: number | null

  constructor(expected: number | null) {
    super('mv-expected-change', { bubbles: true })
    this.expected = expected
  }
}

/** How many people are expected, to change. Sends `mv-expected-change`. */
@customElement('mv-expected-form')
export class ExpectedForm extends MvElement {
  @property({ attribute: false }) expected: number | null = null
  @property({ type: Boolean }) isSaved = false
  readonly #form = new Form(this, 'expected', [
    { field: 'number', fault: 'round-new-fault-expected', holds: (value) => numberOf(value) !== undefined },
  ])

  protected override render() {
    const form = this.#form
    return html`<form novalidate @submit=${form.onSubmit(this.#send)}>
      ${faultSummary(form)}
      ${textField(form, {
        name: 'number',
        label: t('workshop-expected-label'),
        hint: t('workshop-expected-hint'),
        value: this.expected === null ? '' : String(this.expected),
        inputmode: 'numeric',
        size: 'short',
      })}
      ${formActions(form, html`<button>${t('frame-save')}</button><span role="status" class="done">${this.isSaved ? t('frame-saved') : ''}</span>`)}
    </form>`
  }

  readonly #send = async (values: FormData) => {
    const expected = numberOf(textOf(values, 'number'))
    if (expected !== undefined) this.dispatchEvent(new ExpectedChangeEvent(expected))
  }
}

/** The number that was typed; null for nothing, undefined for what is no such number. */
function numberOf(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0
  return value >= 1 && value <= MOST ? value : undefined
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-expected-form': ExpectedForm
  }
  interface HTMLElementEventMap {
    'mv-expected-change': ExpectedChangeEvent
  }
}
