import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { Acknowledgements, ResponseView } from '../../server/contract/responses.ts'
import type { Database } from '../../server/db/open.ts'
import {
  joinRound,
  newRound,
  type Person,
  type Respondent,
  signUp,
  startAppForTest,
  type TestApp,
} from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'

const ITEMS = ['i01', 'i02', 'i03', 'i04']

function operation(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { opId: randomUUID(), itemId: 'i01', horizon: 'now', seq: 1, rating: 4, ...changes }
}

describe.each(DATABASES)('answers on $name', ({ open }) => {
  let app: TestApp
  let alice: Person & { organisationId: string }
  let round: { id: string; code: string }
  let respondent: Respondent

  beforeEach(async () => {
    app = await startAppForTest(open)
    alice = await signUp(app)
    round = await newRound(alice.client, alice.organisationId, { itemIds: ITEMS, horizons: ['now', 'ahead'] })
    respondent = await joinRound(app.nobody, round.code)
  })

  const save = async (...operations: object[]) => {
    return (await respondent.client.put('/api/response/answers', operations)).as(Acknowledgements)
  }
  const read = async () => (await respondent.client.get('/api/response')).as(ResponseView)
  const sheets = () => app.database.db.selectFrom('sheet').selectAll().execute()
  const roundPath = (rest: string) => `/api/organisations/${alice.organisationId}/rounds/${round.id}/${rest}`

  test('are acknowledged one by one and come back as they were given', async () => {
    const statuses = await save(
      operation(),
      operation({ horizon: 'ahead', rating: 2 }),
      operation({ itemId: 'i02', rating: undefined, missing: 'not_applicable', reason: 'no suppliers' }),
      operation({ itemId: 'i03', rating: undefined, missing: 'unknown' }),
    )
    expect(statuses.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied', 'applied'])
    expect((await read()).answers).toEqual({
      i01: { now: { rating: 4 }, ahead: { rating: 2 } },
      i02: { now: { missing: 'not_applicable', reason: 'no suppliers' } },
      i03: { now: { missing: 'unknown' } },
    })
  })

  test('can be taken back: not answered is neither zero nor unknown', async () => {
    await save(operation())
    await save(operation({ seq: 2, rating: undefined, clear: true }))
    expect((await read()).answers).toEqual({})
  })

  test('delivered twice are stored once', async () => {
    const once = operation()
    expect(await save(once, once)).toMatchObject([{ status: 'applied' }, { status: 'duplicate' }])
    expect(await save(once)).toMatchObject([{ status: 'duplicate' }])
  })

  test('that are older than what is stored are stale', async () => {
    await save(operation({ seq: 5, rating: 2 }))
    expect(await save(operation({ seq: 4 }))).toMatchObject([{ status: 'stale' }])
    expect((await read()).answers).toEqual({ i01: { now: { rating: 2 } } })
  })

  test('one fault never spoils the others of its call', async () => {
    const reused = operation()
    await save(reused)
    const acknowledged = await save(
      operation({ itemId: 'i99' }),
      operation({ horizon: 'never' }),
      operation({ rating: 6 }),
      { ...reused, rating: 5 },
      operation({ itemId: 'i04' }),
    )
    expect(acknowledged.map(({ status, code }) => code ?? status)).toEqual([
      'unknown-item',
      'unknown-horizon',
      'rating-off-scale',
      'operation-reused',
      'applied',
    ])
    expect((await read()).answers).toEqual({ i01: { now: { rating: 4 } }, i04: { now: { rating: 4 } } })
  })

  test.each([
    ['a rating and a missing code at once', operation({ missing: 'unknown' })],
    ['neither a rating nor a missing code', operation({ rating: undefined })],
    ['a rating as text', operation({ rating: '4' })],
    ['half a step', operation({ rating: 3.5 })],
    ['a sequence number below zero', operation({ seq: -1 })],
    ['a field that nobody knows', operation({ respondentId: randomUUID() })],
    ['an operation id that is no id', operation({ opId: '<script>' })],
  ])('refuses %s, points at it, and saves nothing', async (_what, fault) => {
    const reply = await respondent.client.put('/api/response/answers', [operation({ itemId: 'i02' }), fault])
    expect(reply.status).toBe(422)
    expect(reply.refusal).toBe('invalid-request')
    expect(reply.problem().errors?.[0]?.pointer).toMatch(/^#\/1/)
    expect((await sheets()).map(({ answers }) => answers)).toEqual(['........'])
  })

  test('refuses 51 operations in one call and takes 50', async () => {
    const many = Array.from({ length: 51 }, (_, index) => operation({ itemId: ITEMS[index % 4], seq: index }))
    expect((await respondent.client.put('/api/response/answers', many)).status).toBe(422)
    expect(await save(...many.slice(0, 50))).toHaveLength(50)
  })

  test('without a secret, or with a wrong one, nobody answers', async () => {
    for (const client of [app.nobody, app.nobody.with({ authorization: 'Respondent wrong' })]) {
      expect((await client.put('/api/response/answers', [operation()])).refusal).toBe('sign-in-needed')
      expect((await client.get('/api/response')).refusal).toBe('sign-in-needed')
      expect((await client.post('/api/response/finish')).refusal).toBe('sign-in-needed')
    }
  })

  test('of one respondent never reach the sheet of another', async () => {
    const other = await joinRound(app.nobody, round.code)
    await save(operation())
    expect((await other.client.get('/api/response')).as(ResponseView).answers).toEqual({})
  })

  test('that come after closing are kept as late, and count when the round is reopened', async () => {
    await save(operation())
    await alice.client.post(roundPath('close'))
    expect(await save(operation({ seq: 2, rating: 1 }))).toMatchObject([{ status: 'late' }])
    expect((await read()).answers).toEqual({ i01: { now: { rating: 4 } } })
    expect((await alice.client.get(roundPath('').slice(0, -1))).text).toContain('"late":1')
    await alice.client.post(roundPath('reopen'))
    expect((await read()).answers).toEqual({ i01: { now: { rating: 1 } } })
  })

  test('still count during the grace of a closing round, and not after it', async () => {
    await alice.client.post(roundPath('close'), { graceMinutes: 2 })
    expect(await save(operation())).toMatchObject([{ status: 'applied' }])
    app.clock.pass({ minutes: 2 })
    expect(await save(operation({ seq: 2, rating: 1 }))).toMatchObject([{ status: 'late' }])
  })

  test('leave no trace of phones once an anonymous round is closed', async () => {
    await save(operation())
    await alice.client.post(roundPath('close'))
    expect((await sheets()).map(({ operations }) => operations)).toEqual(['[]'])
  })

  test('in an open round keep each change, also the one that lost a conflict', async () => {
    const named = await newRound(alice.client, alice.organisationId, { itemIds: ITEMS, mode: 'open' })
    const bob = await joinRound(app.nobody, named.code, { name: 'Bob' })
    const first = operation()
    await bob.client.put('/api/response/answers', [first])
    const conflict = operation({ seq: 2, rating: 1, replaces: randomUUID() })
    const reply = await bob.client.put('/api/response/answers', [conflict])
    expect(reply.as(Acknowledgements)).toMatchObject([{ status: 'conflict' }])
    const changes = await app.database.db.selectFrom('sheetChange').select('changes').orderBy('revision').execute()
    expect(changes.map(({ changes: text }) => JSON.parse(text)[0].status)).toEqual(['applied', 'conflict'])
    expect((await bob.client.get('/api/response')).as(ResponseView).answers).toEqual({ i01: { now: { rating: 4 } } })
  })

  test('in an anonymous round keep no history and no name', async () => {
    const named = await joinRound(app.nobody, round.code, { name: 'Carol' })
    await named.client.put('/api/response/answers', [operation()])
    expect(await app.database.db.selectFrom('sheetChange').selectAll().execute()).toEqual([])
    const names = await app.database.db.selectFrom('respondent').select('name').execute()
    expect(names.map(({ name }) => name)).toEqual([null, null])
  })

  test('saved by sixty phones at the same moment are all there, each on its own sheet', async () => {
    const phones = await Promise.all(Array.from({ length: 60 }, () => joinRound(app.nobody, round.code)))
    await Promise.all(
      phones.map(({ client }, index) => client.put('/api/response/answers', [operation({ rating: (index % 5) + 1 })])),
    )
    const views = await Promise.all(phones.map(({ client }) => client.get('/api/response')))
    const ratings = views.map((view) => view.as(ResponseView).answers['i01']?.['now'])
    expect(ratings).toEqual(phones.map((_, index) => ({ rating: (index % 5) + 1 })))
  })

  test('saved while the round closes are each applied or late, and the sheet and the count agree', async () => {
    const phones = await Promise.all(Array.from({ length: 40 }, () => joinRound(app.nobody, round.code)))
    const saves = phones.map(({ client }) => client.put('/api/response/answers', [operation()]))
    const closing = alice.client.post(roundPath('close'))
    const statuses = (await Promise.all(saves)).map((reply) => reply.as(Acknowledgements)[0]?.status)
    expect((await closing).status).toBe(200)
    const stored = (await sheets()).filter(({ answers }) => answers.startsWith('4')).length
    expect(statuses.every((status) => status === 'applied' || status === 'late')).toBe(true)
    expect(stored).toBe(statuses.filter((status) => status === 'applied').length)
  })

  test('a sheet that the database refuses fails alone: the others of its batch are saved and acknowledged', async () => {
    const broken = await joinRound(app.nobody, round.code)
    await refuseSheet(app.database, broken.respondentId)
    const replies = await Promise.all(
      [respondent, broken].map(({ client }) => client.put('/api/response/answers', [operation()])),
    )
    expect(replies.map(({ status }) => status)).toEqual([200, 500])
    expect((await read()).answers).toEqual({ i01: { now: { rating: 4 } } })
    await acceptSheets(app.database)
  })

  test('the questionnaire says nothing of what an item feeds', async () => {
    const { text } = await respondent.client.get('/api/response')
    const view = JSON.parse(text) as ResponseView
    expect(view.items.map((item) => Object.keys(item))).toEqual(ITEMS.map(() => ['id', 'texts']))
    for (const word of ['dimension', 'perspective', 'internal', 'external', 'references', 'inPulse']) {
      expect(text).not.toContain(`"${word}"`)
    }
  })

  test('the questionnaire comes in one language when that is asked for, and in every one otherwise', async () => {
    const { client } = respondent
    const inDutch = (await client.get('/api/response?locale=nl')).as(ResponseView)
    expect(inDutch.items.map(({ texts }) => Object.keys(texts))).toEqual(ITEMS.map(() => ['nl']))
    expect((await read()).items.map(({ texts }) => Object.keys(texts))).toEqual(ITEMS.map(() => ['nl', 'en']))
    expect((await client.get('/api/response?locale=fr')).refusal).toBe('invalid-request')
  })

  test('a phone that is handed on forgets who answered, and the answers stay', async () => {
    await save(operation())
    const reply = await respondent.client.post('/api/response/leave')
    expect([reply.status, reply.cookie('mvr')]).toEqual([204, ''])
    expect((await read()).answers).toEqual({ i01: { now: { rating: 4 } } })
  })

  test('ready is a flag and no gate', async () => {
    expect((await respondent.client.post('/api/response/finish')).status).toBe(204)
    expect((await read()).finished).toBe(true)
    expect(await save(operation())).toMatchObject([{ status: 'applied' }])
    await respondent.client.post('/api/response/finish', { finished: false })
    expect((await read()).finished).toBe(false)
  })
})

async function refuseSheet({ db, kind }: Database, respondentId: string): Promise<void> {
  if (kind === 'sqlite') {
    await sql`create trigger refuse_sheet before update on sheet when new.respondent_id = ${sql.lit(respondentId)}
      begin select raise(abort, 'refused by the test'); end`.execute(db)
    return
  }
  await sql`create function refuse_sheet() returns trigger language plpgsql as $$
    begin if new.respondent_id = ${sql.lit(respondentId)} then raise exception 'refused by the test'; end if; return new; end $$`.execute(
    db,
  )
  await sql`create trigger refuse_sheet before update on sheet for each row execute function refuse_sheet()`.execute(db)
}

async function acceptSheets({ db, kind }: Database): Promise<void> {
  if (kind === 'sqlite') await sql`drop trigger refuse_sheet`.execute(db)
  else await sql`drop function refuse_sheet cascade`.execute(db)
}
