import { hashPassword } from '../auth/passwords.ts'
import { hashSecret, makeSecret } from '../auth/secrets.ts'
import type { ResetInput } from '../contract/mail.ts'
import type { Db, Trx } from '../db/open.ts'
import { countAttempt } from '../db/queries/attempts.ts'
import { insertAuditEvent, insertSystemEvent } from '../db/queries/audit.ts'
import { listMembershipsOfUser } from '../db/queries/members.ts'
import {
  deletePasswordResets,
  findPasswordReset,
  insertPasswordReset,
  type LinkHolder,
  takePasswordReset,
} from '../db/queries/password-resets.ts'
import { deleteApiTokensOfUser, deleteOtherSessions } from '../db/queries/sessions.ts'
import { findUser, updatePasswordHash } from '../db/queries/users.ts'
import type { Live } from '../live/hub.ts'
import type { Post } from '../mail/post.ts'
import { queuePasswordChanged, queueReset } from '../mail/queue.ts'
import { ProblemError } from '../problem.ts'
import { insertAccountEvent } from './account-events.ts'
import { plainEmail } from './accounts.ts'
import { forgetLogins } from './attempts.ts'
import { refuseCommonPassword } from './password-rules.ts'

const HOUR = 3_600_000
const MOST_FOR_ACCOUNT = 3
const MOST_FROM_ADDRESS = 60
const LINK_MINUTES = 30

/** What choosing another password needs. */
export interface ResetDeps {
  readonly db: Db
  readonly now: () => Date
  readonly live: Live
  /** Undefined where the installation sends no mail. */
  readonly mail?: Post | undefined
}

/** A link to choose another password: its token, which is kept nowhere, and until when it is good. */
export interface ResetLink {
  readonly token: string
  readonly expiresAt: string
}

/**
 * Asks for a link by mail. It never looks whether there is an account: answer and work are the same for every address,
 * also where no mail is sent, and beyond three times an hour for one address or sixty from one place.
 */
export async function askReset({ db, now, mail }: ResetDeps, email: string, ip: string): Promise<void> {
  const address = plainEmail(email)
  const at = now()
  const isWritten = await db.transaction().execute(async (trx) => {
    const forThis = await countAttempt(trx, `reset:${hashSecret(address)}`, at, HOUR)
    const fromHere = await countAttempt(trx, `reset-from:${hashSecret(ip)}`, at, HOUR)
    if (mail === undefined || forThis > MOST_FOR_ACCOUNT || fromHere > MOST_FROM_ADDRESS) return false
    await queueReset(trx, address, at)
    return true
  })
  if (isWritten) mail?.wake()
}

/**
 * Whose password a link changes. Looking does not use it up: mail programs open links before their readers do.
 *
 * @throws {ProblemError} `link-not-valid` for one that was used, is over, or never was.
 */
export async function viewReset({ db, now }: ResetDeps, token: string): Promise<{ email: string }> {
  return { email: (await findHeld(db, token, now())).email }
}

/**
 * Chooses another password and ends everything that somebody else may hold: sessions, tokens of programs, other links.
 * The wait after wrong guesses ends too. A second factor stays.
 *
 * @throws {ProblemError} `link-not-valid`, `common-password`, `busy`.
 */
export async function resetPassword(deps: ResetDeps, { token, password }: ResetInput): Promise<void> {
  const { db, now, live, mail } = deps
  // Looked up before the password is hashed: hashing is work that only the holder of a link may cause.
  const { email, name } = await findHeld(db, token, now())
  refuseCommonPassword(password, [email, name])
  const passwordHash = await hashPassword(password)
  const userId = await db.transaction().execute(async (trx) => {
    const at = now()
    const held = await findHeld(trx, token, at)
    if (!(await takePasswordReset(trx, hashSecret(token), at.toISOString()))) throw new ProblemError('link-not-valid')
    await updatePasswordHash(trx, held.email, passwordHash)
    await deletePasswordResets(trx, held.userId)
    await deleteOtherSessions(trx, held.userId, undefined)
    await deleteApiTokensOfUser(trx, held.userId)
    await forgetLogins(trx, held.email)
    if (mail !== undefined) await queuePasswordChanged(trx, held.userId, 'reset', at)
    await insertAccountEvent(trx, { userId: held.userId, action: 'password.reset', object: held.userId, at })
    return held.userId
  })
  live.endLines(userId)
  mail?.wake()
}

/**
 * Makes a link for somebody who is locked out, for an operator to pass on.
 *
 * @param operatorId who asks; null for the command on the server itself.
 * @throws {ProblemError} `not-found` for a user who is none, or is locked.
 */
export function makeResetLink(
  { db, now }: Pick<ResetDeps, 'db' | 'now'>,
  operatorId: string | null,
  userId: string,
): Promise<ResetLink> {
  return db.transaction().execute(async (trx) => {
    const user = await findUser(trx, userId)
    if (user === undefined || user.lockedAt !== null) throw new ProblemError('not-found')
    const at = now()
    const event = { userId: operatorId, action: 'password.reset-link', object: userId, at } as const
    // The owners where this user works want to know who can get in, and who else made that possible.
    for (const { organisationId } of await listMembershipsOfUser(trx, userId, at.toISOString()))
      await insertAuditEvent(trx, { organisationId, ...event })
    return addPasswordReset(trx, userId, at, operatorId)
  })
}

/**
 * Adds a link, inside a transaction, and notes it.
 *
 * @param madeBy the operator who asked for it; null when it goes by mail, or the command on the server makes it.
 */
export async function addPasswordReset(
  trx: Trx,
  userId: string,
  now: Date,
  madeBy: string | null = null,
): Promise<ResetLink> {
  const token = makeSecret()
  const expiresAt = new Date(now.getTime() + LINK_MINUTES * 60_000).toISOString()
  const link = { tokenHash: hashSecret(token), userId, createdAt: now.toISOString(), expiresAt }
  await insertPasswordReset(trx, link)
  await insertSystemEvent(trx, { userId: madeBy, action: 'password.reset-link', object: userId, at: now })
  return { token, expiresAt }
}

async function findHeld(db: Db, token: string, now: Date): Promise<LinkHolder> {
  const held = await findPasswordReset(db, hashSecret(token), now.toISOString())
  if (held === undefined) throw new ProblemError('link-not-valid')
  return held
}
