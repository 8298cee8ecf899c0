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
import { findRegionName, type NamedParticipation, newestFirst } from '../db/queries/participations.ts'
import { benchmarkOf } from '../release/benchmark.ts'
import type { ProgrammeFigure } from '../release/programme.ts'
import type { ContributedScores } from '../release/programme-table.ts'
import { type ContributionDeps, collectedInstrument, namedInstrument, seeingProgramme } from './contributions.ts'
import { findOwnParticipation } from './participations.ts'
import type { StoredFrame } from './programme-releases.ts'

/** What comparing needs: the names of instruments. */
type BenchmarkDeps = Pick<ContributionDeps, 'instruments'> & { readonly db: Db }

/** Groups from near to far. */
const KINDS = ['park', 'sector', 'region', 'programme'] as const

/**
 * The company beside others, period by period: figures that were published anyway, of the groups in which it stands, where
 * at least five others are in them. For a period with more releases it is the newest in which the company stands.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function viewBenchmark(deps: BenchmarkDeps, scope: Scope, programmeId: string): Promise<Benchmark> {
  const participation = await findOwnParticipation(deps.db, scope, programmeId)
  return seeingProgramme(participation, async () => {
    const { db } = deps
    const id = await collectedInstrument(db, programmeId)
    const places = new Map(
      (await listOwnPlaces(db, programmeId, participation.companyId)).map((one) => [one.releaseId, one]),
    )
    const byPeriod = Map.groupBy(await listProgrammeReleases(db, programmeId, id), ({ period }) => period)
    const told = [...byPeriod.values()].flatMap((ofPeriod) => toldOf(ofPeriod, places))
    const cells = Map.groupBy(await cellsOfPlaces(db, programmeId, told), ({ releaseId }) => releaseId)
    const nameOf = await namesOf(db, participation, told)
    const periods = told.map(({ release, frame, isNewest, place }): BenchmarkPeriod => {
      const ofRelease = place === undefined ? [] : viewCells(cells.get(release.id) ?? [], frame, place, nameOf)
      return { ...viewRelease(release, frame), isNewest, isIn: place !== undefined, cells: ofRelease }
    })
    return { instrument: namedInstrument(deps, id), periods: newestFirst(periods) }
  })
}

/** The release of a period that a company is told of, and how it stands in it. */
interface Told {
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
  return [{ release, frame, isNewest: release === newest, place: places.get(release.id) }]
}

/** Of every period at once: a page of five years would ask twenty times. Rows of another year's place are left out later. */
function cellsOfPlaces(db: Db, programmeId: string, told: readonly Told[]): Promise<ProgrammeCellRow[]> {
  const standing = told.flatMap(({ release, place }) => (place === undefined ? [] : [{ id: release.id, place }]))
  const rows = new Map(
    standing.flatMap(({ place }) => rowsOf(companyOf(place))).map((row) => [`${row.kind} ${row.rowId}`, row]),
  )
  const ids = standing.map(({ id }) => id)
  return listCellsOfRows(db, programmeId, ids, [...rows.values()])
}

type NameOf = (kind: 'park' | 'region', id: string | null) => string | null

/** Names of the parks and regions in which a company stood: mostly one of each. */
async function namesOf(db: Db, { parkName, parkId }: NamedParticipation, told: readonly Told[]): Promise<NameOf> {
  const names = new Map<string, string | null>([[`park ${parkId}`, parkName]])
  for (const { place } of told) {
    if (place === undefined) continue
    const { parkId: park, regionCode } = place
    if (!names.has(`park ${park}`)) names.set(`park ${park}`, (await findOrganisationById(db, park))?.name ?? null)
    if (!names.has(`region ${regionCode}`))
      names.set(`region ${regionCode}`, (await findRegionName(db, regionCode)) ?? null)
  }
  return (kind, id) => names.get(`${kind} ${id}`) ?? null
}

function viewCells(
  rows: readonly ProgrammeCellRow[],
  frame: StoredFrame,
  place: ProgrammeContributorRow,
  nameOf: NameOf,
): BenchmarkCell[] {
  const company = companyOf(place)
  const figures = benchmarkOf(rows.map(figureOf), company)
  const names = {
    park: nameOf('park', place.parkId),
    region: nameOf('region', place.regionCode),
    sector: company.sector,
    programme: null,
  }
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
