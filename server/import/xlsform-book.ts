import type { PlainWorkbook } from './workbook.ts'
import { Findings, FormSheet } from './xlsform-sheet.ts'

/** Columns without which nothing can be read. */
const NEEDED = [
  ['survey', ['type', 'name', 'label']],
  ['choices', ['list_name', 'name', 'label']],
] as const

/** The sheets of a form by name, whatever its capitals; one that is missing has no rows. */
export class FormBook {
  readonly findings = new Findings()
  readonly #sheets = new Map<string, FormSheet>()
  readonly #known: ReadonlySet<string>

  constructor({ sheets }: PlainWorkbook) {
    this.#known = new Set(sheets.map(({ name }) => plain(name)))
    for (const sheet of sheets) {
      const name = plain(sheet.name)
      if (OURS.has(name) && !this.#sheets.has(name)) this.#sheets.set(name, new FormSheet(sheet, this.findings))
    }
  }

  get(name: string): FormSheet {
    const sheet = this.#sheets.get(name) ?? new FormSheet({ name, rows: [] }, this.findings)
    this.#sheets.set(name, sheet)
    return sheet
  }

  /** Whether the two sheets are there with their columns; what is missing is a fault. */
  isWhole(): boolean {
    for (const [name, columns] of NEEDED) {
      const sheet = this.get(name)
      if (!this.#known.has(name)) this.findings.fault({ sheet: name, line: 1 }, '', 'sheet-missing', { sheet: name })
      else
        for (const column of columns)
          if (!sheet.has(column) && !(column === 'list_name' && sheet.has('list')))
            this.findings.fault({ sheet: sheet.name, line: sheet.headerLine }, column, 'column-missing', { column })
    }
    return this.findings.faults.length === 0
  }
}

const OURS = new Set(['survey', 'choices', 'settings', 'dimensions', 'perspectives', 'horizons', 'themes'])

function plain(name: string): string {
  return name.trim().toLowerCase()
}
