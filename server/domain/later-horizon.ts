/**
 * The horizons about later that a score may be compared with the one of now. `ahead`: what comes if they go on like this,
 * so a score below the one of now is expected to fall. `intended`: what they mean to reach, so the difference is a wish
 * and nothing that is expected.
 */
const LATER_HORIZONS = ['ahead', 'intended'] as const
/** One of them. */
export type LaterHorizon = (typeof LATER_HORIZONS)[number]

/**
 * Which horizon about later is among these; an instrument has at most one. Undefined: there is none that scores of now are
 * compared with.
 *
 * @example laterHorizon(['now', 'intended']) // 'intended'
 */
export function laterHorizon(horizons: readonly string[]): LaterHorizon | undefined {
  return LATER_HORIZONS.find((later) => horizons.includes(later))
}
