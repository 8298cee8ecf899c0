import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type VerifiedRegistrationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import * as z from 'zod'
import type { RelyingParty } from '../auth/relying-party.ts'
import { makeSortedId } from '../auth/secrets.ts'
import type { Passkey, PasskeyInput, PasskeyMade } from '../contract/passkeys.ts'
import type { Db } from '../db/open.ts'
import { deletePasskey, insertPasskey, listPasskeys, updatePasskeyName } from '../db/queries/passkeys.ts'
import type { HeldSession } from '../db/queries/sessions.ts'
import { findUser, hasPassword } from '../db/queries/users.ts'
import type { PasskeyRow } from '../db/sign-in-tables.ts'
import { ProblemError } from '../problem.ts'
import { insertAccountEvent } from './account-events.ts'
import { makeFirstCodes, settleFactors } from './factors.ts'
import { refuseLockingOut } from './identities.ts'
import { CHALLENGE_MS, closeChallenge, openChallenge } from './passkey-challenges.ts'
import { confirmSession } from './sessions.ts'

/** What passkey rules need: the database and the time. */
export interface PasskeyDeps {
  readonly db: Db
  readonly now: () => Date
  readonly secondFactor: 'optional' | 'required'
}

/** Ed25519, ECDSA on P-256 and RSA: what devices know, the better first. */
const ALGORITHMS = [-8, -7, -257]
const PRODUCT = 'Meervoud'
const Transports = z.array(z.string())

/**
 * What a browser needs to make a passkey for this user. A device that has one already is not asked for another.
 *
 * @throws {ProblemError} `passkeys-not-here`.
 */
export async function beginPasskey(
  { db, now }: PasskeyDeps,
  party: RelyingParty | undefined,
  userId: string,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { id: rpID } = knownParty(party)
  const user = await findUser(db, userId)
  if (user === undefined) throw new ProblemError('sign-in-needed')
  const kept = await listPasskeys(db, userId)
  return generateRegistrationOptions({
    rpName: PRODUCT,
    rpID,
    userID: Uint8Array.from(Buffer.from(userId)),
    userName: user.email,
    userDisplayName: user.name,
    challenge: await openChallenge(db, { purpose: 'register', userId }, now()),
    timeout: CHALLENGE_MS,
    attestationType: 'none',
    excludeCredentials: kept.map(describePasskey),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
}

/**
 * Keeps a passkey that a browser has just made. The session counts as strong from then on.
 *
 * @returns the id of the passkey, the new secret of the session, for the cookie, and recovery codes where there are none
 *   and a password may be asked together with one.
 * @throws {ProblemError} `passkeys-not-here`; `passkey-refused` when it is not the answer to a challenge for this user,
 *   comes from another address, or its device did not check who was there; `passkey-known`.
 */
export async function addPasskey(
  { db, now }: PasskeyDeps,
  party: RelyingParty | undefined,
  session: HeldSession,
  input: PasskeyInput,
): Promise<PasskeyMade & { secret: string }> {
  const here = knownParty(party)
  const { userId } = session
  const challenge = await closeChallenge(db, input.clientDataJSON, { purpose: 'register', userId }, now())
  if (challenge === undefined) throw new ProblemError('passkey-refused')
  const { credential, credentialBackedUp } = await checkNewPasskey(here, challenge, input)
  const passkey: PasskeyRow = {
    id: makeSortedId(now().getTime()),
    userId,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: JSON.stringify(input.transports),
    isSynced: credentialBackedUp ? 1 : 0,
    name: input.name,
    createdAt: now().toISOString(),
    lastUsedAt: null,
  }
  return db.transaction().execute(async (trx) => {
    if (!(await insertPasskey(trx, passkey))) throw new ProblemError('passkey-known')
    const recoveryCodes = (await hasPassword(trx, userId)) ? await makeFirstCodes(trx, userId, now()) : null
    const secret = await confirmSession(trx, session, now(), true)
    await insertAccountEvent(trx, { userId, action: 'passkey.add', object: passkey.id, at: now() })
    return { id: passkey.id, recoveryCodes, secret }
  })
}

/** The passkeys of a user as they may be shown. */
export async function readPasskeys(db: Db, userId: string): Promise<Passkey[]> {
  const rows = await listPasskeys(db, userId)
  return rows.map(({ id, name, isSynced, createdAt, lastUsedAt }) => {
    return { id, name, isSynced: isSynced === 1, createdAt, lastUsedAt }
  })
}

/**
 * Gives a passkey another name.
 *
 * @throws {ProblemError} `not-found`, for somebody else's too.
 */
export async function renamePasskey({ db }: PasskeyDeps, userId: string, id: string, name: string): Promise<void> {
  if (!(await updatePasskeyName(db, userId, id, name))) throw new ProblemError('not-found')
}

/**
 * Removes a passkey: it signs nobody in any more.
 *
 * @throws {ProblemError} `not-found`, for somebody else's too; `last-factor` where a second factor is required;
 *   `last-way-in` without a password or a link to an organisation.
 */
export async function removePasskey(deps: PasskeyDeps, userId: string, id: string): Promise<void> {
  const { db, now } = deps
  await db.transaction().execute(async (trx) => {
    if (!(await deletePasskey(trx, userId, id))) throw new ProblemError('not-found')
    await settleFactors(trx, deps, userId)
    await refuseLockingOut(trx, userId)
    await insertAccountEvent(trx, { userId, action: 'passkey.remove', object: id, at: now() })
  })
}

/**
 * The address that passkeys are for.
 *
 * @throws {ProblemError} `passkeys-not-here` where there is none.
 */
export function knownParty(party: RelyingParty | undefined): RelyingParty {
  if (party === undefined) throw new ProblemError('passkeys-not-here')
  return party
}

/** How a browser finds a passkey again. */
export function describePasskey({ credentialId, transports }: PasskeyRow): { id: string; transports: string[] } {
  return { id: credentialId, transports: Transports.parse(JSON.parse(transports)) }
}

async function checkNewPasskey(
  { origin, id: rpID }: RelyingParty,
  challenge: string,
  { id, clientDataJSON, attestationObject, transports }: PasskeyInput,
): Promise<NonNullable<VerifiedRegistrationResponse['registrationInfo']>> {
  const { registrationInfo } = await verifyRegistrationResponse({
    response: {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON, attestationObject, transports },
    },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch((): VerifiedRegistrationResponse => ({ verified: false }))
  if (registrationInfo === undefined) throw new ProblemError('passkey-refused')
  return registrationInfo
}
