import { createHmac } from 'node:crypto'
import type { Issuer, JourneyChecks, Told } from '../auth/issuer.ts'
import { NO_PASSWORD } from '../auth/passwords.ts'
import { hashSecret, makeSecret, makeSortedId } from '../auth/secrets.ts'
import type { Db, Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { hasFactor } from '../db/queries/factors.ts'
import {
  deleteJourneysBefore,
  findIdentity,
  insertIdentity,
  insertJourney,
  takeJourney,
  updateIdentityUse,
} from '../db/queries/identities.ts'
import { findUserByEmail, holdUser } from '../db/queries/users.ts'
import type { OidcJourneyRow } from '../db/sign-in-tables.ts'
import { ProblemError } from '../problem.ts'
import { insertAccountEvent } from './account-events.ts'
import { addUser, plainEmail } from './accounts.ts'
import { limitAttempts } from './attempts.ts'
import { findHeld, joinAsMember } from './invitations.ts'
import { startSession } from './sessions.ts'

/** What rules of signing in through an organisation need: the database, the time, and the organisation. */
export interface OidcDeps {
  readonly db: Db
  readonly now: () => Date
  /** Undefined where it is not set up. */
  readonly issuer?: Issuer | undefined
  readonly secondFactor: 'optional' | 'required'
}

/** How long somebody may take at the organisation, in milliseconds. */
export const JOURNEY_MS = 10 * 60_000
const FROM_AN_ADDRESS = { most: 100, windowMs: 15 * 60_000 }

/** What a journey is for. */
export interface Errand {
  /** Whose account is to be linked; null to sign in. */
  readonly userId: string | null
  /** Where the browser goes afterwards: a path. */
  readonly returnTo: string
  /** The token of an invitation to take up. */
  readonly invitation?: string | undefined
}

/** Who came back, and with what. */
export interface Homecoming {
  /** The whole address under which the browser came back, on which the library checks what is in it. */
  readonly address: URL
  readonly journeySecret: string | undefined
  /** Who is signed in on this browser with a session, if anybody. */
  readonly callerId: string | undefined
  readonly oldSecret: string | undefined
  readonly agent: string | null
}

/** Where the browser goes now, and the secret of its new session when there is one. */
export interface Arrival {
  readonly to: string
  readonly secret: string | undefined
}

/**
 * Begins a journey to the organisation and back. It is bound to this browser by a secret for a cookie, from which all
 * that it is held to is made: the database holds hashes only.
 *
 * @throws {ProblemError} `oidc-not-here`, `oidc-unreachable`, `invitation-not-valid`, `too-many-attempts`.
 */
export async function beginJourney(
  { db, now, issuer }: OidcDeps,
  { userId, returnTo, invitation }: Errand,
  from: { redirectUri: string; ip: string },
): Promise<{ url: string; secret: string }> {
  if (issuer === undefined) throw new ProblemError('oidc-not-here')
  await limitAttempts(db, `oidc-from:${hashSecret(from.ip)}`, FROM_AN_ADDRESS, now())
  const invitationHash = invitation === undefined ? null : hashSecret(invitation)
  if (invitationHash !== null) await findHeld(db, invitationHash, now())
  const secret = makeSecret()
  const state = makeSecret()
  const url = await issuer.addressFor(from.redirectUri, checksOf(secret, state))
  await deleteJourneysBefore(db, now().toISOString())
  await insertJourney(db, {
    stateHash: hashSecret(state),
    browserHash: hashSecret(secret),
    purpose: userId === null ? 'sign-in' : 'link',
    userId,
    invitationHash,
    returnTo,
    expiresAt: new Date(now().getTime() + JOURNEY_MS).toISOString(),
  })
  return { url, secret }
}

/** A refusal after a journey, and the page that tells it. */
export class JourneyRefused extends Error {
  readonly refusal: ProblemError
  readonly page: string

  constructor(refusal: ProblemError, page: string) {
    super(refusal.code, { cause: refusal })
    this.refusal = refusal
    this.page = page
  }
}

/**
 * Ends a journey, whatever becomes of it: signs in who is known, links an account, or takes an invitation up.
 *
 * @throws {JourneyRefused} for every refusal.
 */
export async function endJourney(deps: OidcDeps, home: Homecoming): Promise<Arrival> {
  const journey = await takeOwnJourney(deps, home)
  const page = journey?.userId == null ? '/sign-in' : '/account'
  try {
    if (deps.issuer === undefined) throw new ProblemError('oidc-not-here')
    if (journey === undefined) throw new ProblemError('oidc-interrupted')
    const checks = checksOf(home.journeySecret ?? '', home.address.searchParams.get('state') ?? '')
    const told = await deps.issuer.identify(home.address, checks)
    if (journey.userId !== null) return await link(deps, journey, told, home)
    return await signIn(deps, journey, told, home)
  } catch (error) {
    throw error instanceof ProblemError ? new JourneyRefused(error, page) : error
  }
}

async function takeOwnJourney(
  { db, now }: OidcDeps,
  { address, journeySecret }: Homecoming,
): Promise<OidcJourneyRow | undefined> {
  const journey = await takeJourney(db, hashSecret(address.searchParams.get('state') ?? ''))
  const isOwn =
    journey !== undefined && journeySecret !== undefined && journey.browserHash === hashSecret(journeySecret)
  return isOwn && journey.expiresAt > now().toISOString() ? journey : undefined
}

async function link({ db, now }: OidcDeps, { userId, returnTo }: OidcJourneyRow, told: Told, home: Homecoming) {
  // Whoever signed out meanwhile, or is somebody else by now, did not ask for this.
  if (userId === null || userId !== home.callerId) throw new ProblemError('oidc-interrupted')
  await db.transaction().execute((trx) => addIdentity(trx, userId, told, now()))
  return { to: returnTo, secret: undefined }
}

async function signIn(deps: OidcDeps, journey: OidcJourneyRow, told: Told, home: Homecoming): Promise<Arrival> {
  const { db, now, secondFactor } = deps
  return db.transaction().execute(async (trx) => {
    const known = await findIdentity(trx, told.issuer, told.subject)
    if (known !== undefined && (await holdUser(trx, known.userId))?.lockedAt !== null)
      throw new ProblemError('oidc-unknown')
    const held = journey.invitationHash === null ? undefined : await findHeld(trx, journey.invitationHash, now())
    const userId = known?.userId ?? (await addUserFor(trx, told, held !== undefined, now()))
    if (known !== undefined) await updateIdentityUse(trx, known.id, now().toISOString())
    // Without a second factor the account may go on to set one up; with one, that has to be shown.
    if (secondFactor === 'required' && !told.isStrong && (await hasFactor(trx, userId)))
      throw new ProblemError('oidc-weak')
    if (held !== undefined) await joinAsMember(trx, held, userId, now())
    if (known === undefined && held !== undefined) {
      const { organisationId } = held
      await insertAuditEvent(trx, { organisationId, userId, action: 'user.sign-up', object: userId, at: now() })
    }
    const way = { method: 'oidc', isStrong: told.isStrong, agent: home.agent } as const
    const secret = await startSession(trx, userId, now(), way, home.oldSecret)
    return { to: held === undefined ? journey.returnTo : `/o/${held.organisationId}`, secret }
  })
}

/** Nobody comes in by an email address alone: an account that has this address is linked by its owner, or not at all. */
async function addUserFor(trx: Trx, told: Told, isInvited: boolean, at: Date): Promise<string> {
  const { email, name, locale } = told
  if (email !== undefined && (await findUserByEmail(trx, plainEmail(email))) !== undefined)
    throw new ProblemError('oidc-link-first')
  if (!isInvited) throw new ProblemError('oidc-unknown')
  if (email === undefined) throw new ProblemError('oidc-no-email')
  const user = {
    email,
    name: (name?.trim() || email).slice(0, 120),
    locale: locale?.startsWith('en') ? ('en' as const) : ('nl' as const),
    passwordHash: NO_PASSWORD,
  }
  const userId = await addUser(trx, user, at)
  await addIdentity(trx, userId, told, at)
  return userId
}

async function addIdentity(trx: Trx, userId: string, { issuer, subject }: Told, at: Date): Promise<void> {
  const id = makeSortedId(at.getTime())
  const identity = { id, userId, issuer, subject, createdAt: at.toISOString(), lastUsedAt: null }
  if (!(await insertIdentity(trx, identity))) throw new ProblemError('oidc-taken')
  await insertAccountEvent(trx, { userId, action: 'identity.add', object: id, at })
}

function checksOf(secret: string, state: string): JourneyChecks {
  const derived = (what: string) => createHmac('sha256', secret).update(`${what}:${state}`).digest('base64url')
  return { state, nonce: derived('nonce'), verifier: derived('verifier') }
}
