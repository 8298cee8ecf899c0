import { html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { faultSummary, formActions } from '../components/fields.ts'
import '../components/letters-texts.ts'
import { t } from '../i18n/texts.ts'
import { fragmentToken } from './fragment-token.ts'
import { linkMissing } from './link-missing.ts'

/** The link in a reminder that switches reminders off. Mail programs open links: only the button changes something. */
@customElement('mv-reminders-page')
export class RemindersPage extends MvElement {
  readonly #token = fragmentToken()
  readonly #form = new Form(this, 'stop')
  @state() private isStopped = false

  protected override render() {
    if (this.#token === '') return linkMissing()
    if (this.isStopped) {
      return html`<div class="narrow">
        <h1>${t('letters-reminders-stopped-title')}</h1>
        <p role="status">${t('letters-reminders-stopped')}</p>
      </div>`
    }
    const form = this.#form
    return html`<div class="narrow">
      ${faultSummary(form)}
      <h1>${t('letters-reminders-stop-title')}</h1>
      <p>${t('letters-reminders-stop')}</p>
      <form novalidate @submit=${form.onSubmit(this.#stop)}>
        ${formActions(form, html`<button class="primary">${t('letters-reminders-stop-submit')}</button>`)}
      </form>
    </div>`
  }

  readonly #stop = async () => {
    await call<void>('POST', '/api/reminders/stop', { token: this.#token })
    this.isStopped = true
  }
}
