import { describe, expect, onTestFinished, test } from 'vitest'
import { migrate, openDatabase } from '../../server/db/open.ts'
import { LiveHub } from '../../server/live/hub.ts'
import { PostgresRelay } from '../../server/live/postgres-relay.ts'
import { signUp, startApp, startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES, temporaryPostgres } from '../support/databases.ts'
import { invitePerson } from '../support/people.ts'
import { Stream } from '../support/stream.ts'
import { TestWorkshop } from '../support/workshop.ts'

const ITEMS = ['i01', 'i02']
/** Screen S-12: within so long an open line has ended. */
const SOON_MS = 2_000

/** Two applications on one database: what happens in one must end a line that hangs on the other. */
interface Pair {
  readonly here: TestApp
  readonly there: TestApp
}

async function onOneProcess(open: (typeof DATABASES)[number]['open']): Promise<Pair> {
  const api = await startAppForTest(open)
  return { here: api, there: api }
}

async function onTwoProcesses(): Promise<Pair> {
  const place = await temporaryPostgres()
  const start = async () => {
    const database = await openDatabase({ databaseUrl: place.url, dataDir: '' })
    await migrate(database)
    const live = new LiveHub()
    await PostgresRelay.open(place.url, live)
    return { database, api: await startApp(database, { live }) }
  }
  const running = [await start(), await start()] as const
  onTestFinished(async () => {
    for (const { api, database } of running) {
      await api.close()
      await database.close()
    }
    await place.remove()
  })
  return { here: running[0].api, there: running[1].api }
}

const PLACES = [
  ...DATABASES.map(({ name, open }) => ({ name, start: () => onOneProcess(open) })),
  { name: 'two processes on one PostgreSQL', start: onTwoProcesses },
]

describe.each(PLACES)('an open line ends when access does, on $name', ({ start }) => {
  async function begin() {
    const { here, there } = await start()
    const alice = await signUp(here)
    const org = `/api/organisations/${alice.organisationId}`
    const workshop = await TestWorkshop.make(alice.client, alice.organisationId, { itemIds: ITEMS })
    const bob = await invitePerson(here, alice.client, alice.organisationId, { name: 'Bob', role: 'facilitator' })
    const origin = await there.app.listen({ port: 0, host: '127.0.0.1' })
    const address = `${origin}/api/live/rounds/${workshop.round.id}`
    const follow = async (headers: Readonly<Record<string, string>>) => {
      const stream = await Stream.open(address, { ...headers })
      onTestFinished(() => stream.close())
      return stream
    }
    return { here, there, alice, bob, org, workshop, follow, bobs: `${org}/members/${bob.userId}` }
  }

  /** What is done ends the line soon, and leaves the owner's own line as it is. */
  async function expectEnded(
    { follow, alice }: Awaited<ReturnType<typeof begin>>,
    headers: Readonly<Record<string, string>>,
    act: () => Promise<unknown>,
  ): Promise<void> {
    const [line, owners] = [await follow(headers), await follow(alice.client.headers)]
    expect([line.status, owners.status]).toEqual([200, 200])
    const from = performance.now()
    await Promise.all([line.until(() => !line.isOpen), act()])
    expect(performance.now() - from).toBeLessThan(SOON_MS)
    expect(owners.isOpen).toBe(true)
  }

  test('a member who is removed loses the line, and neither coming back nor the next request is let in', async () => {
    const room = await begin()
    const { alice, bob, bobs, follow, workshop } = room
    await expectEnded(room, bob.client.headers, () => alice.client.delete(bobs))
    expect((await follow(bob.client.headers)).status).toBe(404)
    expect((await bob.client.get(workshop.url)).status).toBe(404)
  })

  test('an engagement that is ended closes the line of the consultant alike', async () => {
    const room = await begin()
    const { here, alice, bob, bobs, follow, workshop } = room
    const until = here.clock.now().toISOString()
    await expectEnded(room, bob.client.headers, () => alice.client.patch(bobs, { role: 'facilitator', until }))
    expect((await follow(bob.client.headers)).status).toBe(404)
    expect((await bob.client.get(workshop.url)).status).toBe(404)
  })

  test('whose role becomes smaller is looked at anew, and does no more than the new role allows', async () => {
    const room = await begin()
    const { alice, bob, bobs, follow, workshop } = room
    await expectEnded(room, bob.client.headers, () => alice.client.patch(bobs, { role: 'viewer' }))
    expect((await follow(bob.client.headers)).status).toBe(200)
    expect((await workshop.press(bob.client, { do: 'pause', on: true })).refusal).toBe('not-allowed')
  })

  test('somebody who is locked loses the line and every request', async () => {
    const room = await begin()
    const { alice, bob, follow, workshop } = room
    // Alice set the installation up, and so runs it.
    const lock = `/api/operator/users/${bob.userId}/lock`
    await expectEnded(room, bob.client.headers, () => alice.client.put(lock, { locked: true }))
    expect((await follow(bob.client.headers)).status).toBe(401)
    expect((await bob.client.get(workshop.url)).status).toBe(401)
  })

  test('a wall whose link is ended goes dark, and another member hears on', async () => {
    const room = await begin()
    const { alice, follow, here, workshop } = room
    const wall = await workshop.wall(alice.client, here.nobody)
    await expectEnded(room, wall.headers, () => alice.client.delete(`${workshop.url}/display-links`))
    expect((await follow(wall.headers)).status).toBe(401)
  })

  test('a membership that runs out while a line is open takes the line with it', async () => {
    const room = await begin()
    const { here, there, alice, bob, bobs, follow } = room
    const until = new Date(here.clock.now().getTime() + 700).toISOString()
    await alice.client.patch(bobs, { role: 'facilitator', until })
    const line = await follow(bob.client.headers)
    expect(line.status).toBe(200)
    await line.until(() => !line.isOpen)
    there.clock.pass({ seconds: 1 })
    expect((await follow(bob.client.headers)).status).toBe(404)
  })
})

test('somebody who was looked up before an ending, and begins to listen after it, is let go at once', () => {
  const live = new LiveHub()
  const lookedAt = performance.now()
  live.endLines('bob')
  const listener = (whose: string, at: number) => {
    let isOpen = true
    const end = () => {
      isOpen = false
    }
    live.follow('a round', { whose, kind: 'member', lookedAt: at, tell: () => undefined, end })
    return isOpen
  }
  expect(listener('bob', lookedAt)).toBe(false)
  expect(listener('erin', lookedAt)).toBe(true)
  expect(listener('bob', performance.now() + 1)).toBe(true)
})
