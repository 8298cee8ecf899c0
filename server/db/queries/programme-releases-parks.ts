import { PARK_INSTRUMENT } from '../../domain/main-instrument.ts'
import { comparePeriods } from '../../domain/periods.ts'
import type { Db } from '../open.ts'

/** Where companies of a programme take part: one row for each park. */
export async function countJoined(db: Db, programmeId: string): Promise<{ parkId: string; joined: number }[]> {
  const rows = await db
    .selectFrom('participation')
    .select(({ fn }) => ['parkId', fn.countAll<number>().as('joined')])
    .where('programmeId', '=', programmeId)
    .where('leftAt', 'is', null)
    .groupBy('parkId')
    .execute()
  return rows.map(({ parkId, joined }) => ({ parkId, joined: Number(joined) }))
}

/** One score of a park's profile by itself. */
export interface OwnScore {
  readonly horizon: string
  readonly dimension: string
  readonly n: number
  readonly score: number | null
}

/**
 * What those who run parks say of them: for each park the newest final release of the questionnaire about parks that is not
 * about a later time than this period, and is not still waiting in a workshop. Rows of the parks themselves: the caller has
 * to be able to see those.
 */
export async function listOwnProfiles(
  db: Db,
  parkIds: readonly string[],
  period: string,
): Promise<{ parkId: string; period: string; scores: OwnScore[] }[]> {
  if (parkIds.length === 0) return []
  const rounds = await db
    .selectFrom('round')
    .innerJoin('release', (join) =>
      join
        .onRef('release.organisationId', '=', 'round.organisationId')
        .onRef('release.roundId', '=', 'round.id')
        .on('release.final', '=', 1),
    )
    .leftJoin('workshop', (join) =>
      join
        .onRef('workshop.organisationId', '=', 'round.organisationId')
        .onRef('workshop.roundId', '=', 'round.id')
        .on('workshop.releasedAt', 'is', null),
    )
    .select(['round.organisationId as parkId', 'round.period', 'release.id as releaseId'])
    .where('round.organisationId', 'in', [...parkIds])
    .where('round.instrumentId', '=', PARK_INSTRUMENT)
    .where('round.purpose', '=', 'assessment')
    .where('workshop.id', 'is', null)
    .orderBy('round.closedAt')
    .orderBy('release.number')
    .execute()
  const inTime = rounds.filter((round) => comparePeriods(round.period, period) <= 0)
  // Of equal keys a map keeps the last, which is the newest.
  const newest = [
    ...new Map(
      inTime.toSorted((a, b) => comparePeriods(a.period, b.period)).map((round) => [round.parkId, round]),
    ).values(),
  ]
  const scores = await listScoresOfReleases(db, newest)
  return newest.map(({ parkId, period: about, releaseId }) => {
    return { parkId, period: about, scores: scores.get(releaseId) ?? [] }
  })
}

async function listScoresOfReleases(
  db: Db,
  releases: readonly { readonly parkId: string; readonly releaseId: string }[],
): Promise<Map<string, OwnScore[]>> {
  if (releases.length === 0) return new Map()
  const rows = await db
    .selectFrom('releaseCell')
    .select(['releaseId', 'horizon', 'dimension', 'n', 'score'])
    .where(
      'organisationId',
      'in',
      releases.map(({ parkId }) => parkId),
    )
    .where(
      'releaseId',
      'in',
      releases.map(({ releaseId }) => releaseId),
    )
    .where('population', '=', 'all')
    .where('perspective', '=', 'all')
    .execute()
  const byRelease = Map.groupBy(rows, ({ releaseId }) => releaseId)
  return new Map(
    [...byRelease].map(([releaseId, cells]) => [
      releaseId,
      cells.map(({ horizon, dimension, n, score }) => ({ horizon, dimension, n, score })),
    ]),
  )
}
