/** A cell: a text, a number, or nothing. */
export type Cell = string | number | null

/** Tells a spreadsheet that what follows is UTF-8. */
export const CSV_MARK = '\ufeff'
/** What a spreadsheet takes for the start of a formula, in ordinary and in full-width form. */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\0]/

/**
 * A table as CSV that Dutch spreadsheets open at once: UTF-8 with a byte order mark, semicolons, quotes as in RFC 4180.
 * A text that a spreadsheet would run as a formula gets a leading `'`; numbers stay numbers, and nothing stays empty.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return CSV_MARK + [header, ...rows].map(csvLine).join('')
}

/** One line of such a table. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellOf).join(';')}\r\n`
}

/** A text as a cell may hold it: what a spreadsheet would run as a formula gets a leading `'`. */
export function guarded(text: string): string {
  return FORMULA.test(text) || FORMULA.test(text.trim()) ? `'${text}` : text
}

function cellOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = guarded(cell)
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
