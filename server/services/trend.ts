import type { Scope } from '../auth/scope.ts'
import type { HorizonResult, ReleaseChange, Results } from '../contract/results.ts'
import type { Trend, TrendHorizon, TrendPoint } from '../contract/trend.ts'
import type { Db } from '../db/open.ts'
import { listItemsOfRounds, listTrend, type TrendRow } from '../db/queries/trend.ts'
import { comparableItems, scoresContinue } from '../domain/lineage.ts'
import { type Instruments, instrumentOfRound } from '../instruments.ts'
import { lineagesBetween } from '../lineage.ts'
import { readableRelease, readsEverything, resultsFor } from './hand-over.ts'

/** What a trend is made from. */
export interface TrendDeps {
  readonly db: Db
  readonly instruments: Instruments
}

interface Point {
  readonly row: TrendRow
  readonly results: Results
}

/**
 * The closed rounds of one instrument in their order, as this reader may read them: a round whose result waits for its
 * release to the client is no point yet. Words of change are those stored with each release.
 */
export async function viewTrend({ db, instruments }: TrendDeps, scope: Scope, instrumentId: string): Promise<Trend> {
  const points: Point[] = []
  for (const row of await listTrend(db, scope, instrumentId)) {
    const release = readsEverything(scope) ? row.release : await readableRelease(db, scope, row.round.id)
    if (release !== undefined) points.push({ row, results: await resultsFor(db, scope, release) })
  }
  const asked = await listItemsOfRounds(
    db,
    scope,
    points.map(({ row }) => row.round.id),
  )
  return {
    instrument: instrumentId,
    points: points.map((point, index) => {
      const before = points[index - 1]
      return viewPoint(point, before, before ? continuation(before, point, asked, instruments) : 'start')
    }),
  }
}

function viewPoint({ row, results }: Point, before: Point | undefined, continues: TrendPoint['continues']): TrendPoint {
  const { id, title, period, closedAt, mode, instrumentVersion } = row.round
  const change = results.changes.find(({ since }) => since.releaseId === before?.results.release.id)
  return {
    round: { id, title, period, closedAt },
    releaseId: results.release.id,
    version: instrumentVersion,
    mode,
    n: results.n,
    continues,
    horizons: Object.fromEntries(
      Object.entries(results.horizons).map(([code, horizon]) => [code, viewHorizon(horizon, change, code)]),
    ),
    suppressed: results.suppressed.filter(({ what }) => !/^(items|groups)\/|\/items\//.test(what)),
  }
}

function viewHorizon(horizon: HorizonResult, change: ReleaseChange | undefined, code: string): TrendHorizon {
  const { level, balance, floor, dimensions } = horizon
  const words = change?.horizons[code]?.dimensions ?? {}
  return {
    level,
    balance,
    floor,
    dimensions: Object.fromEntries(
      Object.entries(dimensions).map(([dimension, { score }]) => [
        dimension,
        { score, word: words[dimension]?.word ?? null },
      ]),
    ),
  }
}

function continuation(
  before: Point,
  point: Point,
  asked: ReadonlyMap<string, readonly string[]>,
  instruments: Instruments,
): 'comparable' | 'break' {
  const [earlier, later] = [before, point].map(({ results }) => {
    return instruments.find(results.release.instrument.id, results.release.instrument.version)
  })
  if (earlier === undefined || later === undefined) return 'break'
  const steps = lineagesBetween(instruments, earlier, later)
  if (steps === undefined) return 'break'
  const { items } = instrumentOfRound(later, asked.get(point.row.round.id) ?? [])
  const askedBefore = new Set(asked.get(before.row.round.id))
  return scoresContinue(items, askedBefore, comparableItems(steps, items)) ? 'comparable' : 'break'
}
