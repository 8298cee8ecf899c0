import type { NamedRanges } from './named-ranges.ts'
import type { VsmeKind } from './vsme-vocabulary.ts'
import type { CellValue } from './workbook.ts'

/** Units of kinds that have but one; money has that of the report, and the rest says its own beside the figure. */
const UNITS: Partial<Record<VsmeKind, string>> = { percent: '%', energy: 'MWh', emissions: 'tCO2e' }
/** Kinds of which a figure may stand in the same cells as that of another kind: the unit says which of the two it is. */
const UNITS_OF_KIND: Partial<Record<VsmeKind, readonly string[]>> = { mass: ['kg', 't'], volume: ['m3', 'l'] }
const YES = ['yes', 'ja', 'oui', 'si', 'sí', 'sim', 'true']
const NO = ['no', 'nee', 'nein', 'nej', 'non', 'não', 'false']

/** What a filled template says about all its figures at once: its period, its currency and its words for yes and no. */
export class ReportWords {
  /** A year when it runs from its first to its last day, else two days; undefined when the report does not say. */
  readonly period: string | undefined
  readonly #ranges: NamedRanges
  readonly #currency: string | undefined
  readonly #yes: readonly string[]
  readonly #no: readonly string[]

  constructor(ranges: NamedRanges) {
    this.#ranges = ranges
    this.#currency = ranges.words('template_currency')?.slice(0, 3)
    this.period = periodOf(ranges.words('template_reporting_period_display'))
    // The template gives its choices in the language that it was filled in.
    const list = ranges.block('enum_ListYesNo')
    const [yes, no] = list === undefined ? [] : ranges.cells(list).map(({ value }) => String(value).toLowerCase())
    this.#yes = [yes ?? '', ...YES]
    this.#no = [no ?? '', ...NO]
  }

  /** `yes`, `no`, or undefined for anything else. */
  answerOf(value: CellValue): 'yes' | 'no' | undefined {
    const said = String(value).trim().toLowerCase()
    if (this.#yes.includes(said)) return 'yes'
    return this.#no.includes(said) ? 'no' : undefined
  }

  /** The unit of a figure; null for what is counted, such as people. */
  unitOf(concept: string, kind: VsmeKind, line: number): string | null {
    if (kind === 'money') return this.#currency ?? null
    if (kind === 'intensity') return this.#currency === undefined ? 'tCO2e' : `tCO2e/${this.#currency}`
    return UNITS[kind] ?? this.#unitBeside(concept, line)
  }

  /** Whether a figure of this kind can have this unit; true where nothing is known against it. */
  fits(kind: VsmeKind, unit: string | null): boolean {
    const others = Object.entries(UNITS_OF_KIND).filter(([other]) => other !== kind)
    if (UNITS_OF_KIND[kind] === undefined || unit === null) return true
    return !others.some(([, units]) => units.includes(unit))
  }

  /** The period of a part: the year that it is of, or that of the report. */
  periodOf(member: string | undefined): string | null {
    const year = member === undefined ? undefined : this.#yearOf(member)
    return year ?? this.period ?? null
  }

  #yearOf(member: string): string | undefined {
    const block = /^(Baseline|Target)YearMember$/.test(member) ? this.#ranges.block(member) : undefined
    const [found] = block === undefined ? [] : this.#ranges.cells(block)
    return found === undefined || typeof found.value === 'object' ? undefined : String(found.value)
  }

  #unitBeside(concept: string, line: number): string | null {
    const block = this.#ranges.block(`${concept}_unit`)
    if (block === undefined) return null
    const isOne = block.top === block.bottom
    const [cell] = this.#ranges.cells(isOne ? block : { ...block, top: line, bottom: line })
    return cell === undefined || typeof cell.value === 'object' ? null : symbolOf(String(cell.value))
  }
}

/** What stands in the last brackets: "metric tonnes (t)" is t, in every language; the words when there are none. */
function symbolOf(words: string): string {
  const [, symbol = words] = /\(([^()]+)\)\s*$/.exec(words) ?? []
  return symbol.trim().replace('²', '2').replace('³', '3').slice(0, 20)
}

function periodOf(shown: string | undefined): string | undefined {
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\s*\D\s*(\d{4}-\d{2}-\d{2})$/.exec(shown ?? '') ?? []
  if (from === undefined || to === undefined) return undefined
  const year = from.slice(0, 4)
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : `${from} – ${to}`
}
