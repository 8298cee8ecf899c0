/** The publication of which a figure is, where the newest of its quarter does not show it. */
interface Earlier {
  readonly release: { readonly id: string; readonly number: number; readonly madeAt: string }
  readonly because: 'too-few' | 'complement'
}

/** A publication and a reason that figures beside each other have in common, with the mark that leads from them to its note. */
export interface EarlierMark extends Earlier {
  /** `*` for the newest of them, then `*2`, `*3`. */
  readonly mark: string
}

type Marked = { readonly earlier: Earlier | null } | undefined

/** The marks of figures that stand beside each other, the newest publication first; none when all are of the newest. */
export function earlierMarks(figures: readonly Marked[]): EarlierMark[] {
  const found = new Map<string, Earlier>()
  for (const figure of figures) if (figure?.earlier) found.set(keyOf(figure.earlier), figure.earlier)
  const ordered = [...found.values()].toSorted(
    (a, b) => b.release.madeAt.localeCompare(a.release.madeAt) || a.because.localeCompare(b.because),
  )
  return ordered.map((one, index) => ({ ...one, mark: index === 0 ? '*' : `*${index + 1}` }))
}

/** The mark of one of them; empty for a figure of the newest publication. */
export function markOf(figure: Marked, marks: readonly EarlierMark[]): string {
  const earlier = figure?.earlier
  return earlier ? (marks.find((one) => keyOf(one) === keyOf(earlier))?.mark ?? '') : ''
}

function keyOf({ release, because }: Earlier): string {
  return `${release.id} ${because}`
}
