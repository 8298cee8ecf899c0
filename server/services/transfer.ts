import type { Scope } from '../auth/scope.ts'
import { makeScope } from '../auth/scope.ts'
import { findMembership, listMembers } from '../db/queries/members.ts'
import { findRound, lockRounds } from '../db/queries/rounds.ts'
import { lockConversations, moveRounds } from '../db/queries/transfers.ts'
import { listSecondVotes, lockWorkshop } from '../db/queries/workshops.ts'
import { seeingAlso } from '../db/tenant-lock.ts'
import { ProblemError } from '../problem.ts'
import { forgetChangesAcross } from './changes.ts'
import { withdrawRounds } from './contributions.ts'
import { shareInstruments, tellInstruments } from './imported-instruments.ts'
import { auditMove, type RoundDeps } from './round-moves.ts'

/**
 * Hands a workshop over to another organisation in which the caller runs rounds too: its round, second votes, answers
 * and releases move, and this organisation keeps none of them. Both note it. From then on the new organisation's roles
 * say who may do what: a consultant works on as long as the engagement there lasts.
 *
 * @throws {ProblemError} `not-found` when either is none of the caller's; `not-closed-yet` while people may answer.
 */
export function transferWorkshop(
  deps: RoundDeps,
  scope: Scope,
  workshopId: string,
  toOrganisationId: string,
): Promise<{ id: string; roundId: string }> {
  return seeingAlso([toOrganisationId], () => moveWorkshop(deps, scope, workshopId, toOrganisationId))
}

async function moveWorkshop(
  deps: RoundDeps,
  scope: Scope,
  workshopId: string,
  toOrganisationId: string,
): Promise<{ id: string; roundId: string }> {
  const { db, kind } = deps.database
  const { ended, isShared, ...moved } = await db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, scope, workshopId, kind)
    const round = workshop && (await findRound(trx, scope, workshop.roundId))
    const there = await findMembership(trx, toOrganisationId, scope.userId, deps.now().toISOString())
    const mayRunThere = there?.role === 'owner' || there?.role === 'facilitator'
    if (workshop === undefined || round === undefined || !mayRunThere || toOrganisationId === scope.organisationId)
      throw new ProblemError('not-found')
    if (round.purpose === 'rehearsal') throw new ProblemError('not-allowed')
    const votes = await listSecondVotes(trx, workshop.organisationId, workshop.id)
    const roundIds = [round.id, ...votes.map(({ roundId }) => roundId)]
    // Held first: an answer or a reopening must not come between reading a row and moving it.
    const rounds = await lockRounds(trx, workshop.organisationId, roundIds, kind)
    if (rounds.some(({ state }) => state === 'open' || state === 'closing')) throw new ProblemError('not-closed-yet')
    // Rounds refer to what was asked: who gets them may know of it too.
    const used = rounds.map(({ instrumentId, instrumentVersion }) => ({ id: instrumentId, version: instrumentVersion }))
    const isShared = await shareInstruments(trx, scope.organisationId, toOrganisationId, used)
    await lockConversations(trx, workshop.organisationId, roundIds, kind)
    await withdrawRounds(trx, scope.organisationId, roundIds)
    const walls = await moveRounds(trx, scope.organisationId, toOrganisationId, roundIds, workshop.id)
    await forgetChangesAcross(trx, scope.organisationId, toOrganisationId, roundIds)
    await auditMove(deps, trx, scope, 'workshop.handed-over', workshop.id)
    await auditMove(
      deps,
      trx,
      makeScope(toOrganisationId, scope.userId, there.role),
      'workshop.taken-over',
      workshop.id,
    )
    const members = await listMembers(trx, scope)
    return { id: workshop.id, roundId: round.id, isShared, ended: [...walls, ...members.map(({ userId }) => userId)] }
  })
  if (isShared) await tellInstruments({ ...deps, db }, toOrganisationId)
  // Who works in the first organisation only has nothing to follow any more; who works in both comes back at once.
  deps.live.endLines(...ended)
  return moved
}
