import { CsvError, type Options, parse } from 'csv-parse/sync'
import { LineCounter } from './encoding.ts'
import type { ImportFault } from './faults.ts'

/**
 * Hands over the records of a CSV text one by one, the header too, with the line on which each starts. Comma or
 * semicolon, whichever the first line holds; quotes as in RFC 4180; empty lines are passed over.
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

function delimiterOf(bytes: Buffer): ',' | ';' {
  const end = bytes.findIndex((byte) => byte === 10 || byte === 13)
  return bytes.subarray(0, end < 0 ? bytes.length : end).includes(';') ? ';' : ','
}
