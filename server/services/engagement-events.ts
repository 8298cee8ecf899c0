import type { Scope } from '../auth/scope.ts'
import type { Member } from '../contract/accounts.ts'
import type { Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'

/** What a membership allows, and until when. */
type Standing = Pick<Member, 'role' | 'until'>

/**
 * Notes what a change means for the work of a consultant: given, longer, shorter or over. Nothing is noted when it means
 * nothing for that. Undefined stands for no membership.
 */
export async function noteEngagement(
  trx: Trx,
  { organisationId, userId: by }: Pick<Scope, 'organisationId' | 'userId'>,
  userId: string,
  { before, after }: { readonly before: Standing | undefined; readonly after: Standing | undefined },
  at: Date,
): Promise<void> {
  const move = moveOf(endOf(before, at), endOf(after, at))
  if (move === undefined) return
  await insertAuditEvent(trx, { organisationId, userId: by, action: `engagement.${move}`, object: userId, at })
}

/** When an engagement ends in milliseconds: never, or undefined for none that is alive. */
function endOf(standing: Standing | undefined, now: Date): number | undefined {
  if (standing?.role !== 'facilitator') return undefined
  const end = standing.until === null ? Number.POSITIVE_INFINITY : Date.parse(standing.until)
  return end > now.getTime() ? end : undefined
}

function moveOf(
  before: number | undefined,
  after: number | undefined,
): 'give' | 'extend' | 'shorten' | 'end' | undefined {
  if (before === after) return undefined
  if (before === undefined) return 'give'
  if (after === undefined) return 'end'
  return after > before ? 'extend' : 'shorten'
}
