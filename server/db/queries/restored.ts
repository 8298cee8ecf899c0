import type { Trx } from '../open.ts'

/** How much that opened something was in a restored database, and is not any more. */
export interface EndedAccess {
  readonly sessions: number
  readonly tokens: number
  readonly invitations: number
}

/**
 * Ends what may have been ended, withdrawn or used up since the backup was made, and would be good once more: sign-ins,
 * API tokens, open invitations, links for another password and links to walls. Each is made again with two clicks.
 * Passwords, passkeys, apps for codes, and the secrets of phones stay: without them nobody could come back.
 */
export async function endRestoredAccess(trx: Trx): Promise<EndedAccess> {
  const [sessions, tokens, invitations] = [
    await trx.deleteFrom('session').returning('userId').execute(),
    await trx.deleteFrom('apiToken').returning('id').execute(),
    await trx.deleteFrom('invitation').where('usedAt', 'is', null).returning('id').execute(),
  ]
  await trx.deleteFrom('passwordReset').execute()
  await trx.deleteFrom('credential').where('kind', '=', 'display').execute()
  return { sessions: sessions.length, tokens: tokens.length, invitations: invitations.length }
}
