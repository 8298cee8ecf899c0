import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { Acknowledgements } from '../../server/contract/responses.ts'
import { Explanation, Results } from '../../server/contract/results.ts'
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

/** Six items, one for each capital, and their perspectives; two for the human capital. */
const ITEMS = ['i01', 'i14', 'i02']

describe.each(DATABASES)('results on $name', ({ open }) => {
  let app: TestApp
  let alice: Person & { organisationId: string }

  beforeEach(async () => {
    app = await startAppForTest(open)
    alice = await signUp(app)
  })

  const path = (round: string, rest: string) => `/api/organisations/${alice.organisationId}/rounds/${round}/${rest}`
  const release = async (round: string) => (await alice.client.post(path(round, 'releases'))).as(Results)
  const results = async (round: string) => (await alice.client.get(path(round, 'results'))).as(Results)
  const rate = async ({ client }: Respondent, ratings: Record<string, number>, seq = 1) => {
    const operations = Object.entries(ratings).map(([itemId, rating]) => ({
      opId: randomUUID(),
      itemId,
      horizon: 'now',
      seq,
      rating,
    }))
    return (await client.put('/api/response/answers', operations)).as(Acknowledgements)
  }
  const fill = async (code: string, ratings: readonly number[]) => {
    const people: Respondent[] = []
    for (const rating of ratings) {
      const person = await joinRound(app.nobody, code)
      await rate(person, Object.fromEntries(ITEMS.map((item) => [item, rating])))
      people.push(person)
    }
    return people
  }
  const anonymous = () => newRound(alice.client, alice.organisationId, { itemIds: ITEMS })

  test('are not there before a release, and a round without answers has none to make', async () => {
    const { id } = await anonymous()
    expect((await alice.client.get(path(id, 'results'))).refusal).toBe('no-release-yet')
    expect((await alice.client.post(path(id, 'releases'))).refusal).toBe('nothing-to-release')
  })

  test('of an open round show one person: 4 on a scale of 1 to 5 is 75 points', async () => {
    const { id, code } = await newRound(alice.client, alice.organisationId, { itemIds: ITEMS, mode: 'open' })
    await fill(code, [4])
    const released = await release(id)
    expect(released).toMatchObject({ n: 1, mode: 'open', threshold: 1 })
    expect(released.items[0]).toMatchObject({ itemId: 'i01', n: 1, score: 75, counts: [0, 0, 0, 1, 0] })
    expect(released.horizons['now']?.level).toBeNull()
  })

  test('of four people in an anonymous round show nothing and say why', async () => {
    const { id, code } = await anonymous()
    await fill(code, [1, 2, 4, 5])
    const released = await release(id)
    expect(released.suppressed).toEqual([{ what: 'all', reason: 'too-few' }])
    expect(JSON.stringify([released.horizons, released.items, released.groups])).not.toMatch(/"score":\d/)
  })

  test('of seven people show scores of cells, and of an item its word only', async () => {
    const { id, code } = await anonymous()
    await fill(code, [1, 2, 3, 3, 4, 5, 5])
    const released = await release(id)
    // Mean 23/7: 25 x (23/7 - 1) = 57.14.
    expect(released.horizons['now']?.dimensions['human']?.cells['internal']).toBe(57)
    expect(released.items[0]).toMatchObject({
      n: 7,
      score: null,
      counts: null,
      agreement: { averageDeviation: null, rwg: null },
    })
    expect(released.items[0]?.agreement.word).not.toBeNull()
  })

  test('never change: what comes later waits for a release of its own', async () => {
    const { id, code } = await anonymous()
    await fill(code, [1, 2, 3, 3, 4, 5, 5])
    const first = await release(id)
    await fill(code, [1, 2, 4, 5, 3])
    expect(await results(id)).toEqual(first)
    const second = await release(id)
    expect(second).toMatchObject({ n: 12, release: { number: 2 } })
  })

  test('stand when one to four answers came since, and the page says so', async () => {
    const { id, code } = await anonymous()
    await fill(code, [1, 2, 3, 3, 4, 5, 5])
    const first = await release(id)
    await fill(code, [1, 1, 1, 1])
    const again = await release(id)
    expect(again).toEqual({ ...first, newerAnswers: true })
    expect((await results(id)).newerAnswers).toBe(true)
  })

  test('stand, without a word, when nothing came since', async () => {
    const { id, code } = await anonymous()
    await fill(code, [1, 2, 3, 3, 4, 5, 5])
    const first = await release(id)
    expect(await release(id)).toEqual(first)
  })

  test('hold one item back when only one of five people changed it', async () => {
    const { id, code } = await anonymous()
    const people = await fill(code, [1, 2, 3, 3, 4, 5, 5, 2, 4, 3])
    const first = await release(id)
    for (const [index, person] of people.slice(0, 5).entries()) {
      await rate(person, index === 0 ? { i02: 5, i01: 5 } : { i02: 5 }, 2)
    }
    const second = await release(id)
    const [before, after] = [first, second].map(({ items }) => items.find(({ itemId }) => itemId === 'i01'))
    expect(after).toEqual(before)
    expect(second.newerAnswers).toBe(true)
    expect(second.release.number).toBe(2)
  })

  test('of a closed round are final', async () => {
    const { id, code } = await anonymous()
    await fill(code, [1, 2, 3, 3, 4, 5, 5])
    await alice.client.post(path(id, 'close'))
    expect((await results(id)).release).toMatchObject({ number: 1, final: true })
  })

  test('are final when a round closes with nothing new, and a closed round releases nothing', async () => {
    const { id, code } = await anonymous()
    await fill(code, [1, 2, 3, 3, 4, 5, 5])
    await release(id)
    await alice.client.post(path(id, 'close'))
    expect((await results(id)).release).toMatchObject({ number: 1, final: true })
    expect((await alice.client.post(path(id, 'releases'))).refusal).toBe('round-closed')
  })

  test('have the threshold that the round was made with, raised but never lowered', async () => {
    const { id, code } = await newRound(alice.client, alice.organisationId, { itemIds: ITEMS, threshold: 8 })
    await fill(code, [1, 2, 3, 3, 4, 5, 5])
    expect((await release(id)).suppressed).toEqual([{ what: 'all', reason: 'too-few' }])
    const lower = await alice.client.post(`/api/organisations/${alice.organisationId}/rounds`, {
      instrument: { id: 'six-capitals', version: '1.0.0' },
      variant: 'pulse',
      period: '2026-Q4',
      horizons: ['now'],
      mode: 'anonymous',
      threshold: 4,
    })
    expect(lower.refusal).toBe('invalid-request')
  })

  test('explain a number by what went into it', async () => {
    const { id, code } = await anonymous()
    await fill(code, [1, 2, 3, 3, 4, 5, 5, 2, 4, 3])
    const { release: made } = await release(id)
    const cell = (await alice.client.get(`/api/explain/${made.id}/now/human/internal`)).as(Explanation)
    expect(cell).toMatchObject({ formula: 'cell', value: 55 })
    expect(cell.inputs.map(({ what }) => what)).toEqual(['items/i01/now', 'items/i14/now'])
    const level = (await alice.client.get(`/api/explain/${made.id}/now/level`)).as(Explanation)
    expect(level.value).toBeNull()
    expect(level.leftOut.map(({ reason }) => reason)).toContain('too-few-items')
  })

  test.each(['now/nothing', 'never/level', 'items/i99/now', 'drift/human', 'groups/staff/now/level', '__proto__/x'])(
    'have no explanation of %s',
    async (what) => {
      const { id, code } = await anonymous()
      await fill(code, [1, 2, 3, 3, 4, 5, 5])
      const { release: made } = await release(id)
      expect((await alice.client.get(`/api/explain/${made.id}/${what}`)).refusal).toBe('not-found')
    },
  )

  test('and explanations of another organisation look like none', async () => {
    const { id, code } = await anonymous()
    await fill(code, [1, 2, 3, 3, 4, 5, 5])
    const { release: made } = await release(id)
    await app.database.db.deleteFrom('membership').execute()
    const foreign = await alice.client.get(`/api/explain/${made.id}/now/level`)
    const missing = await alice.client.get(`/api/explain/${randomUUID()}/now/level`)
    expect([foreign.status, foreign.text]).toEqual([404, missing.text])
    expect((await alice.client.get(path(id, 'results'))).status).toBe(404)
  })

  test('keep their cells apart, so that comparisons never need a sheet', async () => {
    const { id, code } = await anonymous()
    await fill(code, [1, 2, 3, 3, 4, 5, 5])
    const released = await release(id)
    const cells = await app.database.db
      .selectFrom('releaseCell')
      .selectAll()
      .where('perspective', '=', 'internal')
      .execute()
    const human = cells.find(({ dimension }) => dimension === 'human')
    expect(human).toMatchObject({
      population: 'all',
      n: 7,
      score: released.horizons['now']?.dimensions['human']?.cells['internal'],
    })
  })
})
