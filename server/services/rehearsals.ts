import type { Scope } from '../auth/scope.ts'
import type { StakeholderGroup } from '../contract/common.ts'
import { PlanStep } from '../contract/workshops.ts'
import type { Trx } from '../db/open.ts'
import { findRound, listRoundItemIds, lockRounds } from '../db/queries/rounds.ts'
import { deleteRounds, findWorkshop, listSecondVotes, listWorkshops } from '../db/queries/workshops.ts'
import { ProblemError } from '../problem.ts'
import type { RoundDeps } from './round-moves.ts'
import { createWithin } from './rounds.ts'
import { addWorkshop } from './workshops.ts'

/** What starting a rehearsal needs: `rehearse` sends simulated phones in, in the background. */
export interface RehearsalDeps extends RoundDeps {
  readonly rehearse: (code: string, phones: number) => void
}

/** One rehearsal at a time: phones of the one before would go on in a room where nobody is. */
async function removeEarlier({ database }: RehearsalDeps, trx: Trx, scope: Scope): Promise<void> {
  const rehearsals = (await listWorkshops(trx, scope)).filter(({ purpose }) => purpose === 'rehearsal')
  for (const { id, roundId } of rehearsals) {
    const votes = await listSecondVotes(trx, scope.organisationId, id)
    const roundIds = [roundId, ...votes.map((vote) => vote.roundId)]
    await lockRounds(trx, scope.organisationId, roundIds, database.kind)
    await deleteRounds(trx, scope.organisationId, roundIds)
  }
}

/**
 * Starts a rehearsal: a round and a workshop of their own with the same questions, and simulated phones that join it
 * like real ones. Nothing of it touches the round that it rehearses. The organisation's rehearsal before goes.
 *
 * @returns the id of the rehearsal's workshop.
 * @throws {ProblemError} `not-found`; `not-allowed` for a rehearsal of a rehearsal.
 */
export async function startRehearsal(
  deps: RehearsalDeps,
  scope: Scope,
  workshopId: string,
  phones: number,
): Promise<string> {
  const { id, code } = await deps.database.db.transaction().execute(async (trx) => {
    const workshop = await findWorkshop(trx, scope, workshopId)
    const round = workshop && (await findRound(trx, scope, workshop.roundId))
    if (workshop === undefined || round === undefined) throw new ProblemError('not-found')
    if (round.purpose === 'rehearsal') throw new ProblemError('not-allowed')
    await removeEarlier(deps, trx, scope)
    const itemIds = await listRoundItemIds(trx, round.organisationId, round.id)
    const input = {
      title: round.title,
      instrument: { id: round.instrumentId, version: round.instrumentVersion },
      itemIds,
      period: round.period,
      horizons: JSON.parse(round.horizons) as string[],
      mode: round.mode,
      groups: JSON.parse(round.groups) as StakeholderGroup[],
      expected: phones,
      ...(round.mode === 'anonymous' ? { threshold: round.threshold } : {}),
      draft: false,
    }
    const made = await createWithin(deps, trx, scope, input, 'rehearsal')
    const plan = PlanStep.array().parse(JSON.parse(workshop.plan))
    return { id: await addWorkshop(deps, trx, scope, made.id, plan), code: made.code ?? '' }
  })
  deps.rehearse(code, phones)
  return id
}
