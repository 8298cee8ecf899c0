import { countedScore } from './counted.ts'

/** What a row of a programme's tables is about; the programme as a whole has the id `all`. */
export const ROW_KINDS = ['programme', 'region', 'park', 'sector'] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** What one company contributes to one quarter: where it stands, and its signed-off whole numbers. */
export interface ContributedScores {
  readonly companyId: string
  readonly park: string
  readonly region: string | null
  readonly sector: string | null
  /** By cell: `<horizon>/<dimension>/<perspective>`, with `all` for both perspectives together; null or left out: none. */
  readonly scores: Readonly<Record<string, number | null>>
}

/** One table that was published about one quarter: who was in it, and which rows it showed by cell, as `rowName` calls them. */
export interface PublishedProgramme {
  /** A release, or one side of a cohort; only releases tell quartiles. */
  readonly kind: 'release' | 'cohort'
  readonly contributions: readonly ContributedScores[]
  readonly shown: ReadonlyMap<string, ReadonlySet<string>>
}

/** Which rules publications keep; each can be switched off for the attacker test alone. */
export interface ProgrammeRules {
  /** Fewest companies behind a figure, and in every crowd. It can be raised, never lowered. */
  readonly threshold: number
  /** Everybody stays in a crowd that no table takes apart. */
  readonly secondary: boolean
  /** Earlier releases of the quarter count as tables too. */
  readonly reRelease: boolean
  /** Sides of earlier cohorts count as tables too. */
  readonly cohortSides: boolean
  /** Companies from which a row takes no crowd apart (see `cellTable`). */
  readonly wide: number
  /** Scores below 15 count as 15, and those above 85 as 85. */
  readonly ends: boolean
  /** In quartiles, companies of a crowd that are nearly alike count with the mean of their crowd. */
  readonly alike: boolean
  /** Words of change follow from published figures. */
  readonly words: boolean
  /** Themes are told once a quarter. */
  readonly themes: boolean
}

/** What a programme's publications keep. */
export const PROGRAMME_RULES: ProgrammeRules = {
  threshold: 5,
  secondary: true,
  reRelease: true,
  cohortSides: true,
  wide: 50,
  ends: true,
  alike: true,
  words: true,
  themes: true,
}

/**
 * As many companies may stand in the tables of other programmes too without these counting here.
 *
 * Why that is safe: a crowd has five companies or more, so that in either programme three or more of it are in that one alone.
 * Two colluders leave one of them at least, whose score nobody knows and which takes up whatever the figures of the other
 * programme say of those who are in both. `programmes-together.test.ts` tries it, and finds somebody where four are in both.
 */
export const FEW_IN_BOTH = 2

/** Companies from which quartiles are shown (rule 5). */
export const QUARTILES_FROM = 10

/** A row by name, as tables remember what they showed. */
export function rowName(kind: RowKind, id: string): string {
  return `${kind} ${id}`
}

/** Whether quartiles of such a row are told. */
export function hasQuartiles(kind: RowKind, n: number): boolean {
  return (kind === 'programme' || kind === 'park') && n >= QUARTILES_FROM
}

/** A company's score in one cell, as it counts. */
export interface Counted extends Omit<ContributedScores, 'scores'> {
  readonly score: number
  /** Rows in which it stands, by name. */
  readonly rows: readonly string[]
}

/** Scores in one cell, as they count, of those who have one. */
export function scoresIn(
  contributions: readonly ContributedScores[],
  cell: string,
  { ends }: ProgrammeRules,
): Counted[] {
  const counted: Counted[] = []
  for (const one of contributions) {
    const score = one.scores[cell] ?? null
    if (score === null) continue
    const { companyId, park, region, sector } = one
    counted.push({ companyId, park, region, sector, rows: rowsOf(one), score: ends ? countedScore(score) : score })
  }
  return counted
}

/** The row of everybody. */
export const WHOLE = rowName('programme', 'all')

/** How many companies each row has. */
export function sizesOf(members: readonly Counted[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (const { rows } of members) for (const row of rows) sizes.set(row, (sizes.get(row) ?? 0) + 1)
  return sizes
}

// The same companies are asked for every cell and table, and a text made once is a text compared fast.
const knownRows = new WeakMap<ContributedScores, readonly string[]>()

function rowsOf(one: ContributedScores): readonly string[] {
  const known = knownRows.get(one)
  if (known !== undefined) return known
  const { park, region, sector } = one
  const rows = [
    WHOLE,
    ...(region === null ? [] : [rowName('region', region)]),
    rowName('park', park),
    ...(sector === null ? [] : [rowName('sector', sector)]),
  ]
  knownRows.set(one, rows)
  return rows
}
