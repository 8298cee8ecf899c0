import * as z from 'zod'
import type { Scope } from '../auth/scope.ts'
import { makeRandomId } from '../auth/secrets.ts'
import { StakeholderGroup } from '../contract/common.ts'
import type { RoundPlan, RoundPlanInput } from '../contract/planning.ts'
import type { RoundPlanRow } from '../db/company-tables.ts'
import type { Trx } from '../db/open.ts'
import { lockOrganisation } from '../db/queries/organisations.ts'
import { deletePlan, findPlan, upsertPlan } from '../db/queries/plans.ts'
import { updateRound } from '../db/queries/rounds.ts'
import { ProblemError } from '../problem.ts'
import { findInstrumentFor } from './imported-instruments.ts'
import { holdDrafts, prepareWithin, refitDrafts } from './plan-drafts.ts'
import { newestVersion } from './plan-items.ts'
import { auditMove, type RoundDeps } from './round-moves.ts'

/** A rhythm as it travels. */
export function planOf(row: RoundPlanRow): RoundPlan {
  return {
    id: row.id,
    instrument: row.instrumentId,
    horizons: z.array(z.string()).parse(JSON.parse(row.horizons)),
    usual: row.usual,
    fullQuarter: row.fullQuarter,
    mode: row.mode,
    answering: row.answering,
    groups: z.array(StakeholderGroup).parse(JSON.parse(row.groups)),
    expected: row.expected,
    opens: { from: row.opensFrom, days: row.opensDays },
    openDays: row.openDays,
    remindDays: z.array(z.int()).parse(JSON.parse(row.remindDays)),
    revision: row.revision,
  }
}

/**
 * Sets or changes the rhythm in which an organisation holds its rounds. What is near is prepared at once, and rounds that
 * were prepared and not opened go along. The same content again changes nothing.
 *
 * @throws {ProblemError} `unknown-instrument`, `unknown-horizon`; `edited-meanwhile`; `not-found` for a change of a
 *   rhythm that was ended.
 */
export async function savePlan(deps: RoundDeps, scope: Scope, input: RoundPlanInput): Promise<RoundPlan> {
  return deps.database.db.transaction().execute(async (trx) => {
    await lockOrganisation(trx, scope)
    await checkInstrument(deps, trx, scope, input)
    const stored = await findPlan(trx, scope.organisationId)
    const row = rowOf(deps, scope, input, stored)
    if (stored !== undefined && isSame(stored, row)) return planOf(stored)
    if (stored === undefined && input.revision !== 0) throw new ProblemError('not-found')
    if (stored !== undefined && stored.revision !== input.revision) throw new ProblemError('edited-meanwhile')
    await upsertPlan(trx, row)
    await auditMove(deps, trx, scope, stored === undefined ? 'plan.made' : 'plan.changed', row.id)
    if (stored !== undefined) await refitDrafts(deps, trx, stored, row)
    await prepareWithin(deps, trx, row, scope)
    return planOf(row)
  })
}

/**
 * Ends the rhythm, if there is one. Rounds that it prepared stay as drafts that do not open by themselves any more; open
 * ones go on.
 *
 * @param revision the one that was seen; undefined ends whatever stands there.
 * @throws {ProblemError} `edited-meanwhile`.
 */
export async function endPlan(deps: RoundDeps, scope: Scope, revision: number | undefined): Promise<void> {
  await deps.database.db.transaction().execute(async (trx) => {
    await lockOrganisation(trx, scope)
    const stored = await findPlan(trx, scope.organisationId)
    if (stored === undefined) return
    if (revision !== undefined && revision !== stored.revision) throw new ProblemError('edited-meanwhile')
    for (const { id } of await holdDrafts(deps, trx, stored))
      await updateRound(trx, scope.organisationId, id, { plannedOpenAt: null })
    await deletePlan(trx, stored)
    await auditMove(deps, trx, scope, 'plan.ended', stored.id)
  })
}

async function checkInstrument(
  { instruments }: RoundDeps,
  trx: Trx,
  { organisationId }: Scope,
  { instrument: id, horizons }: RoundPlanInput,
): Promise<void> {
  const version = newestVersion(instruments, organisationId, id)?.version ?? ''
  const instrument = await findInstrumentFor(trx, instruments, organisationId, { id, version })
  if (instrument === undefined) throw new ProblemError('unknown-instrument')
  if (!horizons.every((horizon) => instrument.horizons.includes(horizon))) throw new ProblemError('unknown-horizon')
}

function rowOf(
  { now }: RoundDeps,
  { organisationId }: Scope,
  input: RoundPlanInput,
  stored: RoundPlanRow | undefined,
): RoundPlanRow {
  return {
    organisationId,
    id: stored?.id ?? makeRandomId(),
    instrumentId: input.instrument,
    horizons: JSON.stringify(input.horizons),
    mode: input.mode,
    answering: input.answering,
    groups: JSON.stringify([...new Set(input.groups)]),
    expected: input.expected,
    usual: input.usual,
    fullQuarter: input.fullQuarter,
    opensFrom: input.opens.from,
    opensDays: input.opens.days,
    openDays: input.openDays,
    remindDays: JSON.stringify(input.remindDays.toSorted((a, b) => b - a)),
    changedAt: now().toISOString(),
    revision: (stored?.revision ?? 0) + 1,
  }
}

function isSame(stored: RoundPlanRow, given: RoundPlanRow): boolean {
  return JSON.stringify({ ...planOf(stored), revision: 0 }) === JSON.stringify({ ...planOf(given), revision: 0 })
}
