import { rowsWithCrowds } from './crowds.ts'
import { quartileScores, secretsOf, type TableBefore } from './programme-secrets.ts'
import {
  type ContributedScores,
  type Counted,
  type ProgrammeRules,
  type PublishedProgramme,
  type RowKind,
  scoresIn,
  sizesOf,
  WHOLE,
} from './programme-table.ts'

/** What costs nothing of what comes before it: parks are what a programme is about, sectors come beside them. */
const STEPS: readonly (readonly RowKind[])[] = [['programme'], ['region', 'park'], ['sector']]

/** One cell of a table: who has a score, and which rows may be shown. */
export interface CellTable {
  readonly members: readonly Counted[]
  readonly shown: ReadonlySet<string>
  /** What each member counts as in quartiles, in the order of `members`. */
  readonly forQuartiles: readonly number[]
}

/**
 * One cell of one further table about a quarter.
 *
 * Rows are shown that keep everybody in a crowd, in this table alone and beside every table published before
 * (`rowsWithCrowds`). Wide rows, of `rules.wide` companies or more, take no crowd apart: a mean in whole points tells the sum of
 * 50 companies to within 50 points only, so that it can tell of no single company what smaller rows do not. They keep to
 * plainer rules: the whole without the sectors shown is nobody or at least five companies, and a wide row differs from the
 * same row of each earlier table by nobody or at least five, who came, went or changed. Without that, one company that leaves
 * each of ten parks would stop every comparison of a programme of a thousand.
 * Not proven, as crowds are, but tried: the attacker solves programmes of 50 companies and more too.
 *
 * @param earlier every table that was published about the quarter, oldest first.
 * @param kind a release is nothing without its whole: then the earlier one stands. Of a cohort, rows stand by themselves.
 * @param allowed rows that alone may be shown; left out, all.
 * @returns undefined when not even the whole programme may be shown beside what was published; of a cohort never.
 */
export function cellTable(
  contributions: readonly ContributedScores[],
  cell: string,
  earlier: readonly PublishedProgramme[],
  rules: ProgrammeRules,
  kind: PublishedProgramme['kind'] = 'release',
  allowed?: ReadonlySet<string>,
): CellTable | undefined {
  const members = scoresIn(contributions, cell, rules)
  const before = earlier
    .filter(countsFor(rules))
    .map((table) => ({ ...table, own: scoresIn(table.contributions, cell, rules) }))
  const sizes = sizesOf(members)
  if (!rules.secondary) {
    const shown = new Set([...sizes].flatMap(([row, n]) => (n >= rules.threshold ? [row] : [])))
    return { members, shown, forQuartiles: members.map(({ score }) => score) }
  }
  const isWide = (row: string) => (sizes.get(row) ?? 0) >= rules.wide
  const inItself = rowsInItself(members, isWide, rules)
  const may = new Set([...inItself].filter((row) => allowed?.has(row) ?? true))
  const near = before.map((table) => tooNear(members, table, cell, rules))
  const wide = [...may].filter((row) => isWide(row) && near.every((rows) => !rows.has(row)))
  if (kind === 'release' && isWide(WHOLE) && may.has(WHOLE) && !wide.includes(WHOLE)) return undefined
  const narrow = new Set([...may].filter((row) => !isWide(row)))
  const secrets = secretsOf(members, cell, before, rules, narrow)
  const steps = kind === 'release' ? stepsOf(narrow) : [new Set<string>(), ...stepsOf(narrow)]
  const shown = rowsWithCrowds([...secrets.values()], rules.threshold, steps)
  if (shown === undefined) return undefined
  return {
    members,
    shown: new Set([...shown, ...wide]),
    forQuartiles: quartileScores(members, secrets, shown, rules),
  }
}

/** Rows that one table could show if nothing had been published before. */
function rowsInItself(
  members: readonly Counted[],
  isWide: (row: string) => boolean,
  { threshold }: ProgrammeRules,
): ReadonlySet<string> {
  const shownOf = (keeps: (row: string) => boolean) => {
    const secrets = members.map((one) => ({ rows: one.rows.filter(keeps), published: '' }))
    const rows = new Set(secrets.flatMap((secret) => secret.rows))
    return rowsWithCrowds(secrets, threshold, stepsOf(rows)) ?? new Set<string>()
  }
  const isSector = (row: string) => row.startsWith('sector ')
  const bySector = shownOf((row) => row === WHOLE || isSector(row))
  const byPark = shownOf((row) => !isSector(row) || (bySector.has(row) && !isWide(row)))
  return new Set([...byPark, ...[...bySector].filter((row) => isSector(row) && isWide(row))])
}

/**
 * Rows that an earlier table showed, and that differ from it by fewer companies than the threshold, but by one at least: who
 * came, went or changed.
 */
function tooNear(
  members: readonly Counted[],
  { own, shown }: TableBefore,
  cell: string,
  { threshold }: ProgrammeRules,
): ReadonlySet<string> {
  const different = new Map<string, number>()
  const count = (rows: Iterable<string>) => {
    for (const row of rows) different.set(row, (different.get(row) ?? 0) + 1)
  }
  const then = new Map(own.map((one) => [one.companyId, one]))
  for (const one of members) {
    const earlier = then.get(one.companyId)
    then.delete(one.companyId)
    if (earlier === undefined) count(one.rows)
    else if (earlier.score !== one.score) count(new Set([...one.rows, ...earlier.rows]))
    else if (earlier.rows !== one.rows) count(inOneOnly(one.rows, earlier.rows))
  }
  for (const { rows } of then.values()) count(rows)
  const told = shown.get(cell) ?? new Set()
  return new Set([...different].flatMap(([row, n]) => (n < threshold && told.has(row) ? [row] : [])))
}

function inOneOnly(some: readonly string[], others: readonly string[]): string[] {
  return [...some.filter((row) => !others.includes(row)), ...others.filter((row) => !some.includes(row))]
}

function stepsOf(rows: ReadonlySet<string>): ReadonlySet<string>[] {
  return STEPS.map((kinds) => new Set([...rows].filter((name) => kinds.some((kind) => name.startsWith(`${kind} `)))))
}

function countsFor(rules: ProgrammeRules): (table: PublishedProgramme) => boolean {
  return ({ kind }) => (kind === 'release' ? rules.reRelease : rules.cohortSides)
}
