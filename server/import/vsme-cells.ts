import { type Block, cellName, type Found, type NamedRanges } from './named-ranges.ts'
import type { VsmeKind } from './vsme-vocabulary.ts'
import type { ReportWords } from './vsme-words.ts'

/** One figure of a filled VSME template. */
export interface VsmeFact {
  readonly concept: string
  readonly kind: VsmeKind
  /** Which part of it: a member of the taxonomy such as `TargetYearMember`, or the words of its line; null: the whole. */
  readonly part: string | null
  /** A number with a point, `yes` or `no`, or words. A percentage is 0-100. Choices stand on lines of their own. */
  readonly value: string
  /** Such as `kg`, `tCO2e`, `EUR` or `%`; null: a number of people or hours, or words. */
  readonly unit: string | null
  /** A year, or two days with a dash; null when the report does not say. */
  readonly period: string | null
  readonly sheet: string
  readonly cell: string
}

/**
 * Why a cell gives no figure: a formula of which no result was kept, an error such as `#REF!`, or something that is no
 * number, no yes or no where one belongs.
 */
export type VsmeFaultKind = 'formula' | 'error' | 'no-number' | 'no-answer'

/** A cell that gave no figure. */
export interface VsmeFault {
  readonly concept: string
  readonly sheet: string
  readonly cell: string
  readonly fault: VsmeFaultKind
}

/** A name of a template that carries figures. */
export interface NamedFigures {
  readonly concept: string
  readonly kind: VsmeKind
  /** Member of the taxonomy behind the concept's name; undefined: the whole. */
  readonly member: string | undefined
  readonly block: Block
}

type Read = { readonly fact: VsmeFact } | { readonly fault: VsmeFault }

const WORDS: readonly VsmeKind[] = ['yes-no', 'choices', 'date', 'text']

/** The figures in the cells of one name: one a line, and the whole of it where it is a choice of several. */
export function readFigures(ranges: NamedRanges, words: ReportWords, named: NamedFigures): Read[] {
  if (named.kind === 'choices') return readChoices(ranges, words, named)
  const axis = named.member === undefined ? axisOf(ranges, named.block) : undefined
  return firstOfLines(ranges.cells(named.block)).flatMap((cell): Read[] => {
    const part = axis === undefined ? (named.member ?? null) : partAt(ranges, axis, cell.line)
    // A line that nobody gave a name is one that the template prepared.
    return part === undefined || isEmpty(cell) ? [] : readCell(words, named, cell, part)
  })
}

function readCell(words: ReportWords, named: NamedFigures, cell: Found, part: string | null): Read[] {
  const { concept, kind, member, block } = named
  const place = { concept, sheet: block.sheet, cell: cellName(cell.line, cell.column) }
  const unit = !WORDS.includes(kind) && kind !== 'year' ? words.unitOf(concept, kind, cell.line) : null
  if (!words.fits(kind, unit)) return []
  const read = figureOf(words, kind, cell.value)
  if ('fault' in read) return [{ fault: { ...place, fault: read.fault } }]
  return [{ fact: { ...place, kind, part, value: read.value, unit, period: words.periodOf(member) } }]
}

function figureOf(
  words: ReportWords,
  kind: VsmeKind,
  value: Found['value'],
): { readonly value: string } | { readonly fault: VsmeFaultKind } {
  if (typeof value === 'object') return { fault: value.fault }
  if (kind === 'yes-no') {
    const answer = words.answerOf(value)
    return answer === undefined ? { fault: 'no-answer' } : { value: answer }
  }
  if (WORDS.includes(kind)) return { value: String(value).trim() }
  const number = typeof value === 'string' ? Number(value.trim()) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return { fault: 'no-number' }
  // A template keeps 10 % as 0.1; multiplying leaves dust behind the fifteenth digit.
  return { value: String(kind === 'percent' ? Number((number * 100).toPrecision(15)) : number) }
}

/** A list, or boxes that were ticked: then the words left of each box say what it is about, or those above it. */
function readChoices(ranges: NamedRanges, words: ReportWords, named: NamedFigures): Read[] {
  const { concept, kind, member, block } = named
  const cells = ranges.cells(block).filter((cell) => !isEmpty(cell))
  const chosen = cells.flatMap((cell) => {
    if (typeof cell.value === 'object') return []
    if (typeof cell.value !== 'boolean') return [String(cell.value).trim()]
    return cell.value ? (nameOfBox(ranges, block, cell) ?? []) : []
  })
  const [first] = cells
  if (first === undefined || chosen.length === 0) return []
  const place = { concept, sheet: block.sheet, cell: cellName(first.line, first.column) }
  const value = chosen.join('\n')
  return [{ fact: { ...place, kind, part: member ?? null, value, unit: null, period: words.periodOf(member) } }]
}

function nameOfBox(
  ranges: NamedRanges,
  { sheet, top, bottom, left }: Block,
  { line, column }: Found,
): string | undefined {
  const places =
    top === bottom
      ? [1, 2].map((up) => [line - up, column] as const)
      : Array.from({ length: left - 1 }, (_, back) => [line, left - 1 - back] as const)
  const found = places.map(([at, beside]) => ranges.at(sheet, at, beside)).find((value) => typeof value === 'string')
  return typeof found === 'string' ? found.trim() : undefined
}

/** The cells that tell the lines of a table apart, beside these; undefined for figures that stand alone. */
function axisOf(ranges: NamedRanges, block: Block): Block | undefined {
  if (block.top === block.bottom) return undefined
  const beside = ranges.names.filter((name) => name.endsWith('Axis')).flatMap((name) => ranges.block(name) ?? [])
  return beside.find(({ sheet, top, bottom }) => sheet === block.sheet && top === block.top && bottom === block.bottom)
}

function partAt(ranges: NamedRanges, axis: Block, line: number): string | undefined {
  const [cell] = ranges.cells({ ...axis, top: line, bottom: line })
  return cell === undefined || typeof cell.value === 'object' ? undefined : String(cell.value).trim()
}

function firstOfLines(cells: readonly Found[]): Found[] {
  return cells.filter(({ line }, index) => cells[index - 1]?.line !== line)
}

/** Nothing, or the dash that the template shows for nothing. */
function isEmpty({ value }: Found): boolean {
  return typeof value === 'string' && ['', '-'].includes(value.trim())
}
