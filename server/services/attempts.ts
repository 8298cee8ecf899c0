import { hashSecret } from '../auth/secrets.ts'
import type { Db } from '../db/open.ts'
import {
  countAttempt,
  deleteAttempts,
  deleteAttemptsBefore,
  findAttempts,
  findWindowStart,
  uncountAttempt,
} from '../db/queries/attempts.ts'
import { insertSystemEvent } from '../db/queries/audit.ts'
import { ProblemError } from '../problem.ts'

const MINUTE = 60_000
const LOGIN_WINDOW = 15 * MINUTE
/** No limit counts for longer: what began before that may be forgotten. */
const LONGEST_WINDOW = 24 * 60 * MINUTE
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
  if (fromHere === MOST_PER_ADDRESS + 1) await noteLimit(db, 'user.sign-in-limited', now)
  if (fromHere > MOST_PER_ADDRESS) await refuseAttempt(db, attempt.address, LOGIN_WINDOW, now)
  const forThis = await countAttempt(db, attempt.account, now, LOGIN_WINDOW)
  if (forThis === MOST_PER_ACCOUNT + 1) await noteLimit(db, 'user.sign-in-limited', now)
  if (forThis > MOST_PER_ACCOUNT) await refuseAttempt(db, attempt.account, LOGIN_WINDOW, now)
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
  await deleteAttemptsBefore(db, new Date(now.getTime() - LONGEST_WINDOW))
}

/** The account has another password: wrong guesses at the old one no longer keep it waiting. */
export async function forgetLogins(db: Db, email: string): Promise<void> {
  await deleteAttempts(db, `login:${hashSecret(email)}`)
}

/**
 * Refuses join codes when too many wrong ones came in the last minute, from anywhere: one venue is one network
 * address, so that a limit per address would hit the room and not who guesses.
 *
 * @throws {ProblemError} `too-many-attempts`.
 */
export async function refuseWhenTooManyCodes(db: Db, now: Date): Promise<void> {
  const wrong = await findAttempts(db, CODES, now, MINUTE)
  if (wrong >= MOST_WRONG_CODES) await refuseAttempt(db, CODES, MINUTE, now)
}

/** How often something may be tried. */
export interface AttemptLimit {
  readonly most: number
  readonly windowMs: number
}

/**
 * Counts one attempt under a key, and refuses it when there were too many in the window that is going on. For what is
 * limited in all processes together; a key names nobody, so hash what is in it.
 *
 * @throws {ProblemError} `too-many-attempts`, with the seconds until the window is over.
 */
export async function limitAttempts(db: Db, key: string, { most, windowMs }: AttemptLimit, now: Date): Promise<void> {
  const count = await countAttempt(db, key, now, windowMs)
  if (count > most) await refuseAttempt(db, key, windowMs, now)
}

/**
 * Refuses an attempt, and says when the window that is going on is over.
 *
 * @throws {ProblemError} `too-many-attempts`, always.
 */
export async function refuseAttempt(db: Db, key: string, windowMs: number, now: Date): Promise<never> {
  const start = await findWindowStart(db, key)
  const left = start === undefined ? 0 : Date.parse(start) + windowMs - now.getTime()
  throw new ProblemError('too-many-attempts', { retryAfter: Math.max(1, Math.ceil(left / 1000)) })
}

/** Counts a join code that belongs to no open round. */
export async function countWrongCode(db: Db, now: Date): Promise<void> {
  const wrong = await countAttempt(db, CODES, now, MINUTE)
  if (wrong === MOST_WRONG_CODES) await noteLimit(db, 'join.limited', now)
}

/** Notes that a limit was reached, once for each window; not for whom, since that is kept as a hash only. */
function noteLimit(db: Db, action: 'user.sign-in-limited' | 'join.limited', at: Date): Promise<void> {
  return insertSystemEvent(db, { userId: null, action, object: 'unknown', at })
}
