import type { EarlierFigure, Heatmap } from '../contract/programme-figures.ts'
import type { ToldTookPart } from '../contract/programme-releases.ts'
import { type ToldCount, tellCount } from '../release/told-counts.ts'

type Row = Heatmap['rows'][number]

/** A figure as everybody reads it; `n` is null where it is not told, and `nReason` says why, as in `ToldCount`. */
export interface PublicCell extends Omit<Row['cells'][number], 'n' | 'earlier'> {
  readonly n: ToldCount['count']
  readonly nReason: ToldCount['reason']
  /** Of which publication it is, without how many there are in the newest. */
  readonly earlier: Omit<EarlierFigure, 'counted'> | null
}

/** A row as everybody reads it. */
export interface PublicRow extends Pick<Row, 'kind' | 'id' | 'name'> {
  /** On a park; null of other rows. */
  readonly tookPart: ToldTookPart | null
  readonly cells: readonly PublicCell[]
}

/** Published figures as everybody reads them: no row of it tells a count below five. */
export interface PublicFigures extends Omit<Heatmap, 'rows'> {
  readonly rows: readonly PublicRow[]
}

/** What staff reads, without counts below five (`release/told-counts.ts`). */
export function publicFigures({ rows, ...head }: Heatmap): PublicFigures {
  return { ...head, rows: rows.map(publicRow).filter(isTold) }
}

/**
 * A release has a row for every park, with nobody too, but for a sector or region only where somebody contributed: of one
 * company in its sector such a row alone would say what its count may not.
 */
function isTold({ kind, cells }: PublicRow): boolean {
  return kind === 'programme' || kind === 'park' || cells.some(({ n }) => n !== null)
}

function publicRow({ kind, id, name, tookPart, cells }: Row): PublicRow {
  return {
    kind,
    id,
    name,
    tookPart: tookPart && { joined: tellCount(tookPart.joined), contributed: tellCount(tookPart.contributed) },
    cells: cells.map((cell) => {
      const { count, reason } = tellCount(cell.n)
      const earlier = cell.earlier && { release: cell.earlier.release, because: cell.earlier.because }
      return { ...cell, n: count, nReason: reason, earlier }
    }),
  }
}
