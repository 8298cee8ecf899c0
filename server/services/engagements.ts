import type { Scope } from '../auth/scope.ts'
import type { Member } from '../contract/accounts.ts'
import { updateMembership } from '../db/queries/members.ts'
import { ENGAGEMENT_MONTHS, MOST_ENGAGEMENT_MONTHS } from '../domain/engagement.ts'
import { monthsLater } from '../domain/months.ts'
import { ProblemError } from '../problem.ts'
import { noteEngagement } from './engagement-events.ts'
import { lockMember, type MemberDeps } from './organisations.ts'

/**
 * Lets a consultant work here for three months more: from the end that was agreed, or from now when that has passed or
 * there was none; never further away than 24 months, and never shorter than it was.
 *
 * @throws {ProblemError} `not-found` for who is no consultant of this organisation.
 */
export function extendEngagement(deps: MemberDeps, scope: Scope, userId: string): Promise<Member> {
  return changeEngagement(deps, scope, userId, ({ until }, now) => {
    const time = now.toISOString()
    const longest = monthsLater(now, MOST_ENGAGEMENT_MONTHS).toISOString()
    if (until !== null && until > longest) return until
    const from = until !== null && until > time ? new Date(until) : now
    const extended = monthsLater(from, ENGAGEMENT_MONTHS).toISOString()
    return extended < longest ? extended : longest
  })
}

/**
 * Ends the work of a consultant here at once; that there was one, and until when, stays on record.
 *
 * @throws {ProblemError} `not-found` for who is no consultant of this organisation.
 */
export function endEngagement(deps: MemberDeps, scope: Scope, userId: string): Promise<Member> {
  return changeEngagement(deps, scope, userId, ({ until }, now) =>
    until !== null && until <= now.toISOString() ? until : now.toISOString(),
  )
}

async function changeEngagement(
  { db, now, live }: MemberDeps,
  scope: Scope,
  userId: string,
  endOf: (member: Member, now: Date) => string,
): Promise<Member> {
  const changed = await db.transaction().execute(async (trx) => {
    const at = now()
    const member = await lockMember(trx, scope, userId)
    if (member.role !== 'facilitator') throw new ProblemError('not-found')
    const after = { role: member.role, until: endOf(member, at) }
    await updateMembership(trx, scope, userId, after)
    await noteEngagement(trx, scope, userId, { before: member, after }, at)
    return { ...member, ...after }
  })
  live.endLines(userId)
  return changed
}
