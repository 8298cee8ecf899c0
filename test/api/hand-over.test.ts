import { describe, expect, onTestFinished, test } from 'vitest'
import { OrganisationMade } from '../../server/contract/accounts.ts'
import { listOf } from '../../server/contract/common.ts'
import { Results } from '../../server/contract/results.ts'
import { Round } from '../../server/contract/rounds.ts'
import { HandOver, WallView, Workshop } from '../../server/contract/workshops.ts'
import { newRound, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople, inviteTo } from '../support/people.ts'
import { Stream } from '../support/stream.ts'
import { joinAndRate, TestWorkshop, voteAgain } from '../support/workshop.ts'

const ITEMS = ['i01', 'i02']
const REASON = 'We have no such people here'

describe.each(DATABASES)('handing a workshop over, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    const workshop = await TestWorkshop.make(people.alice.client, people.bakery, { itemIds: ITEMS })
    const room = await joinAndRate(api, workshop.round.code, ITEMS, [1, 2, 3, 4, 5])
    const missing = { opId: 'with-a-reason', itemId: 'i01', horizon: 'now', seq: 2, missing: 'not_applicable' }
    await room[0]?.client.put('/api/response/answers', [{ ...missing, reason: REASON }])
    await workshop.closeAndReveal(people.bob.client)
    const rounds = `/api/organisations/${people.bakery}/rounds/${workshop.round.id}`
    return { ...people, api, workshop, room, results: `${rounds}/results`, releases: `${rounds}/releases` }
  }

  test('until it is released, only who runs rounds reads the result', async () => {
    const { alice, bob, erin, frank, workshop, results, releases } = await start()
    for (const runner of [alice, bob]) expect((await runner.client.get(results)).status).toBe(200)
    const { release } = (await alice.client.get(results)).as(Results)
    for (const member of [erin, frank]) {
      expect((await member.client.get(results)).refusal).toBe('no-release-yet')
      expect((await member.client.get(releases)).text).toBe('{"items":[],"next":null}')
      expect((await member.client.get(`/api/explain/${release.id}/now/level`)).refusal).toBe('not-found')
    }
    const seen = (await bob.client.post(`${workshop.url}/release-to-client`)).as(Workshop)
    expect(seen.releasedAt).not.toBeNull()
    for (const member of [erin, frank]) {
      expect((await member.client.get(results)).status).toBe(200)
      expect((await member.client.get(`/api/explain/${release.id}/now/level`)).status).toBe(200)
    }
  })

  test('a vote that was not shown, and figures on the wall, are not for members before their time', async () => {
    const { api, alice, bob, frank, workshop, room } = await start()
    const revealed = `/api/live/rounds/${workshop.round.id}/revealed`
    expect((await frank.client.get(revealed)).refusal).toBe('nothing-revealed')
    expect((await bob.client.get(revealed)).status).toBe(200)
    await bob.client.post(`${workshop.url}/release-to-client`)
    expect((await frank.client.get(revealed)).status).toBe(200)
    await bob.client.post(`${workshop.url}/controls`, { action: 'release' })
    const vote = (await workshop.do(alice.client, { do: 'vote', itemIds: ['i01'] })).votes[0]
    const code = (await alice.client.get(`/api/live/rounds/${workshop.round.id}/wall`)).as(WallView).vote?.code ?? ''
    await voteAgain(api, room, code, ['i01'], [2, 2, 2, 2, 2])
    const rounds = workshop.url.replace(/workshops.*/, 'rounds')
    await alice.client.post(`${rounds}/${vote?.id}/close`)
    expect((await frank.client.get(`${rounds}/${vote?.id}/results`)).refusal).toBe('no-release-yet')
    await workshop.do(alice.client, { do: 'reveal' })
    expect((await frank.client.get(`${rounds}/${vote?.id}/results`)).status).toBe(200)
  })

  test('a workshop that is made for a round with a result leaves that result readable', async () => {
    const { alice, frank, bakery, api } = await start()
    const round = await newRound(alice.client, bakery, { itemIds: ITEMS })
    await joinAndRate(api, round.code, ITEMS, [1, 2, 3, 4, 5])
    const url = `/api/organisations/${bakery}/rounds/${round.id}`
    await alice.client.post(`${url}/close`)
    await alice.client.post(`/api/organisations/${bakery}/workshops`, { roundId: round.id })
    expect((await frank.client.get(`${url}/results`)).status).toBe(200)
  })

  test('says what was collected and who can read it', async () => {
    const { alice, workshop } = await start()
    const seen = (await alice.client.get(`${workshop.url}/hand-over`)).as(HandOver)
    expect(seen).toMatchObject({ joined: 5, started: 5, late: 0, releases: 1, votes: 0, texts: 1, releasedAt: null })
    expect(seen.readers.map(({ name }) => name).sort()).toEqual(['Alice', 'Bob', 'Erin', 'Frank'])
  })

  test('deletes what people wrote, and neither ratings nor releases', async () => {
    const { api, alice, workshop, results } = await start()
    const before = (await alice.client.get(results)).text
    const sheets = () => api.database.db.selectFrom('sheet').select(['answers', 'remarks']).execute()
    const answers = (await sheets()).map((sheet) => sheet.answers).sort()
    expect(JSON.stringify(await sheets())).toContain(REASON)
    expect((await alice.client.post(`${workshop.url}/delete-texts`)).as(HandOver).texts).toBe(0)
    expect(JSON.stringify(await sheets())).not.toContain(REASON)
    expect((await sheets()).map((sheet) => sheet.answers).sort()).toEqual(answers)
    expect((await alice.client.get(results)).text).toBe(before)
  })

  test('loses no answer that comes in while texts are being deleted', async () => {
    const { alice, bakery, api } = await start()
    const fresh = await TestWorkshop.make(alice.client, bakery, { itemIds: ITEMS })
    const people = await joinAndRate(api, fresh.round.code, ITEMS, [1, 1, 1, 1, 1, 1])
    const remark = { itemId: 'i01', horizon: 'now', seq: 2, missing: 'not_applicable', reason: REASON }
    await Promise.all(
      people.map(({ client }, index) => client.put('/api/response/answers', [{ opId: `remark-${index}`, ...remark }])),
    )
    for (let turn = 3; turn < 8; turn += 1) {
      const rating = 1 + (turn % 5)
      const saves = people.map(({ client }, index) => {
        const operation = { opId: `turn-${turn}-${index}`, itemId: 'i02', horizon: 'now', seq: turn, rating }
        return client.put('/api/response/answers', [operation])
      })
      const [, ...saved] = await Promise.all([alice.client.post(`${fresh.url}/delete-texts`), ...saves])
      expect(saved.map(({ text }) => text.includes('applied'))).toEqual(people.map(() => true))
      const sheets = api.database.db.selectFrom('sheet').select('answers').where('roundId', '=', fresh.round.id)
      expect((await sheets.execute()).map(({ answers }) => answers)).toEqual(people.map(() => `-${rating}`))
    }
  })

  test('moves round, answers, releases and second votes to another organisation, and keeps nothing', async () => {
    const { api, alice, bakery, bob, workshop, room, results } = await start()
    await bob.client.post(`${workshop.url}/controls`, { action: 'release' })
    const vote = (await workshop.do(alice.client, { do: 'vote', itemIds: ['i01'] })).votes[0]
    const code = (await alice.client.get(`/api/live/rounds/${workshop.round.id}/wall`)).as(WallView).vote?.code ?? ''
    await voteAgain(api, room, code, ['i01'], [2, 2, 2, 2, 2])
    expect((await alice.client.post(`${workshop.url}/transfer`, { organisationId: bakery })).refusal).toBe('not-found')
    const next = (await alice.client.post('/api/organisations', { name: 'Client' })).as(OrganisationMade).id
    const body = { organisationId: next }
    expect((await alice.client.post(`${workshop.url}/transfer`, body)).refusal).toBe('not-closed-yet')
    await workshop.closeAndReveal(alice.client, vote?.id)
    const wall = await workshop.wall(alice.client, api.nobody)
    const before = (await alice.client.get(results)).text
    const moved = await alice.client.post(`${workshop.url}/transfer`, body)
    expect(moved.status, moved.text).toBe(200)
    expect((await alice.client.get(results)).refusal).toBe('not-found')
    expect((await alice.client.get(workshop.url)).refusal).toBe('not-found')
    expect((await alice.client.get(results.replace(bakery, next))).text).toBe(before)
    const there = (await alice.client.get(workshop.url.replace(bakery, next))).as(Workshop)
    expect([there.round.counts.joined, there.votes[0]?.counts.joined, there.isRevealed]).toEqual([5, 5, true])
    for (const table of ['round', 'roundItem', 'respondent', 'sheet', 'release', 'releaseCell', 'workshop'] as const) {
      const left = await api.database.db
        .selectFrom(table)
        .select('organisationId')
        .where('organisationId', '=', bakery)
        .execute()
      expect(left, table).toEqual([])
    }
    expect((await room[0]?.client.get('/api/response'))?.status).toBe(200)
    expect((await wall.get(`/api/live/rounds/${workshop.round.id}/wall`)).refusal).toBe('sign-in-needed')
    expect(there.control).toBeNull()
    const rounds = (await alice.client.get(`/api/organisations/${next}/rounds`)).as(listOf(Round))
    expect(rounds.items.map(({ id }) => id)).toEqual([workshop.round.id])
  })

  test('from then on the company owns it: both note it, and the consultant may what the engagement there allows', async () => {
    const { api, alice, bakery, bob, carol, mill, workshop, results } = await start()
    const there = {
      results: results.replace(bakery, mill),
      member: `/api/organisations/${mill}/members/${alice.userId}`,
    }
    const until = new Date(api.clock.now().getTime() + 3_600_000).toISOString()
    const token = await inviteTo(carol.client, mill, 'facilitator', until)
    expect((await alice.client.post('/api/invitations/accept', { token })).status).toBe(200)
    const origin = await api.app.listen({ port: 0, host: '127.0.0.1' })
    const line = await Stream.open(`${origin}/api/live/rounds/${workshop.round.id}`, { ...bob.client.headers })
    onTestFinished(() => line.close())
    const moving = alice.client.post(`${workshop.url}/transfer`, { organisationId: mill })
    await Promise.all([line.until(() => !line.isOpen), moving])
    expect((await moving).status).toBe(200)
    const noted = api.database.db.selectFrom('auditEvent').select(['organisationId', 'userId', 'action'])
    expect(await noted.where('object', '=', workshop.id).where('action', 'like', 'workshop.%-over').execute()).toEqual(
      expect.arrayContaining([
        { organisationId: bakery, userId: alice.userId, action: 'workshop.handed-over' },
        { organisationId: mill, userId: alice.userId, action: 'workshop.taken-over' },
      ]),
    )
    expect((await carol.client.get(there.results)).status).toBe(200)
    expect((await bob.client.get(there.results)).refusal).toBe('not-found')
    expect((await alice.client.get(there.results)).status).toBe(200)
    const back = await alice.client.post(`${workshop.url.replace(bakery, mill)}/transfer`, { organisationId: bakery })
    expect(back.refusal).toBe('not-allowed')
    api.clock.pass({ hours: 1 })
    expect((await alice.client.get(there.results)).refusal).toBe('not-found')
    expect((await carol.client.get(there.results)).status).toBe(200)
  })

  test('goes only to an organisation in which the caller runs rounds too', async () => {
    const { alice, mill, workshop } = await start()
    const reply = await alice.client.post(`${workshop.url}/transfer`, { organisationId: mill })
    expect([reply.status, reply.refusal]).toEqual([404, 'not-found'])
  })

  test('nothing can be released before something was shown', async () => {
    const { alice, bakery } = await start()
    const fresh = await TestWorkshop.make(alice.client, bakery, { itemIds: ITEMS })
    expect((await alice.client.post(`${fresh.url}/release-to-client`)).refusal).toBe('nothing-revealed')
  })
})
