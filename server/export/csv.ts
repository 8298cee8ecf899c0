/** A cell: a text, a number, or nothing. */
export type Cell = string | number | null

const MARK = '\ufeff'
/** What a spreadsheet takes for the start of a formula, in ordinary and in full-width form. */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\0]/

/**
 * A table as CSV that Dutch spreadsheets open at once: UTF-8 with a byte order mark, semicolons, quotes as in RFC 4180.
 * A text that a spreadsheet would run as a formula gets a leading `'`; numbers stay numbers, and nothing stays empty.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return MARK + [header, ...rows].map((cells) => `${cells.map(cellOf).join(';')}\r\n`).join('')
}

function cellOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) || FORMULA.test(cell.trim()) ? `'${cell}` : cell
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
