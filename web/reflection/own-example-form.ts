import { html, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { OwnExampleInput } from '../../server/contract/examples.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { areaField, faultSummary, formActions, textField } from '../components/fields.ts'
import { KeptWords } from '../drafts/kept-words.ts'
import { t } from '../i18n/texts.ts'
import { randomId } from '../participant/random-id.ts'
import type { Desk } from './desk.ts'

const isSaid = (longest: number) => (value: string) => value.trim() !== '' && value.trim().length <= longest

/** A form with which an organisation keeps an example of its own; it says `mv-example-kept` afterwards. */
@customElement('mv-own-example-form')
export class OwnExampleForm extends MvElement {
  @property({ attribute: false }) desk!: Desk
  @query('details') private details!: HTMLDetailsElement
  @query('form') private form!: HTMLFormElement
  readonly #form = new Form(this, 'own-example', [
    { field: 'title', fault: 'reflection-own-fault-title', holds: isSaid(120) },
    { field: 'what', fault: 'reflection-own-fault-what', holds: isSaid(1000) },
    { field: 'place', fault: 'reflection-own-fault-long', holds: (value) => value.trim().length <= 200 },
    { field: 'why', fault: 'reflection-own-fault-long', holds: (value) => value.trim().length <= 1000 },
    { field: 'source', fault: 'reflection-own-fault-long', holds: (value) => value.trim().length <= 500 },
  ])

  readonly #kept = new KeptWords(() => `own-example-${this.desk.place.org}`)
  /** One example is one, however often it is sent. */
  #id = randomId()

  protected override render(): TemplateResult {
    const kept = this.#words
    return html`<details class="fold">
      <summary>${t('reflection-own-add')}</summary>
      ${faultSummary(this.#form)}
      <form novalidate @input=${this.#keep} @submit=${this.#form.onSubmit(this.#send)}>
        ${textField(this.#form, { name: 'title', label: t('reflection-own-title'), value: kept['title'] ?? '' })}
        ${areaField(this.#form, { name: 'what', label: t('reflection-own-what'), value: kept['what'] ?? '' })}
        ${areaField(this.#form, { name: 'why', label: t('reflection-own-why'), rows: 2, value: kept['why'] ?? '' })}
        ${textField(this.#form, { name: 'place', label: t('reflection-own-place'), value: kept['place'] ?? '' })}
        ${textField(this.#form, { name: 'source', label: t('reflection-own-source'), value: kept['source'] ?? '' })}
        ${formActions(this.#form, html`<button type="submit">${t('reflection-own-keep')}</button>`)}
      </form>
    </details>`
  }

  /** What was written and not kept yet, by field. */
  get #words(): Readonly<Record<string, string>> {
    return JSON.parse(this.#kept.value ?? '{}') as Record<string, string>
  }

  readonly #keep = () => this.#kept.keep(JSON.stringify(Object.fromEntries(new FormData(this.form))))

  readonly #send = async (values: FormData) => {
    const content = {
      title: textOf(values, 'title'),
      what: textOf(values, 'what'),
      why: textOf(values, 'why'),
      place: textOf(values, 'place'),
      source: textOf(values, 'source'),
      capitals: [...(this.desk.reflection?.capitals ?? [])],
    }
    const input: OwnExampleInput = { content, revision: 0 }
    await call<unknown>('PUT', `/api/organisations/${this.desk.place.org}/examples/${this.#id}`, input)
    this.#id = randomId()
    this.#kept.forget()
    this.form.reset()
    this.details.open = false
    this.details.querySelector('summary')?.focus()
    this.desk.say(t('reflection-own-kept', { title: content.title }))
    this.dispatchEvent(new Event('mv-example-kept'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-own-example-form': OwnExampleForm
  }
}
