import { deflateRawSync } from 'node:zlib'
import Excel from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../server/import/workbook.ts'
import { MOST_WORKBOOK_BYTES, workbookFault } from '../../server/import/workbook-guard.ts'
import { formFile } from '../support/forms.ts'

/** A zip with these parts; `says` is what the list at its end claims that a part unpacks to. */
function zipOf(parts: readonly { name: string; content: Buffer; says?: number }[]): Buffer {
  const [bodies, list]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, content, says = content.length } of parts) {
    const packed = deflateRawSync(content)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(8, 8)
    header.writeUInt16LE(name.length, 26)
    const line = Buffer.alloc(46)
    line.writeUInt32LE(0x02014b50, 0)
    line.writeUInt16LE(8, 10)
    line.writeUInt32LE(packed.length, 20)
    line.writeUInt32LE(says, 24)
    line.writeUInt16LE(name.length, 28)
    line.writeUInt32LE(at, 42)
    bodies.push(header, Buffer.from(name), packed)
    list.push(line, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(list).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...list, end])
}

describe('a workbook that is made to do harm', () => {
  const book = { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') }
  const megabytes = (n: number) => Buffer.alloc(n * 1024 * 1024)

  test.each([
    ['unpacks to a thousand times its size', [book, { name: 'xl/a.xml', content: megabytes(20) }], 'too-large'],
    ['says that it is small, and is not', [book, { name: 'xl/a.xml', content: megabytes(20), says: 100 }], 'too-large'],
    [
      'unpacks to more than there is room for',
      [book, ...Array.from({ length: 50 }, (_, n) => ({ name: `xl/${n}.xml`, content: megabytes(0.9) }))],
      'too-large',
    ],
    ['holds a program', [book, { name: 'xl/vbaProject.bin', content: Buffer.from('x') }], 'has-macros'],
    ['is another kind of file', [{ name: 'word/document.xml', content: Buffer.from('x') }], 'not-a-workbook'],
  ])('that %s is refused before it is opened', async (_, parts, fault) => {
    expect(await workbookFault(zipOf(parts))).toBe(fault)
  })

  test('of more than 5 MB, or with a password, is refused', async () => {
    expect(await workbookFault(Buffer.alloc(MOST_WORKBOOK_BYTES + 1))).toBe('too-large')
    expect(await workbookFault(Buffer.from('d0cf11e0a1b11ae1000000', 'hex'))).toBe('old-or-locked')
  })

  test('ends in time when one name or one validation covers a whole sheet', async () => {
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load((await formFile()) as never)
    const sheet = workbook.getWorksheet('survey')
    sheet?.mergeCells('E1:E2')
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer())
    expect(await readWorkbook(bytes)).toHaveProperty('workbook')
    const covered = zipOf([
      {
        name: 'xl/workbook.xml',
        content: Buffer.from(
          '<workbook xmlns:r="x"><sheets><sheet name="survey" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="all">survey!$A$1:$XFD$1048576</definedName></definedNames></workbook>',
        ),
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: Buffer.from('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
      },
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.from('<worksheet><sheetData/></worksheet>') },
    ])
    expect(await readWorkbook(covered)).toEqual({ fault: 'too-hard' })
  })

  test('bytes that are no workbook, or half of one, are refused', async () => {
    const whole = await formFile()
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (place, byte) => {
        const broken = Buffer.from(whole)
        broken[place] = byte
        for (const bytes of [whole.subarray(0, place), broken]) {
          const fault = await workbookFault(bytes)
          expect([undefined, 'not-a-workbook', 'old-or-locked', 'too-large', 'has-macros']).toContain(fault)
        }
      }),
      { numRuns: 200 },
    )
  })
})
