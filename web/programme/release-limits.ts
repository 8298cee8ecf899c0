/**
 * What pages have to know of the rules of a publication (`server/release/programme-table.ts`, which the browser does not
 * load): so many companies make the first figure that can be shown.
 */
export const FEWEST_BEHIND_A_FIGURE = 5
/** Below so many companies a figure asks for care, and has no band. */
export const CAREFUL_BELOW = 10
/** Beyond these places of the scale, 0 to 100, no number is said. */
export const SCALE_ENDS = { low: 15, high: 85 } as const
