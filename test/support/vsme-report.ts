import { readFileSync } from 'node:fs'
import Excel from 'exceljs'

/** A whole filled template: EFRAG's own sample. */
export const SAMPLE_REPORT = readFileSync(new URL('../fixtures/vsme/sample-1.3.0.xlsx', import.meta.url))

/** What stands in the cells of a small report, by defined name. */
export type ReportCells = Readonly<Record<string, string | number | boolean | { formula: string } | { error: '#REF!' }>>

/** A report with the defined names of the template for these cells only; `entity: false` leaves out what makes it one. */
export async function smallReport(cells: ReportCells, entity = true): Promise<Buffer> {
  const workbook = new Excel.Workbook()
  const sheet = workbook.addWorksheet('General Information')
  const named = { ...(entity && { template_reporting_entity_name: 'De Hoek BV', template_currency: 'EUR' }), ...cells }
  for (const [place, [name, value]] of Object.entries(named).entries()) {
    const cell = sheet.getCell(place + 1, 2)
    cell.value = value as Excel.CellValue
    cell.name = name
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
