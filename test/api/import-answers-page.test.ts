import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AnswersImported, AnswersPreview } from '../../server/contract/imports.ts'
import { Results } from '../../server/contract/results.ts'
import { Round } from '../../server/contract/rounds.ts'
import { startAppForTest } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople } from '../support/people.ts'
import { BOOKKEEPING, hashOfTables } from '../support/table-hash.ts'

const sample = (name: string) => readFileSync(new URL(`../fixtures/answers/${name}`, import.meta.url))
const fileOf = (content: Buffer | string, changes: object = {}) => ({
  fileName: 'answers.csv',
  content: Buffer.from(content).toString('base64'),
  instrument: { id: 'three-principles', version: '1.0.0' },
  mode: 'open',
  period: '2026-Q1',
  horizon: 'now',
  ...changes,
})

describe.each(DATABASES)('answers from a file, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    const path = `/api/organisations/${people.bakery}`
    const { client } = people.alice
    return {
      ...{ api, people, path, client },
      preview: (input: object, who: Client = client) => who.post(`${path}/imports/answers/preview`, input),
      bring: (input: object, who: Client = client) => who.post(`${path}/imports/answers`, input),
    }
  }

  test('are looked at without keeping anything, and then are a closed round with its release', async () => {
    const { api, people, path, client, preview, bring } = await start()
    const before = await hashOfTables(api.database, BOOKKEEPING)
    const input = fileOf(sample('microsoft-forms.csv'), { title: 'Forms in March' })
    const seen = (await preview(input)).as(AnswersPreview)
    expect(seen).toMatchObject({
      shape: 'wide',
      faults: [],
      counts: { rows: 6, respondents: 6, answers: 18, missing: 1 },
      rounds: [{ period: '2026-Q1', items: 3, respondents: 6 }],
    })
    expect(await hashOfTables(api.database, BOOKKEEPING)).toBe(before)
    const { rounds, respondents, answers } = (await bring(input)).as(AnswersImported)
    expect({ rounds, respondents, answers }).toEqual({
      rounds: [{ id: expect.any(String), title: 'Forms in March' }],
      respondents: 6,
      answers: 18,
    })
    const round = (await client.get(`${path}/rounds/${rounds[0]?.id}`)).as(Round)
    expect(round).toMatchObject({ state: 'closed', mode: 'open', period: '2026-Q1', releases: 1, code: null })
    expect(round.groups).toEqual(['management', 'staff', 'customer'])
    const results = (await client.get(`${path}/rounds/${round.id}/results`)).as(Results)
    expect(results.n).toBe(6)
    const events = await api.database.db.selectFrom('auditEvent').select(['action', 'object', 'userId']).execute()
    expect(events).toContainEqual({ action: 'round.import', object: round.id, userId: people.alice.userId })
  })

  test('of an anonymous round keep no name and no address of anybody', async () => {
    const { api, bring } = await start()
    const input = fileOf(sample('microsoft-forms.csv'), {
      mode: 'anonymous',
      mapping: { columns: [{ place: 4, use: { kind: 'name' } }] },
    })
    expect((await bring(input)).status).toBe(200)
    const rows = await api.database.db.selectFrom('respondent').selectAll().execute()
    expect(rows.map(({ name }) => name)).toEqual(Array(6).fill(null))
    const sheets = await api.database.db.selectFrom('sheet').selectAll().execute()
    expect(JSON.stringify([rows, sheets])).not.toMatch(/Van Dam|voorbeeld\.nl/)
  })

  test('with a fault nothing is imported, and each is told with its line', async () => {
    const { api, preview, bring } = await start()
    const before = await hashOfTables(api.database, BOOKKEEPING)
    const input = fileOf('i01,i02\n1,soms\n7,2\n')
    const seen = (await preview(input)).as(AnswersPreview)
    expect(seen.faults.map(({ line, column }) => `${line} ${column}`)).toEqual(['2 i02', '3 i01'])
    const refused = await bring(input)
    expect(refused.problem()).toMatchObject({
      type: '/problems/import-refused',
      errors: [{ pointer: 'regel 2, kolom i02' }, { pointer: 'regel 3, kolom i01' }],
    })
    expect((await bring(fileOf('i01\n1\n', { instrument: { id: 'nothing', version: '1.0.0' } }))).refusal).toBe(
      'unknown-instrument',
    )
    expect((await bring(fileOf('i01\n1\n', { horizon: 'never' }))).refusal).toBe('unknown-horizon')
    expect((await bring({ ...fileOf(''), content: 'no base64!' })).refusal).toBe('invalid-request')
    expect(await hashOfTables(api.database, BOOKKEEPING)).toBe(before)
  })

  test('the same file twice is refused, because everybody would count twice', async () => {
    const { bring } = await start()
    expect((await bring(fileOf('i01,i02\n1,2\n'))).status).toBe(200)
    expect((await bring(fileOf('i01,i02\n1,2\n'))).refusal).toBe('import-refused')
    expect((await bring(fileOf('i01,i02\n1,2\n', { title: 'Another' }))).status).toBe(200)
  })

  test('one row for each answer works too, with a round for each period', async () => {
    const { preview, bring } = await start()
    const long = 'deelnemer;periode;vraag;antwoord\nAn;2025-Q4;i01;3\nAn;2026-Q1;i01;4\nBo;2026-Q1;i02;?\n'
    const seen = (await preview(fileOf(long))).as(AnswersPreview)
    expect([seen.shape, seen.rounds.map(({ period }) => period)]).toEqual(['long', ['2025-Q4', '2026-Q1']])
    const done = (await bring(fileOf(long, { title: 'Long' }))).as(AnswersImported)
    expect(done.rounds.map(({ title }) => title)).toEqual(['Long 2025-Q4', 'Long 2026-Q1'])
    const broken = (await preview(fileOf('deelnemer;periode;vraag;antwoord\nAn;now;i99;3\n'))).as(AnswersPreview)
    expect(broken.faults.map(({ line }) => line)).toEqual([2, 2])
  })

  test('a file of 4 MB is read beside whatever else goes on, and one of 6 MB is refused', async () => {
    const { client, preview } = await start()
    const rows = Array.from(
      { length: 40_000 },
      (_, n) => `Somebody number ${n} of this very large survey;${(n % 5) + 1};4;3;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;`,
    )
    const header = `naam;i01;i02;i03${Array.from({ length: 34 }, (_, n) => `;x${n}`).join('')}`
    const large = preview(fileOf([header, ...rows].join('\n')))
    // Somebody else is answered meanwhile.
    expect((await client.get('/api/me')).status).toBe(200)
    const seen = (await large).as(AnswersPreview)
    expect([seen.faults, seen.counts.respondents]).toEqual([[], 40_000])
    const tooLarge = await preview(fileOf(Buffer.alloc(6 * 1024 * 1024, 'x')))
    expect(['body-too-large', 'invalid-request']).toContain(tooLarge.refusal)
  })

  test('roles that do not run rounds, and other organisations, cannot', async () => {
    const { people, bring } = await start()
    expect((await bring(fileOf('i01\n1\n'), people.erin.client)).refusal).toBe('not-allowed')
    expect((await bring(fileOf('i01\n1\n'), people.carol.client)).refusal).toBe('not-found')
  })
})
