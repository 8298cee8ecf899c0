import { hashSecret, makeSecret, makeSortedId } from '../auth/secrets.ts'
import { SESSION_HOURS } from '../auth/session-length.ts'
import type { SignIn, SignInMethod } from '../contract/sessions.ts'
import type { Db, Trx } from '../db/open.ts'
import {
  deleteOtherSessions,
  deleteSession,
  deleteSessionOfUser,
  deleteSessionsBefore,
  type HeldSession,
  insertSession,
  listSessions,
  updateSessionProof,
} from '../db/queries/sessions.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'
import { insertAccountEvent } from './account-events.ts'

/** What rules of sessions need: the database, the time, and who follows what happens. */
export interface SessionDeps {
  readonly db: Db
  readonly now: () => Date
  readonly live: Live
}

/** A session that has just been made: whose it is, and the secret for the cookie. */
export interface NewSession {
  readonly userId: string
  readonly secret: string
}

/** How somebody signed in. `agent` comes from `describeAgent`. */
export interface SignInWay {
  readonly method: SignInMethod
  /** Whether two things were shown that only this person has, or one that proves both. */
  readonly isStrong: boolean
  readonly agent: string | null
}

/**
 * Adds a session, inside a transaction, and returns its secret: the one place where sessions begin. It lasts 12 hours,
 * or 4 without being used.
 */
export async function addSession(trx: Trx, userId: string, now: Date, way: SignInWay): Promise<string> {
  const secret = makeSecret()
  const at = now.toISOString()
  await insertSession(trx, {
    id: makeSortedId(now.getTime()),
    tokenHash: hashSecret(secret),
    userId,
    method: way.method,
    isStrong: way.isStrong ? 1 : 0,
    agent: way.agent,
    createdAt: at,
    lastSeenAt: at,
    confirmedAt: at,
    expiresAt: new Date(now.getTime() + SESSION_HOURS * 3_600_000).toISOString(),
  })
  return secret
}

/**
 * Signs a user in, inside a transaction: adds a session, ends the one that this browser had, forgets those that are
 * over, and notes it. Call it last in the transaction: noting events takes turns.
 *
 * @returns the secret for the cookie.
 */
export async function startSession(
  trx: Trx,
  userId: string,
  now: Date,
  way: SignInWay,
  oldSecret: string | undefined,
): Promise<string> {
  if (oldSecret !== undefined) await deleteSession(trx, hashSecret(oldSecret))
  await deleteSessionsBefore(trx, now.toISOString())
  const secret = await addSession(trx, userId, now, way)
  await insertAccountEvent(trx, { userId, action: 'user.sign-in', object: userId, at: now })
  return secret
}

/**
 * Notes, inside a transaction, that the owner of a session has just shown who they are. The session gets another
 * secret: whoever had copied the old one is out.
 *
 * @param isStrong whether that showed a second factor; a session never becomes weaker.
 * @returns the new secret for the cookie.
 * @throws {ProblemError} `sign-in-needed` when the session was ended meanwhile.
 */
export async function confirmSession(trx: Trx, session: HeldSession, now: Date, isStrong: boolean): Promise<string> {
  const secret = makeSecret()
  const proof = { tokenHash: hashSecret(secret), confirmedAt: now.toISOString(), ...(isStrong && { isStrong: 1 }) }
  if (!(await updateSessionProof(trx, session.id, proof))) throw new ProblemError('sign-in-needed')
  return secret
}

/**
 * Notes, inside a transaction, that a second factor was shown in a session, and nothing more: it says nothing about when
 * its owner last showed who they are. The session gets another secret.
 *
 * @returns the new secret for the cookie.
 * @throws {ProblemError} `sign-in-needed` when the session was ended meanwhile.
 */
export async function strengthenSession(trx: Trx, session: HeldSession): Promise<string> {
  const secret = makeSecret()
  const isThere = await updateSessionProof(trx, session.id, { tokenHash: hashSecret(secret), isStrong: 1 })
  if (!isThere) throw new ProblemError('sign-in-needed')
  return secret
}

/** Ends the session of this browser; without one there is nothing to end. */
export async function signOut({ db, now, live }: SessionDeps, secret: string | undefined): Promise<void> {
  if (secret === undefined) return
  const ended = await db.transaction().execute(async (trx) => {
    const session = await deleteSession(trx, hashSecret(secret))
    if (session !== undefined)
      await insertAccountEvent(trx, { userId: session.userId, action: 'session.end', object: session.id, at: now() })
    return session
  })
  if (ended !== undefined) live.endLines(ended.userId)
}

/** The sign-ins of a user that are still good, newest first. */
export async function listSignIns(
  { db, now }: SessionDeps,
  userId: string,
  thisId: string | undefined,
): Promise<SignIn[]> {
  const rows = await listSessions(db, userId, now().toISOString())
  return rows.map((row) => ({ ...row, isThis: row.id === thisId }))
}

/**
 * Ends one sign-in of a user: its next request is refused.
 *
 * @throws {ProblemError} `not-found`, for somebody else's too.
 */
export async function endSignIn({ db, now, live }: SessionDeps, userId: string, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await deleteSessionOfUser(trx, userId, id))) throw new ProblemError('not-found')
    await insertAccountEvent(trx, { userId, action: 'session.end', object: id, at: now() })
  })
  live.endLines(userId)
}

/** Ends every sign-in of a user but the one that asks; undefined, for an API token, keeps none. */
export async function endOtherSignIns(
  { db, now, live }: SessionDeps,
  userId: string,
  thisId: string | undefined,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await deleteOtherSessions(trx, userId, thisId)
    await insertAccountEvent(trx, { userId, action: 'session.end-all', object: userId, at: now() })
  })
  live.endLines(userId)
}
