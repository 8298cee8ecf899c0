import type { RevealedView } from '../contract/workshops.ts'
import { findRelease } from '../db/queries/releases.ts'
import { listRoundItemIds } from '../db/queries/rounds.ts'
import { listSecondVotes } from '../db/queries/workshops.ts'
import type { Presence } from '../plugins/presence.ts'
import { ProblemError } from '../problem.ts'
import { viewInstrument } from './instrument-view.ts'
import { resultsOf } from './releases.ts'
import { roomOf, type WallDeps } from './wall.ts'

/**
 * What was revealed in a room: the frozen release with its names, and each second vote that was revealed.
 *
 * @throws {ProblemError} `nothing-revealed` before that.
 */
export async function viewRevealed(deps: WallDeps, presence: Presence): Promise<RevealedView> {
  const { db } = deps
  const { round, workshop } = await roomOf(deps, presence)
  if (workshop?.revealedReleaseId == null) throw new ProblemError('nothing-revealed')
  const release = await findRelease(db, round.organisationId, workshop.revealedReleaseId)
  const instrument = deps.instruments.find(round.instrumentId, round.instrumentVersion)
  if (release === undefined || instrument === undefined) throw new ProblemError('nothing-revealed')
  const votes = await listSecondVotes(db, round.organisationId, workshop.id)
  const shown = await Promise.all(
    votes.map(async (vote) => {
      const of = vote.revealedReleaseId && (await findRelease(db, round.organisationId, vote.revealedReleaseId))
      if (!of) return []
      return [
        {
          id: vote.roundId,
          number: vote.number,
          itemIds: await listRoundItemIds(db, round.organisationId, vote.roundId),
          results: resultsOf(of),
          arguments: JSON.parse(vote.arguments) as Record<string, string>,
        },
      ]
    }),
  )
  return {
    results: resultsOf(release),
    instrument: viewInstrument(instrument),
    itemIds: await listRoundItemIds(db, round.organisationId, round.id),
    votes: shown.flat(),
  }
}
