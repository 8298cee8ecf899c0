import { findSheetsOfSecrets } from '../db/queries/sheets.ts'
import { narrowSight } from '../db/tenant-lock.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'
import { type ErasureDeps, erase } from './erasures.ts'
import { followedRounds } from './rooms.ts'

/**
 * Erases what somebody answered on a phone, with who that was to this round, while the round takes answers. After
 * closing nobody can tell whose answers are whose.
 *
 * @throws {ProblemError} `sign-in-needed` when the secret is none; `round-closed`.
 */
export async function eraseOwnAnswers(deps: ErasureDeps & { readonly live: Live }, secretHash: string): Promise<void> {
  const { db, kind } = deps.database
  const [seen] = await findSheetsOfSecrets(db, [secretHash], 'read')
  if (seen === undefined) throw new ProblemError('sign-in-needed')
  narrowSight(seen.organisationId)
  await erase(deps, { kind: 'respondent', erased: seen.respondentId }, null, async (trx) => {
    // Held against a save and against closing at this moment.
    const [row] = await findSheetsOfSecrets(trx, [secretHash], kind === 'postgres' ? 'lock' : 'read')
    if (row === undefined) throw new ProblemError('sign-in-needed')
    if (row.state !== 'open' && row.state !== 'closing') throw new ProblemError('round-closed')
  })
  deps.live.endLines(secretHash)
  for (const id of await followedRounds(db, seen.organisationId, seen.roundId)) deps.live.note(id, 'progress')
}
