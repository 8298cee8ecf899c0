import type { ParkNote, ParkNoteCode } from '../contract/parks.ts'
import { readRecords } from './csv-records.ts'
import { decodeText } from './decode.ts'
import { type ParkColumn, type ParkHeader, readParkHeader } from './ibis-columns.ts'
import {
  hasLostCharacters,
  isUnknownWord,
  municipalityCode,
  oneLine,
  readAsOf,
  readHectares,
  withoutMojibake,
} from './ibis-values.ts'

/** A park as a file has it. What it does not say, or says in a way that cannot be read, is null. */
export interface ImportedPark {
  /** In the file, from 1. */
  readonly line: number
  readonly name: string
  readonly regionCode: string | null
  readonly municipality: string | null
  readonly registerNumber: string | null
  readonly kind: string | null
  readonly hectaresGross: number | null
  readonly hectaresNet: number | null
  readonly asOf: string | null
}

/** What a file of parks holds, and everything in it that is odd. */
export interface ParkFile {
  readonly parks: readonly ImportedPark[]
  /** What was odd, by line, and what is done with it; it keeps nothing back but a line that says so. */
  readonly notes: readonly ParkNote[]
  /** Why nothing of the file can be read; empty for a good file. */
  readonly faults: readonly ParkNote[]
  /** Columns that the file has not, about which it says nothing. */
  readonly missing: readonly ParkColumn[]
}

/** Lines with parks in one file: the whole national register has fewer. */
export const MOST_PARKS = 4_000
const MOST_NAME = 120

/**
 * Reads a CSV in the form of the national register of business parks (IBIS), however it was saved: comma, semicolon or
 * tab, decimal point or comma, UTF-8, UTF-16 or Windows-1252.
 */
export function readParkFile(bytes: Buffer): ParkFile {
  const text = decodeText(bytes)
  if (text === undefined) return { parks: [], notes: [], faults: [noteOf(1, 'no-text')], missing: [] }
  const reader = new ParkReader()
  if (text.encoding !== 'UTF-8') reader.note(1, 'encoding', { encoding: text.encoding })
  const broken = readRecords(text.bytes, (line, cells) => reader.take(line, cells))
  return reader.done(broken?.line)
}

function noteOf(line: number, code: ParkNoteCode, variables: ParkNote['variables'] = {}): ParkNote {
  return { line, code, variables }
}

class ParkReader {
  readonly #parks: ImportedPark[] = []
  readonly #notes: ParkNote[] = []
  readonly #faults: ParkNote[] = []
  readonly #lineOfNumber = new Map<string, number>()
  readonly #lineOfName = new Map<string, number>()
  readonly #municipalities = new Map<string, string>()
  #header: ParkHeader | undefined
  #width = 0
  #lines = 0

  note(line: number, code: ParkNoteCode, variables: ParkNote['variables'] = {}): void {
    this.#notes.push(noteOf(line, code, variables))
  }

  take(line: number, cells: readonly string[]): void {
    if (this.#header === undefined) {
      this.#takeHeader(line, cells)
      return
    }
    if (cells.every((cell) => oneLine(cell) === '')) return
    this.#lines += 1
    if (this.#lines === MOST_PARKS + 1) this.#faults.push(noteOf(line, 'too-many', { most: MOST_PARKS }))
    if (this.#lines > MOST_PARKS || this.#header.places.name === undefined) return
    if (cells.length !== this.#width) this.note(line, 'cells', { n: cells.length, expected: this.#width })
    const park = this.#read(line, cells, this.#header)
    if (park !== undefined) this.#parks.push(park)
  }

  /** @param brokenAt the line at which a quotation mark kept the rest from being read. */
  done(brokenAt: number | undefined): ParkFile {
    if (brokenAt !== undefined) this.#faults.push(noteOf(brokenAt, 'quote'))
    else if (this.#header === undefined || (this.#lines === 0 && this.#faults.length === 0))
      this.#faults.push(noteOf(1, 'empty'))
    const isGood = this.#faults.length === 0
    const notes = this.#notes.toSorted((one, other) => one.line - other.line)
    return { parks: isGood ? this.#parks : [], notes, faults: this.#faults, missing: this.#header?.missing ?? [] }
  }

  #takeHeader(line: number, cells: readonly string[]): void {
    const header = readParkHeader(cells)
    this.#header = header
    this.#width = cells.length
    if (header.places.name === undefined) this.#faults.push(noteOf(line, 'no-name-column'))
    else for (const column of header.missing) this.note(line, 'column-missing', { column })
    if (header.twice !== undefined) this.note(line, 'column-twice', { name: header.twice })
    if (header.passedOver.length > 0) this.note(line, 'columns-passed-over', { names: header.passedOver.join(', ') })
  }

  #read(line: number, cells: readonly string[], { places }: ParkHeader): ImportedPark | undefined {
    const cell = (column: ParkColumn): string => {
      const place = places[column]
      return place === undefined ? '' : this.#clean(line, column, cells[place] ?? '')
    }
    const name = this.#name(line, cell('name'))
    if (name === undefined) return undefined
    const registerNumber = this.#registerNumber(line, cell('number'), places.number !== undefined)
    if (registerNumber === 'twice') return undefined
    const regionCode = this.#code(line, cell('code'))
    const municipality = this.#word(line, 'municipality', cell('municipality'))
    this.#compare(line, { name, regionCode, municipality })
    const [gross, net] = [this.#hectares(line, 'gross', cell('gross')), this.#hectares(line, 'net', cell('net'))]
    return {
      line,
      name,
      regionCode,
      municipality,
      registerNumber,
      kind: this.#kind(line, cell('kind'), places.kind !== undefined),
      hectaresGross: gross,
      hectaresNet: this.#net(line, gross, net),
      asOf: this.#asOf(line, cell('asOf')),
    }
  }

  /** One line of text, put right where its characters were misread; what cannot be put right stands in the report. */
  #clean(line: number, column: ParkColumn, cell: string): string {
    const whole = oneLine(withoutMojibake(cell))
    const was = oneLine(cell)
    if (whole !== was) this.note(line, 'characters-repaired', { column, was, now: whole })
    if (hasLostCharacters(whole)) this.note(line, 'characters-lost', { column, value: whole })
    return whole
  }

  #name(line: number, name: string): string | undefined {
    if (name === '' || isUnknownWord(name)) {
      this.note(line, 'name-missing')
      return undefined
    }
    const letters = name.replaceAll(/[^\p{L}]/gu, '')
    const isShouted = letters.length > 4 && letters === letters.toUpperCase()
    const isWhispered = /^\p{Ll}{2}/u.test(name) || (letters.length > 0 && letters === letters.toLowerCase())
    if (isShouted || isWhispered) this.note(line, 'capitals', { name })
    if (name.length > MOST_NAME) this.note(line, 'name-long', { name: name.slice(0, MOST_NAME), most: MOST_NAME })
    return name.slice(0, MOST_NAME).trim()
  }

  /** `twice` for a number that a line above has: that line counts. */
  #registerNumber(line: number, cell: string, isThere: boolean): string | null | 'twice' {
    if (cell === '' || isUnknownWord(cell)) {
      if (isThere) this.note(line, 'number-missing')
      return null
    }
    // A spreadsheet writes 962 as 962.0 or 962,0 at times.
    const number = cell.replace(/[.,]0+$/, '').slice(0, 40)
    const first = this.#lineOfNumber.get(number)
    if (first !== undefined) {
      this.note(line, 'number-twice', { number, first })
      return 'twice'
    }
    this.#lineOfNumber.set(number, line)
    return number
  }

  #code(line: number, cell: string): string | null {
    if (cell === '') return null
    const code = isUnknownWord(cell) ? undefined : municipalityCode(cell)
    if (code === undefined)
      this.note(line, isUnknownWord(cell) ? 'unknown' : 'code-odd', { column: 'code', value: cell })
    return code ?? null
  }

  #word(line: number, column: ParkColumn, cell: string): string | null {
    if (cell === '') return null
    if (isUnknownWord(cell)) {
      this.note(line, 'unknown', { column, value: cell })
      return null
    }
    return cell.slice(0, MOST_NAME)
  }

  #kind(line: number, cell: string, isThere: boolean): string | null {
    if (cell === '' && isThere) this.note(line, 'kind-empty')
    return this.#word(line, 'kind', cell)
  }

  #compare(line: number, park: Pick<ImportedPark, 'name' | 'regionCode' | 'municipality'>): void {
    const key = park.name.toLowerCase()
    const first = this.#lineOfName.get(key)
    if (first === undefined) this.#lineOfName.set(key, line)
    else this.note(line, 'name-twice', { name: park.name, first })
    if (park.regionCode === null || park.municipality === null) return
    const known = this.#municipalities.get(park.regionCode)
    if (known === undefined) this.#municipalities.set(park.regionCode, park.municipality)
    else if (known.toLowerCase() !== park.municipality.toLowerCase())
      this.note(line, 'two-municipalities', { code: park.regionCode, known, name: park.municipality })
  }

  #hectares(line: number, column: 'gross' | 'net', cell: string): number | null {
    const read = readHectares(cell)
    if ('value' in read) return read.value
    if (read.why === 'unknown') this.note(line, 'unknown', { column, value: cell })
    if (read.why === 'odd') this.note(line, 'hectares-odd', { column, value: cell })
    return null
  }

  /** A net surface of 0 on a park with a surface is how registers leave it open: unknown is not 0. */
  #net(line: number, gross: number | null, net: number | null): number | null {
    if (net === 0) {
      this.note(line, 'net-zero', { gross: gross ?? 0 })
      return null
    }
    if (net !== null && gross !== null && net > gross) this.note(line, 'net-larger', { net, gross })
    return net
  }

  #asOf(line: number, cell: string): string | null {
    if (cell === '') return null
    const asOf = isUnknownWord(cell) ? undefined : readAsOf(cell.replace(/[.,]0+$/, ''))
    if (asOf === undefined) this.note(line, 'year-odd', { value: cell })
    return asOf ?? null
  }
}
