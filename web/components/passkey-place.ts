import { html, type TemplateResult } from 'lit'
import { access } from '../app/access.ts'
import { t } from '../i18n/texts.ts'
import './passkey-texts.ts'

/** Whether passkeys work on this page: `here`, or why they do not. */
export type PasskeyPlace = 'here' | 'not-here' | 'elsewhere' | 'not-this-browser'

/** Whether passkeys work at the address of this page, in this browser. Before the server has said, they do not. */
export function passkeyPlace(): PasskeyPlace {
  const origin = access().start?.passkeyOrigin ?? null
  if (origin !== location.origin) return origin === null ? 'not-here' : 'elsewhere'
  return 'PublicKeyCredential' in globalThis ? 'here' : 'not-this-browser'
}

/** Says in plain words why there is no button. */
export function whyNoPasskeys(place: Exclude<PasskeyPlace, 'here'>): TemplateResult {
  if (place !== 'elsewhere') return html`<p class="hint">${t(`passkey-${place}`)}</p>`
  const origin = access().start?.passkeyOrigin ?? ''
  return html`<p class="hint">${t('passkey-elsewhere')} <a href="${origin}${location.pathname}">${origin}</a></p>`
}
