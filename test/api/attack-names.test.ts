import { describe, expect, test } from 'vitest'
import { CalendarFeed } from '../../server/contract/calendars.ts'
import { queuePasswordChanged, queueReminder, queueRoundLetter } from '../../server/mail/queue.ts'
import { newRound, signUp, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { startMailApp } from '../support/mail-app.ts'
import { MAIL_ORIGIN } from '../support/mailbox.ts'
import { invitePerson } from '../support/people.ts'
import { TestReflection } from '../support/reflection.ts'
import { joinAndRate } from '../support/workshop.ts'

/** Names that are more than a name: an address to press, markup, a field of a text, letters that turn around. */
const NAMES = [
  'Your account ends: https://evil.example/now?a=b',
  'www.evil.example',
  'evil.example/now',
  'help@evil.example',
  'mailto:help@evil.example',
  '<a href="https://evil.example">Meervoud</a><img src=x onerror=alert()>',
  'https://127.0.0.1:8080/x',
  '{ $url } =?utf-8?q?Bcc:_eve=40evil.example?=',
  'Alice \u202eelpmaxe.live\u202c \u2066\u2067',
  'evil\uff0eexample',
]
/** What a mail program makes a link of. */
const LINK = /\b[a-z]+:\/\/\S+|\b[\w-]+(?:[.\u3002\uff0e\uff61][\w-]+)+\S*|[\w.+-]+@[\w.-]+/giu

describe.each(DATABASES)('names of people and organisations that are more than a name, on $name', ({ open }) => {
  test.each(NAMES)('in every kind of letter %j is plain text, and no link', async (name) => {
    const api = await startMailApp(open)
    const alice = await signUp(api)
    const org = alice.organisationId
    const until = '2026-11-16T22:59:59.000Z'
    const bob = await invitePerson(api, alice.client, org, { name: 'Bob', role: 'facilitator', until })
    await bob.client.patch('/api/me', { name })
    const round = await newRound(alice.client, org, { title: name })
    expect((await alice.client.patch('/api/me', { name })).status).toBe(200)
    expect((await alice.client.put(`/api/organisations/${org}/name`, { name })).status).toBe(204)
    await alice.client.post(`/api/organisations/${org}/invitations`, {
      role: 'viewer',
      email: 'zoe@example.org',
      locale: 'en',
    })
    await api.nobody.post('/api/password-resets', { email: alice.email })
    const now = api.clock.now()
    await api.database.db.transaction().execute(async (trx) => {
      const ending = { organisationId: org, userId: bob.userId, until }
      await queueReminder(trx, alice.userId, { day: '2026-11-02', reviews: [], endings: [ending] }, now)
      const about = { what: 'opened', organisationId: org, roundId: round.id, dueAt: null } as const
      await queueRoundLetter(trx, alice.userId, about, now)
      await queuePasswordChanged(trx, alice.userId, 'change', now)
    })
    await api.post.deliver()
    expect(api.mailbox.mails.map(({ to }) => to.join()).sort()).toEqual([
      ...Array.from({ length: 4 }, () => alice.email),
      'zoe@example.org',
    ])
    for (const { headers, text } of api.mailbox.mails) {
      expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect([...headers.values()].join('\n')).not.toMatch(/evil|onerror|127/)
      const links = text.match(LINK) ?? []
      expect(links.length).toBeGreaterThan(0)
      for (const link of links) expect(link.startsWith(`${MAIL_ORIGIN}/`), link).toBe(true)
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    }
  })

  test.each(['=cmd|"/C calc"!A0', '+1+1', '-1+1', '@SUM(1;1)', '\uff1d1+1'])(
    'in the log as a file %j is a text behind a mark: no cell begins as a formula does',
    async (name) => {
      const api = await startAppForTest(open)
      const alice = await signUp(api)
      await alice.client.patch('/api/me', { name })
      const path = `/api/organisations/${alice.organisationId}`
      await newRound(alice.client, alice.organisationId, { title: name })
      const { text } = await alice.client.get(`${path}/audit.csv?locale=en`)
      expect(text).toContain(`'${name.replaceAll('"', '""')} opened the round`)
      expect(text.split(/[;\r\n]+/).filter((cell) => /^"?[=+\-@\uff1d]/.test(cell))).toEqual([])
    },
  )

  test.each([
    "x,=cmd|'/C calc'!A0,",
    "x, +cmd|'/C calc'!A0",
    'x,"=WEBSERVICE(A1)',
    "x\r\n=cmd|'/C calc'!A0",
    'x\t@SUM(A1)',
    'x;\uff1dHYPERLINK(A1)',
    'x,-SUM(A1),-SUM(A2)',
  ])('nor does one within %j where a spreadsheet separates by commas, tabs or lines', async (title) => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    await newRound(alice.client, alice.organisationId, { title })
    const { text } = await alice.client.get(`/api/organisations/${alice.organisationId}/audit.csv?locale=en`)
    expect(text).toContain('opened the round x')
    expect(text.split(/[,;\t\r\n]+/).filter((cell) => /^[\s"]*[=+\-@\uff1d]/.test(cell))).toEqual([])
  })

  test('in a calendar they stay one line of it: no event, no alarm and no file to fetch comes from one', async () => {
    const api = await startAppForTest(open)
    const { client: by, organisationId } = await signUp(api)
    const org = `/api/organisations/${organisationId}`
    const evil = 'Roof\r\nATTACH:https://evil.example\rEND:VEVENT\nBEGIN:VALARM\rX-EVIL:1'
    const oneLine = 'Bakery;X-EVIL=1:2,"3"\\nATTACH:https://evil.example'
    expect((await by.put(`${org}/name`, { name: oneLine })).status).toBe(204)
    const round = await newRound(by, organisationId, { itemIds: ['i01'], mode: 'open', title: evil })
    await joinAndRate(api, round.code, ['i01'], [1, 5])
    await by.post(`${org}/rounds/${round.id}/close`)
    const reflection = await TestReflection.start(by, organisationId, round.id)
    const content = { title: evil, owner: evil, agreement: evil, reviewOn: '2027-03-01' }
    await (await reflection.propose(by, content)).move(by, 'agreed')
    const { url } = (await by.post(`${org}/calendar-feed`)).as(CalendarFeed)
    for (const address of [`${org}/interventions/calendar.ics`, new URL(url ?? '').pathname]) {
      const { text } = await by.get(address)
      const lines = text.replace(/\r\n[ \t]/g, '').split(/[\r\n]+/)
      expect(lines.filter((line) => line.startsWith('SUMMARY:'))).toHaveLength(1)
      expect(lines.filter((line) => /^(ATTACH|X-EVIL|END:VEVENT|BEGIN:VALARM)/.test(line))).toEqual([
        'BEGIN:VALARM',
        'END:VEVENT',
      ])
    }
  })
})
