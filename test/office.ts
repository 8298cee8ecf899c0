import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { isDeepStrictEqual } from 'node:util'
import { parse } from 'csv-parse/sync'
import { type Cell, csvOf, guarded } from '../server/export/csv.ts'
import { workbookParts } from '../server/export/workbook.ts'

/*
 * `node test/office.ts`: opens what is exported in LibreOffice and looks whether every cell says what was written, and
 * nothing ran. Not part of `npm test`: a machine that tests has no office program.
 */

const TEXTS = [
  'plain',
  '=1+1',
  '+31 6 1234',
  '-1',
  '@SUM(A1)',
  '\uff1d1+1',
  '=HYPERLINK("http://xss.test/","y")',
  "=cmd|' /C calc'!A0",
  'two\nlines',
  'say "x"; y',
  'é 中 🙂',
  '<b>&amp;</b>',
  '0012',
  '1e5',
  '2026-01-02',
  'TRUE',
  '_x0041_',
]
const rows = TEXTS.map((text, index): Cell[] => [text, index - 3, null, index % 2 === 0 ? 'unknown' : null])
const header = ['text', 'number', 'nothing', 'missing']
const expected = [
  header,
  ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guarded(cell) : String(cell ?? '')))),
]

const folder = mkdtempSync(join(tmpdir(), 'meervoud-office-'))
try {
  const book = Readable.from(
    workbookParts(
      [
        { name: 'long', header, pieces: [rows] },
        { name: 'about', header: ['x'], pieces: [] },
      ],
      new Date(),
    ),
  )
  writeFileSync(join(folder, 'book.xlsx'), await buffer(book))
  writeFileSync(join(folder, 'table.csv'), csvOf(header, rows))
  const fromBook = asOpened('book.xlsx', 'book-long.csv')
  const fromTable = asOpened('table.csv', 'table.csv')
  const faults = [
    ['XLSX', isDeepStrictEqual(fromBook, expected)],
    // A spreadsheet reads numbers and days out of a CSV as it likes; what was guarded it has to leave alone.
    ['CSV', TEXTS.every((text, index) => guarded(text) === text || fromTable[index + 1]?.[0] === guarded(text))],
  ].filter(([, holds]) => holds !== true)
  for (const [what] of faults)
    console.error(`${String(what)} opens as something else:`, what === 'XLSX' ? fromBook : fromTable)
  if (faults.length === 0) console.log(`XLSX and CSV: ${TEXTS.length} rows open in LibreOffice as they were written`)
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The cells of a file as LibreOffice has them after opening it: every sheet as CSV, of which one is read. */
function asOpened(file: string, made: string): string[][] {
  const out = join(folder, 'out')
  const importing = file.endsWith('.csv') ? ['--infilter=CSV:59,34,76,1'] : []
  const filter = `csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,${file.endsWith('.xlsx') ? -1 : 0}`
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const done = spawnSync('soffice', [
    profile,
    '--headless',
    ...importing,
    '--convert-to',
    filter,
    '--outdir',
    out,
    join(folder, file),
  ])
  if (done.status !== 0) throw new Error(`soffice: ${done.stderr.toString()}`)
  return parse(readFileSync(join(out, made)), { bom: true, delimiter: ';', relax_column_count: true })
}
