import { Secret, TOTP } from 'otpauth'

const ISSUER = 'Meervoud'
const STEP_SECONDS = 30
/** A phone whose clock is half a minute off, or a code that was read just before it changed. */
const STEPS_OFF = 1
const SEED_BYTES = 20

/** A secret that an app and the server share, as the text that somebody can type: base32. */
export function makeSeed(): string {
  return new Secret({ size: SEED_BYTES }).base32
}

/** The address that an app reads from a QR picture. */
export function totpAddress(seed: string, email: string): string {
  return totpOf(seed, email).toString()
}

/** The code of this moment, for tests and for nobody else. */
export function totpCode(seed: string, now: Date): string {
  return totpOf(seed).generate({ timestamp: now.getTime() })
}

/**
 * To which half minute a code belongs: this one, the one before or the one after.
 *
 * @param code six digits.
 * @returns undefined for a code of none of these.
 */
export function stepOfCode(seed: string, code: string, now: Date): number | undefined {
  const delta = totpOf(seed).validate({ token: code, timestamp: now.getTime(), window: STEPS_OFF })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta
}

/** SHA-1, six digits and half a minute: what every app knows; many ignore other values and show wrong codes. */
function totpOf(seed: string, label = ''): TOTP {
  const secret = Secret.fromBase32(seed)
  return new TOTP({ issuer: ISSUER, label, secret, algorithm: 'SHA1', digits: 6, period: STEP_SECONDS })
}
