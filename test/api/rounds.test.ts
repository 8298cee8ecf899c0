import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { Acknowledgements, ResponseView } from '../../server/contract/responses.ts'
import { Results } from '../../server/contract/results.ts'
import { Joined, JoinPreview, Round } from '../../server/contract/rounds.ts'
import { closeDueRounds } from '../../server/services/closing.ts'
import { joinRound, newRound, type Person, signUp, startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'

const ITEMS = ['i01', 'i02', 'i03', 'i04']

describe.each(DATABASES)('rounds on $name', ({ open }) => {
  let app: TestApp
  let alice: Person & { organisationId: string }

  beforeEach(async () => {
    app = await startAppForTest(open)
    alice = await signUp(app)
  })

  const rounds = () => `/api/organisations/${alice.organisationId}/rounds`
  const roundOf = async (id: string) => (await alice.client.get(`${rounds()}/${id}`)).as(Round)
  const move = (id: string, how: string, body: object = {}) => alice.client.post(`${rounds()}/${id}/${how}`, body)
  const answer = async (code: string, rating = 4) => {
    const { client } = await joinRound(app.nobody, code)
    const operation = { opId: randomUUID(), itemId: 'i01', horizon: 'now', seq: 1, rating }
    return (await client.put('/api/response/answers', [operation])).as(Acknowledgements)
  }

  test('open at once, with a code, a link that carries it in the fragment, and nobody in it', async () => {
    const made = await newRound(alice.client, alice.organisationId)
    expect(made.code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/)
    expect(made.joinUrl).toBe(`http://phones.test/d#${made.code}`)
    expect(await roundOf(made.id)).toMatchObject({
      state: 'open',
      items: 24,
      counts: { joined: 0, started: 0, finished: 0, late: 0 },
      releases: 0,
    })
  })

  test('ask the full list, the pulse, or chosen items in the order given', async () => {
    const full = await newRound(alice.client, alice.organisationId, { variant: 'full' })
    const chosen = await newRound(alice.client, alice.organisationId, { itemIds: ['i07', 'i03'] })
    expect((await roundOf(full.id)).items).toBe(48)
    const { client } = await joinRound(app.nobody, chosen.code)
    expect((await client.get('/api/response')).as(ResponseView).items.map(({ id }) => id)).toEqual(['i07', 'i03'])
  })

  test.each([
    ['an unknown instrument', { instrument: { id: 'six-capitals', version: '9.9.9' } }, 'unknown-instrument'],
    ['an unknown item', { variant: undefined, itemIds: ['i01', 'nope'] }, 'unknown-item'],
    ['an item twice', { variant: undefined, itemIds: ['i01', 'i01'] }, 'invalid-request'],
    ['an unknown horizon', { horizons: ['yesterday'] }, 'unknown-horizon'],
    ['a variant and a list of items', { itemIds: ['i01'] }, 'invalid-request'],
    ['an unknown stakeholder group', { groups: ['aliens'] }, 'invalid-request'],
    ['a period that is none', { period: '2026-Q5' }, 'invalid-request'],
    ['an unknown mode', { mode: 'half-anonymous' }, 'invalid-request'],
  ])('refuse %s and make nothing', async (_what, changes, code) => {
    const body = {
      instrument: { id: 'six-capitals', version: '1.0.0' },
      variant: 'pulse',
      period: '2026-Q4',
      horizons: ['now'],
      mode: 'anonymous',
      ...changes,
    }
    const reply = await alice.client.post(rounds(), body)
    expect([reply.status, reply.refusal]).toEqual([422, code])
    expect(await app.database.db.selectFrom('round').select('id').execute()).toEqual([])
  })

  test('that are drafts have no code until they are opened', async () => {
    const reply = await newRound(alice.client, alice.organisationId, { draft: true })
    expect(await roundOf(reply.id)).toMatchObject({ state: 'draft', code: null, joinUrl: null })
    expect((await move(reply.id, 'close')).refusal).toBe('round-not-open')
    expect((await move(reply.id, 'open')).as(Round).code).toHaveLength(6)
    expect((await move(reply.id, 'open')).refusal).toBe('round-already-open')
  })

  test('a code is read as people type it, and tells what it opens before anybody joins', async () => {
    const { code } = await newRound(alice.client, alice.organisationId, { groups: ['staff'] })
    const typed = `${code.slice(0, 3).toLowerCase()} - ${code.slice(3)}`
    const preview = (await app.nobody.post('/api/join/preview', { code: typed })).as(JoinPreview)
    expect(preview).toMatchObject({ organisation: "Alice's bakery", mode: 'anonymous', groups: ['staff'], items: 24 })
    expect((await app.nobody.post('/api/join', { code: typed, group: 'staff' })).as(Joined).roundTitle).toContain(
      '2026-Q4',
    )
  })

  test('a wrong code, the code of a closed round and the code of a draft are refused alike', async () => {
    const closed = await newRound(alice.client, alice.organisationId)
    await move(closed.id, 'close')
    for (const code of ['ZZZZZZ', closed.code, '']) {
      const reply = await app.nobody.post('/api/join', { code: code || '?' })
      expect([reply.status, reply.refusal]).toEqual([404, 'wrong-code'])
    }
  })

  test('guessing codes is slowed down for everybody who guesses', async () => {
    for (let guess = 0; guess < 300; guess += 1) await app.nobody.post('/api/join/preview', { code: `GUESS${guess}` })
    expect((await app.nobody.post('/api/join', { code: 'ZZZZZZ' })).refusal).toBe('too-many-attempts')
    app.clock.pass({ minutes: 2 })
    expect((await app.nobody.post('/api/join', { code: 'ZZZZZZ' })).refusal).toBe('wrong-code')
  })

  test('the same phone that joins twice stays one respondent, with a new secret', async () => {
    const { id, code } = await newRound(alice.client, alice.organisationId)
    const joinId = randomUUID()
    const first = await joinRound(app.nobody, code, { joinId })
    const second = await joinRound(app.nobody, code, { joinId })
    expect(second.respondentId).toBe(first.respondentId)
    expect(second.secret).not.toBe(first.secret)
    expect((await first.client.get('/api/response')).refusal).toBe('sign-in-needed')
    expect((await roundOf(id)).counts.joined).toBe(1)
  })

  test('a round with groups wants one of them', async () => {
    const { code } = await newRound(alice.client, alice.organisationId, { groups: ['staff', 'management'] })
    expect((await app.nobody.post('/api/join', { code })).refusal).toBe('group-needed')
    expect((await app.nobody.post('/api/join', { code, group: 'customer' })).refusal).toBe('unknown-group')
    expect((await app.nobody.post('/api/join', { code, group: 'staff' })).status).toBe(200)
  })

  test('counts say how many joined, started and are ready, and never a rating', async () => {
    const { id, code } = await newRound(alice.client, alice.organisationId, { itemIds: ITEMS })
    await joinRound(app.nobody, code)
    await answer(code)
    const ready = await joinRound(app.nobody, code)
    await ready.client.post('/api/response/finish')
    const reply = await alice.client.get(`${rounds()}/${id}`)
    expect(reply.as(Round).counts).toEqual({ joined: 3, started: 1, finished: 1, late: 0 })
    expect(reply.text).not.toMatch(/rating|answers|score/)
  })

  test('close at once with a final release, and cannot be closed again', async () => {
    const { id, code } = await newRound(alice.client, alice.organisationId, { itemIds: ITEMS, mode: 'open' })
    await answer(code)
    expect((await move(id, 'close')).as(Round)).toMatchObject({ state: 'closed', code: null, releases: 1 })
    expect((await alice.client.get(`${rounds()}/${id}/results`)).as(Results).release.final).toBe(true)
    expect((await move(id, 'close')).refusal).toBe('round-closed')
  })

  test('close by themselves when the grace is over, once, whoever looks', async () => {
    const { id, code } = await newRound(alice.client, alice.organisationId, { itemIds: ITEMS, mode: 'open' })
    await answer(code)
    expect((await move(id, 'close', { graceMinutes: 5 })).as(Round)).toMatchObject({ state: 'closing', releases: 0 })
    await closeDueRounds(app.deps)
    expect((await roundOf(id)).state).toBe('closing')
    app.clock.pass({ minutes: 5 })
    await Promise.all([closeDueRounds(app.deps), closeDueRounds(app.deps)])
    expect(await roundOf(id)).toMatchObject({ state: 'closed', releases: 1 })
  })

  test('nobody joins while a round is closing', async () => {
    const { id, code } = await newRound(alice.client, alice.organisationId)
    await move(id, 'close', { graceMinutes: 5 })
    expect((await app.nobody.post('/api/join', { code })).refusal).toBe('wrong-code')
  })

  test('go from closed to archived, and an archived round takes nothing any more', async () => {
    const { id, code } = await newRound(alice.client, alice.organisationId, { itemIds: ITEMS })
    const { client } = await joinRound(app.nobody, code)
    expect((await move(id, 'archive')).refusal).toBe('round-closed')
    await move(id, 'close')
    expect((await move(id, 'archive')).as(Round).state).toBe('archived')
    expect((await move(id, 'reopen')).refusal).toBe('round-not-open')
    const operation = { opId: randomUUID(), itemId: 'i01', horizon: 'now', seq: 1, rating: 4 }
    expect((await client.put('/api/response/answers', [operation])).refusal).toBe('round-closed')
  })

  test('a reopened round has a new code', async () => {
    const { id, code } = await newRound(alice.client, alice.organisationId)
    await move(id, 'close')
    const reopened = (await move(id, 'reopen')).as(Round)
    expect(reopened.state).toBe('open')
    expect(reopened.code).not.toBe(code)
  })

  test('of another organisation look like none', async () => {
    const { id } = await newRound(alice.client, alice.organisationId)
    const second = (await alice.client.post('/api/organisations', { name: 'Second' })).text
    const other = (JSON.parse(second) as { id: string }).id
    const foreign = await alice.client.get(`/api/organisations/${other}/rounds/${id}`)
    const missing = await alice.client.get(`/api/organisations/${other}/rounds/${randomUUID()}`)
    expect([foreign.status, foreign.text]).toEqual([missing.status, missing.text])
  })
})
