import { hash } from '@node-rs/argon2'
import { beforeEach, describe, expect, test } from 'vitest'
import { listOf } from '../../server/contract/common.ts'
import { SignIn } from '../../server/contract/sessions.ts'
import { asUser, confirmed, PASSWORD, setUpBody, signUp, startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { startMailApp } from '../support/mail-app.ts'
import { gatherPeople, type People } from '../support/people.ts'

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const SignIns = listOf(SignIn)
const EASY = [
  'password1234',
  'PasswordPassword',
  'qwertyuiop12',
  '111111111111',
  'meervoud2026!',
  'Welkom202612',
  'alice@example.org',
  'AliceAlice2026',
]
const OTHER_PASSWORD = 'staple nine horses quietly'

describe.each(DATABASES)('the sign-ins of a user on $name', ({ open }) => {
  let api: TestApp
  let people: People
  let alice: Client

  beforeEach(async () => {
    api = await startAppForTest(open)
    people = await gatherPeople(api)
    alice = people.alice.client
  })

  const signIn = async (email: string, headers = {}) =>
    asUser(api.nobody, await api.nobody.with(headers).post('/api/sessions', { email, password: PASSWORD }))
  const listed = async (client: Client) => (await client.get('/api/sessions')).as(SignIns).items
  const actionsIn = async (table: 'auditEvent' | 'systemEvent') => {
    const rows = await api.database.db.selectFrom(table).select(['action', 'userId']).orderBy('number').execute()
    return rows.filter(({ userId }) => userId === people.alice.userId).map(({ action }) => action)
  }

  describe('the list', () => {
    test('it says where and how, by day and minute, and which one asks', async () => {
      const [, first] = [api.clock.pass({ minutes: 5 }), await signIn('alice@example.org', { 'user-agent': CHROME })]
      const items = await listed(first)
      expect(items.map(({ method, agent, isThis }) => ({ method, agent, isThis }))).toEqual([
        { method: 'password', agent: 'Chrome, Windows', isThis: true },
        { method: 'set-up', agent: null, isThis: false },
      ])
      expect(items[0]?.createdAt).toBe(api.clock.now().toISOString())
    })

    test('neither the header nor the network address is kept', async () => {
      await signIn('alice@example.org', { 'user-agent': `${CHROME} <script>canary</script>` })
      const rows = await api.database.db.selectFrom('session').selectAll().execute()
      expect(JSON.stringify(rows)).not.toMatch(/canary|Mozilla|127\.0\.0\.1/)
    })

    test('it shows nobody else', async () => {
      const [mine, hers] = [await listed(alice), await listed(people.carol.client)]
      expect(mine).toHaveLength(1)
      expect(hers).toHaveLength(1)
      expect(mine[0]?.id).not.toBe(hers[0]?.id)
    })

    test('a sign-in is over after four hours without use, and its use is noted once a minute', async () => {
      const before = (await listed(alice))[0]?.lastSeenAt
      api.clock.pass({ seconds: 59 })
      expect((await listed(alice))[0]?.lastSeenAt).toBe(before)
      api.clock.pass({ hours: 3, minutes: 59 })
      expect((await alice.get('/api/me')).status).toBe(200)
      expect((await listed(alice))[0]?.lastSeenAt).toBe(api.clock.now().toISOString())
      api.clock.pass({ hours: 4 })
      expect((await alice.get('/api/me')).refusal).toBe('sign-in-needed')
    })
  })

  describe('ending', () => {
    test('the next request of that sign-in is refused, and the one that asked goes on', async () => {
      const other = await signIn('alice@example.org')
      const id = (await listed(other)).find(({ isThis }) => isThis)?.id
      expect((await alice.delete(`/api/sessions/${id}`)).status).toBe(204)
      expect((await other.get('/api/me')).refusal).toBe('sign-in-needed')
      expect((await alice.get('/api/me')).status).toBe(200)
      expect((await actionsIn('systemEvent')).slice(-2)).toEqual(['user.sign-in', 'session.end'])
      expect((await actionsIn('auditEvent')).slice(-2)).toEqual(['user.sign-in', 'session.end'])
    })

    test('a sign-in of somebody else looks like one that is not there', async () => {
      const [hers] = await listed(people.carol.client)
      const foreign = await alice.delete(`/api/sessions/${hers?.id}`)
      const missing = await alice.delete('/api/sessions/01890000-0000-7000-8000-000000000000')
      expect([foreign.status, foreign.text]).toEqual([missing.status, missing.text])
      expect((await people.carol.client.get('/api/me')).status).toBe(200)
    })

    test('all others end at once, and nobody else is touched', async () => {
      const others = [await signIn('alice@example.org'), await signIn('alice@example.org')]
      expect((await alice.delete('/api/sessions')).status).toBe(204)
      for (const other of others) expect((await other.get('/api/me')).refusal).toBe('sign-in-needed')
      expect(await listed(alice)).toHaveLength(1)
      expect((await people.bob.client.get('/api/me')).status).toBe(200)
      expect((await actionsIn('systemEvent')).at(-1)).toBe('session.end-all')
    })

    test('open lines of that user end too', async () => {
      const ended: string[] = []
      const live = { note: () => undefined, endLines: (...whose: string[]) => void ended.push(...whose) }
      Object.assign(api.deps.live, live)
      await signIn('alice@example.org')
      await alice.delete('/api/sessions')
      expect(ended).toEqual([people.alice.userId])
    })
  })

  describe('showing once more who it is', () => {
    test('a wrong password is refused and counted with those of the sign-in page', async () => {
      const confirm = (password: string) => alice.post('/api/sessions/current/confirm', { password })
      for (let guess = 1; guess <= 5; guess += 1)
        expect((await confirm('wrong password!')).refusal).toBe('wrong-credentials')
      expect((await confirm(PASSWORD)).refusal).toBe('too-many-attempts')
      const atDoor = await api.nobody.post('/api/sessions', { email: 'alice@example.org', password: PASSWORD })
      expect(atDoor.refusal).toBe('too-many-attempts')
    })

    test('the session gets another secret, and the old one is dead', async () => {
      const client = await confirmed(api.nobody, alice)
      expect((await alice.get('/api/me')).refusal).toBe('sign-in-needed')
      expect((await client.post('/api/tokens', { name: 'x' })).status).toBe(201)
      expect(await listed(client)).toHaveLength(1)
    })
  })

  describe('another password', () => {
    test('it ends every other sign-in, and the old one no longer opens', async () => {
      const other = await signIn('alice@example.org')
      const client = await confirmed(api.nobody, alice)
      const reply = await client.post('/api/me/password', { password: PASSWORD, newPassword: OTHER_PASSWORD })
      expect(reply.status).toBe(204)
      expect((await other.get('/api/me')).refusal).toBe('sign-in-needed')
      expect((await client.get('/api/me')).refusal).toBe('sign-in-needed')
      expect((await asUser(api.nobody, reply).get('/api/me')).status).toBe(200)
      const door = (password: string) => api.nobody.post('/api/sessions', { email: 'alice@example.org', password })
      expect((await door(PASSWORD)).refusal).toBe('wrong-credentials')
      expect((await door(OTHER_PASSWORD)).status).toBe(204)
      expect(await actionsIn('systemEvent')).toContain('password.change')
    })

    test('no sign-in with the old password that is under way outlives it', async () => {
      const client = await confirmed(api.nobody, alice)
      const before = await listed(client)
      // Hashing takes turns, two at a time: the last of these still waits for its turn when the change is done.
      const door = () => api.nobody.post('/api/sessions', { email: 'alice@example.org', password: PASSWORD })
      const [reply] = await Promise.all([
        client.post('/api/me/password', { password: PASSWORD, newPassword: OTHER_PASSWORD }),
        ...Array.from({ length: 4 }, door),
      ])
      expect(reply.status).toBe(204)
      expect((await listed(asUser(api.nobody, reply))).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    })

    test('a mail tells its owner', async () => {
      const mailed = await startMailApp(open)
      const client = await confirmed(mailed.nobody, (await signUp(mailed)).client)
      await client.post('/api/me/password', { password: PASSWORD, newPassword: OTHER_PASSWORD })
      await mailed.post.deliver()
      const [mail] = mailed.mailbox.mails
      expect(mail?.headers.get('subject')).toBe('Your password for Meervoud was changed')
      expect(mail?.text).toContain('You have been signed out in all other places.')
    })

    test('the present password is needed, also from who just showed who it is', async () => {
      const client = await confirmed(api.nobody, alice)
      const reply = await client.post('/api/me/password', { password: 'wrong password!', newPassword: OTHER_PASSWORD })
      expect(reply.refusal).toBe('wrong-credentials')
    })

    test('one that is common, or made of words about its owner, is refused as too easy to guess', async () => {
      const client = await confirmed(api.nobody, alice)
      for (const newPassword of EASY) {
        const reply = await client.post('/api/me/password', { password: PASSWORD, newPassword })
        expect([newPassword, reply.status, reply.refusal]).toEqual([newPassword, 422, 'common-password'])
      }
    })
  })

  test('easy passwords are refused at the set-up and with an invitation too', async () => {
    const fresh = await startAppForTest(open)
    const easy = setUpBody({ password: "alice's bakery 1" })
    expect((await fresh.nobody.post('/api/setup', easy)).refusal).toBe('common-password')
  })

  test('a locked account answers like an unknown one', async () => {
    const { db } = api.database
    await db
      .updateTable('user')
      .set({ lockedAt: api.clock.now().toISOString() })
      .where('email', '=', 'bob@example.org')
      .execute()
    const locked = await api.nobody.post('/api/sessions', { email: 'bob@example.org', password: PASSWORD })
    const unknown = await api.nobody.post('/api/sessions', { email: 'nobody@example.org', password: PASSWORD })
    expect([locked.status, locked.text]).toEqual([401, unknown.text])
  })

  test('a sign-in that failed is noted by the id of the account, and nothing that was typed', async () => {
    await api.nobody.post('/api/sessions', { email: 'alice@example.org', password: 'a typed canary!' })
    await api.nobody.post('/api/sessions', { email: 'canary@example.org', password: 'a typed canary!' })
    const rows = await api.database.db
      .selectFrom('systemEvent')
      .selectAll()
      .where('action', '=', 'user.sign-in-failed')
      .orderBy('number')
      .execute()
    expect(rows.map(({ object }) => object)).toEqual([people.alice.userId, 'unknown'])
    expect(JSON.stringify(rows)).not.toContain('canary')
  })

  test('a password that was hashed in an older way is hashed anew at the next sign-in', async () => {
    const { db } = api.database
    const old = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
    await db.updateTable('user').set({ passwordHash: old }).where('email', '=', 'alice@example.org').execute()
    await signIn('alice@example.org')
    const { passwordHash } = await db
      .selectFrom('user')
      .select('passwordHash')
      .where('email', '=', 'alice@example.org')
      .executeTakeFirstOrThrow()
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/)
    await signIn('alice@example.org')
  })
})
