/** Scores beyond these count as these, so that a sum that is very low or very high tells of nobody how low or high. */
export const LOWEST_COUNTED = 15
/** The upper one of the two. */
export const HIGHEST_COUNTED = 85

/** A score as it counts in figures of a programme: below 15 as 15, and above 85 as 85. */
export function countedScore(score: number): number {
  return Math.min(HIGHEST_COUNTED, Math.max(LOWEST_COUNTED, score))
}
