import { setImmediate } from 'node:timers/promises'
import { type Cell, guarded } from './csv.ts'
import { type ZipFile, zipParts } from './zip.ts'

/** A sheet of a workbook: its name, its columns, and rows that come in pieces. */
export interface Sheet {
  /** Letters, digits, spaces and hyphens; at most 25. */
  readonly name: string
  readonly header: readonly string[]
  /** Width of the columns in letters; the last one goes for the rest. */
  readonly widths?: readonly number[]
  readonly pieces: AsyncIterable<readonly (readonly Cell[])[]> | Iterable<readonly (readonly Cell[])[]>
}

/** What a spreadsheet holds at most; a longer table goes on in a next sheet. */
const MOST_ROWS = 1_048_576
const MOST_LETTERS = 32_767
const PART = 1 << 16
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const PARTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * A workbook (XLSX) in parts. Rows are asked for when somebody takes what they become, so that a slow reader holds
 * nothing up and one who goes away ends the work; others are served in between.
 *
 * Cells are numbers and plain texts only: no formula, no link, nothing from outside. A text gets a leading `'` as in the
 * CSV, because a CSV that somebody makes of the workbook would run it. What is not there has no cell at all.
 *
 * @param mostRows of one sheet, its header included.
 */
export function workbookParts(sheets: readonly Sheet[], mostRows = MOST_ROWS): AsyncGenerator<Buffer> {
  return zipParts(filesOf(sheets, mostRows))
}

async function* filesOf(sheets: readonly Sheet[], mostRows: number): AsyncGenerator<ZipFile> {
  const names: string[] = []
  for (const sheet of sheets) {
    const pieces = iteratorOf(sheet.pieces)
    const rest: Rest = { rows: [], isOver: false }
    try {
      for (let part = 1; part === 1 || !rest.isOver; part += 1) {
        names.push(part === 1 ? sheet.name : `${sheet.name} ${part}`)
        yield { name: `xl/worksheets/sheet${names.length}.xml`, content: sheetXml(sheet, pieces, rest, mostRows) }
      }
    } finally {
      await pieces.return(undefined)
    }
  }
  yield { name: 'xl/styles.xml', content: [STYLES] }
  yield { name: 'xl/workbook.xml', content: [workbookXml(names)] }
  yield { name: 'xl/_rels/workbook.xml.rels', content: [relationsXml(names.length)] }
  yield { name: '_rels/.rels', content: [rootRelationsXml()] }
  yield { name: '[Content_Types].xml', content: [typesXml(names.length)] }
}

type Pieces = AsyncGenerator<readonly (readonly Cell[])[]>

/** Rows that did not fit into the sheet before. */
interface Rest {
  rows: readonly (readonly Cell[])[]
  isOver: boolean
}

async function* iteratorOf(pieces: Sheet['pieces']): AsyncGenerator<readonly (readonly Cell[])[]> {
  yield* pieces
}

async function* sheetXml(sheet: Sheet, pieces: Pieces, rest: Rest, mostRows: number): AsyncGenerator<string> {
  const letters = sheet.header.map((_, index) => columnName(index))
  let text = sheetHead(sheet) + rowXml(letters, sheet.header, 1, 1)
  let number = 1
  while (number < mostRows) {
    if (rest.rows.length === 0) {
      const next = await pieces.next()
      if (next.done === true) {
        rest.isOver = true
        break
      }
      rest.rows = next.value
    }
    const taken = rest.rows.slice(0, mostRows - number)
    rest.rows = rest.rows.slice(taken.length)
    for (const row of taken) {
      number += 1
      text += rowXml(letters, row, number)
      if (text.length < PART) continue
      yield text
      text = ''
      await setImmediate()
    }
  }
  if (!rest.isOver && rest.rows.length === 0) {
    const next = await pieces.next()
    if (next.done === true) rest.isOver = true
    else rest.rows = next.value
  }
  const last = letters.at(-1) ?? 'A'
  yield `${text}</sheetData><autoFilter ref="A1:${last}${number}"/></worksheet>`
}

function sheetHead({ header, widths = [] }: Sheet): string {
  const columns = header.map((_, index) => {
    const width = widths[index] ?? widths.at(-1) ?? 14
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  })
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  return `${XML}<worksheet xmlns="${MAIN}">${frozen}<cols>${columns.join('')}</cols><sheetData>`
}

function rowXml(letters: readonly string[], cells: readonly Cell[], number: number, style = 0): string {
  let xml = `<row r="${number}">`
  const styled = style === 0 ? '' : ` s="${style}"`
  for (const [index, cell] of cells.entries()) {
    if (cell === null || cell === '') continue
    const at = `${letters[index]}${number}`
    if (typeof cell === 'number') xml += `<c r="${at}"${styled}><v>${cell}</v></c>`
    else xml += `<c r="${at}"${styled} t="inlineStr"><is><t xml:space="preserve">${xmlText(guarded(cell))}</t></is></c>`
  }
  return `${xml}</row>`
}

/** What XML 1.0 cannot hold at all: a spreadsheet would call the whole file broken. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go. oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function xmlText(text: string): string {
  const whole = text.length > MOST_LETTERS ? text.slice(0, MOST_LETTERS) : text
  return (
    whole
      .toWellFormed()
      .replace(UNWRITABLE, '')
      // Spreadsheets read `_x0041_` as a letter.
      .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
      .replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? '')
  )
}

/** The name of a column, counted from 0: A, B, … Z, AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

function workbookXml(names: readonly string[]): string {
  const sheets = names.map((name, index) => {
    return `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
  })
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`
}

function relationsXml(count: number): string {
  const sheets = Array.from({ length: count }, (_, index) => {
    return `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`
  })
  const styles = `<Relationship Id="rId${count + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/>`
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}${styles}</Relationships>`
}

function rootRelationsXml(): string {
  const workbook = `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/>`
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${workbook}</Relationships>`
}

function typesXml(count: number): string {
  const sheets = Array.from({ length: count }, (_, index) => {
    return `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${PARTS}.worksheet+xml"/>`
  })
  const rest = `<Override PartName="/xl/workbook.xml" ContentType="${PARTS}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${PARTS}.styles+xml"/>`
  const usual =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
  return `${XML}<Types xmlns="${PACKAGE}/content-types">${usual}${sheets.join('')}${rest}</Types>`
}
