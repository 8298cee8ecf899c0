import Excel from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InstrumentFile, InstrumentTexts } from '../../server/contract/instruments.ts'
import { isSameForm } from '../../server/import/form-lineage.ts'
import { type CellValue, readWorkbook } from '../../server/import/workbook.ts'
import { readForm } from '../../server/import/xlsform.ts'
import { exampleForm } from '../../server/import/xlsform-template.ts'
import { instrumentForm } from '../../server/import/xlsform-write.ts'
import { loadInstruments } from '../../server/instruments.ts'
import { hasText, text } from '../../server/texts.ts'
import { FORM, formFile, readRows } from '../support/forms.ts'

const GENERAL = loadInstruments([new URL('../../data/instruments', import.meta.url).pathname]).list()
const codes = ({ faults }: ReturnType<typeof readRows>) =>
  faults.map(({ sheet, line, column, code }) => `${sheet} ${line} ${column} ${code}`)
const notes = (read: ReturnType<typeof readRows>) => read.notes.map(({ line, code }) => `${line} ${code}`)

describe('an XLSForm becomes an instrument', () => {
  test('questions with scored choices become items, groups become dimensions, labels stay in both languages', async () => {
    const read = readRows()
    expect(codes(read)).toEqual([])
    const { instrument, formId, languages } = read.form ?? {}
    expect({ formId, languages }).toEqual({ formId: 'together', languages: ['nl', 'en'] })
    expect(instrument).toMatchObject({
      dimensions: ['team'],
      scale: { min: 1, max: 3 },
      items: [
        { id: 'trust', dimension: 'team', inPulse: true, reverse: false },
        { id: 'time', dimension: 'team' },
      ],
    })
    expect(instrument?.texts.en).toMatchObject({
      title: 'Samen werken',
      dimensions: { team: { name: 'Our team' } },
      scale: { 1: 'Disagree', 2: 'Half', 3: 'Agree' },
      items: { trust: { question: 'We trust each other.', anchors: {}, explanation: '' } },
    })
  })

  test('columns of our own say dimension, perspective, turning, the short set and help', async () => {
    const read = readRows({
      survey: [
        ['type', 'name', 'label', 'hint', 'dimension', 'perspective', 'reverse', 'pulse'],
        ['select_one agree', 'a', 'One', 'Help', 'people', 'inside', 'ja', 'x'],
        ['select_one agree', 'b', 'Two', '', 'money', 'outside', '', 'no'],
      ],
      dimensions: [
        ['name', 'label::nl', 'label::en', 'explanation::en'],
        ['money', 'Geld', 'Money', 'What we spend'],
        ['people', 'Mensen', 'People', ''],
      ],
    })
    expect(codes(read)).toEqual([])
    expect(read.form?.instrument).toMatchObject({
      dimensions: ['money', 'people'],
      perspectives: ['inside', 'outside'],
      items: [
        { id: 'a', dimension: 'people', perspective: 'inside', reverse: true, inPulse: true },
        { id: 'b', reverse: false, inPulse: false },
      ],
      texts: {
        nl: { items: { a: { question: 'One', explanation: 'Help' } }, dimensions: { money: { name: 'Geld' } } },
      },
    })
    expect(notes(read)).toContain('1 one-language')
  })

  test('a question with choices of its own keeps their words; the list that most questions use is the scale', async () => {
    const read = readRows({
      survey: [...FORM.survey.slice(0, 4), ['select_one own', 'calm', 'Rust?', 'Calm?'], ['end_group', '', '', '']],
      choices: [
        ...FORM.choices,
        ['own', 'low', 'Druk', 'Busy', 1],
        ['own', 'half', 'Half', 'Half', 2],
        ['own', 'high', 'Kalm', 'Calm', 3],
      ],
    })
    expect(read.form?.instrument.texts.nl.items['calm']?.anchors).toEqual({ 1: 'Druk', 3: 'Kalm' })
    expect(read.form?.instrument.texts.nl.scale['1']).toBe('Oneens')
  })

  test('what asks no step is left out with its line, and a condition is said to be dropped', async () => {
    const read = readRows({
      survey: [
        ['type', 'name', 'label', 'relevant', 'calculation'],
        ['start', 'start', '', '', ''],
        ['note', 'welcome', 'Hello', '', ''],
        ['select_one agree', 'a', 'One', '$'.concat("{b} = 'yes'"), ''],
        ['text', 'why', 'Why?', '', ''],
        ['select_multiple agree', 'many', 'Which?', '', ''],
        ['begin_repeat', 'each', 'Each', '', ''],
        ['select_one agree', 'inside', 'Inside', '', ''],
        ['end_repeat', '', '', '', ''],
        ['calculate', 'sum', '', '', '1+1'],
      ],
    })
    expect(codes(read)).toEqual([])
    expect(read.leftOut.map(({ line, type }) => `${line} ${type}`)).toEqual([
      '2 start',
      '3 note',
      '5 text',
      '6 select_multiple',
      '7 begin_repeat',
      '8 select_one',
      '10 calculate',
    ])
    expect(notes(read)).toEqual(expect.arrayContaining(['3 note-row', '4 relevant']))
    expect(read.form?.instrument.items.map(({ id }) => id)).toEqual(['a'])
  })

  test('a scale may begin at 0, and “I don’t know” is no step of it', async () => {
    const read = readRows({
      choices: [
        ['list_name', 'name', 'label', 'score'],
        ['agree', 'never', 'Never', 0],
        ['agree', 'always', 'Always', 1],
        ['agree', 'unknown', 'No idea', ''],
        ['agree', 'other', 'Not for us', '-'],
      ],
    })
    expect(codes(read)).toEqual([])
    expect(read.form?.instrument.scale).toEqual({ min: 0, max: 1 })
    expect(notes(read)).toEqual(expect.arrayContaining(['4 choice-left-out', '5 choice-left-out']))
  })

  test('the example that people start from has no fault and nothing to remark', async () => {
    const read = await readWorkbook(await exampleForm())
    if ('fault' in read) throw new Error(read.fault)
    const form = readForm(read.workbook, 'x')
    expect([form.faults, form.notes, form.leftOut]).toEqual([[], [], []])
    expect(form.form?.instrument.items).toHaveLength(4)
  })

  test.each(GENERAL)('$id $version leaves as a form and comes back as it was', async (instrument) => {
    const read = await readWorkbook(await instrumentForm(instrument))
    if ('fault' in read) throw new Error(read.fault)
    const { form, faults } = readForm(read.workbook, 'x')
    expect(faults).toEqual([])
    expect(form !== undefined && isSameForm(instrument, form.instrument)).toBe(true)
  })
})

describe('a form with faults', () => {
  test('names all of them at once, each with sheet, line and column', async () => {
    const read = readRows({
      survey: [
        ['type', 'name', 'label'],
        ['selct_one agree', 'a', 'One'],
        ['select_one nowhere', 'b', 'Two'],
        ['select_one agree', 'b', 'Twice'],
        ['select_one agree', '1st', ''],
        ['select_one agree', 'c', 'About $'.concat('{b}')],
        ['end_group', '', ''],
        ['begin_group', 'open', 'Open'],
      ],
      choices: [
        ['list_name', 'name', 'label', 'score'],
        ['agree', 'no', 'No', 1],
        ['agree', 'yes', 'Yes', 'high'],
        ['agree', 'maybe', '', ''],
      ],
    })
    expect(codes(read).sort()).toEqual([
      'choices 3 score score-number',
      'choices 4 label label-missing',
      'survey 2 type type-unknown',
      'survey 3 type list-unknown',
      'survey 4 name name-twice',
      'survey 5 label label-missing',
      'survey 5 name name-code',
      'survey 6 label reference',
      'survey 7 type end-without-begin',
      'survey 8 type begin-without-end',
    ])
    expect(read.form).toBeUndefined()
  })

  test.each([
    ['a step is missing', [1, 2, 4], 'score-gap'],
    ['a step stands twice', [1, 2, 2], 'score-twice'],
    ['there is one step', [1], 'score-steps'],
    ['there are ten steps', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'score-steps'],
    ['a step has two digits', [9, 10], 'score-number'],
  ])('%s: the list is no scale', async (_, scores, code) => {
    const rows = scores.map((score, place) => ['agree', `c${place}`, `C${place}`, score])
    const read = readRows({ choices: [['list_name', 'name', 'label', 'score'], ...rows] })
    expect(read.faults.map((fault) => fault.code)).toEqual([code])
  })

  test('lists with other steps cannot stand in one questionnaire', async () => {
    const read = readRows({
      survey: [...FORM.survey.slice(0, 3), ['select_one own', 'calm', 'Rust?', 'Calm?'], ['end_group', '', '', '']],
      choices: [...FORM.choices, ['own', 'a', 'A', 'A', 1], ['own', 'b', 'B', 'B', 2]],
    })
    expect(codes(read)).toEqual(['choices 5 score scale-differs'])
  })

  test('names that every object has are refused, and lists may be called anything', async () => {
    const read = readRows({
      survey: [
        ['type', 'name', 'label', '__proto__', 'constructor'],
        ['select_one __proto__', 'constructor', 'One', 'x', 'y'],
      ],
      choices: [
        ['list_name', 'name', 'label', 'score'],
        ['__proto__', 'a', 'A', 1],
        ['__proto__', 'b', 'B', 2],
      ],
    })
    expect(codes(read)).toEqual(['survey 2 name name-code'])
  })

  test('without its two sheets, or their columns, it says which', async () => {
    expect(codes(readRows({ choices: undefined }))).toEqual(['choices 1  sheet-missing'])
    expect(codes(readRows({ survey: [['type', 'label']] }))).toContain('survey 1 name column-missing')
  })

  test('a formula counts with the result that was kept, and is a fault without one', async () => {
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load((await formFile()) as never)
    const sheet = workbook.getWorksheet('survey')
    const cells = [sheet?.getCell('C3'), sheet?.getCell('C4')]
    if (cells[0]) cells[0].value = { formula: '"Wij "&"helpen."', result: 'Wij helpen.' } as Excel.CellValue
    if (cells[1]) cells[1].value = { formula: 'A1&A2' } as Excel.CellValue
    const read = await readWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()))
    if ('fault' in read) throw new Error(read.fault)
    const { faults } = readForm(read.workbook, 'x')
    expect(faults.map(({ line, code }) => `${line} ${code}`)).toEqual(['4 cell-formula'])
  })

  test('every fault and remark has its sentence in both languages', async () => {
    const source = await import('node:fs').then(({ readFileSync }) =>
      readFileSync(new URL('../../server/import/xlsform-sheet.ts', import.meta.url), 'utf8'),
    )
    const [faults = '', remarks = ''] = source.split('export type FormNoteCode')
    const named = (part: string) => [...part.slice(0, part.indexOf('\n\n')).matchAll(/^ {2}\| '([\w-]+)'/gm)]
    const listed = (part: string) => named(part).map(([, code]) => code ?? '')
    const first = listed(faults.slice(faults.indexOf('FormFaultCode')))
    expect(first.length).toBeGreaterThan(20)
    for (const locale of ['nl', 'en'] as const) {
      for (const code of first)
        expect([code, hasText(locale, `form-fault-${code}`), hasText(locale, `form-mend-${code}`)]).toEqual([
          code,
          true,
          true,
        ])
      for (const code of listed(remarks)) expect([code, hasText(locale, `form-note-${code}`)]).toEqual([code, true])
    }
  })
})

/** A cell of a form: words that mean something there, or anything at all. */
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom('select_one a', 'begin_group', 'end_group', 'note', 'a', 'b', 'yes', '1', '2', '?', '__proto__', ''),
  fc.string(),
  fc.integer({ min: -2, max: 12 }),
  fc.boolean(),
  fc.constant(null),
  fc.constant({ fault: 'formula' as const, text: 'A1' }),
)
const sheetOf = (name: string, header: readonly string[]) =>
  fc.array(fc.array(cell, { maxLength: header.length }), { maxLength: 8 }).map((rows) => ({
    name,
    rows: [header, ...rows].map((cells, place) => ({ line: place + 1, cells: [...cells] })),
  }))

describe('whatever stands in a workbook', () => {
  test('the reader never fails, every fault has a line and a sentence, and a form without a fault is an instrument', () => {
    const workbook = fc.tuple(
      sheetOf('survey', ['type', 'name', 'label', 'hint', 'dimension', 'reverse', 'theme']),
      sheetOf('choices', ['list_name', 'name', 'label::nl', 'label::en', 'score']),
      sheetOf('settings', ['form_title', 'form_id', 'balance', 'scale_list', 'scale_kind']),
      sheetOf('dimensions', ['name', 'label', 'explanation']),
    )
    fc.assert(
      fc.property(workbook, (sheets) => {
        const { faults, form } = readForm({ sheets, names: [] }, 'x')
        for (const { line, code, variables } of faults) {
          expect(line).toBeGreaterThan(0)
          expect(text('nl', `form-fault-${code}`, variables)).not.toBe('')
        }
        expect(form === undefined).toBe(faults.length > 0)
        if (form === undefined) return
        const { texts, ...codes } = form.instrument
        InstrumentFile.parse({ ...codes, id: 'own', version: '1.0.0' })
        for (const locale of ['nl', 'en'] as const) InstrumentTexts.parse(texts[locale])
      }),
      { numRuns: 400 },
    )
  })
})
