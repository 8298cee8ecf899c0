import { hashSecret } from '../auth/secrets.ts'
import type { Db } from '../db/open.ts'
import { findPresence } from '../db/queries/presence.ts'
import { ProblemError } from '../problem.ts'

/**
 * The round that the link of a wall is for. A token has 256 random bits, so that guessing needs no counting.
 *
 * @throws {ProblemError} `sign-in-needed` for a token that is none, or was ended.
 */
export async function openDisplay({ db }: { db: Db }, token: string): Promise<string> {
  const presence = await findPresence(db, hashSecret(token))
  if (presence?.kind !== 'display') throw new ProblemError('sign-in-needed')
  return presence.roundId
}
