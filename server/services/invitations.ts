import { hashPassword } from '../auth/passwords.ts'
import type { Scope } from '../auth/scope.ts'
import { hashSecret, makeSecret, makeSortedId } from '../auth/secrets.ts'
import type { InvitationAccept, InvitationInput, InvitationView } from '../contract/accounts.ts'
import type { Db, Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import {
  deleteInvitation,
  findInvitationOfToken,
  type HeldInvitation,
  insertInvitation,
  takeUpInvitation,
} from '../db/queries/invitations.ts'
import { findMembership, upsertMembership } from '../db/queries/members.ts'
import type { Post } from '../mail/post.ts'
import { queueInvitation } from '../mail/queue.ts'
import { ProblemError, refuseField } from '../problem.ts'
import { addUser, type NewUser } from './accounts.ts'
import { limitAttempts } from './attempts.ts'
import { noteEngagement } from './engagement-events.ts'
import { refuseStrangeRole } from './organisations.ts'
import { refuseCommonPassword } from './password-rules.ts'
import { addSession } from './sessions.ts'

const DAYS = 7
/** Beyond that somebody is writing to strangers. */
const MAILED = { most: 100, windowMs: 24 * 3_600_000 }

/** What invitation rules need: the database and the time. */
export interface InvitationDeps {
  readonly db: Db
  readonly now: () => Date
  /** Undefined where the installation sends no mail. */
  readonly mail?: Post | undefined
}

/** An invitation that was just made; the token is shown once. */
export interface NewInvitation {
  readonly id: string
  readonly token: string
  readonly expiresAt: string
}

/** What came of taking an invitation up; with a session when an account was made for it. */
export interface Acceptance {
  readonly organisationId: string
  readonly secret: string | undefined
}

/**
 * Invites one person into the organisation, for seven days. With an address the link is mailed too, by another token:
 * the one that is answered here stays good, whatever becomes of the mail (see `server/mail/content.ts`).
 *
 * @throws {ProblemError} `invalid-request` when the membership would be over before it begins, or there is an address
 *   and no mail; `too-many-attempts` after a hundred mailed invitations of one person in a day.
 */
export async function invite(
  { db, now, mail }: InvitationDeps,
  { organisationId, userId }: Scope,
  { role, until, note, email, locale }: InvitationInput,
): Promise<NewInvitation> {
  const at = now()
  await refuseStrangeRole(db, organisationId, role)
  if (until !== null && Date.parse(until) <= at.getTime()) {
    throw new ProblemError('invalid-request', { errors: [{ pointer: '#/until', detail: 'must be in the future' }] })
  }
  if (email !== undefined && mail === undefined) refuseField('#/email', 'this installation sends no mail')
  if (email !== undefined) await limitAttempts(db, `invite-mail:${userId}`, MAILED, at)
  const [id, token] = [makeSortedId(at.getTime()), makeSecret()]
  const expiresAt = new Date(at.getTime() + DAYS * 24 * 3_600_000).toISOString()
  const about = { id, organisationId, role, until, note: note ?? null, email: email ?? null, expiresAt }
  const kept = { ...about, tokenHash: hashSecret(token), mailedHash: null, createdBy: userId, usedAt: null }
  await db.transaction().execute(async (trx) => {
    await insertInvitation(trx, { ...kept, createdAt: at.toISOString() })
    if (email !== undefined) await queueInvitation(trx, { id, email, expiresAt }, locale, at)
    await insertAuditEvent(trx, { organisationId, userId, action: 'invitation.create', object: id, at })
  })
  if (email !== undefined) mail?.wake()
  return { id, token, expiresAt }
}

/**
 * Withdraws an invitation that nobody has taken up.
 *
 * @throws {ProblemError} `not-found`, for one of another organisation too.
 */
export async function withdrawInvitation({ db, now }: InvitationDeps, scope: Scope, id: string): Promise<void> {
  const { organisationId, userId } = scope
  await db.transaction().execute(async (trx) => {
    if (!(await deleteInvitation(trx, scope, id))) throw new ProblemError('not-found')
    await insertAuditEvent(trx, { organisationId, userId, action: 'invitation.withdraw', object: id, at: now() })
  })
}

/**
 * What the holder of a link may know before taking it up. Looking never uses it up.
 *
 * @throws {ProblemError} `invitation-not-valid`.
 */
export async function viewInvitation({ db, now }: InvitationDeps, token: string): Promise<InvitationView> {
  const { organisation, kind, role, until } = await findHeld(db, hashSecret(token), now())
  return { organisation, kind, role, until }
}

/**
 * Takes an invitation up, for a new account or for who is signed in. Who is a member already stays what they are, and
 * the link stays good: an owner who tries a link out must not lose a role by it.
 *
 * @param callerId who is signed in; undefined for nobody.
 * @throws {ProblemError} `invitation-not-valid` for one that is used, over or unknown, `sign-in-needed`, `email-taken`,
 *   `common-password`.
 */
export async function acceptInvitation(
  { db, now }: InvitationDeps,
  { token, account }: InvitationAccept,
  callerId: string | undefined,
  agent: string | null,
): Promise<Acceptance> {
  // Looked up before the password is hashed: hashing is work that only the holder of a link may cause.
  const { organisation } = await findHeld(db, hashSecret(token), now())
  if (account === undefined && callerId === undefined) throw new ProblemError('sign-in-needed')
  if (account !== undefined) refuseCommonPassword(account.password, [account.email, account.name, organisation])
  const user = account && { ...account, passwordHash: await hashPassword(account.password) }
  return db.transaction().execute(async (trx) => {
    const held = await findHeld(trx, hashSecret(token), now())
    if (user !== undefined) return joinAsNewUser(trx, held, user, now(), agent)
    if (callerId === undefined) throw new ProblemError('sign-in-needed')
    await joinAsMember(trx, held, callerId, now())
    return { organisationId: held.organisationId, secret: undefined }
  })
}

async function joinAsNewUser(
  trx: Trx,
  held: HeldInvitation,
  user: NewUser,
  at: Date,
  agent: string | null,
): Promise<Acceptance> {
  const { organisationId } = held
  const userId = await addUser(trx, user, at)
  await insertAuditEvent(trx, { organisationId, userId, action: 'user.sign-up', object: userId, at })
  await joinAsMember(trx, held, userId, at)
  const secret = await addSession(trx, userId, at, { method: 'invitation', isStrong: false, agent })
  return { organisationId, secret }
}

/**
 * Takes an invitation up for a user, inside a transaction. Who is a member already stays what they are.
 *
 * @throws {ProblemError} `invitation-not-valid` when somebody else was first.
 */
export async function joinAsMember(trx: Trx, held: HeldInvitation, userId: string, at: Date): Promise<void> {
  const { id, organisationId, role, until, createdBy } = held
  const time = at.toISOString()
  if ((await findMembership(trx, organisationId, userId, time)) !== undefined) return
  if (!(await takeUpInvitation(trx, id, time))) throw new ProblemError('invitation-not-valid')
  await upsertMembership(trx, { organisationId, userId, role, until, createdAt: time })
  await insertAuditEvent(trx, { organisationId, userId, action: 'invitation.accept', object: id, at })
  // It is the owner who gave it, whenever it is taken up.
  const by = { organisationId, userId: createdBy }
  await noteEngagement(trx, by, userId, { before: undefined, after: { role, until } }, at)
}

/**
 * The invitation behind a link.
 *
 * @throws {ProblemError} `invitation-not-valid` for one that is used, over or unknown.
 */
export async function findHeld(db: Db, tokenHash: string, now: Date): Promise<HeldInvitation> {
  const held = await findInvitationOfToken(db, tokenHash, now.toISOString())
  if (held === undefined) throw new ProblemError('invitation-not-valid')
  return held
}
