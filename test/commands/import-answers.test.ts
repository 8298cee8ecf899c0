import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Results } from '../../server/contract/results.ts'
import { addOrganisation } from '../../server/services/organisations.ts'
import { DATABASES } from '../support/databases.ts'
import { fileOf, HEADER, rowsOf, SIX } from './answer-files.ts'
import { type CommandPlace, countRows, OWNER, placeFor, run } from './run.ts'

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
      expect(new Set(sheets.map(({ operations, revision }) => `${operations} ${revision}`))).toEqual(new Set(['[] 1']))
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
