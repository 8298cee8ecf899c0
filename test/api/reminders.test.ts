import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Reminders } from '../../server/contract/mail.ts'
import { openDatabase } from '../../server/db/open.ts'
import { remind } from '../../server/services/reminders.ts'
import { asUser, PASSWORD, type Person, signUp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { databaseUrlOf, type MailApp, startMailApp } from '../support/mail-app.ts'
import { MAIL_ORIGIN, tokenIn } from '../support/mailbox.ts'
import { invitePerson } from '../support/people.ts'
import { AGREEMENT } from '../support/world-reflections.ts'

const NO_WAKE = { wake: () => undefined }

describe.each(DATABASES)('reminders on $name', ({ open }) => {
  const begin = async () => {
    // Nine o'clock in the morning in UTC, on 2 November 2026: ten in the Netherlands.
    const api = await startMailApp(open)
    const alice = await signUp(api)
    const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'contributor' })
    return { api, alice, bob, org: alice.organisationId }
  }
  const agree = async ({ client }: Person, org: string, changes: object, state = 'agreed') => {
    const id = randomUUID()
    const path = `/api/organisations/${org}/interventions/${id}`
    const content = { ...AGREEMENT, title: 'Secret roofs', ...changes }
    const saved = await client.put(path, { reflectionId: null, roundId: null, content, revision: 0 })
    expect([saved.status, saved.text]).toEqual([200, saved.text])
    if (state !== 'proposed') expect((await client.post(`${path}/state`, { state })).status).toBe(200)
    return id
  }
  const remindAll = async ({ database, clock, post }: MailApp) => {
    const people = await remind({ db: database.db, now: clock.now, mail: post })
    await post.deliver()
    return people
  }
  const signInAgain = async (api: MailApp, email: string) =>
    asUser(api.nobody, await api.nobody.post('/api/sessions', { email, password: PASSWORD }))

  test('whoever takes care of an agreement gets one mail for all of today and of three days on, and no words of it', async () => {
    const { api, alice, bob, org } = await begin()
    const today = await agree(alice, org, { owner: ' bob ', reviewOn: '2026-11-02' })
    const soon = await agree(alice, org, { owner: 'Bob', reviewOn: '2026-11-05' })
    await agree(alice, org, { owner: 'Bob', reviewOn: '2026-11-04' })
    await agree(alice, org, { owner: 'Bob', reviewOn: '2026-11-05' }, 'proposed')
    await agree(alice, org, { owner: 'Somebody else', reviewOn: '2026-11-05' })
    expect(await remindAll(api)).toBe(1)
    const [mail] = api.mailbox.mails
    expect([api.mailbox.mails.length, mail?.to]).toEqual([1, [bob.email]])
    expect(mail?.headers.get('subject')).toBe('Herinnering van Meervoud')
    expect(mail?.text).toContain(
      `Vandaag kijkt u bij Alice's bakery terug op een afspraak:\n${MAIL_ORIGIN}/o/${org}/interventions/${today}`,
    )
    expect(mail?.text).toContain(
      `Op 5 november kijkt u bij Alice's bakery terug op een afspraak:\n${MAIL_ORIGIN}/o/${org}/interventions/${soon}`,
    )
    expect(mail?.text.match(/interventions/g)).toHaveLength(2)
    expect(mail?.raw).not.toContain('roofs')
  })

  test('owners hear a fortnight before that the access of somebody ends', async () => {
    const { api, alice, org } = await begin()
    const until = '2026-11-16T22:59:59.000Z'
    await invitePerson(api, alice.client, org, { name: 'Carl', role: 'facilitator', until })
    await invitePerson(api, alice.client, org, { name: 'Dora', role: 'facilitator', until: '2026-11-16T23:00:00.000Z' })
    expect(await remindAll(api)).toBe(1)
    const [mail] = api.mailbox.mails
    expect(mail?.to).toEqual([alice.email])
    expect(mail?.text).toContain("The access of Carl to Alice's bakery ends on 16 November.")
    expect(mail?.text).not.toContain('Dora')
  })

  test('once a day: not twice by two processes at one moment, nor after a restart, nor before seven', async () => {
    const { api, alice, org } = await begin()
    await agree(alice, org, { owner: 'Bob', reviewOn: '2026-11-02' })
    await agree(alice, org, { owner: 'Alice', reviewOn: '2026-11-05' })
    const url = await databaseUrlOf(api.database)
    const other = url === undefined ? api.database : await openDatabase({ databaseUrl: url, dataDir: '' })
    const written = await Promise.all(
      [api.database, other, api.database, other].map(({ db }) => remind({ db, now: api.clock.now, mail: NO_WAKE })),
    )
    expect(written.toSorted()).toEqual([0, 0, 0, 2])
    await api.post.deliver()
    expect(await remindAll(api)).toBe(0)
    expect(api.mailbox.mails).toHaveLength(2)
    if (url !== undefined) await other.close()
    // 05:59 in the Netherlands, three days later; then 07:00.
    api.clock.pass({ days: 2, hours: 19, minutes: 59 })
    expect(await remindAll(api)).toBe(0)
    api.clock.pass({ hours: 2, minutes: 1 })
    expect(await remindAll(api)).toBe(1)
    expect(api.mailbox.mails.at(-1)?.text).toContain('Today you look back')
  })

  test('who switched them off gets none: on the account page, or by the link, which only a press uses', async () => {
    const { api, alice, bob, org } = await begin()
    await agree(alice, org, { owner: 'Bob', reviewOn: '2026-11-02' })
    await agree(alice, org, { owner: 'Bob', reviewOn: '2026-11-05' })
    await remindAll(api)
    const mail = api.mailbox.mails[0]
    if (mail === undefined) throw new Error('no mail came')
    expect(mail.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    const token = tokenIn(mail, 'reminders')
    const path = `/api/reminders/stop/${token}`
    expect(mail.headers.get('list-unsubscribe')).toBe(`<${MAIL_ORIGIN}${path}>`)
    const isOn = async () => (await bob.client.get('/api/me/reminders')).as(Reminders).on
    const opened = await api.nobody.get(path)
    expect([opened.status, opened.headers.location, await isOn()]).toEqual([302, `/reminders#t=${token}`, true])
    const press = api.nobody.with({ 'content-type': 'application/x-www-form-urlencoded' })
    const pressed = await press.call('POST', path, 'List-Unsubscribe=One-Click')
    expect([pressed.status, await isOn()]).toEqual([204, false])
    const multipart = api.nobody.with({ 'content-type': 'multipart/form-data; boundary=x' })
    const form = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
    expect((await multipart.call('POST', path, form)).status).toBe(204)
    const strange = '/api/reminders/stop/nothing'
    expect((await press.call('POST', strange, 'List-Unsubscribe=One-Click')).refusal).toBe('link-not-valid')
    expect((await bob.client.put('/api/me/reminders', { on: true })).as(Reminders).on).toBe(true)
    expect((await api.nobody.post('/api/reminders/stop', { token })).status).toBe(204)
    expect(await isOn()).toBe(false)
    api.clock.pass({ days: 3 })
    expect(await remindAll(api)).toBe(0)
    expect(api.mailbox.mails).toHaveLength(1)
  })

  test('nothing is told to who left meanwhile, or was locked, nor about a membership that was changed', async () => {
    const { api, alice, bob, org } = await begin()
    await agree(alice, org, { owner: 'Bob', reviewOn: '2026-11-02' })
    const carl = { name: 'Carl', role: 'facilitator', until: '2026-11-16T12:00:00.000Z' } as const
    const { userId } = await invitePerson(api, alice.client, org, carl)
    await remind({ db: api.database.db, now: api.clock.now, mail: NO_WAKE })
    await alice.client.delete(`/api/organisations/${org}/members/${bob.userId}`)
    await alice.client.patch(`/api/organisations/${org}/members/${userId}`, {
      role: 'facilitator',
      until: '2027-03-01T12:00:00.000Z',
    })
    await api.post.deliver()
    expect(api.mailbox.mails).toEqual([])
    expect(await api.database.db.selectFrom('mail').selectAll().execute()).toEqual([])
    expect(await signInAgain(api, alice.email)).toBeTruthy()
  })

  test('a day that was moved, an agreement that ended and one that is gone are not reminded of', async () => {
    const { api, alice, org } = await begin()
    const day = { owner: 'Bob', reviewOn: '2026-11-05' }
    const [moved, stopped, gone, kept] = [
      await agree(alice, org, day),
      await agree(alice, org, day),
      await agree(alice, org, day),
      await agree(alice, org, day),
    ]
    await remind({ db: api.database.db, now: api.clock.now, mail: NO_WAKE })
    const path = (id: string) => `/api/organisations/${org}/interventions/${id}`
    const { db } = api.database
    await db.updateTable('intervention').set({ reviewOn: '2026-12-01' }).where('id', '=', moved).execute()
    expect((await alice.client.post(`${path(stopped)}/state`, { state: 'stopped' })).status).toBe(200)
    await db.deleteFrom('intervention').where('id', '=', gone).execute()
    await api.post.deliver()
    const [mail] = api.mailbox.mails
    expect(mail?.text).toContain(kept)
    for (const id of [moved, stopped, gone]) expect(mail?.text).not.toContain(id)
  })

  test('of two members with one name, neither is taken for the owner of an agreement', async () => {
    const { api, alice, bob, org } = await begin()
    await agree(alice, org, { owner: 'Bob', reviewOn: '2026-11-02' })
    await alice.client.patch('/api/me', { name: 'BOB' })
    expect(await remindAll(api)).toBe(0)
    expect(bob.userId).not.toBe(alice.userId)
  })
})
