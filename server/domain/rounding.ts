/**
 * How far a number may stray from its decimal value through binary arithmetic. Means of hundreds of scores stray by
 * about a thousandth of this, and nothing that people read depends on a billionth of a point.
 */
const BINARY_NOISE = 1e-9

/**
 * Rounds half up, so 62.5 becomes 63 and -0.5 becomes 0. The one rounding of the product: everything before it is
 * unrounded, and nothing rounds twice.
 *
 * A number that only binary arithmetic keeps below the half counts as the half: 1.005 has two decimals 1.01. Meant for
 * numbers below a million after the shift of decimals; never returns -0.
 *
 * @throws {RangeError} the value is not finite: a missing score has to be asked for before it is rounded.
 * @example roundHalfUp(62.5) // 63
 * @example roundHalfUp(1.005, 2) // 1.01
 */
export function roundHalfUp(value: number, decimals = 0): number {
  if (!Number.isFinite(value)) throw new RangeError(`cannot round ${value}`)
  const shift = 10 ** decimals
  return Math.floor(value * shift + 0.5 + BINARY_NOISE) / shift
}

/**
 * Rounds to the nearest multiple of a step, half up: coverage is shown in steps of 5 %.
 *
 * @param step size of a step in the unit of the value, above 0.
 * @throws {RangeError} the step is not above 0, or the value is not finite.
 * @example roundToStep(0.83, 0.05) // 0.85
 */
export function roundToStep(value: number, step: number): number {
  if (!(step > 0)) throw new RangeError(`a step is above 0, got ${step}`)
  // 3 x 0.05 is 0.15000000000000002 in binary, and that would be printed.
  return Number((roundHalfUp(value / step) * step).toPrecision(12))
}

/**
 * Whether a computed number lies below a line, where being on the line but for binary noise is not below it.
 *
 * @example isBelow(24.999999999999996, 25) // false
 */
export function isBelow(value: number, line: number): boolean {
  return value < line - BINARY_NOISE
}
