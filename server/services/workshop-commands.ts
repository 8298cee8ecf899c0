import type { Scope } from '../auth/scope.ts'
import type { StakeholderGroup } from '../contract/common.ts'
import { type Command, SCENES_BEFORE_REVEAL, type Scene, UNDO_SECONDS } from '../contract/workshops.ts'
import type { Trx } from '../db/open.ts'
import { findNewestRelease } from '../db/queries/releases.ts'
import { countReleases, findRound, findRoundOfPresence, listRoundItemIds, lockRound } from '../db/queries/rounds.ts'
import { insertSecondVote, listSecondVotes, updateSecondVote, updateWorkshop } from '../db/queries/workshops.ts'
import type { RoundRow, WorkshopRow } from '../db/tables.ts'
import { ProblemError } from '../problem.ts'
import { closeWithin } from './closing.ts'
import { bringReflection } from './reflection-scenes.ts'
import { tellRoom } from './rooms.ts'
import { isCollecting } from './round-life.ts'
import { auditMove, type RoundDeps } from './round-moves.ts'
import { createWithin, openWithin } from './rounds.ts'
import { withWorkshop } from './workshops.ts'

/**
 * Does what the facilitator pressed. Whoever presses first holds the controls from then on.
 *
 * @throws {ProblemError} `controls-held` when another facilitator does; `nothing-revealed`, `nothing-to-release`,
 * `vote-running`, `unknown-item`, `round-closed`, `round-not-open`.
 */
export async function command(deps: RoundDeps, scope: Scope, workshopId: string, order: Command): Promise<void> {
  let roundId = ''
  await withWorkshop(deps, scope, workshopId, async (trx, workshop) => {
    if (workshop.holderId !== null && workshop.holderId !== scope.userId) throw new ProblemError('controls-held')
    roundId = workshop.roundId
    const changes = await carryOut({ deps, trx, scope, workshop }, order)
    const isNew = workshop.holderId === null
    const held = isNew ? { holderId: scope.userId, heldSince: deps.now().toISOString() } : {}
    await updateWorkshop(trx, workshop, { ...changes, ...held })
  })
  const hint = HINT_OF[order.do]
  if (hint !== undefined) await tellRoom({ db: deps.database.db, live: deps.live }, scope.organisationId, roundId, hint)
}

const HINT_OF: Partial<Record<Command['do'], 'paused' | 'closed' | 'released'>> = {
  pause: 'paused',
  close: 'closed',
  reveal: 'released',
}

interface Held {
  readonly deps: RoundDeps
  readonly trx: Trx
  readonly scope: Scope
  readonly workshop: WorkshopRow
}

type Changes = Parameters<typeof updateWorkshop>[2]

async function carryOut(held: Held, order: Command): Promise<Changes> {
  switch (order.do) {
    case 'show':
      return show(held, order.scene)
    case 'black':
      return { black: order.on ? 1 : 0 }
    case 'pause':
      return { paused: order.on ? 1 : 0 }
    case 'door':
      return { locked: order.locked ? 1 : 0 }
    case 'timer':
      return timer(held, order.seconds)
    case 'close':
      await closeWithin(held.deps, held.trx, held.scope, await collectingRoundId(held), UNDO_SECONDS)
      return {}
    case 'undo-close':
      return undoClose(held)
    case 'reveal':
      return reveal(held)
    case 'vote':
      return startVote(held, order)
  }
}

async function show({ deps, trx, workshop }: Held, scene: Scene): Promise<Changes> {
  const isFigure = !SCENES_BEFORE_REVEAL.includes(scene.kind)
  if (isFigure && workshop.revealedReleaseId === null) throw new ProblemError('nothing-revealed')
  const itemIds = await listRoundItemIds(trx, workshop.organisationId, workshop.roundId)
  if ('itemId' in scene && !itemIds.includes(scene.itemId)) throw new ProblemError('unknown-item')
  if ('horizon' in scene) {
    const round = await findRoundOfPresence(trx, workshop.organisationId, workshop.roundId)
    if (!horizonsOf(round).includes(scene.horizon)) throw new ProblemError('unknown-horizon')
  }
  if (scene.kind === 'shift') {
    const votes = await listSecondVotes(trx, workshop.organisationId, workshop.id)
    const isShown = votes.some(({ roundId, revealedReleaseId }) => roundId === scene.voteId && revealedReleaseId)
    if (!isShown) throw new ProblemError('nothing-revealed')
    const asked = await listRoundItemIds(trx, workshop.organisationId, scene.voteId)
    if (!asked.includes(scene.itemId)) throw new ProblemError('unknown-item')
  }
  if (scene.kind === 'cards' || scene.kind === 'consent' || scene.kind === 'projection')
    await bringReflection(deps.database, trx, workshop, scene)
  return { scene: JSON.stringify(scene), black: 0 }
}

function timer({ deps }: Held, seconds: number | null): Changes {
  if (seconds === null) return { timerEndsAt: null, timerSeconds: null }
  return { timerEndsAt: new Date(deps.now().getTime() + seconds * 1000).toISOString(), timerSeconds: seconds }
}

/** The second vote that goes on: one that is not shown yet, unless it closed without a single answer. */
async function currentVote({ trx, workshop }: Held): Promise<string | undefined> {
  const votes = await listSecondVotes(trx, workshop.organisationId, workshop.id)
  const hidden = votes.filter(({ revealedReleaseId }) => revealedReleaseId === null)
  const ids = hidden.map(({ roundId }) => roundId)
  const releases = await countReleases(trx, workshop.organisationId, ids)
  return hidden.find(({ roundId, state }) => isCollected(state) || releases.has(roundId))?.roundId
}

/** The round that closing is about: the second vote that collects, else the workshop's own. */
async function collectingRoundId({ trx, workshop }: Held): Promise<string> {
  const votes = await listSecondVotes(trx, workshop.organisationId, workshop.id)
  return votes.find(({ state }) => isCollected(state))?.roundId ?? workshop.roundId
}

function isCollected(state: string): boolean {
  return state === 'open' || state === 'closing'
}

function horizonsOf(round: Pick<RoundRow, 'horizons'> | undefined): string[] {
  return round === undefined ? [] : (JSON.parse(round.horizons) as string[])
}

async function undoClose(held: Held): Promise<Changes> {
  const { deps, trx, scope } = held
  const roundId = await collectingRoundId(held)
  // Held before it is looked at: the clock may be closing it at this moment.
  const round = await lockRound(trx, scope.organisationId, roundId, deps.database.kind)
  // Taking back is for the ten seconds; opening a closed round again is a decision of its own.
  const isInTime = round?.state === 'closing' && isCollecting(round, deps.now())
  if (!isInTime) throw new ProblemError('round-closed')
  await openWithin(deps, trx, scope, roundId)
  return {}
}

async function reveal(held: Held): Promise<Changes> {
  const { trx, scope, workshop, deps } = held
  const roundId = (await currentVote(held)) ?? workshop.roundId
  const round = await findRound(trx, scope, roundId)
  if (round === undefined) throw new ProblemError('not-found')
  if (round.state === 'draft') throw new ProblemError('round-not-open')
  if (round.state === 'open' || round.state === 'closing') throw new ProblemError('not-closed-yet')
  const release = await findNewestRelease(trx, workshop.organisationId, roundId)
  if (release === undefined) throw new ProblemError('nothing-to-release')
  await auditMove(deps, trx, scope, 'workshop.reveal', release.id)
  const [horizon = ''] = horizonsOf(round)
  if (roundId === workshop.roundId) {
    return { revealedReleaseId: release.id, scene: JSON.stringify({ kind: 'divided', horizon }), ...QUIET }
  }
  await updateSecondVote(trx, workshop.organisationId, roundId, { revealedReleaseId: release.id })
  const [itemId = ''] = await listRoundItemIds(trx, workshop.organisationId, roundId)
  return { scene: JSON.stringify({ kind: 'shift', voteId: roundId, itemId }), ...QUIET }
}

/** What a reveal puts an end to. */
const QUIET: Changes = { black: 0, timerEndsAt: null, timerSeconds: null }

async function startVote(held: Held, { itemIds, horizons }: Command & { do: 'vote' }): Promise<Changes> {
  const { deps, trx, scope, workshop } = held
  if (workshop.revealedReleaseId === null) throw new ProblemError('nothing-revealed')
  if ((await currentVote(held)) !== undefined) throw new ProblemError('vote-running')
  const round = await findRound(trx, scope, workshop.roundId)
  if (round === undefined) throw new ProblemError('not-found')
  const asked = await listRoundItemIds(trx, workshop.organisationId, workshop.roundId)
  if (itemIds.some((id) => !asked.includes(id))) throw new ProblemError('unknown-item')
  const number = (await listSecondVotes(trx, workshop.organisationId, workshop.id)).length + 1
  const { id } = await createWithin(deps, trx, scope, voteInput(round, itemIds, horizons), 'second-vote')
  await insertSecondVote(trx, {
    organisationId: workshop.organisationId,
    roundId: id,
    workshopId: workshop.id,
    number,
    arguments: '{}',
    revealedReleaseId: null,
  })
  return { scene: JSON.stringify({ kind: 'progress' }), ...QUIET }
}

function voteInput(round: RoundRow, itemIds: readonly string[], horizons: readonly string[] | undefined) {
  const asked = horizonsOf(round)
  if (horizons?.some((horizon) => !asked.includes(horizon))) throw new ProblemError('unknown-horizon')
  return {
    title: round.title,
    instrument: { id: round.instrumentId, version: round.instrumentVersion },
    itemIds: [...new Set(itemIds)],
    period: round.period,
    horizons: horizons === undefined ? asked.slice(0, 1) : [...horizons],
    mode: round.mode,
    groups: JSON.parse(round.groups) as StakeholderGroup[],
    expected: round.expected,
    ...(round.mode === 'anonymous' ? { threshold: round.threshold } : {}),
    draft: false,
  }
}

/**
 * Notes the words that moved people at an item of a second vote; '' takes them away.
 *
 * @throws {ProblemError} `not-found`, `unknown-item`.
 */
export async function noteArgument(
  deps: RoundDeps,
  scope: Scope,
  workshopId: string,
  voteId: string,
  { itemId, text }: { itemId: string; text: string },
): Promise<void> {
  await withWorkshop(deps, scope, workshopId, async (trx, workshop) => {
    const votes = await listSecondVotes(trx, workshop.organisationId, workshop.id)
    const vote = votes.find(({ roundId }) => roundId === voteId)
    if (vote === undefined) throw new ProblemError('not-found')
    const itemIds = await listRoundItemIds(trx, workshop.organisationId, voteId)
    if (!itemIds.includes(itemId)) throw new ProblemError('unknown-item')
    const { [itemId]: _, ...others } = JSON.parse(vote.arguments) as Record<string, string>
    const kept = text === '' ? others : { ...others, [itemId]: text }
    await updateSecondVote(trx, workshop.organisationId, voteId, { arguments: JSON.stringify(kept) })
    await updateWorkshop(trx, workshop, {})
  })
}
