import type { Db } from '../db/open.ts'
import { deleteRecoveryCodes, deleteTotp } from '../db/queries/factors.ts'
import { deletePasskeysOfUser } from '../db/queries/passkeys.ts'
import { deleteOtherSessions } from '../db/queries/sessions.ts'
import { findUserByEmail } from '../db/queries/users.ts'
import { StartError } from '../start-error.ts'
import { insertAccountEvent } from './account-events.ts'
import { plainEmail } from './accounts.ts'
import { addPasswordReset, type ResetLink } from './resets.ts'

/**
 * Lets somebody in who lost everything to sign in with: removes every second factor and sign-in of the account, and
 * makes a link for another password. For the command on the machine itself only.
 *
 * @throws {StartError} `user-unknown`, `user-locked`.
 */
export async function helpToSignIn(db: Db, typed: string, now: Date): Promise<ResetLink> {
  const email = plainEmail(typed)
  return db.transaction().execute(async (trx) => {
    const user = await findUserByEmail(trx, email)
    if (user === undefined) throw new StartError('user-unknown', { email })
    if (user.lockedAt !== null) throw new StartError('user-locked', { email })
    await deleteTotp(trx, user.id)
    await deleteRecoveryCodes(trx, user.id)
    await deletePasskeysOfUser(trx, user.id)
    await deleteOtherSessions(trx, user.id, undefined)
    const link = await addPasswordReset(trx, user.id, now)
    await insertAccountEvent(trx, { userId: user.id, action: 'account.help', object: user.id, at: now })
    return link
  })
}
