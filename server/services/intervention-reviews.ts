import type { Scope } from '../auth/scope.ts'
import type { Intervention, ReviewInput } from '../contract/interventions.ts'
import { insertReview, updateIntervention } from '../db/queries/interventions.ts'
import { ProblemError } from '../problem.ts'
import { withIntervention } from './intervention-access.ts'
import { contentOf } from './intervention-content.ts'
import { refusePast } from './interventions.ts'
import { auditMove, type RoundDeps } from './round-moves.ts'

/**
 * Keeps a review: whether it helped and why, what to improve, and whether it is dropped or when to look again. The same
 * review again changes nothing.
 *
 * @throws {ProblemError} `not-agreed-yet` for a proposal, and for what was stopped and would go on; `review-date-missing` and `review-date-past` when it goes on.
 */
export async function reviewIntervention(
  deps: RoundDeps,
  scope: Scope,
  id: string,
  input: ReviewInput,
): Promise<Intervention> {
  return withIntervention(deps, scope, id, async (trx, intervention) => {
    // What was stopped may be looked back at, and does not go on by that.
    const isOver = intervention.state === 'stopped' && !input.dropped
    if (intervention.state === 'proposed' || isOver) throw new ProblemError('not-agreed-yet')
    const nextReviewOn = input.dropped ? null : input.nextReviewOn
    if (!input.dropped && nextReviewOn === null) throw new ProblemError('review-date-missing')
    const isNew = await insertReview(trx, {
      organisationId: scope.organisationId,
      interventionId: id,
      id: input.id,
      reviewedAt: deps.now().toISOString(),
      helped: input.helped,
      why: input.why,
      improve: input.improve,
      dropped: input.dropped ? 1 : 0,
      nextReviewOn,
      authorId: scope.userId,
    })
    if (!isNew) return
    refusePast(deps, nextReviewOn)
    const reviewOn = nextReviewOn ?? intervention.reviewOn
    await updateIntervention(trx, intervention, {
      state: input.dropped ? 'stopped' : 'reviewed',
      content: JSON.stringify({ ...contentOf(intervention), reviewOn }),
      reviewOn,
      revision: intervention.revision + 1,
    })
    await auditMove(deps, trx, scope, 'intervention.review', id)
  })
}
