import type { Scope } from '../auth/scope.ts'
import type { AuditAction } from '../contract/audit.ts'
import type { Db, Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { lockOrganisation } from '../db/queries/organisations.ts'
import { ProblemError } from '../problem.ts'

/** What the rules of the world outside need: the database and the time. */
export interface NetworkDeps {
  readonly db: Db
  readonly now: () => Date
}

/** Writers of one organisation take turns, so that nobody overwrites what came in a moment before. */
export function inTurn<Result>(
  { db }: NetworkDeps,
  scope: Scope,
  write: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await lockOrganisation(trx, scope)
    return write(trx)
  })
}

/**
 * Lets a writer go on who saw what is stored, or who makes something new.
 *
 * @throws {ProblemError} `edited-meanwhile`; `not-found` for a change of what is not there.
 */
export function keepUnseenWords(stored: { readonly revision: number } | undefined, seen: number): void {
  if (stored === undefined && seen !== 0) throw new ProblemError('not-found')
  if (stored !== undefined && stored.revision !== seen) throw new ProblemError('edited-meanwhile')
}

/** Notes who removed something: of a change the thing itself remains, of a removal nothing. */
export async function noteRemoval(
  { now }: NetworkDeps,
  trx: Trx,
  { organisationId, userId }: Scope,
  action: AuditAction,
  object: string,
): Promise<void> {
  await insertAuditEvent(trx, { organisationId, userId, action, object, at: now() })
}
