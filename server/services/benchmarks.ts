import type { Scope } from '../auth/scope.ts'
import type { Benchmark, BenchmarkCell, BenchmarkGroup, BenchmarkPeriod } from '../contract/benchmarks.ts'
import type { Db } from '../db/open.ts'
import type { ProgrammeCellRow, ProgrammeContributorRow } from '../db/programme-tables.ts'
import {
  listCellsOfRows,
  listOwnPlaces,
  listProgrammeReleases,
  type ReleaseHead,
  type RowOf,
} from '../db/queries/benchmarks.ts'
import { findOrganisationById } from '../db/queries/organisations.ts'
import { listRegionNames } from '../db/queries/parks.ts'
import { findRegionName, type NamedParticipation, newestFirst } from '../db/queries/participations.ts'
import { listTrend } from '../db/queries/trend.ts'
import { benchmarkOf } from '../release/benchmark.ts'
import type { ProgrammeFigure } from '../release/programme.ts'
import type { ContributedScores } from '../release/programme-table.ts'
import { type ContributionDeps, collectedInstrument, namedInstrument, seeingProgramme } from './contributions.ts'
import { readableRelease, readsEverything } from './hand-over.ts'
import { findOwnParticipation } from './participations.ts'
import type { StoredFrame } from './programme-releases.ts'

/** What comparing needs: the names of instruments. */
type BenchmarkDeps = Pick<ContributionDeps, 'instruments'> & { readonly db: Db }

/** Groups from near to far. */
const KINDS = ['park', 'sector', 'region', 'programme'] as const

/**
 * The company beside others in one period: figures that were published anyway, of the groups in which it stands, where at
 * least five others are in them; and which other periods there are. For a period with more releases it is the newest in
 * which the company stands. Its own score is for who may read the result that it comes from.
 *
 * @param asked a period; left out or unknown, the newest.
 * @throws {ProblemError} `not-found`.
 */
export async function viewBenchmark(
  deps: BenchmarkDeps,
  scope: Scope,
  programmeId: string,
  asked?: string,
): Promise<Benchmark> {
  const participation = await findOwnParticipation(deps.db, scope, programmeId)
  return seeingProgramme(participation, async () => {
    const { db } = deps
    const id = await collectedInstrument(db, programmeId)
    const places = new Map(
      (await listOwnPlaces(db, programmeId, participation.companyId)).map((one) => [one.releaseId, one]),
    )
    const byPeriod = Map.groupBy(await listProgrammeReleases(db, programmeId, id), ({ period }) => period)
    const told = newestFirst([...byPeriod.values()].flatMap((ofPeriod) => toldOf(ofPeriod, places)))
    const shown = told.find(({ period }) => period === asked) ?? told[0]
    const all = shown === undefined ? [] : await cellsOf(db, participation, shown)
    const mayRead = shown === undefined || (await mayReadOwn(db, scope, id, shown.period))
    const cells = mayRead ? all : all.map((cell) => ({ ...cell, own: null }))
    const periods = told.map((one): BenchmarkPeriod => {
      const { release, frame, isNewest, place } = one
      return { ...viewRelease(release, frame), isNewest, isIn: place !== undefined, cells: one === shown ? cells : [] }
    })
    return { instrument: namedInstrument(deps, id), shown: shown?.period ?? null, periods }
  })
}

/** Whether this reader may read every result of the company about a period: one of a workshop may wait for its release. */
async function mayReadOwn(db: Db, scope: Scope, instrumentId: string, period: string): Promise<boolean> {
  if (readsEverything(scope)) return true
  for (const { round, releases } of await listTrend(db, scope, instrumentId)) {
    if (round.period !== period) continue
    const readable = await readableRelease(db, scope, round.id)
    const place = (id: string | undefined) => releases.findIndex((one) => one.id === id)
    if (place(readable?.id) < place(releases.findLast(({ final }) => final === 1)?.id)) return false
  }
  return true
}

/** The release of a period that a company is told of, and how it stands in it. */
interface Told {
  readonly period: string
  readonly release: ReleaseHead
  readonly frame: StoredFrame
  readonly isNewest: boolean
  readonly place: ProgrammeContributorRow | undefined
}

function toldOf(ofPeriod: readonly ReleaseHead[], places: ReadonlyMap<string, ProgrammeContributorRow>): Told[] {
  const newest = ofPeriod.at(-1)
  const release = ofPeriod.findLast(({ id }) => places.has(id)) ?? newest
  if (release === undefined) return []
  const frame = JSON.parse(release.frame) as StoredFrame
  const { period, id } = release
  return [{ period, release, frame, isNewest: release === newest, place: places.get(id) }]
}

/** The figures of the groups in which the company stood; none where it stands in no release. */
async function cellsOf(
  db: Db,
  participation: NamedParticipation,
  { release, frame, place }: Told,
): Promise<BenchmarkCell[]> {
  if (place === undefined) return []
  const { programmeId } = participation
  const rows = await listCellsOfRows(db, programmeId, release.id, rowsOf(companyOf(place)))
  return viewCells(rows, frame, place, await namesOf(db, participation, place))
}

interface Names {
  readonly park: string | null
  readonly region: string | null
}

/** What the park and the region are called in which a company stood. */
async function namesOf(
  db: Db,
  { programmeId, parkId, parkName }: NamedParticipation,
  { parkId: park, regionCode }: ProgrammeContributorRow,
): Promise<Names> {
  const own = park === parkId ? parkName : (await findOrganisationById(db, park))?.name
  const regions = await listRegionNames(db, programmeId)
  const region = regionCode === null ? null : (regions.get(regionCode) ?? (await findRegionName(db, regionCode)))
  return { park: own ?? null, region: region ?? null }
}

function viewCells(
  rows: readonly ProgrammeCellRow[],
  frame: StoredFrame,
  place: ProgrammeContributorRow,
  { park, region }: Names,
): BenchmarkCell[] {
  const company = companyOf(place)
  const figures = benchmarkOf(rows.map(figureOf), company)
  const names = { park, region, sector: company.sector, programme: null }
  const byCell = Map.groupBy(figures, ({ cell }) => cell)
  return placesIn(frame).flatMap(({ horizon, dimension, perspective }): BenchmarkCell[] => {
    const cell = `${horizon}/${dimension}/${perspective}`
    const ofCell = byCell.get(cell)
    if (ofCell === undefined) return []
    const groups = KINDS.flatMap((kind) =>
      ofCell
        .filter((figure) => figure.kind === kind)
        .map(({ n, others, mean, end, band, needed }): BenchmarkGroup => {
          return { kind, name: names[kind], n, others, mean, end, band, needed }
        }),
    )
    return [{ horizon, dimension, perspective, own: company.scores[cell] ?? null, groups }]
  })
}

/** Every cell that a release may tell, in the order of its questionnaire. */
function placesIn({ horizons, dimensions, perspectives }: StoredFrame) {
  return horizons.flatMap((horizon) =>
    perspectives.flatMap((perspective) => dimensions.map((dimension) => ({ horizon, dimension, perspective }))),
  )
}

function companyOf({ companyId, parkId, regionCode, sector, scores }: ProgrammeContributorRow): ContributedScores {
  const own = JSON.parse(scores) as ContributedScores['scores']
  return { companyId, park: parkId, region: regionCode, sector, scores: own }
}

function rowsOf({ park, region, sector }: ContributedScores): RowOf[] {
  return [
    { kind: 'programme', rowId: 'all' },
    { kind: 'park', rowId: park },
    ...(region === null ? [] : [{ kind: 'region' as const, rowId: region }]),
    ...(sector === null ? [] : [{ kind: 'sector' as const, rowId: sector }]),
  ]
}

function figureOf(row: ProgrammeCellRow): ProgrammeFigure {
  const { kind, rowId, horizon, dimension, perspective, n, mean, lowOrHigh, lower, upper, reason } = row
  // A park by itself is asked for nowhere here: it is no group of companies.
  if (kind === 'own') throw new Error('the profile of a park is no figure of a group')
  const quartiles = lower === null || upper === null ? null : { lower, upper }
  return { kind, id: rowId, cell: `${horizon}/${dimension}/${perspective}`, n, mean, end: lowOrHigh, quartiles, reason }
}

function viewRelease(
  { id, period, number, madeAt }: ReleaseHead,
  { joined, contributed }: StoredFrame,
): Pick<BenchmarkPeriod, 'period' | 'release' | 'tookPart'> {
  return { period, release: { id, number, madeAt }, tookPart: { joined, contributed } }
}
