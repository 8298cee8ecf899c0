import type { Config } from './config.ts'
import type { RetentionMonths } from './services/retention.ts'

/** What the settings say about personal data, for the register, the privacy page and retention. */
export interface PrivacySettings {
  readonly retention: RetentionMonths
  /** Who answers questions; undefined: whoever runs the installation. */
  readonly contact: string | undefined
  /** Name of the server that mail goes through; undefined where none is sent. */
  readonly mailHost: string | undefined
  /** Name of the server of another organisation through which people sign in; undefined for none. */
  readonly signInHost: string | undefined
  readonly secondFactor: 'optional' | 'required'
}

/** Reads them from the settings. */
export function privacyOf(config: Config): PrivacySettings {
  const issuer = 'OIDC_ISSUER' in config ? config.OIDC_ISSUER : undefined
  return {
    retention: {
      answers: config.RETENTION_ANSWERS_MONTHS,
      texts: config.RETENTION_TEXTS_MONTHS,
      audit: config.RETENTION_AUDIT_MONTHS,
    },
    contact: config.PRIVACY_CONTACT,
    mailHost: hostOf(config.SMTP_URL),
    signInHost: hostOf(typeof issuer === 'string' ? issuer : undefined),
    secondFactor: config.SECOND_FACTOR,
  }
}

/** The name of a server without what stands around it: an address may hold a password. */
function hostOf(url: string | undefined): string | undefined {
  return url === undefined || !URL.canParse(url) ? undefined : new URL(url).hostname
}
