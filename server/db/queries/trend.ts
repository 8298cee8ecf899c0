import { sql } from 'kysely'
import type { Scope } from '../../auth/scope.ts'
import type { Results } from '../../contract/results.ts'
import { comparePeriods } from '../../domain/periods.ts'
import type { Db } from '../open.ts'
import type { ReleaseRow, RoundRow, WorkshopRow } from '../tables.ts'

/** A closed round of an instrument with what is known of its releases, their documents left where they are. */
export interface TrendRow {
  readonly round: Pick<RoundRow, 'id' | 'title' | 'period' | 'mode' | 'answering' | 'closedAt' | 'instrumentVersion'>
  /** By number, at least one of them final. */
  readonly releases: readonly Pick<ReleaseRow, 'id' | 'final' | 'madeAt'>[]
}

/** The part of a release that a trend shows: a document with 48 items is ten times as long. */
export interface TrendFigures extends Pick<Results, 'n' | 'horizons' | 'suppressed' | 'changes'> {
  readonly releaseId: string
}

/** The assessments of the organisation with any version of an instrument that have a final release, by period and closing. */
export async function listTrend(
  db: Db,
  { organisationId }: Pick<Scope, 'organisationId'>,
  instrumentId: string,
): Promise<TrendRow[]> {
  const rows = await db
    .selectFrom('round')
    .innerJoin('release', (join) =>
      join.onRef('release.organisationId', '=', 'round.organisationId').onRef('release.roundId', '=', 'round.id'),
    )
    .select(['round.id', 'round.title', 'round.period', 'round.mode', 'round.answering'])
    .select(['round.closedAt', 'round.instrumentVersion'])
    .select(['release.id as releaseId', 'release.final', 'release.madeAt'])
    .where('round.organisationId', '=', organisationId)
    .where('round.purpose', '=', 'assessment')
    .where('round.instrumentId', '=', instrumentId)
    .orderBy('round.closedAt')
    .orderBy('round.id')
    .orderBy('release.number')
    .execute()
  const ofRounds = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((ofRound) => {
    const [first] = ofRound
    if (first === undefined || !ofRound.some(({ final }) => final === 1)) return []
    const { id, title, period, mode, answering, closedAt, instrumentVersion } = first
    const releases = ofRound.map(({ releaseId, final, madeAt }) => ({ id: releaseId, final, madeAt }))
    return [{ round: { id, title, period, mode, answering, closedAt, instrumentVersion }, releases }]
  })
  return ofRounds.toSorted((a, b) => comparePeriods(a.round.period, b.round.period))
}

/** Workshops that were held about rounds, by round. */
export async function listWorkshopsOfRounds(
  db: Db,
  { organisationId }: Scope,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, Pick<WorkshopRow, 'roundId' | 'releasedAt' | 'revealedReleaseId'>>> {
  if (roundIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('workshop')
    .select(['roundId', 'releasedAt', 'revealedReleaseId'])
    .where('organisationId', '=', organisationId)
    .where('roundId', 'in', [...roundIds])
    .execute()
  return new Map(rows.map((row) => [row.roundId, row]))
}

/** What a trend shows of releases, by id. The database takes the documents apart: read whole, 20 of them cost ten times as much. */
export async function readTrendFigures(
  db: Db,
  kind: 'sqlite' | 'postgres',
  { organisationId }: Scope,
  releaseIds: readonly string[],
): Promise<ReadonlyMap<string, TrendFigures>> {
  if (releaseIds.length === 0) return new Map()
  const document = kind === 'postgres' ? sql`"document"::json` : sql`"document"`
  const rows = await db
    .selectFrom('release')
    .select('id')
    .select([
      sql<string | number>`${document} ->> 'n'`.as('n'),
      sql<string>`${document} ->> 'horizons'`.as('horizons'),
      sql<string>`${document} ->> 'suppressed'`.as('suppressed'),
      sql<string | null>`${document} ->> 'changes'`.as('changes'),
    ])
    .where('organisationId', '=', organisationId)
    .where('id', 'in', [...releaseIds])
    .execute()
  return new Map(
    rows.map(({ id, n, horizons, suppressed, changes }) => [
      id,
      {
        releaseId: id,
        n: Number(n),
        horizons: JSON.parse(horizons) as Results['horizons'],
        suppressed: JSON.parse(suppressed) as Results['suppressed'],
        // Releases of before this was computed have none.
        changes: changes === null ? [] : (JSON.parse(changes) as Results['changes']),
      },
    ]),
  )
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
