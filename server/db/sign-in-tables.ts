import type { Selectable } from 'kysely'
import type { SignInMethod } from '../contract/sessions.ts'

/*
 * Rows of ways to sign in beside a password; the rest, and what all rows have in common, stands in `tables.ts`.
 */

/** A browser in which somebody is signed in. */
export interface SessionTable {
  id: string
  tokenHash: string
  userId: string
  method: SignInMethod
  /** 1: somebody showed two things that only they have, or one that proves both. */
  isStrong: number
  /** Browser and system, such as `Chrome, Windows`; null: it did not say. */
  agent: string | null
  createdAt: string
  lastSeenAt: string
  /** When somebody last showed who they are: by signing in, or by confirming it. */
  confirmedAt: string
  expiresAt: string
}

/** Codes from an app. */
export interface TotpTable {
  userId: string
  /** The secret that the app holds too, sealed; null: no code was ever tried, so that there is no factor yet. */
  sealedSeed: string | null
  /** One that was handed out and has still to be tried, as for a new phone; the one in use goes on until then. */
  nextSealedSeed: string | null
  /** Since when codes are asked. */
  since: string | null
  /** The half minute whose code was used last: neither that code nor an older one works again. */
  lastStep: number | null
}

/** A code on paper, for who lost their phone; good for one use. */
export interface RecoveryCodeTable {
  userId: string
  codeHash: string
  createdAt: string
  usedAt: string | null
}

/** One passkey of a user: its public half. */
export interface PasskeyTable {
  id: string
  userId: string
  /** The name that the device gave it, in base64url; unique everywhere. */
  credentialId: string
  /** The COSE key, in base64url. */
  publicKey: string
  /** How often it signed, as it says itself; 0: it does not count. */
  counter: number
  /** How a browser may reach it: JSON, an array of words. */
  transports: string
  /** 1: the maker of the device keeps copies of it on other devices. */
  isSynced: number
  name: string
  createdAt: string
  lastUsedAt: string | null
}

/** What somebody was asked to sign with a passkey, and has not yet. */
export interface PasskeyChallengeTable {
  challengeHash: string
  purpose: string
  /** Whose passkey must sign; null: whoever comes. */
  userId: string | null
  expiresAt: string
}

/** Who a user is at their organisation's own sign-in. */
export interface IdentityTable {
  id: string
  userId: string
  issuer: string
  /** The issuer's own name for the person, which never changes. */
  subject: string
  createdAt: string
  lastUsedAt: string | null
}

/** Somebody who was sent to their organisation to sign in, and has not come back. */
export interface OidcJourneyTable {
  stateHash: string
  /** Hash of the secret in the cookie of the browser that began. */
  browserHash: string
  purpose: string
  /** Whose account is to be linked; null: whoever comes signs in. */
  userId: string | null
  /** Hash of the token of the invitation that is taken up on the way. */
  invitationHash: string | null
  returnTo: string
  expiresAt: string
}

/** Rows as queries answer them. */
export type SessionRow = Selectable<SessionTable>
export type TotpRow = Selectable<TotpTable>
export type PasskeyRow = Selectable<PasskeyTable>
export type PasskeyChallengeRow = Selectable<PasskeyChallengeTable>
export type IdentityRow = Selectable<IdentityTable>
export type OidcJourneyRow = Selectable<OidcJourneyTable>
