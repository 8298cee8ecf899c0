import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { Results } from '../../server/contract/results.ts'
import type { RoundInput, RoundMade } from '../../server/contract/rounds.ts'
import { Trend } from '../../server/contract/trend.ts'
import { joinRound, newRound, startAppForTest, type TestApp } from '../support/app.ts'
import { newSheet, rated } from '../support/company-sheet.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople, type People } from '../support/people.ts'

/** Human and natural capital, inside and outside: one item each. */
const ITEMS = ['i01', 'i34', 'i08', 'i12']
const LOW = [1, 2, 2, 3, 1, 2, 3, 2]
const HIGH = LOW.map((rating) => rating + 2)

describe.each(DATABASES)('the forms of a team over time, on $name', ({ open }) => {
  test('say which questions rose and fell, and not that too few people took part', async () => {
    const api = await startAppForTest(open)
    const { alice, bakery } = await gatherPeople(api)
    const hold = async (period: string, ratings: readonly number[]) => {
      const sheet = await newSheet(alice.client, bakery, { period, horizons: ['now'] })
      await sheet.answer(alice.client, ...ratings.map((rating, at) => rated(`i0${at + 1}`, rating)))
      expect((await sheet.signOff(alice.client)).status).toBeLessThan(300)
      return sheet.roundId
    }
    await hold('2026-Q1', [2, 5, 3])
    const later = await hold('2026-Q2', [4, 1, 3])
    const { points } = (await alice.client.get(`/api/organisations/${bakery}/trend`)).as(Trend)
    expect(points.map(({ answering, single }) => [answering, single])).toEqual([
      ['together', null],
      ['together', { rose: [{ itemId: 'i01', horizon: 'now' }], fell: [{ itemId: 'i02', horizon: 'now' }] }],
    ])
    expect(JSON.stringify(points)).not.toContain('too_few_to_say')
    const path = `/api/organisations/${bakery}/rounds/${later}/results`
    expect((await alice.client.get(path)).as(Results)).toMatchObject({ n: 1, answering: 'together' })
    const rows = await api.database.db.selectFrom('release').select('document').execute()
    for (const { document } of rows) expect(document).not.toContain('answering')
  })
})

describe.each(DATABASES)('the trend of an organisation, on $name', ({ open }) => {
  let api: TestApp
  let people: People

  beforeEach(async () => {
    api = await startAppForTest(open)
    people = await gatherPeople(api)
  })

  const trendFor = async (person: keyof People, org = people.bakery) => {
    const who = people[person]
    if (typeof who === 'string') throw new Error('no person')
    return who.client.get(`/api/organisations/${org}/trend`)
  }

  async function hold(
    period: string,
    ratings: readonly number[],
    changes: Partial<RoundInput> = {},
    before: (roundId: string) => Promise<void> = async () => undefined,
  ): Promise<RoundMade> {
    api.clock.pass({ minutes: 1 })
    const itemIds = changes.itemIds ?? ITEMS
    const round = await newRound(people.alice.client, people.bakery, { period, ...changes, itemIds })
    await before(round.id)
    for (const rating of ratings) {
      const { client, respondentId } = await joinRound(api.nobody, round.code)
      const operations = itemIds.map((itemId) => {
        return { opId: `${respondentId}-${itemId}`, itemId, horizon: 'now', seq: 1, rating }
      })
      await client.put('/api/response/answers', operations)
    }
    const closed = await people.alice.client.post(`/api/organisations/${people.bakery}/rounds/${round.id}/close`)
    expect(closed.status).toBe(200)
    return round
  }

  test('is empty before the first round closes', async () => {
    await newRound(people.alice.client, people.bakery)
    expect((await trendFor('alice')).as(Trend)).toEqual({ instrument: 'six-capitals', points: [] })
  })

  test('has closed rounds in the order of their periods, with the words that each release stored', async () => {
    const later = await hold('2026-Q4', HIGH)
    const earlier = await hold('2026-Q3', LOW)
    const last = await hold('2027-Q1', LOW)
    const { points } = (await trendFor('frank')).as(Trend)
    expect(points.map(({ round }) => round.id)).toEqual([earlier.id, later.id, last.id])
    expect(points.map(({ continues }) => continues)).toEqual(['start', 'comparable', 'comparable'])
    const human = points.map(({ horizons }) => horizons['now']?.dimensions['human'])
    expect(human.map((found) => found?.score)).toEqual([25, 75, 25])
    // The round of the earlier period was closed after the later one, which therefore knows nothing of it.
    expect(human.map((found) => found?.word)).toEqual([null, null, 'decreased'])
    expect(points[0]?.horizons['now']?.dimensions['financial']).toEqual({ score: null, word: null })
  })

  test('breaks where the next round asked nothing of a cell that the round before asked', async () => {
    await hold('2026-Q3', LOW)
    await hold('2026-Q4', LOW, { itemIds: ['i01', 'i02', 'i03', 'i04'] })
    const { points } = (await trendFor('alice')).as(Trend)
    expect(points.map(({ continues }) => continues)).toEqual(['start', 'break'])
  })

  test('has no round that waits in a workshop for its release to the client, but for who runs rounds', async () => {
    const first = await hold('2026-Q3', LOW)
    const org = `/api/organisations/${people.bakery}`
    const { client } = people.alice
    const workshop = async (roundId: string) =>
      (await client.post(`${org}/workshops`, { roundId })).as(z.object({ id: z.string() })).id
    let id = ''
    const second = await hold('2026-Q4', HIGH, {}, async (roundId) => {
      id = await workshop(roundId)
    })
    await client.post(`${org}/workshops/${id}/commands`, { do: 'reveal' })
    const roundsFor = async (person: keyof People) =>
      (await trendFor(person)).as(Trend).points.map(({ round }) => round.id)
    expect(await roundsFor('frank')).toEqual([first.id])
    expect(await roundsFor('erin')).toEqual([first.id])
    expect(await roundsFor('bob')).toEqual([first.id, second.id])
    await client.post(`${org}/workshops/${id}/release-to-client`)
    expect(await roundsFor('frank')).toEqual([first.id, second.id])
    expect((await trendFor('frank')).as(Trend)).toEqual((await trendFor('alice')).as(Trend))
  })

  test('leaves out what was not counted because too few took part, and says that it is hidden', async () => {
    await hold('2026-Q3', [1, 2, 3])
    const [point] = (await trendFor('alice')).as(Trend).points
    expect(point?.horizons['now']?.dimensions['human']?.score ?? null).toBeNull()
    expect(point?.suppressed.length).toBeGreaterThan(0)
  })

  test('is for members only: for others the organisation is not there', async () => {
    expect((await trendFor('carol')).refusal).toBe('not-found')
    expect((await api.nobody.get(`/api/organisations/${people.bakery}/trend`)).refusal).toBe('sign-in-needed')
  })
})
