import { type Insertable, sql } from 'kysely'
import type { Scope } from '../../auth/scope.ts'
import type { Database, Db, Trx } from '../open.ts'
import type {
  ContributionRow,
  ProgrammeCellRow,
  ProgrammeContributorRow,
  ProgrammeReleaseRow,
  ProgrammeSlopeRow,
} from '../programme-tables.ts'
import type { Tables } from '../tables.ts'
import { noteStandingFigures } from './standing-figures.ts'

/** The questionnaire that a programme collects. */
export interface Collected {
  readonly organisationId: string
  readonly instrumentId: string
}

/** A release as lists name it. */
export type ReleaseName = Pick<ProgrammeReleaseRow, 'id' | 'period' | 'number' | 'madeAt'>

/** Releases of a programme, in no order of periods; within one, the newest first. */
export function listReleaseNames(db: Db, { organisationId, instrumentId }: Collected): Promise<ReleaseName[]> {
  return db
    .selectFrom('programmeRelease')
    .select(['id', 'period', 'number', 'madeAt'])
    .where('organisationId', '=', organisationId)
    .where('instrumentId', '=', instrumentId)
    .orderBy('period', 'desc')
    .orderBy('number', 'desc')
    .execute()
}

/** The tag of a release; undefined when the programme has none with this id. */
export async function findReleaseTag(db: Db, { organisationId }: Scope, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('programmeRelease')
    .select('etag')
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.etag
}

/** The stored document of a release; undefined when the programme has none with this id. */
export function findReleaseDocument(
  db: Db,
  { organisationId }: Scope,
  id: string,
): Promise<Pick<ProgrammeReleaseRow, 'document' | 'etag'> | undefined> {
  return db
    .selectFrom('programmeRelease')
    .select(['document', 'etag'])
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** How many companies contributed to each quarter. */
export async function countContributions(
  db: Db,
  { organisationId, instrumentId }: Collected,
): Promise<{ period: string; contributed: number }[]> {
  const rows = await db
    .selectFrom('contribution')
    .select(({ fn }) => ['period', fn.countAll<number>().as('contributed')])
    .where('organisationId', '=', organisationId)
    .where('instrumentId', '=', instrumentId)
    .groupBy('period')
    .execute()
  return rows.map(({ period, contributed }) => ({ period, contributed: Number(contributed) }))
}

/** What companies contributed to one quarter, by company. */
export function listContributionsOf(
  db: Db,
  { organisationId, instrumentId }: Collected,
  period: string,
): Promise<ContributionRow[]> {
  return db
    .selectFrom('contribution')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('instrumentId', '=', instrumentId)
    .where('period', '=', period)
    .orderBy('companyId')
    .execute()
}

/** The ids of the contributions to some quarters: each copy has another. */
export async function listContributionIds(
  db: Db,
  { organisationId, instrumentId }: Collected,
  periods: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('contribution')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('instrumentId', '=', instrumentId)
    .where('period', 'in', [...periods])
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Ids in one statement: databases take so many values at once. */
const AT_ONCE = 500

/** A publication of another programme. */
export interface ElsewhereRelease {
  readonly organisationId: string
  readonly releaseId: string
}

/**
 * What other programmes published with this questionnaire about a quarter, of tables in which any of these companies
 * stands; ids and nothing else. The caller has to be able to see rows of every programme.
 */
export async function listReleasesElsewhere(
  db: Db,
  { organisationId, instrumentId }: Collected,
  period: string,
  companyIds: readonly string[],
): Promise<ElsewhereRelease[]> {
  const others = await db
    .selectFrom('programmeRelease')
    .select('organisationId')
    .distinct()
    .where('organisationId', '<>', organisationId)
    .where('instrumentId', '=', instrumentId)
    .execute()
  // Mostly there is no other programme; and where there is, its own rows are fewer than those of all these companies.
  if (others.length === 0) return []
  const programmeIds = others.map((other) => other.organisationId)
  const found = new Map<string, ElsewhereRelease>()
  for (let from = 0; from < companyIds.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom('programmeContributor')
      .select(['organisationId', 'releaseId'])
      .distinct()
      .where('organisationId', 'in', programmeIds)
      .where('instrumentId', '=', instrumentId)
      .where('period', '=', period)
      .where('companyId', 'in', companyIds.slice(from, from + AT_ONCE))
      .execute()
    for (const row of rows) found.set(row.releaseId, row)
  }
  return [...found.values()].sort((a, b) => (a.releaseId < b.releaseId ? -1 : 1))
}

/**
 * Lets only one programme at a time publish with a questionnaire, until the transaction ends: each looks at what the others
 * published. SQLite has one transaction at a time anyway.
 */
export async function holdPublishing(trx: Trx, kind: Database['kind'], { instrumentId }: Collected): Promise<void> {
  if (kind === 'sqlite') return
  await sql`select pg_advisory_xact_lock(hashtextextended(${`programme.publish ${instrumentId}`}, 0))`.execute(trx)
}

/** Who was in a table that was published about a quarter, and when that was. */
export type ContributorOfTable = Omit<ProgrammeContributorRow, 'organisationId' | 'instrumentId' | 'period'> &
  Pick<ProgrammeReleaseRow, 'madeAt'>

/** Everybody in every table that was published about a quarter, the oldest table first. */
export function listContributorsOf(
  db: Db,
  { organisationId, instrumentId }: Collected,
  period: string,
): Promise<ContributorOfTable[]> {
  return db
    .selectFrom('programmeContributor as contributor')
    .innerJoin('programmeRelease as release', (join) =>
      join
        .onRef('release.organisationId', '=', 'contributor.organisationId')
        .onRef('release.id', '=', 'contributor.releaseId'),
    )
    .select(['contributor.releaseId', 'contributor.tableKind', 'contributor.companyId', 'contributor.parkId'])
    .select(['contributor.regionCode', 'contributor.sector', 'contributor.scores', 'release.madeAt'])
    .where('contributor.organisationId', '=', organisationId)
    .where('contributor.instrumentId', '=', instrumentId)
    .where('contributor.period', '=', period)
    .orderBy('release.madeAt')
    .orderBy('release.period')
    .orderBy('release.number')
    .orderBy('contributor.tableKind', 'desc')
    .orderBy('contributor.companyId')
    .execute()
}

/** Where a figure is. */
export type ShownCell = Pick<ProgrammeCellRow, 'releaseId' | 'kind' | 'rowId' | 'horizon' | 'dimension' | 'perspective'>

/** The figures that releases showed: of companies, or with `programmeSlope` those of their cohorts. */
export function listShown(
  db: Db,
  { organisationId }: Collected,
  table: 'programmeCell' | 'programmeSlope',
  releaseIds: readonly string[],
): Promise<ShownCell[]> {
  if (releaseIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom(table)
    .select(['releaseId', 'kind', 'rowId', 'horizon', 'dimension', 'perspective'])
    .where('organisationId', '=', organisationId)
    .where('releaseId', 'in', [...releaseIds])
    .where('kind', '<>', 'own')
    .where('reason', 'is', null)
    .execute()
}

/** Whether a release of the quarter told what companies agreed on. */
export async function hasThemes(db: Db, { organisationId, instrumentId }: Collected, period: string): Promise<boolean> {
  const row = await db
    .selectFrom('programmeRelease')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('instrumentId', '=', instrumentId)
    .where('period', '=', period)
    .where('themes', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What storing a release adds to its figures. */
type OfRelease = 'organisationId' | 'releaseId' | 'standingReleaseId'

/** A release as it is stored. */
export interface NewRelease {
  readonly release: Insertable<Tables['programmeRelease']>
  readonly cells: readonly Omit<ProgrammeCellRow, OfRelease>[]
  readonly slopes: readonly Omit<ProgrammeSlopeRow, OfRelease>[]
  readonly contributors: readonly Omit<ProgrammeContributorRow, 'organisationId' | 'releaseId'>[]
}

/** Stores a release whole. */
export async function insertProgrammeRelease(trx: Trx, made: NewRelease): Promise<void> {
  const { organisationId, id: releaseId } = made.release
  const of = { organisationId, releaseId, standingReleaseId: null }
  await trx.insertInto('programmeRelease').values(made.release).execute()
  await inParts(made.cells, (part) =>
    trx
      .insertInto('programmeCell')
      .values(part.map((cell) => ({ ...of, ...cell })))
      .execute(),
  )
  await inParts(made.slopes, (part) =>
    trx
      .insertInto('programmeSlope')
      .values(part.map((slope) => ({ ...of, ...slope })))
      .execute(),
  )
  await noteStandingFigures(trx, made.release)
  await inParts(made.contributors, (part) =>
    trx
      .insertInto('programmeContributor')
      .values(part.map((contributor) => ({ organisationId, releaseId, ...contributor })))
      .execute(),
  )
}

// As many rows as go into one statement without holding up others on the embedded database.
async function inParts<Row>(rows: readonly Row[], insert: (part: readonly Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += 250) await insert(rows.slice(from, from + 250))
}
