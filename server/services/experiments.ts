import type { Scope } from '../auth/scope.ts'
import type { Experiment, ExperimentInput } from '../contract/networks.ts'
import type { Trx } from '../db/open.ts'
import {
  deleteExperiment,
  findExperiment,
  findExperimentOfPeriod,
  findParty,
  insertExperiment,
  updateExperiment,
} from '../db/queries/networks.ts'
import type { ExperimentRow } from '../db/tables.ts'
import { daysBetween, MOST_EXPERIMENT_DAYS } from '../domain/experiment.ts'
import { ProblemError } from '../problem.ts'
import { inTurn, keepUnseenWords, type NetworkDeps, noteRemoval } from './network-writes.ts'

/**
 * Adds or changes the experiment of a quarter. The same content again changes nothing, whatever its revision.
 *
 * @throws {ProblemError} `experiment-too-long`; `experiment-exists` when its quarter has another; `edited-meanwhile`;
 *   `not-found` for a change of an experiment that is not there, and for a partner that is none.
 */
export function saveExperiment(
  deps: NetworkDeps,
  scope: Scope,
  id: string,
  { revision, ...content }: ExperimentInput,
): Promise<Experiment> {
  if (daysBetween(content.startsOn, content.endsOn) > MOST_EXPERIMENT_DAYS) {
    throw new ProblemError('experiment-too-long')
  }
  return inTurn(deps, scope, async (trx) => {
    const stored = await findExperiment(trx, scope, id)
    const row = { ...content, organisationId: scope.organisationId, id, revision: (stored?.revision ?? 0) + 1 }
    if (stored !== undefined && isSame(stored, row)) return experimentOf(stored)
    keepUnseenWords(stored, revision)
    await keepOneEachQuarter(trx, scope, row)
    await knowPartner(trx, scope, row)
    await (stored === undefined ? insertExperiment(trx, row) : updateExperiment(trx, row))
    return experimentOf(row)
  })
}

/**
 * Removes an experiment.
 *
 * @param revision the one that the remover saw; undefined removes whatever stands there.
 * @throws {ProblemError} `not-found`; `edited-meanwhile`.
 */
export function removeExperiment(
  deps: NetworkDeps,
  scope: Scope,
  id: string,
  revision: number | undefined,
): Promise<void> {
  return inTurn(deps, scope, async (trx) => {
    const stored = await findExperiment(trx, scope, id)
    if (stored === undefined) throw new ProblemError('not-found')
    keepUnseenWords(stored, revision ?? stored.revision)
    await deleteExperiment(trx, scope, id)
    await noteRemoval(deps, trx, scope, 'network.experiment-removed', id)
  })
}

/** An experiment as it travels. */
export function experimentOf(row: ExperimentRow): Experiment {
  const { organisationId: _, ...experiment } = row
  return experiment
}

async function keepOneEachQuarter(trx: Trx, scope: Scope, { id, period }: ExperimentRow): Promise<void> {
  const other = await findExperimentOfPeriod(trx, scope, period)
  if (other !== undefined && other !== id) throw new ProblemError('experiment-exists')
}

async function knowPartner(trx: Trx, scope: Scope, { partyId }: ExperimentRow): Promise<void> {
  if (partyId === null || (await findParty(trx, scope, partyId)) !== undefined) return
  throw new ProblemError('not-found', { errors: [{ pointer: '#/partyId', detail: 'there is no such party' }] })
}

function isSame(stored: ExperimentRow, given: ExperimentRow): boolean {
  return CONTENT.every((field) => stored[field] === given[field])
}

const CONTENT = [
  'period',
  'partyId',
  'hypothesis',
  'smallestTest',
  'measure',
  'startsOn',
  'endsOn',
  'outcome',
  'learned',
] as const satisfies readonly (keyof ExperimentRow)[]
