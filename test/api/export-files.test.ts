import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../server/export/csv.ts'
import { variableNames } from '../../server/export/variable-names.ts'
import { type Sheet, workbookParts } from '../../server/export/workbook.ts'
import { readWorkbook } from '../support/workbooks.ts'
import { filesIn } from '../support/zip.ts'

const MADE_AT = new Date('2026-10-01T12:00:00Z')

const made = (sheets: readonly Sheet[], mostRows?: number) =>
  buffer(Readable.from(workbookParts(sheets, MADE_AT, mostRows)))

describe('a workbook', () => {
  test('keeps every text as a text: markup, quotes, codes of spreadsheets, and what XML cannot hold', async () => {
    const texts = [
      '<b>&"\'</b>',
      'x0041',
      '_x0041_',
      'one\ntwo',
      ' spaces ',
      'nul\0bell\u0007',
      '\ud800 half',
      'é 中 🙂',
      '0012',
      '1e5',
    ]
    const sheets = await readWorkbook(
      await made([{ name: 'long', header: ['text'], pieces: [texts.map((one) => [one])] }]),
    )
    expect(sheets['long']?.slice(1).map(([one]) => one)).toEqual([
      '<b>&"\'</b>',
      'x0041',
      '_x0041_',
      'one\ntwo',
      ' spaces ',
      'nulbell',
      '\ufffd half',
      'é 中 🙂',
      '0012',
      '1e5',
    ])
  })

  test('has nothing that runs: a text that looks like a formula gets a mark, and there is no formula at all', async () => {
    const risky = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\uff1d1', '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0"]
    const file = await made([{ name: 'long', header: ['text', 'number'], pieces: [risky.map((one) => [one, -1])] }])
    const sheets = await readWorkbook(file)
    expect(sheets['long']?.slice(1)).toEqual(risky.map((one) => [`'${one}`, -1]))
  })

  test('says every text in its own cell, as no formula and no result of one, and names nobody who made it', async () => {
    const file = await made([{ name: 'long', header: ['text', 'number'], pieces: [[['=1', 2.5]]] }])
    const files = Object.fromEntries(filesIn(file).map(({ name, text }) => [name, text()]))
    const cells = files['xl/worksheets/sheet1.xml']?.match(/<c .*?<\/c>/g) ?? []
    expect(cells.map((cell) => /t="(\w+)"/.exec(cell)?.[1] ?? cell)).toEqual([
      'inlineStr',
      'inlineStr',
      'inlineStr',
      '<c r="B2"><v>2.5</v></c>',
    ])
    expect(Object.keys(files).filter((name) => /sharedStrings|external/i.test(name))).toEqual([])
    const words = files['docProps/core.xml']?.match(/(?<=>)[^<>\s]+(?=<)/g)
    expect(words).toEqual(['Meervoud', 'Meervoud', '2026-10-01T12:00:00Z', '2026-10-01T12:00:00Z'])
  })

  test('fails for the reader when its rows cannot be had, and does not end as if it were whole', async () => {
    async function* broken(): AsyncGenerator<Cell[][]> {
      yield [['one']]
      throw new Error('the disk is gone')
    }
    await expect(made([{ name: 'long', header: ['a'], pieces: broken() }])).rejects.toThrow('the disk is gone')
  })

  test('leaves what is not there without a cell, and 0 as 0', async () => {
    const rows: Cell[][] = [[null, 0, '', 'x']]
    const sheets = await readWorkbook(await made([{ name: 'long', header: ['a', 'b', 'c', 'd'], pieces: [rows] }]))
    expect(sheets['long']?.[1]).toEqual([null, 0, null, 'x'])
  })

  test('goes on in a next sheet where one is full, and loses no row', async () => {
    for (const count of [0, 8, 9, 10, 18, 25]) {
      const rows = Array.from({ length: count }, (_, row) => [row])
      const pieces = [rows.slice(0, 4), [], rows.slice(4)]
      const sheets = await readWorkbook(
        await made(
          [
            { name: 'long', header: ['n'], pieces },
            { name: 'end', header: ['n'], pieces: [] },
          ],
          10,
        ),
      )
      const parts = Object.keys(sheets).filter((name) => name.startsWith('long'))
      expect([count, parts.length]).toEqual([count, Math.max(1, Math.ceil(count / 9))])
      expect(parts.flatMap((name) => sheets[name]?.slice(1).map(([n]) => n) ?? [])).toEqual(rows.flat())
    }
  })

  test('asks for no more rows than somebody takes, and for none when the reader is gone', async () => {
    let asked = 0
    let isEnded = false
    async function* endless(): AsyncGenerator<Cell[][]> {
      try {
        for (;;) {
          asked += 1
          yield Array.from({ length: 200 }, (_, row) => [`${asked} ${row}`, crypto.randomUUID()])
        }
      } finally {
        isEnded = true
      }
    }
    const stream = Readable.from(workbookParts([{ name: 'long', header: ['a', 'b'], pieces: endless() }], MADE_AT))
    const reader = stream[Symbol.asyncIterator]()
    for (let part = 0; part < 5; part += 1) await reader.next()
    // So many that an eager writer would have asked for thousands of pieces.
    for (let turn = 0; turn < 5_000; turn += 1) await setImmediate()
    expect(asked).toBeLessThan(200)
    stream.destroy()
    for (let turn = 0; turn < 5_000 && !isEnded; turn += 1) await setImmediate()
    expect(isEnded).toBe(true)
  })
})

describe('a reader of a workbook', () => {
  test('may go away at any part, and the writer ends with it', async () => {
    // Random, so that it stays large: whatever part is the last one taken, more is waiting to be taken.
    const rows = Array.from({ length: 200 }, () => [randomBytes(3_000).toString('base64')])
    for (const taken of [0, 1, 2, 3, 5, 8, 13]) {
      const parts = workbookParts([{ name: 'long', header: ['a'], pieces: [rows] }], MADE_AT)
      for (let part = 0; part <= taken; part += 1) expect((await parts.next()).done).toBe(false)
      expect(await parts.return(undefined)).toEqual({ done: true, value: undefined })
    }
  })
})

describe('names of variables', () => {
  test('are what SPSS takes, each once, whatever questions are called', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('by', 'ALL', 'a', 'A', 'x'.repeat(80), '_', '1_now'))),
        (wanted) => {
          const names = variableNames(wanted)
          expect(names.length).toBe(wanted.length)
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length)
          for (const name of names) {
            expect(name).toMatch(/^[A-Za-z]([A-Za-z0-9_]{0,62}[A-Za-z0-9])?$/)
            expect(name).not.toMatch(/^(all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with)$/i)
          }
        },
      ),
    )
    expect(variableNames(['i01_now', 'by', 'a-b', 'A_B'])).toEqual(['i01_now', 'v_by', 'a_b', 'A_B_2'])
  })
})
