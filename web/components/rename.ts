import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import english from '../../data/texts/en/rename.ftl?raw'
import dutch from '../../data/texts/nl/rename.ftl?raw'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { addTexts, t } from '../i18n/texts.ts'
import { randomId } from '../participant/random-id.ts'
import { faultSummary, formActions, textField } from './fields.ts'
import { Modal } from './modal.ts'

addTexts({ nl: dutch, en: english })

/** Something has another name: whoever shows it reads it again. */
export class RenamedEvent extends Event {
  constructor() {
    super('mv-renamed', { bubbles: true })
  }
}

/** A quiet button that gives an organisation, or one of its rounds, another name, in a dialog. */
@customElement('mv-rename')
export class Rename extends MvElement {
  @property() org = ''
  /** The round that is meant; null: the organisation itself. */
  @property({ attribute: false }) round: string | null = null
  /** What it is called now. */
  @property() name = ''
  @state() private isOpen = false
  readonly #form = new Form(this, `rename-${randomId()}`, [
    { field: 'name', fault: 'rename-fault', holds: (value) => value.trim() !== '' },
    { field: 'title', fault: 'rename-fault' },
  ])
  readonly #modal = new Modal(this.#form.id)

  protected override render(): TemplateResult {
    return html`<button type="button" class="quiet" @click=${this.#open}>${t(this.#text)}</button>
      ${this.#modal.render(t(this.#text), this.isOpen ? this.#fields() : nothing, () => (this.isOpen = false))}`
  }

  get #text(): 'rename-organisation' | 'rename-round' {
    return this.round === null ? 'rename-organisation' : 'rename-round'
  }

  #fields(): TemplateResult {
    const form = this.#form
    return html`<form novalidate @submit=${form.onSubmit(this.#save)}>
      ${faultSummary(form)}
      ${textField(form, { name: 'name', label: t('rename-name'), hint: t(`${this.#text}-hint`), value: this.name })}
      ${formActions(
        form,
        html`<button class="primary">${t('rename-save')}</button>
          <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
      )}
    </form>`
  }

  readonly #open = () => {
    this.#form.clear()
    this.isOpen = true
    void this.updateComplete.then(() => this.#modal.open())
  }

  readonly #save = async (values: FormData) => {
    const name = textOf(values, 'name')
    const path = `/api/organisations/${this.org}`
    await (this.round === null
      ? call<void>('PUT', `${path}/name`, { name })
      : call<void>('PUT', `${path}/rounds/${this.round}/title`, { title: name }))
    this.#modal.close()
    this.dispatchEvent(new RenamedEvent())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-rename': Rename
  }
}
