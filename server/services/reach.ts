import { hashSecret, makeJoinCode, makeSortedId, plainCode } from '../auth/secrets.ts'
import type { ReachCheck } from '../contract/venue.ts'
import type { Db } from '../db/open.ts'
import { countReach, deleteReachChecksOver, findReachCheck, insertReachCheck } from '../db/queries/reach-checks.ts'
import { ProblemError } from '../problem.ts'
import { countWrongCode, refuseWhenTooManyCodes } from './attempts.ts'

interface Deps {
  readonly db: Db
  readonly now: () => Date
}

const LASTS_MS = 24 * 60 * 60_000

/** Starts a trial of the network: its code is good for a day, and trials of before then are forgotten. */
export async function makeReachCheck({ db, now }: Deps, userId: string): Promise<{ id: string; code: string }> {
  const at = now()
  await deleteReachChecksOver(db, at.toISOString())
  const expiresAt = new Date(at.getTime() + LASTS_MS).toISOString()
  for (;;) {
    const [id, code] = [makeSortedId(at.getTime()), makeJoinCode()]
    if (await insertReachCheck(db, { id, codeHash: hashSecret(code), userId, expiresAt, reached: 0, lastAt: null }))
      return { id, code }
  }
}

/**
 * How many phones came through.
 *
 * @throws {ProblemError} `not-found` for a trial that is over, was made by somebody else, or never was.
 */
export async function readReachCheck({ db, now }: Deps, userId: string, id: string): Promise<ReachCheck> {
  const check = await findReachCheck(db, id, userId, now().toISOString())
  if (check === undefined) throw new ProblemError('not-found')
  return check
}

/**
 * A phone came through.
 *
 * @throws {ProblemError} `reach-check-unknown`, which counts as a wrong code; `too-many-attempts`.
 */
export async function noteReach({ db, now }: Deps, code: string): Promise<void> {
  await refuseWhenTooManyCodes(db, now())
  if (await countReach(db, hashSecret(plainCode(code)), now().toISOString())) return
  await countWrongCode(db, now())
  throw new ProblemError('reach-check-unknown')
}
