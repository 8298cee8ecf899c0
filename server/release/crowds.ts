import { isLoose, joinSpreads, type Spread } from './spread.ts'

/**
 * Something secret that figures are made of: one score of one company in one quarter. In a table it stands in rows; what
 * was published of it before says `published`.
 */
export interface Secret {
  /** Rows that it would stand in now. */
  readonly rows: readonly string[]
  /** Names of everything published earlier that it was counted in; the same text for the same names. */
  readonly published: string
  /** Given when a quartile was told for which it counted itself: its crowd has to stay loose (see `isLoose`). */
  readonly guarded?: Spread | null
}

/**
 * Which rows may be shown together, so that everybody stays in a crowd: secrets that stand in exactly the same rows, of
 * what is shown now and what was published before, cannot be told apart by any of it. Every crowd has to have
 * `threshold` secrets or more.
 *
 * Why that is enough: a figure is a sum over its row, so that of a crowd nothing but its sum can be worked out, however
 * many figures are put together. Two colluders know their own; the others, at least three, share what is left of the sum,
 * and any of them may have nearly all of it or nearly nothing. With `threshold` 1 nobody is hidden.
 *
 * Rows of fewer than `threshold` secrets are never shown. Rows come in steps, the most important ones first: a row never
 * costs one of an earlier step. Within a step, while there is a smaller crowd, the row goes whose going leaves the fewest
 * secrets in such crowds; of several the smallest, and of those the first by name.
 *
 * @param steps names of rows; without those of the first step nothing is shown.
 * @returns undefined when a crowd stays too small whatever is left out.
 */
export function rowsWithCrowds(
  secrets: readonly Secret[],
  threshold: number,
  steps: readonly ReadonlySet<string>[],
): ReadonlySet<string> | undefined {
  const counts = countRows(secrets)
  let settled: ReadonlySet<string> = new Set()
  for (const [index, step] of steps.entries()) {
    const largeEnough = [...step].filter((row) => (counts.get(row) ?? 0) >= threshold)
    const crowds = new Crowds(secrets, new Set([...settled, ...largeEnough]), threshold)
    const stays = index === 0 ? step : settled
    const isSettled = crowds.settle(counts, stays)
    if (!isSettled && index === 0) return undefined
    if (isSettled) settled = crowds.shown
  }
  return settled
}

/** The crowd in which a secret stands while these rows are shown, by name. */
export function crowdName({ rows, published }: Secret, shown: ReadonlySet<string>): string {
  return nameOf({ rows: rows.filter((row) => shown.has(row)), published })
}

/** How many secrets each row has. */
function countRows(secrets: readonly Secret[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rows } of secrets) for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1)
  return counts
}

/** Secrets that nothing shown takes apart. */
interface Crowd {
  readonly name: string
  readonly rows: readonly string[]
  readonly published: string
  readonly size: number
  readonly guarded: Spread | null
  /** Which crowd it becomes part of when a row goes, by row. */
  readonly without: ReadonlyMap<string, string>
}

/** What a crowd is made of. */
type CrowdPart = Pick<Crowd, 'rows' | 'published' | 'size' | 'guarded'>

/** The crowds that there are while these rows are shown. */
class Crowds {
  readonly shown: Set<string>
  /** How many secrets stand in crowds that are too small. */
  lonely = 0
  readonly #threshold: number
  readonly #byName = new Map<string, Crowd>()
  /** Names of crowds that become part of another when a row goes, by the name of that other. */
  readonly #parents = new Map<string, Set<string>>()
  /** By how much each row's going would make the number of the lonely smaller; kept up crowd by crowd. */
  readonly #gains = new Map<string, number>()
  /** What each crowd adds to those gains now. */
  readonly #gainsOf = new Map<string, ReadonlyMap<string, number>>()

  constructor(secrets: readonly Secret[], shown: Set<string>, threshold: number) {
    this.shown = shown
    this.#threshold = threshold
    for (const { rows, published, guarded = null } of secrets)
      this.#add({ rows: rows.filter((row) => shown.has(row)), published, size: 1, guarded })
    for (const name of this.#byName.keys()) this.#countGains(name)
  }

  /** Hides rows, except those that stay, until nobody is lonely; false when that does not help. */
  settle(counts: ReadonlyMap<string, number>, stays: ReadonlySet<string>): boolean {
    const candidates = [...this.shown].filter((name) => !stays.has(name)).toSorted()
    while (this.lonely > 0) {
      const row = this.#bestToHide(candidates, counts)
      if (row === undefined) return false
      this.#hide(row)
    }
    return true
  }

  /** The row whose going leaves the fewest lonely; undefined when only those are left that stay. */
  #bestToHide(candidates: readonly string[], counts: ReadonlyMap<string, number>): string | undefined {
    let best: { row: string; gain: number; n: number } | undefined
    for (const row of candidates) {
      if (!this.shown.has(row)) continue
      const gain = this.#gains.get(row) ?? 0
      const n = counts.get(row) ?? 0
      if (best === undefined || gain > best.gain || (gain === best.gain && n < best.n)) best = { row, gain, n }
    }
    return best?.row
  }

  #hide(row: string): void {
    this.shown.delete(row)
    const changed = new Set<string>()
    for (const crowd of [...this.#byName.values()]) {
      if (!crowd.without.has(row)) continue
      this.#remove(crowd)
      changed.add(crowd.name)
      const joined = this.#add({ ...crowd, rows: without(crowd.rows, row) })
      if (joined !== null) changed.add(joined)
    }
    const parents = [...changed].flatMap((name) => [...(this.#parents.get(name) ?? [])])
    for (const name of new Set([...changed, ...parents])) this.#countGains(name)
  }

  #countGains(name: string): void {
    for (const [row, gain] of this.#gainsOf.get(name) ?? []) this.#gains.set(row, (this.#gains.get(row) ?? 0) - gain)
    const crowd = this.#byName.get(name)
    if (crowd === undefined) {
      this.#gainsOf.delete(name)
      return
    }
    const gains = this.#gainsWithin(crowd)
    this.#gainsOf.set(name, gains)
    for (const [row, gain] of gains) this.#gains.set(row, (this.#gains.get(row) ?? 0) + gain)
  }

  #gainsWithin(crowd: Crowd): ReadonlyMap<string, number> {
    const gains = new Map<string, number>()
    for (const [row, name] of crowd.without) {
      const joined = this.#byName.get(name)
      // Who stands in nothing that is shown is told nothing of.
      const isTold = crowd.rows.length > 1 || crowd.published !== ''
      const left = isTold ? this.#lonelyIn(together(crowd, joined)) : 0
      const gain = this.#lonelyIn(crowd) + (joined === undefined ? 0 : this.#lonelyIn(joined)) - left
      if (gain !== 0) gains.set(row, gain)
    }
    return gains
  }

  #remove(crowd: Crowd): void {
    this.#byName.delete(crowd.name)
    this.lonely -= this.#lonelyIn(crowd)
    for (const name of crowd.without.values()) this.#parents.get(name)?.delete(crowd.name)
  }

  /** Adds secrets to the crowd in which they stand; its name, or null when they stand in nothing. */
  #add(part: CrowdPart): string | null {
    if (part.rows.length === 0 && part.published === '') return null
    const name = nameOf(part)
    const before = this.#byName.get(name)
    const now = before === undefined ? this.#found(name, part) : { ...before, ...together(part, before) }
    this.lonely += this.#lonelyIn(now) - (before === undefined ? 0 : this.#lonelyIn(before))
    this.#byName.set(name, now)
    return name
  }

  #found(name: string, { rows, published, size, guarded }: CrowdPart): Crowd {
    const fewer = new Map(rows.map((row) => [row, nameOf({ rows: without(rows, row), published })]))
    for (const parent of fewer.values()) {
      const parents = this.#parents.get(parent) ?? new Set()
      this.#parents.set(parent, parents.add(name))
    }
    return { name, rows, published, size, guarded, without: fewer }
  }

  #lonelyIn({ size, guarded }: Pick<Crowd, 'size' | 'guarded'>): number {
    return size < this.#threshold || (guarded !== null && !isLoose(guarded)) ? size : 0
  }
}

/** Two crowds as one. */
function together(
  one: Pick<Crowd, 'size' | 'guarded'>,
  other: Pick<Crowd, 'size' | 'guarded'> | undefined,
): Pick<Crowd, 'size' | 'guarded'> {
  if (other === undefined) return { size: one.size, guarded: one.guarded }
  const guarded =
    one.guarded === null || other.guarded === null
      ? (one.guarded ?? other.guarded)
      : joinSpreads(one.guarded, other.guarded)
  return { size: one.size + other.size, guarded }
}

function nameOf({ rows, published }: Pick<Crowd, 'rows' | 'published'>): string {
  return `${published}\n${rows.join('\n')}`
}

function without(rows: readonly string[], gone: string): string[] {
  return rows.filter((row) => row !== gone)
}
