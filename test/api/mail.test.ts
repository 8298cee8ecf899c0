import { describe, expect, test } from 'vitest'
import { InvitationMade, InvitationView, Me, OpenInvitation, StartState } from '../../server/contract/accounts.ts'
import { listOf } from '../../server/contract/common.ts'
import { openDatabase } from '../../server/db/open.ts'
import { deleteMailBefore, insertMail } from '../../server/db/queries/mail.ts'
import { MailServer } from '../../server/mail/mail-server.ts'
import { readSender, readSmtpUrl } from '../../server/mail/settings.ts'
import { asUser, PASSWORD, signUp, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { databaseUrlOf, type MailApp, postFor, startMailApp } from '../support/mail-app.ts'
import { Mailbox, silentServer, tokenIn } from '../support/mailbox.ts'
import { tokenOf } from '../support/people.ts'

const Invitations = listOf(OpenInvitation)
const account = { email: 'zoe@example.org', password: PASSWORD, name: 'Zoe', locale: 'nl' }

async function invitedByMail(api: MailApp, changes: object = {}) {
  const alice = await signUp(api)
  const path = `/api/organisations/${alice.organisationId}/invitations`
  const reply = await alice.client.post(path, { role: 'viewer', email: 'zoe@example.org', ...changes })
  await api.post.deliver()
  return { alice, path, reply }
}

describe.each(DATABASES)('mail on $name', ({ open }) => {
  test('an invitation arrives with a link that works, in the language that was chosen', async () => {
    const api = await startMailApp(open)
    const { alice } = await invitedByMail(api, { locale: 'nl' })
    const [mail] = api.mailbox.mails
    if (mail === undefined) throw new Error('no mail came')
    expect(api.mailbox.mails).toHaveLength(1)
    expect(mail.to).toEqual(['zoe@example.org'])
    expect(mail.headers.get('from')).toBe('Meervoud <meervoud@example.org>')
    expect(mail.headers.get('subject')).toBe('U bent uitgenodigd voor Meervoud')
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(mail.text).toContain("Alice nodigt u uit om mee te werken met Alice's bakery in Meervoud.")
    expect(mail.text).toContain('De link werkt één keer, tot 9 november om 10:00.')
    const token = tokenIn(mail, 'invitation')
    const view = await api.nobody.post('/api/invitations/view', { token })
    expect(view.as(InvitationView).organisation).toBe("Alice's bakery")
    expect((await api.nobody.post('/api/invitations/accept', { token, account })).status).toBe(200)
    expect((await api.nobody.post('/api/invitations/view', { token })).refusal).toBe('invitation-not-valid')
    expect((await alice.client.get('/api/start')).as(StartState).canMail).toBe(true)
  })

  test('the link on the screen and the one in the mail are two, and whichever is used first ends both', async () => {
    const api = await startMailApp(open)
    const { alice, path, reply } = await invitedByMail(api, { locale: 'en' })
    const shown = tokenOf(reply.as(InvitationMade).url)
    const mailed = tokenIn(api.mailbox.mails[0] ?? never(), 'invitation')
    expect(mailed).not.toBe(shown)
    expect((await alice.client.get(path)).as(Invitations).items[0]?.mail).toEqual({
      to: 'zoe@example.org',
      state: 'sent',
    })
    expect((await api.nobody.post('/api/invitations/accept', { token: shown, account })).status).toBe(200)
    expect((await api.nobody.post('/api/invitations/view', { token: mailed })).refusal).toBe('invitation-not-valid')
  })

  test('nothing is mailed of an invitation that was withdrawn, and nothing without an address', async () => {
    const api = await startMailApp(open)
    await api.mailbox.stop()
    const { alice, path, reply } = await invitedByMail(api)
    await alice.client.delete(`${path}/${reply.as(InvitationMade).id}`)
    await alice.client.post(path, { role: 'viewer', note: 'for Zoe' })
    await api.mailbox.open()
    api.clock.pass({ minutes: 10 })
    await api.post.deliver()
    expect(api.mailbox.mails).toEqual([])
  })

  test('while the mail server is down everything goes on, and the mail comes later, once', async () => {
    const api = await startMailApp(open)
    await api.mailbox.stop()
    const { alice, path, reply } = await invitedByMail(api)
    expect(reply.status).toBe(201)
    expect((await alice.client.get(path)).as(Invitations).items[0]?.mail?.state).toBe('waiting')
    await api.mailbox.open()
    await api.post.deliver()
    expect(api.mailbox.mails).toEqual([])
    api.clock.pass({ minutes: 2 })
    await api.post.deliver()
    expect(api.mailbox.mails).toHaveLength(1)
    api.clock.pass({ hours: 12 })
    await api.post.deliver()
    expect(api.mailbox.mails).toHaveLength(1)
    const token = tokenIn(api.mailbox.mails[0] ?? never(), 'invitation')
    expect((await api.nobody.post('/api/invitations/view', { token })).status).toBe(200)
  })

  test('after five tries, with growing pauses, a mail is given up and its owner can see that', async () => {
    const api = await startMailApp(open)
    await api.mailbox.stop()
    const { alice, path } = await invitedByMail(api)
    const tries = async () => (await api.database.db.selectFrom('mail').select('tries').executeTakeFirstOrThrow()).tries
    for (const [minutes, wanted] of [
      [1, 1],
      [1, 2],
      [10, 3],
      [60, 4],
      [359, 4],
      [1, 5],
      [10_000, 5],
    ] as const) {
      if (minutes < 10_000) api.clock.pass({ minutes })
      await api.post.deliver()
      expect([minutes, await tries()]).toEqual([minutes, wanted])
    }
    const again = await api.nobody.post('/api/sessions', { email: 'alice@example.org', password: PASSWORD })
    const list = await asUser(api.nobody, again).get(path)
    expect(list.as(Invitations).items[0]?.mail?.state).toBe('failed')
    expect(alice.organisationId).toBeTruthy()
  })

  test('who stops while a mail server says nothing waits a few seconds, and the mail goes at the next start', async () => {
    const api = await startMailApp(open)
    const silent = await silentServer()
    const post = postFor(api.database, silent, api.clock.now)
    await signUp(api)
    await api.mailbox.stop()
    await api.nobody.post('/api/password-resets', { email: 'alice@example.org' })
    await api.post.deliver()
    api.clock.pass({ minutes: 2 })
    const sending = post.deliver()
    await silent.called
    const start = performance.now()
    await post.stop()
    await sending
    expect(performance.now() - start).toBeLessThan(5_000)
    const kept = await api.database.db.selectFrom('mail').select(['tries', 'nextAt', 'failedAt']).execute()
    expect(kept).toEqual([{ tries: 1, nextAt: api.clock.now().toISOString(), failedAt: null }])
    await api.mailbox.open()
    await api.post.deliver()
    expect(api.mailbox.mails).toHaveLength(1)
  })

  test('two processes that see one mail waiting send it once', async () => {
    const api = await startMailApp(open)
    await api.mailbox.stop()
    await signUp(api)
    const at = api.clock.now().toISOString()
    const notAfter = new Date(api.clock.now().getTime() + 3_600_000).toISOString()
    await api.database.db.transaction().execute(async (trx) => {
      for (let mail = 0; mail < 8; mail += 1) {
        const about = { recipient: 'alice@example.org', locale: null, userId: null, invitationId: null }
        const row = { id: `mail-${mail}`, kind: 'reset' as const, ...about, parameters: '{}', notAfter, createdAt: at }
        await insertMail(trx, row)
      }
    })
    await api.mailbox.open()
    // On PostgreSQL a handle of its own, as another process has; SQLite has one process, and its lock says so.
    const url = await databaseUrlOf(api.database)
    const other = url === undefined ? api.database : await openDatabase({ databaseUrl: url, dataDir: '' })
    const posts = [api.database, other].map((database) => postFor(database, api.mailbox, api.clock.now))
    await Promise.all(posts.map((post) => post.deliver()))
    expect(api.mailbox.mails).toHaveLength(8)
    expect(new Set(api.mailbox.mails.map(({ headers }) => headers.get('message-id'))).size).toBe(8)
    if (url !== undefined) await other.close()
  })

  test('no token stands in the queue, in another table or in the log, whether it was sent or not', async () => {
    const api = await startMailApp(open)
    await invitedByMail(api)
    await api.nobody.post('/api/password-resets', { email: 'alice@example.org' })
    await api.post.deliver()
    const sent = api.mailbox.mails.map((mail) => /#t=([\w-]{43})/.exec(mail.text)?.[1] ?? never())
    expect(sent).toHaveLength(2)
    await api.mailbox.stop()
    await api.nobody.post('/api/password-resets', { email: 'alice@example.org' })
    await api.post.deliver()
    const rows = JSON.stringify([
      await api.database.db.selectFrom('mail').selectAll().execute(),
      await api.database.db.selectFrom('invitation').selectAll().execute(),
      await api.database.db.selectFrom('passwordReset').selectAll().execute(),
    ])
    for (const token of sent) expect(rows + api.logged.join('\n')).not.toContain(token)
    expect(api.logged).toHaveLength(1)
    expect(api.logged[0]).not.toMatch(/alice|example|#t=/)
    expect(rows).not.toContain('#t=')
  })

  test('names with line breaks make no header and no line of their own; new ones are refused', async () => {
    const api = await startMailApp(open)
    const alice = await signUp(api)
    const evil = 'Alice\r\nBcc: eve@example.org\r\n\r\nPay here: https://evil.example'
    expect((await alice.client.patch('/api/me', { name: evil })).refusal).toBe('invalid-request')
    expect((await alice.client.post('/api/organisations', { name: evil })).refusal).toBe('invalid-request')
    const path = `/api/organisations/${alice.organisationId}/invitations`
    for (const email of ['zoe@example.org\r\nBcc: eve@example.org', 'zoe@example.org, eve@example.org', 'a b@c.nl']) {
      expect((await alice.client.post(path, { role: 'viewer', email })).refusal).toBe('invalid-request')
    }
    // Names that were stored before they were refused.
    await api.database.db.updateTable('user').set({ name: evil }).execute()
    await api.database.db.updateTable('organisation').set({ name: evil }).execute()
    await alice.client.post(path, { role: 'viewer', email: 'zoe@example.org', locale: 'en' })
    await api.post.deliver()
    const mail = api.mailbox.mails[0] ?? never()
    expect([api.mailbox.mails.length, mail.to]).toEqual([1, ['zoe@example.org']])
    expect([...mail.headers.keys()]).not.toContain('bcc')
    expect(mail.text.split('\n').filter((line) => /^(Bcc|Pay)/.test(line))).toEqual([])
  })

  test('mail is forgotten after its days, with the links that are over', async () => {
    const api = await startMailApp(open)
    await invitedByMail(api)
    await api.nobody.post('/api/password-resets', { email: 'alice@example.org' })
    await api.post.deliver()
    const { db } = api.database
    api.clock.pass({ days: 6 })
    const forget = () =>
      db.transaction().execute((trx) => {
        const now = api.clock.now()
        return deleteMailBefore(trx, new Date(now.getTime() - 7 * 86_400_000), now)
      })
    expect(await forget()).toBe(0)
    api.clock.pass({ days: 1, seconds: 1 })
    expect(await forget()).toBe(2)
    expect(await db.selectFrom('passwordReset').selectAll().execute()).toEqual([])
  })

  test('where no mail is set up, the field is refused and the pages know', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const path = `/api/organisations/${alice.organisationId}/invitations`
    expect((await api.nobody.get('/api/start')).as(StartState).canMail).toBe(false)
    const reply = await alice.client.post(path, { role: 'viewer', email: 'zoe@example.org' })
    expect(reply.problem().errors?.[0]?.pointer).toBe('#/email')
    expect((await alice.client.get('/api/me')).as(Me).memberships).toHaveLength(1)
  })
})

describe('the way to the mail server', () => {
  const from = { name: '', address: 'meervoud@example.org' }
  const letter = { to: 'zoe@example.org', subject: 'x', text: 'x', headers: {} }

  test('is encrypted: elsewhere than on this machine a server without TLS gets nothing, and a strange certificate neither', async () => {
    const plainBox = await Mailbox.start()
    const settings = { ...(readSmtpUrl(plainBox.url) ?? never()), from }
    await expect(new MailServer({ ...settings, isLocal: false }).send('id', letter)).rejects.toThrow(/STARTTLS|TLS/)
    expect(plainBox.mails).toEqual([])
    await plainBox.stop()
    // The certificate of the package, which nobody vouches for.
    const tlsBox = await Mailbox.start({ disabledCommands: ['AUTH'] })
    const strange = new MailServer({ ...settings, port: tlsBox.port, isLocal: false })
    await expect(strange.send('id', letter)).rejects.toThrow(/certificate/)
    await expect(strange.check()).rejects.toThrow(/certificate/)
    expect(tlsBox.mails).toEqual([])
    await tlsBox.stop()
  })

  test('is named by an address without options', () => {
    expect(readSmtpUrl('smtp://a%40b:p%2Fw@mail.example.org')).toEqual({
      host: 'mail.example.org',
      port: 587,
      isSecure: false,
      isLocal: false,
      login: { user: 'a@b', pass: 'p/w' },
    })
    expect(readSmtpUrl('smtps://mail.example.org')).toMatchObject({ port: 465, isSecure: true, login: undefined })
    expect(readSmtpUrl('smtp://localhost:25')).toMatchObject({ port: 25, isLocal: true })
    const wrong = [
      'http://x',
      'smtp:',
      'smtp://',
      'smtp://h?tls.rejectUnauthorized=false',
      'smtp://h/x',
      'smtp://u@h',
      'smtp://%:x@h',
      'x',
    ]
    for (const url of wrong) expect([url, readSmtpUrl(url)]).toEqual([url, undefined])
  })

  test('starts with a sender in one line', () => {
    expect(readSender('Meervoud <m@example.org>')).toEqual({ name: 'Meervoud', address: 'm@example.org' })
    expect(readSender('m@example.org')).toEqual({ name: '', address: 'm@example.org' })
    for (const text of ['', 'Meervoud', 'a@b, c@d', 'M <a@b', 'a@b>', 'M\r\nBcc: x <a@b>', 'M <a b@c>']) {
      expect([text, readSender(text)]).toEqual([text, undefined])
    }
  })
})

function never(): never {
  throw new Error('there is none')
}
