import { describe, expect, test } from 'vitest'
import { listOf } from '../../server/contract/common.ts'
import { ResponseView } from '../../server/contract/responses.ts'
import { Round } from '../../server/contract/rounds.ts'
import { RevealedView, WallView } from '../../server/contract/workshops.ts'
import { joinRound, signUp, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { joinAndRate, TestWorkshop, voteAgain } from '../support/workshop.ts'

const ITEMS = ['i01', 'i02', 'i03', 'i04']
const BEFORE = [1, 1, 1, 1, 1, 5, 5, 5, 5, 5]
const AFTER = [3, 3, 3, 3, 3, 4, 4, 4, 4, 4]

describe.each(DATABASES)('a second vote, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const { client: alice, organisationId: org } = await signUp(api)
    const workshop = await TestWorkshop.make(alice, org, { itemIds: ITEMS, horizons: ['now', 'ahead'] })
    const people = await joinAndRate(api, workshop.round.code, ITEMS, BEFORE)
    await workshop.closeAndReveal(alice)
    return { api, alice, org, workshop, people }
  }

  test('asks the chosen items only, now, in a round of its own that phones of the room can join', async () => {
    const { api, alice, org, workshop, people } = await start()
    const seen = await workshop.do(alice, { do: 'vote', itemIds: ['i02', 'i03'] })
    expect(seen.votes).toMatchObject([{ number: 1, itemIds: ['i02', 'i03'], horizons: ['now'], state: 'open' }])
    expect(seen.room.scene).toEqual({ kind: 'progress' })
    const wall = (await alice.get(`/api/live/rounds/${workshop.round.id}/wall`)).as(WallView)
    expect(wall.vote).toMatchObject({ number: 1, items: 2, isRevealed: false })
    const [voter] = await voteAgain(api, people, wall.vote?.code ?? '', ['i02'], [4])
    const view = (await voter?.client.get('/api/response'))?.as(ResponseView)
    expect(view?.items.map(({ id }) => id)).toEqual(['i02', 'i03'])
    const rounds = (await alice.get(`/api/organisations/${org}/rounds`)).as(listOf(Round))
    expect(rounds.items.map(({ id }) => id)).toEqual([workshop.round.id])
  })

  test('stays beside the first, with both releases, once it is shown', async () => {
    const { api, alice, workshop, people } = await start()
    const vote = (await workshop.do(alice, { do: 'vote', itemIds: ['i02'] })).votes[0]
    const wall = (await alice.get(`/api/live/rounds/${workshop.round.id}/wall`)).as(WallView)
    const [voter] = await voteAgain(api, people, wall.vote?.code ?? '', ['i02'], AFTER)
    const read = async () => (await voter?.client.get(`/api/live/rounds/${vote?.id}/revealed`))?.as(RevealedView)
    expect((await read())?.votes).toEqual([])
    const seen = await workshop.closeAndReveal(alice, vote?.id)
    expect(seen.room.scene).toEqual({ kind: 'shift', voteId: vote?.id, itemId: 'i02' })
    const revealed = await read()
    const scoreIn = (results?: RevealedView['results']) => results?.items.find(({ itemId }) => itemId === 'i02')?.score
    expect([scoreIn(revealed?.results), scoreIn(revealed?.votes[0]?.results)]).toEqual([50, 63])
  })

  test('shows nothing of itself before it is closed and shown', async () => {
    const { alice, workshop } = await start()
    const vote = (await workshop.do(alice, { do: 'vote', itemIds: ['i02'] })).votes[0]
    const shift = { kind: 'shift', voteId: vote?.id ?? '', itemId: 'i02' } as const
    expect((await workshop.press(alice, { do: 'show', scene: shift })).refusal).toBe('nothing-revealed')
    expect((await workshop.press(alice, { do: 'reveal' })).refusal).toBe('not-closed-yet')
  })

  test('is for who is in the room, each phone once, also while the door is locked', async () => {
    const { api, alice, workshop, people } = await start()
    await workshop.do(alice, { do: 'door', locked: true })
    const vote = (await workshop.do(alice, { do: 'vote', itemIds: ['i02'] })).votes[0]
    const code = (await alice.get(`/api/live/rounds/${workshop.round.id}/wall`)).as(WallView).vote?.code ?? ''
    expect((await api.nobody.post('/api/join', { code })).refusal).toBe('wrong-code')
    const [person] = people
    const first = await joinRound(person?.client ?? api.nobody, code, { joinId: 'first-join-id' })
    const again = await joinRound(person?.client ?? api.nobody, code, { joinId: 'second-join-id' })
    expect(again.respondentId).toBe(first.respondentId)
    expect((await workshop.read(alice)).votes[0]?.counts.joined).toBe(1)
    const stored = await api.database.db
      .selectFrom('respondent')
      .selectAll()
      .where('roundId', '=', vote?.id ?? '')
      .execute()
    expect(JSON.stringify(stored)).not.toContain(person?.respondentId)
  })

  test('is opened once: neither reopened nor put away by itself', async () => {
    const { api, alice, org, workshop, people } = await start()
    const vote = (await workshop.do(alice, { do: 'vote', itemIds: ['i02'] })).votes[0]
    const code = (await alice.get(`/api/live/rounds/${workshop.round.id}/wall`)).as(WallView).vote?.code ?? ''
    await voteAgain(api, people, code, ['i02'], AFTER)
    await workshop.closeAndReveal(alice, vote?.id)
    for (const step of ['reopen', 'archive']) {
      const reply = await alice.post(`/api/organisations/${org}/rounds/${vote?.id}/${step}`)
      expect([step, reply.refusal]).toEqual([step, 'round-not-open'])
    }
  })

  test('closing, taking back and showing are about the vote while it goes on', async () => {
    const { alice, workshop } = await start()
    await workshop.do(alice, { do: 'vote', itemIds: ['i02'] })
    const closing = await workshop.do(alice, { do: 'close' })
    expect([closing.round.state, closing.votes[0]?.state]).toEqual(['closed', 'closing'])
    expect((await workshop.do(alice, { do: 'undo-close' })).votes[0]?.state).toBe('open')
  })

  test('there is one at a time, and one that nobody answered is over when it is closed', async () => {
    const { alice, org, workshop } = await start()
    const first = (await workshop.do(alice, { do: 'vote', itemIds: ['i02'] })).votes[0]
    expect((await workshop.press(alice, { do: 'vote', itemIds: ['i03'] })).refusal).toBe('vote-running')
    await alice.post(`/api/organisations/${org}/rounds/${first?.id}/close`)
    expect((await workshop.do(alice, { do: 'vote', itemIds: ['i03'] })).votes.map(({ number }) => number)).toEqual([
      1, 2,
    ])
  })

  test('needs a reveal first, and items and horizons of the round', async () => {
    const { alice, org, workshop } = await start()
    const fresh = await TestWorkshop.make(alice, org, { itemIds: ITEMS })
    expect((await fresh.press(alice, { do: 'vote', itemIds: ['i02'] })).refusal).toBe('nothing-revealed')
    expect((await workshop.press(alice, { do: 'vote', itemIds: ['i48'] })).refusal).toBe('unknown-item')
    const order = { do: 'vote', itemIds: ['i02'], horizons: ['wanted'] } as const
    expect((await workshop.press(alice, { ...order, itemIds: ['i02'], horizons: ['wanted'] })).refusal).toBe(
      'unknown-horizon',
    )
    expect((await workshop.read(alice)).votes).toEqual([])
  })

  test('the argument that moved people is kept with the item, and can be taken away', async () => {
    const { alice, workshop } = await start()
    const vote = (await workshop.do(alice, { do: 'vote', itemIds: ['i02'] })).votes[0]
    const url = `${workshop.url}/votes/${vote?.id}/arguments`
    await alice.put(url, { itemId: 'i02', text: 'The lease ends next year' })
    expect((await workshop.read(alice)).votes[0]?.arguments).toEqual({ i02: 'The lease ends next year' })
    await alice.put(url, { itemId: 'i02', text: '' })
    expect((await workshop.read(alice)).votes[0]?.arguments).toEqual({})
    expect((await alice.put(url, { itemId: 'i03', text: 'x' })).refusal).toBe('unknown-item')
    const elsewhere = `${workshop.url}/votes/${workshop.round.id}/arguments`
    expect((await alice.put(elsewhere, { itemId: 'i02', text: 'x' })).refusal).toBe('not-found')
  })
})
