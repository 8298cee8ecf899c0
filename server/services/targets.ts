import type { Scope } from '../auth/scope.ts'
import type { AuditAction } from '../contract/audit.ts'
import type { Target, TargetInput } from '../contract/targets.ts'
import type { TargetRow } from '../db/company-tables.ts'
import type { Db, Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { deleteTarget, findTarget, listTargets, upsertTarget } from '../db/queries/targets.ts'
import type { Instruments } from '../instruments.ts'
import { ProblemError } from '../problem.ts'
import { findInstrumentFor } from './imported-instruments.ts'
import { inTurn, keepUnseenWords, type NetworkDeps } from './network-writes.ts'

/** What the rules of targets need. */
export interface TargetDeps extends NetworkDeps {
  readonly instruments: Instruments
}

/** Which target is meant: one for each dimension of an instrument. */
export interface TargetPlace {
  readonly instrument: string
  readonly dimension: string
}

/** What an organisation aims at in the dimensions of an instrument. */
export async function viewTargets(db: Db, scope: Scope, instrument: string): Promise<Target[]> {
  return (await listTargets(db, scope, instrument)).map(viewTarget)
}

/**
 * Sets or changes a target. The same again changes nothing, whatever its revision: a phone that did not hear the answer
 * sends again.
 *
 * @throws {ProblemError} `not-found` for a dimension that the instrument does not have, or one without scores, and for a
 *   change of a target that is not there; `unknown-instrument` for a version that is not there; `edited-meanwhile`.
 */
export async function setTarget(deps: TargetDeps, scope: Scope, at: TargetPlace, input: TargetInput): Promise<Target> {
  await checkPlace(deps, scope, at, input.version)
  const { organisationId, userId } = scope
  const { score, duePeriod, reason, version, revision } = input
  return inTurn(deps, scope, async (trx) => {
    const stored = await findTarget(trx, scope, at.instrument, at.dimension)
    const row: TargetRow = {
      organisationId,
      instrumentId: at.instrument,
      dimension: at.dimension,
      instrumentVersion: version,
      score,
      duePeriod,
      reason,
      editorId: userId,
      editedAt: deps.now().toISOString(),
      revision: (stored?.revision ?? 0) + 1,
    }
    if (stored !== undefined && isSame(stored, row)) return viewTarget(stored)
    keepUnseenWords(stored, revision)
    await upsertTarget(trx, row)
    await note(deps, trx, scope, 'target.set')
    return viewTarget((await findTarget(trx, scope, at.instrument, at.dimension)) ?? { ...row, editorName: null })
  })
}

/**
 * Takes a target away.
 *
 * @param revision the one that the remover saw; undefined takes away whatever stands there.
 * @throws {ProblemError} `not-found`; `edited-meanwhile`.
 */
export function removeTarget(
  deps: NetworkDeps,
  scope: Scope,
  { instrument, dimension }: TargetPlace,
  revision: number | undefined,
): Promise<void> {
  return inTurn(deps, scope, async (trx) => {
    const stored = await findTarget(trx, scope, instrument, dimension)
    if (stored === undefined) throw new ProblemError('not-found')
    keepUnseenWords(stored, revision ?? stored.revision)
    await deleteTarget(trx, scope, instrument, dimension)
    await note(deps, trx, scope, 'target.removed')
  })
}

function note({ now }: NetworkDeps, trx: Trx, scope: Scope, action: AuditAction): Promise<void> {
  const { organisationId, userId } = scope
  return insertAuditEvent(trx, { organisationId, userId, action, object: organisationId, at: now() })
}

async function checkPlace(
  { db, instruments }: TargetDeps,
  { organisationId }: Scope,
  { instrument, dimension }: TargetPlace,
  version: string,
): Promise<void> {
  // Another process may have taken it in a moment ago.
  await findInstrumentFor(db, instruments, organisationId, { id: instrument, version })
  const known = [...instruments.list(), ...instruments.listOwn(organisationId)]
  const versions = known.filter(({ id }) => id === instrument)
  if (!versions.some(({ scores, dimensions }) => scores && dimensions.includes(dimension)))
    throw new ProblemError('not-found')
  if (!versions.some((one) => one.version === version && one.dimensions.includes(dimension)))
    throw new ProblemError('unknown-instrument')
}

function isSame(stored: TargetRow, given: TargetRow): boolean {
  const keys = ['score', 'duePeriod', 'reason', 'instrumentVersion'] as const
  return keys.every((key) => stored[key] === given[key])
}

function viewTarget(row: TargetRow & { editorName: string | null }): Target {
  const { dimension, score, duePeriod, reason, instrumentVersion, editorName, editedAt, revision } = row
  return {
    dimension,
    score,
    duePeriod,
    reason,
    version: instrumentVersion,
    setBy: editorName,
    setAt: editedAt,
    revision,
  }
}
