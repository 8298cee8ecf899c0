/**
 * The six capitals in the order in which they stand everywhere, clockwise from twelve o'clock on the radar.
 * Codes only; names are texts of the instrument.
 *
 * @see <IR> Framework 2.15 for the categories; `method.md` section 2 for the order.
 */
export const CAPITALS = ['human', 'social', 'intellectual', 'manufactured', 'natural', 'financial'] as const

/** The code of one capital. */
export type Capital = (typeof CAPITALS)[number]
