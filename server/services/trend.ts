import type { Scope } from '../auth/scope.ts'
import type { HorizonResult, ReleaseChange } from '../contract/results.ts'
import type { Trend, TrendHorizon, TrendPoint } from '../contract/trend.ts'
import type { Database } from '../db/open.ts'
import {
  listItemsOfRounds,
  listTrend,
  listWorkshopsOfRounds,
  readTrendFigures,
  type TrendFigures,
  type TrendRow,
} from '../db/queries/trend.ts'
import { brokenDimensions, comparableItems } from '../domain/lineage.ts'
import { type Instruments, instrumentOfRound } from '../instruments.ts'
import { lineagesBetween } from '../lineage.ts'
import { readableOf, readsEverything } from './hand-over.ts'

/** What a trend is made from. */
export interface TrendDeps {
  readonly database: Database
  readonly instruments: Instruments
}

interface Point {
  readonly row: TrendRow
  readonly figures: TrendFigures
}

/**
 * The closed rounds of one instrument in their order, as this reader may read them: a round whose result waits for its
 * release to the client is no point yet. Words of change are those stored with each release.
 */
export async function viewTrend(
  { database: { db, kind }, instruments }: TrendDeps,
  scope: Scope,
  instrumentId: string,
): Promise<Trend> {
  const rows = await listTrend(db, scope, instrumentId)
  const ids = rows.map(({ round }) => round.id)
  const workshops = readsEverything(scope) ? new Map() : await listWorkshopsOfRounds(db, scope, ids)
  const shown = new Map(rows.map((row) => [row, shownRelease(row, scope, workshops)]))
  const [figures, asked] = await Promise.all([
    readTrendFigures(
      db,
      kind,
      scope,
      [...shown.values()].flatMap((id) => id ?? []),
    ),
    listItemsOfRounds(db, scope, ids),
  ])
  const points = rows.flatMap((row): Point[] => {
    const found = figures.get(shown.get(row) ?? '')
    return found === undefined ? [] : [{ row, figures: found }]
  })
  return {
    instrument: instrumentId,
    points: points.map((point, index) => {
      const before = points[index - 1]
      return viewPoint(point, before, before && brokenSince(instrumentId, before, point, asked, instruments))
    }),
  }
}

/** The id of the release that stands for a round, for this reader; undefined while there is none. */
function shownRelease(
  { round, releases }: TrendRow,
  scope: Scope,
  workshops: Awaited<ReturnType<typeof listWorkshopsOfRounds>>,
): string | undefined {
  if (readsEverything(scope)) return releases.findLast(({ final }) => final === 1)?.id
  const newest = releases.at(-1)
  const workshop = workshops.get(round.id)
  const readable = newest === undefined ? 'none' : readableOf(newest, workshop, round.id)
  if (readable === 'none') return undefined
  return readable === 'newest' ? newest?.id : (workshop?.revealedReleaseId ?? undefined)
}

function viewPoint(
  { row, figures }: Point,
  before: Point | undefined,
  broken: readonly string[] | undefined,
): TrendPoint {
  const { id, title, period, closedAt, mode, answering, instrumentVersion } = row.round
  const change = figures.changes.find(({ since }) => since.releaseId === before?.figures.releaseId)
  return {
    round: { id, title, period, closedAt },
    releaseId: figures.releaseId,
    version: instrumentVersion,
    mode,
    answering,
    n: figures.n,
    continues: broken === undefined ? 'start' : broken.length > 0 ? 'break' : 'comparable',
    broken: [...(broken ?? [])],
    horizons: Object.fromEntries(
      Object.entries(figures.horizons).map(([code, horizon]) => [code, viewHorizon(horizon, change, code, broken)]),
    ),
    single: change?.single ?? null,
    suppressed: figures.suppressed.filter(({ what }) => !/^(items|groups)\/|\/items\//.test(what)),
  }
}

/**
 * A word beside a broken line would be about the questions that stayed, and be read as about the score. Between two single
 * forms there is no word: what rose and what fell is said instead.
 */
function viewHorizon(
  horizon: HorizonResult,
  change: ReleaseChange | undefined,
  code: string,
  broken: readonly string[] = [],
): TrendHorizon {
  const { level, balance, imbalanceCost, floor, dimensions } = horizon
  const words = change?.single === null ? (change.horizons[code]?.dimensions ?? {}) : {}
  return {
    level,
    balance,
    imbalanceCost,
    floor,
    dimensions: Object.fromEntries(
      Object.entries(dimensions).map(([dimension, { score }]) => [
        dimension,
        { score, word: broken.includes(dimension) ? null : (words[dimension]?.word ?? null) },
      ]),
    ),
  }
}

/** Dimensions that may not go on in one line from the round before; all of them where no lineage leads here. */
function brokenSince(
  instrumentId: string,
  before: Point,
  point: Point,
  asked: ReadonlyMap<string, readonly string[]>,
  instruments: Instruments,
): readonly string[] {
  const [earlier, later] = [before, point].map(({ row }) => {
    return instruments.find(instrumentId, row.round.instrumentVersion)
  })
  const all = Object.keys(Object.values(point.figures.horizons)[0]?.dimensions ?? {})
  if (earlier === undefined || later === undefined) return all
  const steps = lineagesBetween(instruments, earlier, later)
  if (steps === undefined) return all
  const { items } = instrumentOfRound(later, asked.get(point.row.round.id) ?? [])
  const askedBefore = new Set(asked.get(before.row.round.id))
  return brokenDimensions(items, askedBefore, comparableItems(steps, items))
}
