import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { go } from '../app/router.ts'
import { faultSummary } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'

/** Says all along that this is a rehearsal, and ends it: then everything of it is gone. */
@customElement('mv-rehearsal-banner')
export class RehearsalBanner extends MvElement {
  @property() org = ''
  @property() workshop = ''
  readonly #form = new Form(this, 'rehearsal-end')
  readonly #modal = new Modal('rehearsal-end')

  protected override render() {
    return html`<div class="run-rehearsal">
        <p><strong>${t('workshop-rehearsal-is')}</strong> ${t('workshop-rehearsal-apart')}</p>
        <button type="button" @click=${() => this.#modal.open()}>${t('workshop-rehearsal-end')}</button>
      </div>
      ${this.#modal.render(
        t('workshop-rehearsal-end-title'),
        html`${faultSummary(this.#form)}
          <p>${t('workshop-rehearsal-end-explain')}</p>
          <div class="actions">
            <button type="button" class="primary" @click=${() => this.#form.run(this.#end)}>${t('workshop-rehearsal-end')}</button>
            <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>
          </div>`,
      )}`
  }

  readonly #end = async () => {
    await call<void>('DELETE', `/api/organisations/${this.org}/workshops/${this.workshop}`)
    this.#modal.close()
    // Back to the session that was being prepared, when the rehearsal was started from there.
    const from = new URLSearchParams(location.search).get('from')
    go(from === null ? `/o/${this.org}` : `/o/${this.org}/w/${encodeURIComponent(from)}`)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-rehearsal-banner': RehearsalBanner
  }
}
