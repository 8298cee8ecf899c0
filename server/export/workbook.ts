import { EventEmitter, once } from 'node:events'
import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import Excel from 'exceljs'
import { type Cell, guarded } from './csv.ts'

/** A sheet of a workbook: its name, its columns, and rows that come in pieces. */
export interface Sheet {
  /** Letters, digits, spaces and hyphens; at most 25. */
  readonly name: string
  readonly header: readonly string[]
  /** Width of the columns in letters; the last one goes for the rest. */
  readonly widths?: readonly number[]
  readonly pieces: Pieces | Iterable<readonly (readonly Cell[])[]>
}

type Pieces = AsyncIterable<readonly (readonly Cell[])[]>

/** What a spreadsheet holds at most; a longer table goes on in a next sheet. */
const MOST_ROWS = 1_048_576
const MOST_LETTERS = 32_767
const CELLS_AT_ONCE = 4_000
// Quick enough not to hold a server up, and tables shrink to a tenth all the same.
const LEVEL = 3

/**
 * A workbook (XLSX) in parts, written by exceljs. Rows are asked for while somebody takes what they become, and others
 * are served in between: a slow reader holds nothing up, and one who goes away ends the work. What waits for a slow
 * reader is some thousands of cells on their way through the compressor, less than a megabyte; nothing is put on the
 * disk.
 *
 * Cells are numbers and plain texts only: no formula, no link, nothing from outside. A text gets a leading `'` as in the
 * CSV, because a CSV that somebody makes of the workbook would run it. What is not there has no cell at all.
 *
 * @param madeAt stands in the file as the moment of its making; nobody's name does.
 * @param mostRows of one sheet, its header included.
 */
export async function* workbookParts(
  sheets: readonly Sheet[],
  madeAt: Date,
  mostRows = MOST_ROWS,
): AsyncGenerator<Buffer> {
  const out = new PassThrough()
  const written = writeSheets(sheets, out, madeAt, mostRows).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error('the workbook was not written', { cause: error }))
  })
  try {
    for await (const part of out) if (Buffer.isBuffer(part)) yield part
  } finally {
    out.destroy()
    await written
  }
}

/** Throws as soon as nobody reads any more, so that whoever makes the rows can tidy up. */
async function writeSheets(sheets: readonly Sheet[], out: PassThrough, madeAt: Date, mostRows: number): Promise<void> {
  const gone = new AbortController()
  out.once('close', () => gone.abort())
  // Without a table of styles: looking each cell up in it would take longer than all the rest.
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream: out, zip: { zlib: { level: LEVEL } } })
  book.creator = 'Meervoud'
  book.lastModifiedBy = 'Meervoud'
  book.created = madeAt
  book.modified = madeAt
  for (const sheet of sheets) {
    let [part, page] = [1, new Page(book, sheet, sheet.name)]
    for await (const rows of inTurns(sheet)) {
      for (const row of rows) {
        if (page.rows === mostRows) {
          page.end()
          part += 1
          page = new Page(book, sheet, `${sheet.name} ${part}`)
        }
        page.add(row)
      }
      await setImmediate()
      gone.signal.throwIfAborted()
      await page.room(gone.signal)
    }
    page.end()
  }
  // Without a reader exceljs would wait for ever.
  await Promise.race([book.commit(), once(out, 'close')])
}

/** Rows a few at a time, so that others get their turn in between. */
async function* inTurns({ header, pieces }: Sheet): Pieces {
  const atOnce = Math.ceil(CELLS_AT_ONCE / Math.max(1, header.length))
  for await (const rows of pieces) {
    for (let start = 0; start < rows.length; start += atOnce) yield rows.slice(start, start + atOnce)
  }
}

type Look = Pick<Excel.RichText, 'font'>

const BOLD: Look = { font: { bold: true, size: 11, name: 'Calibri' } }

/** One sheet of the file, its header in bold and in sight. */
class Page {
  readonly #sheet: Excel.Worksheet
  readonly #columns: number
  readonly #waiting: Waiting
  rows = 0

  constructor(book: Excel.stream.xlsx.WorkbookWriter, { header, widths = [] }: Sheet, name: string) {
    this.#sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    this.#waiting = waitingOf(this.#sheet)
    this.#columns = header.length
    this.#sheet.columns = header.map((_, index) => ({ width: widths[index] ?? widths.at(-1) ?? 14 }))
    this.add(header, BOLD)
  }

  add(cells: readonly Cell[], look?: Look): void {
    this.rows += 1
    this.#sheet.addRow(cells.map((cell) => excelValue(cell, look))).commit()
  }

  /** Waits until the compressor, and so whoever reads, has taken what there is. */
  async room(gone: AbortSignal): Promise<void> {
    if (!this.#waiting.write('')) await once(this.#waiting, 'drain', { signal: gone })
  }

  end(): void {
    this.#sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: this.rows, column: this.#columns } }
    this.#sheet.commit()
  }
}

type Waiting = EventEmitter & Pick<NodeJS.WritableStream, 'write'>

/**
 * The buffer in which a sheet waits for the compressor. exceljs fills it without asking whether there is room, and has no
 * call that says so: a slow reader would have the whole file waiting in memory.
 */
function waitingOf(sheet: object): Waiting {
  const stream: unknown = Reflect.get(sheet, 'stream')
  const pipes: unknown = stream instanceof EventEmitter ? Reflect.get(stream, 'pipes') : undefined
  const buffer: unknown = Array.isArray(pipes) ? pipes[0] : undefined
  if (!isWaiting(buffer)) throw new TypeError('exceljs keeps its sheets in another way than version 4.4.0')
  return buffer
}

function isWaiting(value: unknown): value is Waiting {
  return value instanceof EventEmitter && 'write' in value && typeof value.write === 'function'
}

function excelValue(cell: Cell, look: Look = {}): Excel.CellValue {
  if (cell === '') return null
  // exceljs would write a bare text as what a formula gave (`str`); a rich one stands in its cell (`inlineStr`).
  return typeof cell === 'string' ? { richText: [{ ...look, text: plainText(guarded(cell)) }] } : cell
}

/** What XML 1.0 cannot hold at all: a spreadsheet would call the whole file broken. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

function plainText(text: string): string {
  const whole = text.length > MOST_LETTERS ? text.slice(0, MOST_LETTERS) : text
  return (
    whole
      .toWellFormed()
      .replace(UNWRITABLE, '')
      // Spreadsheets read `_x0041_` as a letter.
      .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
  )
}
