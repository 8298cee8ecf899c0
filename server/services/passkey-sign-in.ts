import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import type { RelyingParty } from '../auth/relying-party.ts'
import { hashSecret } from '../auth/secrets.ts'
import type { PasskeyAnswer } from '../contract/passkeys.ts'
import type { Trx } from '../db/open.ts'
import { findPasskey, listPasskeys, updatePasskeyUse } from '../db/queries/passkeys.ts'
import type { HeldSession } from '../db/queries/sessions.ts'
import { holdUser } from '../db/queries/users.ts'
import type { PasskeyRow } from '../db/sign-in-tables.ts'
import { ProblemError } from '../problem.ts'
import { insertAccountEvent } from './account-events.ts'
import { limitAttempts } from './attempts.ts'
import { CHALLENGE_MS, type ChallengeUse, closeChallenge, openChallenge } from './passkey-challenges.ts'
import { describePasskey, knownParty, type PasskeyDeps } from './passkeys.ts'
import { confirmSession, type NewSession, startSession } from './sessions.ts'

const FROM_AN_ADDRESS = { most: 100, windowMs: 15 * 60_000 }

/** A signature that is good, of a passkey that is kept: what is left to see is whether it counted on. */
interface Signature {
  readonly passkey: PasskeyRow
  readonly counter: number
  readonly isSynced: boolean
}

/**
 * What a browser needs to let somebody sign in with any passkey for this address. It is the same for everybody, so that
 * it tells nothing about who has an account.
 *
 * @throws {ProblemError} `passkeys-not-here`; `too-many-attempts` from the 101st in 15 minutes from one network address.
 */
export async function beginPasskeySignIn(
  { db, now }: PasskeyDeps,
  party: RelyingParty | undefined,
  ip: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { id: rpID } = knownParty(party)
  await limitAttempts(db, `passkey-from:${hashSecret(ip)}`, FROM_AN_ADDRESS, now())
  const challenge = await openChallenge(db, { purpose: 'sign-in', userId: null }, now())
  return generateAuthenticationOptions({ rpID, challenge, timeout: CHALLENGE_MS, userVerification: 'required' })
}

/**
 * Signs in with a passkey, which is a whole sign-in by itself: its device checked who was there. The session that this
 * browser had before ends.
 *
 * @throws {ProblemError} `passkeys-not-here`; `wrong-passkey`, the same for an unknown one, a locked user and a signature
 *   that is no good; `passkey-copied`.
 */
export async function signInWithPasskey(
  deps: PasskeyDeps,
  party: RelyingParty | undefined,
  answer: PasskeyAnswer,
  from: { oldSecret: string | undefined; agent: string | null },
): Promise<NewSession> {
  const signature = await checkAnswer(deps, knownParty(party), answer, { purpose: 'sign-in', userId: null })
  const { userId } = signature.passkey
  const way = { method: 'passkey', isStrong: true, agent: from.agent } as const
  const secret = await usePasskey(deps, signature, (trx) => startSession(trx, userId, deps.now(), way, from.oldSecret))
  return { userId, secret }
}

/**
 * What a browser needs to let this user confirm who it is with one of their passkeys.
 *
 * @throws {ProblemError} `passkeys-not-here`.
 */
export async function beginPasskeyConfirm(
  { db, now }: PasskeyDeps,
  party: RelyingParty | undefined,
  userId: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { id: rpID } = knownParty(party)
  const kept = await listPasskeys(db, userId)
  return generateAuthenticationOptions({
    rpID,
    challenge: await openChallenge(db, { purpose: 'confirm', userId }, now()),
    timeout: CHALLENGE_MS,
    userVerification: 'required',
    allowCredentials: kept.map(describePasskey),
  })
}

/**
 * Notes that the owner of a session showed with a passkey who they are.
 *
 * @returns the new secret of the session, for the cookie.
 * @throws {ProblemError} `passkeys-not-here`; `wrong-passkey`, for one of somebody else too; `passkey-copied`.
 */
export async function confirmWithPasskey(
  deps: PasskeyDeps,
  party: RelyingParty | undefined,
  answer: PasskeyAnswer,
  session: HeldSession,
): Promise<string> {
  const use = { purpose: 'confirm', userId: session.userId } as const
  const signature = await checkAnswer(deps, knownParty(party), answer, use)
  return usePasskey(deps, signature, (trx) => confirmSession(trx, session, deps.now(), true))
}

async function checkAnswer(
  { db, now }: PasskeyDeps,
  { origin, id: rpID }: RelyingParty,
  { id, userHandle, ...signed }: PasskeyAnswer,
  use: ChallengeUse,
): Promise<Signature> {
  const challenge = await closeChallenge(db, signed.clientDataJSON, use, now())
  const passkey = await findPasskey(db, id)
  if (challenge === undefined || passkey === undefined) throw new ProblemError('wrong-passkey')
  // Who was asked by name may have a device that does not say whose passkey it is; whoever comes has to say so.
  const said = userHandle === null ? use.userId : Buffer.from(userHandle, 'base64url').toString()
  const asked = use.userId ?? passkey.userId
  if (said !== passkey.userId || asked !== passkey.userId) throw new ProblemError('wrong-passkey')
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: signed },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    // The counter is looked at when it is stored: here it would be believed before the signature is.
    credential: { id, publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')), counter: 0 },
  }).catch((): { verified: false; authenticationInfo?: never } => ({ verified: false }))
  if (!verified) throw new ProblemError('wrong-passkey')
  return { passkey, counter: authenticationInfo.newCounter, isSynced: authenticationInfo.credentialBackedUp }
}

async function usePasskey<Result>(
  { db, now }: PasskeyDeps,
  { passkey: { id, userId }, counter, isSynced }: Signature,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  const done = await db.transaction().execute(async (trx) => {
    const user = await holdUser(trx, userId)
    if (user === undefined || user.lockedAt !== null) throw new ProblemError('wrong-passkey')
    if (await updatePasskeyUse(trx, id, { counter, isSynced, at: now().toISOString() }))
      return { result: await work(trx) }
    // Kept although the sign-in is refused: somebody has to be able to see that it happened.
    await insertAccountEvent(trx, { userId, action: 'passkey.copied', object: id, at: now() })
    return undefined
  })
  if (done === undefined) throw new ProblemError('passkey-copied')
  return done.result
}
