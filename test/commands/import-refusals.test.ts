import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lockDataDir } from '../../server/db/lock.ts'
import { fileOf, HEADER, rowsOf, SIX } from './answer-files.ts'
import { type CommandPlace, countRows, OWNER, placeFor, run } from './run.ts'

describe('import-answers', () => {
  let place: CommandPlace
  beforeAll(async () => {
    place = await placeFor()
  })
  afterAll(() => place.remove())
  const refuse = async (
    content: readonly string[] | Buffer,
    options: readonly string[] = ['--owner', OWNER],
    locale: 'nl' | 'en' = 'en',
  ) => {
    const before = await place.look(countRows)
    const { code, out, err } = await run(['import-answers', fileOf(content), ...SIX, ...options], place.env, locale)
    expect([code, out]).toEqual([1, ''])
    expect(await place.look(countRows)).toEqual(before)
    const [sentence, ...faults] = err.split('\n').map((line) => line.trim())
    expect(sentence).toMatch(locale === 'en' ? /^The file was not imported/ : /^Het bestand is niet ingelezen/)
    return faults
  }
  const good = 'Bakery,staff,2026-Q1,p1,i01,4'

  test.each([
    ['an unknown item', 'Bakery,staff,2026-Q1,p2,i99,4', 'The questionnaire has no question "i99".'],
    [
      'an item of the prototype',
      'Bakery,staff,2026-Q1,p2,__proto__,4',
      'The questionnaire has no question "__proto__".',
    ],
    ['a rating off the scale', 'Bakery,staff,2026-Q1,p2,i01,6', '6 is not on the scale from 1 to 5.'],
    ['a rating of zero', 'Bakery,staff,2026-Q1,p2,i01,0', '0 is not on the scale from 1 to 5.'],
    ['half a rating', 'Bakery,staff,2026-Q1,p2,i01,3.5', '"3.5" is no answer.'],
    ['a word for a rating', 'Bakery,staff,2026-Q1,p2,i01,good', '"good" is no answer.'],
    ['a bad period', 'Bakery,staff,2026-Q5,p2,i01,4', '"2026-Q5" is no period.'],
    ['an unknown group', 'Bakery,personnel,2026-Q1,p2,i01,4', '"personnel" is no group.'],
    ['a second answer to a question', good, '"p1" answers question i01 (now) a second time; the first is on line 2.'],
    ['somebody in two groups', 'Bakery,customer,2026-Q1,p1,i02,4', '"p1" stands in another group here'],
    ['an organisation without a name', ' ,staff,2026-Q1,p2,i01,4', 'The column "organisation" is empty.'],
    ['a respondent without a name', 'Bakery,staff,2026-Q1,,i01,4', 'The column "respondent" is empty.'],
    ['a name that is too long', `${'x'.repeat(121)},staff,2026-Q1,p2,i01,4`, 'holds more than 120 characters'],
    ['a row with a cell too few', 'Bakery,staff,2026-Q1,p2,i01', 'This row has 5 cells where the header has 6.'],
    ['a row with a cell too many', 'Bakery,staff,2026-Q1,p2,i01,4,5', 'This row has 7 cells where the header has 6.'],
    [
      'a quotation mark that is not closed',
      'Bakery,"staff,2026-Q1,p2,i01,4',
      'A quotation mark is wrong in the row that starts here',
    ],
    [
      'a quotation mark inside a cell',
      'Bak"ery,staff,2026-Q1,p2,i01,4',
      'A quotation mark is wrong in the row that starts here',
    ],
  ])('refuses %s, with its line', async (_, row, sentence) => {
    const faults = await refuse([HEADER, good, row, 'Bakery,staff,2026-Q1,p3,i01,4'])
    expect(faults).toEqual([expect.stringContaining('line 3: ')])
    expect(faults[0]).toContain(sentence)
  })

  test('counts lines as an editor does, over cells with line breaks and empty lines', async () => {
    const faults = await refuse([HEADER, '"Bak\r\nery",staff,2026-Q1,p1,i01,4', '', 'Bakery,staff,2026-Q1,p1,i99,4'])
    expect(faults).toEqual(['line 5: The questionnaire has no question "i99".'])
  })

  test.each([
    ['a column that is not known', [`${HEADER},remark`], 'line 1: The column "remark" is not known.'],
    ['a column twice', [`${HEADER},Rating`], 'line 1: The column "Rating" stands twice.'],
    ['a column that is missing', ['organisation,period,respondent,item'], 'line 1: The column "rating" is missing.'],
    ['a file without answers', [HEADER], 'line 1: There is no row with an answer in the file.'],
    ['a header of far too many columns', [Array(300_000).fill('x').join(',')], 'line 1: The column "x" is not known.'],
    ['an empty file', [''], 'line 1: There is no row with an answer in the file.'],
  ])('refuses %s', async (_, lines, fault) => {
    expect((await refuse(lines))[0]).toContain(fault)
  })

  test.each([
    [
      'UTF-16 with a byte order mark',
      Buffer.from(`\ufeff${HEADER}\n${good}\n`, 'utf16le'),
      'line 1: The file is in UTF-16.',
    ],
    ['UTF-16 without one', Buffer.from(`${HEADER}\n${good}\n`, 'utf16le'), 'line 1: The file is in UTF-16.'],
    [
      'bytes that are no UTF-8',
      Buffer.from(`${HEADER}\n${good}\nCaf\xe9,staff,2026-Q1,p2,i01,4\n`, 'latin1'),
      'line 3: This line holds characters that are not UTF-8.',
    ],
    [
      'a NUL character',
      Buffer.from(`${HEADER}\r\n${good}\r\nBak\0ery,staff,2026-Q1,p2,i01,4\r\n`),
      'line 3: There is a NUL character here.',
    ],
    [
      'a file cut off inside a character',
      Buffer.from(`${HEADER}\n${good}\nCafé`).subarray(0, -1),
      'line 3: This line holds characters that are not UTF-8.',
    ],
    [
      'a file cut off inside a row',
      Buffer.from(`${HEADER}\n${good}\nBakery,staff,20`),
      'line 3: This row has 3 cells where the header has 6.',
    ],
  ])('refuses %s, with its line', async (_, bytes, fault) => {
    expect(await refuse(bytes)).toEqual([expect.stringContaining(fault)])
  })

  test('names the first twenty faults and says how many more there are, in Dutch too', async () => {
    const lines = [HEADER, ...rowsOf('Bakery', 25, ['i01'], 9)]
    const faults = await refuse(lines, ['--owner', OWNER], 'nl')
    expect(faults.length).toBe(21)
    expect([faults[0], faults[19], faults[20]]).toEqual([
      'regel 2: 9 staat niet op de schaal van 1 tot en met 5.',
      'regel 21: 9 staat niet op de schaal van 1 tot en met 5.',
      'regel 22: en vanaf hier nog 5 fouten',
    ])
  })

  test('refuses a column organisation beside --organisation', async () => {
    const faults = await refuse([HEADER, good], ['--organisation', 'any'])
    expect(faults).toEqual(['line 1: With --organisation the file has no column "organisation".'])
  })

  test('refuses an owner, an organisation, a questionnaire and a file that are not there', async () => {
    const path = fileOf([HEADER, good])
    const told = async (...argv: string[]) => (await run(['import-answers', ...argv], place.env)).err
    expect(await told(path, ...SIX, '--owner', 'nobody@example.org')).toBe(
      'There is no account with the email address nobody@example.org.',
    )
    const without = fileOf(['period,respondent,item,rating', '2026,p1,i01,4'])
    expect(await told(without, ...SIX, '--organisation', 'none')).toBe('There is no organisation with the id none.')
    expect(await told(path, '--instrument', 'six-capitals@9.0.0', '--owner', OWNER)).toContain('six-capitals@1.0.0')
    expect(await told('/nowhere.csv', ...SIX, '--owner', OWNER)).toContain('/nowhere.csv cannot be read')
    expect(await told(path, ...SIX, '--instruments', '/nowhere', '--owner', OWNER)).toContain('/nowhere cannot be read')
  })

  test('takes a byte order mark, semicolons, Dutch columns in any order, quotes and Windows lines', async () => {
    const rows = [
      'vraag;antwoord;periode;deelnemer;organisatie;groep;moment',
      'i01;4;2026-Q1;"Jansen; Piet";"De ""Oude"" Molen";staff;ahead',
    ]
    const path = fileOf(Buffer.from(`\ufeff${rows.join('\r\n')}\r\n`), 'molen.csv')
    const { code, out } = await run(
      ['import-answers', path, ...SIX, '--owner', OWNER, '--mode', 'open'],
      place.env,
      'nl',
    )
    expect([code, out]).toEqual([0, 'Ingelezen: 1 antwoord van 1 deelnemer in 1 ronde. Nieuwe organisaties: 1.'])
    await place.look(async ({ db }) => {
      const row = await db
        .selectFrom('organisation')
        .innerJoin('respondent', 'respondent.organisationId', 'organisation.id')
        .select(['organisation.name as organisation', 'respondent.name'])
        .where('organisation.name', 'like', '%Molen')
        .executeTakeFirst()
      expect(row).toEqual({ organisation: 'De "Oude" Molen', name: 'Jansen; Piet' })
    })
  })

  test('takes names of the prototype as plain names', async () => {
    const path = fileOf(
      [HEADER, '__proto__,staff,2026-Q1,constructor,i01,4', '__proto__,staff,2026-Q1,__proto__,i01,2'],
      'proto.csv',
    )
    expect((await run(['import-answers', path, ...SIX, '--owner', OWNER], place.env)).code).toBe(0)
    expect(Reflect.get({}, 'answers')).toBe(undefined)
    const found = await place.look(({ db }) =>
      db.selectFrom('organisation').select('name').where('name', '=', '__proto__').execute(),
    )
    expect(found.length).toBe(1)
  })

  test('only checks with --check, also without an owner and while the server runs', async () => {
    const before = await place.look(countRows)
    const unlock = lockDataDir(place.folder)
    const path = fileOf([HEADER, good])
    const check = await run(['import-answers', path, ...SIX, '--check'], place.env)
    const real = await run(['import-answers', path, ...SIX, '--owner', OWNER], place.env)
    unlock()
    expect(check).toEqual({
      code: 0,
      out: 'The file is good: 1 round with 1 participant. Nothing was written.',
      err: '',
    })
    expect([real.code, real.err]).toEqual([1, expect.stringContaining('is in use by another Meervoud')])
    expect(await place.look(countRows)).toEqual(before)
    rmSync(path)
  })
})
