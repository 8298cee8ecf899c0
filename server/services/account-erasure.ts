import type { Trx } from '../db/open.ts'
import { countAttempt } from '../db/queries/attempts.ts'
import { hasOtherOperator, hasOtherUsers, listOwnedOrganisations } from '../db/queries/erasures.ts'
import { hasLastingOwner } from '../db/queries/members.ts'
import { lockOrganisationById } from '../db/queries/organisations.ts'
import { isOperator } from '../db/queries/users.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'
import { type ErasureDeps, erase } from './erasures.ts'

/**
 * Erases the account of who asks. What the user wrote in what others go on with stays, by a former member.
 *
 * @throws {ProblemError} `last-owner` with the organisations that would be left without an owner; `last-operator` while
 *   others use an installation that nobody else runs.
 */
export async function eraseOwnAccount(deps: ErasureDeps & { readonly live: Live }, userId: string): Promise<void> {
  await erase(deps, { kind: 'account', erased: userId }, userId, async (trx) => {
    await refuseLastOwner(trx, userId)
    await refuseLastOperator(trx, userId, deps.now())
  })
  deps.live.endLines(userId)
}

async function refuseLastOperator(trx: Trx, userId: string, now: Date): Promise<void> {
  if (!(await isOperator(trx, userId))) return
  // A row that both write: two operators who leave at the same moment must take turns, or nobody would be left.
  await countAttempt(trx, 'operators', now, 0)
  if (await hasOtherOperator(trx, userId)) return
  if (await hasOtherUsers(trx, userId)) throw new ProblemError('last-operator')
}

async function refuseLastOwner(trx: Trx, userId: string): Promise<void> {
  const left: { id: string; name: string }[] = []
  for (const organisation of await listOwnedOrganisations(trx, userId)) {
    // Two owners who leave at the same moment must take turns, or nobody would be left.
    await lockOrganisationById(trx, organisation.id)
    if (!(await hasLastingOwner(trx, organisation.id, userId))) left.push(organisation)
  }
  if (left.length === 0) return
  const errors = left.map(({ id, name }) => ({ pointer: `/organisations/${id}`, detail: name }))
  throw new ProblemError('last-owner', { errors })
}
