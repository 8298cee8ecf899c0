import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Passkey } from '../../server/contract/passkeys.ts'
import { call } from '../api.ts'
import { access } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import { faultSummary } from './fields.ts'
import { confirmWithPasskey } from './passkey-ceremonies.ts'
import { passkeyPlace } from './passkey-place.ts'
import './passkey-texts.ts'

/**
 * A button that shows with a passkey who is there, above what else does; nothing for who has no
 * passkey, or where passkeys do not work. Says `confirmed` once the server knows.
 */
@customElement('mv-passkey-confirm')
export class PasskeyConfirm extends MvElement {
  readonly #form = new Form(this, 'passkey-confirm')
  readonly #passkeys = new Reading(this, (signal) =>
    call<{ items: readonly Passkey[] }>('GET', '/api/passkeys', undefined, { signal }),
  )

  protected override render() {
    if (passkeyPlace() !== 'here' || !this.#passkeys.value?.items.length) return nothing
    return html`${faultSummary(this.#form)}
      <p><button type="button" @click=${this.#confirm}>${t('passkey-confirm')}</button></p>
      <p class="muted">${access().me?.hasPassword ? t('passkey-sign-in-or') : t('passkey-confirm-or')}</p>`
  }

  readonly #confirm = () => {
    if (this.#form.isBusy) return
    void this.#form.run(async () => {
      await confirmWithPasskey()
      this.dispatchEvent(new Event('confirmed'))
    })
  }
}
