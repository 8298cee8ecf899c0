/** Tints are steps of one hue and say how much, never whether that is good. */
export const BINS = 5
/** How much of the scale each of them takes. */
export const BIN_WIDTH = 100 / BINS

/** Which of the five tints a value of 0 to 100 has, from 1. */
export function binOf(value: number): number {
  return Math.min(BINS, Math.floor(value / BIN_WIDTH) + 1)
}
