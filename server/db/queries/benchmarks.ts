import type { Db } from '../open.ts'
import type { ProgrammeCellRow, ProgrammeContributorRow, ProgrammeReleaseRow } from '../programme-tables.ts'

/** A release without what staff reads of it. */
export type ReleaseHead = Pick<ProgrammeReleaseRow, 'id' | 'period' | 'number' | 'madeAt' | 'frame'>

/** Everything that a programme published with an instrument, oldest first. */
export function listProgrammeReleases(db: Db, programmeId: string, instrumentId: string): Promise<ReleaseHead[]> {
  return db
    .selectFrom('programmeRelease')
    .select(['id', 'period', 'number', 'madeAt', 'frame'])
    .where('organisationId', '=', programmeId)
    .where('instrumentId', '=', instrumentId)
    .orderBy('period')
    .orderBy('number')
    .execute()
}

/** How a company stands in the releases of a programme; releases that it is not in are left out. */
export function listOwnPlaces(db: Db, programmeId: string, companyId: string): Promise<ProgrammeContributorRow[]> {
  return db
    .selectFrom('programmeContributor')
    .selectAll()
    .where('organisationId', '=', programmeId)
    .where('companyId', '=', companyId)
    .where('tableKind', '=', 'release')
    .execute()
}

/** One row of a published table: of a park, a region, a sector, or the programme. */
export interface RowOf {
  readonly kind: 'programme' | 'region' | 'park' | 'sector'
  readonly rowId: string
}

/** The published cells of some rows of a release. */
export function listCellsOfRows(
  db: Db,
  programmeId: string,
  releaseId: string,
  rows: readonly RowOf[],
): Promise<ProgrammeCellRow[]> {
  return db
    .selectFrom('programmeCell')
    .selectAll()
    .where('organisationId', '=', programmeId)
    .where('releaseId', '=', releaseId)
    .where((where) =>
      where.or(rows.map(({ kind, rowId }) => where.and([where('kind', '=', kind), where('rowId', '=', rowId)]))),
    )
    .execute()
}
