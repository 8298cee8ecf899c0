import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Budgets } from '../../server/auth/budgets.ts'
import { Acknowledgements } from '../../server/contract/responses.ts'
import { MOST_LINES } from '../../server/live/few-lines.ts'
import { joinRound, newRound, type Respondent, signUp, startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { Stream } from '../support/stream.ts'

const VENUE = '198.51.100.7'

describe.each(DATABASES)('how much anybody may do, on $name', ({ open }) => {
  async function room(people: number): Promise<{ api: TestApp; code: string; roundId: string; phones: Respondent[] }> {
    const api = await startAppForTest(open)
    const { client, organisationId } = await signUp(api)
    const { code, id } = await newRound(client, organisationId, { itemIds: ['i01', 'i02'] })
    const inRoom = api.nobody.with({}, VENUE)
    const phones: Respondent[] = []
    for (let turn = 0; turn < people; turn += 1) phones.push(await joinRound(inRoom, code, { joinId: randomUUID() }))
    return { api, code, roundId: id, phones }
  }

  const answer = ({ client }: Respondent, seq: number) => {
    return client.put('/api/response/answers', [
      { opId: randomUUID(), itemId: 'i01', horizon: 'now', seq, rating: (seq % 5) + 1 },
    ])
  }

  test('one phone writes at the pace of a person, is told how long to wait, and holds nobody up', async () => {
    const { api, phones } = await room(2)
    const [quick, calm] = phones as [Respondent, Respondent]
    for (let seq = 1; seq <= 50; seq += 1) expect((await answer(quick, seq)).status).toBe(200)
    const refused = await answer(quick, 51)
    expect([refused.status, refused.refusal, refused.headers['retry-after']]).toEqual([429, 'too-many-attempts', '1'])
    // Reading costs nothing, and another phone has a budget of its own.
    expect((await quick.client.get('/api/response')).status).toBe(200)
    expect((await answer(calm, 1)).status).toBe(200)
    api.clock.pass({ seconds: 1 })
    // What was refused was not taken, and arrives later.
    const [acknowledged] = (await answer(quick, 51)).as(Acknowledgements)
    expect(acknowledged?.status).toBe('applied')
  })

  test('60 honest phones behind one address are not held up by 20 wrong codes a minute that come from it', async () => {
    const { api, code, phones } = await room(0)
    const inRoom = api.nobody.with({}, VENUE)
    const statuses: number[] = []
    let guesses = 0
    for (let second = 0; second < 60; second += 1) {
      if (second % 3 === 0) {
        const guess = await inRoom.post('/api/join', { code: `AAAA${String.fromCharCode(65 + guesses)}A` })
        expect(guess.refusal).toBe('wrong-code')
        guesses += 1
      }
      const joinId = randomUUID()
      statuses.push((await inRoom.post('/api/join/preview', { code })).status)
      const phone = await joinRound(inRoom, code, { joinId })
      phones.push(phone)
      for (const one of phones.slice(-3)) statuses.push((await answer(one, second + 1)).status)
      api.clock.pass({ seconds: 1 })
    }
    expect(guesses).toBe(20)
    expect(statuses.filter((status) => status !== 200)).toEqual([])
    expect(phones).toHaveLength(60)
  })

  test('too many wrong codes are told when the minute is over', async () => {
    const { api } = await room(0)
    const guess = () => api.nobody.post('/api/join', { code: 'AAAAAA' })
    for (let turn = 0; turn < 300; turn += 1) await guess()
    api.clock.pass({ seconds: 22 })
    const refused = await guess()
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '38'])
    api.clock.pass({ seconds: 38 })
    expect((await guess()).refusal).toBe('wrong-code')
  })

  test('a phone has three event streams at most: the oldest, which is a dead one, gives way to a new one', async () => {
    const { api, roundId, phones } = await room(2)
    const [mine, other] = phones as [Respondent, Respondent]
    const origin = await api.app.listen({ port: 0, host: '127.0.0.1' })
    const follow = ({ secret }: Respondent) => {
      return Stream.open(`${origin}/api/live/rounds/${roundId}`, { authorization: `Respondent ${secret}` })
    }
    const theirs = await follow(other)
    const streams: Stream[] = []
    for (let turn = 0; turn < MOST_LINES.respondent + 2; turn += 1) streams.push(await follow(mine))
    const [first, second, ...rest] = streams
    await first?.until(() => first.isOpen === false)
    await second?.until(() => second.isOpen === false)
    // Not at once again: two windows would push each other out for ever.
    expect(first?.text).toMatch(/retry: 15000/)
    expect(rest.map(({ isOpen }) => isOpen)).toEqual([true, true, true])
    expect(theirs.isOpen).toBe(true)
    for (const stream of [...streams, theirs]) stream.close()
  })
})

describe('a budget', () => {
  test('fills up again with time, never above what it was', () => {
    const budgets = new Budgets({ burst: 2, perSecond: 0.5 })
    expect([0, 0, 0].map(() => budgets.take('a', 1_000))).toEqual([0, 0, 2])
    expect(budgets.take('a', 2_000)).toBe(1)
    expect(budgets.take('a', 3_000)).toBe(0)
    expect([0, 0, 0].map(() => budgets.take('a', 100_000))).toEqual([0, 0, 2])
  })

  test('owes nothing because the clock was set back, and fills up again from then on', () => {
    const budgets = new Budgets({ burst: 2, perSecond: 0.5 })
    expect([0, 0, 0].map(() => budgets.take('a', 100_000))).toEqual([0, 0, 2])
    expect(budgets.take('a', 99_000)).toBe(2)
    expect(budgets.take('a', 101_000)).toBe(0)
    // So long ago that it says nothing any more.
    expect(budgets.take('a', 1_000)).toBe(0)
  })

  test('is forgotten when it is full, so that a million names cost no memory', () => {
    const budgets = new Budgets({ burst: 10, perSecond: 10 })
    for (let turn = 0; turn < 1_000_000; turn += 1) budgets.take(`name ${turn}`, turn)
    expect(budgets.size).toBeLessThanOrEqual(1_001)
  })
})
