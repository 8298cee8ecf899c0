import { setPriority } from 'node:os'
import Excel from 'exceljs'

// The process in which `readWorkbook` opens a file from outside. It is told nothing but the bytes, and ends with the
// server that started it.

/** Parts of a sheet that say nothing about its cells; some of them cost a step for each cell of a whole column. */
const NOT_READ = [
  'autoFilter',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'hyperlinks',
  'legacyDrawing',
  'mergeCells',
  'picture',
  'tableParts',
]
const MOST_COLUMNS = 400
const MOST_ROWS = 20_000
/** Cells of all sheets: a full VSME report has 40,000. */
const MOST_CELLS = 400_000

// Whoever saves an answer goes first.
const POLITE = 10

process.on('disconnect', () => process.exit(1))
process.once('message', async (message) => {
  setPriority(POLITE)
  const told = message instanceof Uint8Array ? await read(message).catch(() => null) : null
  process.send?.(told, () => process.disconnect())
})

async function read(bytes: Uint8Array): Promise<unknown> {
  const workbook = new Excel.Workbook()
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  await workbook.xlsx.load(whole as ArrayBuffer, { ignoreNodes: NOT_READ })
  return {
    sheets: workbook.worksheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) })),
    names: workbook.definedNames.model.map(({ name, ranges }) => ({ name, ranges })),
  }
}

let cellsRead = 0

function rowsOf(sheet: Excel.Worksheet): { line: number; cells: unknown[] }[] {
  const rows: { line: number; cells: unknown[] }[] = []
  sheet.eachRow((row, line) => {
    if (rows.length >= MOST_ROWS) return
    const cells: unknown[] = []
    row.eachCell((cell, column) => {
      // The value of a formula leaves out a result of 0, false or nothing; `result` has it.
      const value = plain(cell.result ?? cell.value)
      if (value === null || column > MOST_COLUMNS) return
      while (cells.length < column - 1) cells.push(null)
      cells.push(value)
      cellsRead += 1
      // The end of this process says that it was too much.
      if (cellsRead > MOST_CELLS) process.exit(1)
    })
    if (cells.length > 0) rows.push({ line, cells })
  })
  return rows
}

function plain(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null
  if (value instanceof Date) return dayOf(value)
  if (typeof value !== 'object') return value
  if ('formula' in value || 'sharedFormula' in value) {
    if ('result' in value && value.result !== undefined) return plain(value.result)
    return { fault: 'formula', text: 'formula' in value ? String(value.formula) : '' }
  }
  if ('error' in value) return { fault: 'error', text: String(value.error) }
  if ('richText' in value && Array.isArray(value.richText)) return value.richText.map(({ text }) => text).join('')
  // A link; its words may be formatted too.
  if ('text' in value) return plain(value.text)
  return null
}

function dayOf(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null
  const [day, time] = date.toISOString().slice(0, 19).split('T')
  return time === '00:00:00' ? `${day}` : `${day}T${time}`
}
