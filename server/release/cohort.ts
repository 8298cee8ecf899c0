import { type ChangeWord, pairedWord } from '../domain/change.ts'
import { cellTable } from './cell-table.ts'
import { HIGHEST_COUNTED, LOWEST_COUNTED } from './counted.ts'
import { idsOf, meanOf, membersByRow, reasonOf } from './programme.ts'
import {
  type ContributedScores,
  type Counted,
  PROGRAMME_RULES,
  type ProgrammeRules,
  type PublishedProgramme,
  ROW_KINDS,
  type RowKind,
  rowName,
  scoresIn,
} from './programme-table.ts'

/** One row and cell of two quarters of the companies that are in both. */
export interface SlopeFigure {
  readonly kind: RowKind
  readonly id: string
  readonly cell: string
  /** Companies with a score in this cell in both quarters; always told. */
  readonly n: number
  readonly thenMean: number | null
  readonly nowMean: number | null
  /** Null when the row is not shown. */
  readonly word: ChangeWord | null
  readonly reason: 'too-few' | 'complement' | null
}

/** One quarter of a cohort: its scores, and every table that was published about it, oldest first. */
export interface CohortSide {
  readonly contributions: readonly ContributedScores[]
  readonly published: readonly PublishedProgramme[]
}

/** The slopes of a cohort, and what has to be remembered about either quarter. */
export interface Cohort {
  readonly slopes: SlopeFigure[]
  readonly before: PublishedProgramme
  readonly after: PublishedProgramme
}

/**
 * Two quarters of the companies with a score in both, in the rows in which they stand now. Where one to four companies are in
 * one quarter only, the whole and their own park, region and sector are not shown: beside the release of that quarter they
 * would tell of them. Parks where everybody stayed are.
 *
 * Why it is safe: each side is a further table about its quarter, beside everything published about that quarter. The rows
 * that the later side may show are looked for among those that the earlier side may show. Hiding a row only joins crowds:
 * two that were told apart by it become one, which is as large as both, and as loose as the looser one. So that the rows
 * which both may show keep everybody in a crowd in either quarter. Both sides have to be among what is published at every
 * later table about their quarter.
 *
 * A quarter's scores are secrets of their own: no figure is made of two quarters' scores of a company together. The word
 * follows from the two means and n (see `cohortWord`), so that it tells nothing more.
 *
 * Missing: a company without a score in either quarter is not counted in that cell. Companies whose two versions cannot be
 * compared have to be left out of `before`.
 */
export function makeCohort(
  before: CohortSide,
  after: CohortSide,
  cells: readonly string[],
  rules: ProgrammeRules = PROGRAMME_RULES,
): Cohort {
  const matched = matchedOf(before.contributions, after.contributions, cells)
  const shown = new Map<string, ReadonlySet<string>>()
  const slopes: SlopeFigure[] = []
  for (const cell of cells) {
    const earlier = cellTable(matched.before, cell, before.published, rules, 'cohort')
    const later = cellTable(matched.after, cell, after.published, rules, 'cohort', earlier?.shown ?? new Set())
    const rows = later?.shown ?? new Set()
    shown.set(cell, rows)
    slopes.push(...slopesOf(cell, matched, rows, rules))
  }
  return {
    slopes,
    before: { kind: 'cohort', contributions: matched.before, shown },
    after: { kind: 'cohort', contributions: matched.after, shown },
  }
}

/**
 * The word between two published means of the same companies, from what everybody can read: nothing else is in it.
 *
 * `increased` and `decreased` need 6 companies, 12.5 points, and more than chance would make of scores that had nothing to do
 * with each other: 1.96 standard errors of a mean difference, if the scores then and now were spread evenly from 15 to 85
 * (standard deviation 20.2 each). That is 23 points for 6 companies, 18 for 10, and 12.5 from 21 on.
 *
 * Why not the sign-flip test or bootstrap of `domain/change.ts`: their word depends on how far the companies' own differences
 * lie apart. Of companies whose sums are known, a word says which sets of answers are left; where only sets in which all lie
 * close together make that word, whoever knows two companies knows the others. `cohort.test.ts` finds such a case by trying
 * out every set. A test of published figures can be weaker, never telling.
 *
 * @param then published mean, in whole points.
 * @param now published mean, in whole points.
 */
export function cohortWord(n: number, then: number, now: number): ChangeWord {
  if (n < FEWEST_FOR_A_WORD) return 'too_few_to_say'
  const change = now - then
  if (Math.abs(change) < Math.max(SMALLEST_CHANGE, byChance(n))) return 'no_clear_difference'
  return change > 0 ? 'increased' : 'decreased'
}

/** As in rounds: `domain/change.ts`. */
const FEWEST_FOR_A_WORD = 6
const SMALLEST_CHANGE = 12.5

function byChance(n: number): number {
  const spread = (HIGHEST_COUNTED - LOWEST_COUNTED) / Math.sqrt(12)
  return 1.96 * spread * Math.sqrt(2 / n)
}

interface Matched {
  readonly before: ContributedScores[]
  readonly after: ContributedScores[]
}

/** The same companies in the same order, where they stand now, with scores where both quarters have one. */
function matchedOf(
  earlier: readonly ContributedScores[],
  later: readonly ContributedScores[],
  cells: readonly string[],
): Matched {
  const known = new Map(earlier.map((one) => [one.companyId, one.scores]))
  const pairs = later.flatMap((one) => {
    const scores = known.get(one.companyId) ?? {}
    const both = cells.filter((cell) => (scores[cell] ?? null) !== null && (one.scores[cell] ?? null) !== null)
    if (both.length === 0) return []
    const ofBoth = (all: ContributedScores['scores']) =>
      Object.fromEntries(both.map((cell) => [cell, all[cell] ?? null]))
    return [{ before: { ...one, scores: ofBoth(scores) }, after: { ...one, scores: ofBoth(one.scores) } }]
  })
  return { before: pairs.map(({ before }) => before), after: pairs.map(({ after }) => after) }
}

function slopesOf(cell: string, matched: Matched, shown: ReadonlySet<string>, rules: ProgrammeRules): SlopeFigure[] {
  const [before, after] = [scoresIn(matched.before, cell, rules), scoresIn(matched.after, cell, rules)]
  return ROW_KINDS.flatMap((kind) => {
    const inRows = membersByRow(kind, after)
    return idsOf(kind, matched.after).map((id): SlopeFigure => {
      const places = inRows.get(id) ?? []
      const isShown = shown.has(rowName(kind, id))
      const own = (side: readonly Counted[]) => (isShown ? places.map((place) => side[place]?.score ?? 0) : [])
      const said = saidOf(own(before), own(after), rules)
      return { kind, id, cell, n: places.length, ...said, reason: reasonOf(isShown, places.length, rules) }
    })
  })
}

function saidOf(
  before: readonly number[],
  after: readonly number[],
  { words }: ProgrammeRules,
): Pick<SlopeFigure, 'thenMean' | 'nowMean' | 'word'> {
  const [thenMean, nowMean] = [meanOf(before).mean, meanOf(after).mean]
  if (thenMean === null || nowMean === null) return { thenMean, nowMean, word: null }
  if (words) return { thenMean, nowMean, word: cohortWord(before.length, thenMean, nowMean) }
  const differences = after.map((score, place) => score - (before[place] ?? 0))
  return { thenMean, nowMean, word: pairedWord(differences, 1) }
}
