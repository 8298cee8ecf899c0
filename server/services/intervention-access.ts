import type { Scope } from '../auth/scope.ts'
import type { Intervention } from '../contract/interventions.ts'
import type { Trx } from '../db/open.ts'
import { lockIntervention } from '../db/queries/interventions.ts'
import type { InterventionRow } from '../db/tables.ts'
import { ProblemError } from '../problem.ts'
import { viewIntervention } from './intervention-view.ts'
import { tellRoom } from './rooms.ts'
import type { RoundDeps } from './round-moves.ts'

/**
 * Does something with an intervention that is held until it is done, and tells everybody who looks at its round.
 *
 * @returns the intervention as it was left: what somebody else writes a moment later is not in it, so that nobody takes
 * the revision of words that they have not seen.
 * @throws {ProblemError} `not-found`.
 */
export async function withIntervention(
  deps: RoundDeps,
  scope: Scope,
  interventionId: string,
  act: (trx: Trx, intervention: InterventionRow) => Promise<void>,
): Promise<Intervention> {
  const { db, kind } = deps.database
  const view = await db.transaction().execute(async (trx) => {
    const intervention = await lockIntervention(trx, scope, interventionId, kind)
    if (intervention === undefined) throw new ProblemError('not-found')
    await act(trx, intervention)
    return viewIntervention({ db: trx, now: deps.now }, scope, interventionId)
  })
  await tellInterventions(deps, scope.organisationId, view.roundId)
  return view
}

/** Tells everybody who looks at a round that its interventions changed; nobody when there is no round. */
export async function tellInterventions(
  deps: RoundDeps,
  organisationId: string,
  roundId: string | null,
): Promise<void> {
  if (roundId !== null) await tellRoom({ db: deps.database.db, live: deps.live }, organisationId, roundId, 'reflection')
}
