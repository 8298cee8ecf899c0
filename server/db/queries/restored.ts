import type { Trx } from '../open.ts'
import { endConsents } from './consents.ts'

/** How much that opened something was in a restored database, and is not any more. */
export interface EndedAccess {
  readonly sessions: number
  readonly tokens: number
  readonly invitations: number
  readonly calendars: number
}

/**
 * Ends what may have been ended, withdrawn or used up since the backup was made, and would be good once more: sign-ins
 * and what was begun on the way to one, API tokens, open invitations of people and companies, addresses for calendars, links for another
 * password and links to walls, requests to erase an organisation, a yes to a proposal that is not agreed yet, and
 * consents of companies with the figures that were copied for them: one that was withdrawn since would hold once more. Each
 * is made again with two clicks. Passwords, passkeys, apps for codes, and the secrets of phones stay: without them nobody could come back.
 */
export async function endRestoredAccess(trx: Trx, now: Date): Promise<EndedAccess> {
  const [sessions, tokens, invitations, calendars] = [
    await trx.deleteFrom('session').returning('userId').execute(),
    await trx.deleteFrom('apiToken').returning('id').execute(),
    await trx.deleteFrom('invitation').where('usedAt', 'is', null).returning('id').execute(),
    await trx.deleteFrom('calendarFeed').returning('userId').execute(),
  ]
  await trx.deleteFrom('programmeInvitation').where('usedAt', 'is', null).execute()
  await trx.deleteFrom('passwordReset').execute()
  // Sending one makes a link.
  await trx.deleteFrom('mail').where('kind', '=', 'reset').execute()
  await trx.deleteFrom('oidcJourney').execute()
  await trx.deleteFrom('passkeyChallenge').execute()
  // One that an owner took back since would be carried out.
  await trx.deleteFrom('erasureRequest').execute()
  await trx.deleteFrom('credential').where('kind', '=', 'display').execute()
  await endConsents(trx, now.toISOString())
  await trx.deleteFrom('contribution').execute()
  // Of an agreed match both know already who the other is.
  const unsaid = { offerSays: null, needSays: null, offerContact: null, needContact: null }
  await trx.updateTable('capitalMatch').set(unsaid).where('agreedAt', 'is', null).execute()
  return {
    sessions: sessions.length,
    tokens: tokens.length,
    invitations: invitations.length,
    calendars: calendars.length,
  }
}
