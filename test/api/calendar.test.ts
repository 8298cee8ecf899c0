import { describe, expect, test } from 'vitest'
import { CalendarFeed } from '../../server/contract/calendars.ts'
import { confirmed, newRound, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople } from '../support/people.ts'
import { TestReflection } from '../support/reflection.ts'
import { joinAndRate } from '../support/workshop.ts'

describe.each(DATABASES)('the calendar, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    const by = people.alice.client
    const round = await newRound(by, people.bakery, { itemIds: ['i01'], mode: 'open' })
    await joinAndRate(api, round.code, ['i01'], [1, 5])
    await by.post(`/api/organisations/${people.bakery}/rounds/${round.id}/close`)
    const reflection = await TestReflection.start(by, people.bakery, round.id)
    const agreed = await reflection.propose(by, { title: 'Roof, shared; one', reviewOn: '2027-03-01' })
    await agreed.move(by, 'agreed')
    await reflection.propose(by, { title: 'Only a proposal', reviewOn: '2027-03-02' })
    const org = `/api/organisations/${people.bakery}`
    const feed = async () => (await by.post(`${org}/calendar-feed`)).as(CalendarFeed).url ?? ''
    const pathOf = (url: string) => new URL(url).pathname
    return { ...people, api, by, org, agreed, feed, pathOf }
  }

  test('has a day for every agreement, with a reminder, in the language of its reader', async () => {
    const { by, org } = await start()
    const dutch = await by.with({ 'accept-language': 'nl' }).get(`${org}/interventions/calendar.ics`)
    expect(dutch.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(dutch.text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(dutch.text).toContain('SUMMARY:Terugkijken: Roof\\, shared\\; one')
    expect(dutch.text).toContain('DTSTART;VALUE=DATE:20270301')
    expect(dutch.text).toContain('BEGIN:VALARM')
    expect(dutch.text).not.toContain('Only a proposal')
    const english = await by.with({ 'accept-language': 'en' }).get(`${org}/interventions/calendar.ics`)
    expect(english.text).toContain('SUMMARY:Look back: Roof')
  })

  test('can be followed by a secret address, without signing in, until it ends', async () => {
    const { api, by, org, feed, pathOf } = await start()
    const url = await feed()
    expect((await api.nobody.get(pathOf(url))).text).toContain('BEGIN:VEVENT')
    const stored = await api.database.db.selectFrom('calendarFeed').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(pathOf(url).split('/').at(-1)?.replace('.ics', ''))
    expect((await by.get(`${org}/calendar-feed`)).as(CalendarFeed)).toEqual({ exists: true, url: null })
    const next = await feed()
    expect((await api.nobody.get(pathOf(url))).refusal, 'the one before ends').toBe('not-found')
    await by.delete(`${org}/calendar-feed`)
    expect((await api.nobody.get(pathOf(next))).refusal).toBe('not-found')
  })

  test('says nothing to whoever follows it while the account is locked', async () => {
    const { api, alice, erin, org, pathOf } = await start()
    const { url } = (await erin.client.post(`${org}/calendar-feed`)).as(CalendarFeed)
    const operator = await confirmed(api.nobody, alice.client)
    const lock = (locked: boolean) => operator.put(`/api/operator/users/${erin.userId}/lock`, { locked })
    expect((await lock(true)).status).toBe(204)
    expect((await api.nobody.get(pathOf(url ?? ''))).refusal).toBe('not-found')
    await lock(false)
    expect((await api.nobody.get(pathOf(url ?? ''))).status).toBe(200)
  })

  test('ends with the membership of whoever follows it', async () => {
    const { api, alice, erin, org, pathOf } = await start()
    const { url } = (await erin.client.post(`${org}/calendar-feed`)).as(CalendarFeed)
    expect((await api.nobody.get(pathOf(url ?? ''))).status).toBe(200)
    await alice.client.delete(`${org}/members/${erin.userId}`)
    expect((await api.nobody.get(pathOf(url ?? ''))).refusal).toBe('not-found')
  })

  test('an address that is none looks like one that ended', async () => {
    const { api } = await start()
    expect((await api.nobody.get(`/api/calendar/${'x'.repeat(43)}.ics`)).refusal).toBe('not-found')
  })
})
