import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AnswersMapping, type ColumnUse } from '../../server/contract/imports.ts'
import { readTable } from '../../server/import/answers-table.ts'
import { readWide, type WideAnswers } from '../../server/import/answers-wide.ts'
import { loadInstruments } from '../../server/instruments.ts'
import { hasText, text } from '../../server/texts.ts'

const INSTRUMENTS = loadInstruments([new URL('../../data/instruments', import.meta.url).pathname])
const sample = (name: string) => readFileSync(new URL(`../fixtures/answers/${name}`, import.meta.url))
const instrumentNamed = (id: string) => {
  const instrument = INSTRUMENTS.find(id, '1.0.0')
  if (instrument === undefined) throw new Error(`no ${id}`)
  return instrument
}

function read(file: Buffer | string, changes: { mapping?: object; isOpen?: boolean; id?: string } = {}): WideAnswers {
  return readWide(readTable(Buffer.from(file)), {
    instrument: instrumentNamed(changes.id ?? 'three-principles'),
    horizon: 'now',
    isOpen: changes.isOpen ?? false,
    period: '2026-Q1',
    mapping: AnswersMapping.parse(changes.mapping ?? {}),
  })
}
const sheets = ({ round }: WideAnswers) => round?.respondents.map(({ answers }) => answers)
const uses = ({ columns }: WideAnswers) =>
  columns.map(({ use, dropped }) => (use.kind === 'answer' ? `${use.item} ${use.horizon}` : (dropped ?? use.kind)))
const faults = (answers: WideAnswers) => answers.faults.map(({ line, code }) => `${line} ${code}`)

/** The six people of every sample; who does not know says so where the tool can tell. */
const SIX = ['153', '243', '33.', '425', '514', '222']
const WITH_UNKNOWN = SIX.map((sheet) => sheet.replace('.', '?'))
const item = (id: string): ColumnUse => ({ kind: 'answer', item: id, horizon: 'now' })

describe('a wide file of answers in the shape of another tool', () => {
  test('Kobo and ODK: names with their group; times, ids and devices are dropped', () => {
    const answers = read(sample('kobo-names.csv'))
    expect(faults(answers)).toEqual([])
    expect(sheets(answers)).toEqual(SIX)
    expect(uses(answers).slice(0, 7)).toEqual([
      'time',
      'time',
      'technical',
      'i01 now',
      'i02 now',
      'i03 now',
      'technical',
    ])
  })

  test('LimeSurvey: the question after its code, answers in full', () => {
    const answers = read(sample('limesurvey-full-text.csv'))
    expect([faults(answers), sheets(answers)]).toEqual([[], SIX.map((sheet) => sheet.replace('.', '-'))])
    expect(uses(answers)).toEqual(['technical', 'time', 'technical', 'technical', 'i01 now', 'i02 now', 'i03 now'])
  })

  test('LimeSurvey: codes are recognised where they name an item, and A1 to A5 are shown as a guess', () => {
    const answers = read(sample('limesurvey-codes.csv'))
    expect(uses(answers)).toEqual([
      'technical',
      'time',
      'technical',
      'technical',
      'technical',
      'person',
      'other',
      'i02 now',
      'i03 now',
    ])
    expect(answers.values.find((value) => value.text === 'A5')).toEqual({
      text: 'A5',
      times: 2,
      means: 5,
      isGuess: true,
    })
    const mapped = read(sample('limesurvey-codes.csv'), { mapping: { columns: [{ place: 6, use: item('i01') }] } })
    expect(sheets(mapped)).toEqual(SIX)
  })

  test('Microsoft Forms, saved by Excel in Windows-1252: the questions, groups, and names that are dropped', () => {
    const answers = read(sample('microsoft-forms.csv'))
    expect([faults(answers), sheets(answers)]).toEqual([[], WITH_UNKNOWN])
    expect(uses(answers)).toEqual([
      'technical',
      'time',
      'time',
      'person',
      'person',
      'group',
      'i01 now',
      'i02 now',
      'i03 now',
    ])
    expect(answers.round?.groups).toEqual(['management', 'staff', 'customer'])
    expect(JSON.stringify(answers.round)).not.toContain('Zo')
    expect(read(sample('microsoft-forms.csv'), { isOpen: true }).round?.respondents[0]?.name).toBe('Zoë Van Dam')
  })

  test('Google Forms: a question that was reworded a little is proposed, and not read until somebody says so', () => {
    const answers = read(sample('google-forms.csv'))
    expect(answers.columns[4]).toMatchObject({
      use: { kind: 'nothing' },
      found: 'likeness',
      proposal: { item: 'i03', horizon: 'now' },
    })
    expect(sheets(answers)).toEqual(SIX.map((sheet) => sheet.slice(0, 2)))
    const mapped = read(sample('google-forms.csv'), { mapping: { columns: [{ place: 4, use: item('i03') }] } })
    expect([faults(mapped), sheets(mapped)]).toEqual([[], WITH_UNKNOWN])
  })

  test('Excel as Unicode text: UTF-16 with tabs', () => {
    const answers = read(sample('excel-unicode.txt'))
    expect([faults(answers), sheets(answers)]).toEqual([[], SIX])
  })
})

describe('a wide file of answers', () => {
  test('names a moment in its columns, with an underscore, brackets, or after the question', () => {
    const question = instrumentNamed('six-capitals').texts.nl.items['i02']?.question
    const answers = read(`i01_now;i01_ahead;i02[ahead];${question} Als we zo doorgaan\n1;2;3;4\n`, {
      id: 'six-capitals',
    })
    expect(uses(answers)).toEqual(['i01 now', 'i01 ahead', 'i02 ahead', 'i02 ahead'])
    expect(faults(answers)).toEqual(['1 column-twice'])
  })

  test('an answer that nobody knows is a fault with its line, until somebody says what it means', () => {
    const file = 'i01,i02\n4,soms\n9,2\n,meestal\n'
    expect(faults(read(file))).toEqual(['2 value', '3 off-scale', '4 value'])
    expect(
      read(file)
        .values.filter(({ means }) => means === null)
        .map((value) => value.text),
    ).toEqual(['9', 'meestal', 'soms'])
    const values = [
      { text: 'Soms', means: 2 },
      { text: 'meestal', means: 'unknown' },
      { text: '9', means: 'unanswered' },
    ]
    expect(sheets(read(file, { mapping: { values } }))).toEqual(['42', '.2', '.?'])
  })

  test('what is missing is never 0: empty, unknown and not applicable stay apart', () => {
    const answers = read('i01,i02,i03\n,?,-\nweet ik niet,n.v.t.,1\n,,\n')
    expect(sheets(answers)).toEqual(['.?-', '?-1'])
    expect([answers.missing, answers.emptyRows]).toEqual([4, 1])
  })

  test('a person may turn a column off, and a line with too few cells is a fault', () => {
    const off = { columns: [{ place: 0, use: { kind: 'nothing' } }] }
    expect(uses(read('i01,i02\n1,2\n', { mapping: off }))).toEqual(['other', 'i02 now'])
    expect(readTable(Buffer.from('i01,i02\n1\n1,2,,\n')).faults.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '2 cells',
    ])
  })

  test('a second line that says once more what the columns are is no respondent', () => {
    const { texts } = instrumentNamed('three-principles')
    const questions = ['i01', 'i02', 'i03'].map((id) => `"${texts.nl.items[id]?.question}"`).join(',')
    const answers = read(`i01,i02,i03\n${questions}\n1,2,3\n`)
    expect([answers.hasSecondHeader, sheets(answers), faults(answers)]).toEqual([true, ['123'], []])
  })

  test('a group that nobody knows is a fault, until somebody says which it is, or none', () => {
    const file = 'groep,i01\nMedewerker,1\nBuitenland,2\n'
    expect(faults(read(file))).toEqual(['3 group'])
    const mapped = read(file, { mapping: { groups: [{ text: 'buitenland', means: null }] } })
    expect(mapped.round?.respondents.map(({ group }) => group)).toEqual(['staff', null])
  })

  test('commas in questions do not make it a file with commas, and Excel may say what stands between cells', () => {
    expect(readTable(Buffer.from('"a, b, c";d\n1;2\n')).header).toEqual(['a, b, c', 'd'])
    const table = readTable(Buffer.from('\ufeffsep=;\r\ni01;i02\r\n1;2\r\n'))
    expect([table.header, table.headerLine, table.rows]).toEqual([['i01', 'i02'], 2, [{ line: 3, cells: ['1', '2'] }]])
  })

  test('every fault has its sentence in both languages', () => {
    const source = readFileSync(new URL('../../server/import/answers-table.ts', import.meta.url), 'utf8')
    const listed = [...source.matchAll(/^ {2}\| '([\w-]+)'/gm)].map(([, code]) => code ?? '')
    expect(listed.length).toBeGreaterThan(10)
    for (const locale of ['nl', 'en'] as const)
      for (const code of listed)
        expect([code, hasText(locale, `answers-fault-${code}`), hasText(locale, `answers-mend-${code}`)]).toEqual([
          code,
          true,
          true,
        ])
  })
})

describe('whatever stands in a file of answers', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'i01',
      'i02',
      'g/i03',
      '1',
      '5',
      '6',
      '?',
      '',
      'A1',
      'naam',
      'groep',
      '"',
      '__proto__',
      'constructor',
      'a@b.nl',
    ),
    fc.string(),
  )
  const file = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 })

  test('the reader never fails, and every fault has a line of the file and a sentence', () => {
    fc.assert(
      fc.property(file, fc.constantFrom(',', ';', '\t'), fc.boolean(), (rows, between, isOpen) => {
        const bytes = Buffer.from(rows.map((cells) => cells.join(between)).join('\n'))
        const table = readTable(bytes)
        const answers = read(bytes, { isOpen })
        for (const { line, code, variables } of [...table.faults, ...answers.faults]) {
          expect(line).toBeGreaterThan(0)
          expect(line).toBeLessThanOrEqual(bytes.toString().split(/\r\n|\n|\r/).length)
          expect(text('en', `answers-fault-${code}`, variables)).not.toBe('')
        }
        for (const sheet of sheets(answers) ?? []) expect(sheet).toMatch(/^[1-5?.-]+$/)
      }),
      { numRuns: 500 },
    )
  })

  test('neither does it on bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const table = readTable(Buffer.from(bytes))
        expect(Array.isArray(table.faults)).toBe(true)
        read(Buffer.from(bytes))
      }),
      { numRuns: 500 },
    )
  })

  test('50,000 lines are read in a few seconds', () => {
    const header = ['naam', ...Array.from({ length: 48 }, (_, n) => `i${String(n + 1).padStart(2, '0')}`)].join(';')
    const line = ['Jan', ...Array.from({ length: 48 }, (_, n) => (n % 5) + 1)].join(';')
    const bytes = Buffer.from([header, ...Array.from({ length: 48_000 }, () => line)].join('\n'))
    const started = performance.now()
    const answers = read(bytes, { id: 'six-capitals' })
    const took = performance.now() - started
    expect(faults(answers)).toEqual([])
    expect(answers.round?.respondents).toHaveLength(48_000)
    console.log(
      `wide file: ${Math.round(bytes.length / 1024)} KB, 48,000 lines of 48 answers in ${Math.round(took)} ms`,
    )
  })
})
