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
 * Rows of fewer than `threshold` secrets are never shown. Then, while there is a smaller crowd, the row goes whose going
 * leaves the fewest secrets in such crowds; of several the smallest, and of those the first by name.
 *
 * @param whole rows that are given up last: without them nothing is shown.
 * @returns undefined when a crowd stays too small whatever is left out.
 */
export function rowsWithCrowds(
  secrets: readonly Secret[],
  threshold: number,
  whole: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const counts = countRows(secrets)
  const crowds = new Crowds(
    secrets,
    new Set([...counts].flatMap(([row, n]) => (n >= threshold ? [row] : []))),
    threshold,
  )
  while (crowds.lonely > 0) {
    const row = crowds.bestToHide(counts, whole)
    if (row === undefined) return undefined
    crowds.hide(row)
  }
  return crowds.shown
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

  /** The row whose going leaves the fewest lonely; undefined when only rows of the whole are left. */
  bestToHide(counts: ReadonlyMap<string, number>, whole: ReadonlySet<string>): string | undefined {
    const gains = this.#gains()
    let best: { row: string; gain: number; n: number } | undefined
    for (const row of [...this.shown].filter((name) => !whole.has(name)).toSorted()) {
      const gain = gains.get(row) ?? 0
      const n = counts.get(row) ?? 0
      if (best === undefined || gain > best.gain || (gain === best.gain && n < best.n)) best = { row, gain, n }
    }
    return best?.row
  }

  hide(row: string): void {
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
