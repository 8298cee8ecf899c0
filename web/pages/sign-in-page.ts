import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { returnAddress } from '../app/return-address.ts'
import { go } from '../app/router.ts'
import '../components/letters-texts.ts'
import '../components/sign-in-form.ts'
import '../components/ways-in.ts'
import { t } from '../i18n/texts.ts'
import './account-texts.ts'

/** Signing in; afterwards back to where the reader came from. */
@customElement('mv-sign-in-page')
export class SignInPage extends MvElement {
  protected override render() {
    return html`<div class="narrow">
      <h1>${t('account-sign-in-title')}</h1>
      <mv-ways-in .returnTo=${returnAddress()} @signed-in=${goBack}></mv-ways-in>
      <mv-sign-in-form .label=${t('account-sign-in-submit')} .whenIn=${goBack}></mv-sign-in-form>
      <p class="aside"><a href="/forgot">${t('letters-forgot-link')}</a></p>
      <p class="aside">${t('account-sign-in-join')} <a href="/d">${t('account-home-join')}</a></p>
    </div>`
  }
}

async function goBack(): Promise<void> {
  go(returnAddress(), 'replace')
}
