import { describe, expect, test } from 'vitest'
import { NO_PASSWORD } from '../../server/auth/passwords.ts'
import { hashSecret } from '../../server/auth/secrets.ts'
import { Me } from '../../server/contract/accounts.ts'
import { SystemEntry } from '../../server/contract/audit.ts'
import { listOf } from '../../server/contract/common.ts'
import { ResetLinkMade, ResetView } from '../../server/contract/mail.ts'
import { asUser, PASSWORD, signUp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { type MailApp, startMailApp } from '../support/mail-app.ts'
import { MAIL_ORIGIN, tokenIn } from '../support/mailbox.ts'
import { invitePerson, tokenOf, withToken } from '../support/people.ts'

const NEW = 'a horse of another colour'
const ALICE = 'alice@example.org'

describe.each(DATABASES)('a forgotten password on $name', ({ open }) => {
  const ask = async ({ nobody, post }: MailApp, email: string) => {
    const reply = await nobody.post('/api/password-resets', { email })
    await post.deliver()
    return reply
  }
  const askToken = async (api: MailApp, email = ALICE) => {
    await ask(api, email)
    const mail = api.mailbox.mails.at(-1)
    if (mail === undefined) throw new Error('no mail came')
    return tokenIn(mail, 'reset')
  }
  const signIn = ({ nobody }: MailApp, password: string) => nobody.post('/api/sessions', { email: ALICE, password })

  test('is replaced with a link from a mail: every sign-in ends, and the new password works', async () => {
    const api = await startMailApp(open)
    const alice = await signUp(api)
    const elsewhere = asUser(api.nobody, await signIn(api, PASSWORD))
    const token = await askToken(api, ' Alice@Example.org ')
    for (let look = 1; look <= 2; look += 1) {
      const view = await api.nobody.post('/api/password-resets/view', { token })
      expect(view.as(ResetView)).toEqual({ email: ALICE })
    }
    expect((await alice.client.get('/api/me')).status).toBe(200)
    expect((await api.nobody.post('/api/password-resets/use', { token, password: NEW })).status).toBe(204)
    for (const client of [alice.client, elsewhere]) expect((await client.get('/api/me')).refusal).toBe('sign-in-needed')
    expect((await signIn(api, PASSWORD)).refusal).toBe('wrong-credentials')
    expect(asUser(api.nobody, await signIn(api, NEW))).toBeTruthy()
    await api.post.deliver()
    expect(api.mailbox.mails.at(-1)?.headers.get('subject')).toBe('Your password for Meervoud was changed')
    const events = await api.database.db.selectFrom('systemEvent').select(['action', 'object', 'userId']).execute()
    expect(events).toContainEqual({ action: 'password.reset-link', object: alice.userId, userId: null })
    expect(events).toContainEqual({ action: 'password.reset', object: alice.userId, userId: alice.userId })
  })

  test('no sign-in with the old password that is under way outlives it', async () => {
    const api = await startMailApp(open)
    await signUp(api)
    const token = await askToken(api)
    // Hashing takes turns, two at a time: the last of these still waits for its turn when the reset is done.
    const [reset] = await Promise.all([
      api.nobody.post('/api/password-resets/use', { token, password: NEW }),
      ...Array.from({ length: 5 }, () => signIn(api, PASSWORD)),
    ])
    expect(reset.status).toBe(204)
    expect(await api.database.db.selectFrom('session').select('method').execute()).toEqual([])
  })

  test('the link works once, also when two use it at one moment, and ends the other links of the account', async () => {
    const api = await startMailApp(open)
    await signUp(api)
    const [first, second] = [await askToken(api), await askToken(api)]
    const use = (token: string, password = NEW) => api.nobody.post('/api/password-resets/use', { token, password })
    const replies = await Promise.all([use(second, `${NEW} 1`), use(second, `${NEW} 2`)])
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 404])
    for (const token of [first, second, 'x'.repeat(43)]) {
      expect((await use(token)).refusal).toBe('link-not-valid')
      expect((await api.nobody.post('/api/password-resets/view', { token })).refusal).toBe('link-not-valid')
    }
  })

  test('the link is over after half an hour, and a password that is too short uses nothing up', async () => {
    const api = await startMailApp(open)
    await signUp(api)
    const token = await askToken(api)
    const use = (password: string) => api.nobody.post('/api/password-resets/use', { token, password })
    expect((await use('too short')).refusal).toBe('invalid-request')
    api.clock.pass({ minutes: 29, seconds: 59 })
    expect((await api.nobody.post('/api/password-resets/view', { token })).status).toBe(200)
    api.clock.pass({ seconds: 1 })
    expect((await use(NEW)).refusal).toBe('link-not-valid')
    expect((await signIn(api, PASSWORD)).status).toBe(204)
  })

  test('an address without an account gets the same answer and no mail, and so does a locked account', async () => {
    const api = await startMailApp(open)
    const alice = await signUp(api)
    await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'viewer' })
    const locked = { lockedAt: api.clock.now().toISOString() }
    await api.database.db.updateTable('user').set(locked).where('email', '=', 'bob@example.org').execute()
    const replies = [await ask(api, ALICE), await ask(api, 'nobody@example.org'), await ask(api, 'bob@example.org')]
    const told = replies.map(({ status, text, headers }) => {
      const { date: _, ...others } = headers
      return { status, text, headers: others }
    })
    expect(told[1]).toEqual(told[0])
    expect(told[2]).toEqual(told[0])
    expect(api.mailbox.mails.map(({ to }) => to)).toEqual([[ALICE]])
    // Nothing stays of an address that belongs to nobody here.
    const kept = await api.database.db.selectFrom('mail').select('recipient').execute()
    expect(kept).toEqual([{ recipient: ALICE }])
    const attempts = await api.database.db.selectFrom('attempt').select('key').execute()
    expect(attempts.map(({ key }) => key)).toContain(`reset:${hashSecret('nobody@example.org')}`)
  })

  test('at most three links an hour for one address; the answer stays the same, and others are not held up', async () => {
    const api = await startMailApp(open)
    const alice = await signUp(api)
    await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'viewer' })
    for (let time = 1; time <= 5; time += 1) expect((await ask(api, ALICE)).status).toBe(204)
    expect(api.mailbox.mails).toHaveLength(3)
    // A sign-in in between, which forgets old attempts, opens no new round.
    api.clock.pass({ minutes: 20 })
    await signIn(api, PASSWORD)
    await ask(api, ALICE)
    expect(api.mailbox.mails).toHaveLength(3)
    await ask(api, 'bob@example.org')
    expect(api.mailbox.mails).toHaveLength(4)
    api.clock.pass({ minutes: 40 })
    await ask(api, ALICE)
    expect(api.mailbox.mails).toHaveLength(5)
  })

  test('a link that waited for the mail server longer than an hour is not sent any more', async () => {
    const api = await startMailApp(open)
    await signUp(api)
    await api.mailbox.stop()
    expect((await ask(api, ALICE)).status).toBe(204)
    await api.mailbox.open()
    api.clock.pass({ minutes: 61 })
    await api.post.deliver()
    expect(api.mailbox.mails).toEqual([])
  })

  test('wrong guesses before it do not keep the new password waiting', async () => {
    const api = await startMailApp(open)
    await signUp(api)
    for (let guess = 1; guess <= 6; guess += 1) await signIn(api, 'a wrong guess at it')
    expect((await signIn(api, PASSWORD)).refusal).toBe('too-many-attempts')
    const token = await askToken(api)
    await api.nobody.post('/api/password-resets/use', { token, password: NEW })
    expect((await signIn(api, NEW)).status).toBe(204)
  })

  test('an operator makes a link to pass on, for a user who is there and not locked', async () => {
    const api = await startMailApp(open)
    const alice = await signUp(api)
    const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'viewer' })
    const path = `/api/operator/users/${bob.userId}/reset-link`
    const reply = await alice.client.post(path)
    const { url, expiresAt } = reply.as(ResetLinkMade)
    expect(url).toMatch(/^http:\/\/localhost(:80)?\/reset#t=[\w-]{43}$/)
    expect(Date.parse(expiresAt) - api.clock.now().getTime()).toBe(30 * 60_000)
    expect((await api.nobody.post('/api/password-resets/use', { token: tokenOf(url), password: NEW })).status).toBe(204)
    const again = await api.nobody.post('/api/sessions', { email: bob.email, password: NEW })
    expect((await asUser(api.nobody, again).get('/api/me')).as(Me).user.id).toBe(bob.userId)
    expect((await asUser(api.nobody, again).post(path)).refusal).toBe('not-allowed')
    const locked = { lockedAt: api.clock.now().toISOString() }
    await api.database.db.updateTable('user').set(locked).where('id', '=', bob.userId).execute()
    expect((await alice.client.post(path)).refusal).toBe('not-found')
    api.clock.pass({ minutes: 11 })
    expect((await alice.client.post(path)).refusal).toBe('confirm-needed')
  })

  test('the logs say for whom a link was made, and by whom', async () => {
    const api = await startMailApp(open)
    const alice = await signUp(api)
    const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'viewer' })
    await alice.client.post(`/api/operator/users/${bob.userId}/reset-link`)
    const log = `/api/organisations/${alice.organisationId}/audit.csv`
    expect((await alice.client.get(`${log}?locale=en`)).text).toContain(
      'Alice made a link with which Bob chooses a new password.',
    )
    expect((await alice.client.get(`${log}?locale=nl`)).text).toContain(
      'Alice maakte een link waarmee Bob een nieuw wachtwoord kiest.',
    )
    await ask(api, 'bob@example.org')
    const { items } = (await alice.client.get('/api/operator/events')).as(listOf(SystemEntry))
    const made = items.filter(({ action }) => action === 'password.reset-link')
    expect(made.map(({ user, objectIs, objectName }) => [user?.name, objectIs, objectName])).toEqual([
      [undefined, 'user', 'Bob'],
      ['Alice', 'user', 'Bob'],
    ])
  })

  test('tokens of programs end with it, and the mail says so', async () => {
    const api = await startMailApp(open)
    const script = await withToken(api, await signUp(api))
    expect((await script.client.get('/api/me')).status).toBe(200)
    const token = await askToken(api)
    await api.nobody.post('/api/password-resets/use', { token, password: NEW })
    expect((await script.client.get('/api/me')).refusal).toBe('sign-in-needed')
    await api.post.deliver()
    expect(api.mailbox.mails.at(-1)?.text).toContain(
      'You have been signed out everywhere, and access codes for programs no longer work.',
    )
  })

  test('whose organisation signs them in, and who has no password, is shown the way there and gets no link', async () => {
    const api = await startMailApp(open)
    const alice = await signUp(api)
    const { db } = api.database
    const at = api.clock.now().toISOString()
    await db.updateTable('user').set({ passwordHash: NO_PASSWORD }).execute()
    const identity = { id: 'identity', userId: alice.userId, issuer: 'https://login.example.org', subject: 'alice' }
    await db
      .insertInto('identity')
      .values({ ...identity, createdAt: at, lastUsedAt: null })
      .execute()
    await ask(api, ALICE)
    expect(api.mailbox.mails[0]?.text).toContain(`you sign in through your organisation`)
    expect(api.mailbox.mails[0]?.text).toContain(`${MAIL_ORIGIN}/sign-in`)
    expect(await db.selectFrom('passwordReset').selectAll().execute()).toEqual([])
    await db.deleteFrom('identity').execute()
    expect(await askToken(api)).toBeTruthy()
  })

  test('the second factor stays, and the mail names no other site, whatever a request calls the server', async () => {
    const api = await startMailApp(open)
    const alice = await signUp(api)
    const evil = api.nobody.with({ 'x-forwarded-host': 'evil.example', host: 'localhost' })
    await evil.post('/api/password-resets', { email: ALICE })
    await api.post.deliver()
    expect(api.mailbox.mails[0]?.raw).not.toContain('evil')
    const before = await factorsOf(api, alice.userId)
    const token = tokenIn(api.mailbox.mails[0] ?? never(), 'reset')
    await api.nobody.post('/api/password-resets/use', { token, password: NEW })
    expect(await factorsOf(api, alice.userId)).toEqual(before)
  })
})

async function factorsOf({ database: { db } }: MailApp, userId: string) {
  const at = '2026-11-02T09:00:00.000Z'
  const rows = await db.selectFrom('passkey').selectAll().where('userId', '=', userId).execute()
  if (rows.length > 0) return rows
  const key = { id: 'key', userId, credentialId: 'c', publicKey: 'p', counter: 0, transports: '[]', isSynced: 0 }
  await db
    .insertInto('passkey')
    .values({ ...key, name: 'Phone', createdAt: at, lastUsedAt: null })
    .execute()
  return db.selectFrom('passkey').selectAll().where('userId', '=', userId).execute()
}

function never(): never {
  throw new Error('there is none')
}
