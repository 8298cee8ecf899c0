import type { Db } from '../open.ts'
import type { ProgrammeCellRow, ProgrammeReleaseRow, ProgrammeRowKind, ProgrammeSlopeRow } from '../programme-tables.ts'
import type { Collected } from './programme-releases.ts'

/** The release that stands for a quarter, with what comparisons say beside its figures. */
export type ReleaseFrame = Pick<ProgrammeReleaseRow, 'id' | 'period' | 'number' | 'madeAt' | 'frame' | 'themes'>

/** What comparisons say of these releases. */
export function listFrames(
  db: Db,
  { organisationId }: Pick<Collected, 'organisationId'>,
  ids: readonly string[],
): Promise<ReleaseFrame[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .selectFrom('programmeRelease')
    .select(['id', 'period', 'number', 'madeAt', 'frame', 'themes'])
    .where('organisationId', '=', organisationId)
    .where('id', 'in', [...ids])
    .execute()
}

/** The newest release of a quarter that told what companies agreed on. */
export function findThemes(
  db: Db,
  { organisationId, instrumentId }: Collected,
  period: string,
): Promise<ReleaseFrame | undefined> {
  return db
    .selectFrom('programmeRelease')
    .select(['id', 'period', 'number', 'madeAt', 'frame', 'themes'])
    .where('organisationId', '=', organisationId)
    .where('instrumentId', '=', instrumentId)
    .where('period', '=', period)
    .where('themes', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Which figures of releases. */
export interface FigurePlace {
  readonly releaseIds: readonly string[]
  readonly horizon: string
  readonly perspective: string
  readonly kinds: readonly ProgrammeRowKind[]
  /** Left out: every row of these kinds. */
  readonly rowIds?: readonly string[]
  /** Left out: every dimension. */
  readonly dimension?: string
}

/** A published figure with the name of the park or region that it is about; null: it has none, or is not there any more. */
export type NamedCell = Omit<ProgrammeCellRow, 'organisationId' | 'horizon' | 'perspective'> & { name: string | null }

/** Published figures, in the order of their rows' names. */
export async function listCells(
  db: Db,
  { organisationId }: Pick<Collected, 'organisationId'>,
  place: FigurePlace,
): Promise<NamedCell[]> {
  if (place.releaseIds.length === 0) return []
  const rows = await db
    .selectFrom('programmeCell as cell')
    .leftJoin('organisation as park', 'park.id', 'cell.rowId')
    .leftJoin('region', 'region.code', 'cell.rowId')
    .select(['cell.releaseId', 'cell.kind', 'cell.rowId', 'cell.dimension', 'cell.n', 'cell.mean'])
    .select(['cell.lowOrHigh', 'cell.lower', 'cell.upper', 'cell.reason'])
    .select(({ fn }) => fn.coalesce('park.name', 'region.name').as('name'))
    .where('cell.organisationId', '=', organisationId)
    .where('cell.releaseId', 'in', [...place.releaseIds])
    .where('cell.horizon', '=', place.horizon)
    .where('cell.perspective', '=', place.perspective)
    .where('cell.kind', 'in', [...place.kinds])
    .$if(place.rowIds !== undefined, (query) => query.where('cell.rowId', 'in', [...(place.rowIds ?? []), 'all']))
    .$if(place.dimension !== undefined, (query) => query.where('cell.dimension', '=', place.dimension ?? ''))
    .execute()
  return inOrderOfNames(rows)
}

/** Profiles of parks by themselves, as a release copied them. */
export function listOwnCells(
  db: Db,
  { organisationId }: Pick<Collected, 'organisationId'>,
  releaseId: string,
  parkIds: readonly string[],
): Promise<Pick<ProgrammeCellRow, 'rowId' | 'horizon' | 'dimension' | 'n' | 'mean'>[]> {
  if (parkIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('programmeCell')
    .select(['rowId', 'horizon', 'dimension', 'n', 'mean'])
    .where('organisationId', '=', organisationId)
    .where('releaseId', '=', releaseId)
    .where('perspective', '=', 'all')
    .where('kind', '=', 'own')
    .where('rowId', 'in', [...parkIds])
    .execute()
}

/** A published change with the name of the park that it is about. */
export type NamedSlope = Omit<ProgrammeSlopeRow, 'organisationId' | 'horizon' | 'perspective'> & { name: string | null }

/** Published changes, in the order of their rows' names. */
export async function listSlopes(
  db: Db,
  { organisationId }: Pick<Collected, 'organisationId'>,
  place: FigurePlace,
): Promise<NamedSlope[]> {
  if (place.releaseIds.length === 0) return []
  const rows = await db
    .selectFrom('programmeSlope as slope')
    .leftJoin('organisation as park', 'park.id', 'slope.rowId')
    .select(['slope.releaseId', 'slope.fromPeriod', 'slope.kind', 'slope.rowId', 'slope.dimension', 'slope.n'])
    .select(['slope.thenMean', 'slope.nowMean', 'slope.word', 'slope.reason', 'park.name'])
    .where('slope.organisationId', '=', organisationId)
    .where('slope.releaseId', 'in', [...place.releaseIds])
    .where('slope.horizon', '=', place.horizon)
    .where('slope.perspective', '=', place.perspective)
    .where('slope.kind', 'in', [...place.kinds])
    .$if(place.rowIds !== undefined, (query) => query.where('slope.rowId', 'in', [...(place.rowIds ?? []), 'all']))
    .execute()
  return inOrderOfNames(rows)
}

const ORDER: readonly ProgrammeRowKind[] = ['programme', 'park', 'region', 'sector', 'own']
const names = new Intl.Collator('nl')

function inOrderOfNames<
  Row extends { readonly kind: ProgrammeRowKind; readonly rowId: string; readonly name: string | null },
>(rows: readonly Row[]): Row[] {
  // A row is compared once and not once for each of its figures: comparing names is slow.
  const byRow = [...Map.groupBy(rows, ({ kind, rowId }) => `${kind} ${rowId}`).values()]
  const named = byRow.flatMap((ofRow) => ofRow.slice(0, 1).map((first) => ({ first, ofRow })))
  named.sort(
    ({ first: a }, { first: b }) =>
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || names.compare(a.name ?? a.rowId, b.name ?? b.rowId),
  )
  return named.flatMap(({ ofRow }) => ofRow)
}
