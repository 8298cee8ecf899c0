import { isUtf8 } from 'node:buffer'
import type { ImportFault } from './faults.ts'

const NEWLINE = 10
const RETURN = 13

/** What keeps a file from being read as UTF-8 text, with the lines; empty for a good file. A byte order mark is good. */
export function encodingFaults(bytes: Uint8Array): ImportFault[] {
  if (isUtf16(bytes)) return [{ line: 1, code: 'utf-16', variables: {} }]
  const nul = bytes.indexOf(0)
  if (nul >= 0) return [{ line: new LineCounter(bytes).lineAt(nul), code: 'nul', variables: {} }]
  if (isUtf8(bytes)) return []
  return linesOf(bytes).flatMap((line, index): ImportFault[] => {
    return isUtf8(line) ? [] : [{ line: index + 1, code: 'not-utf-8', variables: {} }]
  })
}

function isUtf16([first, second]: Uint8Array): boolean {
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  // Plain letters in UTF-16 have a zero byte before or after each.
  return hasMark || (first === 0 && second !== 0) || (first !== 0 && second === 0)
}

/** Neither line ending occurs inside a character of more bytes, so that lines can be cut before they are decoded. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if (!endsLine(bytes, at)) continue
    lines.push(bytes.subarray(start, at))
    start = at + 1
  }
  return [...lines, bytes.subarray(start)]
}

function endsLine(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === NEWLINE || (bytes[at] === RETURN && bytes[at + 1] !== NEWLINE)
}

/** Tells on which line a byte stands, for places that are asked from front to back. */
export class LineCounter {
  readonly #bytes: Uint8Array
  #at = 0
  #line = 1

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Line of this byte, counted from 1. A place before one that was asked already answers that one's line. */
  lineAt(place: number): number {
    for (; this.#at < place; this.#at += 1) if (endsLine(this.#bytes, this.#at)) this.#line += 1
    return this.#line
  }
}
