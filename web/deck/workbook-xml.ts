import type { DeckChart } from './chart.ts'
import { columnName, escapeXml } from './chart-xml.ts'

/**
 * The sheet behind a chart: the categories down, a column for each series. Its texts stand in the cells themselves.
 *
 * Missing: no cell. A cell of 0 is a 0.
 */
export function sheetXml({ categories, series }: DeckChart): string {
  const head = [textCell('A1', ' '), ...series.map(({ name }, at) => textCell(`${columnName(at + 1)}1`, name))]
  const rows = categories.map((category, row) => {
    const cells = series.map(({ values }, at) => numberCell(`${columnName(at + 1)}${row + 2}`, values[row] ?? null))
    return `<row r="${row + 2}">${textCell(`A${row + 2}`, category)}${cells.join('')}</row>`
  })
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${head.join('')}</row>${rows.join('')}</sheetData></worksheet>`
}

function textCell(at: string, text: string): string {
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

function numberCell(at: string, value: number | null): string {
  return value === null ? '' : `<c r="${at}"><v>${value}</v></c>`
}
