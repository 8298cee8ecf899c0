import type { Scope } from '../auth/scope.ts'
import { hashSecret, makeJoinCode, makeRandomId } from '../auth/secrets.ts'
import type { StakeholderGroup } from '../contract/common.ts'
import type { Results } from '../contract/results.ts'
import type { RoundDraft, RoundInput, RoundPurpose } from '../contract/rounds.ts'
import type { Trx } from '../db/open.ts'
import { findOrganisationById } from '../db/queries/organisations.ts'
import { deleteDisplays } from '../db/queries/presence.ts'
import { hasLostAnswers } from '../db/queries/releases.ts'
import { insertJoinCode } from '../db/queries/respondents.ts'
import { findRound, insertRound, lockRound, updateRound } from '../db/queries/rounds.ts'
import { countLateAnswers } from '../db/queries/sheets-of-round.ts'
import { hideRevealed } from '../db/queries/workshops.ts'
import type { RoundRow } from '../db/tables.ts'
import type { LoadedInstrument } from '../instruments.ts'
import { ProblemError } from '../problem.ts'
import { LOWEST_THRESHOLD } from '../release/rules.ts'
import { openTeamSheet, refuseTogether } from './company-life.ts'
import { findInstrumentFor } from './imported-instruments.ts'
import { chooseAgain } from './plan-items.ts'
import { releaseRound } from './releases.ts'
import { tellRoom } from './rooms.ts'
import { checkDates, dueAfterOpening } from './round-dates.ts'
import { auditMove, holdForMove, type Mover, type RoundDeps } from './round-moves.ts'

/** Makes a round with its frozen list of items; it opens at once unless it is a draft. */
export function createRound(
  deps: RoundDeps,
  scope: Scope,
  input: RoundDraft,
): Promise<{ id: string; code: string | null }> {
  return deps.database.db.transaction().execute((trx) => createWithin(deps, trx, scope, input, 'assessment'))
}

/** The same inside the caller's transaction, also for a second vote or a rehearsal. */
export async function createWithin(
  deps: RoundDeps,
  trx: Trx,
  scope: Mover,
  input: RoundDraft,
  purpose: RoundPurpose,
): Promise<{ id: string; code: string | null }> {
  const instrument = await findInstrumentFor(trx, deps.instruments, scope.organisationId, input.instrument)
  if (instrument === undefined) throw new ProblemError('unknown-instrument')
  const itemIds = itemsOf(instrument, input)
  const horizons = instrument.horizons.filter((horizon) => input.horizons.includes(horizon))
  const unknown = input.horizons.filter((horizon) => !instrument.horizons.includes(horizon))
  if (unknown.length > 0)
    throw new ProblemError('unknown-horizon', {
      errors: [{ pointer: '#/horizons', detail: `one of: ${instrument.horizons.join(', ')}` }],
    })
  checkDates(deps, input)
  const organisation = await findOrganisationById(trx, scope.organisationId)
  const texts = instrument.texts[organisation?.locale === 'en' ? 'en' : 'nl']
  const isTogether = input.answering === 'together'
  const round = {
    organisationId: scope.organisationId,
    id: makeRandomId(),
    title: input.title ?? `${texts.title} ${input.period}`,
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    period: input.period,
    horizons: JSON.stringify(horizons),
    mode: input.mode,
    groups: JSON.stringify(isTogether ? [] : [...new Set<StakeholderGroup>(input.groups)]),
    expected: isTogether ? null : (input.expected ?? null),
    threshold: input.mode === 'open' ? 1 : (input.threshold ?? LOWEST_THRESHOLD),
    state: 'draft' as const,
    code: null,
    createdAt: deps.now().toISOString(),
    openedAt: null,
    closesAt: null,
    closedAt: null,
    purpose,
    answering: input.answering ?? ('each' as const),
    plannedOpenAt: input.draft ? (input.plannedOpenAt ?? null) : null,
    dueAt: input.dueAt ?? null,
    remindedAt: null,
    planId: input.planId ?? null,
    remindDays: JSON.stringify(input.remindDays ?? []),
  }
  await insertRound(trx, round, itemIds)
  await auditMove(deps, trx, scope, 'round.create', round.id)
  return { id: round.id, code: input.draft ? null : await open(deps, trx, scope, round) }
}

function itemsOf(instrument: LoadedInstrument, input: Pick<RoundInput, 'itemIds' | 'variant'>): string[] {
  const known = instrument.items.map(({ id }) => id)
  if (input.itemIds === undefined) {
    return instrument.items.filter(({ inPulse }) => input.variant === 'full' || inPulse).map(({ id }) => id)
  }
  const faults = input.itemIds.flatMap((id, index) => {
    if (!known.includes(id)) return [{ pointer: `#/itemIds/${index}`, detail: 'is not in the instrument' }]
    return input.itemIds?.indexOf(id) === index ? [] : [{ pointer: `#/itemIds/${index}`, detail: `${id} stands twice` }]
  })
  const isUnknown = input.itemIds.some((id) => !known.includes(id))
  if (faults.length > 0) throw new ProblemError(isUnknown ? 'unknown-item' : 'invalid-request', { errors: faults })
  return input.itemIds
}

/** Opens a draft, or a closed round again: then answers that came late are counted in. */
export async function openRound(deps: RoundDeps, scope: Scope, roundId: string): Promise<void> {
  await deps.database.db.transaction().execute(async (trx) => {
    await refuseSecondVote(trx, scope, roundId)
    await openWithin(deps, trx, scope, roundId)
  })
  await tellRoom({ db: deps.database.db, live: deps.live }, scope.organisationId, roundId, 'changed')
}

/** The same inside the caller's transaction; the caller tells the room afterwards. */
export async function openWithin(deps: RoundDeps, trx: Trx, scope: Mover, roundId: string): Promise<void> {
  const round = await holdForMove(deps, trx, scope, roundId, 'open')
  // Without the answers of before, a next result beside this one could tell what one person said.
  if (round.mode === 'anonymous' && (await hasLostAnswers(trx, round.organisationId, round.id)))
    throw new ProblemError('answers-gone')
  // Between the end of the grace and the clock answers come late too.
  if (round.state !== 'draft' && round.answering === 'each') await countLateAnswers(trx, round.organisationId, round.id)
  // Who comes in now must not see figures before giving an answer.
  if (round.state === 'closed') await hideRevealed(trx, round.organisationId, round.id)
  await chooseAgain(deps, trx, round)
  await open(deps, trx, scope, round)
}

/** A second vote is opened once, by its workshop; after it is shown, a next one is a vote of its own. */
async function refuseSecondVote(trx: Trx, scope: Scope, roundId: string): Promise<void> {
  if ((await findRound(trx, scope, roundId))?.purpose === 'second-vote') throw new ProblemError('round-not-open')
}

async function open(
  deps: RoundDeps,
  trx: Trx,
  scope: Mover,
  round: Pick<RoundRow, 'organisationId' | 'id' | 'openedAt' | 'code' | 'dueAt' | 'answering' | 'horizons'>,
): Promise<string | null> {
  const isTogether = round.answering === 'together'
  if (isTogether) await openTeamSheet(deps, trx, round)
  // Into the sheet of a team come members only.
  const code = isTogether ? null : await joinCodeFor(trx, round)
  const openedAt = round.openedAt ?? deps.now().toISOString()
  await updateRound(trx, round.organisationId, round.id, {
    state: 'open',
    code,
    openedAt,
    closesAt: null,
    closedAt: null,
    dueAt: dueAfterOpening(deps, round),
  })
  await auditMove(deps, trx, scope, 'round.open', round.id)
  return code
}

/** The code that the round had, so that what stands on the wall stays good; a new one when there is none. */
async function joinCodeFor(trx: Trx, round: Pick<RoundRow, 'organisationId' | 'id' | 'code'>): Promise<string> {
  const of = { organisationId: round.organisationId, roundId: round.id }
  for (let code = round.code ?? makeJoinCode(); ; code = makeJoinCode()) {
    if (await insertJoinCode(trx, of, hashSecret(code))) return code
  }
}

/** Puts a closed round away: it is read only from then on. */
export async function archiveRound(deps: RoundDeps, scope: Scope, roundId: string): Promise<void> {
  const ended = await deps.database.db.transaction().execute(async (trx) => {
    await refuseSecondVote(trx, scope, roundId)
    const round = await holdForMove(deps, trx, scope, roundId, 'archived')
    await updateRound(trx, round.organisationId, round.id, { state: 'archived' })
    const hashes = await deleteDisplays(trx, round.organisationId, [round.id])
    await auditMove(deps, trx, scope, 'round.archive', round.id)
    return hashes
  })
  deps.live.endLines(...ended)
}

/**
 * Releases what may be shown now, while the round goes on.
 *
 * @throws {ProblemError} `nothing-to-release` when nobody answered; `round-not-open` for a draft.
 */
export async function makeInterimRelease(deps: RoundDeps, scope: Scope, roundId: string): Promise<Results> {
  const results = await deps.database.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, scope.organisationId, roundId, deps.database.kind)
    if (round === undefined) throw new ProblemError('not-found')
    if (round.state === 'draft') throw new ProblemError('round-not-open')
    if (round.state === 'closed' || round.state === 'archived') throw new ProblemError('round-closed')
    refuseTogether(round, 'sign-off-needed')
    const results = await releaseRound(deps, trx, round, false)
    if (results === undefined) throw new ProblemError('nothing-to-release')
    await auditMove(deps, trx, scope, 'round.release', results.release.id)
    return results
  })
  await tellRoom({ db: deps.database.db, live: deps.live }, scope.organisationId, roundId, 'released')
  return results
}
