import type { Scope } from '../auth/scope.ts'
import type { ReleaseChange, Results } from '../contract/results.ts'
import type { HandOver } from '../contract/workshops.ts'
import type { Db } from '../db/open.ts'
import { listMembers } from '../db/queries/members.ts'
import { findNewestRelease, findRelease } from '../db/queries/releases.ts'
import { countRoomTexts, deleteRoomTexts } from '../db/queries/room-texts.ts'
import { countReleases, countRespondents, lockRounds } from '../db/queries/rounds.ts'
import { countTexts, deleteTexts } from '../db/queries/sheet-texts.ts'
import {
  findWorkshop,
  findWorkshopOfRound,
  listSecondVotes,
  updateSecondVote,
  updateWorkshop,
} from '../db/queries/workshops.ts'
import type { ReleaseRow, WorkshopRow } from '../db/tables.ts'
import { ProblemError } from '../problem.ts'
import { resultsOf } from './releases.ts'
import { auditMove, type RoundDeps } from './round-moves.ts'
import { withWorkshop } from './workshops.ts'

/**
 * What a workshop leaves behind: what was collected, and who can read its result.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function viewHandOver(
  { db, now }: { db: Db; now: () => Date },
  scope: Scope,
  workshopId: string,
): Promise<HandOver> {
  const workshop = await findWorkshop(db, scope, workshopId)
  if (workshop === undefined) throw new ProblemError('not-found')
  const { organisationId, roundId } = workshop
  const counts = (await countRespondents(db, organisationId, [roundId])).get(roundId)
  const votes = await listSecondVotes(db, organisationId, workshop.id)
  const members = (await listMembers(db, scope)).filter(({ until }) => until === null || until > now().toISOString())
  const roundIds = [roundId, ...votes.map((vote) => vote.roundId)]
  const noted = votes.reduce((sum, vote) => sum + Object.keys(JSON.parse(vote.arguments) as object).length, 0)
  return {
    joined: counts?.joined ?? 0,
    started: counts?.started ?? 0,
    finished: counts?.finished ?? 0,
    late: counts?.late ?? 0,
    releases: (await countReleases(db, organisationId, [roundId])).get(roundId) ?? 0,
    votes: votes.length,
    texts:
      noted + (await countTexts(db, organisationId, roundIds)) + (await countRoomTexts(db, organisationId, roundIds)),
    releasedAt: workshop.releasedAt,
    readers: members.map(({ name, role }) => ({ name, role })),
  }
}

/**
 * Lets everybody in the organisation read the result of a workshop; until then only who runs rounds does.
 *
 * @throws {ProblemError} `not-found`; `nothing-revealed` while there is nothing to hand over.
 */
export async function releaseToClient(deps: RoundDeps, scope: Scope, workshopId: string): Promise<void> {
  await withWorkshop(deps, scope, workshopId, async (trx, workshop) => {
    if (workshop.revealedReleaseId === null) throw new ProblemError('nothing-revealed')
    const releasedAt = workshop.releasedAt ?? deps.now().toISOString()
    await updateWorkshop(trx, workshop, { releasedAt })
    await auditMove(deps, trx, scope, 'workshop.release', workshop.id)
  })
}

/** Deletes what people in the room wrote in words: reasons, arguments, cards and objections; ratings and releases stay. */
export async function deleteWorkshopTexts(deps: RoundDeps, scope: Scope, workshopId: string): Promise<void> {
  await withWorkshop(deps, scope, workshopId, async (trx, workshop) => {
    const votes = await listSecondVotes(trx, workshop.organisationId, workshop.id)
    const roundIds = [workshop.roundId, ...votes.map(({ roundId }) => roundId)]
    await lockRounds(trx, workshop.organisationId, roundIds, deps.database.kind)
    await deleteTexts(trx, workshop.organisationId, roundIds)
    await deleteRoomTexts(trx, workshop.organisationId, roundIds)
    for (const { roundId } of votes) await updateSecondVote(trx, workshop.organisationId, roundId, { arguments: '{}' })
    await updateWorkshop(trx, workshop, {})
    await auditMove(deps, trx, scope, 'workshop.texts-deleted', workshop.id)
  })
}

/** Who wants to read a release: a member, by role, in one organisation. */
export interface Reader {
  readonly organisationId: string
  readonly role: string
}

/** Whether somebody with this role reads every release of the organisation: who runs rounds does. */
export function readsEverything({ role }: Pick<Reader, 'role'>): boolean {
  return role === 'owner' || role === 'facilitator'
}

/**
 * Whether what was revealed in a room waits for this member: until the result of the workshop is released to the client
 * it is for who runs rounds, and for the room itself.
 */
export function isWaitingForRelease(
  { role }: { readonly role: string | undefined },
  workshop: Pick<WorkshopRow, 'releasedAt'> | undefined,
): boolean {
  return role !== undefined && !readsEverything({ role }) && workshop?.releasedAt === null
}

/**
 * The newest release of a round that this reader may read. The result of a workshop is for who runs rounds until it is
 * released to the client; from then on everybody in the organisation reads what was revealed, and what there was when
 * the workshop was released.
 */
export async function readableRelease(db: Db, reader: Reader, roundId: string): Promise<ReleaseRow | undefined> {
  const newest = await findNewestRelease(db, reader.organisationId, roundId)
  if (newest === undefined || readsEverything(reader)) return newest
  const workshop = await findWorkshopOfRound(db, reader.organisationId, roundId)
  const readable = readableOf(newest, workshop, roundId)
  if (workshop === undefined || readable === 'newest') return newest
  if (readable === 'none') return undefined
  const revealedId = await revealedReleaseOf(db, workshop, roundId)
  return revealedId === null ? undefined : findRelease(db, reader.organisationId, revealedId)
}

/** Which release of a round is for everybody in the organisation: the newest, what was revealed in the room, or none yet. */
export function readableOf(
  newest: Pick<ReleaseRow, 'madeAt'>,
  workshop: Pick<WorkshopRow, 'roundId' | 'releasedAt'> | undefined,
  roundId: string,
): 'newest' | 'revealed' | 'none' {
  if (workshop === undefined) return 'newest'
  if (workshop.releasedAt === null) return 'none'
  return workshop.roundId === roundId && newest.madeAt <= workshop.releasedAt ? 'newest' : 'revealed'
}

/**
 * A release for this reader: of what changed since earlier rounds only that since releases which the reader may read too.
 * A word of change tells of both.
 */
export async function resultsFor(db: Db, reader: Reader, release: ReleaseRow): Promise<Results> {
  const results = resultsOf(release)
  if (readsEverything(reader)) return results
  const changes: ReleaseChange[] = []
  for (const change of results.changes) {
    const { roundId, releaseId } = change.since
    const earlier = await findRelease(db, reader.organisationId, releaseId)
    const readable = await readableRelease(db, reader, roundId)
    if (earlier !== undefined && earlier.number <= (readable?.number ?? 0)) changes.push(change)
  }
  return { ...results, changes }
}

async function revealedReleaseOf(db: Db, workshop: WorkshopRow, roundId: string): Promise<string | null> {
  if (workshop.roundId === roundId) return workshop.revealedReleaseId
  const votes = await listSecondVotes(db, workshop.organisationId, workshop.id)
  return votes.find((vote) => vote.roundId === roundId)?.revealedReleaseId ?? null
}
