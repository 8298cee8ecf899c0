import type { Scope } from '../auth/scope.ts'
import { hashSecret, makeJoinCode, makeRandomId } from '../auth/secrets.ts'
import type { StakeholderGroup } from '../contract/common.ts'
import type { Results } from '../contract/results.ts'
import type { RoundInput, RoundState } from '../contract/rounds.ts'
import type { Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { findOrganisation } from '../db/queries/organisations.ts'
import { deleteJoinCodes, insertJoinCode } from '../db/queries/respondents.ts'
import { insertRound, listRoundsToClose, lockRound, updateRound } from '../db/queries/rounds.ts'
import { countLateAnswers, forgetOperations } from '../db/queries/sheets-of-round.ts'
import type { RoundRow } from '../db/tables.ts'
import type { LoadedInstrument } from '../instruments.ts'
import { ProblemError } from '../problem.ts'
import { LOWEST_THRESHOLD } from '../release/rules.ts'
import { type ReleaseDeps, releaseRound } from './releases.ts'
import { canMove } from './round-life.ts'

/** Makes a round with its frozen list of items; it opens at once unless it is a draft. */
export async function createRound(
  deps: ReleaseDeps,
  scope: Scope,
  input: RoundInput,
): Promise<{ id: string; code: string | null }> {
  const instrument = deps.instruments.find(input.instrument.id, input.instrument.version)
  if (instrument === undefined) throw new ProblemError('unknown-instrument')
  const itemIds = itemsOf(instrument, input)
  const horizons = instrument.horizons.filter((horizon) => input.horizons.includes(horizon))
  const unknown = input.horizons.filter((horizon) => !instrument.horizons.includes(horizon))
  if (unknown.length > 0)
    throw new ProblemError('unknown-horizon', { errors: [{ pointer: '#/horizons', detail: unknown.join(', ') }] })
  const now = deps.now().toISOString()
  const organisation = await findOrganisation(deps.database.db, scope)
  const texts = instrument.texts[organisation?.locale === 'en' ? 'en' : 'nl']
  const round = {
    organisationId: scope.organisationId,
    id: makeRandomId(),
    title: input.title ?? `${texts.title} ${input.period}`,
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    period: input.period,
    horizons: JSON.stringify(horizons),
    mode: input.mode,
    groups: JSON.stringify([...new Set<StakeholderGroup>(input.groups)]),
    expected: input.expected ?? null,
    threshold: input.mode === 'open' ? 1 : (input.threshold ?? LOWEST_THRESHOLD),
    state: 'draft' as const,
    code: null,
    createdAt: now,
    openedAt: null,
    closesAt: null,
    closedAt: null,
  }
  return deps.database.db.transaction().execute(async (trx) => {
    await insertRound(trx, round, itemIds)
    await audit(deps, trx, scope, 'round.create', round.id)
    return { id: round.id, code: input.draft ? null : await open(deps, trx, scope, round) }
  })
}

function itemsOf(instrument: LoadedInstrument, input: RoundInput): string[] {
  const known = instrument.items.map(({ id }) => id)
  if (input.itemIds === undefined) {
    return instrument.items.filter(({ inPulse }) => input.variant === 'full' || inPulse).map(({ id }) => id)
  }
  const faults = input.itemIds.flatMap((id, index) => {
    if (!known.includes(id)) return [{ pointer: `#/itemIds/${index}`, detail: `${id} is not in the instrument` }]
    return input.itemIds?.indexOf(id) === index ? [] : [{ pointer: `#/itemIds/${index}`, detail: `${id} stands twice` }]
  })
  const isUnknown = input.itemIds.some((id) => !known.includes(id))
  if (faults.length > 0) throw new ProblemError(isUnknown ? 'unknown-item' : 'invalid-request', { errors: faults })
  return input.itemIds
}

/** Opens a draft, or a closed round again: then answers that came late are counted in. */
export function openRound(deps: ReleaseDeps, scope: Scope, roundId: string): Promise<void> {
  return move(deps, scope, roundId, 'open', async (trx, round) => {
    if (round.state === 'closed') await countLateAnswers(trx, round.organisationId, round.id)
    await open(deps, trx, scope, round)
  })
}

async function open(
  deps: ReleaseDeps,
  trx: Trx,
  scope: Scope,
  round: Pick<RoundRow, 'organisationId' | 'id' | 'openedAt' | 'code'>,
): Promise<string> {
  const code = round.code ?? (await newJoinCode(trx, round))
  const openedAt = round.openedAt ?? deps.now().toISOString()
  await updateRound(trx, round.organisationId, round.id, {
    state: 'open',
    code,
    openedAt,
    closesAt: null,
    closedAt: null,
  })
  await audit(deps, trx, scope, 'round.open', round.id)
  return code
}

async function newJoinCode(trx: Trx, round: Pick<RoundRow, 'organisationId' | 'id'>): Promise<string> {
  for (;;) {
    const code = makeJoinCode()
    if (await insertJoinCode(trx, { organisationId: round.organisationId, roundId: round.id }, hashSecret(code)))
      return code
  }
}

/**
 * Closes a round: at once, or after minutes of grace in which phones may still deliver what they hold.
 *
 * @returns the final release; undefined while the grace runs, or when nobody answered.
 */
export async function closeRound(
  deps: ReleaseDeps,
  scope: Scope,
  roundId: string,
  graceMinutes: number,
): Promise<Results | undefined> {
  let results: Results | undefined
  await move(deps, scope, roundId, graceMinutes > 0 ? 'closing' : 'closed', async (trx, round) => {
    if (graceMinutes === 0) results = await finishClosing(deps, trx, round)
    else {
      const closesAt = new Date(deps.now().getTime() + graceMinutes * 60_000).toISOString()
      await deleteJoinCodes(trx, round.organisationId, round.id)
      await updateRound(trx, round.organisationId, round.id, { state: 'closing', code: null, closesAt })
    }
    await audit(deps, trx, scope, 'round.close', round.id)
  })
  return results
}

async function finishClosing(deps: ReleaseDeps, trx: Trx, round: RoundRow): Promise<Results | undefined> {
  const closedAt = deps.now().toISOString()
  await deleteJoinCodes(trx, round.organisationId, round.id)
  await updateRound(trx, round.organisationId, round.id, { state: 'closed', code: null, closesAt: null, closedAt })
  const results = await releaseRound(deps, trx, round, true)
  await forgetOperations(trx, round.organisationId, round.id)
  return results
}

/** Closes every round whose grace is over. Any process may do it, at any time: the second finds nothing to do. */
export async function closeDueRounds(deps: ReleaseDeps): Promise<void> {
  for (const { organisationId, id } of await listRoundsToClose(deps.database.db, deps.now().toISOString())) {
    await deps.database.db.transaction().execute(async (trx) => {
      const round = await lockRound(trx, organisationId, id, deps.database.kind)
      const isDue = round?.state === 'closing' && round.closesAt !== null && round.closesAt <= deps.now().toISOString()
      if (round !== undefined && isDue) await finishClosing(deps, trx, round)
    })
  }
}

/** Puts a closed round away: it is read only from then on. */
export function archiveRound(deps: ReleaseDeps, scope: Scope, roundId: string): Promise<void> {
  return move(deps, scope, roundId, 'archived', async (trx, round) => {
    await updateRound(trx, round.organisationId, round.id, { state: 'archived' })
    await audit(deps, trx, scope, 'round.archive', round.id)
  })
}

/**
 * Releases what may be shown now, while the round goes on.
 *
 * @throws {ProblemError} `nothing-to-release` when nobody answered; `round-not-open` for a draft.
 */
export async function makeInterimRelease(deps: ReleaseDeps, scope: Scope, roundId: string): Promise<Results> {
  return deps.database.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, scope.organisationId, roundId, deps.database.kind)
    if (round === undefined) throw new ProblemError('not-found')
    if (round.state === 'draft') throw new ProblemError('round-not-open')
    if (round.state === 'closed' || round.state === 'archived') throw new ProblemError('round-closed')
    const results = await releaseRound(deps, trx, round, false)
    if (results === undefined) throw new ProblemError('nothing-to-release')
    await audit(deps, trx, scope, 'round.release', results.release.id)
    return results
  })
}

async function move(
  deps: ReleaseDeps,
  scope: Scope,
  roundId: string,
  to: RoundState,
  act: (trx: Trx, round: RoundRow) => Promise<void>,
): Promise<void> {
  await deps.database.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, scope.organisationId, roundId, deps.database.kind)
    if (round === undefined) throw new ProblemError('not-found')
    if (!canMove(round.state, to)) {
      throw new ProblemError(to === 'open' || round.state === 'draft' ? 'round-not-open' : 'round-closed', {
        detail: `A round that is ${round.state} cannot become ${to}.`,
      })
    }
    await act(trx, round)
  })
}

async function audit(deps: ReleaseDeps, trx: Trx, scope: Scope, action: string, object: string): Promise<void> {
  await insertAuditEvent(trx, {
    organisationId: scope.organisationId,
    at: deps.now(),
    userId: scope.userId,
    action,
    object,
  })
}
