import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { HandOver, WallView } from '../../server/contract/workshops.ts'
import { readOrganisationRows } from '../../server/db/queries/archives.ts'
import { joinRound, startAppForTest } from '../support/app.ts'
import { archiveOf } from '../support/archives.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople } from '../support/people.ts'
import { roomReflection, TestReflection } from '../support/reflection.ts'
import { joinAndRate, TestWorkshop, voteAgain } from '../support/workshop.ts'

const ITEMS = ['i01', 'i02', 'i08', 'i12']
const SECRET_WORDS = 'Nobody greets the driver'

describe.each(DATABASES)('a reflection in the room, on $name', ({ open }) => {
  /** A revealed workshop of six phones with a reflection whose second question is on the wall. */
  async function start() {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    const workshop = await TestWorkshop.make(people.alice.client, people.bakery, { itemIds: ITEMS })
    const phones = await joinAndRate(api, workshop.round.code, ITEMS, [1, 2, 3, 4, 5, 5])
    const wall = await workshop.wall(people.alice.client, api.nobody)
    await workshop.closeAndReveal(people.bob.client)
    const reflection = await TestReflection.start(people.bob.client, people.bakery, workshop.round.id)
    const show = (question: number) =>
      workshop.do(people.bob.client, { do: 'show', scene: { kind: 'cards', reflectionId: reflection.id, question } })
    await show(2)
    const room = `/api/live/rounds/${workshop.round.id}/reflection`
    const phase = (question: number, to: string) =>
      people.bob.client.put(`${reflection.url}/phase`, { question, phase: to })
    const write = (phone: Client | undefined, text: string, id: string = randomUUID(), question = 2) => {
      if (phone === undefined) throw new Error('there is no such phone')
      return phone.put(`${room}/cards/${id}`, { question, text })
    }
    const read = (by: Client | undefined) => {
      if (by === undefined) throw new Error('there is no such phone')
      return roomReflection(by, workshop.round.id)
    }
    const clients = phones.map(({ client }) => client)
    return { ...people, api, workshop, reflection, phones, clients, wall, room, show, phase, write, read }
  }

  test('hides every card until it is shown: from the other phones, the wall and the facilitator', async () => {
    const { clients, wall, bob, write, read, reflection, phase } = await start()
    const [writer, other] = clients
    expect((await write(writer, SECRET_WORDS)).status).toBe(204)
    for (const reader of [other, wall, bob.client]) {
      expect(JSON.stringify(await read(reader))).not.toContain(SECRET_WORDS)
    }
    expect(JSON.stringify(await reflection.read(bob.client))).not.toContain(SECRET_WORDS)
    expect((await reflection.read(bob.client)).rooms['2']).toEqual({ phase: 'writing', waiting: 1 })
    expect((await read(wall)).counts).toMatchObject({ cards: 1, writers: 1 })
    expect((await read(writer)).own.cards).toMatchObject([{ text: SECRET_WORDS }])
    await phase(2, 'shown')
    expect((await read(wall)).cards).toMatchObject([{ text: SECRET_WORDS, dots: null }])
    expect((await reflection.read(bob.client)).entries).toMatchObject([{ author: null, body: { text: SECRET_WORDS } }])
  })

  test('keeps nothing that ties a card to its phone: no name, no respondent, no time', async () => {
    const { api, bakery, clients, phones, write, reflection, phase, bob, read, wall } = await start()
    await write(clients[0], SECRET_WORDS)
    await phase(2, 'shown')
    const [row] = await api.database.db.selectFrom('reflectionEntry').selectAll().execute()
    expect(row?.authorId).toBeNull()
    const stored = JSON.stringify(row)
    for (const trace of [phones[0]?.respondentId, phones[0]?.secret]) expect(stored).not.toContain(trace)
    expect(Object.keys(row ?? {}).filter((column) => column.endsWith('At'))).toEqual([])
    const exported = await archiveOf(api.database, bakery)
    expect(JSON.stringify(exported)).toContain(SECRET_WORDS)
    for (const seen of [await reflection.read(bob.client), await read(wall), exported]) {
      expect(JSON.stringify(seen)).not.toContain(row?.authorKey)
    }
  })

  test('takes at most three cards of a phone, and only while people write', async () => {
    const { clients, write, phase, read, room } = await start()
    const [phone] = clients
    const ids = [randomUUID(), randomUUID(), randomUUID()]
    for (const id of ids) expect((await write(phone, 'A card', id)).status).toBe(204)
    expect((await write(phone, 'One too many')).refusal).toBe('too-many-cards')
    expect((await write(phone, 'Other words', ids[0])).status).toBe(204)
    expect((await phone?.delete(`${room}/cards/${ids[1]}`))?.status).toBe(204)
    expect((await write(phone, 'Now there is room')).status).toBe(204)
    await phase(2, 'shown')
    expect((await write(phone, 'Too late', ids[0])).refusal).toBe('cards-closed')
    expect((await phone?.delete(`${room}/cards/${ids[0]}`))?.refusal).toBe('cards-closed')
    expect((await read(phone)).own.cards.map(({ text }) => text).toSorted()).toEqual([
      'A card',
      'Now there is room',
      'Other words',
    ])
  })

  test('leaves the cards of others alone', async () => {
    const { clients, write, room } = await start()
    const id = randomUUID()
    await write(clients[0], 'Mine', id)
    expect((await write(clients[1], 'Yours', id)).refusal).toBe('not-found')
    expect((await clients[1]?.delete(`${room}/cards/${id}`))?.refusal).toBe('not-found')
  })

  test('lets only phones of this round write: no wall, no member, no second name of a voter', async () => {
    const { api, alice, bob, wall, clients, phones, workshop, write, show } = await start()
    for (const by of [wall, bob.client, alice.client]) expect((await write(by, 'x')).refusal).toBe('not-allowed')
    await workshop.do(bob.client, { do: 'vote', itemIds: ['i01'] })
    const { vote } = (await bob.client.get(`/api/live/rounds/${workshop.round.id}/wall`)).as(WallView)
    const [voter] = await voteAgain(api, phones, vote?.code ?? '', ['i01'], [3])
    await show(2)
    expect((await write(voter?.client, 'A second voice')).refusal).toBe('not-allowed')
    expect((await write(clients[0], 'The first voice')).status).toBe(204)
  })

  test('is nothing to others: another round does not even see it', async () => {
    const { api, carol, mill, room } = await start()
    const other = await TestWorkshop.make(carol.client, mill, { itemIds: ITEMS })
    const stranger = await joinRound(api.nobody, other.round.code)
    expect((await stranger.client.get(room)).refusal).toBe('not-found')
    expect((await carol.client.get(room)).refusal).toBe('not-found')
    const own = `/api/live/rounds/${other.round.id}/reflection`
    expect((await stranger.client.get(own)).refusal).toBe('no-reflection-shown')
  })

  test('gives three dots to each phone, and tells nobody how it stands until the room has voted', async () => {
    const { clients, write, phase, read, room, wall, reflection, bob } = await start()
    const id = randomUUID()
    await write(clients[0], 'The one', id)
    const votes = `${room}/votes`
    const dots = { [id]: 3 }
    expect((await clients[0]?.put(votes, { question: 2, dots }))?.refusal).toBe('voting-closed')
    await phase(2, 'voting')
    for (const phone of clients) expect((await phone.put(votes, { question: 2, dots })).status).toBe(204)
    expect((await clients[0]?.put(votes, { question: 2, dots: { [id]: 2, [randomUUID()]: 1 } }))?.refusal).toBe(
      'not-found',
    )
    expect((await read(wall)).cards).toMatchObject([{ dots: null }])
    expect((await read(clients[1])).own.dots).toEqual(dots)
    expect((await reflection.read(bob.client)).entries[0]?.dots).toBe(0)
    await phase(2, 'voted')
    expect((await read(wall)).cards).toMatchObject([{ dots: 18 }])
    expect((await clients[0]?.put(votes, { question: 2, dots: {} }))?.refusal).toBe('voting-closed')
    await phase(2, 'writing')
    expect((await read(wall)).cards).toEqual([])
    await phase(2, 'voted')
    expect((await read(wall)).cards, 'going back deletes nothing').toMatchObject([{ dots: 18 }])
  })

  test('chooses between the candidates of the release, with their numbers', async () => {
    const { clients, show, phase, read, room, wall } = await start()
    await show(1)
    const { candidates } = await read(clients[0])
    expect(candidates.length).toBeGreaterThan(0)
    await phase(1, 'voting')
    const id = candidates[0]?.id ?? ''
    expect((await clients[0]?.put(`${room}/votes`, { question: 1, dots: { [id]: 2 } }))?.status).toBe(204)
    expect((await read(wall)).candidates.every(({ dots }) => dots === 0)).toBe(true)
    await phase(1, 'voted')
    expect((await read(wall)).candidates[0]?.dots).toBe(2)
  })

  test('keeps a hidden card out of the room, and in the reflection', async () => {
    const { clients, write, phase, read, wall, reflection, bob } = await start()
    const id = randomUUID()
    await write(clients[0], 'A name', id)
    await phase(2, 'shown')
    await bob.client.patch(`${reflection.url}/entries/${id}`, { hidden: true })
    expect((await read(wall)).cards).toEqual([])
    expect((await reflection.read(bob.client)).entries).toMatchObject([{ hidden: true }])
    const words = { kind: 'behaviour', text: 'Other words' } as const
    expect((await reflection.write(bob.client, 2, words, id, 1)).refusal).toBe('not-allowed')
    expect((await bob.client.delete(`${reflection.url}/entries/${id}`)).refusal).toBe('not-allowed')
  })

  test('asks the room whether anyone objects, and shows objections without a name once that is closed', async () => {
    const { clients, workshop, reflection, bob, read, wall, room } = await start()
    const proposal = await reflection.propose(bob.client)
    await workshop.do(bob.client, { do: 'show', scene: { kind: 'consent', interventionId: proposal.id } })
    const stance = (phone: Client | undefined, body: object) =>
      phone?.put(`${room}/stance`, { interventionId: proposal.id, ...body })
    expect((await stance(clients[0], { stance: 'no-objection' }))?.refusal).toBe('consent-closed')
    await proposal.consent(bob.client, 'open')
    expect((await stance(clients[0], { stance: 'objection' }))?.refusal).toBe('objection-without-text')
    expect((await stance(clients[0], { stance: 'objection', text: 'Too weak' }))?.status).toBe(204)
    expect((await stance(clients[1], { stance: 'concern', text: 'Too late' }))?.status).toBe(204)
    for (const phone of clients.slice(2)) await stance(phone, { stance: 'no-objection' })
    expect((await stance(wall, { stance: 'no-objection' }))?.refusal).toBe('not-allowed')
    const asked = await read(wall)
    expect(asked.proposal).toMatchObject({
      counts: { answered: 6, objection: null, concern: null, noObjection: null },
      objections: [],
      concerns: [],
    })
    expect((await read(clients[0])).own.stance).toEqual({ stance: 'objection', text: 'Too weak' })
    await proposal.consent(bob.client, 'closed')
    expect((await read(wall)).proposal).toMatchObject({
      counts: { answered: 6, objection: 1, concern: 1, noObjection: 4 },
      objections: ['Too weak'],
      concerns: ['Too late'],
    })
  })

  test('an answer to the proposal before does not count for the one that is on the wall now', async () => {
    const { clients, workshop, reflection, bob, room } = await start()
    const [first, second] = [await reflection.propose(bob.client), await reflection.propose(bob.client)]
    for (const proposal of [first, second]) await proposal.consent(bob.client, 'open')
    await workshop.do(bob.client, { do: 'show', scene: { kind: 'consent', interventionId: second.id } })
    const late = await clients[0]?.put(`${room}/stance`, { stance: 'no-objection', interventionId: first.id })
    expect(late?.refusal).toBe('consent-closed')
    expect((await second.read(bob.client)).consent.answered).toBe(0)
    const now = await clients[0]?.put(`${room}/stance`, { stance: 'no-objection', interventionId: second.id })
    expect(now?.status).toBe(204)
  })

  test('a member who may not read the result yet gets no figure of it by the room', async () => {
    const { erin, bob, show, room, workshop, read } = await start()
    await show(1)
    expect((await read(bob.client)).candidates.length).toBeGreaterThan(0)
    expect((await erin.client.get(room)).refusal).toBe('no-reflection-shown')
    await bob.client.post(`${workshop.url}/release-to-client`)
    expect((await read(erin.client)).candidates.length).toBeGreaterThan(0)
  })

  test('a card that is taken back takes the dots with it, and whoever gave them can give again', async () => {
    const { clients, write, phase, read, room } = await start()
    const [a, b] = [randomUUID(), randomUUID()]
    await write(clients[0], 'Goes away', a)
    await write(clients[0], 'Stays', b)
    await phase(2, 'voting')
    await clients[1]?.put(`${room}/votes`, { question: 2, dots: { [a]: 3 } })
    await phase(2, 'writing')
    await clients[0]?.delete(`${room}/cards/${a}`)
    await phase(2, 'voting')
    expect((await read(clients[1])).own.dots).toEqual({})
    expect((await clients[1]?.put(`${room}/votes`, { question: 2, dots: { [b]: 3 } }))?.status).toBe(204)
  })

  test('nothing ties the cards of one phone together over the questions', async () => {
    const { api, clients, write, show } = await start()
    await write(clients[0], 'Second question')
    await show(3)
    await write(clients[0], 'Third question', randomUUID(), 3)
    const rows = await api.database.db.selectFrom('reflectionEntry').select('authorKey').execute()
    expect(new Set(rows.map(({ authorKey }) => authorKey)).size).toBe(2)
  })

  test('deleting the words of a workshop deletes the cards and objections of phones, and nothing of members', async () => {
    const { api, bakery, clients, write, phase, bob, alice, reflection, workshop, room } = await start()
    await write(clients[0], SECRET_WORDS)
    await phase(2, 'shown')
    await reflection.card(bob.client, 2, { kind: 'behaviour', text: 'Of the team' })
    const proposal = await reflection.propose(bob.client)
    await workshop.do(bob.client, { do: 'show', scene: { kind: 'consent', interventionId: proposal.id } })
    await proposal.consent(bob.client, 'open')
    const stance = { interventionId: proposal.id, stance: 'objection', text: SECRET_WORDS }
    await clients[0]?.put(`${room}/stance`, stance)
    await proposal.consent(bob.client, 'closed')
    const url = workshop.url
    expect((await alice.client.get(`${url}/hand-over`)).as(HandOver).texts).toBe(2)
    await alice.client.post(`${url}/delete-texts`)
    expect((await alice.client.get(`${url}/hand-over`)).as(HandOver).texts).toBe(0)
    const { db, kind } = api.database
    expect(JSON.stringify([...((await readOrganisationRows(db, kind, bakery))?.tables ?? [])])).not.toContain(
      SECRET_WORDS,
    )
    expect((await reflection.read(bob.client)).entries.map(({ body }) => 'text' in body && body.text)).toEqual([
      'Of the team',
    ])
    expect((await proposal.read(bob.client)).consent.voices).toHaveLength(1)
  })

  test('exports leave out what the room has not shown yet', async () => {
    const { api, bakery, clients, write } = await start()
    await write(clients[0], SECRET_WORDS)
    expect(JSON.stringify(await archiveOf(api.database, bakery))).not.toContain(SECRET_WORDS)
  })

  test('shows what is expected of its interventions', async () => {
    const { workshop, reflection, bob, read, wall } = await start()
    const proposal = await reflection.propose(bob.client)
    const effect = { dimension: 'natural', perspective: 'external', effect: 1, term: 'short', confidence: 'high' }
    const price = { dimensions: ['financial'], bearer: 'The bakery, for a year' }
    await bob.client.put(`${proposal.url}/effects`, { effects: [effect], price, revision: 0 })
    await workshop.do(bob.client, { do: 'show', scene: { kind: 'projection', reflectionId: reflection.id } })
    expect((await read(wall)).interventions).toMatchObject([{ id: proposal.id, effects: [effect], price }])
  })

  test('comes on the wall only after the reveal, and only of its own round', async () => {
    const { alice, bakery, bob, reflection } = await start()
    const other = await TestWorkshop.make(alice.client, bakery, { itemIds: ITEMS })
    const scene = { kind: 'cards', reflectionId: reflection.id, question: 1 } as const
    expect((await other.press(bob.client, { do: 'show', scene })).refusal).toBe('nothing-revealed')
  })

  test('moves with its round to another organisation', async () => {
    const { alice, carol, reflection, workshop, clients, write, phase, bob } = await start()
    await write(clients[0], 'Taken along')
    await phase(2, 'shown')
    const proposal = await reflection.propose(bob.client)
    const { id } = JSON.parse((await alice.client.post('/api/organisations', { name: 'Next' })).text) as { id: string }
    await bob.client.post(`${workshop.url}/release-to-client`)
    const moved = await alice.client.post(`${workshop.url}/transfer`, { organisationId: id })
    expect(moved.status, moved.text).toBeLessThan(300)
    const there = await alice.client.get(`/api/organisations/${id}/reflections/${reflection.id}`)
    expect(there.text).toContain('Taken along')
    expect((await alice.client.get(`/api/organisations/${id}/interventions/${proposal.id}`)).status).toBe(200)
    expect((await alice.client.get(reflection.url)).refusal).toBe('not-found')
    expect((await alice.client.get(proposal.url)).refusal).toBe('not-found')
    void carol
  })
})
