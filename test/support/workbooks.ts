import ExcelJS from 'exceljs'
import type { TestApp } from './app.ts'
import type { Client } from './client.ts'

/** A value as it stands in a cell; null for a cell that is not there. */
type Value = string | number | null
/** The rows of each sheet by its name, the header first. */
export type Sheets = Readonly<Record<string, readonly (readonly Value[])[]>>

/** What came with a file, its bytes as they are. */
export interface TakenFile {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly bytes: Buffer
}

/** Asks for a file as this caller; a text would lose bytes. */
export async function takeFile({ app }: TestApp, client: Client, url: string): Promise<TakenFile> {
  const reply = await app.inject({ method: 'GET', url, headers: client.headers })
  return { status: reply.statusCode, headers: reply.headers, bytes: reply.rawPayload }
}

/** Reads a workbook; `test/office.ts` does so with another program than the one that wrote it. A formula fails the test. */
export async function readWorkbook(bytes: Buffer): Promise<Sheets> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return Object.fromEntries(
    workbook.worksheets.map((sheet) => {
      const width = sheet.columnCount
      const rows = Array.from({ length: sheet.rowCount }, (_, row) =>
        Array.from({ length: width }, (_, column) => plainValue(sheet.getRow(row + 1).getCell(column + 1).value)),
      )
      return [sheet.name, rows]
    }),
  )
}

/** The rows of a sheet as objects by the names of its header. */
export function recordsOf(rows: Sheets[string] | undefined): Record<string, Value>[] {
  const [header = [], ...rest] = rows ?? []
  return rest.map((row) => Object.fromEntries(header.map((name, index) => [String(name), row[index] ?? null])))
}

function plainValue(value: ExcelJS.CellValue): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'object' && 'richText' in value) return value.richText.map(({ text }) => text).join('')
  throw new Error(`a cell holds something else than a text or a number: ${JSON.stringify(value)}`)
}
