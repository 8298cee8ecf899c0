import type { Scope } from '../auth/scope.ts'
import { hashSecret, makeRandomId, makeSecret } from '../auth/secrets.ts'
import type { PlanStep, WorkshopChange, WorkshopInput } from '../contract/workshops.ts'
import type { Trx } from '../db/open.ts'
import { deleteDisplays, insertDisplay } from '../db/queries/presence.ts'
import { findNewestRelease } from '../db/queries/releases.ts'
import { findRound, lockRounds, updateRound } from '../db/queries/rounds.ts'
import {
  deleteRounds,
  findWorkshop,
  insertWorkshop,
  listSecondVotes,
  lockWorkshop,
  markReleased,
  newWorkshop,
  updateWorkshop,
} from '../db/queries/workshops.ts'
import type { WorkshopRow } from '../db/tables.ts'
import { ProblemError } from '../problem.ts'
import { refuseTogether } from './company-life.ts'
import { tellRoom } from './rooms.ts'
import { auditMove, type RoundDeps } from './round-moves.ts'

/**
 * Prepares a workshop for a round that exists.
 *
 * @throws {ProblemError} `not-found` for a round that is none, or is itself part of a workshop; `workshop-exists`.
 */
export async function createWorkshop(deps: RoundDeps, scope: Scope, input: WorkshopInput): Promise<{ id: string }> {
  const id = await deps.database.db.transaction().execute(async (trx) => {
    const round = await findRound(trx, scope, input.roundId)
    if (round === undefined || round.purpose !== 'assessment') throw new ProblemError('not-found')
    refuseTogether(round, 'answered-together')
    const id = await addWorkshop(deps, trx, scope, round.id, input.plan ?? [])
    // A result that people could read already does not go into hiding.
    const newest = await findNewestRelease(trx, scope.organisationId, round.id)
    if (newest?.final === 1) await markReleased(trx, scope.organisationId, id, deps.now().toISOString())
    return id
  })
  await tellRoom({ db: deps.database.db, live: deps.live }, scope.organisationId, input.roundId, 'changed')
  return { id }
}

/** Adds the workshop of a round, inside the caller's transaction. */
export async function addWorkshop(
  deps: RoundDeps,
  trx: Trx,
  scope: Scope,
  roundId: string,
  plan: readonly PlanStep[],
): Promise<string> {
  const id = makeRandomId()
  const createdAt = deps.now().toISOString()
  const { organisationId } = scope
  const isNew = await insertWorkshop(
    trx,
    newWorkshop({ organisationId, id, roundId, plan: JSON.stringify(plan), createdAt }),
  )
  if (!isNew) throw new ProblemError('workshop-exists')
  await auditMove(deps, trx, scope, 'workshop.create', id)
  return id
}

/** Changes what was prepared: the time plan and how many people are expected. */
export async function changeWorkshop(
  deps: RoundDeps,
  scope: Scope,
  workshopId: string,
  { plan, expected }: WorkshopChange,
): Promise<void> {
  await withWorkshop(deps, scope, workshopId, async (trx, workshop) => {
    if (expected !== undefined) await updateRound(trx, workshop.organisationId, workshop.roundId, { expected })
    await updateWorkshop(trx, workshop, plan === undefined ? {} : { plan: JSON.stringify(plan) })
  })
}

/** Takes the controls from whoever holds them, or gives them up; giving up what one does not hold does nothing. */
export async function handControls(
  deps: RoundDeps,
  scope: Scope,
  workshopId: string,
  action: 'take' | 'release',
): Promise<void> {
  await withWorkshop(deps, scope, workshopId, async (trx, workshop) => {
    if (action === 'take') {
      const heldSince = deps.now().toISOString()
      await updateWorkshop(trx, workshop, { holderId: scope.userId, heldSince })
      await auditMove(deps, trx, scope, 'workshop.controls', workshop.id)
    } else if (workshop.holderId === scope.userId) {
      await updateWorkshop(trx, workshop, { holderId: null, heldSince: null })
    }
  })
}

/** Makes a link for one more wall; what is stored of it is a hash, so it can be shown only now. */
export async function makeDisplayLink(deps: RoundDeps, scope: Scope, workshopId: string): Promise<{ token: string }> {
  const token = makeSecret()
  await deps.database.db.transaction().execute(async (trx) => {
    const workshop = await findWorkshop(trx, scope, workshopId)
    if (workshop === undefined) throw new ProblemError('not-found')
    await insertDisplay(trx, workshop, hashSecret(token))
    await auditMove(deps, trx, scope, 'workshop.display', workshop.id)
  })
  return { token }
}

/** Ends every link of a wall of this workshop: screens that are open go dark at once. */
export async function endDisplayLinks(deps: RoundDeps, scope: Scope, workshopId: string): Promise<void> {
  const ended: string[] = []
  await withWorkshop(deps, scope, workshopId, async (trx, workshop) => {
    const hashes = await deleteDisplays(trx, workshop.organisationId, [workshop.roundId])
    ended.push(...hashes)
    await auditMove(deps, trx, scope, 'workshop.displays-ended', workshop.id)
  })
  deps.live.endLines(...ended)
}

/**
 * Removes a rehearsal with everything in it.
 *
 * @throws {ProblemError} `not-allowed` for a workshop that is real.
 */
export async function removeRehearsal(deps: RoundDeps, scope: Scope, workshopId: string): Promise<void> {
  const removed = await deps.database.db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, scope, workshopId, deps.database.kind)
    const round = workshop && (await findRound(trx, scope, workshop.roundId))
    if (workshop === undefined || round === undefined) throw new ProblemError('not-found')
    if (round.purpose !== 'rehearsal') throw new ProblemError('not-allowed')
    const votes = await listSecondVotes(trx, workshop.organisationId, workshop.id)
    const roundIds = [round.id, ...votes.map(({ roundId }) => roundId)]
    await lockRounds(trx, workshop.organisationId, roundIds, deps.database.kind)
    await deleteRounds(trx, workshop.organisationId, roundIds)
    await auditMove(deps, trx, scope, 'workshop.rehearsal-removed', workshop.id)
    return roundIds
  })
  // There is no room left to look up: walls and phones see that it is gone when they fetch the state.
  for (const roundId of removed) deps.live.note(roundId, 'changed')
}

/**
 * Does something with a workshop that is held until it is done, and tells the room.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function withWorkshop(
  deps: RoundDeps,
  scope: Scope,
  workshopId: string,
  act: (trx: Trx, workshop: WorkshopRow) => Promise<void>,
): Promise<void> {
  const { db, kind } = deps.database
  const roundId = await db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, scope, workshopId, kind)
    if (workshop === undefined) throw new ProblemError('not-found')
    await act(trx, workshop)
    return workshop.roundId
  })
  await tellRoom({ db, live: deps.live }, scope.organisationId, roundId, 'changed')
}
