import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OidcStart } from '../../server/contract/oidc.ts'
import { call } from '../api.ts'
import { access, accessChanges } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Form } from '../app/form.ts'
import { t } from '../i18n/texts.ts'
import { faultSummary } from './fields.ts'
import './oidc-texts.ts'

/**
 * A button that signs in through the reader's organisation, where that is set up. `returnTo` is the path to go to afterwards, `invitation` the token of an invitation to take up.
 */
@customElement('mv-oidc-sign-in')
export class OidcSignIn extends MvElement {
  @property() returnTo = '/'
  @property() invitation = ''
  readonly #form = new Form(this, 'oidc-sign-in')

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render() {
    const oidc = access().start?.oidc
    if (!oidc) return nothing
    return html`${faultSummary(this.#form)}
      ${this.invitation === '' ? nothing : html`<p>${t('oidc-invited')}</p>`}
      <p>
        <button type="button" @click=${this.#begin}>
          ${oidc.name === null ? t('oidc-sign-in-unnamed') : t('oidc-sign-in', { name: oidc.name })}
        </button>
      </p>`
  }

  readonly #begin = () => {
    if (this.#form.isBusy) return
    void this.#form.run(async () => {
      const errand: OidcStart = {
        returnTo: this.returnTo,
        ...(this.invitation !== '' && { invitation: this.invitation }),
      }
      const { url } = await call<{ url: string }>('POST', '/api/oidc/start', errand)
      location.assign(url)
    })
  }
}
