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
    const places = await listOwnPlaces(db, programmeId, participation.companyId)
    const releases = Map.groupBy(await listProgrammeReleases(db, programmeId, id), ({ period }) => period)
    const periods: BenchmarkPeriod[] = []
    for (const ofPeriod of releases.values()) {
      const newest = ofPeriod.at(-1)
      const own = ofPeriod.findLast((release) => places.some(({ releaseId }) => releaseId === release.id))
      const place = places.find(({ releaseId }) => releaseId === own?.id)
      if (newest === undefined) continue
      const release = own ?? newest
      const cells = place === undefined ? [] : await cellsOf(db, participation, release, place)
      periods.push({ ...viewRelease(release), isNewest: release === newest, isIn: place !== undefined, cells })
    }
    return { instrument: namedInstrument(deps, id), periods: newestFirst(periods) }
  })
}

async function cellsOf(
  db: Db,
  { programmeId, parkName, parkId }: NamedParticipation,
  release: ReleaseHead,
  place: ProgrammeContributorRow,
): Promise<BenchmarkCell[]> {
  const company = companyOf(place)
  const rows = await listCellsOfRows(db, programmeId, release.id, rowsOf(company))
  const figures = benchmarkOf(rows.map(figureOf), company)
  const names = {
    park: place.parkId === parkId ? parkName : ((await findOrganisationById(db, place.parkId))?.name ?? null),
    region: (await findRegionName(db, company.region)) ?? null,
    sector: company.sector,
    programme: null,
  }
  const byCell = Map.groupBy(figures, ({ cell }) => cell)
  return placesIn(release).flatMap(({ horizon, dimension, perspective }): BenchmarkCell[] => {
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
function placesIn(release: ReleaseHead) {
  const { horizons, dimensions, perspectives } = frameOf(release)
  return horizons.flatMap((horizon) =>
    perspectives.flatMap((perspective) => dimensions.map((dimension) => ({ horizon, dimension, perspective }))),
  )
}

function frameOf({ frame }: ReleaseHead): StoredFrame {
  return JSON.parse(frame) as StoredFrame
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

function viewRelease(head: ReleaseHead): Pick<BenchmarkPeriod, 'period' | 'release' | 'tookPart'> {
  const { id, period, number, madeAt } = head
  const { joined, contributed } = frameOf(head)
  return { period, release: { id, number, madeAt }, tookPart: { joined, contributed } }
}
