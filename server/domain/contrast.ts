/**
 * How much two colours differ in lightness: 1 for the same, 21 for black and white. Text needs 4.5.
 *
 * @param one `#rrggbb`.
 * @param other `#rrggbb`.
 * @see WCAG 2.2, definitions of contrast ratio and relative luminance.
 * @example contrastOf('#000000', '#ffffff') // 21
 */
export function contrastOf(one: string, other: string): number {
  const [darker, lighter] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

/** Contrast from which text can be read. */
export const READABLE_CONTRAST = 4.5

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
