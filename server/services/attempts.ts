import { hashSecret } from '../auth/secrets.ts'
import type { Db } from '../db/open.ts'
import {
  countAttempt,
  deleteAttempts,
  deleteAttemptsBefore,
  findAttempts,
  uncountAttempt,
} from '../db/queries/attempts.ts'
import { ProblemError } from '../problem.ts'

const MINUTE = 60_000
const LOGIN_WINDOW = 15 * MINUTE
const MOST_PER_ACCOUNT = 5
const MOST_PER_ADDRESS = 100
const MOST_WRONG_CODES = 300
const CODES = 'wrong-code'

/** A sign-in that is being tried: counted as wrong until `forgiveLogin` or `finishLogin` says otherwise. */
export interface LoginAttempt {
  readonly account: string
  readonly address: string
}

/**
 * Counts a sign-in before the password is looked at, so that guesses made at the same moment count too. Keys hold
 * hashes: the table names nobody.
 *
 * @throws {ProblemError} `too-many-attempts` from the sixth wrong one for an account, or the 101st from one network
 *   address, until 15 minutes after the first.
 */
export async function beginLogin(db: Db, email: string, ip: string, now: Date): Promise<LoginAttempt> {
  const attempt = { account: `login:${hashSecret(email)}`, address: `login-from:${hashSecret(ip)}` }
  const fromHere = await countAttempt(db, attempt.address, now, LOGIN_WINDOW)
  if (fromHere > MOST_PER_ADDRESS) throw new ProblemError('too-many-attempts')
  const forThis = await countAttempt(db, attempt.account, now, LOGIN_WINDOW)
  if (forThis > MOST_PER_ACCOUNT) throw new ProblemError('too-many-attempts')
  return attempt
}

/** The password was never looked at: the attempt does not count. */
export async function forgiveLogin(db: Db, { account, address }: LoginAttempt): Promise<void> {
  await uncountAttempt(db, account)
  await uncountAttempt(db, address)
}

/** The password was right: the account starts afresh, and a full office behind one address is not held up. */
export async function finishLogin(db: Db, { account, address }: LoginAttempt, now: Date): Promise<void> {
  await deleteAttempts(db, account)
  await uncountAttempt(db, address)
  await deleteAttemptsBefore(db, new Date(now.getTime() - LOGIN_WINDOW))
}

/**
 * Refuses join codes when too many wrong ones came in the last minute, from anywhere: one venue is one network
 * address, so that a limit per address would hit the room and not who guesses.
 *
 * @throws {ProblemError} `too-many-attempts`.
 */
export async function refuseWhenTooManyCodes(db: Db, now: Date): Promise<void> {
  const wrong = await findAttempts(db, CODES, now, MINUTE)
  if (wrong >= MOST_WRONG_CODES) throw new ProblemError('too-many-attempts')
}

/** Counts a join code that belongs to no open round. */
export async function countWrongCode(db: Db, now: Date): Promise<void> {
  await countAttempt(db, CODES, now, MINUTE)
}
