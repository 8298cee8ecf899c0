import type { ReleaseChange, Results } from '../contract/results.ts'
import type { Trx } from '../db/open.ts'
import {
  type FinalRelease,
  findRelease,
  listBaselineRounds,
  listContributors,
  listFinalReleases,
  listReleasesNaming,
  updateDocument,
} from '../db/queries/releases.ts'
import { listRespondentNames } from '../db/queries/respondents.ts'
import { listRoundItemIds } from '../db/queries/rounds.ts'
import type { RoundRow } from '../db/tables.ts'
import { comparableItems } from '../domain/lineage.ts'
import { comparePeriods } from '../domain/periods.ts'
import { type Instruments, instrumentOfRound, type LoadedInstrument } from '../instruments.ts'
import { lineagesBetween } from '../lineage.ts'
import { changesBetween, seedOf } from '../release/changes.ts'
import type { ComparedRound } from '../release/compared.ts'
import type { Contributor } from '../release/contributors.ts'
import { rulesOf } from '../release/rules.ts'

/** A final release of the round at hand, as far as changes are counted from it. */
export interface LaterRelease {
  readonly id: string
  readonly figures: Pick<Results, 'horizons' | 'suppressed'>
  readonly contributors: readonly Contributor[]
}

/**
 * What changed since earlier rounds, for the final release of a round, inside the caller's transaction: since the newest
 * earlier round, and since every one that something was built on (`listBaselineRounds`); the newest first.
 *
 * An earlier round is another assessment of the organisation with the same instrument, in this version or in one from which
 * a lineage leads here, that is closed with a final release, of an earlier period, or of the same period and opened before. Second votes and rehearsals have none, and nor
 * has an instrument without scores: of it there is nothing that a word for change could rest on.
 */
export async function changesSince(
  deps: { readonly instruments: Instruments; readonly now: () => Date },
  trx: Trx,
  round: RoundRow,
  release: LaterRelease,
): Promise<ReleaseChange[]> {
  const instrument = deps.instruments.find(round.instrumentId, round.instrumentVersion)
  if (round.purpose !== 'assessment' || instrument === undefined || !instrument.scores) return []
  const closed = await listFinalReleases(trx, round, round.closedAt ?? deps.now().toISOString())
  const earlier = closed.filter((one) => isEarlier(one, round)).toSorted(newestFirst)
  if (earlier.length === 0) return []
  const baselines = new Set(await listBaselineRounds(trx, round.organisationId))
  const after = await comparedOf(trx, { ...round, roundId: round.id }, instrument, release)
  const changes: ReleaseChange[] = []
  for (const one of earlier.filter(({ roundId }, place) => place === 0 || baselines.has(roundId))) {
    const row = await findRelease(trx, round.organisationId, one.releaseId)
    const theirs = deps.instruments.find(round.instrumentId, one.instrumentVersion)
    const lineages = theirs && lineagesBetween(deps.instruments, theirs, instrument)
    if (row === undefined || theirs === undefined || lineages === undefined) continue
    const figures = JSON.parse(row.document) as Results
    const contributors = await listContributors(trx, round.organisationId, one.releaseId)
    const before = await comparedOf(trx, { ...one, organisationId: round.organisationId }, theirs, {
      figures,
      contributors,
    })
    const { period, title } = figures.release
    const since = { roundId: one.roundId, releaseId: one.releaseId, period, title }
    const asBefore = comparableItems(lineages, instrument.items)
    changes.push({ since, ...changesBetween(before, after, seedOf(one.releaseId, release.id), asBefore) })
  }
  return changes
}

/**
 * After rounds moved to another organisation: no release says there what changed since a round that stayed, nor here since
 * one that went. Either would tell an organisation of a round that is none of its own.
 */
export async function forgetChangesAcross(
  trx: Trx,
  from: string,
  to: string,
  roundIds: readonly string[],
): Promise<void> {
  for (const organisationId of [from, to]) {
    const isThere = (roundId: string) => roundIds.includes(roundId) === (organisationId === to)
    for (const { id, document } of await listReleasesNaming(trx, organisationId, roundIds)) {
      const results = JSON.parse(document) as Partial<Results>
      const changes = results.changes?.filter(({ since }) => isThere(since.roundId)) ?? []
      if (changes.length === (results.changes?.length ?? 0)) continue
      await updateDocument(trx, organisationId, id, JSON.stringify({ ...results, changes }))
    }
  }
}

function isEarlier(one: FinalRelease, round: RoundRow): boolean {
  const order = comparePeriods(one.period, round.period)
  return order === 0 ? (one.openedAt ?? '') <= (round.openedAt ?? '') : order < 0
}

/** A round of an earlier period may be closed, or imported, after one of a later period. */
function newestFirst(one: FinalRelease, other: FinalRelease): number {
  const keyOf = ({ closedAt, roundId }: FinalRelease) => `${closedAt} ${roundId}`
  return comparePeriods(other.period, one.period) || (keyOf(one) < keyOf(other) ? 1 : -1)
}

async function comparedOf(
  trx: Trx,
  round: Pick<RoundRow, 'organisationId' | 'mode' | 'threshold' | 'horizons'> & { readonly roundId: string },
  loaded: LoadedInstrument,
  { figures, contributors }: Omit<LaterRelease, 'id'>,
): Promise<ComparedRound> {
  const { organisationId, roundId, mode, threshold } = round
  const itemIds = await listRoundItemIds(trx, organisationId, roundId)
  const horizons = JSON.parse(round.horizons) as string[]
  return {
    instrument: { ...instrumentOfRound(loaded, itemIds), horizons },
    mode,
    rules: rulesOf(mode, threshold),
    contributors,
    names: mode === 'open' ? await listRespondentNames(trx, organisationId, roundId) : new Map(),
    figures,
  }
}
