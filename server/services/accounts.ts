import { hashPassword, verifyPassword } from '../auth/passwords.ts'
import { hashSecret, makeSecret, makeSortedId } from '../auth/secrets.ts'
import { SESSION_HOURS } from '../auth/session-cookie.ts'
import type { Me, MeChange, SessionInput, SetupInput } from '../contract/accounts.ts'
import { Locale } from '../contract/common.ts'
import type { Db, Trx } from '../db/open.ts'
import { countAttempt } from '../db/queries/attempts.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { listMembershipsOfUser } from '../db/queries/members.ts'
import {
  deleteApiToken,
  deleteSession,
  deleteSessionsBefore,
  insertApiToken,
  insertSession,
} from '../db/queries/sessions.ts'
import { findUser, findUserByEmail, hasUsers, insertUser, updateOperator, updateUser } from '../db/queries/users.ts'
import { ProblemError } from '../problem.ts'
import { beginLogin, finishLogin, forgiveLogin } from './attempts.ts'
import { addOrganisation } from './organisations.ts'

/** What account rules need: the database and the time. */
export interface AccountDeps {
  readonly db: Db
  readonly now: () => Date
}

/** A session that has just been made: whose it is, and the secret for the cookie. */
export interface NewSession {
  readonly userId: string
  readonly secret: string
}

/** The data of a new account; the password is hashed before the transaction starts, because hashing takes long. */
export interface NewUser {
  readonly email: string
  readonly name: string
  readonly locale: Locale
  readonly passwordHash: string
}

/**
 * Makes the first account and the first organisation.
 *
 * @throws {ProblemError} `set-up-done` once there is an account, `wrong-set-up-token`.
 */
export async function setUp(
  { db, now, setupTokenHash }: AccountDeps & { setupTokenHash: string | undefined },
  input: SetupInput,
): Promise<NewSession & { organisationId: string }> {
  if (await hasUsers(db)) throw new ProblemError('set-up-done')
  if (hashSecret(input.token) !== setupTokenHash) throw new ProblemError('wrong-set-up-token')
  const passwordHash = await hashPassword(input.password)
  return db.transaction().execute(async (trx) => {
    // A row that every set-up writes makes two at the same moment take turns, on both databases.
    await countAttempt(trx, 'set-up', now(), 0)
    if (await hasUsers(trx)) throw new ProblemError('set-up-done')
    const userId = await addUser(trx, { ...input, passwordHash }, now())
    await updateOperator(trx, userId, true)
    const first = { name: input.organisation, kind: 'company', locale: input.locale } as const
    const organisationId = await addOrganisation(trx, userId, first, now())
    await insertAuditEvent(trx, { organisationId, userId, action: 'user.sign-up', object: userId, at: now() })
    return { userId, organisationId, secret: await addSession(trx, userId, now()) }
  })
}

/**
 * Signs in with a password; the session that this browser had before ends.
 *
 * @throws {ProblemError} `wrong-credentials`, the same for an unknown account; `too-many-attempts`; `busy`.
 */
export async function signIn(
  { db, now }: AccountDeps,
  { email, password }: SessionInput,
  from: { ip: string; oldSecret: string | undefined },
): Promise<NewSession> {
  const address = plainEmail(email)
  const attempt = await beginLogin(db, address, from.ip, now())
  const user = await findUserByEmail(db, address)
  const isRight = await verifyPassword(user?.passwordHash, password).catch(async (cause: unknown) => {
    await forgiveLogin(db, attempt)
    throw cause
  })
  if (user === undefined || !isRight) throw new ProblemError('wrong-credentials')
  return db.transaction().execute(async (trx) => {
    await finishLogin(trx, attempt, now())
    if (from.oldSecret !== undefined) await deleteSession(trx, hashSecret(from.oldSecret))
    await deleteSessionsBefore(trx, now().toISOString())
    return { userId: user.id, secret: await addSession(trx, user.id, now()) }
  })
}

/** Ends the session of this browser; without one there is nothing to end. */
export async function signOut({ db }: AccountDeps, secret: string | undefined): Promise<void> {
  if (secret !== undefined) await deleteSession(db, hashSecret(secret))
}

/** Who is signed in and where they work at this moment. */
export async function readMe({ db, now }: AccountDeps, userId: string): Promise<Me> {
  const user = await findUser(db, userId)
  if (user === undefined) throw new ProblemError('sign-in-needed')
  const { id, name, email, locale } = user
  const isOperator = user.isOperator === 1
  const memberships = await listMembershipsOfUser(db, userId, now().toISOString())
  return { user: { id, name, email, locale: Locale.parse(locale), isOperator }, memberships }
}

/** Changes what users may change about themselves. */
export async function changeMe(deps: AccountDeps, userId: string, { name, locale }: MeChange): Promise<Me> {
  await updateUser(deps.db, userId, { ...(name !== undefined && { name }), ...(locale !== undefined && { locale }) })
  return readMe(deps, userId)
}

/** Makes a token for scripts; only its hash is kept. */
export async function makeApiToken(
  { db, now }: AccountDeps,
  userId: string,
  name: string,
): Promise<{ id: string; token: string }> {
  const [id, token] = [makeSortedId(now().getTime()), makeSecret()]
  await insertApiToken(db, { id, tokenHash: hashSecret(token), userId, name, createdAt: now().toISOString() })
  return { id, token }
}

/**
 * Withdraws a token of this user.
 *
 * @throws {ProblemError} `not-found`, for somebody else's token too.
 */
export async function withdrawApiToken({ db }: AccountDeps, userId: string, id: string): Promise<void> {
  if (!(await deleteApiToken(db, userId, id))) throw new ProblemError('not-found')
}

/**
 * Adds a user, inside a transaction.
 *
 * @returns the id.
 * @throws {ProblemError} `email-taken`.
 */
export async function addUser(trx: Trx, { email, name, locale, passwordHash }: NewUser, now: Date): Promise<string> {
  const id = makeSortedId(now.getTime())
  const user = { id, email: plainEmail(email), name, locale, passwordHash, createdAt: now.toISOString() }
  if (!(await insertUser(trx, user))) throw new ProblemError('email-taken')
  return id
}

/** Adds a session, inside a transaction, and returns its secret. It lasts 12 hours, however much it is used. */
export async function addSession(trx: Trx, userId: string, now: Date): Promise<string> {
  const secret = makeSecret()
  await insertSession(trx, {
    tokenHash: hashSecret(secret),
    userId,
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + SESSION_HOURS * 3_600_000).toISOString(),
  })
  return secret
}

/** An email address as it is stored and compared. */
function plainEmail(email: string): string {
  return email.trim().toLowerCase()
}
