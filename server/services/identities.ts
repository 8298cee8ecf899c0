import type { Trx } from '../db/open.ts'
import { hasPasskey } from '../db/queries/factors.ts'
import { deleteIdentity, listIdentities } from '../db/queries/identities.ts'
import { hasPassword } from '../db/queries/users.ts'
import { ProblemError } from '../problem.ts'
import { insertAccountEvent } from './account-events.ts'
import type { OidcDeps } from './oidc.ts'

/**
 * Unlinks an account from its owner's organisation.
 *
 * @throws {ProblemError} `not-found`, for somebody else's too; `last-way-in` without a password or a passkey.
 */
export async function unlinkIdentity({ db, now }: OidcDeps, userId: string, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await deleteIdentity(trx, userId, id))) throw new ProblemError('not-found')
    await refuseLockingOut(trx, userId)
    await insertAccountEvent(trx, { userId, action: 'identity.remove', object: id, at: now() })
  })
}

/**
 * Looks, after a way to sign in was removed in this transaction, whether another is left.
 *
 * @throws {ProblemError} `last-way-in`.
 */
export async function refuseLockingOut(trx: Trx, userId: string): Promise<void> {
  if (await hasPassword(trx, userId)) return
  if (await hasPasskey(trx, userId)) return
  if ((await listIdentities(trx, userId)).length > 0) return
  throw new ProblemError('last-way-in')
}
