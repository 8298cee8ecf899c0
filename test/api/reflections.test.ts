import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { listOf } from '../../server/contract/common.ts'
import { Entry, type EntryBody, ReflectionSummary } from '../../server/contract/reflections.ts'
import { newRound, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople } from '../support/people.ts'
import { TestReflection } from '../support/reflection.ts'
import { joinAndRate, TestWorkshop } from '../support/workshop.ts'

const ITEMS = ['i01', 'i02', 'i08', 'i12']
const behaviour = (text: string): EntryBody => ({ kind: 'behaviour', text })

describe.each(DATABASES)('a reflection, on $name', ({ open }) => {
  /** A closed round of an open team of two, with a reflection about it. */
  async function start() {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    const { client } = people.alice
    const round = await newRound(client, people.bakery, { itemIds: ITEMS, mode: 'open' })
    await joinAndRate(api, round.code, ITEMS, [1, 5])
    await client.post(`/api/organisations/${people.bakery}/rounds/${round.id}/close`)
    const reflection = await TestReflection.start(people.erin.client, people.bakery, round.id, ['natural'])
    return { ...people, api, round, reflection, org: `/api/organisations/${people.bakery}` }
  }

  test('starts from a release, with candidates and facts from its figures', async () => {
    const { erin, reflection } = await start()
    const { candidates, facts, capitals, state, canWrite, hasFigures, instrument } = await reflection.read(erin.client)
    expect({ capitals, state, canWrite, hasFigures }).toEqual({
      capitals: ['natural'],
      state: 'open',
      canWrite: true,
      hasFigures: true,
    })
    expect(instrument.id).toBe('six-capitals')
    expect(candidates.map(({ reason }) => reason)).toEqual(['lowest'])
    expect(facts.filter(({ question }) => question === 2).every(({ dimension }) => dimension === 'natural')).toBe(true)
  })

  test('cannot start before there is a release, nor about a capital that the round does not know', async () => {
    const { api, alice, bakery, org, round } = await start()
    const fresh = await newRound(alice.client, bakery, { itemIds: ITEMS })
    expect((await alice.client.post(`${org}/reflections`, { roundId: fresh.id })).refusal).toBe('no-release-yet')
    const wrong = await alice.client.post(`${org}/reflections`, { roundId: round.id, capitals: ['luck'] })
    expect(wrong.problem().errors?.[0]?.pointer).toBe('#/capitals/0')
    expect((await alice.client.post(`${org}/reflections`, { roundId: randomUUID() })).refusal).toBe('not-found')
    void api
  })

  test('started twice with one id is one reflection', async () => {
    const { erin, org, round } = await start()
    const id = randomUUID()
    for (const _ of [1, 2]) await erin.client.post(`${org}/reflections`, { id, roundId: round.id })
    const { items } = (await erin.client.get(`${org}/reflections`)).as(listOf(ReflectionSummary))
    expect(items.filter((one) => one.id === id)).toHaveLength(1)
  })

  test('keeps cards with their author, and tells who changed them', async () => {
    const { alice, erin, frank, reflection } = await start()
    const id = await reflection.card(erin.client, 2, behaviour('The door stands open'))
    await reflection.write(alice.client, 2, behaviour('The door stands open at night'), id, 1)
    const [card] = (await reflection.read(frank.client)).entries
    expect(card).toMatchObject({ author: { name: 'Erin', isMe: false }, editedBy: 'Alice', revision: 2 })
    expect((await reflection.read(erin.client)).entries[0]?.author?.isMe).toBe(true)
  })

  test('two people who write on one card never lose a word: the second is told, and nothing is overwritten', async () => {
    const { alice, erin, reflection } = await start()
    const id = await reflection.card(erin.client, 2, behaviour('One'))
    expect((await reflection.write(erin.client, 2, behaviour('One of Erin'), id, 1)).status).toBe(200)
    const late = await reflection.write(alice.client, 2, behaviour('One of Alice'), id, 1)
    expect([late.status, late.refusal]).toEqual([409, 'edited-meanwhile'])
    expect((await reflection.read(alice.client)).entries[0]?.body).toEqual(behaviour('One of Erin'))
    // The same words again, from whichever revision, are no change: an outbox may send them twice.
    const again = (await reflection.write(erin.client, 2, behaviour('One of Erin'), id, 1)).as(Entry)
    expect(again.revision).toBe(2)
  })

  test('a card that was thrown away while somebody wrote on it comes back', async () => {
    const { alice, erin, reflection } = await start()
    const id = await reflection.card(erin.client, 2, behaviour('One'))
    await alice.client.delete(`${reflection.url}/entries/${id}`)
    expect((await reflection.write(erin.client, 2, behaviour('One more'), id, 1)).as(Entry).revision).toBe(1)
  })

  test('takes only cards that belong to the question, and keeps them what they are', async () => {
    const { erin, reflection } = await start()
    expect((await reflection.write(erin.client, 1, behaviour('x'))).refusal).toBe('invalid-request')
    const id = await reflection.card(erin.client, 2, behaviour('x'))
    expect((await reflection.write(erin.client, 2, { kind: 'carry', text: 'x' }, id, 1)).refusal).toBe(
      'invalid-request',
    )
    expect((await reflection.write(erin.client, 3, behaviour('x'), id, 1)).refusal).toBe('invalid-request')
    const long = behaviour('x'.repeat(501))
    expect((await reflection.write(erin.client, 2, long)).refusal).toBe('invalid-request')
  })

  test('ends question 5 with at most three conditions', async () => {
    const { erin, reflection } = await start()
    for (const text of ['a', 'b', 'c']) await reflection.card(erin.client, 5, { kind: 'condition', text })
    const fourth = await reflection.write(erin.client, 5, { kind: 'condition', text: 'd' })
    expect(fourth.refusal).toBe('too-many-conditions')
    expect((await reflection.read(erin.client)).entries).toHaveLength(3)
  })

  test('an id that is no uuid is refused, and the list stays readable', async () => {
    const { erin, org, round } = await start()
    const wrong = await erin.client.post(`${org}/reflections`, { id: 'abcdefgh', roundId: round.id })
    expect(wrong.refusal).toBe('invalid-request')
    expect((await erin.client.get(`${org}/reflections`)).status).toBe(200)
  })

  test('puts cards together under one, and a group into a group as one', async () => {
    const { erin, reflection } = await start()
    const spot = (text: string): EntryBody => ({ kind: 'bright-spot', text, place: '', contact: '', exampleId: null })
    const [a, b, c] = [
      await reflection.card(erin.client, 4, spot('a')),
      await reflection.card(erin.client, 4, spot('b')),
      await reflection.card(erin.client, 4, spot('c')),
    ]
    const condition = await reflection.card(erin.client, 5, { kind: 'condition', text: 'Owned by users' })
    await erin.client.put(`${reflection.url}/groups`, { entryIds: [b], groupId: a })
    await erin.client.put(`${reflection.url}/groups`, { entryIds: [a, c], groupId: condition })
    const groupOf = async () =>
      Object.fromEntries((await reflection.read(erin.client)).entries.map(({ id, groupId }) => [id, groupId]))
    expect(await groupOf()).toEqual({ [a]: condition, [b]: condition, [c]: condition, [condition]: null })
    await erin.client.put(`${reflection.url}/groups`, { entryIds: [b], groupId: null })
    await erin.client.delete(`${reflection.url}/entries/${condition}`)
    expect(await groupOf()).toEqual({ [a]: null, [b]: null, [c]: null })
    const foreign = await erin.client.put(`${reflection.url}/groups`, { entryIds: [randomUUID()], groupId: a })
    expect(foreign.refusal).toBe('not-found')
  })

  test('gives everybody three dots for a question', async () => {
    const { alice, erin, reflection } = await start()
    const votes = `${reflection.url}/votes`
    const [candidate] = (await reflection.read(erin.client)).candidates
    const own = await reflection.card(erin.client, 1, { kind: 'tension', text: 'We never meet' })
    const dots = { [candidate?.id ?? '']: 2, [own]: 1 }
    expect((await erin.client.put(votes, { question: 1, dots })).status).toBe(204)
    expect((await alice.client.put(votes, { question: 1, dots: { [own]: 3 } })).status).toBe(204)
    expect((await alice.client.put(votes, { question: 1, dots: { [own]: 3, 'lowest:human': 1 } })).refusal).toBe(
      'too-many-dots',
    )
    expect((await alice.client.put(votes, { question: 2, dots: { 'lowest:human': 1 } })).refusal).toBe('not-found')
    const seen = await reflection.read(erin.client)
    expect(seen.candidates[0]?.dots).toBe(2)
    expect(seen.entries.find(({ id }) => id === own)?.dots).toBe(4)
    expect([seen.votes, seen.voters]).toEqual([{ '1': dots }, { '1': 2 }])
    await alice.client.put(votes, { question: 1, dots: {} })
    expect((await reflection.read(erin.client)).voters).toEqual({ '1': 1 })
  })

  test('closed, it is readable and takes nothing more until it is opened again', async () => {
    const { alice, erin, reflection, org } = await start()
    const id = await reflection.card(erin.client, 2, behaviour('One'))
    await erin.client.patch(reflection.url, { state: 'closed' })
    const refused = [
      await reflection.write(erin.client, 2, behaviour('Two'), id, 1),
      await reflection.write(erin.client, 2, behaviour('New')),
      await erin.client.patch(`${reflection.url}/entries/${id}`, { carried: true }),
      await erin.client.delete(`${reflection.url}/entries/${id}`),
      await erin.client.put(`${reflection.url}/votes`, { question: 1, dots: {} }),
      await erin.client.patch(reflection.url, { title: 'Another' }),
      await erin.client.patch(reflection.url, { title: 'Another', state: 'closed' }),
      await alice.client.put(`${reflection.url}/phase`, { question: 1, phase: 'shown' }),
      await erin.client.put(`${org}/interventions/${randomUUID()}`, await proposalOf(reflection.id)),
    ]
    expect(refused.map(({ refusal }) => refusal)).toEqual(refused.map(() => 'reflection-closed'))
    const closed = await reflection.read(erin.client)
    expect([closed.canWrite, closed.entries[0]?.body]).toEqual([false, behaviour('One')])
    await erin.client.patch(reflection.url, { state: 'open' })
    expect((await reflection.write(erin.client, 2, behaviour('Two'), id, 1)).status).toBe(200)
  })

  test('shows who is looking, for less than a minute', async () => {
    const { alice, erin, reflection, api } = await start()
    await erin.client.put(`${reflection.url}/presence`, { question: 2, entryId: null })
    const here = async () => (await reflection.read(alice.client)).people.map(({ name, question }) => [name, question])
    expect(await here()).toEqual([['Erin', 2]])
    api.clock.pass({ seconds: 46 })
    expect(await here()).toEqual([])
  })

  test('is listed with what was answered; viewers read along and write nothing', async () => {
    const { erin, frank, reflection, org } = await start()
    await reflection.card(erin.client, 2, behaviour('One'))
    await erin.client.patch(reflection.url, { skipped: [3, 3, 1] })
    const { items } = (await frank.client.get(`${org}/reflections`)).as(listOf(ReflectionSummary))
    expect(items[0]).toMatchObject({ id: reflection.id, answered: [2], skipped: [1, 3], capitals: ['natural'] })
    expect((await reflection.write(frank.client, 2, behaviour('x'))).refusal).toBe('not-allowed')
    expect((await reflection.read(frank.client)).canWrite).toBe(false)
  })

  test('tells no figure to who may not read the result of a workshop yet', async () => {
    const { api, alice, erin, bakery } = await start()
    const workshop = await TestWorkshop.make(alice.client, bakery, { itemIds: ITEMS })
    await joinAndRate(api, workshop.round.code, ITEMS, [1, 2, 3, 4, 5])
    await workshop.closeAndReveal(alice.client)
    const reflection = await TestReflection.start(alice.client, bakery, workshop.round.id)
    expect((await reflection.read(alice.client)).hasFigures).toBe(true)
    const { hasFigures, candidates, facts } = await reflection.read(erin.client)
    expect({ hasFigures, candidates, facts }).toEqual({ hasFigures: false, candidates: [], facts: [] })
  })
})

async function proposalOf(reflectionId: string): Promise<object> {
  const { AGREEMENT } = await import('../support/world-reflections.ts')
  return { reflectionId, roundId: null, content: AGREEMENT, revision: 0 }
}
