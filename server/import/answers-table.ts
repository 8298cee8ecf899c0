import type { FluentVariable } from '@fluent/bundle'
import { MOST_ANSWER_BYTES, MOST_ANSWER_COLUMNS, MOST_ANSWER_ROWS } from '../contract/imports.ts'
import { readRecords } from './csv-records.ts'
import { decodeText, type Encoding } from './decode.ts'

/** What can be wrong with a file of answers. Sentences: `answers-fault-<code>` and `answers-mend-<code>`. */
export type AnswersFaultCode =
  | 'too-large'
  | 'too-hard'
  | 'encoding'
  | 'quote'
  | 'empty'
  | 'rows'
  | 'columns'
  | 'cells'
  | 'value'
  | 'off-scale'
  | 'group'
  | 'no-answers'
  | 'column-twice'
  | 'item'
  | 'nobody'

/** One fault: on which line (from 1), in which column if it is about one, and what. */
export interface AnswersFault {
  readonly line: number
  readonly column: string | null
  readonly code: AnswersFaultCode
  readonly variables: Readonly<Record<string, FluentVariable>>
}

/** A file as a table: its first line that holds anything, and the lines below. */
export interface AnswersTable {
  readonly header: readonly string[]
  readonly headerLine: number
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly encoding: Encoding
  readonly faults: readonly AnswersFault[]
  /** The same as UTF-8, for the reader of long files. */
  readonly bytes: Buffer
}

/** Reads a file of answers as a table; never throws, whatever the bytes are. */
export function readTable(file: Buffer): AnswersTable {
  const nothing = { header: [], headerLine: 1, rows: [], encoding: 'UTF-8' as const, bytes: file }
  if (file.length > MOST_ANSWER_BYTES) return { ...nothing, faults: [fault(1, 'too-large')] }
  const decoded = decodeText(file)
  if (decoded === undefined) return { ...nothing, faults: [fault(1, 'encoding')] }
  const bytes = withoutSeparatorLine(decoded.bytes)
  const faults: AnswersFault[] = []
  const rows: { line: number; cells: string[] }[] = []
  const stopped = readRecords(bytes, (line, cells) => {
    if (rows.length <= MOST_ANSWER_ROWS + 1) rows.push({ line, cells: cells.map(plain) })
  })
  if (stopped !== undefined) faults.push(fault(stopped.line, 'quote'))
  const [first, ...others] = rows
  if (first === undefined)
    return { ...nothing, encoding: decoded.encoding, bytes, faults: [...faults, fault(1, 'empty')] }
  if (others.length > MOST_ANSWER_ROWS)
    faults.push(fault(others[MOST_ANSWER_ROWS]?.line ?? 1, 'rows', { most: MOST_ANSWER_ROWS }))
  if (first.cells.length > MOST_ANSWER_COLUMNS) faults.push(fault(first.line, 'columns', { most: MOST_ANSWER_COLUMNS }))
  const width = first.cells.length
  for (const { line, cells } of others) {
    // Empty cells beyond the last column are a habit of spreadsheets.
    while (cells.length > width && cells.at(-1) === '') cells.pop()
    if (cells.length !== width) faults.push(fault(line, 'cells', { n: cells.length, columns: width }))
  }
  if (others.length === 0 && faults.length === 0) faults.push(fault(first.line, 'empty'))
  return { header: first.cells, headerLine: first.line, rows: others, encoding: decoded.encoding, bytes, faults }
}

function fault(line: number, code: AnswersFaultCode, variables: AnswersFault['variables'] = {}): AnswersFault {
  return { line, column: null, code, variables }
}

/** The first line with which Excel is told its separator says nothing else. The line stays, empty. */
function withoutSeparatorLine(bytes: Buffer): Buffer {
  const start = bytes.subarray(0, 12).toString('latin1')
  const [line = ''] = /^(?:\u00ef\u00bb\u00bf)?"?sep=[,;\t]"?(?=[\r\n])/i.exec(start) ?? []
  return bytes.subarray(line.length)
}

function plain(cell: string): string {
  // Most cells are a number or a code.
  if (/^[\w.,/:-]*$/.test(cell)) return cell
  return cell
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC')
}
