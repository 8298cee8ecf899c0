import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MOST_PARKS, readParkFile } from '../../server/import/ibis.ts'
import { withoutMojibake } from '../../server/import/ibis-values.ts'

const SAMPLE = readFileSync(join(import.meta.dirname, '../fixtures/parks/ibis-sample.csv'))
const HEADER = 'gemeente_code,gemeente,rin,naam,jaar,ha_bruto,ha_netto,ha_tottuit,type'

const read = (...lines: string[]) => readParkFile(Buffer.from(lines.join('\n')))
/** One line under the header of the register. */
const readLine = (line: string) => read(HEADER, line)
/** What the report says beside the column that nobody reads. */
const codesOf = ({ notes }: ReturnType<typeof readParkFile>) =>
  notes.filter(({ code }) => code !== 'columns-passed-over').map(({ line, code }) => `${line} ${code}`)

describe('a file of the national register', () => {
  test('is read as it is published, with a line in the report for everything odd', () => {
    const file = readParkFile(SAMPLE)
    expect(file.faults).toEqual([])
    expect(file.parks).toHaveLength(44)
    expect(file.parks[0]).toEqual({
      line: 2,
      name: 'De Rieze (fases I t/m V)',
      regionCode: 'GM1509',
      municipality: 'Oude IJsselstreek',
      registerNumber: '962',
      kind: 'B1',
      hectaresGross: 66.1915,
      hectaresNet: 52.7347,
      asOf: '2024',
    })
    expect(file.parks.find(({ name }) => name.includes('Kamp 1/2/3'))?.name).toBe(
      'Lichtenvoorde De Kamp, de Kamp 1/2/3',
    )
    expect(new Set(file.parks.map(({ regionCode }) => regionCode))).toContain('GM0268')
    const unfinished = file.parks.find(({ name }) => name === 'De Grift uitbreiding deelplan Overig')
    expect(unfinished).toMatchObject({ kind: null, hectaresGross: 3.4341, hectaresNet: null })
    expect(codesOf(file)).toEqual(['33 kind-empty', '45 unknown', '45 net-zero'])
    expect(file.notes[0]).toEqual({ line: 1, code: 'columns-passed-over', variables: { names: 'ha_tottuit' } })
  })

  test('reads the same with semicolons and decimal commas, from Windows-1252, UTF-16 and with a byte order mark', () => {
    const text = 'Naam;Gemeente;Gemeentecode;RIN;Bruto ha\nCafé de Zwölle;Súdwest-Fryslân;1900;12;1.234,5\n'
    const expected = { name: 'Café de Zwölle', municipality: 'Súdwest-Fryslân', hectaresGross: 1234.5 }
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(text, 'latin1'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
    ])
      expect(readParkFile(bytes).parks).toMatchObject([expected])
    const old = readParkFile(Buffer.from(text, 'latin1'))
    expect(old.notes[0]).toEqual({ line: 1, code: 'encoding', variables: { encoding: 'Windows-1252' } })
  })

  test('puts letters right that were misread once or twice, and says which are lost', () => {
    const misread = Buffer.from('Zwölle’s park').toString('latin1')
    expect(withoutMojibake(misread)).toBe('Zwölle’s park')
    expect(withoutMojibake(Buffer.from(misread).toString('latin1'))).toBe('Zwölle’s park')
    expect(withoutMojibake('Château Élan')).toBe('Château Élan')
    const once = readLine('1900,SÃºdwest-FryslÃ¢n,12,De Ã¢re kant,2024,3,2,0,B1')
    expect(once.parks[0]).toMatchObject({ municipality: 'Súdwest-Fryslân', name: 'De âre kant' })
    expect(once.notes.filter(({ code }) => code === 'characters-repaired').map(({ variables }) => variables)).toEqual([
      { column: 'name', was: 'De Ã¢re kant', now: 'De âre kant' },
      { column: 'municipality', was: 'SÃºdwest-FryslÃ¢n', now: 'Súdwest-Fryslân' },
    ])
    const lost = readLine('1900,S\ufffddwest,12,Park,2024,3,2,0,B1')
    expect(lost.parks[0]?.municipality).toBe('S\ufffddwest')
    expect(codesOf(lost)).toEqual(['2 characters-lost'])
  })
})

describe('one odd line', () => {
  test.each([
    ['ONBEKEND is not known', '0268,Nijmegen,1,Park,2024,3,2,0,ONBEKEND', 'unknown', { kind: null }],
    ['an empty type is not known', '0268,Nijmegen,1,Park,2024,3,2,0,', 'kind-empty', { kind: null }],
    ['a net surface of 0 is not known', '0268,Nijmegen,1,Park,2024,3,0,0,B1', 'net-zero', { hectaresNet: null }],
    ['a name in capitals stays', '0268,Nijmegen,1,HET BLEK,2024,3,2,0,B1', 'capitals', { name: 'HET BLEK' }],
    ['a name in small letters stays', '0268,Nijmegen,1,het blek,2024,3,2,0,B1', 'capitals', { name: 'het blek' }],
    ['without a number it is read', '0268,Nijmegen,,Park,2024,3,2,0,B1', 'number-missing', { registerNumber: null }],
    ['a strange code is left out', 'X12,Nijmegen,1,Park,2024,3,2,0,B1', 'code-odd', { regionCode: null }],
    [
      'a strange surface is not known',
      '0268,Nijmegen,1,Park,2024,veel,2,0,B1',
      'hectares-odd',
      { hectaresGross: null },
    ],
    ['a negative surface is not known', '0268,Nijmegen,1,Park,2024,3,-2,0,B1', 'hectares-odd', { hectaresNet: null }],
    ['net above gross stays', '0268,Nijmegen,1,Park,2024,3,4,0,B1', 'net-larger', { hectaresGross: 3, hectaresNet: 4 }],
    ['a strange year is not known', '0268,Nijmegen,1,Park,24,3,2,0,B1', 'year-odd', { asOf: null }],
    ['too few cells', '0268,Nijmegen,1,Park', 'cells', { name: 'Park', hectaresGross: null }],
  ])('%s', (_, line, code, park) => {
    const file = readLine(line)
    expect(file.parks).toMatchObject([park])
    expect(codesOf(file)).toContain(`2 ${code}`)
  })

  test('without a name becomes no park', () => {
    const file = readLine('0268,Nijmegen,1,ONBEKEND,2024,3,2,0,B1')
    expect(file.parks).toEqual([])
    expect(codesOf(file)).toEqual(['2 name-missing'])
  })

  test('a day is read as a spreadsheet writes it, and so are 962.0 and GM0268', () => {
    const file = readLine('GM0268,Nijmegen,962.0,Park,31-1-2024,"3,5 ha",2,0,B1')
    expect(file.parks).toMatchObject([
      { regionCode: 'GM0268', registerNumber: '962', asOf: '2024-01-31', hectaresGross: 3.5 },
    ])
  })

  test('a long name is cut, and a line break in one becomes a space', () => {
    const file = read('naam', 'x'.repeat(130), '"Het\nBlek"')
    expect(file.parks.map(({ name }) => name)).toEqual(['x'.repeat(120), 'Het Blek'])
    expect(codesOf(file)).toContain('2 name-long')
  })
})

describe('several lines', () => {
  test('with one name are all parks; with one number the first counts', () => {
    const file = read(
      HEADER,
      '0268,Nijmegen,1,De Kamp,2024,3,2,0,B1',
      '1509,Oude IJsselstreek,2,De Kamp,2024,3,2,0,B1',
      '1509,Oude IJsselstreek,2,Elders,2024,3,2,0,B1',
      '0268,NIJMEGEN-OOST,4,Ander,2024,3,2,0,B1',
    )
    expect(file.parks.map(({ name, registerNumber }) => [name, registerNumber])).toEqual([
      ['De Kamp', '1'],
      ['De Kamp', '2'],
      ['Ander', '4'],
    ])
    expect(codesOf(file)).toEqual(['3 name-twice', '4 number-twice', '5 two-municipalities'])
  })

  test('need only a column with names; what else is missing stands in the report', () => {
    const file = read('NAAM TERREIN', 'De Kamp')
    expect(file.parks).toMatchObject([{ name: 'De Kamp', regionCode: null, hectaresGross: null }])
    expect(file.notes.map(({ code, variables }) => [code, variables['column']])).toEqual(
      ['code', 'municipality', 'number', 'asOf', 'gross', 'net', 'kind'].map((column) => ['column-missing', column]),
    )
  })
})

describe('a file that cannot be read', () => {
  const many = [
    HEADER,
    ...Array.from({ length: MOST_PARKS + 1 }, (_, n) => `0268,Nijmegen,${n},Park ${n},2024,3,2,0,B1`),
  ]
  test.each([
    ['nothing', read(''), 'empty'],
    ['a header only', read(HEADER), 'empty'],
    ['a picture', readParkFile(Buffer.from([0x89, 0x50, 0, 0, 1, 0, 7])), 'no-text'],
    ['no column with names', read('gemeente,rin', 'Nijmegen,1'), 'no-name-column'],
    ['a quotation mark that is never closed', read(HEADER, '0268,"Nijmegen'), 'quote'],
    ['more lines than a register has', read(...many), 'too-many'],
  ])('%s: says why and reads no park', (_, file, code) => {
    expect(file.parks).toEqual([])
    expect(file.faults.map((fault) => fault.code)).toEqual([code])
  })

  test('the most lines that there may be are read', () => {
    expect(read(...many.slice(0, -1)).parks).toHaveLength(MOST_PARKS)
  })
})
