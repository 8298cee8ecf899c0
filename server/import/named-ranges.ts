import type { CellValue, PlainWorkbook } from './workbook.ts'

/** A block of cells of one sheet; columns and lines count from 1. */
export interface Block {
  readonly sheet: string
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** A cell with something in it. */
export interface Found {
  readonly line: number
  readonly column: number
  readonly value: NonNullable<CellValue>
}

/** Most lines of a named block that are looked at. */
const MOST_LINES = 2_000

/** A workbook by its defined names, which stay the same when lines are put between. */
export class NamedRanges {
  readonly #blocks = new Map<string, Block>()
  readonly #sheets: ReadonlyMap<string, ReadonlyMap<number, readonly CellValue[]>>

  constructor({ names, sheets }: PlainWorkbook) {
    this.#sheets = new Map(
      sheets.map(({ name, rows }) => [name, new Map(rows.map(({ line, cells }) => [line, cells]))]),
    )
    for (const { name, ranges } of names) {
      const [only, ...others] = ranges.map(blockOf)
      if (only !== undefined && others.length === 0) this.#blocks.set(name, only)
    }
  }

  get names(): readonly string[] {
    return [...this.#blocks.keys()]
  }

  /** Where a name points; undefined for one that is not there, or points to no single block of cells. */
  block(name: string): Block | undefined {
    return this.#blocks.get(name)
  }

  /** What stands in a cell; null: nothing. */
  at(sheet: string, line: number, column: number): CellValue {
    return this.#sheets.get(sheet)?.get(line)?.[column - 1] ?? null
  }

  /** Cells with something in them, line by line. */
  cells({ sheet, top, bottom, left, right }: Block): Found[] {
    const found: Found[] = []
    for (let line = top; line <= Math.min(bottom, top + MOST_LINES); line += 1) {
      for (let column = left; column <= right; column += 1) {
        const value = this.at(sheet, line, column)
        if (value !== null) found.push({ line, column, value })
      }
    }
    return found
  }

  /** The words in the first cell with words of what a name points to; undefined for none. */
  words(name: string): string | undefined {
    const block = this.block(name)
    const first = block && this.cells(block).find(({ value }) => typeof value === 'string' && value.trim() !== '')
    return first === undefined ? undefined : String(first.value).trim()
  }
}

/** A place as a spreadsheet writes it, such as `D22`. */
export function cellName(line: number, column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${line}`
}

const RANGE = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/

function blockOf(range: string): Block | undefined {
  const [, quoted, plain, left, top, right = left, bottom = top] = RANGE.exec(range) ?? []
  const sheet = quoted?.replaceAll("''", "'") ?? plain
  if (sheet === undefined || left === undefined || right === undefined) return undefined
  return { sheet, top: Number(top), bottom: Number(bottom), left: numberOf(left), right: numberOf(right) }
}

function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
