import { makeSortedId } from '../auth/secrets.ts'
import type { Results } from '../contract/results.ts'
import type { Database, Trx } from '../db/open.ts'
import {
  findNewestRelease,
  insertRelease,
  listContributors,
  listContributorsOfReleases,
  listSheetsOfRound,
  markFinal,
  markNewerAnswers,
} from '../db/queries/releases.ts'
import { listRoundItemIds } from '../db/queries/rounds.ts'
import type { ReleaseRow, RoundRow } from '../db/tables.ts'
import { type Instruments, instrumentOfRound } from '../instruments.ts'
import { ProblemError } from '../problem.ts'
import { makeRelease } from '../release/release.ts'
import { rulesOf } from '../release/rules.ts'
import { changesSince } from './changes.ts'

/** What making a release needs beside the transaction. */
export interface ReleaseDeps {
  readonly database: Database
  readonly instruments: Instruments
  readonly now: () => Date
}

/**
 * Freezes what may be shown of a round now, inside the caller's transaction.
 *
 * A final release also says what changed since earlier rounds. An interim one does not: two words about nearly the same
 * people would tell of those who came in between.
 *
 * @returns the new release, or the earlier one that stands because too few answers came since; undefined when nobody
 * has answered.
 */
export async function releaseRound(
  deps: ReleaseDeps,
  trx: Trx,
  round: RoundRow,
  isFinal: boolean,
): Promise<Results | undefined> {
  const contributors = await listSheetsOfRound(trx, round.organisationId, round.id)
  const earlier = await listContributorsOfReleases(trx, round.organisationId, round.id)
  const instrument = deps.instruments.find(round.instrumentId, round.instrumentVersion)
  if (instrument === undefined) throw new ProblemError('unknown-instrument')
  const itemIds = await listRoundItemIds(trx, round.organisationId, round.id)
  const horizons = JSON.parse(round.horizons) as string[]
  const made = makeRelease({
    instrument: { ...instrumentOfRound(instrument, itemIds), horizons },
    groups: JSON.parse(round.groups) as string[],
    contributors,
    earlier,
    rules: rulesOf(round.mode, round.threshold, round.purpose !== 'second-vote'),
  })
  const newest = await findNewestRelease(trx, round.organisationId, round.id)
  if (made === undefined || made.figures.n === 0) {
    if (newest === undefined) return undefined
    if (isFinal && newest.final === 0) {
      const figures = resultsOf(newest)
      const { organisationId } = round
      const counted = { id: newest.id, figures, contributors: await listContributors(trx, organisationId, newest.id) }
      newest.document = JSON.stringify({ ...figures, changes: await changesSince(deps, trx, round, counted) })
      newest.final = 1
      await markFinal(trx, organisationId, newest.id, newest.document)
    }
    if (made !== undefined || hasChanged(contributors, earlier.at(-1) ?? [])) {
      await markNewerAnswers(trx, round.organisationId, newest.id)
      return resultsOf({ ...newest, newerAnswers: 1 })
    }
    return resultsOf(newest)
  }
  const release = {
    organisationId: round.organisationId,
    id: makeSortedId(),
    roundId: round.id,
    number: (newest?.number ?? 0) + 1,
    madeAt: deps.now().toISOString(),
    final: isFinal ? 1 : 0,
    newerAnswers: made.isHoldingBack ? 1 : 0,
  }
  const { id, number, madeAt } = release
  const document: Results = {
    release: {
      id,
      number,
      madeAt,
      final: isFinal,
      instrument: { id: round.instrumentId, version: round.instrumentVersion },
      period: round.period,
      title: round.title,
    },
    mode: round.mode,
    ...made.figures,
    newerAnswers: made.isHoldingBack,
    changes: isFinal ? await changesSince(deps, trx, round, { id, ...made }) : [],
  }
  const row = { ...release, document: JSON.stringify(document) }
  await insertRelease(trx, row, made.cells, made.contributors)
  return document
}

function hasChanged(
  current: readonly { respondentId: string; answers: string }[],
  latest: readonly { respondentId: string; answers: string }[],
): boolean {
  const before = new Map(latest.map(({ respondentId, answers }) => [respondentId, answers]))
  return current.some(
    ({ respondentId, answers }) => (before.get(respondentId) ?? '.'.repeat(answers.length)) !== answers,
  )
}

/** The document of a stored release, with what was noticed since: newer answers, and that it is the last one. */
export function resultsOf(row: ReleaseRow): Results {
  const results = JSON.parse(row.document) as Results
  const release = { ...results.release, final: row.final === 1 }
  // Releases of before this was computed have none.
  return { ...results, release, newerAnswers: row.newerAnswers === 1, changes: results.changes ?? [] }
}
