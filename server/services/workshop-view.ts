import type { Scope } from '../auth/scope.ts'
import { PlanStep, type RoomState, Scene, type SecondVote, type Workshop } from '../contract/workshops.ts'
import { countRespondents, findRound, listRoundItemIds } from '../db/queries/rounds.ts'
import { findUserName } from '../db/queries/users.ts'
import { findWorkshop, listSecondVotes } from '../db/queries/workshops.ts'
import type { WorkshopRow } from '../db/tables.ts'
import { ProblemError } from '../problem.ts'
import { readsEverything } from './hand-over.ts'
import { type RoundViewDeps, viewRound } from './round-view.ts'

/** What showing a workshop needs. */
export interface WorkshopViewDeps extends RoundViewDeps {
  readonly now: () => Date
}

/**
 * A workshop as its facilitators see it: counts and states, never a rating.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function viewWorkshop(deps: WorkshopViewDeps, scope: Scope, workshopId: string): Promise<Workshop> {
  const { db, now } = deps
  const row = await findWorkshop(db, scope, workshopId)
  const round = row && (await findRound(db, scope, row.roundId))
  if (row === undefined || round === undefined) throw new ProblemError('not-found')
  const holder = row.holderId === null ? undefined : await findUserName(db, row.holderId)
  return {
    id: row.id,
    round: await viewRound(deps, round),
    isRehearsal: round.purpose === 'rehearsal',
    plan: PlanStep.array().parse(JSON.parse(row.plan)),
    room: roomStateOf(row, now()),
    control:
      row.holderId === null || row.heldSince === null
        ? null
        : { userId: row.holderId, name: holder ?? '', isMe: row.holderId === scope.userId, since: row.heldSince },
    itemIds: await listRoundItemIds(db, row.organisationId, row.roundId),
    isRevealed: row.revealedReleaseId !== null,
    votes: await viewVotes(deps, row, readsEverything(scope) || row.releasedAt !== null),
    releasedAt: row.releasedAt,
    createdAt: row.createdAt,
    serverTime: now().toISOString(),
  }
}

async function viewVotes({ db }: WorkshopViewDeps, row: WorkshopRow, isForThem: boolean): Promise<SecondVote[]> {
  const votes = await listSecondVotes(db, row.organisationId, row.id)
  const counts = await countRespondents(
    db,
    row.organisationId,
    votes.map(({ roundId }) => roundId),
  )
  return Promise.all(
    votes.map(async (vote) => ({
      id: vote.roundId,
      number: vote.number,
      itemIds: await listRoundItemIds(db, row.organisationId, vote.roundId),
      horizons: JSON.parse(vote.horizons) as string[],
      state: vote.state,
      closesAt: vote.closesAt,
      counts: { joined: 0, started: 0, finished: 0, ...counts.get(vote.roundId) },
      isRevealed: vote.revealedReleaseId !== null,
      arguments: isForThem ? (JSON.parse(vote.arguments) as Record<string, string>) : {},
    })),
  )
}

/** What stands on the wall and how the room is, for everybody in it. A timer that ran out is none. */
export function roomStateOf(row: WorkshopRow, now: Date): RoomState {
  const isRunning = row.timerEndsAt !== null && row.timerEndsAt > now.toISOString()
  return {
    scene: Scene.parse(JSON.parse(row.scene)),
    isBlack: row.black === 1,
    isPaused: row.paused === 1,
    isLocked: row.locked === 1,
    timer: isRunning && row.timerEndsAt !== null ? { endsAt: row.timerEndsAt, seconds: row.timerSeconds ?? 0 } : null,
    revision: row.revision,
  }
}
