import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { InstrumentView } from '../../server/contract/instruments.ts'
import { Acknowledgements, ResponseView } from '../../server/contract/responses.ts'
import { Explanation, Results } from '../../server/contract/results.ts'
import { WallView } from '../../server/contract/workshops.ts'
import { joinRound, newRound, type Person, signUp, startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { OWN_INSTRUMENTS, type OwnInstrument, peopleOf } from '../support/own-rounds.ts'
import { TestWorkshop } from '../support/workshop.ts'

describe.each(DATABASES)('instruments without scores on $name', ({ open }) => {
  let app: TestApp
  let alice: Person & { organisationId: string }

  beforeEach(async () => {
    app = await startAppForTest(open)
    alice = await signUp(app)
  })

  const roundOf = (id: OwnInstrument, changes: Parameters<typeof newRound>[2] = {}) => {
    const horizons = id === 'sociosphere' ? ['now', 'wanted'] : ['now']
    const instrument = { id, version: '1.0.0' }
    return newRound(alice.client, alice.organisationId, { instrument, variant: 'full', horizons, ...changes })
  }
  const path = (round: string, rest: string) => `/api/organisations/${alice.organisationId}/rounds/${round}/${rest}`
  const fill = async (code: string, people: number, name = false) => {
    for (const { answer } of peopleOf(people, 5)) {
      const { client } = await joinRound(app.nobody, code, name ? { name: 'Somebody' } : {})
      const { items, round } = (await client.get('/api/response')).as(ResponseView)
      const operations = items.flatMap((item) =>
        round.horizons.map((horizon) => {
          return { opId: randomUUID(), itemId: item.id, horizon, seq: 1, ...answer(item.id, horizon) }
        }),
      )
      const acknowledged = (await client.put('/api/response/answers', operations)).as(Acknowledgements)
      expect(acknowledged.every(({ status }) => status === 'applied')).toBe(true)
    }
  }
  const closed = async (round: string) => {
    expect((await alice.client.post(path(round, 'close'), {})).status).toBe(200)
    return (await alice.client.get(path(round, 'results'))).as(Results)
  }

  test.each(OWN_INSTRUMENTS)(
    '%s is asked, answered, closed and read, and makes no score but of its items',
    async (id) => {
      const { id: round, code } = await roundOf(id)
      await fill(code, 12)
      const results = await closed(round)
      expect(results).toMatchObject({ n: 12, drift: null, groups: {} })
      for (const { level, balance, dimensions } of Object.values(results.horizons)) {
        expect([level, balance]).toEqual([null, null])
        expect(Object.values(dimensions).every(({ score, gap }) => score === null && gap === null)).toBe(true)
      }
      expect(results.items.every(({ n }) => n === 12)).toBe(true)
      expect(results.items.some(({ score }) => score !== null)).toBe(true)
      expect(results.changes).toEqual([])
    },
  )

  test.each(OWN_INSTRUMENTS)('%s says only words of six people, and nothing of four', async (id) => {
    const six = await roundOf(id)
    await fill(six.code, 6)
    const words = await closed(six.id)
    expect(
      words.items.every(({ score, counts, quartiles }) => score === null && counts === null && quartiles === null),
    ).toBe(true)
    expect(words.items.some(({ agreement }) => agreement.word !== null)).toBe(true)
    const four = await roundOf(id)
    await fill(four.code, 4)
    const nothing = await closed(four.id)
    expect(nothing.suppressed).toEqual([{ what: 'all', reason: 'too-few' }])
    expect(nothing.items.every(({ score, agreement }) => score === null && agreement.word === null)).toBe(true)
  })

  test('a phone gets the steps between two poles with the words of both, and nothing of what a line is called', async () => {
    const { code } = await roundOf('sociosphere')
    const { client } = await joinRound(app.nobody, code)
    const reply = await client.get('/api/response')
    const { round, stems, items } = reply.as(ResponseView)
    expect(round.scale).toEqual({ min: 1, max: 7, kind: 'bipolar' })
    expect(Object.keys(stems.nl)).toEqual(['now', 'wanted'])
    expect(Object.keys(items[0]?.texts.en?.anchors ?? {})).toEqual(['1', '7'])
    expect(reply.text).not.toMatch(/"(dimension|perspective|topic|scores|code)"/)
    const put = (rating: number) =>
      client.put('/api/response/answers', [
        { opId: randomUUID(), itemId: 'i01', horizon: 'wanted', seq: rating, rating },
      ])
    expect((await put(7)).as(Acknowledgements)[0]?.status).toBe('applied')
    expect((await put(8)).as(Acknowledgements)[0]?.status).toBe('rejected')
  })

  test('each asks its own horizons and no other', async () => {
    const body = { variant: 'full', period: '2026-Q4', mode: 'anonymous' }
    const post = (id: string, horizon: string) =>
      alice.client.post(`/api/organisations/${alice.organisationId}/rounds`, {
        ...body,
        instrument: { id, version: '1.0.0' },
        horizons: [horizon],
      })
    expect((await post('sociosphere', 'ahead')).refusal).toBe('unknown-horizon')
    expect((await post('seven-principles', 'wanted')).refusal).toBe('unknown-horizon')
    expect((await post('sociosphere', 'wanted')).status).toBe(201)
  })

  test('one person alone in an open round sees each answer, and how it was made', async () => {
    const { id, code } = await roundOf('sociosphere', { mode: 'open' })
    await fill(code, 1, true)
    const results = await closed(id)
    // 2 on seven steps: one step of six.
    expect(results.items.find(({ itemId, horizon }) => itemId === 'i04' && horizon === 'now')?.score).toBe(17)
    const explained = await alice.client.get(`/api/explain/${results.release.id}/items/i04/now`)
    expect(explained.as(Explanation)).toMatchObject({ formula: 'item', value: 17 })
  })

  test('say nothing of change since an earlier round', async () => {
    for (const period of ['2026-Q3', '2026-Q4']) {
      const { id, code } = await roundOf('seven-principles', { period })
      await fill(code, 12)
      expect((await closed(id)).changes).toEqual([])
    }
  })

  test('the question on the wall says what its steps stand for, and between two poles nothing but these', async () => {
    const view = (await alice.client.get('/api/instruments/sociosphere/1.0.0')).as(InstrumentView)
    expect([view.scores, view.scale.kind]).toEqual([false, 'bipolar'])
    for (const id of ['sociosphere', 'three-principles'] as const) {
      const horizons = id === 'sociosphere' ? ['now', 'wanted'] : ['now']
      const asked = { instrument: { id, version: '1.0.0' }, variant: 'full' as const, horizons }
      const workshop = await TestWorkshop.make(alice.client, alice.organisationId, asked)
      await workshop.do(alice.client, { do: 'show', scene: { kind: 'question', itemId: 'i01' } })
      const wall = (await alice.client.get(`/api/live/rounds/${workshop.round.id}/wall`)).as(WallView)
      const { question } = wall
      if (question === null) throw new Error('the wall shows no question')
      expect(question.scale.kind).toBe(id === 'sociosphere' ? 'bipolar' : undefined)
      expect(question.labels === null).toBe(id === 'sociosphere')
    }
  })
})
