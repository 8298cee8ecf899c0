import { type Block, NamedRanges } from './named-ranges.ts'
import { readFigures, type VsmeFact, type VsmeFault } from './vsme-cells.ts'
import type { VsmeKind } from './vsme-vocabulary.ts'
import { ReportWords } from './vsme-words.ts'
import type { PlainWorkbook } from './workbook.ts'

/** What a filled template says. */
export interface VsmeReport {
  /** Whose report it is; null when it does not say. */
  readonly entity: string | null
  readonly period: string | null
  /** Of the template, such as 1.3.0. */
  readonly version: string | null
  readonly facts: readonly VsmeFact[]
  readonly faults: readonly VsmeFault[]
  /** Concepts with something filled in of which nothing is known here, by name. */
  readonly unknown: readonly string[]
}

/** Parts that are the whole: the taxonomy calls them so by leaving them out. */
const WHOLE = new Set(['CurrentlyStatedMember', 'TotalRenewableAndNonRenewableEnergyMember'])
const UNIT = '_unit'
const CONCEPT = /^[A-Z][A-Za-z0-9]+(_\w+Member)?$/
const NO_FIGURE = /(Axis|Table|Hypercube)$|^[A-Za-z]+Member$/

/**
 * Reads the figures of a filled VSME template by its defined names, which carry the names of the taxonomy's concepts; with
 * `_` and a member behind it for a part.
 *
 * @param kinds kinds of the concepts that are wanted.
 * @returns undefined for a workbook without such names: it is no VSME report.
 */
export function readVsme(
  workbook: PlainWorkbook,
  kinds: Readonly<Record<string, { readonly kind: VsmeKind }>>,
): VsmeReport | undefined {
  const ranges = new NamedRanges(workbook)
  if (ranges.block('template_reporting_entity_name') === undefined) return undefined
  const words = new ReportWords(ranges)
  const read = ranges.names.flatMap((name) => {
    const block = ranges.block(name)
    const [concept = '', member] = name.split(/_(?=\w+Member$)/)
    const kind = kinds[concept]?.kind
    if (block === undefined || kind === undefined || name.endsWith(UNIT)) return []
    return readFigures(ranges, words, { concept, kind, member: WHOLE.has(member ?? '') ? undefined : member, block })
  })
  return {
    entity: ranges.words('template_reporting_entity_name') ?? null,
    period: words.period ?? null,
    version: ranges.words('template_reporting_template_version') ?? null,
    facts: read.flatMap((one) => ('fact' in one ? one.fact : [])),
    faults: read.flatMap((one) => ('fault' in one ? one.fault : [])),
    unknown: unknownConcepts(ranges, kinds),
  }
}

/** Names of concepts start with a capital; what the template itself needs does not. */
function unknownConcepts(ranges: NamedRanges, kinds: Readonly<Record<string, unknown>>): string[] {
  const filled = ranges.names.filter((name) => {
    const block = ranges.block(name)
    return block !== undefined && CONCEPT.test(name) && !NO_FIGURE.test(name) && isFilled(ranges, block)
  })
  const concepts = new Set(filled.map((name) => name.replace(/_.*$/, '')))
  return [...concepts].filter((concept) => !Object.hasOwn(kinds, concept))
}

function isFilled(ranges: NamedRanges, block: Block): boolean {
  return ranges.cells(block).some(({ value }) => {
    return typeof value !== 'object' && value !== false && !['', '-'].includes(String(value).trim())
  })
}
