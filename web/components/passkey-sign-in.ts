import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { accessChanges, signedIn } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Form } from '../app/form.ts'
import { t } from '../i18n/texts.ts'
import { faultSummary } from './fields.ts'
import { signInWithPasskey } from './passkey-ceremonies.ts'
import { passkeyPlace } from './passkey-place.ts'
import './passkey-texts.ts'

/**
 * A button that signs in with a passkey; nothing where passkeys do not work, because there is another way in. Says `signed-in` once somebody is.
 */
@customElement('mv-passkey-sign-in')
export class PasskeySignIn extends MvElement {
  readonly #form = new Form(this, 'passkey-sign-in')

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render() {
    if (passkeyPlace() !== 'here') return nothing
    return html`${faultSummary(this.#form)}
      <p><button type="button" @click=${this.#signIn}>${t('passkey-sign-in')}</button></p>`
  }

  readonly #signIn = () => {
    if (this.#form.isBusy) return
    void this.#form.run(async () => {
      await signInWithPasskey()
      await signedIn()
      this.dispatchEvent(new Event('signed-in', { bubbles: true }))
    })
  }
}
