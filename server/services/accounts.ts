import { hashPassword } from '../auth/passwords.ts'
import { hashSecret, makeSecret, makeSortedId } from '../auth/secrets.ts'
import type { Me, MeChange, SetupInput } from '../contract/accounts.ts'
import { Locale } from '../contract/common.ts'
import type { Db, Trx } from '../db/open.ts'
import { countAttempt } from '../db/queries/attempts.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { listMembershipsOfUser } from '../db/queries/members.ts'
import { deleteApiToken, type HeldSession, insertApiToken } from '../db/queries/sessions.ts'
import { findUser, hasPassword, hasUsers, insertUser, updateOperator, updateUser } from '../db/queries/users.ts'
import { ProblemError } from '../problem.ts'
import { insertAccountEvent } from './account-events.ts'
import { addOrganisation } from './organisations.ts'
import { refuseCommonPassword } from './password-rules.ts'
import { addSession, type NewSession } from './sessions.ts'

/** What account rules need: the database and the time. */
export interface AccountDeps {
  readonly db: Db
  readonly now: () => Date
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
 * @throws {ProblemError} `set-up-done` once there is an account, `wrong-set-up-token`, `common-password`.
 */
export async function setUp(
  { db, now, setupTokenHash }: AccountDeps & { setupTokenHash: string | undefined },
  input: SetupInput,
  agent: string | null,
): Promise<NewSession & { organisationId: string }> {
  if (await hasUsers(db)) throw new ProblemError('set-up-done')
  if (hashSecret(input.token) !== setupTokenHash) throw new ProblemError('wrong-set-up-token')
  refuseCommonPassword(input.password, [input.email, input.name, input.organisation])
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
    return {
      userId,
      organisationId,
      secret: await addSession(trx, userId, now(), { method: 'set-up', isStrong: false, agent }),
    }
  })
}

/** Who is signed in and where they work at this moment; `session` is undefined for an API token. */
export async function readMe(
  { db, now, secondFactor }: AccountDeps & { secondFactor: 'optional' | 'required' },
  userId: string,
  session: HeldSession | undefined,
): Promise<Me> {
  const user = await findUser(db, userId)
  if (user === undefined) throw new ProblemError('sign-in-needed')
  const { id, name, email, locale } = user
  const isOperator = user.isOperator === 1
  const memberships = await listMembershipsOfUser(db, userId, now().toISOString())
  const secondFactorFirst = secondFactor === 'required' && session?.isStrong === 0
  return {
    user: { id, name, email, locale: Locale.parse(locale), isOperator },
    memberships,
    hasPassword: await hasPassword(db, userId),
    secondFactorFirst,
  }
}

/** Changes what users may change about themselves. */
export async function changeMe({ db }: AccountDeps, userId: string, { name, locale }: MeChange): Promise<void> {
  await updateUser(db, userId, { ...(name !== undefined && { name }), ...(locale !== undefined && { locale }) })
}

/** Makes a token for scripts; only its hash is kept. */
export async function makeApiToken(
  { db, now }: AccountDeps,
  userId: string,
  name: string,
): Promise<{ id: string; token: string }> {
  const at = now()
  const [id, token] = [makeSortedId(at.getTime()), makeSecret()]
  await db.transaction().execute(async (trx) => {
    await insertApiToken(trx, { id, tokenHash: hashSecret(token), userId, name, createdAt: at.toISOString() })
    await insertAccountEvent(trx, { userId, action: 'token.make', object: id, at })
  })
  return { id, token }
}

/**
 * Withdraws a token of this user.
 *
 * @throws {ProblemError} `not-found`, for somebody else's token too.
 */
export async function withdrawApiToken({ db, now }: AccountDeps, userId: string, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await deleteApiToken(trx, userId, id))) throw new ProblemError('not-found')
    await insertAccountEvent(trx, { userId, action: 'token.withdraw', object: id, at: now() })
  })
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

/** An email address as it is stored and compared. */
export function plainEmail(email: string): string {
  return email.trim().toLowerCase()
}
