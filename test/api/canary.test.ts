import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../server/db/open.ts'
import { joinRound, newRound, startApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { fillSheet } from '../support/company-sheet.ts'
import { DATABASES } from '../support/databases.ts'
import { TestReflection } from '../support/reflection.ts'
import { addressOf, EVENT_STREAM, routesOf, standingObjects } from '../support/routes.ts'
import { TestWorkshop } from '../support/workshop.ts'
import { World } from '../support/world.ts'

/** In every text that the bakery has; nobody outside may ever receive it. */
const CANARY = 'canary-7f3a'

/** Who may never receive it. */
interface Outsider {
  readonly name: string
  readonly client: Client
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

describe.each(DATABASES)('what one organisation wrote, on $name', ({ open }) => {
  let database: Database
  let api: TestApp
  let world: World
  let roundId: string
  let reflection: TestReflection
  let callers: readonly Outsider[]
  const log: string[] = []

  beforeAll(async () => {
    database = await open()
    api = await startApp(database, { logLevel: 'trace', logTo: { write: (line) => void log.push(line) } })
    world = await World.make(api)
    const by = world.people.alice.client
    const org = world.people.bakery
    const workshop = await TestWorkshop.make(by, org, { itemIds: ['i01'], title: `Round ${CANARY}`, mode: 'open' })
    roundId = workshop.round.id
    const phone = await joinRound(api.nobody, workshop.round.code, { name: `Name ${CANARY}` })
    const reason = { missing: 'not_applicable', reason: `Reason ${CANARY}` }
    await phone.client.put('/api/response/answers', [
      { opId: 'canary-op', itemId: 'i01', horizon: 'now', seq: 1, ...reason },
    ])
    await phone.client.put('/api/response/answers', [
      { opId: 'canary-o2', itemId: 'i01', horizon: 'now', seq: 2, rating: 3 },
    ])
    await by.post(`/api/organisations/${org}/rounds/${roundId}/close`)
    await workshop.do(by, { do: 'reveal' })
    reflection = await TestReflection.start(by, org, roundId)
    await by.patch(reflection.url, { title: `Talk ${CANARY}` })
    await reflection.card(by, 2, { kind: 'behaviour', text: `Card ${CANARY}` })
    const proposal = await reflection.propose(by, { title: `Proposal ${CANARY}`, owner: CANARY, driver: CANARY })
    await proposal.move(by, 'agreed')
    const party = { name: `Party ${CANARY}`, kind: 'customer', links: [], revision: 0 }
    await by.put(`/api/organisations/${org}/network/parties/${randomUUID()}`, party)
    const example = { title: CANARY, place: CANARY, what: CANARY, why: '', capitals: [], source: '' }
    await fillSheet(by, org, CANARY)
    await by.put(`/api/organisations/${org}/examples/${randomUUID()}`, { content: example, revision: 0 })
    callers = await outsiders()
  })
  afterAll(async () => {
    await api.close()
    await database.close()
  })

  /** Everybody who has no business with this round: without an account, with one, and with a door of another room. */
  async function outsiders(): Promise<Outsider[]> {
    const { nobody } = api
    const token = (await world.makeApiToken(world.people.carol.userId)).token
    const consultant = await world.makeMember('mill', 'facilitator')
    const mine = (await world.makeApiToken(consultant)).token
    return [
      ...world.actors.filter(({ roles }) => roles.bakery === undefined),
      { name: 'a token of an owner of another organisation', client: nobody.with(bearer(token)) },
      { name: 'a consultant without an engagement here', client: nobody.with(bearer(mine)) },
    ]
  }

  test('stands in what its own members read, so that looking for it means something', async () => {
    const { client } = world.people.alice
    for (const url of [reflection.url, `/api/organisations/${world.people.bakery}/interventions`]) {
      expect((await client.get(url)).text).toContain(CANARY)
    }
  })

  test('reaches nobody outside by any route: not in a body, a header or an error', async () => {
    const routes = routesOf(api.app).filter(({ method }) => method === 'GET')
    let asked = 0
    for (const route of routes) {
      const values = {
        ...(await standingObjects(route, world, 'bakery', undefined)),
        org: world.people.bakery,
        ...(route.url.includes(':round') ? { round: roundId } : {}),
        ...(route.url.includes(':reflection') ? { reflection: reflection.id } : {}),
        // Whoever has the secret address of a calendar was given it.
        ...(route.url.includes(':file') ? { file: `${'x'.repeat(43)}.ics` } : {}),
      }
      for (const { client, name } of callers) {
        const url = addressOf(route, values)
        const { text, headers } = route.key === EVENT_STREAM ? await client.follow(url) : await client.get(url)
        asked += 1
        const received = text + JSON.stringify(headers)
        expect(received.includes(CANARY), `${name}: ${route.key}`).toBe(false)
      }
    }
    expect(asked).toBeGreaterThan(800)
    // What was refused, and what failed, told the log nothing either.
    expect(log.join('')).not.toContain(CANARY)
    console.log(`canary crawl: ${asked} calls to ${routes.length} routes as ${callers.length} outsiders`)
  })

  test('stands in no event that was noted, and neither does an address, an answer or a secret: ids and names of actions', async () => {
    const { db } = database
    const events = [
      ...(await db.selectFrom('auditEvent').selectAll().execute()),
      ...(await db.selectFrom('systemEvent').selectAll().execute()),
    ]
    expect(events.length).toBeGreaterThan(10)
    for (const { action, object, userId } of events) {
      expect(action).toMatch(/^[a-z]+(\.[a-z-]+)?$/)
      expect(object).toMatch(/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|unknown)$/)
      expect(userId ?? object).toMatch(/^[0-9a-f-]{36}$|^unknown$/)
    }
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`${CANARY}|canary-op|@`))
  })

  test('is on no wall and no phone of another round of the same organisation', async () => {
    const by = world.people.alice.client
    const other = await newRound(by, world.people.bakery, { itemIds: ['i02'] })
    const { client } = await joinRound(api.nobody, other.code)
    for (const rest of ['wall', 'revealed', 'reflection']) {
      const own = await client.get(`/api/live/rounds/${other.id}/${rest}`)
      const foreign = await client.get(`/api/live/rounds/${roundId}/${rest}`)
      expect(own.text + foreign.text).not.toContain(CANARY)
      expect(foreign.refusal).toBe('not-found')
    }
    expect((await client.get('/api/response')).text).not.toContain(CANARY)
  })
})
