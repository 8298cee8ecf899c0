import { isRating } from './places.ts'

/** What one release showed at one place of the sheet: who rated, what, and in which shown population beside everybody. */
export interface ShownPlace {
  /** By respondent id, only who gave a rating there. `population` is null for who is in no group that is shown there. */
  readonly ratings: ReadonlyMap<string, { readonly population: string | null; readonly rating: string }>
}

/**
 * What a release showed at a place.
 *
 * @param answers sheet texts of everybody who was counted, by respondent id.
 * @param shown groups that are shown at this place.
 */
export function shownPlace(
  answers: ReadonlyMap<string, string>,
  shown: readonly { readonly group: string | null; readonly members: readonly { readonly respondentId: string }[] }[],
  slot: number,
): ShownPlace {
  const groupOf = new Map(
    shown.flatMap(({ group, members }) => members.map(({ respondentId }) => [respondentId, group])),
  )
  const ratings = new Map<string, { population: string | null; rating: string }>()
  for (const [id, sheet] of answers) {
    const rating = sheet[slot]
    if (isRating(rating)) ratings.set(id, { population: groupOf.get(id) ?? null, rating })
  }
  return { ratings }
}

/** More kinds of small sets than this are not looked through: then a set of few is taken to be there. */
const MOST_SMALL_SETS = 10

const NOISE = 1e-9

/**
 * Whether sums and differences of everything that was shown at a place, in any number of releases, give a figure that
 * rests on 1 to `threshold - 1` people. A release shows the sum of everybody and of each of its groups; a person who
 * changed an answer counts in each of these with the answer of that moment, and remains one person.
 *
 * People who were always counted together can only be told apart together. So the figures are rows over such sets of
 * people, and a figure over few of them is a combination of rows that is 0 everywhere else: it exists when leaving out
 * the few lowers the rank.
 */
export function showsFew(releases: readonly ShownPlace[], threshold: number): boolean {
  const sets = setsOf(releases)
  const rows = rowsOver(sets, releases)
  const small = sets.filter(({ people }) => people < threshold)
  if (small.length === 0) return false
  if (small.length > MOST_SMALL_SETS) return true
  const full = rankOf(rows.map(({ columns }) => columns.flat()))
  return unionsBelow(small, threshold).some((few) => {
    const kept = sets.flatMap((set, index) => (few.includes(set) ? [] : [index]))
    return rankOf(rows.map(({ columns }) => kept.flatMap((index) => columns[index] ?? []))) < full
  })
}

/** People who were counted in the same populations of the same releases, with as many different answers. */
interface PeopleSet {
  readonly people: number
  /** For each release: the version of the answer and the population, or undefined when they were not counted. */
  readonly counted: readonly ({ readonly version: number; readonly population: string | null } | undefined)[]
  readonly versions: number
}

function setsOf(releases: readonly ShownPlace[]): PeopleSet[] {
  const sets = new Map<string, PeopleSet>()
  for (const id of new Set(releases.flatMap(({ ratings }) => [...ratings.keys()]))) {
    const given: string[] = []
    const counted = releases.map(({ ratings }) => {
      const mine = ratings.get(id)
      if (mine === undefined) return undefined
      if (!given.includes(mine.rating)) given.push(mine.rating)
      return { version: given.indexOf(mine.rating), population: mine.population }
    })
    const key = JSON.stringify(counted)
    sets.set(key, { people: (sets.get(key)?.people ?? 0) + 1, counted, versions: given.length })
  }
  return [...sets.values()]
}

/** One row for everybody and for each shown group of each release; for each set as many columns as it has versions. */
function rowsOver(sets: readonly PeopleSet[], releases: readonly ShownPlace[]): { columns: number[][] }[] {
  return releases.flatMap((_, release) => {
    const populations = new Set(sets.flatMap(({ counted }) => counted[release]?.population ?? []))
    return [undefined, ...populations].map((population) => ({
      columns: sets.map(({ counted, versions }) => {
        const mine = counted[release]
        const isIn = mine !== undefined && (population === undefined || mine.population === population)
        return Array.from({ length: versions }, (_, version) => (isIn && mine.version === version ? 1 : 0))
      }),
    }))
  })
}

/**
 * Every union of these sets that perhaps holds fewer than `threshold` people: somebody who took the answers back and came
 * again is never counted twice in one release, so that a union holds at least as many as the release with most of them.
 */
function unionsBelow(sets: readonly PeopleSet[], threshold: number): PeopleSet[][] {
  let unions: PeopleSet[][] = [[]]
  for (const set of sets) {
    const joined = unions.map((union) => [...union, set])
    unions = [...unions, ...joined.filter((union) => peopleAtLeast(union) < threshold)]
  }
  return unions.filter((union) => union.length > 0)
}

function peopleAtLeast(union: readonly PeopleSet[]): number {
  const releases = union[0]?.counted.length ?? 0
  const inRelease = (release: number) =>
    union.reduce((sum, { counted, people }) => sum + (counted[release] === undefined ? 0 : people), 0)
  return Math.max(0, ...Array.from({ length: releases }, (_, release) => inRelease(release)))
}

function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row])
  const width = rows[0]?.length ?? 0
  let rank = 0
  for (let column = 0; column < width && rank < rows.length; column += 1) {
    const from = rows.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > NOISE)
    const pivot = rows[from]
    const top = rows[rank]
    if (pivot === undefined || top === undefined) continue
    rows[from] = top
    rows[rank] = pivot
    for (const row of rows.slice(rank + 1)) subtract(row, pivot, (row[column] ?? 0) / (pivot[column] ?? 1), column)
    rank += 1
  }
  return rank
}

function subtract(row: number[], pivot: readonly number[], times: number, from: number): void {
  if (times === 0) return
  for (let column = from; column < row.length; column += 1)
    row[column] = (row[column] ?? 0) - times * (pivot[column] ?? 0)
}
