import type { Scope } from '../auth/scope.ts'
import type {
  CompareQuery,
  FigureCell,
  FiguresQuery,
  Heatmap,
  ParkComparison,
  ProgrammeTrend,
  ProgrammeTrendQuery,
  Slopes,
  SlopesQuery,
  Themes,
} from '../contract/programme-figures.ts'
import type { TookPart } from '../contract/programme-releases.ts'
import { ChangeWord } from '../contract/results.ts'
import type { Db } from '../db/open.ts'
import {
  findThemes,
  listCells,
  listFrames,
  listOwnCells,
  listSlopes,
  type NamedCell,
  type ReleaseFrame,
} from '../db/queries/programme-figures.ts'
import { type Collected, listReleaseNames } from '../db/queries/programme-releases.ts'
import type { Instruments } from '../instruments.ts'
import type { StoredFrame } from './programme-releases.ts'
import { brokenBetween, collectedBy } from './programme-releases-input.ts'
import { earlierOf, nameOf, type QuarterOfReleases, quartersOfReleases } from './standing-figures.ts'

/** What comparisons are read from. */
export interface FiguresDeps {
  readonly db: Db
  readonly instruments: Instruments
}

/** A release that was chosen, with what it says beside its figures. */
interface Chosen {
  readonly collected: Collected
  readonly quarter: QuarterOfReleases
  readonly frame: StoredFrame
  readonly horizon: string
  readonly perspective: string
}

type Frame = Omit<Heatmap, 'rows'>

/** Parks x capitals of the newest release of a quarter, with what stands of earlier ones. */
export async function viewHeatmap(
  { db }: FiguresDeps,
  scope: Pick<Scope, 'organisationId'>,
  query: FiguresQuery,
): Promise<Heatmap> {
  const { head, chosen } = await choose(db, scope, query)
  if (chosen === undefined) return { ...head, rows: [] }
  const { quarter, horizon, perspective, frame } = chosen
  const kinds = ['programme', 'region', 'park', 'sector'] as const
  const cells = await listCells(db, chosen.collected, { releaseIds: [quarter.newest.id], horizon, perspective, kinds })
  return {
    ...head,
    rows: rowsOf(cells).map((row) => ({
      ...row.head,
      tookPart: tookPartOf(frame, row.head),
      cells: cellsOf(chosen, row.cells),
    })),
  }
}

/** A few parks beside each other and beside the whole programme. */
export async function viewComparison({ db }: FiguresDeps, scope: Scope, query: CompareQuery): Promise<ParkComparison> {
  const { head, chosen } = await choose(db, scope, query)
  if (chosen === undefined) return { ...head, programme: null, parks: [] }
  const { quarter, horizon, perspective, frame, collected } = chosen
  const place = { releaseIds: [quarter.newest.id], horizon, perspective, rowIds: query.parks }
  const [cells, own] = await Promise.all([
    listCells(db, collected, { ...place, kinds: ['programme', 'park'] }),
    listOwnCells(db, collected, quarter.newest.id, query.parks),
  ])
  const rows = new Map(rowsOf(cells).map((row) => [row.head.id, row]))
  const whole = rows.get('all')
  const parks = query.parks.flatMap((id) => {
    const row = rows.get(id)
    const scores = own.flatMap(({ rowId, mean, horizon: about, dimension, n }) => {
      return rowId === id ? [{ horizon: about, dimension, n, score: mean }] : []
    })
    if (row === undefined) return []
    const tookPart = tookPartOf(frame, { kind: 'park', id })
    return [{ id, name: row.head.name, tookPart, cells: cellsOf(chosen, row.cells), own: scores }]
  })
  const programme = whole && { tookPart: head.whoTookPart, cells: cellsOf(chosen, whole.cells) }
  return { ...head, programme: programme ?? null, parks }
}

/** How companies that are in two quarters changed. */
export async function viewSlopes({ db }: FiguresDeps, scope: Scope, query: SlopesQuery): Promise<Slopes> {
  const { head, chosen } = await choose(db, scope, query)
  if (chosen === undefined) return { ...head, fromPeriod: null, rows: [] }
  const { quarter, horizon, perspective, frame } = chosen
  const which = query.parks === undefined ? {} : { rowIds: query.parks }
  const kinds = ['programme', 'park'] as const
  const cells = await listSlopes(db, chosen.collected, {
    releaseIds: [quarter.newest.id],
    horizon,
    perspective,
    kinds,
    ...which,
  })
  const rows = rowsOf(cells).map(({ head: row, cells: ofRow }) => ({
    ...row,
    cells: inFrame(frame, ofRow).map(({ dimension, n, thenMean, nowMean, word, reason, ...of }) => {
      const said = word === null ? null : ChangeWord.parse(word)
      return { dimension, n, thenMean, nowMean, word: said, reason, earlier: earlierOf(of, [quarter]) }
    }),
  }))
  return { ...head, fromPeriod: frame.fromPeriod, rows }
}

/** One dimension over every quarter that was published. */
export async function viewProgrammeTrend(
  { db, instruments }: FiguresDeps,
  scope: Scope,
  query: ProgrammeTrendQuery,
): Promise<ProgrammeTrend> {
  const collected = await collectedBy(db, scope)
  const published = quartersOfReleases(await listReleaseNames(db, collected)).toReversed()
  const releaseIds = published.map(({ newest }) => newest.id)
  const frames = new Map((await listFrames(db, collected, releaseIds)).map((row) => [row.id, row]))
  const quarters = published.flatMap(({ newest }) => {
    const row = frames.get(newest.id)
    return row === undefined ? [] : [{ release: newest, frame: readFrame(row) }]
  })
  const last = quarters.at(-1)
  if (last === undefined) return NO_TREND
  const { frame } = last
  const dimension = query.dimension ?? frame.dimensions[0] ?? ''
  const [horizon, perspective] = [query.horizon ?? frame.horizons[0] ?? '', query.perspective ?? 'all']
  const kinds = ['programme', 'park'] as const
  const cells = await listCells(db, collected, { releaseIds, horizon, perspective, kinds, dimension })
  const all = published.flatMap(({ newest, earlier }) => [newest, ...earlier])
  const periods = new Map(all.map(({ id, period }) => [id, period]))
  return {
    ...asked(frame),
    instrument: instrumentOf(collected, frame),
    dimension,
    horizon,
    perspective,
    quarters: quarters.map(({ release, frame: own }, index) => {
      const broken = brokenSince(instruments, collected.instrumentId, quarters[index - 1]?.frame, own)
      return { release, whoTookPart: tookPart(own), continues: !broken.includes(dimension) }
    }),
    rows: rowsOf(cells).map(({ head, cells: ofRow }) => {
      const points = ofRow.map(({ n, mean, lowOrHigh, reason, ...of }) => {
        const period = periods.get(of.releaseId) ?? ''
        return { period, n, mean, lowOrHigh, reason, earlier: earlierOf(of, published) }
      })
      const order = published.map(({ newest }) => newest.period)
      return { ...head, points: points.toSorted((a, b) => order.indexOf(a.period) - order.indexOf(b.period)) }
    }),
  }
}

const NO_TREND: ProgrammeTrend = {
  instrument: null,
  horizons: [],
  dimensions: [],
  perspectives: [],
  dimension: null,
  horizon: null,
  perspective: null,
  quarters: [],
  rows: [],
}

/** Companies may use different versions in one quarter: what changed between any two of them breaks the line. */
function brokenSince(
  instruments: Instruments,
  instrumentId: string,
  before: StoredFrame | undefined,
  now: StoredFrame,
): readonly string[] {
  if (before === undefined) return []
  return before.versions.flatMap((earlier) =>
    now.versions.flatMap((later) => brokenBetween(instruments, instrumentId, earlier, later) ?? now.dimensions),
  )
}

/** For how many companies something was agreed, by capital. */
export async function viewThemes(
  { db }: FiguresDeps,
  scope: Scope,
  query: Pick<FiguresQuery, 'period'>,
): Promise<Themes> {
  const collected = await collectedBy(db, scope)
  const quarters = quartersOfReleases(await listReleaseNames(db, collected))
  const periods = quarters.map(({ newest }) => newest.period)
  const period = query.period ?? periods[0]
  const row = period === undefined ? undefined : await findThemes(db, collected, period)
  if (row === undefined) return { release: null, periods, whoTookPart: null, themes: [] }
  const themes: Themes['themes'] = JSON.parse(row.themes ?? '[]')
  return { release: nameOf(row), periods, whoTookPart: tookPart(readFrame(row)), themes }
}

async function choose(
  db: Db,
  scope: Pick<Scope, 'organisationId'>,
  query: FiguresQuery,
): Promise<{ readonly head: Frame; readonly chosen?: Chosen }> {
  const collected = await collectedBy(db, scope)
  const quarters = quartersOfReleases(await listReleaseNames(db, collected))
  const periods = quarters.map(({ newest }) => newest.period)
  const quarter = query.period === undefined ? quarters[0] : quarters[periods.indexOf(query.period)]
  const [row] = await listFrames(db, collected, quarter === undefined ? [] : [quarter.newest.id])
  if (quarter === undefined || row === undefined) return { head: { ...NO_RELEASE, periods } }
  const frame = readFrame(row)
  const horizon = query.horizon ?? frame.horizons[0] ?? ''
  const perspective = query.perspective ?? 'all'
  const instrument = instrumentOf(collected, frame)
  const release = quarter.newest
  const head = { release, periods, whoTookPart: tookPart(frame), instrument, ...asked(frame), horizon, perspective }
  return { head, chosen: { collected, quarter, frame, horizon, perspective } }
}

const NO_RELEASE: Omit<Frame, 'periods'> = {
  release: null,
  whoTookPart: null,
  instrument: null,
  horizons: [],
  dimensions: [],
  perspectives: [],
  horizon: null,
  perspective: null,
}

function readFrame({ frame }: Pick<ReleaseFrame, 'frame'>): StoredFrame {
  return JSON.parse(frame)
}

function asked({ horizons, dimensions, perspectives }: StoredFrame) {
  return { horizons: [...horizons], dimensions: [...dimensions], perspectives: [...perspectives] }
}

function instrumentOf({ instrumentId }: Collected, { versions }: StoredFrame): { id: string; version: string } {
  return { id: instrumentId, version: versions.at(-1) ?? '' }
}

function tookPart({ joined, contributed }: StoredFrame): TookPart {
  return { joined, contributed }
}

function tookPartOf(frame: StoredFrame, { kind, id }: { readonly kind: string; readonly id: string }): TookPart | null {
  if (kind === 'programme') return tookPart(frame)
  return kind === 'park' ? (frame.parks[id] ?? { joined: 0, contributed: 0 }) : null
}

/** Cells by row, in the order in which they come. */
function rowsOf<Cell extends Pick<NamedCell, 'kind' | 'rowId' | 'name'>>(cells: readonly Cell[]) {
  const byRow = Map.groupBy(cells, ({ kind, rowId }) => `${kind} ${rowId}`)
  return [...byRow.values()].flatMap((ofRow) => {
    const [first] = ofRow
    if (first === undefined || first.kind === 'own') return []
    return [{ head: { kind: first.kind, id: first.rowId, name: first.name }, cells: ofRow }]
  })
}

/** The figures of a row in the order of the dimensions. */
function cellsOf({ frame, quarter }: Chosen, cells: readonly NamedCell[]): FigureCell[] {
  return inFrame(frame, cells).map(({ dimension, n, mean, lowOrHigh, reason, lower, upper, ...of }) => {
    return { dimension, n, mean, lowOrHigh, reason, lower, upper, earlier: earlierOf(of, [quarter]) }
  })
}

/** The cells of a row in the order of the dimensions. */
function inFrame<Cell extends { readonly dimension: string }>(frame: StoredFrame, cells: readonly Cell[]): Cell[] {
  return frame.dimensions.flatMap((dimension) => cells.filter((cell) => cell.dimension === dimension))
}
