import {
  capitalsOf,
  horizonOfReflection,
  laterOf,
  lowestCapital,
  mostDivided,
  type ReflectionFigures,
  sortedBy,
} from './reflection-figures.ts'

/** Why something is worth a conversation. */
export type CandidateReason = 'lowest' | 'divided' | 'gap' | 'drift' | 'aim'

/** A candidate for question 1 with the numbers behind it; `null` is what does not apply. */
export interface ReflectionCandidate {
  /** Made from what it is, so that it stays the same one. */
  readonly id: string
  readonly reason: CandidateReason
  readonly dimension: string
  readonly horizon: string
  readonly score: number | null
  readonly internal: number | null
  readonly external: number | null
  /** The gap (external minus internal), or the drift or the aim (later minus now). */
  readonly points: number | null
  readonly itemId: string | null
  readonly averageDeviation: number | null
}

/**
 * Candidates for "what is this about?": the lowest capital, the item on which people are most divided, the widest gap
 * between inside and outside, and the largest fall that people expect or, where they said what they mean to reach, the
 * farthest way to go. At most one of each, so at most four; of equals the first in the order of the instrument, and the
 * lowest is the one that the release calls so.
 *
 * Missing: a reason of which no figure was released brings no candidate. Where nobody is divided or mixed there is no
 * most divided item; a gap of 0 is no gap; drift counts only when it falls, an aim only when it lies higher.
 *
 * @param order codes of the dimensions.
 * @see method.md section 9, question 1.
 */
export function reflectionCandidates(figures: ReflectionFigures, order: readonly string[]): ReflectionCandidate[] {
  const horizon = horizonOfReflection(Object.keys(figures.horizons))
  const capitals = capitalsOf(figures, horizon, order)
  const lowest = lowestCapital(figures, horizon, order)
  const [widest] = sortedBy(capitals, ({ capital }) => (capital.gap === null ? null : -Math.abs(capital.gap)))
  const divided = mostDivided(figures.items, horizon).find(({ agreement }) => {
    return agreement.word === 'divided' || agreement.word === 'mixed'
  })
  const of = (reason: CandidateReason, found: (typeof capitals)[number], points: number | null) => ({
    ...NOTHING,
    id: `${reason}:${found.dimension}`,
    reason,
    dimension: found.dimension,
    horizon,
    score: found.capital.score,
    internal: found.capital.cells['internal'] ?? null,
    external: found.capital.cells['external'] ?? null,
    points,
  })
  const candidates: ReflectionCandidate[] = []
  if (lowest !== undefined) candidates.push(of('lowest', lowest, null))
  if (divided !== undefined) {
    candidates.push({
      ...NOTHING,
      id: `divided:${divided.itemId}`,
      reason: 'divided',
      dimension: divided.dimension,
      horizon,
      score: divided.score,
      itemId: divided.itemId,
      averageDeviation: divided.agreement.averageDeviation,
    })
  }
  if (widest?.capital.gap) candidates.push(of('gap', widest, widest.capital.gap))
  const later = laterOf(figures, order, horizon)
  if (later !== undefined && (later.kind === 'aim' ? later.points > 0 : later.points < 0))
    candidates.push(of(later.kind, later, later.points))
  return candidates
}

const NOTHING = { score: null, internal: null, external: null, points: null, itemId: null, averageDeviation: null }
