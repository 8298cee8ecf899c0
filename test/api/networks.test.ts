import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Experiment, Network, Party } from '../../server/contract/networks.ts'
import { startAppForTest } from '../support/app.ts'
import { archiveOf } from '../support/archives.ts'
import type { Client, Reply } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople, type People } from '../support/people.ts'
import { hashOfTables } from '../support/table-hash.ts'

const DAIRY = {
  name: 'Dairy The Meadow',
  kind: 'supplier',
  links: [
    { dimension: 'natural', direction: 'to-us', state: 'active', note: 'Milk of the polder' },
    { dimension: 'financial', direction: 'from-us', state: 'dormant', note: '' },
  ],
}
const TEST_BAKE = {
  period: '2026-Q4',
  partyId: null,
  hypothesis: 'Guests of the hotel take our bread home',
  smallestTest: 'Twenty loaves on two Saturdays',
  measure: 'How many are sold before noon',
  startsOn: '2026-11-02',
  endsOn: '2026-12-14',
  outcome: null,
  learned: '',
}

describe.each(DATABASES)('the world outside, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    return { ...people, api, calls: new Calls(people), owner: people.alice.client }
  }

  test('keeps parties with their lines, in the order of the capitals, for every member to read', async () => {
    const { calls, erin, frank } = await start()
    const id = randomUUID()
    const given = { ...DAIRY, links: DAIRY.links.toReversed() }
    const saved = (await calls.party(erin.client, id, given, 0)).as(Party)
    expect(saved).toEqual({ id, ...DAIRY, revision: 1 })
    expect(await calls.read(frank.client)).toEqual({ parties: [saved], experiments: [] })
  })

  test('a change is stored once: sent again with the old revision it changes nothing', async () => {
    const { calls, owner, api } = await start()
    const id = randomUUID()
    await calls.party(owner, id, DAIRY, 0)
    const renamed = { ...DAIRY, name: 'Dairy The Brook' }
    expect((await calls.party(owner, id, renamed, 1)).as(Party).revision).toBe(2)
    const before = await hashOfTables(api.database)
    expect((await calls.party(owner, id, renamed, 1)).as(Party).revision).toBe(2)
    expect((await calls.party(owner, id, renamed, 0)).as(Party).revision).toBe(2)
    expect(await hashOfTables(api.database)).toBe(before)
  })

  test('two people who edit one party do not overwrite each other', async () => {
    const { calls, owner, bob, api } = await start()
    const id = randomUUID()
    await calls.party(owner, id, DAIRY, 0)
    await calls.party(owner, id, { ...DAIRY, kind: 'neighbour' }, 1)
    const refused = await nothingChanges(api, () => calls.party(bob.client, id, { ...DAIRY, name: 'Cheese' }, 1))
    expect([refused.status, refused.refusal, refused.problem().errors ?? []]).toEqual([409, 'edited-meanwhile', []])
    expect((await calls.party(bob.client, id, { ...DAIRY, name: 'Cheese' }, 2)).as(Party).revision).toBe(3)
  })

  test('two people who add under one id at the same moment: one of them is told', async () => {
    const { calls, owner, bob } = await start()
    const id = randomUUID()
    const replies = await Promise.all([
      calls.party(owner, id, DAIRY, 0),
      calls.party(bob.client, id, { ...DAIRY, name: 'Cheese' }, 0),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('a party that was removed meanwhile is not there for a change, and can be added again', async () => {
    const { calls, owner, api } = await start()
    const id = randomUUID()
    await calls.party(owner, id, DAIRY, 0)
    expect((await calls.removeParty(owner, id)).status).toBe(204)
    const refused = await nothingChanges(api, () => calls.party(owner, id, { ...DAIRY, name: 'Cheese' }, 1))
    expect([refused.status, refused.refusal]).toEqual([404, 'not-found'])
    expect((await calls.removeParty(owner, id)).refusal).toBe('not-found')
    expect((await calls.party(owner, id, DAIRY, 0)).status).toBe(200)
  })

  test('what somebody else wrote meanwhile is not removed unseen', async () => {
    const { calls, owner, bob, api } = await start()
    const [id, card] = [randomUUID(), randomUUID()]
    await calls.party(owner, id, DAIRY, 0)
    await calls.party(bob.client, id, { ...DAIRY, name: 'Cheese' }, 1)
    await calls.experiment(owner, card, TEST_BAKE, 0)
    await calls.experiment(bob.client, card, { ...TEST_BAKE, learned: 'Much' }, 1)
    const party = await nothingChanges(api, () => calls.removeParty(owner, id, 1))
    const experiment = await nothingChanges(api, () => calls.removeExperiment(owner, card, 1))
    expect([party.refusal, experiment.refusal]).toEqual(['edited-meanwhile', 'edited-meanwhile'])
    expect((await calls.removeParty(owner, id, 2)).status).toBe(204)
    expect((await calls.removeExperiment(owner, card, 2)).status).toBe(204)
  })

  test.each([
    ['a line to a capital that is none', { links: [{ ...DAIRY.links[0], dimension: 'honour' }] }, 'dimension'],
    ['one capital twice', { links: [DAIRY.links[0], { ...DAIRY.links[0], direction: 'both' }] }, 'links'],
    ['no name', { name: '  ' }, 'name'],
    ['a kind that is none', { kind: 'enemy' }, 'kind'],
  ])('refuses a party with %s', async (_, change, field) => {
    const { calls, owner, api } = await start()
    const refused = await nothingChanges(api, () => calls.party(owner, randomUUID(), { ...DAIRY, ...change }, 0))
    expect([refused.status, refused.refusal]).toEqual([422, 'invalid-request'])
    expect(refused.problem().errors?.[0]?.pointer).toContain(field)
  })

  test('keeps one experiment a quarter, newest first', async () => {
    const { calls, owner, frank } = await start()
    const [party, id, next] = [randomUUID(), randomUUID(), randomUUID()]
    await calls.party(owner, party, DAIRY, 0)
    const saved = (await calls.experiment(owner, id, { ...TEST_BAKE, partyId: party }, 0)).as(Experiment)
    expect(saved).toEqual({ id, ...TEST_BAKE, partyId: party, revision: 1 })
    await calls.experiment(owner, next, { ...TEST_BAKE, period: '2027-Q1' }, 0)
    const seen = await calls.read(frank.client)
    expect(seen.experiments.map(({ period }) => period)).toEqual(['2027-Q1', '2026-Q4'])
  })

  test('refuses a second card in a quarter, also when a card moves there', async () => {
    const { calls, owner, bob, api } = await start()
    const [first, second] = [randomUUID(), randomUUID()]
    await calls.experiment(owner, first, TEST_BAKE, 0)
    await calls.experiment(owner, second, { ...TEST_BAKE, period: '2027-Q1' }, 0)
    const added = await nothingChanges(api, () => calls.experiment(bob.client, randomUUID(), TEST_BAKE, 0))
    const moved = await nothingChanges(api, () => calls.experiment(owner, second, TEST_BAKE, 1))
    expect([added.status, added.refusal, moved.refusal]).toEqual([409, 'experiment-exists', 'experiment-exists'])
  })

  test('takes six weeks and not a day more', async () => {
    const { calls, owner, api } = await start()
    const id = randomUUID()
    const longer = { ...TEST_BAKE, endsOn: '2026-12-15' }
    const refused = await nothingChanges(api, () => calls.experiment(owner, id, longer, 0))
    expect([refused.status, refused.refusal]).toEqual([422, 'experiment-too-long'])
    expect((await calls.experiment(owner, id, TEST_BAKE, 0)).status).toBe(200)
  })

  test.each([
    ['the last day before the first', { endsOn: '2026-11-01' }, 'endsOn'],
    ['a day that is not in the calendar', { startsOn: '2026-11-31' }, 'startsOn'],
    ['a year as its period', { period: '2026' }, 'period'],
    ['nothing that is expected', { hypothesis: '' }, 'hypothesis'],
    ['an outcome that is none', { outcome: 'win' }, 'outcome'],
  ])('refuses an experiment with %s', async (_, change, field) => {
    const { calls, owner, api } = await start()
    const refused = await nothingChanges(api, () =>
      calls.experiment(owner, randomUUID(), { ...TEST_BAKE, ...change }, 0),
    )
    expect([refused.status, refused.refusal]).toEqual([422, 'invalid-request'])
    expect(refused.problem().errors?.[0]?.pointer).toContain(field)
  })

  test('two people who edit one card do not overwrite each other, and the same again is fine', async () => {
    const { calls, owner, bob, api } = await start()
    const id = randomUUID()
    await calls.experiment(owner, id, TEST_BAKE, 0)
    const over = { ...TEST_BAKE, outcome: 'adapt', learned: 'Sundays are better' }
    expect((await calls.experiment(owner, id, over, 1)).as(Experiment).revision).toBe(2)
    const refused = await nothingChanges(api, () =>
      calls.experiment(bob.client, id, { ...TEST_BAKE, measure: 'Loaves' }, 1),
    )
    expect([refused.status, refused.refusal]).toEqual([409, 'edited-meanwhile'])
    expect((await calls.experiment(bob.client, id, over, 1)).as(Experiment).revision).toBe(2)
  })

  test('an experiment stays when its partner is removed, and whoever has it open is told', async () => {
    const { calls, owner } = await start()
    const [party, id] = [randomUUID(), randomUUID()]
    await calls.party(owner, party, DAIRY, 0)
    await calls.experiment(owner, id, { ...TEST_BAKE, partyId: party }, 0)
    expect((await calls.removeParty(owner, party, 1)).status).toBe(204)
    expect((await calls.read(owner)).experiments).toEqual([{ id, ...TEST_BAKE, revision: 2 }])
    const stale = { ...TEST_BAKE, partyId: party, measure: 'Loaves' }
    expect((await calls.experiment(owner, id, stale, 1)).refusal).toBe('edited-meanwhile')
  })

  test('a party of another organisation is no partner, and looks like one that does not exist', async () => {
    const { calls, owner, carol, api } = await start()
    const theirs = randomUUID()
    await calls.of('mill').party(carol.client, theirs, DAIRY, 0)
    const withPartner = (partyId: string) => () => calls.experiment(owner, randomUUID(), { ...TEST_BAKE, partyId }, 0)
    const foreign = await nothingChanges(api, withPartner(theirs))
    const missing = await nothingChanges(api, withPartner(randomUUID()))
    expect([foreign.status, foreign.refusal, foreign.text]).toEqual([404, 'not-found', missing.text])
    expect(foreign.problem().errors?.[0]?.pointer).toBe('#/partyId')
  })

  test('each organisation has its own, also under one id', async () => {
    const { calls, owner, carol, api } = await start()
    const id = randomUUID()
    await calls.party(owner, id, DAIRY, 0)
    await calls.of('mill').party(carol.client, id, { ...DAIRY, name: 'Bakery' }, 0)
    await calls.of('mill').removeParty(carol.client, id)
    expect((await calls.read(owner)).parties.map(({ name }) => name)).toEqual([DAIRY.name])
    expect((await carol.client.get(calls.network)).refusal).toBe('not-found')
    const refused = await nothingChanges(api, () => calls.party(carol.client, id, DAIRY, 1))
    expect(refused.refusal).toBe('not-found')
  })

  test('who only looks changes nothing', async () => {
    const { calls, frank, api } = await start()
    const party = await nothingChanges(api, () => calls.party(frank.client, randomUUID(), DAIRY, 0))
    const card = await nothingChanges(api, () => calls.experiment(frank.client, randomUUID(), TEST_BAKE, 0))
    expect([party.refusal, card.refusal]).toEqual(['not-allowed', 'not-allowed'])
  })

  test('all of it leaves with an export of the organisation', async () => {
    const { calls, owner, api, bakery } = await start()
    const party = (await calls.party(owner, randomUUID(), DAIRY, 0)).as(Party)
    const card = { ...TEST_BAKE, partyId: party.id }
    const experiment = (await calls.experiment(owner, randomUUID(), card, 0)).as(Experiment)
    const archive = await archiveOf(api.database, bakery)
    expect(archive).toMatchObject({ networkParty: [party], experiment: [experiment] })
  })

  test('all of it goes with its organisation', async () => {
    const { calls, owner, api, bakery } = await start()
    const party = randomUUID()
    await calls.party(owner, party, DAIRY, 0)
    await calls.experiment(owner, randomUUID(), { ...TEST_BAKE, partyId: party }, 0)
    const { db } = api.database
    await db.deleteFrom('organisation').where('id', '=', bakery).execute()
    expect(await db.selectFrom('networkParty').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('experiment').selectAll().execute()).toEqual([])
  })
})

/** Calls about the network of one of the organisations. */
class Calls {
  readonly #people: People
  readonly #at: string

  constructor(people: People, organisation: 'bakery' | 'mill' = 'bakery') {
    this.#people = people
    this.#at = `/api/organisations/${people[organisation]}`
  }

  of(organisation: 'bakery' | 'mill'): Calls {
    return new Calls(this.#people, organisation)
  }

  get network(): string {
    return `${this.#at}/network`
  }

  async read(by: Client): Promise<Network> {
    return (await by.get(this.network)).as(Network)
  }

  party(by: Client, id: string, content: object, revision: number): Promise<Reply> {
    return by.put(`${this.network}/parties/${id}`, { ...content, revision })
  }

  removeParty(by: Client, id: string, seen?: number): Promise<Reply> {
    return by.delete(`${this.network}/parties/${id}${seen === undefined ? '' : `?revision=${seen}`}`)
  }

  experiment(by: Client, id: string, content: object, revision: number): Promise<Reply> {
    return by.put(`${this.#at}/experiments/${id}`, { ...content, revision })
  }

  removeExperiment(by: Client, id: string, seen?: number): Promise<Reply> {
    return by.delete(`${this.#at}/experiments/${id}${seen === undefined ? '' : `?revision=${seen}`}`)
  }
}

/** Does something that is refused, and fails the test when a row changed by it. */
async function nothingChanges(
  { database }: { database: Parameters<typeof hashOfTables>[0] },
  refused: () => Promise<Reply>,
): Promise<Reply> {
  const before = await hashOfTables(database)
  const reply = await refused()
  expect(await hashOfTables(database), 'a refusal changed a row').toBe(before)
  return reply
}
