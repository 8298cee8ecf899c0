import { roundHalfUp } from '../domain/rounding.ts'
import { rowsWithCrowds, type Secret } from './crowds.ts'

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

/** An earlier release of the same quarter: who was in it, and which rows it showed by cell, as `rowName` calls them. */
export interface PublishedProgramme {
  readonly contributions: readonly ContributedScores[]
  readonly shown: ReadonlyMap<string, ReadonlySet<string>>
}

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

/** Which rules a release keeps; each can be switched off for the attacker test alone. */
export interface ProgrammeRules {
  /** Fewest companies behind a figure, and in every crowd. It can be raised, never lowered. */
  readonly threshold: number
  /** Everybody stays in a crowd that no table takes apart. */
  readonly secondary: boolean
  /** Earlier releases of the quarter count as tables too. */
  readonly reRelease: boolean
  /** Scores below 15 count as 15, and those above 85 as 85. */
  readonly ends: boolean
}

/** What a programme's releases keep. */
export const PROGRAMME_RULES: ProgrammeRules = { threshold: 5, secondary: true, reRelease: true, ends: true }

/** Scores beyond these count as these, so that a sum that is very low or very high tells of nobody how low or high. */
export const LOWEST_COUNTED = 15
/** The upper one of the two. */
export const HIGHEST_COUNTED = 85

/** Companies from which quartiles are shown (rule 5). */
export const QUARTILES_FROM = 10

/** A row by name, as releases remember what they showed. */
export function rowName(kind: RowKind, id: string): string {
  return `${kind} ${id}`
}

const WHOLE = rowName('programme', 'all')

/** What costs nothing of what comes before it: parks are what a programme is about, sectors come beside them. */
const STEPS: readonly (readonly RowKind[])[] = [['programme'], ['region', 'park'], ['sector']]

/**
 * The figures of one quarter of a programme. Companies weigh equally. Each figure is a winsorised mean (Tukey 1962, "The
 * future of data analysis"): scores below 15 count as 15 and those above 85 as 85.
 *
 * Missing: a company without a score in a cell is not counted there, and n says so. A figure that may not be shown is
 * null and has a reason.
 *
 * @param cells which cells, in the order in which they are shown.
 * @param earlier releases of the same quarter, oldest first.
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
    const own = scoresIn(contributions, cell, rules)
    const rows = rowsToShow(own, cell, rules.reRelease ? earlier : [], rules)
    if (rows === undefined) return undefined
    shown.set(cell, rows)
    figures.push(...figuresOf(cell, contributions, own, rows, rules))
  }
  return { figures, shown }
}

interface Counted extends ContributedScores {
  readonly score: number
}

function scoresIn(contributions: readonly ContributedScores[], cell: string, rules: ProgrammeRules): Counted[] {
  return contributions.flatMap((one) => {
    const score = one.scores[cell] ?? null
    return score === null ? [] : [{ ...one, score: countedScore(score, rules) }]
  })
}

function countedScore(score: number, { ends }: ProgrammeRules): number {
  return ends ? Math.min(HIGHEST_COUNTED, Math.max(LOWEST_COUNTED, score)) : score
}

function rowsOf({ park, region, sector }: ContributedScores): string[] {
  return [
    WHOLE,
    ...(region === null ? [] : [rowName('region', region)]),
    rowName('park', park),
    ...(sector === null ? [] : [rowName('sector', sector)]),
  ]
}

function rowsToShow(
  own: readonly Counted[],
  cell: string,
  earlier: readonly PublishedProgramme[],
  rules: ProgrammeRules,
): ReadonlySet<string> | undefined {
  const secrets = secretsOf(own, cell, earlier, rules)
  const names = new Set(secrets.flatMap(({ rows }) => rows))
  const steps = STEPS.map(
    (kinds) => new Set([...names].filter((name) => kinds.some((kind) => name.startsWith(`${kind} `)))),
  )
  if (rules.secondary) return rowsWithCrowds(secrets, rules.threshold, steps)
  const counts = Map.groupBy(
    secrets.flatMap(({ rows }) => rows),
    (row) => row,
  )
  return new Set([...counts].flatMap(([row, { length }]) => (length >= rules.threshold ? [row] : [])))
}

/** Scores of now and of earlier releases: one that did not change is the same secret in both. */
function secretsOf(
  own: readonly Counted[],
  cell: string,
  earlier: readonly PublishedProgramme[],
  rules: ProgrammeRules,
): Secret[] {
  const secrets = new Map<string, { rows: string[]; published: string[] }>()
  const secretOf = ({ companyId, score }: Counted) => {
    const key = `${companyId} ${score}`
    const secret = secrets.get(key) ?? { rows: [], published: [] }
    secrets.set(key, secret)
    return secret
  }
  for (const [index, release] of earlier.entries()) {
    const shown = release.shown.get(cell) ?? new Set()
    for (const one of scoresIn(release.contributions, cell, rules)) {
      const names = rowsOf(one).flatMap((row) => (shown.has(row) ? [`${index} ${row}`] : []))
      secretOf(one).published.push(...names)
    }
  }
  for (const one of own) secretOf(one).rows.push(...rowsOf(one))
  return [...secrets.values()].map(({ rows, published }) => ({ rows, published: published.join('\n') }))
}

function figuresOf(
  cell: string,
  everybody: readonly ContributedScores[],
  own: readonly Counted[],
  shown: ReadonlySet<string>,
  rules: ProgrammeRules,
): ProgrammeFigure[] {
  return ROW_KINDS.flatMap((kind) => {
    const idOf = (one: ContributedScores) => (kind === 'programme' ? 'all' : one[kind])
    const members = Map.groupBy(own, idOf)
    const ids = new Set(everybody.flatMap((one) => idOf(one) ?? []))
    return [...ids].toSorted().map((id): ProgrammeFigure => {
      const inRow = members.get(id) ?? []
      const isShown = shown.has(rowName(kind, id))
      const reason = isShown ? null : inRow.length < rules.threshold ? 'too-few' : 'complement'
      const scores = isShown ? inRow.map(({ score }) => score) : []
      return { kind, id, cell, n: inRow.length, ...meanOf(scores), quartiles: quartilesOf(kind, scores), reason }
    })
  })
}

function meanOf(scores: readonly number[]): Pick<ProgrammeFigure, 'mean' | 'end'> {
  if (scores.length === 0) return { mean: null, end: null }
  const mean = roundHalfUp(scores.reduce((sum, score) => sum + score, 0) / scores.length)
  return { mean, end: mean <= LOWEST_COUNTED ? 'low' : mean >= HIGHEST_COUNTED ? 'high' : null }
}

/** Quartiles by nearest rank. */
function quartilesOf(kind: RowKind, scores: readonly number[]): ProgrammeFigure['quartiles'] {
  const sorted = scores.toSorted((a, b) => a - b)
  const rank = Math.ceil(sorted.length / 4)
  const [lower, upper] = [sorted[rank - 1], sorted[sorted.length - rank]]
  if ((kind !== 'programme' && kind !== 'park') || sorted.length < QUARTILES_FROM) return null
  return lower === undefined || upper === undefined ? null : { lower, upper }
}
