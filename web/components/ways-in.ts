import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { access, accessChanges } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { t } from '../i18n/texts.ts'
import { oidcProblem } from './oidc-problem.ts'
import './oidc-sign-in.ts'
import { passkeyPlace } from './passkey-place.ts'
import './passkey-sign-in.ts'

/**
 * The ways to sign in without a password, above the form for one: only those that work here; and what went wrong when
 * somebody came back from their organisation. `returnTo` is the path to
 * go to afterwards. Says `signed-in` once somebody is.
 */
@customElement('mv-ways-in')
export class WaysIn extends MvElement {
  @property() returnTo = '/'

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render() {
    const isAny = passkeyPlace() === 'here' || access().start?.oidc
    return html`${oidcProblem()}
      <mv-passkey-sign-in></mv-passkey-sign-in>
      <mv-oidc-sign-in .returnTo=${this.returnTo}></mv-oidc-sign-in>
      ${isAny ? html`<p class="muted">${t('passkey-sign-in-or')}</p>` : nothing}`
  }
}
