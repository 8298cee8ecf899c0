import type { Scope } from '../auth/scope.ts'
import type { HandOver } from '../contract/workshops.ts'
import type { Db } from '../db/open.ts'
import { listMembers } from '../db/queries/members.ts'
import { countReleases, countRespondents } from '../db/queries/rounds.ts'
import { countTexts, deleteTexts } from '../db/queries/sheet-texts.ts'
import {
  findWorkshop,
  findWorkshopOfRound,
  listSecondVotes,
  updateSecondVote,
  updateWorkshop,
} from '../db/queries/workshops.ts'
import { ProblemError } from '../problem.ts'
import { auditMove, type RoundDeps } from './round-moves.ts'
import { withWorkshop } from './workshops.ts'

/**
 * What a workshop leaves behind: what was collected, and who can read its result.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function viewHandOver(
  { db, now }: { db: Db; now: () => Date },
  scope: Scope,
  workshopId: string,
): Promise<HandOver> {
  const workshop = await findWorkshop(db, scope, workshopId)
  if (workshop === undefined) throw new ProblemError('not-found')
  const { organisationId, roundId } = workshop
  const counts = (await countRespondents(db, organisationId, [roundId])).get(roundId)
  const votes = await listSecondVotes(db, organisationId, workshop.id)
  const members = (await listMembers(db, scope)).filter(({ until }) => until === null || until > now().toISOString())
  const roundIds = [roundId, ...votes.map((vote) => vote.roundId)]
  const noted = votes.reduce((sum, vote) => sum + Object.keys(JSON.parse(vote.arguments) as object).length, 0)
  return {
    joined: counts?.joined ?? 0,
    started: counts?.started ?? 0,
    finished: counts?.finished ?? 0,
    late: counts?.late ?? 0,
    releases: (await countReleases(db, organisationId, [roundId])).get(roundId) ?? 0,
    votes: votes.length,
    texts: noted + (await countTexts(db, organisationId, roundIds)),
    releasedAt: workshop.releasedAt,
    readers: members.map(({ name, role }) => ({ name, role })),
  }
}

/**
 * Lets everybody in the organisation read the result of a workshop; until then only who runs rounds does.
 *
 * @throws {ProblemError} `not-found`; `nothing-revealed` while there is nothing to hand over.
 */
export async function releaseToClient(deps: RoundDeps, scope: Scope, workshopId: string): Promise<void> {
  await withWorkshop(deps, scope, workshopId, async (trx, workshop) => {
    if (workshop.revealedReleaseId === null) throw new ProblemError('nothing-revealed')
    const releasedAt = workshop.releasedAt ?? deps.now().toISOString()
    await updateWorkshop(trx, workshop, { releasedAt })
    await auditMove(deps, trx, scope, 'workshop.release', workshop.id)
  })
}

/** Deletes what people wrote in words in a workshop's rounds; ratings and releases stay. */
export async function deleteWorkshopTexts(deps: RoundDeps, scope: Scope, workshopId: string): Promise<void> {
  await withWorkshop(deps, scope, workshopId, async (trx, workshop) => {
    const votes = await listSecondVotes(trx, workshop.organisationId, workshop.id)
    await deleteTexts(trx, workshop.organisationId, [workshop.roundId, ...votes.map(({ roundId }) => roundId)])
    for (const { roundId } of votes) await updateSecondVote(trx, workshop.organisationId, roundId, { arguments: '{}' })
    await updateWorkshop(trx, workshop, {})
    await auditMove(deps, trx, scope, 'workshop.texts-deleted', workshop.id)
  })
}

/**
 * Whether a member may read releases of this round: a workshop's result is for who runs rounds until it is released to
 * the client.
 */
export async function isReadable(
  db: Db,
  scope: { readonly organisationId: string; readonly role: string },
  roundId: string,
): Promise<boolean> {
  if (scope.role === 'owner' || scope.role === 'facilitator') return true
  const workshop = await findWorkshopOfRound(db, scope.organisationId, roundId)
  return workshop === undefined || workshop.releasedAt !== null
}
