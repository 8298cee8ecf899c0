import type { FluentVariable } from '@fluent/bundle'
import type { Locale } from '../contract/common.ts'
import type { Fault } from '../contract/problems.ts'
import { ProblemError } from '../problem.ts'
import { text } from '../texts.ts'

/** What can be wrong with a file of answers. The sentence is `import-fault-<code>` in `data/texts/<locale>/commands.ftl`. */
export type FaultCode =
  | 'too-large'
  | 'utf-16'
  | 'not-utf-8'
  | 'nul'
  | 'quote'
  | 'empty'
  | 'column-unknown'
  | 'column-twice'
  | 'column-missing'
  | 'organisation-column'
  | 'cells'
  | 'cell-empty'
  | 'cell-long'
  | 'period'
  | 'group'
  | 'two-groups'
  | 'item'
  | 'horizon'
  | 'rating'
  | 'off-scale'
  | 'twice'
  | 'organisation-ambiguous'
  | 'imported-before'

/** One fault in a file: on which line (counted from 1, the header included) and what. */
export interface ImportFault {
  readonly line: number
  readonly code: FaultCode
  readonly variables: Readonly<Record<string, FluentVariable>>
}

/** Faults that are named; beyond these it is only said how many there are. */
const MOST_NAMED = 20

/** The refusal of a whole file, with the first 20 faults in the reader's language. */
export function importRefused(faults: readonly ImportFault[], locale: Locale): ProblemError {
  const inOrder = faults.toSorted((a, b) => a.line - b.line)
  const errors = inOrder.slice(0, MOST_NAMED).map(({ line, code, variables }): Fault => {
    return { pointer: `line ${line}`, detail: text(locale, `import-fault-${code}`, variables) }
  })
  const next = inOrder[MOST_NAMED]
  if (next !== undefined) {
    errors.push({
      pointer: `line ${next.line}`,
      detail: text(locale, 'import-more', { n: faults.length - MOST_NAMED }),
    })
  }
  return new ProblemError('import-refused', { detail: `${faults.length} faults`, errors })
}
