import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { OrganisationMade } from '../../server/contract/accounts.ts'
import { Results } from '../../server/contract/results.ts'
import { Round, type RoundInput, type RoundMade } from '../../server/contract/rounds.ts'
import { RevealedView, Workshop } from '../../server/contract/workshops.ts'
import { joinRound, newRound, startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople, type People } from '../support/people.ts'
import { joinAndRate, TestWorkshop } from '../support/workshop.ts'

const Made = z.object({ id: z.string() })

/** Human and natural capital, inside and outside: one item each. */
const ITEMS = ['i01', 'i34', 'i08', 'i12']
/** Ratings of eight people about 2, and about 4. */
const LOW = [1, 2, 2, 3, 1, 2, 3, 2]
const HIGH = LOW.map((rating) => rating + 2)

describe.each(DATABASES)('what changed since earlier rounds, on $name', ({ open }) => {
  let api: TestApp
  let people: People

  beforeEach(async () => {
    api = await startAppForTest(open)
    people = await gatherPeople(api)
  })

  const path = (id: string, rest: string, org = people.bakery) => `/api/organisations/${org}/rounds/${id}/${rest}`
  const results = async (id: string) => (await people.alice.client.get(path(id, 'results'))).as(Results)

  async function start(period: string, changes: Partial<RoundInput> = {}, org = people.bakery): Promise<RoundMade> {
    api.clock.pass({ minutes: 1 })
    const owner = org === people.mill ? people.carol : people.alice
    return newRound(owner.client, org, { itemIds: ITEMS, period, ...changes })
  }

  /** A round that is answered and closed: each person gives human capital one rating and natural capital another. */
  async function hold(
    period: string,
    human: readonly number[],
    natural: readonly number[] = human,
    changes: Partial<RoundInput> & { names?: readonly string[] } = {},
    org = people.bakery,
  ): Promise<RoundMade> {
    const { names, ...input } = changes
    const round = await start(period, input, org)
    for (const [person, rating] of human.entries()) {
      await answer(round, [rating, rating, natural[person] ?? 3, natural[person] ?? 3], names?.[person])
    }
    await close(round, org)
    return round
  }

  async function answer({ code }: RoundMade, ratings: readonly number[], name?: string): Promise<void> {
    const { client, respondentId } = await joinRound(api.nobody, code, name === undefined ? {} : { name })
    const operations = ratings.map((rating, at) => {
      return { opId: `${respondentId}-${at}`, itemId: ITEMS[at], horizon: 'now', seq: 1, rating }
    })
    await client.put('/api/response/answers', operations)
  }

  async function close({ id }: Pick<RoundMade, 'id'>, org = people.bakery): Promise<void> {
    const owner = org === people.mill ? people.carol : people.alice
    expect((await owner.client.post(path(id, 'close', org))).status).toBe(200)
  }

  test('are words for each capital and its sides, with the round since which they are', async () => {
    const first = await hold('2026-Q3', LOW, HIGH)
    expect((await results(first.id)).changes).toEqual([])
    const second = await hold('2026-Q4', HIGH, LOW)
    const { changes } = await results(second.id)
    const { release } = await results(first.id)
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({
      since: { roundId: first.id, releaseId: release.id, period: '2026-Q3', title: release.title },
      method: 'unpaired',
      before: 8,
      after: 8,
      single: null,
    })
    const words = changes[0]?.horizons['now']?.dimensions
    expect(words?.['human']).toEqual({ word: 'increased', cells: { internal: 'increased', external: 'increased' } })
    expect(words?.['natural']).toEqual({ word: 'decreased', cells: { internal: 'decreased', external: 'decreased' } })
    expect(words?.['social']?.word).toBe('too_few_to_say')
  })

  test('are no clear difference when people answer alike, and too few to say of five', async () => {
    await hold('2026-Q2', LOW)
    const second = await hold('2026-Q3', LOW.toReversed())
    expect((await results(second.id)).changes[0]?.horizons['now']?.dimensions['human']?.word).toBe(
      'no_clear_difference',
    )
    const third = await hold('2026-Q4', [1, 3, 5, 2, 4])
    const [change] = (await results(third.id)).changes
    expect(change).toMatchObject({ since: { roundId: second.id }, before: 8, after: 5 })
    expect(change?.horizons['now']?.dimensions['human']?.word).toBe('too_few_to_say')
  })

  test('compare the same people when both rounds are open and at least six gave the same name', async () => {
    const names = ['Ann', 'Bob', 'Cas', 'Dirk', 'Eva', 'Fien', 'Gijs', 'Hugo']
    const open = { mode: 'open' as const }
    await hold('2026-Q3', LOW, LOW, { ...open, names })
    const second = await hold('2026-Q4', HIGH, LOW, { ...open, names: names.map((name) => name.toUpperCase()) })
    const [change] = (await results(second.id)).changes
    expect(change).toMatchObject({ method: 'paired', before: 8, after: 8 })
    expect(change?.horizons['now']?.dimensions['human']?.word).toBe('increased')
    expect(change?.horizons['now']?.dimensions['natural']?.word).toBe('no_clear_difference')
  })

  test('of one sheet for the company are the ratings that rose and fell', async () => {
    await hold('2026-Q3', [2], [4], { mode: 'open', names: ['Ann'] })
    const second = await hold('2026-Q4', [3], [3], { mode: 'open', names: ['Bob'] })
    const [change] = (await results(second.id)).changes
    const now = (...ids: string[]) => ids.map((itemId) => ({ itemId, horizon: 'now' }))
    expect(change?.single).toEqual({ rose: now('i01', 'i34'), fell: now('i08', 'i12') })
    expect(change?.horizons['now']?.dimensions['human']?.word).toBe('too_few_to_say')
  })

  test('are since the newest of the earlier rounds, by the period that they are about', async () => {
    const third = await hold('2026-Q3', HIGH)
    const imported = await hold('2025-Q4', LOW)
    expect((await results(imported.id)).changes).toEqual([])
    const fourth = await hold('2026-Q4', LOW)
    expect((await results(fourth.id)).changes.map(({ since }) => since.roundId)).toEqual([third.id])
  })

  test('are not since a round that is open, of another organisation, of a rehearsal or of a second vote', async () => {
    const workshop = await TestWorkshop.make(people.alice.client, people.bakery, { itemIds: ITEMS, period: '2026-Q1' })
    await joinAndRate(api, workshop.round.code, ITEMS, LOW)
    const { id } = (await people.alice.client.post(`${workshop.url}/rehearsals`, { phones: 5 })).as(Made)
    const { round } = (await people.alice.client.get(workshop.url.replace(workshop.id, id))).as(Workshop)
    await joinAndRate(api, round.code ?? '', ITEMS, LOW)
    await close(round)
    await hold('2026-Q2', LOW, LOW, {}, people.mill)
    const alone = await hold('2026-Q3', HIGH)
    expect((await results(alone.id)).changes).toEqual([])
    expect((await results(round.id)).changes).toEqual([])
    await workshop.closeAndReveal(people.alice.client)
    const [vote] = (await workshop.do(people.alice.client, { do: 'vote', itemIds: ['i01'] })).votes
    if (vote === undefined) throw new Error('there is no vote')
    await close(vote)
    const last = await hold('2026-Q4', HIGH)
    expect((await results(last.id)).changes.map(({ since }) => since.roundId)).toEqual([alone.id])
  })

  test('are said when a round closes and not before, also when its release stands', async () => {
    await hold('2026-Q3', LOW)
    const round = await start('2026-Q4')
    for (const rating of HIGH) await answer(round, [rating, rating, rating, rating])
    const interim = (await people.alice.client.post(path(round.id, 'releases'))).as(Results)
    expect([interim.release.final, interim.changes]).toEqual([false, []])
    await close(round)
    const last = await results(round.id)
    expect(last.release).toMatchObject({ id: interim.release.id, number: 1, final: true })
    expect(last.changes[0]?.horizons['now']?.dimensions['human']?.word).toBe('increased')
  })

  test('are counted again when a round is reopened and closed with more people', async () => {
    await hold('2026-Q3', LOW)
    const round = await hold('2026-Q4', HIGH)
    const first = await results(round.id)
    await people.alice.client.post(path(round.id, 'open'))
    const { code } = (await people.alice.client.get(path(round.id, '').slice(0, -1))).as(Round)
    for (const rating of [1, 2, 1, 2, 3, 1, 2, 3, 1, 2]) {
      await answer({ ...round, code: code ?? '' }, [rating, rating, rating, rating])
    }
    await close(round)
    const second = await results(round.id)
    expect(second.release.number).toBe(2)
    expect([first, second].map(({ changes }) => changes[0]?.horizons['now']?.dimensions['human']?.word)).toEqual([
      'increased',
      'no_clear_difference',
    ])
    expect(second.changes[0]).toMatchObject({ after: 18 })
    expect(second.changes[0]?.seed).not.toBe(first.changes[0]?.seed)
  })

  test('are too few to say when the sheets of the earlier round are gone', async () => {
    const first = await hold('2026-Q3', LOW)
    const { release } = await results(first.id)
    await api.database.db.deleteFrom('releaseContributor').where('releaseId', '=', release.id).execute()
    const second = await hold('2026-Q4', HIGH)
    const [change] = (await results(second.id)).changes
    expect(change).toMatchObject({ before: 0, after: 8 })
    expect(change?.horizons['now']?.dimensions['human']?.word).toBe('too_few_to_say')
  })

  test('are an empty list in a release that was stored before there were any', async () => {
    const { id } = await hold('2026-Q3', LOW)
    const { changes: _, ...old } = await results(id)
    await api.database.db
      .updateTable('release')
      .set({ document: JSON.stringify(old) })
      .execute()
    expect((await results(id)).changes).toEqual([])
  })

  test('tell members nothing of a result that was not released to them, and the room nothing at all', async () => {
    const first = await TestWorkshop.make(people.alice.client, people.bakery, { itemIds: ITEMS, period: '2026-Q3' })
    await joinAndRate(api, first.round.code, ITEMS, LOW)
    await first.closeAndReveal(people.alice.client)
    api.clock.pass({ minutes: 1 })
    const second = await TestWorkshop.make(people.alice.client, people.bakery, { itemIds: ITEMS, period: '2026-Q4' })
    const [phone] = await joinAndRate(api, second.round.code, ITEMS, HIGH)
    await second.closeAndReveal(people.alice.client)
    await people.bob.client.post(`${second.url}/release-to-client`)
    const asFrank = async () => (await people.frank.client.get(path(second.round.id, 'results'))).as(Results).changes
    expect(await asFrank()).toEqual([])
    expect((await results(second.round.id)).changes).toHaveLength(1)
    await people.bob.client.post(`${first.url}/release-to-client`)
    expect(await asFrank()).toHaveLength(1)
    const shown = (await phone?.client.get(`/api/live/rounds/${second.round.id}/revealed`))?.as(RevealedView)
    expect(shown?.results.changes).toEqual([])
  })

  test('do not go along to another organisation, nor stay behind', async () => {
    await hold('2026-Q2', LOW)
    const workshop = await TestWorkshop.make(people.alice.client, people.bakery, { itemIds: ITEMS, period: '2026-Q3' })
    await joinAndRate(api, workshop.round.code, ITEMS, HIGH)
    await workshop.closeAndReveal(people.alice.client)
    const last = await hold('2026-Q4', LOW)
    expect([await results(workshop.round.id), await results(last.id)].map(({ changes }) => changes.length)).toEqual([
      1, 1,
    ])
    const next = (await people.alice.client.post('/api/organisations', { name: 'Client' })).as(OrganisationMade).id
    await people.alice.client.post(`${workshop.url}/transfer`, { organisationId: next })
    const moved = await people.alice.client.get(path(workshop.round.id, 'results', next))
    expect(moved.as(Results).changes).toEqual([])
    expect((await results(last.id)).changes).toEqual([])
  })
})
