import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { listOf } from '../../server/contract/common.ts'
import { Intervention } from '../../server/contract/interventions.ts'
import { newRound, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople, withToken } from '../support/people.ts'
import { TestReflection } from '../support/reflection.ts'
import { joinAndRate } from '../support/workshop.ts'
import { AGREEMENT } from '../support/world-reflections.ts'

const ITEMS = ['i01', 'i02']
const PRICE = { dimensions: ['financial'], bearer: 'The owners, for one year' }
const UP = { dimension: 'natural', perspective: 'external', effect: 2, term: 'medium', confidence: 'middle' } as const

describe.each(DATABASES)('an intervention, on $name', ({ open }) => {
  async function start(changes: Partial<typeof AGREEMENT> = {}) {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    const { client } = people.alice
    const round = await newRound(client, people.bakery, { itemIds: ITEMS, mode: 'open' })
    await joinAndRate(api, round.code, ITEMS, [1, 5])
    await client.post(`/api/organisations/${people.bakery}/rounds/${round.id}/close`)
    const reflection = await TestReflection.start(people.erin.client, people.bakery, round.id)
    const proposal = await reflection.propose(people.erin.client, changes)
    // Weeks pass in some tests, and sessions end.
    const erin = await withToken(api, people.erin)
    return { ...people, erin, api, round, reflection, proposal, org: `/api/organisations/${people.bakery}` }
  }

  test('starts as a proposal of its reflection, from the round that this is about', async () => {
    const { erin, proposal, round, reflection } = await start()
    expect(await proposal.read(erin.client)).toMatchObject({
      state: 'proposed',
      reflectionId: reflection.id,
      baseline: { roundId: round.id },
      content: AGREEMENT,
      script: { move: 'agree' },
      revision: 1,
    })
  })

  test('may be half empty while somebody writes it', async () => {
    const { erin, proposal } = await start({ title: '', agreement: '', owner: '', reviewOn: null, criteria: [] })
    expect((await proposal.read(erin.client)).content.title).toBe('')
  })

  test('two people who write it never lose a word', async () => {
    const { alice, erin, proposal } = await start()
    expect((await proposal.change(erin.client, { owner: 'Erin' }, 1)).status).toBe(200)
    expect((await proposal.change(alice.client, { owner: 'Alice B' }, 1)).refusal).toBe('edited-meanwhile')
    expect((await proposal.change(erin.client, {}, 1)).as(Intervention).revision).toBe(2)
    expect((await proposal.read(alice.client)).content.owner).toBe('Erin')
  })

  test.each([
    ['agreement-empty', { title: '' }],
    ['agreement-empty', { agreement: '' }],
    ['owner-missing', { owner: '' }],
    ['review-date-missing', { reviewOn: null }],
  ])('is not agreed: %s', async (refusal, changes) => {
    const { erin, proposal } = await start(changes)
    for (const state of ['agreed', 'running']) expect((await proposal.move(erin.client, state)).refusal).toBe(refusal)
    expect((await proposal.read(erin.client)).state).toBe('proposed')
  })

  test('is not looked back at in the past', async () => {
    const { api, erin, proposal } = await start({ reviewOn: '2026-11-20' })
    const past = await proposal.change(erin.client, { reviewOn: '2026-11-01' })
    expect([past.status, past.refusal]).toEqual([422, 'review-date-past'])
    // The date that was chosen when it lay ahead stays as it is while other words change.
    api.clock.pass({ days: 30 })
    expect((await proposal.change(erin.client, { owner: 'Erin' })).status).toBe(200)
    expect((await proposal.move(erin.client, 'agreed')).refusal).toBe('review-date-past')
  })

  test('is kept without effects, and effects are not kept without who bears the price', async () => {
    const { erin, proposal } = await start()
    const put = (effects: object[], price: object, revision = 0) =>
      erin.client.put(`${proposal.url}/effects`, { effects, price, revision })
    const nobody = { dimensions: [], bearer: '' }
    expect((await put([UP], nobody)).refusal).toBe('price-bearer-missing')
    expect((await put([UP], { ...PRICE, bearer: '' })).refusal).toBe('price-bearer-missing')
    expect((await put([UP], { ...PRICE, dimensions: [] })).refusal).toBe('price-bearer-missing')
    const down = { ...UP, dimension: 'human', effect: -1 }
    expect((await put([UP, down], PRICE)).refusal, 'what falls must be named').toBe('price-bearer-missing')
    expect((await proposal.read(erin.client)).effects).toEqual([])
    expect((await put([{ ...UP, effect: 0 }], nobody)).status).toBe(200)
    const kept = (await put([UP], PRICE, 1)).as(Intervention)
    expect([kept.effects, kept.price, kept.effectsRevision]).toEqual([[UP], PRICE, 2])
    expect((await put([], PRICE, 1)).refusal).toBe('edited-meanwhile')
    expect((await put([UP], PRICE, 1)).status, 'the same again is no change').toBe(200)
  })

  test('expects only what the round knows, once', async () => {
    const { erin, proposal } = await start()
    const put = (effects: object[], price: object = PRICE) =>
      erin.client.put(`${proposal.url}/effects`, { effects, price, revision: 0 })
    for (const effects of [[{ ...UP, dimension: 'luck' }], [{ ...UP, perspective: 'above' }], [UP, UP]]) {
      expect((await put(effects)).refusal).toBe('invalid-request')
    }
    expect((await put([UP], { ...PRICE, dimensions: ['luck'] })).refusal).toBe('invalid-request')
    expect((await put([{ ...UP, effect: 3 }])).refusal).toBe('invalid-request')
  })

  test('an objection stands in the way until it is dealt with; a concern becomes a criterion', async () => {
    const { alice, bob, erin, proposal } = await start()
    expect((await proposal.answer(alice.client, 'no-objection')).refusal).toBe('consent-closed')
    await proposal.consent(erin.client, 'open')
    expect((await proposal.move(erin.client, 'agreed')).refusal).toBe('consent-open')
    expect((await proposal.answer(alice.client, 'objection')).refusal).toBe('objection-without-text')
    await proposal.answer(alice.client, 'objection', 'The roof is too weak')
    await proposal.answer(bob.client, 'concern', 'It may take a year')
    const open_ = await proposal.read(erin.client)
    expect(open_.consent).toMatchObject({ state: 'open', answered: 2, noObjection: null, voices: [] })
    const { voices } = (await proposal.consent(erin.client, 'closed')).as(Intervention).consent
    expect(voices.map(({ stance, text }) => [stance, text]).toSorted()).toEqual([
      ['concern', 'It may take a year'],
      ['objection', 'The roof is too weak'],
    ])
    expect(JSON.stringify(voices)).not.toContain('Alice')
    expect((await proposal.move(erin.client, 'agreed')).refusal).toBe('objection-stands')
    const idOf = (stance: string) => voices.find((voice) => voice.stance === stance)?.id
    const resolve = (stance: string, resolution: string) =>
      erin.client.put(`${proposal.url}/voices/${idOf(stance)}`, { resolution })
    await resolve('objection', 'integrated')
    const after = (await resolve('concern', 'criterion')).as(Intervention)
    expect(after.content.criteria).toEqual([...AGREEMENT.criteria, 'It may take a year'])
    expect((await proposal.move(erin.client, 'agreed')).as(Intervention).state).toBe('agreed')
  })

  test('somebody who answers again has one voice, and a new objection stands again', async () => {
    const { alice, erin, proposal } = await start()
    await proposal.consent(erin.client, 'open')
    await proposal.answer(alice.client, 'objection', 'No')
    await proposal.answer(alice.client, 'no-objection', 'words that go away')
    const closed = (await proposal.consent(erin.client, 'closed')).as(Intervention)
    expect(closed.consent).toMatchObject({ answered: 1, noObjection: 1, voices: [] })
    await proposal.consent(erin.client, 'open')
    expect((await proposal.read(alice.client)).consent.own).toEqual({ stance: 'no-objection', text: '' })
  })

  test('goes from agreed to running to reviewed, and the review brings the next date', async () => {
    const { api, erin, proposal } = await start({ reviewOn: '2026-11-20' })
    const review = { id: randomUUID(), helped: 'partly', why: 'Two firms', improve: 'Ask more', dropped: false }
    const look = (changes: object) =>
      erin.client.post(`${proposal.url}/reviews`, { ...review, nextReviewOn: null, ...changes })
    expect((await look({ nextReviewOn: '2027-02-01' })).refusal).toBe('not-agreed-yet')
    await proposal.move(erin.client, 'agreed')
    await proposal.move(erin.client, 'running')
    expect((await proposal.read(erin.client)).isDue).toBe(false)
    api.clock.pass({ days: 18 })
    expect((await proposal.read(erin.client)).isDue).toBe(true)
    expect((await look({})).refusal).toBe('review-date-missing')
    expect((await look({ nextReviewOn: '2026-11-01' })).refusal).toBe('review-date-past')
    expect((await proposal.read(erin.client)).reviews).toEqual([])
    const seen = (await look({ nextReviewOn: '2027-02-01' })).as(Intervention)
    expect(seen).toMatchObject({ state: 'reviewed', isDue: false, content: { reviewOn: '2027-02-01' } })
    expect(seen.reviews).toMatchObject([{ helped: 'partly', by: 'Erin', reviewedOn: '2026-11-20' }])
    await look({ nextReviewOn: '2027-02-01' })
    expect((await proposal.read(erin.client)).reviews, 'the same review again is one').toHaveLength(1)
    const dropped = await look({ id: randomUUID(), dropped: true, helped: 'no' })
    expect(dropped.as(Intervention).state).toBe('stopped')
  })

  test('stays whole once it was agreed, and is never thrown away after that', async () => {
    const { erin, proposal } = await start()
    await proposal.move(erin.client, 'agreed')
    expect((await proposal.change(erin.client, { owner: '' })).refusal).toBe('owner-missing')
    expect((await proposal.change(erin.client, { reviewOn: null })).refusal).toBe('review-date-missing')
    expect((await proposal.change(erin.client, { agreement: '' })).refusal).toBe('agreement-empty')
    await proposal.move(erin.client, 'proposed')
    expect((await erin.client.delete(proposal.url)).refusal).toBe('intervention-agreed')
    const review = { id: randomUUID(), helped: 'no', why: '', improve: '', dropped: false, nextReviewOn: '2099-01-01' }
    await proposal.move(erin.client, 'stopped')
    expect((await erin.client.post(`${proposal.url}/reviews`, review)).refusal).toBe('not-agreed-yet')
  })

  test('two calls that bring the same new one at the same moment lose no word', async () => {
    const { erin, reflection } = await start()
    const url = `${reflection.url.replace(/reflections.*/, 'interventions')}/${randomUUID()}`
    const put = (title: string) =>
      erin.client.put(url, {
        reflectionId: reflection.id,
        roundId: null,
        content: { ...AGREEMENT, title },
        revision: 0,
      })
    const replies = await Promise.all([put('First'), put('First and more')])
    const told = replies.map(({ status }) => status).toSorted((a, b) => a - b)
    expect(told).toEqual([200, 409])
  })

  test('a concern does not become a criterion where there are twelve already', async () => {
    const { alice, erin, proposal } = await start({ criteria: Array.from({ length: 12 }, (_, line) => `Line ${line}`) })
    await proposal.consent(erin.client, 'open')
    await proposal.answer(alice.client, 'concern', 'One more')
    const { consent } = (await proposal.consent(erin.client, 'closed')).as(Intervention)
    const voice = `${proposal.url}/voices/${consent.voices[0]?.id}`
    expect((await erin.client.put(voice, { resolution: 'criterion' })).refusal).toBe('too-many-criteria')
    expect((await proposal.read(erin.client)).consent.voices[0]?.resolution).toBeNull()
  })

  test('is thrown away only while it is a proposal', async () => {
    const { erin, proposal, reflection } = await start()
    await proposal.move(erin.client, 'agreed')
    expect((await erin.client.delete(proposal.url)).refusal).toBe('intervention-agreed')
    const other = await reflection.propose(erin.client)
    expect((await erin.client.delete(other.url)).status).toBe(204)
    expect((await erin.client.get(other.url)).refusal).toBe('not-found')
    const gone = { reflectionId: reflection.id, roundId: null, content: AGREEMENT, revision: 1 }
    expect((await erin.client.put(other.url, gone)).refusal, 'it does not come back by itself').toBe('not-found')
  })

  test('is listed in the order of the script, and for its reflection alone', async () => {
    const { erin, reflection, org } = await start({ title: 'park', impact: 0, support: { staff: 'waiting' } })
    await reflection.propose(erin.client, { title: 'talk', support: { staff: 'against' } })
    await reflection.propose(erin.client, { title: 'agree' })
    await reflection.propose(erin.client, { title: 'unknown', impact: null })
    const titles = async (query = '') =>
      (await erin.client.get(`${org}/interventions${query}`))
        .as(listOf(Intervention))
        .items.map(({ content }) => content.title)
    expect(await titles()).toEqual(['agree', 'talk', 'park', 'unknown'])
    expect(await titles(`?reflection=${reflection.id}`)).toHaveLength(4)
    expect(await titles(`?reflection=${randomUUID()}`)).toEqual([])
  })

  test('never enters a score: the result of its round is the same before and after', async () => {
    const { erin, org, round, proposal } = await start()
    const results = `${org}/rounds/${round.id}/results`
    const before = (await erin.client.get(results)).text
    await erin.client.put(`${proposal.url}/effects`, { effects: [UP], price: PRICE, revision: 0 })
    await proposal.move(erin.client, 'agreed')
    expect((await erin.client.get(results)).text).toBe(before)
  })
})
