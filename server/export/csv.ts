import { setImmediate } from 'node:timers/promises'
import { type Cell, CSV_MARK, csvLine } from '../contract/csv.ts'

export { type Cell, csvOf, guarded } from '../contract/csv.ts'

/** A part goes out from so many letters on. */
const PART = 1 << 16

/**
 * A table as CSV in parts (see `csvOf`), from rows that come in pieces: others are served in between, and nothing is made before somebody
 * takes it.
 */
export async function* csvParts(
  header: readonly string[],
  pieces: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<string> {
  let part = CSV_MARK + csvLine(header)
  for await (const rows of pieces) {
    for (const row of rows) {
      part += csvLine(row)
      if (part.length < PART) continue
      yield part
      part = ''
      await setImmediate()
    }
  }
  yield part
}
