import { beforeEach, describe, expect, test } from 'vitest'
import { listOf } from '../../server/contract/common.ts'
import { Results } from '../../server/contract/results.ts'
import { Target } from '../../server/contract/targets.ts'
import { joinRound, newRound, startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople, type People } from '../support/people.ts'
import { hashOfTables } from '../support/table-hash.ts'

const TARGET = { score: 60, duePeriod: '2027-Q4', reason: 'Fewer people ill', version: '1.0.0' }

/** Every value in a document, at whatever depth: in its text two digits are found in any id. */
function valuesIn(document: unknown): unknown[] {
  return typeof document === 'object' && document !== null ? Object.values(document).flatMap(valuesIn) : [document]
}

describe.each(DATABASES)('targets, on $name', ({ open }) => {
  let api: TestApp
  let people: People
  let path: string

  beforeEach(async () => {
    api = await startAppForTest(open)
    people = await gatherPeople(api)
    path = `/api/organisations/${people.bakery}/targets`
  })

  const set = (client: Client, change: object = {}, revision = 0, dimension = 'human') =>
    client.put(`${path}/six-capitals/${dimension}`, { ...TARGET, ...change, revision })
  const list = async (client: Client) => (await client.get(path)).as(listOf(Target)).items

  test('are set by who works there, and read by every member with the name of who set them', async () => {
    const saved = (await set(people.erin.client)).as(Target)
    expect(saved).toMatchObject({ dimension: 'human', ...TARGET, revision: 1 })
    expect(saved.setBy).not.toBeNull()
    expect(await list(people.frank.client)).toEqual([saved])
    expect((await people.alice.client.get(`${path}?instrument=another`)).as(listOf(Target)).items).toEqual([])
  })

  test('a change says which revision was seen: the same again changes nothing, an older one is refused', async () => {
    const { client } = people.alice
    await set(client)
    expect((await set(client, { score: 70 }, 1)).as(Target).revision).toBe(2)
    const before = await hashOfTables(api.database)
    expect((await set(client, { score: 70 }, 1)).as(Target).revision).toBe(2)
    expect((await set(people.bob.client, { score: 80 }, 1)).refusal).toBe('edited-meanwhile')
    expect((await set(client, { score: 80 }, 0)).refusal).toBe('edited-meanwhile')
    expect((await client.delete(`${path}/six-capitals/human?revision=1`)).refusal).toBe('edited-meanwhile')
    expect(await hashOfTables(api.database)).toBe(before)
  })

  test('is taken away, and can be set anew', async () => {
    const { client } = people.alice
    await set(client)
    expect((await client.delete(`${path}/six-capitals/human?revision=1`)).status).toBe(204)
    expect((await client.delete(`${path}/six-capitals/human`)).refusal).toBe('not-found')
    expect((await set(client, {}, 1)).refusal).toBe('not-found')
    expect((await set(client)).as(Target).revision).toBe(1)
  })

  test('has no place in a dimension that is not there, in a version that is not there, or without scores', async () => {
    const { client } = people.alice
    expect((await set(client, {}, 0, 'honour')).refusal).toBe('not-found')
    expect((await set(client, { version: '9.9.9' })).refusal).toBe('unknown-instrument')
    expect((await client.put(`${path}/sociosphere/thinking`, { ...TARGET, revision: 0 })).refusal).toBe('not-found')
  })

  test.each([
    ['a score above 100', { score: 101 }],
    ['a score below 0', { score: -1 }],
    ['a score with a fraction', { score: 60.5 }],
    ['a year for a quarter', { duePeriod: '2027' }],
    ['a reason that is a story', { reason: 'x'.repeat(201) }],
  ])('cannot be %s', async (_, change) => {
    expect((await set(people.alice.client, change)).refusal).toBe('invalid-request')
  })

  test('is for members only: for others the organisation is not there, and a viewer only reads', async () => {
    expect((await set(people.carol.client)).refusal).toBe('not-found')
    expect((await people.carol.client.get(path)).refusal).toBe('not-found')
    expect((await set(people.frank.client)).refusal).toBe('not-allowed')
  })

  test('enters no score, and who answers never meets it', async () => {
    const { client } = people.alice
    const round = await newRound(client, people.bakery, { itemIds: ['i01', 'i34'], mode: 'open' })
    const resultOf = async () => {
      const made = await client.post(`/api/organisations/${people.bakery}/rounds/${round.id}/releases`)
      const { release: _, ...figures } = made.as(Results)
      return figures
    }
    const phone = await joinRound(api.nobody, round.code, { name: 'Mo' })
    const answer = { itemId: 'i01', horizon: 'now', seq: 1, rating: 4, opId: 'operation-1' }
    await phone.client.put('/api/response/answers', [answer])
    const before = await resultOf()
    await set(client, { score: 93, reason: 'Nobody sees this' })
    expect(await resultOf()).toEqual(before)
    const seen = await phone.client.get('/api/response')
    expect(seen.text).not.toMatch(/target|Nobody sees this/)
    expect(valuesIn(JSON.parse(seen.text))).not.toContain(93)
  })
})
