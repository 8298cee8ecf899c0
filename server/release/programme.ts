import { roundHalfUp } from '../domain/rounding.ts'
import { type CellTable, cellTable } from './cell-table.ts'
import { HIGHEST_COUNTED, LOWEST_COUNTED } from './counted.ts'
import {
  type ContributedScores,
  hasQuartiles,
  PROGRAMME_RULES,
  type ProgrammeRules,
  type PublishedProgramme,
  ROW_KINDS,
  type RowKind,
  rowName,
} from './programme-table.ts'

/** One row and cell of a programme's release. */
export interface ProgrammeFigure {
  readonly kind: RowKind
  readonly id: string
  readonly cell: string
  /** Companies with a score in this cell; always told. */
  readonly n: number
  readonly mean: number | null
  /** `low`: 15 or lower, `high`: 85 or higher. */
  readonly end: 'low' | 'high' | null
  /** From ten companies on, for the whole and for parks. */
  readonly quartiles: { readonly lower: number; readonly upper: number } | null
  /** Why it is not shown: too few companies, or too few could be told from others by it. */
  readonly reason: 'too-few' | 'complement' | null
}

/**
 * The figures of one quarter of a programme. Companies weigh equally. Each figure is a winsorised mean (Tukey 1962, "The
 * future of data analysis"): scores below 15 count as 15 and those above 85 as 85.
 *
 * Quartiles: a crowd (see `rowsWithCrowds`) is loose when, whichever two companies leave it, the others lie 15 points or more
 * apart. Companies of other crowds count in quartiles with the mean of their crowd. Why nobody is pinned by them: in a loose
 * crowd the companies may have each other's scores, and every sum and every quartile stays the same; in another one they may
 * move apart by up to 15 points with the same sum, and it stays one in which everybody counts as the mean. Crowds whose own
 * scores were told this way stay loose: later tables hide rows that would split them into others.
 * Not proven: that a later table hides such a row tells that something there is nearly alike, though not at which score.
 *
 * Missing: a company without a score in a cell is not counted there, and n says so. A figure that may not be shown is
 * null and has a reason.
 *
 * @param cells which cells, in the order in which they are shown.
 * @param earlier every table published about the same quarter, oldest first.
 * @returns undefined when the earlier releases stand: too few companies differ from them.
 * @see `method.md` section 8.
 */
export function makeProgrammeRelease(
  contributions: readonly ContributedScores[],
  cells: readonly string[],
  earlier: readonly PublishedProgramme[] = [],
  rules: ProgrammeRules = PROGRAMME_RULES,
): { readonly figures: ProgrammeFigure[]; readonly shown: ReadonlyMap<string, ReadonlySet<string>> } | undefined {
  const shown = new Map<string, ReadonlySet<string>>()
  const figures: ProgrammeFigure[] = []
  for (const cell of cells) {
    const table = cellTable(contributions, cell, earlier, rules)
    if (table === undefined) return undefined
    shown.set(cell, table.shown)
    figures.push(...figuresOf(cell, contributions, table, rules))
  }
  return { figures, shown }
}

function figuresOf(
  cell: string,
  everybody: readonly ContributedScores[],
  { members, shown, forQuartiles }: CellTable,
  rules: ProgrammeRules,
): ProgrammeFigure[] {
  return ROW_KINDS.flatMap((kind) => {
    const inRows = membersByRow(kind, members)
    return idsOf(kind, everybody).map((id): ProgrammeFigure => {
      const places = inRows.get(id) ?? []
      const isShown = shown.has(rowName(kind, id))
      const own = isShown ? places.map((place) => members[place]?.score ?? 0) : []
      const spread = isShown ? places.map((place) => forQuartiles[place] ?? 0) : []
      return {
        kind,
        id,
        cell,
        n: places.length,
        ...meanOf(own),
        quartiles: quartilesOf(kind, spread),
        reason: reasonOf(isShown, places.length, rules),
      }
    })
  })
}

/** Which rows of a kind there are among these companies, in the order in which they are shown. */
export function idsOf(kind: RowKind, everybody: readonly ContributedScores[]): string[] {
  return [...new Set(everybody.flatMap((one) => (kind === 'programme' ? 'all' : (one[kind] ?? []))))].toSorted()
}

/** At which places of a list the companies of each row of a kind stand. */
export function membersByRow(
  kind: RowKind,
  members: readonly Pick<ContributedScores, 'park' | 'region' | 'sector'>[],
): ReadonlyMap<string | null, number[]> {
  return Map.groupBy(members.keys(), (place) => (kind === 'programme' ? 'all' : (members[place]?.[kind] ?? null)))
}

/** Why a row is not shown; null when it is. */
export function reasonOf(isShown: boolean, n: number, { threshold }: ProgrammeRules): ProgrammeFigure['reason'] {
  if (isShown) return null
  return n < threshold ? 'too-few' : 'complement'
}

/** The mean of counted scores as it is published, and whether it stands at an end; null of none. */
export function meanOf(scores: readonly number[]): Pick<ProgrammeFigure, 'mean' | 'end'> {
  if (scores.length === 0) return { mean: null, end: null }
  const mean = roundHalfUp(scores.reduce((sum, score) => sum + score, 0) / scores.length)
  return { mean, end: mean <= LOWEST_COUNTED ? 'low' : mean >= HIGHEST_COUNTED ? 'high' : null }
}

/** Quartiles by nearest rank. */
function quartilesOf(kind: RowKind, scores: readonly number[]): ProgrammeFigure['quartiles'] {
  const sorted = scores.toSorted((a, b) => a - b)
  const rank = Math.ceil(sorted.length / 4)
  const [lower, upper] = [sorted[rank - 1], sorted[sorted.length - rank]]
  if (!hasQuartiles(kind, sorted.length)) return null
  return lower === undefined || upper === undefined ? null : { lower: roundHalfUp(lower), upper: roundHalfUp(upper) }
}
