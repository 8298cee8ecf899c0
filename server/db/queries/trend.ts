import type { Scope } from '../../auth/scope.ts'
import type { Db } from '../open.ts'
import type { ReleaseRow, RoundRow } from '../tables.ts'

/** A closed round of an instrument with the newest of its final releases. */
export interface TrendRow {
  readonly round: Pick<RoundRow, 'id' | 'title' | 'period' | 'mode' | 'closedAt' | 'instrumentVersion'>
  readonly release: ReleaseRow
}

/** The assessments of the organisation with any version of an instrument that have a final release, by period and closing. */
export async function listTrend(db: Db, { organisationId }: Scope, instrumentId: string): Promise<TrendRow[]> {
  const rows = await db
    .selectFrom('round')
    .innerJoin('release', (join) =>
      join
        .onRef('release.organisationId', '=', 'round.organisationId')
        .onRef('release.roundId', '=', 'round.id')
        .on('release.final', '=', 1),
    )
    .selectAll('release')
    .select(['round.title', 'round.period', 'round.mode', 'round.closedAt', 'round.instrumentVersion'])
    .where('round.organisationId', '=', organisationId)
    .where('round.purpose', '=', 'assessment')
    .where('round.instrumentId', '=', instrumentId)
    .orderBy('round.period')
    .orderBy('round.closedAt')
    .orderBy('release.number')
    .execute()
  const newest = new Map(
    rows.map(({ title, period, mode, closedAt, instrumentVersion, ...release }): [string, TrendRow] => {
      const round = { id: release.roundId, title, period, mode, closedAt, instrumentVersion }
      return [release.roundId, { round, release }]
    }),
  )
  return [...newest.values()]
}

/** Ids of the items that rounds asked, by round. */
export async function listItemsOfRounds(
  db: Db,
  { organisationId }: Scope,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (roundIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('roundItem')
    .select(['roundId', 'itemId'])
    .where('organisationId', '=', organisationId)
    .where('roundId', 'in', [...roundIds])
    .orderBy('roundId')
    .orderBy('position')
    .execute()
  const byRound = Map.groupBy(rows, ({ roundId }) => roundId)
  return new Map([...byRound].map(([roundId, items]) => [roundId, items.map(({ itemId }) => itemId)]))
}
