import { describe, expect, test } from 'vitest'
import { CalendarFeed } from '../../server/contract/calendars.ts'
import { doPlannedRounds } from '../../server/services/planned-rounds.ts'
import { joinRound, signUp, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { startMailApp } from '../support/mail-app.ts'
import { MAIL_ORIGIN } from '../support/mailbox.ts'
import { invitePerson } from '../support/people.ts'
import { asProgram, TestPlanning, TOGETHER } from '../support/planning.ts'

const OPENS = '2026-12-17T07:00:00.000Z'
const REMINDS = ['2026-12-24T08:00:00.000Z', '2026-12-28T08:00:00.000Z'] as const

describe.each(DATABASES)('reminding of a round, on $name', ({ open }) => {
  async function start(rhythm = {}) {
    const api = await startMailApp(open)
    const owner = await signUp(api)
    const org = owner.organisationId
    const bob = await invitePerson(api, owner.client, org, { name: 'Bob', role: 'contributor' })
    await invitePerson(api, owner.client, org, { name: 'Fay', role: 'viewer' })
    const alice = await asProgram(api, owner.client)
    const planning = new TestPlanning(api, alice, org)
    await planning.set(rhythm)
    planning.goTo(OPENS)
    await planning.tick()
    const round = await planning.roundOf('2026-Q4')
    /** Who got a letter since this was asked last, and what it says. */
    const arrived = () => api.mailbox.mails.splice(0).map(({ to, text }) => ({ to: to.join(), text }))
    return { api, owner, alice, bob, org, planning, round, arrived }
  }

  test('who runs it hears that it opened, and how many came of those expected, once for each day', async () => {
    const { api, owner, planning, round, arrived } = await start()
    const link = `${MAIL_ORIGIN}/o/${owner.organisationId}/r/${round.id}`
    const [opened, ...others] = arrived()
    expect([opened?.to, others]).toEqual([owner.email, []])
    expect(opened?.text).toContain('the round about quarter 4 of 2026 has been opened. Share the code')
    expect(opened?.text).toContain(link)
    for (let people = 0; people < 12; people += 1) await joinRound(api.nobody, round.code ?? '')
    planning.goTo('2026-12-24T07:59:00.000Z')
    await planning.tick()
    expect(arrived()).toEqual([])
    for (const moment of REMINDS) {
      planning.goTo(moment)
      await planning.tick(...(await planning.twoProcesses()))
      await planning.tick()
      const [letter, ...more] = arrived()
      expect([letter?.to, more]).toEqual([owner.email, []])
      expect(letter?.text).toContain('12 people take part now. You expect 20. Remind the others:')
      expect(letter?.text).toContain('up to and including 31 December')
      expect(letter?.text).toContain(link)
      expect(letter?.text).toContain('/reminders#t=')
    }
  })

  test('everybody who writes in the sheet of a team hears of it, until it is signed off; who only looks does not', async () => {
    const { owner, bob, planning, arrived } = await start(TOGETHER)
    expect(
      arrived()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual([owner.email, bob.email].toSorted())
    planning.goTo(REMINDS[0])
    await planning.tick()
    const letters = arrived()
    expect(letters.map(({ to }) => to).toSorted()).toEqual([owner.email, bob.email].toSorted())
    const dutch = letters.find(({ to }) => to === bob.email)?.text
    expect(dutch).toContain('vult u samen de ronde over het 4e kwartaal van 2026 in. Dat kan tot en met 31 december.')
  })

  test('a server that was off for days writes one letter, and none after the last day', async () => {
    const { planning, arrived } = await start()
    arrived()
    planning.goTo('2026-12-30T12:00:00.000Z')
    await planning.tick()
    expect(arrived()).toHaveLength(1)
    await planning.tick()
    planning.goTo('2027-01-20T12:00:00.000Z')
    await planning.tick()
    expect(arrived()).toEqual([])
  })

  test('a last day that was put off is reminded of once more, and a letter about the old day is not sent', async () => {
    const { api, planning, round, arrived } = await start()
    arrived()
    planning.goTo(REMINDS[1])
    await doPlannedRounds({ ...api.deps, mail: { wake: () => undefined } })
    await planning.change(round.id, { dueAt: '2027-01-10T22:59:00.000Z', remindDays: [1] })
    await planning.tick()
    expect(arrived()).toEqual([])
    planning.goTo('2027-01-09T08:00:00.000Z')
    await planning.tick()
    expect(arrived().map(({ text }) => text.includes('10 January'))).toEqual([true])
  })

  test('where no mail is sent nothing is noted, and the planning says so', async () => {
    const api = await startAppForTest(open)
    const { client, organisationId } = await signUp(api)
    const planning = new TestPlanning(api, await asProgram(api, client), organisationId)
    await planning.set()
    planning.goTo(OPENS)
    await planning.tick()
    planning.goTo(REMINDS[0])
    await planning.tick()
    expect([(await planning.read()).canMail, (await planning.roundOf('2026-Q4')).remindedAt]).toEqual([false, null])
  })

  test('the calendar has the days of rounds that are there and of rounds that come, each once', async () => {
    const { api, alice, org, planning, round } = await start()
    const { url } = (await alice.post(`/api/organisations/${org}/calendar-feed`)).as(CalendarFeed)
    const read = async () => (await api.nobody.get(new URL(url ?? '').pathname)).text.replaceAll('\r\n ', '')
    const text = await read()
    const days = [...text.matchAll(/SUMMARY:(.*)\r\n/g)].map(([, summary]) => summary)
    expect(days).toContain('Last day: round about quarter 4 of 2026')
    expect(days).toContain('Round about quarter 1 of 2027 opens')
    expect(days.filter((day) => day === 'Round about quarter 4 of 2026 opens')).toEqual([])
    expect(text).toContain('DTSTART;VALUE=DATE:20261231')
    expect(text).toContain(`/o/${org}/r/${round.id}`)
    const ids = (calendar: string) => [...calendar.matchAll(/UID:(.*)\r\n/g)].map(([, id]) => id)
    planning.goTo('2027-02-20T12:00:00.000Z')
    await planning.tick()
    const kept = ids(await read()).filter((id) => ids(text).includes(id))
    expect(kept.length, 'the round that was made keeps the place of the one that was planned').toBeGreaterThan(4)
  })
})
