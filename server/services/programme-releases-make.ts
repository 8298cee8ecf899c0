import { createHash } from 'node:crypto'
import type {
  ProgrammeDocument,
  ProgrammeReleaseSummary,
  ProgrammeRowKind,
  ProgrammeTookPart,
} from '../contract/programme-releases.ts'
import type { SlopeFigure } from '../release/cohort.ts'
import type { ProgrammeFigure } from '../release/programme.ts'
import { type PublishedProgramme, rowName } from '../release/programme-table.ts'
import { type Contribution, makePublication, type Publication, type PublishedQuarter } from '../release/publication.ts'

/** What one company contributed, as the database has it. */
export interface StoredContribution {
  readonly companyId: string
  readonly parkId: string
  readonly regionCode: string | null
  readonly sector: string | null
  readonly scores: string
  readonly themes?: string
  /** Dimensions of which the questions changed so much since, that no line leads on; left out, none. */
  readonly without?: readonly string[]
}

/** A table that was published about a quarter, as the database has it. */
export interface StoredTable {
  /** The publication that it is of, which may be another programme's. */
  readonly releaseId: string
  readonly kind: 'release' | 'cohort'
  readonly contributors: readonly StoredContribution[]
  /** What it showed. */
  readonly shown: readonly { readonly cell: string; readonly row: string }[]
}

/** Everything that was published about a quarter. */
export interface StoredQuarter {
  readonly tables: readonly StoredTable[]
  readonly themesTold: boolean
}

/** The profile of a park by itself. */
export type OwnProfile = ProgrammeDocument['own'][number]

/** What a publication is made from. All of it can be handed to another thread. */
export interface PublicationInput {
  readonly period: string
  readonly instrument: ProgrammeDocument['instrument']
  readonly horizons: readonly string[]
  readonly dimensions: readonly string[]
  /** `all` first. */
  readonly perspectives: readonly string[]
  readonly contributions: readonly StoredContribution[]
  readonly published: StoredQuarter
  /** By a programme that was erased since: see `PublishedOf`. */
  readonly isPublishedByErased: boolean
  readonly previous:
    | {
        readonly period: string
        readonly contributions: readonly StoredContribution[]
        readonly published: StoredQuarter
      }
    | undefined
  readonly tookPart: ProgrammeTookPart
  /** Every park of the programme, by name. */
  readonly parks: readonly { readonly id: string; readonly name: string }[]
  readonly regions: readonly { readonly code: string; readonly name: string }[]
  readonly own: readonly OwnProfile[]
}

/** A contributor as it is remembered. */
export interface Remembered extends Omit<StoredContribution, 'themes' | 'without'> {
  readonly tableKind: 'release' | 'cohort-then' | 'cohort-now'
  readonly period: string
}

/** A row and the figures in it. */
export type RowWithCells = ProgrammeDocument['rows'][number]
/** A row and its changes. */
export type SlopeRow = NonNullable<ProgrammeDocument['slopes']>['rows'][number]

/** A publication that was made, and not stored yet. */
export interface MadePublication {
  readonly horizons: readonly string[]
  readonly rows: readonly RowWithCells[]
  readonly slopes: readonly SlopeRow[]
  readonly themes: ProgrammeDocument['themes']
  readonly remembered: readonly Remembered[]
}

/**
 * What would be published of these contributions.
 *
 * @returns undefined when the earlier releases of the quarter stand, here or of a programme that was erased since.
 */
export function makeFromStored(input: PublicationInput): MadePublication | undefined {
  if (input.isPublishedByErased) return undefined
  const contributions = input.contributions.map(readContribution)
  const horizons = horizonsIn(contributions, input.horizons)
  const cells = horizons.flatMap((horizon) =>
    input.perspectives.flatMap((perspective) =>
      input.dimensions.map((dimension) => `${horizon}/${dimension}/${perspective}`),
    ),
  )
  const { published, previous } = input
  const source = { contributions, cells, capitals: input.dimensions, published: readQuarter(published) }
  const before = previous && {
    contributions: previous.contributions.map(readContribution),
    published: readQuarter(previous.published),
  }
  const publication = makePublication(before === undefined ? source : { ...source, previous: before })
  if (publication === undefined) return undefined
  return {
    horizons,
    rows: rowsOf(publication.figures, input, cells),
    slopes: slopeRowsOf(publication.slopes, input),
    themes: publication.themes?.map(({ capital, n, companies }) => ({ capital, n, companies })) ?? null,
    remembered: rememberedOf(publication, input),
  }
}

/** The document of a release as it is stored and sent, and the tag of exactly these bytes. */
export function writeDocument(
  input: PublicationInput,
  made: MadePublication,
  release: ProgrammeReleaseSummary,
): { readonly document: string; readonly etag: string } {
  const document: ProgrammeDocument = {
    release,
    instrument: input.instrument,
    tookPart: input.tookPart,
    horizons: [...made.horizons],
    dimensions: [...input.dimensions],
    perspectives: [...input.perspectives],
    rows: [...made.rows],
    own: [...input.own],
    slopes: input.previous === undefined ? null : { fromPeriod: input.previous.period, rows: [...made.slopes] },
    themes: made.themes,
  }
  const text = JSON.stringify(document)
  return { document: text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` }
}

function readContribution(stored: StoredContribution): Contribution {
  const { companyId, parkId: park, regionCode: region, sector, without = [] } = stored
  const scores: Record<string, number | null> = JSON.parse(stored.scores)
  const themes: string[] | null = stored.themes === undefined ? null : JSON.parse(stored.themes)
  const kept = Object.entries(scores).filter(([cell]) => !without.includes(cell.split('/')[1] ?? ''))
  return { companyId, park, region, sector, scores: without.length === 0 ? scores : Object.fromEntries(kept), themes }
}

function readQuarter({ tables, themesTold }: StoredQuarter): PublishedQuarter {
  return { themesTold, tables: tables.map(readTable) }
}

function readTable({ kind, contributors, shown }: StoredTable): PublishedProgramme {
  const byCell = Map.groupBy(shown, ({ cell }) => cell)
  return {
    kind,
    contributions: contributors.map(readContribution),
    shown: new Map([...byCell].map(([cell, rows]) => [cell, new Set(rows.map(({ row }) => row))])),
  }
}

/** Horizons that nobody was asked about are not spoken of. */
function horizonsIn(contributions: readonly Contribution[], horizons: readonly string[]): string[] {
  const asked = new Set(
    contributions.flatMap(({ scores }) => Object.keys(scores).map((cell) => cell.slice(0, cell.indexOf('/')))),
  )
  return horizons.filter((horizon) => asked.has(horizon))
}

function rowsOf(
  figures: readonly ProgrammeFigure[],
  input: PublicationInput,
  cells: readonly string[],
): RowWithCells[] {
  const rows = Map.groupBy(figures, ({ kind, id }) => rowName(kind, id))
  const known = [...rows.values()].flatMap((ofRow): RowWithCells[] => {
    const [first] = ofRow
    return first === undefined ? [] : [{ ...rowHead(first, input), cells: ofRow.map(cellOf) }]
  })
  // A park of which nobody contributed is a row too: that is no score of nought, and no park less.
  const silent = input.parks.filter(({ id }) => !rows.has(rowName('park', id)))
  return inOrder([...known, ...silent.map(({ id, name }) => emptyPark(id, name, cells))])
}

function emptyPark(id: string, name: string, cells: readonly string[]): RowWithCells {
  const nothing = { n: 0, mean: null, lowOrHigh: null, lower: null, upper: null, reason: 'too-few' } as const
  return { kind: 'park', id, name, cells: cells.map((cell) => ({ ...addressOf(cell), ...nothing })) }
}

function cellOf({ cell, n, mean, end, quartiles, reason }: ProgrammeFigure): RowWithCells['cells'][number] {
  const band = { lower: quartiles?.lower ?? null, upper: quartiles?.upper ?? null }
  return { ...addressOf(cell), n, mean, lowOrHigh: end, ...band, reason }
}

function slopeRowsOf(slopes: readonly SlopeFigure[], input: PublicationInput): SlopeRow[] {
  const rows = Map.groupBy(slopes, ({ kind, id }) => rowName(kind, id))
  return inOrder(
    [...rows.values()].flatMap((ofRow): SlopeRow[] => {
      const [first] = ofRow
      if (first === undefined) return []
      const cells = ofRow.map(({ cell, n, thenMean, nowMean, word, reason }) => {
        return { ...addressOf(cell), n, thenMean, nowMean, word, reason }
      })
      return [{ ...rowHead(first, input), cells }]
    }),
  )
}

function addressOf(cell: string): { horizon: string; dimension: string; perspective: string } {
  const [horizon = '', dimension = '', perspective = ''] = cell.split('/')
  return { horizon, dimension, perspective }
}

function rowHead(
  { kind, id }: { readonly kind: ProgrammeRowKind; readonly id: string },
  { parks, regions }: PublicationInput,
): { kind: ProgrammeRowKind; id: string; name: string | null } {
  if (kind === 'park') return { kind, id, name: parks.find((park) => park.id === id)?.name ?? null }
  if (kind === 'region') return { kind, id, name: regions.find(({ code }) => code === id)?.name ?? null }
  return { kind, id, name: null }
}

const ORDER: readonly ProgrammeRowKind[] = ['programme', 'region', 'park', 'sector']

/** By kind and then by name: never by score. */
function inOrder<Row extends { readonly kind: ProgrammeRowKind; readonly id: string; readonly name: string | null }>(
  rows: readonly Row[],
): Row[] {
  const nameOf = ({ name, id }: Row) => name ?? id
  return rows.toSorted(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || nameOf(a).localeCompare(nameOf(b), 'nl'),
  )
}

function rememberedOf({ remember }: Publication, { period, previous }: PublicationInput): Remembered[] {
  const of = (table: PublishedProgramme, tableKind: Remembered['tableKind'], about: string) =>
    table.contributions.map(({ companyId, park, region, sector, scores }): Remembered => {
      const place = { companyId, parkId: park, regionCode: region, sector }
      return { ...place, tableKind, period: about, scores: JSON.stringify(scores) }
    })
  return [
    ...remember.current.flatMap((table) => of(table, table.kind === 'release' ? 'release' : 'cohort-now', period)),
    ...remember.previous.flatMap((table) => of(table, 'cohort-then', previous?.period ?? period)),
  ]
}
