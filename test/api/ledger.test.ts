import { describe, expect, test } from 'vitest'
import { Ledger } from '../../server/contract/interventions.ts'
import { newRound, startAppForTest } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople, withToken } from '../support/people.ts'
import { TestReflection } from '../support/reflection.ts'
import { joinAndRate } from '../support/workshop.ts'

/** Four items of each of three capitals: two inside, two outside. */
const ITEMS = ['i01', 'i14', 'i44', 'i36', 'i08', 'i40', 'i42', 'i12', 'i06', 'i13', 'i37', 'i10']
const PRICE = { dimensions: ['financial'], bearer: 'The owners' }

describe.each(DATABASES)('the ledger, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    // Quarters pass, and sessions end.
    const by = (await withToken(api, people.alice)).client
    const quarter = async (period: string, ratings: readonly number[]) => {
      const round = await newRound(by, people.bakery, { itemIds: ITEMS, mode: 'open', period })
      await joinAndRate(api, round.code, ITEMS, ratings)
      await by.post(`/api/organisations/${people.bakery}/rounds/${round.id}/close`)
      api.clock.pass({ days: 90 })
      return round
    }
    const first = await quarter('2026-Q4', [2, 2, 2, 3, 2, 3, 2, 2])
    const reflection = await TestReflection.start(by, people.bakery, first.id, ['natural'])
    const expected = async (title: string, effects: readonly [string, number][]) => {
      const intervention = await reflection.propose(by, { title })
      const both = effects.flatMap(([dimension, effect]) =>
        ['internal', 'external'].map((perspective) => {
          return { dimension, perspective, effect, term: 'short', confidence: 'middle' }
        }),
      )
      const price = { ...PRICE, dimensions: ['financial', 'human'] }
      await by.put(`${intervention.url}/effects`, { effects: both, price, revision: 0 })
      await intervention.move(by, 'running')
      return intervention
    }
    const read = async (reader: Client) => (await reader.get(`/api/organisations/${people.bakery}/ledger`)).as(Ledger)
    return { ...people, api, by, first, quarter, reflection, expected, read }
  }

  test('says nothing before there is a next round', async () => {
    const { by, expected, read, first } = await start()
    await expected('One roof', [['natural', 2]])
    const { items, tally } = await read(by)
    expect(items).toMatchObject([
      { title: 'One roof', baseline: { roundId: first.id }, observed: null, judgement: null },
    ])
    expect(items[0]?.effects).toEqual([
      { dimension: 'natural', perspective: 'all', expected: 'up', term: 'short', word: null, verdict: null },
    ])
    expect(tally).toEqual({ 'as-expected': 0, opposite: 0, 'not-visible-yet': 0, 'too-few-to-say': 0 })
  })

  test('compares what was expected with what the next round shows, and feeds misses to question 3', async () => {
    const { by, bakery, expected, read, quarter, api } = await start()
    await expected('One roof', [['natural', 2]])
    await expected('Slower trucks', [
      ['human', -1],
      ['natural', 1],
    ])
    const proposal = await expected('Only talked about', [['natural', 1]])
    await proposal.move(by, 'proposed')
    const next = await quarter('2027-Q1', [5, 4, 5, 5, 4, 5, 5, 4])
    const { items, tally } = await read(by)
    const told = items.map(({ title, effects }) => [
      title,
      ...effects.map(({ dimension, verdict }) => `${dimension} ${verdict}`),
    ])
    expect(told.toSorted()).toEqual([
      ['One roof', 'natural as-expected'],
      ['Slower trucks', 'human opposite', 'natural as-expected'],
    ])
    for (const { observed } of items) expect(observed).toMatchObject({ roundId: next.id, period: '2027-Q1' })
    expect(tally).toEqual({ 'as-expected': 2, opposite: 1, 'not-visible-yet': 0, 'too-few-to-say': 0 })
    const later = await TestReflection.start(by, bakery, next.id, ['human'])
    const [miss] = (await later.read(by)).facts.filter(({ question }) => question === 3)
    expect(miss).toMatchObject({ kind: 'miss', text: 'Slower trucks', dimension: 'human', word: 'opposite' })
    void api
  })

  test('does not see what has not changed, and says so where too few answered', async () => {
    const { by, expected, read, quarter } = await start()
    await expected('One roof', [['natural', 2]])
    await quarter('2027-Q1', [2, 2, 3, 2, 2, 3, 2, 2])
    expect((await read(by)).items[0]?.effects[0]?.verdict).toBe('not-visible-yet')
    await quarter('2027-Q2', [5, 5, 5])
    expect((await read(by)).items[0]?.effects[0]?.verdict).toBe('too-few-to-say')
  })

  test("keeps the group's own judgement beside it", async () => {
    const { by, expected, read } = await start()
    const intervention = await expected('One roof', [['natural', 2]])
    const review = { id: crypto.randomUUID(), helped: 'unknown', why: 'Too early', improve: '', dropped: false }
    await by.post(`${intervention.url}/reviews`, { ...review, nextReviewOn: '2099-01-01' })
    expect((await read(by)).items[0]).toMatchObject({ judgement: 'unknown', why: 'Too early', state: 'reviewed' })
  })
})
