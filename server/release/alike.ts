/** Two people who tell each other what they answered: the coalition that `method.md` section 8 reckons with. */
const COLLUDERS = 2

/** A person's score counts as known when it is pinned within this many points to either side. */
const PINNED_WITHIN = 5

/**
 * Whether people's ratings on the items of one cell are so alike that its score would tell two colluders what each of
 * the others answered. True when nobody but two people differs from the most common rating of any item, and when the
 * others' mean would lie so close to 0 or 100 that every one of them is pinned.
 *
 * @param sheets keyed scores (0 to 100) of each person on each item of the cell; null where the person gave none.
 */
export function tellsTooMuch(sheets: readonly (readonly (number | null)[])[]): boolean {
  return fewDiffer(sheets) || othersAreAtAnEnd(sheets)
}

function fewDiffer(sheets: readonly (readonly (number | null)[])[]): boolean {
  const common = mostCommonByItem(sheets)
  const differing = sheets.filter((sheet) => sheet.some((score, item) => score !== null && score !== common[item]))
  return differing.length <= COLLUDERS
}

function mostCommonByItem(sheets: readonly (readonly (number | null)[])[]): (number | null)[] {
  return Array.from({ length: sheets[0]?.length ?? 0 }, (_, item) => {
    const counts = new Map<number, number>()
    for (const sheet of sheets) {
      const score = sheet[item] ?? null
      if (score !== null) counts.set(score, (counts.get(score) ?? 0) + 1)
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1])
    return most?.[0] ?? null
  })
}

function othersAreAtAnEnd(sheets: readonly (readonly (number | null)[])[]): boolean {
  const means = sheets.flatMap((sheet) => {
    const scores = sheet.filter((score) => score !== null)
    return scores.length === 0 ? [] : [scores.reduce((sum, score) => sum + score, 0) / scores.length]
  })
  means.sort((a, b) => a - b)
  const withoutHighest = means.slice(0, -COLLUDERS)
  const withoutLowest = means.slice(COLLUDERS)
  const room = withoutHighest.reduce((sum, score) => sum + score, 0)
  const headroom = withoutLowest.reduce((sum, score) => sum + 100 - score, 0)
  // What the others share is all that any one of them can hold: less than this pins each of them.
  return room <= 2 * PINNED_WITHIN || headroom <= 2 * PINNED_WITHIN
}
