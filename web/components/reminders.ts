import { html, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { Reminders } from '../../server/contract/mail.ts'
import { call } from '../api.ts'
import { access } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import { faultSummary } from './fields.ts'
import './letters-texts.ts'

const PATH = '/api/me/reminders'

/** Whether the reader gets reminders by mail; shows nothing where the installation sends none. */
@customElement('mv-reminders')
export class RemindersChoice extends MvElement {
  /** What was just chosen, until the server has it or refused it. */
  @state() private wanted: boolean | undefined
  readonly #form = new Form(this, 'reminders')
  readonly #choice = new Reading<Reminders>(this, (signal) => call('GET', PATH, undefined, { signal }))

  protected override render() {
    if (access().start?.canMail !== true) return html``
    return html`<section aria-labelledby="reminders-heading">
      <h2 id="reminders-heading">${t('letters-reminders-title')}</h2>
      <p class="muted">${t('letters-reminders-about')}</p>
      ${this.#choice.render((choice) => this.#view(choice), 'part')}
    </section>`
  }

  #view({ on }: Reminders): TemplateResult {
    const isOn = this.wanted ?? on
    return html`${faultSummary(this.#form)}
      <label class="choice">
        <input type="checkbox" .checked=${live(isOn)} @change=${() => this.#switch(!isOn)} />${t('letters-reminders-on')}
      </label>`
  }

  async #switch(on: boolean): Promise<void> {
    this.wanted = on
    await this.#form.run(async () => {
      await call<Reminders>('PUT', PATH, { on })
      await this.#choice.refresh()
    })
    this.wanted = undefined
  }
}
