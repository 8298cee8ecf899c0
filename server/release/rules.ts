/**
 * The disclosure rules of `method.md` section 8 that a release keeps. Each can be switched off for one purpose: the
 * attacker test, which must find the leak that the rule prevents.
 */
export interface Rules {
  /** Fewest ratings behind a figure (rule 1); 1 in an open round. */
  readonly threshold: number
  /** Rule 2: what is left beside the shown groups is nobody or at least `threshold` ratings. */
  readonly complement: boolean
  /** Rule 3: a release differs from each earlier one by nobody or by at least `threshold` respondents. */
  readonly reRelease: boolean
  /** Rule 5 for items: words below 10 ratings, then whole numbers, and distributions only in bins of 2 or more. */
  readonly precision: boolean
  /** Nothing is shown that tells everybody's answer once two people's own are taken away. */
  readonly alike: boolean
  /** A word of change says of people who answered nearly alike what it would if two had moved apart: `movedApart`. */
  readonly apart: boolean
  /**
   * Whether items are taken together to scores of cells, dimensions and groups. A second vote asks a few items of each,
   * and an instrument without scores asks items that stand for themselves: no score is made of them, and so no word of
   * an item can be undone with it.
   */
  readonly cells: boolean
}

/** Fewest ratings in an anonymous round. It can be raised, never lowered. */
export const LOWEST_THRESHOLD = 5

/** Ratings from which an item shows more than a word in an anonymous round (rule 5). */
export const ITEM_FIGURES_FROM = 10

/** People who may differ while it is still said that nearly everyone chose the same end of the scale. */
export const NEARLY_EVERYONE = 3

/**
 * The rules of a round; in an open round everybody is named and knows it.
 *
 * @param cells false for a second vote.
 */
export function rulesOf(mode: 'anonymous' | 'open', threshold: number, cells = true): Rules {
  if (mode === 'open')
    return { threshold: 1, complement: false, reRelease: false, precision: false, alike: false, apart: false, cells }
  return {
    threshold: Math.max(threshold, LOWEST_THRESHOLD),
    complement: true,
    reRelease: true,
    precision: true,
    alike: true,
    apart: true,
    cells,
  }
}
