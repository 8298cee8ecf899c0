import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Benchmark } from '../../server/contract/benchmarks.ts'
import { MatchList } from '../../server/contract/exchange.ts'
import { ProgrammeReleaseSummary } from '../../server/contract/programme-releases.ts'
import type { Database } from '../../server/db/open.ts'
import { joinRound, newRound, startApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { fillSheet } from '../support/company-sheet.ts'
import { consentTo } from '../support/contributing.ts'
import { DATABASES } from '../support/databases.ts'
import { energy } from '../support/exchange.ts'
import { addCompanies, contribute, scoresOfNow, takePart } from '../support/programme-data.ts'
import { TestReflection } from '../support/reflection.ts'
import { addressOf, EVENT_STREAM, routesOf, standingObjects, type Values } from '../support/routes.ts'
import { TestWorkshop } from '../support/workshop.ts'
import { World } from '../support/world.ts'

/** In every text of the bakery and in the names and addresses of its people. */
const CANARY = 'canary-7f3a'
/** In its name, which it did not consent to show: who invites companies knows whom they invited. */
const NAME = 'canary-name-91c2'
const INVITERS = ['owner', 'adviser']
const PARTICIPATION = 'GET /api/organisations/:org/programme/participation'
const PERIOD = '2026-Q4'

/** Somebody in the same region, and the organisations in whose name they ask. */
interface Neighbour {
  readonly name: string
  readonly client: Client
  readonly organisations: readonly string[]
}

describe.each(DATABASES)('what a company in a programme wrote, on $name', ({ open }) => {
  let database: Database
  let api: TestApp
  let world: World
  let standing: Values
  const log: string[] = []

  beforeAll(async () => {
    database = await open()
    api = await startApp(database, { logLevel: 'trace', logTo: { write: (line) => void log.push(line) } })
    world = await World.make(api)
    const { alice, bakery, mill } = world.people
    const { id: valley, parkId, manager } = world.programmes.valley
    await takePart(database.db, valley, mill, parkId)
    await database.db.updateTable('organisation').set({ name: NAME }).where('id', '=', bakery).execute()
    await nameThePeople()
    const rounds = await writeEverything(alice.client)
    const bakeryPath = `/api/organisations/${bakery}/participations/${valley}`
    expect((await consentTo('benchmark', alice.client, bakeryPath)).status).toBe(200)
    await alice.client.put(`${bakeryPath}/offers/${randomUUID()}`, energy('offer', `Heat ${CANARY}`))
    const companies = await addCompanies(database.db, valley, [{ id: parkId, name: 'Park', regionCode: null }], 9)
    await contribute(database.db, valley, companies, { period: PERIOD, scoresOf: (_, at) => scoresOfNow(40 + at) })
    const millPath = `/api/organisations/${mill}/participations/${valley}`
    await world.people.carol.client.put(`${millPath}/offers/${randomUUID()}`, energy('need', 'Warmth'))
    const release = (await manager.post(`/api/organisations/${valley}/programme/releases`, { period: PERIOD })).as(
      ProgrammeReleaseSummary,
    )
    // Its yes comes with how to reach it; the other side did not say anything yet.
    const [match] = (await alice.client.get(`${bakeryPath}/matches`)).as(MatchList).items
    const yes = { says: 'yes', contact: `Ask ${CANARY}` }
    expect((await alice.client.put(`${bakeryPath}/matches/${match?.id}`, yes)).status).toBe(200)
    standing = { programme: valley, park: parkId, publication: release.id, ...rounds }
  })
  afterAll(async () => {
    await api.close()
    await database.close()
  })

  async function nameThePeople(): Promise<void> {
    // The owner of the bakery is nobody in the programme here: colleagues know each other's names.
    await database.db
      .deleteFrom('membership')
      .where('organisationId', '=', world.programmes.valley.id)
      .where('userId', '=', world.people.alice.userId)
      .execute()
    const { alice, bob, erin, frank } = world.people
    for (const { userId } of [alice, bob, erin, frank]) {
      const account = { name: `Person ${CANARY}`, email: `${CANARY}-${userId}@example.org` }
      await database.db.updateTable('user').set(account).where('id', '=', userId).execute()
    }
  }

  /** Everything that a company types, with a round that counts in the programme. */
  async function writeEverything(by: Client): Promise<Values> {
    const org = world.people.bakery
    const workshop = await TestWorkshop.make(by, org, { itemIds: ['i01'], title: `Round ${CANARY}`, mode: 'open' })
    const roundId = workshop.round.id
    const phone = await joinRound(api.nobody, workshop.round.code, { name: `Name ${CANARY}` })
    const reason = { missing: 'not_applicable', reason: `Reason ${CANARY}` }
    const place = { itemId: 'i01', horizon: 'now' }
    await phone.client.put('/api/response/answers', [{ opId: 'canary-op', ...place, seq: 1, ...reason }])
    await phone.client.put('/api/response/answers', [{ opId: 'canary-o2', ...place, seq: 2, rating: 3 }])
    await by.post(`/api/organisations/${org}/rounds/${roundId}/close`)
    await workshop.do(by, { do: 'reveal' })
    const reflection = await TestReflection.start(by, org, roundId)
    await by.patch(reflection.url, { title: `Talk ${CANARY}` })
    await reflection.card(by, 2, { kind: 'behaviour', text: `Card ${CANARY}` })
    const proposal = await reflection.propose(by, { title: `Proposal ${CANARY}`, owner: CANARY, driver: CANARY })
    await proposal.move(by, 'agreed')
    const party = { name: `Party ${CANARY}`, kind: 'customer', links: [], revision: 0 }
    await by.put(`/api/organisations/${org}/network/parties/${randomUUID()}`, party)
    await fillSheet(by, org, CANARY)
    return { round: roundId, reflection: reflection.id, workshop: workshop.id }
  }

  /** Company B, everybody who works for the programme, those of another programme, and doors that need no account. */
  async function neighbours(): Promise<Neighbour[]> {
    const { people, programmes } = world
    const { id: valley, parkId, staff } = programmes.valley
    const staffOf = (name: string) => world.actors.find((actor) => actor.userId === name)?.client ?? api.nobody
    const wall = await world.makeDisplay('mill')
    const { code } = await newRound(people.carol.client, people.mill, { itemIds: ['i02'] })
    return [
      { name: 'the other company', client: people.carol.client, organisations: [people.mill, people.bakery, valley] },
      ...Object.entries(staff).map(([role, userId]) => {
        return { name: role, client: staffOf(userId), organisations: [valley, parkId, people.bakery] }
      }),
      {
        name: 'a manager of another programme',
        client: programmes.hills.manager,
        organisations: [programmes.hills.id, valley, people.bakery],
      },
      { name: 'the public', client: api.nobody, organisations: [valley, people.bakery] },
      {
        name: 'a wall of the other company',
        client: api.nobody.with({ authorization: `Display ${wall}` }),
        organisations: [people.bakery],
      },
      {
        name: 'a phone of the other company',
        client: (await joinRound(api.nobody, code)).client,
        organisations: [people.bakery],
      },
    ]
  }

  test('stands in what its own members read, and it counts in the publication', async () => {
    const { alice, bakery } = world.people
    const { id: valley } = world.programmes.valley
    const own = `/api/organisations/${bakery}`
    for (const rest of ['rounds', 'interventions', `participations/${valley}/offers`, 'members'])
      expect((await alice.client.get(`${own}/${rest}`)).text, rest).toContain(CANARY)
    const { periods } = (await alice.client.get(`${own}/participations/${valley}/benchmark`)).as(Benchmark)
    expect(periods).toMatchObject([{ isIn: true }])
  })

  test('reaches nobody else in the programme by any route; its name only who invites', async () => {
    const routes = routesOf(api.app).filter(({ method }) => method === 'GET')
    const everybody = await neighbours()
    let asked = 0
    let named = 0
    for (const route of routes) {
      // Whoever has the secret address of a calendar was given it.
      const file = route.url.includes(':file') ? { file: `${'x'.repeat(43)}.ics` } : {}
      const own = { ...(await standingObjects(route, world, 'bakery', undefined)), ...standing, ...file }
      const ofMill = { ...(await standingObjects(route, world, 'mill', undefined)), ...file }
      for (const { name, client, organisations } of everybody) {
        const hasOrganisation = route.url.includes(':org')
        const addresses = (hasOrganisation ? organisations : ['']).map((org) => addressOf(route, { ...own, org }))
        if (name.includes('other company'))
          addresses.push(addressOf(route, { ...ofMill, programme: world.programmes.valley.id, org: world.people.mill }))
        for (const url of addresses) {
          const { text, headers } = route.key === EVENT_STREAM ? await client.follow(url) : await client.get(url)
          asked += 1
          const received = text + JSON.stringify(headers)
          expect(received.includes(CANARY), `${name}: ${url} of ${route.key}`).toBe(false)
          const mayKnowName = INVITERS.includes(name) && route.key === PARTICIPATION
          if (mayKnowName && received.includes(NAME)) named += 1
          else expect(received.includes(NAME), `${name} reads the name: ${url} of ${route.key}`).toBe(false)
        }
      }
    }
    expect(asked).toBeGreaterThan(2_000)
    expect(named).toBe(INVITERS.length)
    expect(log.join('')).not.toContain(CANARY)
    console.log(`canary crawl of a programme: ${asked} calls to ${routes.length} routes as ${everybody.length} others`)
  }, 120_000)

  test('reaches the other company when both said yes to a match, and nobody else then', async () => {
    const { carol, mill } = world.people
    const { id: valley } = world.programmes.valley
    const path = `/api/organisations/${mill}/participations/${valley}`
    const [match] = (await carol.client.get(`${path}/matches`)).as(MatchList).items
    await carol.client.put(`${path}/matches/${match?.id}`, { says: 'yes', contact: 'The miller' })
    const { text } = await carol.client.get(`${path}/matches`)
    for (const told of [`Heat ${CANARY}`, `Ask ${CANARY}`, NAME]) expect(text).toContain(told)
    for (const role of ['owner', 'analyst', 'adviser', 'student', 'overseer'] as const) {
      const actor = world.actors.find(({ userId }) => userId === world.programmes.valley.staff[role])
      const network = await actor?.client.get(`/api/organisations/${valley}/programme/value-network`)
      expect(network?.text).toBeDefined()
      expect(network?.text).not.toMatch(new RegExp(`${CANARY}|${NAME}`))
    }
  })
})
