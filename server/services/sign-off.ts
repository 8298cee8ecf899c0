import type { Scope } from '../auth/scope.ts'
import type { Destination, SignOffView } from '../contract/company-sheets.ts'
import type { Db } from '../db/open.ts'
import { listMembers } from '../db/queries/members.ts'
import { listRoundItemIds } from '../db/queries/rounds.ts'
import { findSignOff, insertSignOff } from '../db/queries/sign-offs.ts'
import { countConflicts, findTeamSheet } from '../db/queries/team-answers.ts'
import type { RoundRow } from '../db/tables.ts'
import { UNANSWERED } from '../domain/answer.ts'
import { ProblemError } from '../problem.ts'
import { closeWithin } from './closing.ts'
import { findCompanyRound, lockCompanyRound, refuseUnlessOpen } from './company-round.ts'
import { tellRoom } from './rooms.ts'
import { auditMove, type RoundDeps } from './round-moves.ts'

/**
 * What signing off will do: how much is answered, what still waits for a choice, and who gets to see the result.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function viewSignOff(deps: RoundDeps, scope: Scope, roundId: string): Promise<SignOffView> {
  const { db } = deps.database
  return signOffOf(deps, db, scope, await findCompanyRound(db, scope, roundId))
}

/**
 * Signs the sheet of a team off: the round is closed with its final release, in the transaction that notes who signed off
 * and for whom. The same by the same person again changes nothing.
 *
 * @throws {ProblemError} `not-found`; `sheet-has-conflicts`; `nothing-to-release` for an empty sheet; `sign-off-unsaid`
 *   when the destinations are not all of those that there are now; `round-not-open`, `round-closed`.
 */
export async function signOff(
  deps: RoundDeps,
  scope: Scope,
  roundId: string,
  destinations: readonly Destination[],
): Promise<void> {
  const { db } = deps.database
  const isNew = await db.transaction().execute(async (trx) => {
    const round = await lockCompanyRound(deps, trx, scope, roundId)
    const agreed = new Set(destinations)
    const before = await findSignOff(trx, round)
    if (before?.userId === scope.userId && isAgreed(JSON.parse(before.destinations) as string[], agreed)) return false
    refuseUnlessOpen(round)
    const view = await signOffOf(deps, trx, scope, round)
    if (view.conflicts > 0) throw new ProblemError('sheet-has-conflicts')
    if (view.answered === 0) throw new ProblemError('nothing-to-release')
    const wanted = view.destinations.map(({ destination }) => destination)
    if (!isAgreed(wanted, agreed)) throw new ProblemError('sign-off-unsaid')
    await insertSignOff(trx, {
      organisationId: round.organisationId,
      roundId: round.id,
      userId: scope.userId,
      signedAt: deps.now().toISOString(),
      destinations: JSON.stringify(wanted),
    })
    await auditMove(deps, trx, scope, 'sheet.sign-off', round.id)
    await closeWithin(deps, trx, scope, round.id, 0, true)
    return true
  })
  if (isNew) await tellRoom({ db, live: deps.live }, scope.organisationId, roundId, 'closed')
}

function isAgreed(wanted: readonly string[], agreed: ReadonlySet<string>): boolean {
  return agreed.size === wanted.length && wanted.every((one) => agreed.has(one))
}

async function signOffOf({ now }: RoundDeps, db: Db, scope: Scope, round: RoundRow): Promise<SignOffView> {
  const at = now().toISOString()
  const members = (await listMembers(db, scope)).filter(({ until }) => until === null || until > at)
  const namesOf = (areConsultants: boolean) =>
    members.filter(({ role }) => (role === 'facilitator') === areConsultants).map(({ name }) => name)
  const consultants = namesOf(true)
  const sheet = await findTeamSheet(db, round)
  const asked = (await listRoundItemIds(db, round.organisationId, round.id)).length
  return {
    answered: Array.from(sheet?.answers ?? '').filter((character) => character !== UNANSWERED).length,
    asked: asked * (JSON.parse(round.horizons) as string[]).length,
    conflicts: await countConflicts(db, round),
    destinations: [
      { destination: 'organisation', names: namesOf(false) },
      ...(consultants.length === 0 ? [] : [{ destination: 'consultants' as const, names: consultants }]),
    ],
  }
}
