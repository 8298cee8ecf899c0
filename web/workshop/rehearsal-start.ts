import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { go } from '../app/router.ts'
import { faultSummary, formActions, textField } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import './workshop-texts.ts'

const FEWEST = 5
const MOST = 60
const USUAL = '12'

/** Starts a rehearsal with simulated phones: a session of its own, apart from the real one. */
@customElement('mv-rehearsal-start')
export class RehearsalStart extends MvElement {
  @property() org = ''
  @property() workshop = ''
  readonly #form = new Form(this, 'rehearsal', [
    { field: 'phones', fault: 'workshop-rehearsal-fault', holds: (value) => phonesOf(value) !== undefined },
  ])

  protected override render() {
    const form = this.#form
    return html`<form novalidate @submit=${form.onSubmit(this.#start)}>
      ${faultSummary(form)}
      <p>${t('workshop-rehearsal-explain')}</p>
      <p><strong>${t('workshop-rehearsal-apart')}</strong></p>
      ${textField(form, {
        name: 'phones',
        label: t('workshop-rehearsal-phones'),
        hint: t('workshop-rehearsal-phones-hint'),
        value: USUAL,
        inputmode: 'numeric',
        size: 'short',
      })}
      ${formActions(form, html`<button>${t('workshop-rehearsal-start')}</button>`)}
    </form>`
  }

  readonly #start = async (values: FormData) => {
    const path = `/api/organisations/${this.org}/workshops/${this.workshop}/rehearsals`
    const { id } = await call<{ id: string }>('POST', path, { phones: phonesOf(textOf(values, 'phones')) })
    go(`/o/${this.org}/w/${id}/run?from=${this.workshop}`)
  }
}

function phonesOf(text: string): number | undefined {
  const phones = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0
  return phones >= FEWEST && phones <= MOST ? phones : undefined
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-rehearsal-start': RehearsalStart
  }
}
