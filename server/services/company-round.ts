import type { Scope } from '../auth/scope.ts'
import type { Database, Db, Trx } from '../db/open.ts'
import { findRound, listRoundItemIds, lockRound } from '../db/queries/rounds.ts'
import type { RoundRow } from '../db/tables.ts'
import type { Instruments, LoadedInstrument } from '../instruments.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'
import { findInstrumentOfRound } from './imported-instruments.ts'
import type { AskedForm } from './place-operations.ts'

/** What the rules of a sheet that a team fills in together need. */
export interface CompanyDeps {
  readonly database: Database
  readonly instruments: Instruments
  readonly now: () => Date
  readonly live: Live
}

/** What such a round asks. */
export interface CompanyForm extends AskedForm {
  readonly itemIds: readonly string[]
  readonly instrument: LoadedInstrument
}

/**
 * A round that a team answers together.
 *
 * @throws {ProblemError} `not-found` when there is none, or everybody fills in a sheet of their own in it.
 */
export async function findCompanyRound(db: Db, scope: Scope, roundId: string): Promise<RoundRow> {
  return together(await findRound(db, scope, roundId))
}

/** The same, held against every other writer and against closing until the transaction ends. */
export async function lockCompanyRound(
  { database }: Pick<CompanyDeps, 'database'>,
  trx: Trx,
  scope: Scope,
  roundId: string,
): Promise<RoundRow> {
  return together(await lockRound(trx, scope.organisationId, roundId, database.kind))
}

function together(round: RoundRow | undefined): RoundRow {
  if (round?.answering !== 'together') throw new ProblemError('not-found')
  return round
}

/** What the round asks, in asked order. */
export async function formOf(
  { instruments }: Pick<CompanyDeps, 'instruments'>,
  db: Db,
  round: RoundRow,
): Promise<CompanyForm> {
  const instrument = await findInstrumentOfRound(db, instruments, round)
  if (instrument === undefined) throw new ProblemError('unknown-instrument')
  const itemIds = await listRoundItemIds(db, round.organisationId, round.id)
  return {
    itemIds,
    instrument,
    places: new Map(itemIds.map((id, index) => [id, index])),
    horizons: JSON.parse(round.horizons) as string[],
    scale: instrument.scale,
  }
}

/**
 * Makes sure that what goes with a question may still change.
 *
 * @throws {ProblemError} `round-not-open` for a draft; `round-closed` once it was signed off.
 */
export function refuseUnlessOpen({ state }: Pick<RoundRow, 'state'>): void {
  if (state === 'draft') throw new ProblemError('round-not-open')
  if (state !== 'open') throw new ProblemError('round-closed')
}
