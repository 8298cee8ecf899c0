import type { Sealer } from '../auth/sealing.ts'
import { hashSecret, makeRecoveryCode, plainCode } from '../auth/secrets.ts'
import { makeSeed, stepOfCode, totpAddress } from '../auth/totp.ts'
import type { Factors, TotpStarted } from '../contract/factors.ts'
import type { Db, Trx } from '../db/open.ts'
import { countAttempt } from '../db/queries/attempts.ts'
import {
  adoptNextSeed,
  countRecoveryCodes,
  deleteNextSeed,
  deleteRecoveryCodes,
  deleteTotp,
  findTotp,
  hasFactor,
  hasPasskey,
  replaceRecoveryCodes,
  takeRecoveryCode,
  takeTotpStep,
  upsertNextSeed,
} from '../db/queries/factors.ts'
import type { HeldSession } from '../db/queries/sessions.ts'
import { findUser, hasPassword } from '../db/queries/users.ts'
import { ProblemError } from '../problem.ts'
import { insertAccountEvent } from './account-events.ts'
import { limitAttempts } from './attempts.ts'
import { strengthenSession } from './sessions.ts'

/** What rules of second factors need: the database, the time, the key of seeds, and whether a factor is required. */
export interface FactorDeps {
  readonly db: Db
  readonly now: () => Date
  readonly sealer: Sealer
  readonly secondFactor: 'optional' | 'required'
}

const RECOVERY_CODES = 8
const TRIES = { most: 10, windowMs: 15 * 60_000 }
/** Whoever set out to install an app is back within that time, in milliseconds. */
const SET_UP_MS = 30 * 60_000

/** What a user has beside a password. */
export async function readFactors({ db, secondFactor }: FactorDeps, userId: string): Promise<Factors> {
  const totp = await findTotp(db, userId)
  return {
    totpSince: totp?.since ?? null,
    recoveryCodesLeft: await countRecoveryCodes(db, userId),
    hasPasskey: await hasPasskey(db, userId),
    isRequired: secondFactor === 'required',
  }
}

/**
 * Hands out a secret for an app. Nothing changes for the next sign-in until a code of it was tried, within half an hour.
 *
 * @throws {ProblemError} `no-password`: codes are asked after a password only.
 */
export async function startTotp({ db, now, sealer }: FactorDeps, userId: string): Promise<TotpStarted> {
  const user = await findUser(db, userId)
  if (user === undefined) throw new ProblemError('sign-in-needed')
  if (!(await hasPassword(db, userId))) throw new ProblemError('no-password')
  const seed = makeSeed()
  // The time lies under the same seal, so that it belongs to this secret and to no other.
  await upsertNextSeed(db, userId, sealer.seal(`${seed} ${now().toISOString()}`, sealedFor(userId)))
  return { seed, address: totpAddress(seed, user.email) }
}

/**
 * Takes the codes of an app into use, because one of them was right. The session counts as strong from then on. It shows
 * nothing about who sits there now: the secret was handed out in this account, perhaps to somebody else and a while ago.
 * So guessing is limited, and it does not stand for confirming who one is.
 *
 * @returns a new secret for the cookie, and recovery codes when the user had none left.
 * @throws {ProblemError} `wrong-factor`; `set-up-over` half an hour after the secret was handed out;
 *   `too-many-attempts` from the eleventh in 15 minutes.
 */
export async function finishTotp(
  deps: FactorDeps,
  session: HeldSession,
  code: string,
): Promise<{ secret: string; recoveryCodes: string[] | null }> {
  const { db, now, sealer } = deps
  const { userId } = session
  await limitAttempts(db, `totp-set-up:${userId}`, TRIES, now())
  const next = await findSetUp(deps, userId)
  const step = stepOfCode(next.seed, plainCode(code), now())
  if (!step) throw new ProblemError('wrong-factor')
  const seed = sealer.seal(next.seed, sealedFor(userId))
  return db.transaction().execute(async (trx) => {
    const isNew = await adoptNextSeed(trx, userId, { tried: next.sealed, seed, since: now().toISOString(), step })
    if (!isNew) throw new ProblemError('wrong-factor')
    const recoveryCodes = await makeFirstCodes(trx, userId, now())
    const secret = await strengthenSession(trx, session)
    await insertAccountEvent(trx, { userId, action: 'factor.add', object: 'totp', at: now() })
    return { secret, recoveryCodes }
  })
}

/** The secret that is being tried; one that was handed out too long ago is forgotten. */
async function findSetUp({ db, now, sealer }: FactorDeps, userId: string): Promise<{ seed: string; sealed: string }> {
  const totp = await findTotp(db, userId)
  const sealed = totp?.nextSealedSeed ?? undefined
  if (sealed === undefined) throw new ProblemError('set-up-over')
  const [seed, since = ''] = sealer.open(sealed, sealedFor(userId))?.split(' ') ?? []
  const age = now().getTime() - Date.parse(since)
  if (seed !== undefined && age <= SET_UP_MS) return { seed, sealed }
  await deleteNextSeed(db, userId, sealed)
  throw new ProblemError('set-up-over')
}

/**
 * Removes the codes of an app; without another factor the recovery codes go too.
 *
 * @throws {ProblemError} `last-factor` where one is required.
 */
export async function removeTotp(deps: FactorDeps, userId: string): Promise<void> {
  const { db, now } = deps
  await db.transaction().execute(async (trx) => {
    const wasThere = await deleteTotp(trx, userId)
    await settleFactors(trx, deps, userId)
    if (wasThere) await insertAccountEvent(trx, { userId, action: 'factor.remove', object: 'totp', at: now() })
  })
}

/**
 * Looks at what is left after a factor was removed, inside that transaction: the last one stays where one is required,
 * and recovery codes stand in for a factor, so that they go with the last.
 *
 * @throws {ProblemError} `last-factor`.
 */
export async function settleFactors(
  trx: Trx,
  { now, secondFactor }: Pick<FactorDeps, 'now' | 'secondFactor'>,
  userId: string,
): Promise<void> {
  // A row that both write makes two removals at the same moment take turns, on both databases.
  await countAttempt(trx, `factors:${userId}`, now(), 0)
  if (await hasFactor(trx, userId)) return
  if (secondFactor === 'required') throw new ProblemError('last-factor')
  await deleteRecoveryCodes(trx, userId)
}

/** Makes new recovery codes in the place of all old ones; they are shown once. */
export async function renewRecoveryCodes({ db, now }: FactorDeps, userId: string): Promise<string[]> {
  return db.transaction().execute(async (trx) => {
    const codes = await makeCodes(trx, userId, now())
    await insertAccountEvent(trx, { userId, action: 'recovery.renew', object: userId, at: now() })
    return codes
  })
}

/**
 * Uses up a code of an app or a recovery code, inside a transaction: each works once, in two requests at once too.
 *
 * @returns which of the two it was; undefined when it is no good.
 */
export async function takeFactor(
  trx: Trx,
  { now, sealer }: Pick<FactorDeps, 'now' | 'sealer'>,
  userId: string,
  typed: string,
): Promise<'code' | 'recovery' | undefined> {
  const code = plainCode(typed)
  if (!/^\d{6}$/.test(code)) {
    const isGood = await takeRecoveryCode(trx, userId, hashSecret(code), now().toISOString())
    return isGood ? 'recovery' : undefined
  }
  const sealed = (await findTotp(trx, userId))?.sealedSeed
  const seed = sealed ? sealer.open(sealed, sealedFor(userId)) : undefined
  const step = seed && stepOfCode(seed, code, now())
  return step && (await takeTotpStep(trx, userId, step)) ? 'code' : undefined
}

/** Whether the key of this installation opens a seed; another key stands beside a database that came from elsewhere. */
export function opensSeed(sealer: Sealer, userId: string, sealedSeed: string): boolean {
  return sealer.open(sealedSeed, sealedFor(userId)) !== undefined
}

/** Recovery codes for who gets a first factor, inside that transaction; null for who still has some. */
export async function makeFirstCodes(trx: Trx, userId: string, now: Date): Promise<string[] | null> {
  return (await countRecoveryCodes(trx, userId)) > 0 ? null : makeCodes(trx, userId, now)
}

async function makeCodes(trx: Trx, userId: string, now: Date): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, makeRecoveryCode)
  const hashes = codes.map((code) => hashSecret(plainCode(code)))
  await replaceRecoveryCodes(trx, userId, hashes, now.toISOString())
  return codes
}

/** What a sealed seed belongs to: moved to the row of another user, it does not open. */
function sealedFor(userId: string): string {
  return `totp:${userId}`
}
