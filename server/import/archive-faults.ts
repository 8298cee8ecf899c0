import type { FluentVariable } from '@fluent/bundle'
import type { ArchiveFault, ArchivePreview } from '../contract/archives.ts'
import type { Locale } from '../contract/common.ts'
import { ProblemError } from '../problem.ts'
import { text } from '../texts.ts'

/** What can be wrong with an archive. The sentence is `archive-fault-<code>` in `data/texts/<locale>/export-files.ftl`. */
export type ArchiveFaultCode =
  | 'too-large'
  | 'too-hard'
  | 'too-many-rows'
  | 'not-json'
  | 'not-an-archive'
  | 'older'
  | 'newer'
  | 'too-deep'
  | 'forbidden-name'
  | 'nul'
  | 'unknown-part'
  | 'missing-part'
  | 'shape'
  | 'twice'
  | 'reference'
  | 'anonymous-answers'
  | 'instrument-missing'
  | 'instrument-other'
  | 'instrument-damaged'
  | 'unknown-item'
  | 'sheet'
  | 'release'
  | 'figures'
  | 'file'
  | 'hash'

/** One fault in an archive: where and what. */
export interface ArchiveFaultFound {
  readonly place: string
  readonly code: ArchiveFaultCode
  readonly variables: Readonly<Record<string, FluentVariable>>
}

/** Faults as they are found; beyond 1,000 nobody needs to know more. */
export class FaultList {
  readonly #found: ArchiveFaultFound[] = []

  get all(): readonly ArchiveFaultFound[] {
    return this.#found
  }

  /** Notes a fault: `place` is a table, a row counted from 1 and a column, or empty for the whole file. */
  add(place: string, code: ArchiveFaultCode, variables: ArchiveFaultFound['variables'] = {}): void {
    if (this.#found.length < 1000) this.#found.push({ place, code, variables })
  }
}

const MOST_NAMED = 20

/** Faults as a preview has them, the first 20 with their sentences. */
export function sayFaults(
  found: readonly ArchiveFaultFound[],
  locale: Locale,
): Pick<ArchivePreview, 'faults' | 'more'> {
  const faults = found.slice(0, MOST_NAMED).map(({ place, code, variables }): ArchiveFault => {
    return { place, wrong: text(locale, `archive-fault-${code}`, variables) }
  })
  return { faults, more: found.length - faults.length }
}

/** The refusal of an archive, with the first 20 faults in the reader's language. */
export function refuseArchive(found: readonly ArchiveFaultFound[], locale: Locale): ProblemError {
  const errors = sayFaults(found, locale).faults.map(({ place, wrong }) => ({ pointer: place, detail: wrong }))
  return new ProblemError('archive-faulty', { detail: `${found.length} faults`, errors })
}
