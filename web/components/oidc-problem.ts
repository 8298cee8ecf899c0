import type { FieldFault } from '../app/form.ts'

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
export function oidcFaults(): readonly FieldFault[] {
  const code = new URLSearchParams(location.search).get('problem') ?? ''
  return CODES.includes(code) ? [{ field: '', text: `problem-${code}` }] : []
}
