import type { Scope } from '../auth/scope.ts'
import type { Results } from '../contract/results.ts'
import type { Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { deleteJoinCodes } from '../db/queries/respondents.ts'
import { listRoundsToClose, lockRound, updateRound } from '../db/queries/rounds.ts'
import { forgetOperations } from '../db/queries/sheets-of-round.ts'
import type { RoundRow } from '../db/tables.ts'
import { refuseTogether } from './company-life.ts'
import { contributeRound } from './contributions.ts'
import { releaseRound } from './releases.ts'
import { tellRoom } from './rooms.ts'
import { auditMove, holdForMove, type Mover, type RoundDeps } from './round-moves.ts'

/**
 * Closes a round: at once, or after a grace in which phones may still deliver and closing can be taken back.
 *
 * @returns the final release; undefined while the grace runs, or when nobody answered.
 */
export async function closeRound(
  deps: RoundDeps,
  scope: Scope,
  roundId: string,
  graceSeconds: number,
): Promise<Results | undefined> {
  const results = await deps.database.db
    .transaction()
    .execute((trx) => closeWithin(deps, trx, scope, roundId, graceSeconds))
  await tellRoom({ db: deps.database.db, live: deps.live }, scope.organisationId, roundId, 'closed')
  return results
}

/**
 * The same inside the caller's transaction; the caller tells the room afterwards.
 *
 * @param isSignedOff whether the caller signs off what a team answered together: nothing else closes that.
 */
export async function closeWithin(
  deps: RoundDeps,
  trx: Trx,
  scope: Mover,
  roundId: string,
  graceSeconds: number,
  isSignedOff = false,
): Promise<Results | undefined> {
  const round = await holdForMove(deps, trx, scope, roundId, graceSeconds > 0 ? 'closing' : 'closed')
  if (!isSignedOff) refuseTogether(round, 'sign-off-needed')
  await auditMove(deps, trx, scope, 'round.close', round.id)
  if (graceSeconds === 0) return finishClosing(deps, trx, round)
  const closesAt = new Date(deps.now().getTime() + graceSeconds * 1000).toISOString()
  await deleteJoinCodes(trx, round.organisationId, round.id)
  await updateRound(trx, round.organisationId, round.id, { state: 'closing', closesAt })
  return undefined
}

async function finishClosing(
  deps: RoundDeps,
  trx: Trx,
  round: RoundRow,
  isReleased = true,
): Promise<Results | undefined> {
  const closedAt = deps.now().toISOString()
  await deleteJoinCodes(trx, round.organisationId, round.id)
  await updateRound(trx, round.organisationId, round.id, { state: 'closed', code: null, closesAt: null, closedAt })
  const results = isReleased ? await releaseRound(deps, trx, round, true) : undefined
  if (results !== undefined) await contributeRound(deps, trx, round)
  await forgetOperations(trx, round.organisationId, round.id)
  return results
}

/**
 * Closes every round whose grace is over. Any process may do it, at any time: the second finds nothing to do.
 *
 * @throws {AggregateError} some could not be closed; all others were.
 */
export async function closeDueRounds(deps: RoundDeps): Promise<void> {
  const failures: unknown[] = []
  for (const { organisationId, id } of await listRoundsToClose(deps.database.db, deps.now().toISOString())) {
    // One round that cannot be closed must not keep the others open.
    await closeDueRound(deps, organisationId, id).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, 'rounds could not be closed')
}

/**
 * Closes a round that was left open, for nobody in particular. What a team filled in and did not sign off is closed
 * without a result. When somebody closed it meanwhile, nothing happens.
 */
export async function closeForgottenRound(deps: RoundDeps, organisationId: string, roundId: string): Promise<void> {
  const { db, kind } = deps.database
  const isClosed = await db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, organisationId, roundId, kind)
    if (round?.state !== 'open') return false
    await finishClosing(deps, trx, round, round.answering === 'each')
    await insertAuditEvent(trx, {
      organisationId,
      userId: null,
      action: 'round.close',
      object: roundId,
      at: deps.now(),
    })
    return true
  })
  if (isClosed) await tellRoom({ db, live: deps.live }, organisationId, roundId, 'closed')
}

async function closeDueRound(deps: RoundDeps, organisationId: string, roundId: string): Promise<void> {
  const { db, kind } = deps.database
  const isClosed = await db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, organisationId, roundId, kind)
    const isDue = round?.state === 'closing' && round.closesAt !== null && round.closesAt <= deps.now().toISOString()
    if (round !== undefined && isDue) await finishClosing(deps, trx, round)
    return isDue
  })
  if (isClosed) await tellRoom({ db, live: deps.live }, organisationId, roundId, 'closed')
}
