import type { Db } from '../open.ts'
import type {
  ProgrammeCellRow,
  ProgrammeReason,
  ProgrammeReleaseRow,
  ProgrammeRowKind,
  ProgrammeSlopeRow,
} from '../programme-tables.ts'
import { listRegionNames } from './parks.ts'
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
  /** The newest release of each quarter. */
  readonly releaseIds: readonly string[]
  readonly horizon: string
  readonly perspective: string
  readonly kinds: readonly ProgrammeRowKind[]
  /** Left out: every row of these kinds. */
  readonly rowIds?: readonly string[]
  /** Left out: every dimension. */
  readonly dimension?: string
}

/** What a figure says beside its own columns. */
interface NamedFigure {
  /** Of the park or region that it is about; null: it has none, or is not there any more. */
  readonly name: string | null
  /** Why the newest release of the quarter does not show it; null: it is of that one. */
  readonly because: ProgrammeReason | null
  /** Companies with a score here in the newest release, whichever this is of. */
  readonly counted: number
}

/** A published figure, of the newest release of its quarter or of an earlier one that still stands. */
export type NamedCell = Omit<ProgrammeCellRow, NotNamed> & NamedFigure
type NotNamed = 'organisationId' | 'horizon' | 'perspective' | 'standingReleaseId'

/** Published figures that stand, in the order of their rows' names: see `noteStandingFigures`. */
export async function listCells(
  db: Db,
  { organisationId }: Pick<Collected, 'organisationId'>,
  place: FigurePlace,
): Promise<NamedCell[]> {
  if (place.releaseIds.length === 0) return []
  const rows = await db
    .selectFrom('programmeCell as cell')
    .leftJoin('programmeCell as standing', (join) =>
      join
        .onRef('standing.organisationId', '=', 'cell.organisationId')
        .onRef('standing.releaseId', '=', 'cell.standingReleaseId')
        .onRef('standing.horizon', '=', 'cell.horizon')
        .onRef('standing.perspective', '=', 'cell.perspective')
        .onRef('standing.kind', '=', 'cell.kind')
        .onRef('standing.rowId', '=', 'cell.rowId')
        .onRef('standing.dimension', '=', 'cell.dimension'),
    )
    .select(['cell.releaseId', 'cell.kind', 'cell.rowId', 'cell.dimension', 'cell.n', 'cell.mean'])
    .select(['cell.lowOrHigh', 'cell.lower', 'cell.upper', 'cell.reason'])
    .select(['standing.releaseId as standingId', 'standing.n as standingN', 'standing.mean as standingMean'])
    .select(['standing.lowOrHigh as standingEnd', 'standing.lower as standingLower'])
    .select(['standing.upper as standingUpper'])
    .where('cell.organisationId', '=', organisationId)
    .where('cell.releaseId', 'in', [...place.releaseIds])
    .where('cell.horizon', '=', place.horizon)
    .where('cell.perspective', '=', place.perspective)
    .where('cell.kind', 'in', [...place.kinds])
    .$if(place.rowIds !== undefined, (query) => query.where('cell.rowId', 'in', [...(place.rowIds ?? []), 'all']))
    .$if(place.dimension !== undefined, (query) => query.where('cell.dimension', '=', place.dimension ?? ''))
    .execute()
  const named = await namesOf(db, organisationId, rows)
  return inOrderOfNames(
    named.map(({ standingId, standingN, standingMean, standingEnd, standingLower, standingUpper, ...cell }) => {
      const counted = cell.n
      if (standingId === null) return { ...cell, because: null, counted }
      const { kind, rowId, dimension, name, reason } = cell
      return {
        ...{ kind, rowId, dimension, name, releaseId: standingId, n: standingN ?? 0, mean: standingMean },
        ...{ lowOrHigh: standingEnd, lower: standingLower, upper: standingUpper },
        ...{ reason: null, because: reason, counted },
      }
    }),
  )
}

/** The same with the names of parks and regions, each looked up once and not once for each of its figures. */
async function namesOf<Row extends { readonly kind: ProgrammeRowKind; readonly rowId: string }>(
  db: Db,
  programmeId: string,
  rows: readonly Row[],
): Promise<(Row & { readonly name: string | null })[]> {
  const ids = [...new Set(rows.flatMap(({ kind, rowId }) => (kind === 'park' ? [rowId] : [])))]
  const parks = ids.length === 0 ? [] : await listNames(db, ids)
  const regions = rows.some(({ kind }) => kind === 'region') ? await listRegionNames(db, programmeId) : []
  const names = {
    park: new Map(parks.map(({ id, name }) => [id, name])),
    region: new Map(regions),
  }
  return rows.map((row) => {
    const ofKind = row.kind === 'park' || row.kind === 'region' ? names[row.kind] : undefined
    return { ...row, name: ofKind?.get(row.rowId) ?? null }
  })
}

function listNames(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
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

/** A published change, of the newest release of its quarter or of an earlier one that still stands. */
export type NamedSlope = Omit<ProgrammeSlopeRow, NotNamed> & NamedFigure

/**
 * Published changes that stand, in the order of their rows' names: see `noteStandingFigures`. Then and now are of one
 * release always.
 */
export async function listSlopes(
  db: Db,
  { organisationId }: Pick<Collected, 'organisationId'>,
  place: FigurePlace,
): Promise<NamedSlope[]> {
  if (place.releaseIds.length === 0) return []
  const rows = await db
    .selectFrom('programmeSlope as slope')
    .leftJoin('programmeSlope as standing', (join) =>
      join
        .onRef('standing.organisationId', '=', 'slope.organisationId')
        .onRef('standing.releaseId', '=', 'slope.standingReleaseId')
        .onRef('standing.horizon', '=', 'slope.horizon')
        .onRef('standing.perspective', '=', 'slope.perspective')
        .onRef('standing.kind', '=', 'slope.kind')
        .onRef('standing.rowId', '=', 'slope.rowId')
        .onRef('standing.dimension', '=', 'slope.dimension'),
    )
    .select(['slope.releaseId', 'slope.fromPeriod', 'slope.kind', 'slope.rowId', 'slope.dimension', 'slope.n'])
    .select(['slope.thenMean', 'slope.nowMean', 'slope.word', 'slope.reason'])
    .select(['standing.releaseId as standingId', 'standing.n as standingN', 'standing.word as standingWord'])
    .select(['standing.thenMean as standingThen', 'standing.nowMean as standingNow'])
    .where('slope.organisationId', '=', organisationId)
    .where('slope.releaseId', 'in', [...place.releaseIds])
    .where('slope.horizon', '=', place.horizon)
    .where('slope.perspective', '=', place.perspective)
    .where('slope.kind', 'in', [...place.kinds])
    .$if(place.rowIds !== undefined, (query) => query.where('slope.rowId', 'in', [...(place.rowIds ?? []), 'all']))
    .execute()
  const named = await namesOf(db, organisationId, rows)
  return inOrderOfNames(
    named.map(({ standingId, standingN, standingWord, standingThen, standingNow, ...slope }) => {
      const counted = slope.n
      if (standingId === null) return { ...slope, because: null, counted }
      const { fromPeriod, kind, rowId, dimension, name, reason } = slope
      return {
        ...{ fromPeriod, kind, rowId, dimension, name, releaseId: standingId, n: standingN ?? 0 },
        ...{ thenMean: standingThen, nowMean: standingNow, word: standingWord },
        ...{ reason: null, because: reason, counted },
      }
    }),
  )
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
