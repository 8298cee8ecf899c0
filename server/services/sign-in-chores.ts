import type { Chore } from '../chores.ts'
import type { Db } from '../db/open.ts'
import { deleteJourneysBefore } from '../db/queries/identities.ts'
import { deleteChallengesBefore } from '../db/queries/passkeys.ts'

const EVERY_MS = 10 * 60_000

/** Forgets sign-ins that somebody began with a passkey or through an organisation, and never finished. */
export function signInChores({ db, now }: { readonly db: Db; readonly now: () => Date }): Chore[] {
  const run = async () => {
    await deleteChallengesBefore(db, now().toISOString())
    await deleteJourneysBefore(db, now().toISOString())
  }
  return [{ name: 'forget sign-ins that nobody finished', every: EVERY_MS, run }]
}
