/** Inches on a slide of 13.33 by 7.5: where text may stand. */
export const LEFT = 0.6
/** How wide it may be. */
export const WIDTH = 12.13
/** Between the headline and the foot. */
export const BODY = { top: 2.2, bottom: 6.75 } as const

/** Points. Nothing is smaller than a table or a chart, and what people read in a room is a sentence or larger. */
export const SIZE = { cover: 40, title: 28, large: 24, headline: 22, sentence: 18, table: 14, small: 12 } as const

/** A letter of a wide font, as a share of its size: a computer without ours takes another one. */
const LETTER = 0.56
const LINE_HEIGHT = 1.2

/** How high a text becomes in a box of this width, in inches. */
export function heightOf(value: string, size: number, width: number): number {
  const letters = Math.max(6, Math.floor((width * 72) / (size * LETTER)))
  const lines = value.split('\n').reduce((sum, line) => sum + linesIn(line, letters), 0)
  return (lines * size * LINE_HEIGHT) / 72
}

/** The same for paragraphs, with a third of a line after each. */
export function heightOfAll(values: readonly string[], size: number, width: number): number {
  return values.reduce((sum, value) => sum + heightOf(value, size, width) + size / 3 / 72, 0)
}

/** Words stay whole, so that a line seldom is full. */
function linesIn(line: string, letters: number): number {
  let lines = 1
  let filled = 0
  for (const word of line.split(' ')) {
    if (filled > 0 && filled + 1 + word.length > letters) {
      lines += 1
      filled = 0
    }
    filled += word.length + (filled > 0 ? 1 : 0)
    while (filled > letters) {
      lines += 1
      filled -= letters
    }
  }
  return lines
}

/** How high a row of a table becomes; its first cell is bold, and bold is wider. */
export function rowHeight(cells: readonly string[], columns: readonly number[]): number {
  const text = cells.map((value, at) => heightOf(value, SIZE.table * (at === 0 ? 1.08 : 1), (columns[at] ?? 1) - 0.1))
  return Math.max(...text) + 0.12
}

/** The first rows of a table over the whole width that fit on a slide, with room for so many lines below it. */
export function rowsThatFit<Row extends readonly string[]>(
  head: readonly string[],
  rows: readonly Row[],
  widths: readonly number[],
  under: readonly string[] = [],
): Row[] {
  const columns = widths.map((share) => share * WIDTH)
  const foot = under.length === 0 ? 0 : heightOfAll(under, SIZE.sentence, WIDTH) + 0.25
  let left = BODY.bottom - BODY.top - foot - rowHeight(head, columns)
  const fitting: Row[] = []
  for (const row of rows) {
    left -= rowHeight(row, columns)
    if (left < 0) break
    fitting.push(row)
  }
  return fitting
}
