/**
 * Something secret that figures are made of: one score of one company in one quarter. In a table it stands in rows; what
 * was published of it before says `published`.
 */
export interface Secret {
  /** Rows that it would stand in now. */
  readonly rows: readonly string[]
  /** Names of everything published earlier that it was counted in; the same text for the same names. */
  readonly published: string
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

/** How many secrets each row has. */
function countRows(secrets: readonly Secret[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rows } of secrets) for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1)
  return counts
}

interface Crowd {
  readonly rows: readonly string[]
  readonly published: string
  readonly size: number
}

/** The crowds that there are while these rows are shown. */
class Crowds {
  readonly shown: Set<string>
  /** How many secrets stand in crowds that are too small. */
  lonely = 0
  readonly #threshold: number
  readonly #byName = new Map<string, Crowd>()

  constructor(secrets: readonly Secret[], shown: Set<string>, threshold: number) {
    this.shown = shown
    this.#threshold = threshold
    for (const { rows, published } of secrets)
      this.#add({ rows: rows.filter((row) => shown.has(row)), published, size: 1 })
  }

  /** Hides rows, except those that stay, until nobody is lonely; false when that does not help. */
  settle(counts: ReadonlyMap<string, number>, stays: ReadonlySet<string>): boolean {
    while (this.lonely > 0) {
      const row = this.#bestToHide(counts, stays)
      if (row === undefined) return false
      this.#hide(row)
    }
    return true
  }

  /** The row whose going leaves the fewest lonely; undefined when only those are left that stay. */
  #bestToHide(counts: ReadonlyMap<string, number>, stays: ReadonlySet<string>): string | undefined {
    const gains = this.#gains()
    let best: { row: string; gain: number; n: number } | undefined
    for (const row of [...this.shown].filter((name) => !stays.has(name)).toSorted()) {
      const gain = gains.get(row) ?? 0
      const n = counts.get(row) ?? 0
      if (best === undefined || gain > best.gain || (gain === best.gain && n < best.n)) best = { row, gain, n }
    }
    return best?.row
  }

  #hide(row: string): void {
    this.shown.delete(row)
    for (const [name, crowd] of [...this.#byName]) {
      if (!crowd.rows.includes(row)) continue
      this.#byName.delete(name)
      this.lonely -= this.#lonelyIn(crowd.size)
      this.#add({ ...crowd, rows: without(crowd.rows, row) })
    }
  }

  /** By how much each row's going would make the number of the lonely smaller. */
  #gains(): Map<string, number> {
    const gains = new Map<string, number>()
    for (const { rows, published, size } of this.#byName.values()) {
      for (const row of rows) {
        const fewer = { rows: without(rows, row), published }
        const joined = this.#byName.get(nameOf(fewer))?.size ?? 0
        // Who stands in nothing that is shown is told nothing of.
        const left = isNamed(fewer) ? this.#lonelyIn(size + joined) : 0
        const gain = this.#lonelyIn(size) + this.#lonelyIn(joined) - left
        gains.set(row, (gains.get(row) ?? 0) + gain)
      }
    }
    return gains
  }

  #add(crowd: Crowd): void {
    if (!isNamed(crowd)) return
    const name = nameOf(crowd)
    const size = crowd.size + (this.#byName.get(name)?.size ?? 0)
    this.lonely += this.#lonelyIn(size) - this.#lonelyIn(size - crowd.size)
    this.#byName.set(name, { ...crowd, size })
  }

  #lonelyIn(size: number): number {
    return size < this.#threshold ? size : 0
  }
}

function isNamed({ rows, published }: Pick<Crowd, 'rows' | 'published'>): boolean {
  return rows.length > 0 || published !== ''
}

function nameOf({ rows, published }: Pick<Crowd, 'rows' | 'published'>): string {
  return `${published}\n${rows.join('\n')}`
}

function without(rows: readonly string[], gone: string): string[] {
  return rows.filter((row) => row !== gone)
}
