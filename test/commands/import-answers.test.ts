import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Results } from '../../server/contract/results.ts'
import { lockDataDir } from '../../server/db/lock.ts'
import { addOrganisation } from '../../server/services/organisations.ts'
import { DATABASES, temporaryFolder } from '../support/databases.ts'
import { type CommandPlace, countRows, OWNER, placeFor, run } from './run.ts'

const HEADER = 'organisation,group,period,respondent,item,rating'
const SIX = ['--instrument', 'six-capitals@1.0.0']
const folder = temporaryFolder()
afterAll(() => folder.remove())

/** A file with these lines, or with exactly these bytes. */
function fileOf(content: readonly string[] | Buffer, name = 'answers.csv'): string {
  const path = join(folder.path, name)
  writeFileSync(path, Buffer.isBuffer(content) ? content : `${content.join('\n')}\n`)
  return path
}

/** One row for each of these people and items; everybody gives the same rating. */
function rowsOf(organisation: string, people: number, items: readonly string[], rating: number | string): string[] {
  return Array.from({ length: people }, (_, person) => {
    return items.map((item) => `${organisation},staff,2026-Q1,p${person},${item},${rating}`)
  }).flat()
}

describe.each(DATABASES)('import-answers on $name', ({ name }) => {
  let place: CommandPlace
  beforeAll(async () => {
    place = await placeFor(name)
  })
  afterAll(() => place.remove())
  const importFile = (path: string, ...options: string[]) => {
    return run(['import-answers', path, ...SIX, ...(options.length > 0 ? options : ['--owner', OWNER])], place.env)
  }

  test('makes organisations, closed rounds and their releases, and keeps no name of an anonymous round', async () => {
    const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9', 'p10']
    const path = fileOf([
      `${HEADER},horizon`,
      ...people.flatMap((person, index) => [
        `Bakery,staff,2026-Q1,${person},i01,${(index % 5) + 1},`,
        `Bakery,staff,2026-Q1,${person},i02,?,now`,
        `Bakery,staff,2026-Q1,${person},i03,not_applicable,now`,
        `Bakery,staff,2026-Q1,${person},i04,,now`,
        `Bakery,staff,2026-Q2,${person},i01,4,ahead`,
      ]),
      '"Mill, the old",,2026,Q,i01,5,now',
    ])
    const ran = await importFile(path)
    expect(ran).toEqual({
      code: 0,
      out: 'Imported: 41 answers of 21 participants in 3 rounds. New organisations: 2.',
      err: '',
    })
    await place.look(async ({ db }) => {
      const rounds = await db
        .selectFrom('round')
        .innerJoin('organisation', 'organisation.id', 'round.organisationId')
        .select(['organisation.name', 'title', 'period', 'state', 'mode', 'horizons', 'groups', 'code', 'threshold'])
        .orderBy('period')
        .execute()
      const common = { state: 'closed', mode: 'anonymous', code: null, threshold: 5 }
      expect(rounds).toEqual([
        {
          ...common,
          name: 'Mill, the old',
          title: '2026, imported from answers.csv',
          period: '2026',
          horizons: '["now"]',
          groups: '[]',
        },
        {
          ...common,
          name: 'Bakery',
          title: '2026-Q1, imported from answers.csv',
          period: '2026-Q1',
          horizons: '["now"]',
          groups: '["staff"]',
        },
        {
          ...common,
          name: 'Bakery',
          title: '2026-Q2, imported from answers.csv',
          period: '2026-Q2',
          horizons: '["ahead"]',
          groups: '["staff"]',
        },
      ])
      const sheets = await db.selectFrom('sheet').select(['answers', 'operations', 'revision']).execute()
      expect(sheets.map(({ answers }) => answers).sort()).toEqual([
        ...[
          '1?-.',
          '1?-.',
          '2?-.',
          '2?-.',
          '3?-.',
          '3?-.',
          '4',
          '4',
          '4',
          '4',
          '4',
          '4',
          '4',
          '4',
          '4',
          '4',
          '4?-.',
          '4?-.',
        ],
        ...['5', '5?-.', '5?-.'],
      ])
      expect(new Set(sheets.map(({ operations, revision }) => `${operations} ${revision}`))).toEqual(new Set(['{} 1']))
      expect(await db.selectFrom('respondent').select('name').where('name', 'is not', null).execute()).toEqual([])
      const releases = await db.selectFrom('release').selectAll().execute()
      const documents = releases.map(({ document }) => Results.parse(JSON.parse(document)))
      const quarter = documents.find(({ release }) => release.period === '2026-Q1')
      expect(quarter).toMatchObject({ n: 10, release: { number: 1, final: true } })
      expect(quarter?.items[0]).toMatchObject({ itemId: 'i01', n: 10, score: 50 })
      // One person in an anonymous round: nothing may be said.
      expect(documents.find(({ release }) => release.period === '2026')).toMatchObject({
        n: 1,
        suppressed: [{ what: 'all', reason: 'too-few' }],
      })
      const events = await db.selectFrom('auditEvent').select('action').where('action', '=', 'round.import').execute()
      expect(events.length).toBe(3)
    })
  })

  test('finds an organisation of the owner again, and refuses the same file a second time', async () => {
    const path = fileOf([HEADER, ...rowsOf('Smithy', 5, ['i01'], 3)], 'smithy.csv')
    expect((await importFile(path)).out).toContain('New organisations: 1.')
    const before = await place.look(countRows)
    const again = await importFile(path)
    expect(again.code).toBe(1)
    expect(again.err).toContain('line 2: smithy.csv was imported into this organisation before, for 2026-Q1.')
    expect(await place.look(countRows)).toEqual(before)
    const more = fileOf([HEADER, ...rowsOf('Smithy', 5, ['i02'], 3)], 'smithy-2.csv')
    expect((await importFile(more)).out).toContain('New organisations: 0.')
  })

  test('keeps names in open mode, and puts everything into one organisation when told so', async () => {
    const organisationId = await place.look(async ({ db }) => {
      const { id } = await db.selectFrom('user').select('id').executeTakeFirstOrThrow()
      return db
        .transaction()
        .execute((trx) => addOrganisation(trx, id, { name: 'Forge', kind: 'company', locale: 'en' }, new Date()))
    })
    const path = fileOf(
      ['period;respondent;item;rating', '2026;  Ann   Smith ;i01;4', '2026;Bob;i01;UNKNOWN'],
      'forge.csv',
    )
    const ran = await importFile(path, '--organisation', organisationId, '--mode', 'open')
    expect([ran.code, ran.err]).toEqual([0, ''])
    await place.look(async ({ db }) => {
      const rows = await db
        .selectFrom('respondent')
        .innerJoin('sheet', 'sheet.respondentId', 'respondent.id')
        .select(['name', 'answers'])
        .where('respondent.organisationId', '=', organisationId)
        .orderBy('name')
        .execute()
      expect(rows).toEqual([
        { name: 'Ann Smith', answers: '4' },
        { name: 'Bob', answers: '?' },
      ])
    })
  })

  test('writes nothing at all when one row of many is wrong', async () => {
    const before = await place.look(countRows)
    const path = fileOf(
      [HEADER, ...rowsOf('Brewery', 20, ['i01', 'i02'], 3), 'Brewery,staff,2026-Q1,p0,i03,6'],
      'brewery.csv',
    )
    const { code, out, err } = await importFile(path)
    expect([code, out, err.split('\n')]).toEqual([
      1,
      '',
      [
        'The file was not imported, not even in part. Repair the lines that are named and try again.',
        '  line 42: 6 is not on the scale from 1 to 5.',
      ],
    ])
    expect(await place.look(countRows)).toEqual(before)
  })

  test('writes nothing at all when it fails while it is writing', async () => {
    await place.look(async ({ db }) => {
      const { id } = await db.selectFrom('user').select('id').executeTakeFirstOrThrow()
      for (let twin = 0; twin < 2; twin += 1) {
        await db
          .transaction()
          .execute((trx) => addOrganisation(trx, id, { name: 'Twin', kind: 'company', locale: 'en' }, new Date()))
      }
    })
    const before = await place.look(countRows)
    const path = fileOf([HEADER, ...rowsOf('Inn', 9, ['i01'], 3), ...rowsOf('Twin', 9, ['i01'], 3)], 'inn.csv')
    const { code, err } = await importFile(path)
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('line 11: This account owns more than one organisation named "Twin".'),
    ])
    expect(await place.look(countRows)).toEqual(before)
  })
})

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
    ['an empty file', [''], 'line 1: There is no row with an answer in the file.'],
  ])('refuses %s', async (_, lines, fault) => {
    expect(await refuse(lines)).toEqual([expect.stringContaining(fault)])
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
