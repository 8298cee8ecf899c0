import { beforeEach, describe, expect, test } from 'vitest'
import { hashSecret } from '../../server/auth/secrets.ts'
import { asUser, PASSWORD, setUpBody, signUp, startApp, startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'

describe.each(DATABASES)('sessions on $name', ({ open }) => {
  let api: TestApp

  beforeEach(async () => {
    api = await startAppForTest(open)
  })

  const signIn = (email: string, password: string) => api.nobody.post('/api/sessions', { email, password })

  describe('signing in', () => {
    test('it gives a cookie that scripts cannot read and other sites cannot send, for twelve hours', async () => {
      await signUp(api)
      const reply = await signIn('alice@example.org', PASSWORD)
      expect(reply.status).toBe(204)
      expect(reply.headers['set-cookie']).toMatch(/^mv=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
    })

    test('on HTTPS the cookie is bound to the host and to secure connections', async () => {
      await signUp(api)
      const secure = await startApp(api.database, { publicOrigin: 'https://meervoud.example.org' })
      const reply = await secure.nobody.post('/api/sessions', { email: 'alice@example.org', password: PASSWORD })
      expect(reply.headers['set-cookie']).toMatch(
        /^__Host-mv=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      )
      await secure.close()
    })

    test('the address is compared without capitals and spaces around it', async () => {
      await signUp(api)
      expect((await signIn('  ALICE@Example.org ', PASSWORD)).status).toBe(204)
    })

    test('a letter counts as the same letter however the keyboard writes it', async () => {
      const password = 'crème brûlée is nice'
      await api.nobody.post('/api/setup', setUpBody({ password: password.normalize('NFC') }))
      expect((await signIn('alice@example.org', password.normalize('NFD'))).status).toBe(204)
    })

    test('a wrong password and an unknown address are refused alike', async () => {
      await signUp(api)
      const wrong = await signIn('alice@example.org', 'wrong password!')
      const unknown = await signIn('nobody@example.org', 'wrong password!')
      expect([wrong.status, wrong.refusal]).toEqual([401, 'wrong-credentials'])
      expect([unknown.status, unknown.text]).toEqual([401, wrong.text])
      expect(wrong.headers['set-cookie']).toBeUndefined()
    })

    test('it ends the session that this browser had, and no secret is used twice', async () => {
      const { client } = await signUp(api)
      const reply = await client.post('/api/sessions', { email: 'alice@example.org', password: PASSWORD })
      expect(asUser(api.nobody, reply).headers['cookie']).not.toBe(client.headers['cookie'])
      expect((await client.get('/api/me')).status).toBe(401)
    })

    test('a session ends after twelve hours, however much it is used', async () => {
      const { client } = await signUp(api)
      for (let hours = 3; hours <= 9; hours += 3) {
        api.clock.pass({ hours: 3 })
        expect((await client.get('/api/me')).status).toBe(200)
      }
      api.clock.pass({ hours: 2, minutes: 59 })
      expect((await client.get('/api/me')).status).toBe(200)
      api.clock.pass({ minutes: 1 })
      expect((await client.get('/api/me')).refusal).toBe('sign-in-needed')
    })

    test('five wrong passwords close the account for the rest of fifteen minutes', async () => {
      await signUp(api)
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        expect((await signIn('alice@example.org', 'wrong password!')).refusal).toBe('wrong-credentials')
      }
      const reply = await signIn('alice@example.org', PASSWORD)
      expect([reply.status, reply.refusal]).toEqual([429, 'too-many-attempts'])
      expect(reply.headers['retry-after']).toBeDefined()
      api.clock.pass({ minutes: 15 })
      expect((await signIn('alice@example.org', PASSWORD)).status).toBe(204)
    })

    test('guesses at the same moment count too', async () => {
      await signUp(api)
      const replies = await Promise.all(
        Array.from({ length: 12 }, (_, guess) => signIn('alice@example.org', `wrong password ${guess}`)),
      )
      expect(replies.filter(({ status }) => status === 401)).toHaveLength(5)
      expect(replies.filter(({ status }) => status === 429)).toHaveLength(7)
    })

    test('an unknown address is closed in the same way, so that it tells nothing', async () => {
      for (let attempt = 1; attempt <= 5; attempt += 1) await signIn('nobody@example.org', 'wrong password!')
      expect((await signIn('nobody@example.org', 'wrong password!')).refusal).toBe('too-many-attempts')
    })

    test('a right password starts the count afresh', async () => {
      await signUp(api)
      for (let round = 1; round <= 3; round += 1) {
        for (let attempt = 1; attempt <= 4; attempt += 1) await signIn('alice@example.org', 'wrong password!')
        expect((await signIn('alice@example.org', PASSWORD)).status).toBe(204)
      }
    })

    test('one network address may be wrong a hundred times; others go on', async () => {
      await signUp(api)
      // The count is put there: a hundred real guesses take seconds of hashing.
      const key = `login-from:${hashSecret('127.0.0.1')}`
      const windowStart = api.clock.now().toISOString()
      await api.database.db.insertInto('attempt').values({ key, windowStart, count: 100 }).execute()
      expect((await signIn('alice@example.org', PASSWORD)).refusal).toBe('too-many-attempts')
      const elsewhere = api.nobody.with({}, '192.0.2.7')
      expect((await elsewhere.post('/api/sessions', { email: 'alice@example.org', password: PASSWORD })).status).toBe(
        204,
      )
    })

    test('a full office that signs in from one network address is not held up', async () => {
      await signUp(api)
      for (let colleague = 1; colleague <= 8; colleague += 1) {
        expect((await signIn('alice@example.org', PASSWORD)).status).toBe(204)
      }
      const { count } = await api.database.db
        .selectFrom('attempt')
        .select('count')
        .where('key', 'like', 'login-from:%')
        .executeTakeFirstOrThrow()
      expect(count).toBe(0)
    })

    test('more sign-ins at once than the queue holds are told to come back, and cost nobody an attempt', async () => {
      await signUp(api)
      const replies = await Promise.all(
        Array.from({ length: 40 }, (_, person) => signIn(`p${person}@example.org`, 'wrong password!')),
      )
      const busy = replies.filter(({ status }) => status === 503)
      expect(busy.length).toBeGreaterThan(0)
      expect(busy[0]?.refusal).toBe('busy')
      const { count } = await api.database.db
        .selectFrom('attempt')
        .select('count')
        .where('key', 'like', 'login-from:%')
        .executeTakeFirstOrThrow()
      expect(count).toBe(40 - busy.length)
      expect((await signIn('alice@example.org', PASSWORD)).status).toBe(204)
    })
  })

  describe('signing out', () => {
    test('the session is gone from the database and from the browser', async () => {
      const { client } = await signUp(api)
      const reply = await client.delete('/api/sessions/current')
      expect(reply.status).toBe(204)
      expect(reply.headers['set-cookie']).toMatch(/^mv=; .*Expires=Thu, 01 Jan 1970/)
      expect(await api.database.db.selectFrom('session').select('tokenHash').execute()).toEqual([])
      expect((await client.get('/api/me')).refusal).toBe('sign-in-needed')
    })

    test('other sessions of the same user stay', async () => {
      const { client } = await signUp(api)
      const other = asUser(api.nobody, await signIn('alice@example.org', PASSWORD))
      await client.delete('/api/sessions/current')
      expect((await other.get('/api/me')).status).toBe(200)
    })
  })
})
