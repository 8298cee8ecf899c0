import type { Scope } from '../auth/scope.ts'
import type { Database } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { findOrganisation } from '../db/queries/organisations.ts'
import { listNotedItems, listRoundsToExport, sheetPieces } from '../db/queries/round-exports.ts'
import { findRound, listRoundItemIds } from '../db/queries/rounds.ts'
import type { RoundRow } from '../db/tables.ts'
import type { RoundForReader, RoundWithoutQuestions } from '../export/round-files.ts'
import type { Instruments } from '../instruments.ts'
import { ProblemError } from '../problem.ts'
import { limitAttempts } from './attempts.ts'
import { readableRelease, readsEverything, resultsFor } from './hand-over.ts'

/** What taking rounds along needs. */
export interface RoundExportDeps {
  readonly database: Database
  readonly instruments: Instruments
  readonly now: () => Date
}

/** A table of 300,000 answers takes a second of one core: nobody needs one every minute. */
const FILES = { most: 120, windowMs: 3_600_000 }
const ALL_ROUNDS = { most: 10, windowMs: 3_600_000 }

/**
 * A round as a member may take it along, noted in the log. Released figures are for whoever reads the result. Answers by
 * name stand in open rounds only, and are for who runs rounds; on the sheet that a team fills in together every member
 * reads them anyway.
 *
 * @throws {ProblemError} `not-found`; `too-many-attempts`.
 */
export async function takeRound(deps: RoundExportDeps, scope: Scope, roundId: string): Promise<RoundForReader> {
  const { db } = deps.database
  const round = await findRound(db, scope, roundId)
  if (round === undefined) throw new ProblemError('not-found')
  const { organisationId, userId } = scope
  await limitAttempts(db, `export-round:${organisationId}:${userId}`, FILES, deps.now())
  const taken = await roundFor(deps, scope, round)
  await insertAuditEvent(db, { organisationId, userId, action: 'export.round', object: round.id, at: deps.now() })
  return taken
}

/**
 * The same for files that hold single answers and nothing else.
 *
 * @throws {ProblemError} `answers-stay-here` for an anonymous round; `not-allowed`.
 */
export async function takeAnswers(deps: RoundExportDeps, scope: Scope, roundId: string): Promise<RoundForReader> {
  const round = await findRound(deps.database.db, scope, roundId)
  if (round === undefined) throw new ProblemError('not-found')
  const withheld = withheldFrom(scope, round)
  if (withheld !== undefined) throw new ProblemError(withheld === 'role' ? 'not-allowed' : 'answers-stay-here')
  return takeRound(deps, scope, roundId)
}

/**
 * Every round of the organisation, for an owner, noted in the log; apart those whose questionnaire is gone.
 *
 * @throws {ProblemError} `too-many-attempts` from the eleventh within an hour.
 */
export async function takeAllRounds(
  deps: RoundExportDeps,
  scope: Scope,
): Promise<{ readonly rounds: readonly RoundForReader[]; readonly others: readonly RoundWithoutQuestions[] }> {
  const { db } = deps.database
  const { organisationId, userId } = scope
  await limitAttempts(db, `export-rounds:${organisationId}`, ALL_ROUNDS, deps.now())
  const rounds: RoundForReader[] = []
  const others: RoundWithoutQuestions[] = []
  for (const round of await listRoundsToExport(db, organisationId)) {
    if (deps.instruments.find(round.instrumentId, round.instrumentVersion) === undefined)
      others.push({ round, results: () => readResults(deps, scope, round.id) })
    else rounds.push(await roundFor(deps, scope, round))
  }
  await insertAuditEvent(db, {
    organisationId,
    userId,
    action: 'export.rounds',
    object: organisationId,
    at: deps.now(),
  })
  return { rounds, others }
}

/** Name of the organisation, for a file that says where it is from. */
export async function nameOfOrganisation({ database }: RoundExportDeps, scope: Scope): Promise<string> {
  return (await findOrganisation(database.db, scope))?.name ?? ''
}

function withheldFrom(scope: Scope, { mode, answering }: RoundRow): RoundForReader['withheld'] {
  if (mode === 'anonymous') return 'anonymous'
  return readsEverything(scope) || answering === 'together' ? undefined : 'role'
}

async function roundFor(deps: RoundExportDeps, scope: Scope, round: RoundRow): Promise<RoundForReader> {
  const { db } = deps.database
  const { organisationId } = scope
  const instrument = deps.instruments.find(round.instrumentId, round.instrumentVersion)
  if (instrument === undefined) throw new ProblemError('unknown-instrument')
  const itemIds = await listRoundItemIds(db, organisationId, round.id)
  const withheld = withheldFrom(scope, round)
  const noted = withheld === undefined ? await listNotedItems(db, organisationId, round.id) : []
  return {
    round,
    instrument,
    itemIds,
    noted: new Map(noted.map((row) => [row.itemId, row])),
    withheld,
    sheets: withheld === undefined ? () => sheetPieces(db, organisationId, round.id) : undefined,
    results: () => readResults(deps, scope, round.id),
  }
}

async function readResults({ database: { db } }: RoundExportDeps, scope: Scope, roundId: string) {
  const release = await readableRelease(db, scope, roundId)
  return release && resultsFor(db, scope, release)
}
