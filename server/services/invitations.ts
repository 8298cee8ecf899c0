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
import { ProblemError } from '../problem.ts'
import { addSession, addUser, type NewUser } from './accounts.ts'

const DAYS = 7

/** What invitation rules need: the database and the time. */
export interface InvitationDeps {
  readonly db: Db
  readonly now: () => Date
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
 * Invites one person into the organisation, for seven days.
 *
 * @throws {ProblemError} `invalid-request` when the membership would be over before it begins.
 */
export async function invite(
  { db, now }: InvitationDeps,
  { organisationId, userId }: Scope,
  { role, until, note }: InvitationInput,
): Promise<NewInvitation> {
  const at = now()
  if (until !== null && Date.parse(until) <= at.getTime()) {
    throw new ProblemError('invalid-request', { errors: [{ pointer: '#/until', detail: 'must be in the future' }] })
  }
  const [id, token] = [makeSortedId(at.getTime()), makeSecret()]
  const expiresAt = new Date(at.getTime() + DAYS * 24 * 3_600_000).toISOString()
  const kept = { id, tokenHash: hashSecret(token), organisationId, role, until, note: note ?? null, expiresAt }
  await db.transaction().execute(async (trx) => {
    await insertInvitation(trx, { ...kept, createdBy: userId, createdAt: at.toISOString(), usedAt: null })
    await insertAuditEvent(trx, { organisationId, userId, action: 'invitation.create', object: id, at })
  })
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
  const { organisation, role, until } = await findHeld(db, token, now())
  return { organisation, role, until }
}

/**
 * Takes an invitation up, for a new account or for who is signed in. Who is a member already stays what they are, and
 * the link stays good: an owner who tries a link out must not lose a role by it.
 *
 * @param callerId who is signed in; undefined for nobody.
 * @throws {ProblemError} `invitation-not-valid` for one that is used, over or unknown, `sign-in-needed`, `email-taken`.
 */
export async function acceptInvitation(
  { db, now }: InvitationDeps,
  { token, account }: InvitationAccept,
  callerId: string | undefined,
): Promise<Acceptance> {
  // Looked up before the password is hashed: hashing is work that only the holder of a link may cause.
  await findHeld(db, token, now())
  if (account === undefined && callerId === undefined) throw new ProblemError('sign-in-needed')
  const user = account && { ...account, passwordHash: await hashPassword(account.password) }
  return db.transaction().execute(async (trx) => {
    const held = await findHeld(trx, token, now())
    if (user !== undefined) return joinAsNewUser(trx, held, user, now())
    if (callerId === undefined) throw new ProblemError('sign-in-needed')
    await joinAsMember(trx, held, callerId, now())
    return { organisationId: held.organisationId, secret: undefined }
  })
}

async function joinAsNewUser(trx: Trx, held: HeldInvitation, user: NewUser, at: Date): Promise<Acceptance> {
  const { organisationId } = held
  const userId = await addUser(trx, user, at)
  await insertAuditEvent(trx, { organisationId, userId, action: 'user.sign-up', object: userId, at })
  await joinAsMember(trx, held, userId, at)
  return { organisationId, secret: await addSession(trx, userId, at) }
}

async function joinAsMember(trx: Trx, held: HeldInvitation, userId: string, at: Date): Promise<void> {
  const { id, organisationId, role, until } = held
  const time = at.toISOString()
  if ((await findMembership(trx, organisationId, userId, time)) !== undefined) return
  if (!(await takeUpInvitation(trx, id, time))) throw new ProblemError('invitation-not-valid')
  await upsertMembership(trx, { organisationId, userId, role, until, createdAt: time })
  await insertAuditEvent(trx, { organisationId, userId, action: 'invitation.accept', object: id, at })
}

async function findHeld(db: Db, token: string, now: Date): Promise<HeldInvitation> {
  const held = await findInvitationOfToken(db, hashSecret(token), now.toISOString())
  if (held === undefined) throw new ProblemError('invitation-not-valid')
  return held
}
