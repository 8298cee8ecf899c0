import { beforeEach, describe, expect, test } from 'vitest'
import { Me, Member } from '../../server/contract/accounts.ts'
import { listOf } from '../../server/contract/common.ts'
import { startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople, invitePerson, type People } from '../support/people.ts'

const Members = listOf(Member)

describe.each(DATABASES)('consultants at work in an organisation, on $name', ({ open }) => {
  let api: TestApp
  let people: People
  let org: string

  beforeEach(async () => {
    api = await startAppForTest(open)
    people = await gatherPeople(api)
    org = `/api/organisations/${people.bakery}`
  })

  const press = (person: { userId: string }, what: 'extend' | 'end') =>
    people.alice.client.post(`${org}/engagements/${person.userId}/${what}`)
  const change = (person: { userId: string }, body: object) =>
    people.alice.client.patch(`${org}/members/${person.userId}`, body)
  const notedAbout = async ({ userId }: { userId: string }) => {
    const events = api.database.db.selectFrom('auditEvent').select(['action', 'userId'])
    const rows = await events.where('object', '=', userId).orderBy('id').execute()
    return rows.filter(({ action }) => action.startsWith('engagement.'))
  }

  test('extending goes on from the end that was agreed, three months each time, and at most 24 months from now', async () => {
    await change(people.bob, { role: 'facilitator', until: '2026-11-30T22:59:59.000Z' })
    expect((await press(people.bob, 'extend')).as(Member).until).toBe('2027-02-28T22:59:59.000Z')
    expect((await press(people.bob, 'extend')).as(Member).until).toBe('2027-05-28T22:59:59.000Z')
    for (let time = 0; time < 8; time += 1) await press(people.bob, 'extend')
    expect((await press(people.bob, 'extend')).as(Member).until).toBe('2028-11-02T11:00:00.000Z')
  })

  test('extending never makes an engagement shorter than it was', async () => {
    const until = '2031-01-01T00:00:00.000Z'
    await change(people.bob, { role: 'facilitator', until })
    expect((await press(people.bob, 'extend')).as(Member).until).toBe(until)
  })

  test('who has no end, and whose engagement is over, gets three months from now', async () => {
    for (const person of [people.bob, people.dan])
      expect((await press(person, 'extend')).as(Member).until).toBe('2027-02-02T11:00:00.000Z')
    expect((await people.dan.client.get(org)).status).toBe(200)
  })

  test('ending counts from the next request on, and keeps when it ended', async () => {
    expect((await people.bob.client.get(org)).status).toBe(200)
    const ended = (await press(people.bob, 'end')).as(Member)
    expect(ended).toMatchObject({ name: 'Bob', role: 'facilitator', until: '2026-11-02T11:00:00.000Z' })
    expect((await people.bob.client.get(org)).status).toBe(404)
    expect((await people.bob.client.get('/api/me')).as(Me).memberships).toEqual([])
    api.clock.pass({ hours: 1 })
    expect((await press(people.bob, 'end')).as(Member).until).toBe(ended.until)
    const { items } = (await people.alice.client.get(`${org}/members`)).as(Members)
    expect(items.find(({ name }) => name === 'Bob')?.until).toBe(ended.until)
  })

  test('only consultants have an engagement, and a stranger looks like nobody', async () => {
    const replies = [
      await press(people.erin, 'extend'),
      await press(people.erin, 'end'),
      await press(people.alice, 'end'),
      await press(people.carol, 'extend'),
    ]
    expect(replies.map(({ refusal }) => refusal)).toEqual(Array(4).fill('not-found'))
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect((await people.erin.client.get(org)).status).toBe(200)
  })

  test('what happens to an engagement is on record, with who did it', async () => {
    const alice = people.alice.userId
    const gina = await invitePerson(api, people.alice.client, people.bakery, { name: 'Gina', role: 'facilitator' })
    const steps = [
      () => change(gina, { role: 'facilitator', until: '2027-01-01T00:00:00.000Z' }),
      () => press(gina, 'extend'),
      () => press(gina, 'end'),
      () => press(gina, 'end'),
      () => press(gina, 'extend'),
      () => change(gina, { role: 'viewer', until: null }),
      () => change(gina, { role: 'facilitator', until: null }),
      () => people.alice.client.delete(`${org}/members/${gina.userId}`),
    ]
    for (const step of steps) {
      // Events of one millisecond are in no order.
      api.clock.pass({ seconds: 1 })
      expect((await step()).status).toBeLessThan(300)
    }
    expect(await notedAbout(gina)).toEqual([
      { action: 'engagement.give', userId: alice },
      { action: 'engagement.shorten', userId: alice },
      { action: 'engagement.extend', userId: alice },
      { action: 'engagement.end', userId: alice },
      { action: 'engagement.give', userId: alice },
      { action: 'engagement.end', userId: alice },
      { action: 'engagement.give', userId: alice },
      { action: 'engagement.end', userId: alice },
    ])
  })

  test('changing or removing somebody who is no consultant is no engagement', async () => {
    await change(people.frank, { role: 'contributor' })
    await people.alice.client.delete(`${org}/members/${people.frank.userId}`)
    expect(await notedAbout(people.frank)).toEqual([])
  })
})
