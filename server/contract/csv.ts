/** A cell: a text, a number, or nothing. */
export type Cell = string | number | null

/** Tells a spreadsheet that what follows is UTF-8. */
export const CSV_MARK = '\ufeff'
/** What a spreadsheet takes for the start of a formula, in ordinary and in full-width form. */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\0]/

/** A part of a text that another spreadsheet takes for a cell: one that is set to English separates our lines by commas. */
const PART_OF_CELL = /[,;\t\r\n][^,;\t\r\n]*/g
/** What comes before a formula at the start of such a part. */
const BEFORE_FORMULA = /^[,;\t\r\n][\s"]*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/
/** A formula does harm when it calls something or looks elsewhere; a dash before words does not. */
const CALL = /[\w.]\(|\||![$\w]|#\$/

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

/** A text as a cell may hold it: what a spreadsheet would run as a formula gets a leading `'`, also where one stands inside. */
export function guarded(text: string): string {
  const safe = text.replace(PART_OF_CELL, (part) => (CALL.test(part) ? part.replace(BEFORE_FORMULA, "$&'") : part))
  return FORMULA.test(safe) || FORMULA.test(safe.trim()) ? `'${safe}` : safe
}

function cellOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = guarded(cell)
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
