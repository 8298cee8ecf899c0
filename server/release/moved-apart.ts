import { COLLUDERS, PINNED_WITHIN } from './alike.ts'

/**
 * The scores of respondents from whom a word of change is counted in an anonymous round: their own, unless all but two lie
 * so close together that a word about them could tell what each of them answered.
 *
 * A clear change is said of people who lie close together, and not of others with the same mean who lie further apart. When
 * only one set of answers with that mean is close enough, whoever knows two of them knows all others. So of people who are
 * nearly alike is said what would be said if two of them had moved apart: then these others are possible too, with the
 * same mean and the same two who tell each other.
 *
 * @param unit points that the smallest difference in one person's answers makes.
 */
export function movedApart(scores: readonly number[], unit: number): readonly number[] {
  const far = unit * (Math.floor(PINNED_WITHIN / unit + NOISE) + 1)
  let apart = scores.toSorted((a, b) => a - b)
  // Each turn moves two people away from where most are, so that this ends.
  for (let turn = 0; turn < scores.length; turn += 1) {
    const first = startOfAlike(apart)
    const last = first + apart.length - COLLUDERS - 1
    const [low, high] = [(apart[first] ?? 0) - far, (apart[last] ?? 0) + far]
    if (first < 0 || low < -NOISE || high > 100 + NOISE) break
    apart = apart
      .with(first, low)
      .with(last, high)
      .toSorted((a, b) => a - b)
  }
  return apart
}

/** Scores are sums of fractions such as 25 / 3, which binary arithmetic keeps a hair off. */
const NOISE = 1e-9

/** Where those start who are all but two and lie within the points that count as known; -1 when there are no two such. */
function startOfAlike(sorted: readonly number[]): number {
  const alike = sorted.length - COLLUDERS
  const starts = Array.from({ length: alike < 2 ? 0 : COLLUDERS + 1 }, (_, start) => start)
  // From the middle: who lies at either end is rather one of the two.
  return (
    starts
      .toSorted((a, b) => Math.abs(a - COLLUDERS / 2) - Math.abs(b - COLLUDERS / 2))
      .find((start) => (sorted[start + alike - 1] ?? 0) - (sorted[start] ?? 0) <= 2 * PINNED_WITHIN + NOISE) ?? -1
  )
}
