import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { Results } from '../../server/contract/results.ts'
import { lockDataDir } from '../../server/db/lock.ts'
import { csvOf } from '../../server/export/csv.ts'
import { DATABASES } from '../support/databases.ts'
import { type CommandPlace, OWNER, placeFor, run } from './run.ts'

const FILES = [
  'answers.csv',
  'members.csv',
  'organisation.json',
  'release-cells.csv',
  'releases.csv',
  'round-items.csv',
  'rounds.csv',
]
const Rows = z.array(z.record(z.string(), z.string()))
const Exported = z.object({
  organisation: z.object({ name: z.string() }),
  members: z.array(z.object({ email: z.string(), role: z.string() })),
  round: z.array(z.object({ id: z.string(), mode: z.string(), state: z.string() })),
  roundItem: z.array(z.object({ roundId: z.string(), itemId: z.string() })),
  release: z.array(z.object({ roundId: z.string(), document: Results })),
  respondent: z.array(z.object({ roundId: z.string(), id: z.string(), name: z.string() })),
  sheet: z.array(z.object({ roundId: z.string(), respondentId: z.string(), answers: z.string() })),
})

describe.each(DATABASES)('export on $name', ({ name }) => {
  let place: CommandPlace
  let ids: { exported: string; other: string }
  let folder: string

  beforeAll(async () => {
    place = await placeFor(name)
    // Ratings of anonymous people in an order that is nowhere else, so that it can be searched for.
    const secret = ['1', '4', '2', '5', '3', '1', '5', '2', '4', '3', '5', '1']
    const anonymous = secret.flatMap((_, person) => {
      return secret.map(
        (rating, item) => `Bakery,staff,2026-Q1,Quiet ${person},i${String(item + 1).padStart(2, '0')},${rating}`,
      )
    })
    const open = [
      'Bakery,management,2026-Q2,=Ann,i01,4',
      'Bakery,management,2026-Q2,=Ann,i02,?',
      'Bakery,management,2026-Q2,Bob,i01,',
    ]
    const other = ['Mill,staff,2026-Q1,Miller,i01,1']
    for (const [mode, rows] of [
      ['anonymous', anonymous],
      ['open', [...open, ...other]],
    ] as const) {
      const path = join(place.folder, `${mode}.csv`)
      writeFileSync(path, ['organisation,group,period,respondent,item,rating', ...rows, ''].join('\n'))
      const imported = await run(
        ['import-answers', path, '--instrument', 'six-capitals@1.0.0', '--mode', mode, '--owner', OWNER],
        place.env,
      )
      expect(imported.err).toBe('')
    }
    ids = await place.look(async ({ db }) => {
      const rows = await db.selectFrom('organisation').select(['id', 'name']).orderBy('name').execute()
      return { exported: rows[0]?.id ?? '', other: rows[1]?.id ?? '' }
    })
    folder = join(place.folder, 'out')
    const unlock = lockDataDir(place.folder)
    const { code, err } = await run(['export', '--organisation', ids.exported, '--out', folder], place.env)
    unlock()
    expect([code, err]).toEqual([0, ''])
  })
  afterAll(() => place.remove())
  const text = (file: string) => readFileSync(join(folder, file), 'utf8')
  const table = (file: string) => Rows.parse(parse(text(file), { bom: true, delimiter: ';', columns: true }))
  const document = () => Exported.parse(JSON.parse(text('organisation.json')))

  test('writes JSON and tables that nobody else may read', () => {
    expect(readdirSync(folder).sort()).toEqual(FILES)
    for (const file of FILES) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const file of FILES.filter((file) => file.endsWith('.csv'))) expect(text(file).startsWith('\ufeff')).toBe(true)
  })

  test('holds rounds, questions, releases and members', () => {
    const { organisation, members, round, roundItem, release } = document()
    const countOf = (rows: readonly { roundId: string }[], id: string) =>
      rows.filter(({ roundId }) => roundId === id).length
    expect([organisation.name, members]).toEqual(['Bakery', [{ email: OWNER, role: 'owner' }]])
    const found = round.map(({ id, mode, state }) => [mode, state, countOf(roundItem, id), countOf(release, id)])
    expect(found.sort()).toEqual([
      ['anonymous', 'closed', 12, 1],
      ['open', 'closed', 2, 1],
    ])
    expect(table('rounds.csv').map((row) => [row['period'], row['mode']])).toEqual([
      ['2026-Q1', 'anonymous'],
      ['2026-Q2', 'open'],
    ])
    expect(table('round-items.csv').find((row) => row['itemId'] === 'i01')?.['question']).toBe(
      'How do we deal with learning and development at work?',
    )
    expect(table('releases.csv').length).toBe(2)
    expect(table('release-cells.csv').length).toBeGreaterThan(10)
  })

  test('holds answers by name of open rounds, with names that are no formulas', () => {
    const { respondent, sheet } = document()
    const answersOf = (name: string) => {
      const id = respondent.find((one) => one.name === name)?.id
      return sheet.find(({ respondentId }) => respondentId === id)?.answers
    }
    expect([answersOf('=Ann'), answersOf('Bob')]).toEqual(['4?', '..'])
    expect(table('answers.csv').map((row) => [row['name'], row['itemId'], row['rating'], row['missing']])).toEqual([
      ["'=Ann", 'i01', '4', ''],
      ["'=Ann", 'i02', '', 'unknown'],
    ])
  })

  test('never holds a sheet, a name or a respondent of an anonymous round', async () => {
    const { round, sheet } = document()
    const anonymous = round.find(({ mode }) => mode === 'anonymous')
    expect(sheet.filter(({ roundId }) => roundId === anonymous?.id)).toEqual([])
    const respondents = await place.look(({ db }) => {
      return db
        .selectFrom('respondent')
        .select('id')
        .where('roundId', '=', anonymous?.id ?? '')
        .execute()
    })
    expect(respondents.length).toBe(12)
    const everything = FILES.map(text).join('\n')
    for (const { id } of respondents) expect(everything).not.toContain(id)
    expect(everything).not.toContain('Quiet')
    expect(everything).not.toContain('142531524351')
  })

  test('holds nothing of another organisation', () => {
    const everything = FILES.map(text).join('\n')
    expect(everything).not.toContain('Mill')
    expect(everything).not.toContain(ids.other)
  })

  test('refuses an organisation that is not there and a folder that is not empty, and writes nothing', async () => {
    const missing = join(place.folder, 'missing')
    expect((await run(['export', '--organisation', 'none', '--out', missing], place.env)).err).toBe(
      'There is no organisation with the id none.',
    )
    const full = join(place.folder, 'full')
    mkdirSync(full)
    writeFileSync(join(full, 'mine.txt'), 'mine')
    const { code, err } = await run(['export', '--organisation', ids.exported, '--out', full], place.env)
    expect([code, err]).toEqual([1, expect.stringContaining(`${full} exists already`)])
    expect([existsSync(missing), readdirSync(full)]).toEqual([false, ['mine.txt']])
  })
})

describe('a table for spreadsheets', () => {
  test('puts a mark before every text that would run as a formula, and leaves numbers alone', () => {
    const risky = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '  =1',
      '\uff1d1',
      '\uff0b1',
      '\uff0d1',
      '\uff201',
      '\0=1',
    ]
    const cells = Rows.parse(
      parse(
        csvOf(
          ['text', 'number'],
          risky.map((text) => [text, -1]),
        ),
        { bom: true, delimiter: ';', columns: true },
      ),
    )
    expect(cells).toEqual(risky.map((text) => ({ text: `'${text}`, number: '-1' })))
    expect(csvOf(['text'], [['plain'], ['5 = 5']])).toBe('\ufefftext\r\nplain\r\n5 = 5\r\n')
  })

  test('keeps quotes, semicolons and line breaks whole, and leaves nothing empty', () => {
    expect(
      csvOf(
        ['a', 'b'],
        [
          ['say "x"; y', null],
          ['two\nlines', 0],
        ],
      ),
    ).toBe('\ufeffa;b\r\n"say ""x""; y";\r\n"two\nlines";0\r\n')
  })
})
