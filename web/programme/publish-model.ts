import type { ProgrammePreview } from '../../server/contract/programme-releases.ts'

type Row = ProgrammePreview['rows'][number]
type Cell = Row['cells'][number]

/** Why a row, or some capitals of it, stays out; `kept`: readers keep what an earlier publication said of it. */
export type Why = 'kept' | 'too-few' | 'complement' | 'silent'

/** A row with what stays out of it for one reason. */
export interface HiddenRow {
  readonly row: Row
  /** The most companies that any of these figures has. */
  readonly n: number
  /** Capitals that stay out for this reason; undefined: all of them. */
  readonly capitals: readonly string[] | undefined
}

/** How many figures go in, and of how many. */
export interface Count {
  readonly shown: number
  readonly all: number
}

/** Both perspectives together. */
export const TOGETHER = 'all'

/** What stays out, by reason: of both perspectives together, and over all horizons. Reasons that nothing has are left out. */
export function hiddenRows(rows: readonly Row[]): ReadonlyMap<Why, readonly HiddenRow[]> {
  const byReason = new Map<Why, HiddenRow[]>()
  for (const row of rows) {
    const together = row.cells.filter(({ perspective }) => perspective === TOGETHER)
    const isSilent = together.every(({ n }) => n === 0)
    const hidden = Map.groupBy(
      together.filter(({ reason }) => reason !== null),
      ({ reason, stands }): Why => (stands ? 'kept' : isSilent ? 'silent' : (reason ?? 'too-few')),
    )
    for (const [why, cells] of hidden) {
      const isWhole = cells.length === together.length
      const capitals = isWhole ? undefined : [...new Set(cells.map(({ dimension }) => dimension))]
      const of = byReason.get(why) ?? []
      byReason.set(why, [...of, { row, n: Math.max(...cells.map(({ n }) => n)), capitals }])
    }
  }
  return byReason
}

type CountedCell = Pick<Cell, 'reason' | 'perspective'>

/** How many figures go in. */
export function countShown(
  rows: readonly { readonly cells: readonly CountedCell[] }[],
  which: (cell: CountedCell) => boolean = () => true,
): Count {
  const cells = rows.flatMap((row) => row.cells.filter(which))
  return { shown: cells.filter(({ reason }) => reason === null).length, all: cells.length }
}

/** How many companies are in both quarters: the most that any change of the whole programme has. */
export function cohortSize(slopes: ProgrammePreview['slopes']): number {
  return Math.max(0, ...slopes.flatMap(({ kind, cells }) => (kind === 'programme' ? cells.map(({ n }) => n) : [])))
}

/** The figures of a row as the table shows them: one for each capital, of one horizon and both perspectives together. */
export function tableCells(row: Row, horizon: string): readonly Cell[] {
  return row.cells.filter((cell) => cell.horizon === horizon && cell.perspective === TOGETHER)
}
