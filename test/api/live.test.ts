import { describe, expect, onTestFinished, test } from 'vitest'
import { migrate, openDatabase } from '../../server/db/open.ts'
import { LiveHub } from '../../server/live/hub.ts'
import { PostgresRelay } from '../../server/live/postgres-relay.ts'
import { closeDueRounds } from '../../server/services/closing.ts'
import { joinRound, type Respondent, signUp, startApp, startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES, temporaryPostgres } from '../support/databases.ts'
import { Stream } from '../support/stream.ts'
import { joinAndRate, TestWorkshop } from '../support/workshop.ts'

async function listen(api: TestApp): Promise<string> {
  return api.app.listen({ port: 0, host: '127.0.0.1' })
}

async function follow(origin: string, roundId: string, headers: Record<string, string>): Promise<Stream> {
  const stream = await Stream.open(`${origin}/api/live/rounds/${roundId}`, headers)
  onTestFinished(() => stream.close())
  return stream
}

const secretOf = ({ secret }: Respondent) => ({ authorization: `Respondent ${secret}` })
const ITEMS = ['i01', 'i02']
const answer = (opId: string, seq: number) => [{ opId, itemId: 'i01', horizon: 'now', seq, rating: 4 }]

describe.each(DATABASES)('live hints, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const { client: alice, organisationId: org } = await signUp(api)
    const workshop = await TestWorkshop.make(alice, org, { itemIds: ITEMS })
    return { api, alice, org, workshop, origin: await listen(api) }
  }

  test('tell who joins, who answers, a pause, a closing and a reveal, and nothing of what was answered', async () => {
    const { api, alice, workshop, origin } = await start()
    const [first] = await joinAndRate(api, workshop.round.code, ITEMS, [5])
    if (first === undefined) throw new Error('nobody joined')
    const stream = await follow(origin, workshop.round.id, secretOf(first))
    const heard = (name: string, act: Promise<unknown>) => Promise.all([stream.next(name), act])
    await heard('joined', joinRound(api.nobody, workshop.round.code))
    await heard('progress', first.client.put('/api/response/answers', answer('another-answer', 2)))
    await heard('paused', workshop.do(alice, { do: 'pause', on: true }))
    await heard('changed', workshop.do(alice, { do: 'show', scene: { kind: 'progress' } }))
    await heard('closed', workshop.do(alice, { do: 'close' }))
    api.clock.pass({ seconds: 11 })
    await heard('closed', closeDueRounds(api.deps))
    await heard('released', workshop.do(alice, { do: 'reveal' }))
    for (const { data } of stream.events) expect(Object.keys(JSON.parse(data))).toEqual(['at'])
    expect(stream.text.startsWith('retry: ')).toBe(true)
  })

  test('reach who is in a second vote and who still follows the first round alike', async () => {
    const { api, alice, workshop, origin } = await start()
    const [first] = await joinAndRate(api, workshop.round.code, ITEMS, [1, 2, 3, 4, 5])
    if (first === undefined) throw new Error('nobody joined')
    await workshop.closeAndReveal(alice)
    const onMain = await follow(origin, workshop.round.id, secretOf(first))
    const { votes } = await workshop.do(alice, { do: 'vote', itemIds: ['i01'] })
    const onVote = await follow(origin, votes[0]?.id ?? '', secretOf(first))
    const wall = await alice.get(`/api/live/rounds/${workshop.round.id}/wall`)
    const code = (JSON.parse(wall.text) as { vote: { code: string } }).vote.code
    await Promise.all([onMain.next('joined'), onVote.next('joined'), joinRound(first.client, code)])
    await Promise.all([onMain.next('paused'), onVote.next('paused'), workshop.do(alice, { do: 'pause', on: true })])
  })

  test('are told at most four times a second, however much happens', async () => {
    const { api, workshop, origin } = await start()
    const [first] = await joinAndRate(api, workshop.round.code, ITEMS, [5])
    if (first === undefined) throw new Error('nobody joined')
    const stream = await follow(origin, workshop.round.id, secretOf(first))
    const from = Date.now()
    for (let seq = 2; seq < 200; seq += 1) await first.client.put('/api/response/answers', answer(`answer-${seq}`, seq))
    await stream.next('progress')
    const told = stream.events.filter(({ name }) => name === 'progress').length
    // One at once, then one for each quarter of a second that went by, and the one that was waited for.
    expect(told).toBeLessThanOrEqual(Math.ceil((Date.now() - from) / 250) + 1)
    expect(told).toBeLessThan(198)
  })

  test('come to nobody outside the room', async () => {
    const { api, alice, org, workshop, origin } = await start()
    const other = await TestWorkshop.make(alice, org, { itemIds: ITEMS })
    const stranger = await joinRound(api.nobody, other.round.code)
    const refused = await follow(origin, workshop.round.id, secretOf(stranger))
    expect([refused.status, refused.events]).toEqual([404, []])
    expect((await follow(origin, workshop.round.id, {})).status).toBe(401)
  })

  test('a line that nobody reads is ended, and the others hear on', async () => {
    const { api, workshop, origin } = await start()
    const [first] = await joinAndRate(api, workshop.round.code, ITEMS, [5])
    if (first === undefined) throw new Error('nobody joined')
    const slow = await follow(origin, workshop.round.id, secretOf(first))
    slow.stall()
    const { live } = api.deps
    expect(live.size).toBe(1)
    for (let told = 0; live.size === 1 && told < 2_000_000; told += 1) {
      live.tellAll('changed')
      // The socket hands over to the system only between turns of the event loop.
      if (told % 1000 === 0) await new Promise(setImmediate)
    }
    expect(live.size).toBe(0)
    const next = await follow(origin, workshop.round.id, secretOf(first))
    await Promise.all([next.next('joined'), joinRound(api.nobody, workshop.round.code)])
  })

  test('a server that stops ends every line first, and then lets nobody in', async () => {
    const { api, workshop, origin } = await start()
    const [first] = await joinAndRate(api, workshop.round.code, ITEMS, [5])
    if (first === undefined) throw new Error('nobody joined')
    const streams = await Promise.all(
      Array.from({ length: 100 }, () => follow(origin, workshop.round.id, secretOf(first))),
    )
    await api.app.close()
    await Promise.all(streams.map((stream) => stream.until(() => !stream.isOpen)))
    expect(api.deps.live.size).toBe(0)
  })
})

test('several server processes on one PostgreSQL share what happens', async () => {
  const place = await temporaryPostgres()
  const start = async () => {
    const database = await openDatabase({ databaseUrl: place.url, dataDir: '' })
    await migrate(database)
    const live = new LiveHub()
    await PostgresRelay.open(place.url, live)
    const api = await startApp(database, { live })
    const close = async () => {
      await api.close()
      await database.close()
    }
    return { api, close }
  }
  const [one, other] = [await start(), await start()]
  onTestFinished(async () => {
    await one.close()
    await other.close()
    await place.remove()
  })
  const { client: alice, organisationId } = await signUp(one.api)
  const workshop = await TestWorkshop.make(alice, organisationId, { itemIds: ITEMS })
  const person = await joinRound(one.api.nobody, workshop.round.code)
  const stream = await follow(await listen(other.api), workshop.round.id, secretOf(person))
  await Promise.all([stream.next('paused'), workshop.do(alice, { do: 'pause', on: true })])
  await Promise.all([stream.next('joined'), joinRound(one.api.nobody, workshop.round.code)])
})
