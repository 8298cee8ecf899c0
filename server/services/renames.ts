import type { Scope } from '../auth/scope.ts'
import type { AuditAction } from '../contract/audit.ts'
import type { Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { findOrganisation, lockOrganisation, updateOrganisationName } from '../db/queries/organisations.ts'
import { lockRound, updateRound } from '../db/queries/rounds.ts'
import { ProblemError } from '../problem.ts'
import type { RoundDeps } from './round-moves.ts'

/** Gives the organisation another name; the same again changes nothing. Everything of it goes by its id. */
export async function renameOrganisation(deps: RoundDeps, scope: Scope, name: string): Promise<void> {
  await deps.database.db.transaction().execute(async (trx) => {
    await lockOrganisation(trx, scope)
    if ((await findOrganisation(trx, scope))?.name === name) return
    await updateOrganisationName(trx, scope, name)
    await note(deps, trx, scope, 'organisation.rename', scope.organisationId)
  })
}

/**
 * Gives a round another title, in whatever state it is; the same again changes nothing. Releases say what it was called
 * when they were made: those never change.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function renameRound(deps: RoundDeps, scope: Scope, roundId: string, title: string): Promise<void> {
  const { db, kind } = deps.database
  const isNew = await db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, scope.organisationId, roundId, kind)
    if (round === undefined) throw new ProblemError('not-found')
    if (round.title === title) return false
    await updateRound(trx, scope.organisationId, roundId, { title })
    await note(deps, trx, scope, 'round.rename', roundId)
    return true
  })
  if (isNew) deps.live.note(roundId, 'changed')
}

function note({ now }: RoundDeps, trx: Trx, scope: Scope, action: AuditAction, object: string): Promise<void> {
  const { organisationId, userId } = scope
  return insertAuditEvent(trx, { organisationId, userId, action, object, at: now() })
}
