import type { AuditAction } from '../contract/audit.ts'
import type { RoundState } from '../contract/rounds.ts'
import type { Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { lockRound } from '../db/queries/rounds.ts'
import type { RoundRow } from '../db/tables.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'
import type { ReleaseDeps } from './releases.ts'
import { canMove } from './round-life.ts'

/** What changing a round needs beside the transaction; `live` is told after the commit. */
export interface RoundDeps extends ReleaseDeps {
  readonly live: Live
}

/** In which organisation, and who: null for what the server does by itself. A `Scope` is one. */
export interface Mover {
  readonly organisationId: string
  readonly userId: string | null
}

/**
 * The round, held for a move to another state.
 *
 * @throws {ProblemError} `not-found`; `round-already-open`, `round-not-open` or `round-closed` when it cannot go there.
 */
export async function holdForMove(
  deps: ReleaseDeps,
  trx: Trx,
  scope: Mover,
  roundId: string,
  to: RoundState,
): Promise<RoundRow> {
  const round = await lockRound(trx, scope.organisationId, roundId, deps.database.kind)
  if (round === undefined) throw new ProblemError('not-found')
  if (!canMove(round.state, to)) {
    throw new ProblemError(refusalOf(round.state, to), {
      detail: `A round that is ${round.state} cannot become ${to}.`,
    })
  }
  return round
}

/** Why a round cannot go there: two people may press the same step, and the second one hears that it was done. */
function refusalOf(from: RoundState, to: RoundState): 'round-already-open' | 'round-not-open' | 'round-closed' {
  if (from === 'open' && to === 'open') return 'round-already-open'
  return to === 'open' || from === 'draft' ? 'round-not-open' : 'round-closed'
}

/** Notes in the audit log what somebody did with a round or a workshop. */
export async function auditMove(
  deps: ReleaseDeps,
  trx: Trx,
  scope: Mover,
  action: AuditAction,
  object: string,
): Promise<void> {
  await insertAuditEvent(trx, {
    organisationId: scope.organisationId,
    at: deps.now(),
    userId: scope.userId,
    action,
    object,
  })
}
