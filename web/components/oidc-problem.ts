import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../i18n/texts.ts'

/** What the page that the organisation leads back to may have to tell; nothing else in an address is believed. */
const CODES = [
  'oidc-not-here',
  'oidc-unreachable',
  'oidc-denied',
  'oidc-refused',
  'oidc-interrupted',
  'oidc-unknown',
  'oidc-link-first',
  'oidc-no-email',
  'oidc-taken',
  'oidc-weak',
  'invitation-not-valid',
]

/** What went wrong on the way to the organisation and back, as the address says; empty when nothing did. */
export function oidcProblem(): TemplateResult | typeof nothing {
  const code = new URLSearchParams(location.search).get('problem') ?? ''
  if (!CODES.includes(code)) return nothing
  return html`<div class="faults" role="alert">
    <h2>${t('frame-fail-title')}</h2>
    <p>${t(`problem-${code}`)}</p>
  </div>`
}
