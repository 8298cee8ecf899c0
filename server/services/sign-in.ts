import { hashPassword, isHashedOtherwise, verifyPassword } from '../auth/passwords.ts'
import type { ConfirmInput, PasswordChange, SessionInput } from '../contract/sessions.ts'
import type { Db, Trx } from '../db/open.ts'
import { insertSystemEvent } from '../db/queries/audit.ts'
import { hasPasskey, hasTotp } from '../db/queries/factors.ts'
import { deleteOtherSessions, type HeldSession } from '../db/queries/sessions.ts'
import {
  findPasswordHash,
  findUser,
  findUserByEmail,
  holdUser,
  replacePasswordHash,
  updatePasswordHash,
} from '../db/queries/users.ts'
import type { Live } from '../live/hub.ts'
import type { Post } from '../mail/post.ts'
import { queuePasswordChanged } from '../mail/queue.ts'
import { ProblemError } from '../problem.ts'
import { insertAccountEvent } from './account-events.ts'
import { plainEmail } from './accounts.ts'
import { beginLogin, finishLogin, forgiveLogin, type LoginAttempt } from './attempts.ts'
import { type FactorDeps, takeFactor } from './factors.ts'
import { refuseCommonPassword } from './password-rules.ts'
import { confirmSession, type NewSession, type SignInWay, startSession } from './sessions.ts'

/** Where a sign-in comes from: for limits, for the list of sign-ins, and the session that this browser had. */
export interface SignInSource {
  readonly ip: string
  readonly agent: string | null
  readonly oldSecret: string | undefined
}

/**
 * Signs in with a password, and a code where the account has codes. The session that this browser had before ends.
 * Nothing is kept between the two steps: whoever is asked for a code sends the password again with it.
 *
 * @throws {ProblemError} `wrong-credentials`, the same for an unknown and for a locked account; `second-factor-needed`,
 *   or `passkey-needed` for who has no app, only after a right password; `wrong-factor`; `too-many-attempts`; `busy`.
 */
export async function signIn(
  deps: FactorDeps,
  { email, password, code }: SessionInput,
  from: SignInSource,
): Promise<NewSession> {
  const { db, now } = deps
  const address = plainEmail(email)
  const attempt = await beginLogin(db, address, from.ip, now())
  const user = await findUserByEmail(db, address)
  const isRight = await verifyOrForgive(db, attempt, user?.passwordHash, password)
  if (user === undefined || user.lockedAt !== null || !isRight)
    return refuseAttempt(deps, user?.id, 'wrong-credentials')
  const needsCode = await asksCode(deps, user.id)
  if (needsCode && code === undefined) return askForCode(deps, user.id, attempt)
  const verified = await renewHash(db, user, password)
  const secret = await db.transaction().execute(async (trx) => {
    await refuseWhenChanged(trx, deps, user.id, { verified, needsCode })
    const shown = needsCode && code !== undefined ? await takeFactor(trx, deps, user.id, code) : undefined
    if (needsCode && shown === undefined) return undefined
    await finishLogin(trx, attempt, now())
    if (shown === 'recovery') await noteRecovery(trx, user.id, now())
    return startSession(trx, user.id, now(), wayOf(shown, from.agent), from.oldSecret)
  })
  return secret === undefined ? refuseAttempt(deps, user.id, 'wrong-factor') : { userId: user.id, secret }
}

/**
 * Shows once more who is signed in, with the password and a code where the account has codes. It lasts ten minutes, and
 * the session gets another secret.
 *
 * @returns the new secret for the cookie.
 * @throws {ProblemError} as `signIn` does.
 */
export async function confirmWithPassword(
  deps: FactorDeps,
  session: HeldSession,
  { password, code }: ConfirmInput,
  ip: string,
): Promise<string> {
  const { db, now } = deps
  const { userId } = session
  const { attempt, verified } = await checkPassword(deps, userId, password, ip)
  const needsCode = await asksCode(deps, userId)
  if (needsCode && code === undefined) return askForCode(deps, userId, attempt)
  const secret = await db.transaction().execute(async (trx) => {
    await refuseWhenChanged(trx, deps, userId, { verified: [verified], needsCode })
    const shown = needsCode && code !== undefined ? await takeFactor(trx, deps, userId, code) : undefined
    if (needsCode && shown === undefined) return undefined
    await finishLogin(trx, attempt, now())
    if (shown === 'recovery') await noteRecovery(trx, userId, now())
    return confirmSession(trx, session, now(), shown !== undefined)
  })
  return secret ?? refuseAttempt(deps, userId, 'wrong-factor')
}

/**
 * Gives the reader another password: every other sign-in ends, this one gets another secret, and a mail tells of it.
 *
 * @returns the new secret for the cookie.
 * @throws {ProblemError} `wrong-credentials` for the present password, `common-password`, `too-many-attempts`, `busy`.
 */
export async function changePassword(
  deps: FactorDeps & { readonly live: Live; readonly mail?: Pick<Post, 'wake'> | undefined },
  session: HeldSession,
  { password, newPassword }: PasswordChange,
  ip: string,
): Promise<string> {
  const { db, now, live, mail } = deps
  const { userId } = session
  const user = await knownUser(db, userId)
  refuseCommonPassword(newPassword, [user.email, user.name])
  const { attempt, verified } = await checkPassword(deps, userId, password, ip)
  const passwordHash = await hashPassword(newPassword)
  const secret = await db.transaction().execute(async (trx) => {
    await refuseWhenChanged(trx, deps, userId, { verified: [verified], needsCode: true })
    await finishLogin(trx, attempt, now())
    await updatePasswordHash(trx, user.email, passwordHash)
    await deleteOtherSessions(trx, userId, session.id)
    const renewed = await confirmSession(trx, session, now(), false)
    if (mail !== undefined) await queuePasswordChanged(trx, userId, 'change', now())
    await insertAccountEvent(trx, { userId, action: 'password.change', object: userId, at: now() })
    return renewed
  })
  live.endLines(userId)
  mail?.wake()
  return secret
}

/**
 * Looks once more, now that nothing can come between: checking a password waits for its turn, and meanwhile it may have
 * been changed, the account locked, or a code asked that was not.
 *
 * @param was what stood for the password when it was right, in every way that it may be hashed by now, and whether a
 *   code is looked at.
 * @throws {ProblemError} `wrong-credentials`, `second-factor-needed`, `passkey-needed`.
 */
async function refuseWhenChanged(
  trx: Trx,
  deps: FactorDeps,
  userId: string,
  was: { readonly verified: readonly string[]; readonly needsCode: boolean },
): Promise<void> {
  const user = await holdUser(trx, userId)
  if (user === undefined || user.lockedAt !== null || !was.verified.includes(user.passwordHash))
    throw new ProblemError('wrong-credentials')
  if (!was.needsCode && (await asksCode({ ...deps, db: trx }, userId))) throw await codeAsked(trx, userId)
}

/** Whether a password alone does not sign this user in. A passkey counts where everybody needs a second factor. */
async function asksCode({ db, secondFactor }: FactorDeps, userId: string): Promise<boolean> {
  return (await hasTotp(db, userId)) || (secondFactor === 'required' && (await hasPasskey(db, userId)))
}

/** The password was right, so that the attempt does not count; whoever has the password learns that a code is asked. */
async function askForCode({ db }: FactorDeps, userId: string, attempt: LoginAttempt): Promise<never> {
  await forgiveLogin(db, attempt)
  throw await codeAsked(db, userId)
}

/** Who has no app is not asked for its code, but for the passkey or a recovery code. */
async function codeAsked(db: Db, userId: string): Promise<ProblemError> {
  return new ProblemError((await hasTotp(db, userId)) ? 'second-factor-needed' : 'passkey-needed')
}

async function checkPassword(
  deps: FactorDeps,
  userId: string,
  password: string,
  ip: string,
): Promise<{ attempt: LoginAttempt; verified: string }> {
  const { db, now } = deps
  const user = await knownUser(db, userId)
  // Counted with the guesses at the sign-in page: whoever found an open browser gets no further five.
  const attempt = await beginLogin(db, user.email, ip, now())
  const passwordHash = await findPasswordHash(db, userId)
  const isRight = await verifyOrForgive(db, attempt, passwordHash, password)
  if (passwordHash === undefined || !isRight) return refuseAttempt(deps, userId, 'wrong-credentials')
  return { attempt, verified: passwordHash }
}

async function verifyOrForgive(
  db: Db,
  attempt: LoginAttempt,
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  return verifyPassword(passwordHash, password).catch(async (cause: unknown) => {
    await forgiveLogin(db, attempt)
    throw cause
  })
}

/** Notes an attempt that failed; for an unknown account too, so that it takes the same time. */
async function refuseAttempt(
  { db, now }: FactorDeps,
  userId: string | undefined,
  code: 'wrong-credentials' | 'wrong-factor',
): Promise<never> {
  await insertSystemEvent(db, { userId: null, action: 'user.sign-in-failed', object: userId ?? 'unknown', at: now() })
  throw new ProblemError(code)
}

/**
 * The one moment at which the password is known, so that better ways to hash reach old accounts.
 *
 * @returns what may be stored of the password from now on.
 */
async function renewHash(
  db: Db,
  { id, passwordHash }: { id: string; passwordHash: string },
  password: string,
): Promise<string[]> {
  if (!isHashedOtherwise(passwordHash)) return [passwordHash]
  const renewed = await hashPassword(password)
  await replacePasswordHash(db, id, passwordHash, renewed)
  return [passwordHash, renewed]
}

async function noteRecovery(trx: Trx, userId: string, at: Date): Promise<void> {
  await insertAccountEvent(trx, { userId, action: 'recovery.used', object: userId, at })
}

function wayOf(shown: 'code' | 'recovery' | undefined, agent: string | null): SignInWay {
  if (shown === undefined) return { method: 'password', isStrong: false, agent }
  return { method: `password+${shown}`, isStrong: true, agent }
}

async function knownUser(db: Db, userId: string): Promise<{ email: string; name: string }> {
  const user = await findUser(db, userId)
  if (user === undefined) throw new ProblemError('sign-in-needed')
  return user
}
