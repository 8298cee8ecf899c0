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
  let shown: ReadonlySet<string> = new Set([...counts].flatMap(([row, n]) => (n >= threshold ? [row] : [])))
  for (let lonely = countLonely(secrets, shown, threshold); lonely > 0; ) {
    const [row, left] = bestToHide(secrets, shown, counts, threshold, whole)
    if (row === undefined) return undefined
    shown = without(shown, row)
    lonely = left
  }
  return shown
}

/** How many secrets each row has. */
function countRows(secrets: readonly Secret[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rows } of secrets) for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1)
  return counts
}

/** How many secrets stand in crowds that are too small. */
export function countLonely(secrets: readonly Secret[], shown: ReadonlySet<string>, threshold: number): number {
  const crowds = new Map<string, number>()
  for (const secret of secrets) {
    const name = crowdOf(secret, shown)
    // Who stands in nothing that is shown is told nothing of.
    if (name !== '') crowds.set(name, (crowds.get(name) ?? 0) + 1)
  }
  return [...crowds.values()].reduce((sum, size) => sum + (size < threshold ? size : 0), 0)
}

function crowdOf({ rows, published }: Secret, shown: ReadonlySet<string>): string {
  const own = rows.filter((row) => shown.has(row))
  return own.length === 0 && published === '' ? '' : `${published}\n${own.join('\n')}`
}

function bestToHide(
  secrets: readonly Secret[],
  shown: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
  threshold: number,
  whole: ReadonlySet<string>,
): [row: string | undefined, lonely: number] {
  const parts = [...shown].filter((row) => !whole.has(row))
  let best: { row: string; lonely: number; n: number } | undefined
  for (const row of parts.toSorted()) {
    const lonely = countLonely(secrets, without(shown, row), threshold)
    const n = counts.get(row) ?? 0
    if (best === undefined || lonely < best.lonely || (lonely === best.lonely && n < best.n)) best = { row, lonely, n }
  }
  return [best?.row, best?.lonely ?? 0]
}

function without(rows: ReadonlySet<string>, gone: string): ReadonlySet<string> {
  return new Set([...rows].filter((row) => row !== gone))
}
