import { describe, expect, test } from 'vitest'
import { listOf } from '../../server/contract/common.ts'
import { Round } from '../../server/contract/rounds.ts'
import { RevealedView, WallView, type Workshop, WorkshopSummary } from '../../server/contract/workshops.ts'
import { closeDueRounds } from '../../server/services/closing.ts'
import { joinRound, newRound, signUp, startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople } from '../support/people.ts'
import { joinAndRate, TestWorkshop } from '../support/workshop.ts'

const ITEMS = ['i01', 'i02']

describe.each(DATABASES)('a workshop, on $name', ({ open }) => {
  async function start(): Promise<{ api: TestApp; alice: Client; org: string; workshop: TestWorkshop }> {
    const api = await startAppForTest(open)
    const { client: alice, organisationId: org } = await signUp(api)
    return { api, alice, org, workshop: await TestWorkshop.make(alice, org, { itemIds: ITEMS, groups: [] }) }
  }

  async function startWithPeople() {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    const alice = people.alice.client
    return { ...people, api, alice, workshop: await TestWorkshop.make(alice, people.bakery, { itemIds: ITEMS }) }
  }

  const wallOf = async (by: Client, roundId: string) => (await by.get(`/api/live/rounds/${roundId}/wall`)).as(WallView)

  test('continues a round that exists, once, with what was answered already', async () => {
    const { api, alice, org, workshop } = await start()
    await joinAndRate(api, workshop.round.code, ITEMS, [1, 2])
    const seen = await workshop.read(alice)
    expect(seen.round.counts).toMatchObject({ joined: 2, started: 2 })
    expect(seen.room.scene).toEqual({ kind: 'join' })
    const again = await alice.post(`/api/organisations/${org}/workshops`, { roundId: workshop.round.id })
    expect([again.status, again.refusal]).toEqual([409, 'workshop-exists'])
    const list = (await alice.get(`/api/organisations/${org}/workshops`)).as(listOf(WorkshopSummary))
    expect(list.items.map(({ id }) => id)).toEqual([workshop.id])
    const round = (await alice.get(`/api/organisations/${org}/rounds/${workshop.round.id}`)).as(Round)
    expect(round.workshopId).toBe(workshop.id)
  })

  test('keeps what was prepared: time plan and number expected', async () => {
    const { alice, workshop } = await start()
    const plan = [{ title: 'Welcome', minutes: 5, scene: 'join' }]
    await alice.patch(workshop.url, { plan, expected: 12 })
    const seen = await workshop.read(alice)
    expect([seen.plan, seen.round.expected]).toEqual([plan, 12])
  })

  test('shows a wall what is shown and how many are done, to whoever has its link', async () => {
    const { api, alice, workshop } = await start()
    const wall = await workshop.wall(alice, api.nobody)
    const people = await joinAndRate(api, workshop.round.code, ITEMS, [1, 2, 3])
    await people[0]?.client.post('/api/response/finish')
    await workshop.do(alice, { do: 'show', scene: { kind: 'question', itemId: 'i02' } })
    const seen = await wallOf(wall, workshop.round.id)
    expect(seen.counts).toEqual({ joined: 3, finished: 1, expected: null })
    expect(seen.join?.code).toBe(workshop.round.code)
    expect(seen.question).toMatchObject({ number: 2, of: 2 })
    expect(JSON.stringify(seen.question)).not.toContain('topic')
  })

  test('a link of a wall that was never made opens nothing', async () => {
    const { api } = await start()
    const reply = await api.nobody.post('/api/displays', { token: 'x'.repeat(43) })
    expect([reply.status, reply.refusal, reply.cookie('mvd')]).toEqual([401, 'sign-in-needed', undefined])
  })

  test('the secret of a phone does not open a wall', async () => {
    const { api, workshop } = await start()
    const { secret } = await joinRound(api.nobody, workshop.round.code)
    expect((await api.nobody.post('/api/displays', { token: secret })).refusal).toBe('sign-in-needed')
  })

  test('a wall opens with its link in a browser, and then its cookie is enough', async () => {
    const { api, alice, workshop } = await start()
    const wall = await workshop.wall(alice, api.nobody)
    const token = wall.headers['authorization']?.replace('Display ', '') ?? ''
    const opened = await api.nobody.post('/api/displays', { token })
    const browser = api.nobody.with({ cookie: `mvd=${opened.cookie('mvd')}` })
    expect((await wallOf(browser, workshop.round.id)).round.id).toBe(workshop.round.id)
  })

  test('links of walls end when the facilitator ends them, and a new one works', async () => {
    const { api, alice, workshop } = await start()
    const wall = await workshop.wall(alice, api.nobody)
    expect((await alice.delete(`${workshop.url}/display-links`)).status).toBe(204)
    const reply = await wall.get(`/api/live/rounds/${workshop.round.id}/wall`)
    expect([reply.status, reply.refusal]).toEqual([401, 'sign-in-needed'])
    await wallOf(await workshop.wall(alice, api.nobody), workshop.round.id)
  })

  test('pauses, goes black and counts down, and everybody in the room sees it', async () => {
    const { api, alice, workshop } = await start()
    const { client: phone } = await joinRound(api.nobody, workshop.round.code)
    await workshop.do(alice, { do: 'pause', on: true })
    await workshop.do(alice, { do: 'black', on: true })
    await workshop.do(alice, { do: 'timer', seconds: 120 })
    const seen = await wallOf(phone, workshop.round.id)
    expect(seen.room).toMatchObject({ isPaused: true, isBlack: true, timer: { seconds: 120 } })
    api.clock.pass({ minutes: 3 })
    expect((await wallOf(phone, workshop.round.id)).room?.timer).toBeNull()
    await workshop.do(alice, { do: 'show', scene: { kind: 'progress' } })
    expect((await wallOf(phone, workshop.round.id)).room?.isBlack).toBe(false)
  })

  test('a locked door keeps new phones out and lets those that are in come back', async () => {
    const { api, alice, workshop } = await start()
    const joinId = 'a-phone-of-the-room'
    await joinRound(api.nobody, workshop.round.code, { joinId })
    await workshop.do(alice, { do: 'door', locked: true })
    const late = await api.nobody.post('/api/join', { code: workshop.round.code })
    expect([late.status, late.refusal]).toEqual([409, 'door-locked'])
    await joinRound(api.nobody, workshop.round.code, { joinId })
    expect((await workshop.read(alice)).round.counts.joined).toBe(1)
    await workshop.do(alice, { do: 'door', locked: false })
    await joinRound(api.nobody, workshop.round.code)
  })

  test('closes after ten seconds in which it can be taken back, and the code stays the same', async () => {
    const { api, alice, workshop } = await start()
    const [person] = await joinAndRate(api, workshop.round.code, ITEMS, [3])
    const closing = await workshop.do(alice, { do: 'close' })
    expect([closing.round.state, closing.round.code]).toEqual(['closing', null])
    expect((await api.nobody.post('/api/join', { code: workshop.round.code })).refusal).toBe('wrong-code')
    const saved = await person?.client.put('/api/response/answers', [
      { opId: 'in-the-last-moment', itemId: 'i01', horizon: 'now', seq: 2, rating: 4 },
    ])
    expect(saved?.text).toContain('applied')
    api.clock.pass({ seconds: 9 })
    await closeDueRounds(api.deps)
    const back = await workshop.do(alice, { do: 'undo-close' })
    expect([back.round.state, back.round.code]).toEqual(['open', workshop.round.code])
    await joinRound(api.nobody, workshop.round.code)
    await workshop.do(alice, { do: 'close' })
    api.clock.pass({ seconds: 10 })
    await closeDueRounds(api.deps)
    expect((await workshop.read(alice)).round.state).toBe('closed')
    expect((await workshop.press(alice, { do: 'undo-close' })).refusal).toBe('round-closed')
  })

  test('shows no figure before the reveal, and a frozen release after it', async () => {
    const { api, alice, workshop } = await start()
    const wall = await workshop.wall(alice, api.nobody)
    await joinAndRate(api, workshop.round.code, ITEMS, [1, 1, 1, 1, 2, 2, 5, 5, 5, 5, 4, 4])
    const revealed = `/api/live/rounds/${workshop.round.id}/revealed`
    expect((await workshop.press(alice, { do: 'reveal' })).refusal).toBe('not-closed-yet')
    const divided = { do: 'show', scene: { kind: 'divided', horizon: 'now' } } as const
    expect((await workshop.press(alice, divided)).refusal).toBe('nothing-revealed')
    await alice.post(`${workshop.url.replace(/workshops.*/, '')}rounds/${workshop.round.id}/close`)
    expect((await wall.get(revealed)).refusal).toBe('nothing-revealed')
    const seen = await workshop.do(alice, { do: 'reveal' })
    expect([seen.isRevealed, seen.room.scene.kind]).toEqual([true, 'divided'])
    const { results, instrument } = (await wall.get(revealed)).as(RevealedView)
    expect(results.items.map(({ agreement }) => agreement.word)).toEqual(['divided', 'divided'])
    expect(instrument.dimensions).toContain('human')
  })

  test('a reveal of a round that nobody answered is refused', async () => {
    const { alice, org, workshop } = await start()
    await alice.post(`/api/organisations/${org}/rounds/${workshop.round.id}/close`)
    expect((await workshop.press(alice, { do: 'reveal' })).refusal).toBe('nothing-to-release')
  })

  test('late answers change nothing that was revealed, and count after the round was opened again', async () => {
    const { api, alice, org, workshop } = await start()
    const people = await joinAndRate(api, workshop.round.code, ITEMS, [1, 1, 1, 1, 1])
    const { client: late } = await joinRound(api.nobody, workshop.round.code)
    await workshop.closeAndReveal(alice)
    const answer = { opId: 'came-too-late', itemId: 'i01', horizon: 'now', seq: 9, rating: 5 }
    expect((await late.put('/api/response/answers', [answer])).text).toContain('late')
    const revealed = `/api/live/rounds/${workshop.round.id}/revealed`
    const read = async () => (await late.get(revealed)).as(RevealedView).results
    const before = await read()
    expect((await workshop.read(alice)).round.counts.late).toBe(1)
    await alice.post(`/api/organisations/${org}/rounds/${workshop.round.id}/reopen`)
    expect((await workshop.read(alice)).round.counts).toMatchObject({ late: 0, started: people.length + 1 })
    api.clock.pass({ minutes: 2 })
    // While people may answer again, nobody sees what was revealed.
    expect((await late.get(revealed)).refusal).toBe('nothing-revealed')
    await workshop.closeAndReveal(alice)
    expect(await read()).toEqual({ ...before, newerAnswers: true })
  })

  test('only one facilitator holds the controls, everybody sees who, and the other can take over', async () => {
    const { alice, bob, workshop } = await startWithPeople()
    const holder = (seen: Workshop) => seen.control?.name
    expect((await workshop.read(bob.client)).control).toBeNull()
    expect(holder(await workshop.do(alice, { do: 'show', scene: { kind: 'progress' } }))).toBe('Alice')
    const refused = await workshop.press(bob.client, { do: 'black', on: true })
    expect([refused.status, refused.refusal]).toEqual([409, 'controls-held'])
    expect((await workshop.read(alice)).room.isBlack).toBe(false)
    await bob.client.post(`${workshop.url}/controls`, { action: 'take' })
    await workshop.do(bob.client, { do: 'black', on: true })
    expect((await workshop.press(alice, { do: 'black', on: false })).refusal).toBe('controls-held')
    await alice.post(`${workshop.url}/controls`, { action: 'release' })
    expect((await workshop.read(alice)).control?.isMe).toBe(false)
    await bob.client.post(`${workshop.url}/controls`, { action: 'release' })
    expect(holder(await workshop.do(alice, { do: 'black', on: false }))).toBe('Alice')
  })

  test('closing cannot be taken back once its seconds are over, and nothing that came in then is lost', async () => {
    const { api, alice, workshop } = await start()
    const [person] = await joinAndRate(api, workshop.round.code, ITEMS, [3])
    await workshop.do(alice, { do: 'close' })
    api.clock.pass({ seconds: 11 })
    const answer = { opId: 'between-end-and-clock', itemId: 'i01', horizon: 'now', seq: 2, rating: 4 }
    expect((await person?.client.put('/api/response/answers', [answer]))?.text).toContain('late')
    expect((await workshop.press(alice, { do: 'undo-close' })).refusal).toBe('round-closed')
    await closeDueRounds(api.deps)
    await alice.post(`${workshop.url.replace(/workshops.*/, 'rounds')}/${workshop.round.id}/reopen`)
    expect((await person?.client.get('/api/response'))?.text).toContain('"rating":4')
  })

  test('refuses scenes that are not of this round', async () => {
    const { alice, workshop } = await start()
    const scene = { kind: 'question', itemId: 'i48' } as const
    expect((await workshop.press(alice, { do: 'show', scene })).refusal).toBe('unknown-item')
  })

  test('a rehearsal is a round of its own that is in no list and can be removed whole', async () => {
    const { api, alice, org, workshop } = await start()
    const made = JSON.parse((await alice.post(`${workshop.url}/rehearsals`, { phones: 7 })).text) as { id: string }
    const url = `/api/organisations/${org}/workshops/${made.id}`
    const rehearsal = JSON.parse((await alice.get(url)).text) as Workshop
    expect([rehearsal.isRehearsal, rehearsal.round.purpose, rehearsal.round.expected]).toEqual([true, 'rehearsal', 7])
    await joinAndRate(api, rehearsal.round.code ?? '', ITEMS, [4])
    expect((await workshop.read(alice)).round.counts.joined).toBe(0)
    const rounds = (await alice.get(`/api/organisations/${org}/rounds`)).as(listOf(Round))
    expect(rounds.items.map(({ id }) => id)).toEqual([workshop.round.id])
    expect((await alice.post(`${url}/rehearsals`, { phones: 5 })).refusal).toBe('not-allowed')
    const second = JSON.parse((await alice.post(`${workshop.url}/rehearsals`, { phones: 5 })).text) as { id: string }
    expect((await alice.get(url)).refusal, 'the one before goes').toBe('not-found')
    expect((await alice.delete(url.replace(made.id, second.id))).status).toBe(204)
    expect((await alice.get(url)).refusal).toBe('not-found')
    expect((await alice.delete(workshop.url)).refusal).toBe('not-allowed')
  })

  test('a round of another organisation is not there for a workshop', async () => {
    const { alice, carol, bakery, mill } = await startWithPeople()
    const foreign = await newRound(carol.client, mill)
    const reply = await alice.post(`/api/organisations/${bakery}/workshops`, { roundId: foreign.id })
    expect([reply.status, reply.refusal]).toEqual([404, 'not-found'])
  })
})
