import { CsvError, type Options, parse } from 'csv-parse/sync'
import { LineCounter } from './encoding.ts'
import type { ImportFault } from './faults.ts'

/**
 * Hands over the records of a CSV text one by one, the header too, with the line on which each starts. Comma, semicolon
 * or tab, whichever the first line holds most of outside quotes; quotes as in RFC 4180; empty lines are passed over.
 *
 * The parser counts lines its own way, so lines are counted here from the bytes that it has read.
 *
 * @param bytes UTF-8, with or without a byte order mark.
 * @returns the fault at which reading stopped; undefined when everything was read.
 */
export function readRecords(
  bytes: Buffer,
  take: (line: number, cells: readonly string[]) => void,
): ImportFault | undefined {
  const lines = new LineCounter(bytes)
  let start = 0
  const options: Options = {
    bom: true,
    delimiter: delimiterOf(bytes),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    on_record: (cells: string[], { bytes: end }) => {
      const line = lines.lineAt(start)
      start = end
      if (cells.length > 1 || cells[0] !== '') take(line, cells)
      return null
    },
  }
  try {
    parse(bytes, options)
    return undefined
  } catch (error) {
    if (error instanceof CsvError) return { line: lines.lineAt(start), code: 'quote', variables: {} }
    throw error
  }
}

const [QUOTE, NEWLINE, RETURN] = [34, 10, 13]

/** Questions as headers hold commas of their own: only what stands between cells counts. */
function delimiterOf(bytes: Buffer): ',' | ';' | '\t' {
  const counts = { ',': 0, ';': 0, '\t': 0 }
  let isQuoted = false
  let isBegun = false
  for (const byte of bytes) {
    if (byte === QUOTE) isQuoted = !isQuoted
    else if (!isQuoted && (byte === NEWLINE || byte === RETURN)) {
      // Empty lines say nothing.
      if (isBegun) break
      continue
    } else if (!isQuoted && byte === 44) counts[','] += 1
    else if (!isQuoted && byte === 59) counts[';'] += 1
    else if (!isQuoted && byte === 9) counts['\t'] += 1
    isBegun = true
  }
  if (counts['\t'] > counts[','] && counts['\t'] > counts[';']) return '\t'
  return counts[';'] > 0 && counts[';'] >= counts[','] ? ';' : ','
}
