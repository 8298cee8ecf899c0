import type { Results } from '../contract/results.ts'
import type { RevealedView } from '../contract/workshops.ts'
import { findRelease } from '../db/queries/releases.ts'
import { listRoundItemIds } from '../db/queries/rounds.ts'
import { listSecondVotes } from '../db/queries/workshops.ts'
import type { ReleaseRow, RoundRow, SecondVoteRow } from '../db/tables.ts'
import type { Presence } from '../plugins/presence.ts'
import { ProblemError } from '../problem.ts'
import { isWaitingForRelease } from './hand-over.ts'
import { viewInstrument } from './instrument-view.ts'
import { resultsOf } from './releases.ts'
import { roomOf, versionOf, type WallDeps } from './wall.ts'

/** A room in which something was revealed. `key` is another text when what was revealed is another. */
export interface RevealedRoom {
  readonly key: string
  readonly round: RoundRow
  readonly releaseId: string
  readonly votes: readonly SecondVoteRow[]
}

/**
 * The room, when something was revealed in it that this caller may see.
 *
 * @throws {ProblemError} `nothing-revealed` before that; also for members who do not run rounds, until the result was
 * released to the client.
 */
export async function revealedRoom(deps: WallDeps, presence: Presence): Promise<RevealedRoom> {
  const { round, workshop } = await roomOf(deps, presence)
  if (workshop?.revealedReleaseId == null || isWaitingForRelease(presence, workshop))
    throw new ProblemError('nothing-revealed')
  const votes = await listSecondVotes(deps.db, round.organisationId, workshop.id)
  // A closing may note on a release that stands that newer answers are not in it.
  const key = [round.organisationId, round.id, round.closedAt, versionOf(workshop, votes)].join(' ')
  return { key, round, releaseId: workshop.revealedReleaseId, votes }
}

/**
 * What was revealed in a room: the frozen release with its names, and each second vote that was revealed.
 *
 * @throws {ProblemError} `nothing-revealed` when the instrument is no longer known here.
 */
export async function viewRevealed(deps: WallDeps, { round, releaseId, votes }: RevealedRoom): Promise<RevealedView> {
  const { db } = deps
  const release = await findRelease(db, round.organisationId, releaseId)
  const instrument = deps.instruments.find(round.instrumentId, round.instrumentVersion)
  if (release === undefined || instrument === undefined) throw new ProblemError('nothing-revealed')
  const shown = await Promise.all(
    votes.map(async (vote) => {
      const of = vote.revealedReleaseId && (await findRelease(db, round.organisationId, vote.revealedReleaseId))
      if (!of) return []
      return [
        {
          id: vote.roundId,
          number: vote.number,
          itemIds: await listRoundItemIds(db, round.organisationId, vote.roundId),
          results: shownInRoom(of),
          arguments: JSON.parse(vote.arguments) as Record<string, string>,
        },
      ]
    }),
  )
  return {
    results: shownInRoom(release),
    instrument: viewInstrument(instrument),
    itemIds: await listRoundItemIds(db, round.organisationId, round.id),
    votes: shown.flat(),
  }
}

/** What changed since an earlier round tells of a result that was not revealed in this room. */
function shownInRoom(release: ReleaseRow): Results {
  return { ...resultsOf(release), changes: [] }
}
