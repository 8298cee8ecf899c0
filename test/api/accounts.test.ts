import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { hashSecret } from '../../server/auth/secrets.ts'
import { Me, SetupDone, TokenMade, TokenRow } from '../../server/contract/accounts.ts'
import { listOf } from '../../server/contract/common.ts'
import { PASSWORD, setUpBody, signUp, startApp, startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { whileTableIsHeld } from '../support/held-table.ts'
import { invitePerson } from '../support/people.ts'

const TokenList = listOf(TokenRow)

describe.each(DATABASES)('accounts on $name', ({ open }) => {
  let api: TestApp

  beforeEach(async () => {
    api = await startAppForTest(open)
  })

  describe('set-up', () => {
    test('it makes the first account and organisation and signs in', async () => {
      const { client, organisationId } = await signUp(api)
      const me = (await client.get('/api/me')).as(Me)
      expect(me.user).toMatchObject({ name: 'Alice', email: 'alice@example.org', locale: 'en' })
      expect(me.memberships).toEqual([
        { organisationId, name: "Alice's bakery", kind: 'company', role: 'owner', until: null, erasedOn: null },
      ])
      const events = await api.database.db
        .selectFrom('auditEvent')
        .select(['action', 'object'])
        .orderBy('action')
        .execute()
      expect(events).toEqual([
        { action: 'organisation.create', object: organisationId },
        { action: 'user.sign-up', object: me.user.id },
      ])
    })

    test('it keeps neither the password nor the session, only their hashes', async () => {
      const { client } = await signUp(api)
      const secret = client.headers['cookie']?.replace('mv=', '') ?? ''
      const { passwordHash } = await api.database.db.selectFrom('user').select('passwordHash').executeTakeFirstOrThrow()
      expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/)
      const { tokenHash } = await api.database.db.selectFrom('session').select('tokenHash').executeTakeFirstOrThrow()
      expect(tokenHash).toBe(hashSecret(secret))
    })

    test('it refuses a wrong token and makes nothing', async () => {
      const reply = await api.nobody.post('/api/setup', setUpBody({ token: 'x'.repeat(40) }))
      expect([reply.status, reply.refusal]).toEqual([403, 'wrong-set-up-token'])
      expect(await api.database.db.selectFrom('user').select('id').execute()).toEqual([])
    })

    test('it refuses a second set-up, with the right token too', async () => {
      await signUp(api)
      const reply = await api.nobody.post('/api/setup', setUpBody({ email: 'mallory@example.org' }))
      expect([reply.status, reply.refusal]).toEqual([409, 'set-up-done'])
    })

    test('it refuses every token on a server that was started without one', async () => {
      const other = await startApp(api.database, { setupTokenHash: undefined })
      expect((await other.nobody.post('/api/setup', setUpBody())).refusal).toBe('wrong-set-up-token')
      await other.close()
    })

    test('of set-ups that race, one makes an account and the others are refused', async () => {
      const emails = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `${letter}@example.org`)
      const replies = await whileTableIsHeld(api.database, 'user', 2, () => {
        return Promise.all(emails.map((email) => api.nobody.post('/api/setup', setUpBody({ email }))))
      })
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409])
      expect(await api.database.db.selectFrom('user').select('id').execute()).toHaveLength(1)
      expect(await api.database.db.selectFrom('organisation').select('id').execute()).toHaveLength(1)
    })

    test.each([
      ['a short password', { password: 'elevenchars' }],
      ['an address that is none', { email: 'alice' }],
      ['an unknown language', { locale: 'fr' }],
      ['an empty name', { name: '  ' }],
      ['a field that nobody asked for', { role: 'operator' }],
    ])('it refuses %s and says where', async (_what, change) => {
      const reply = await api.nobody.post('/api/setup', setUpBody(change))
      expect([reply.status, reply.refusal]).toEqual([422, 'invalid-request'])
      expect(reply.problem().errors?.[0]?.pointer).toMatch(/^#/)
    })
  })

  describe('what users change about themselves', () => {
    test('name and language, each by itself', async () => {
      const { client } = await signUp(api)
      expect((await client.patch('/api/me', { name: 'Alice B.' })).as(Me).user).toMatchObject({
        name: 'Alice B.',
        locale: 'en',
      })
      expect((await client.patch('/api/me', { locale: 'nl' })).as(Me).user).toMatchObject({
        name: 'Alice B.',
        locale: 'nl',
      })
    })

    test.each([{ email: 'other@example.org' }, { passwordHash: 'x' }, { id: 'x' }, { locale: 'de' }, { name: '' }])(
      'it refuses %o',
      async (change) => {
        const { client } = await signUp(api)
        expect((await client.patch('/api/me', change)).status).toBe(422)
        expect((await client.get('/api/me')).as(Me).user).toMatchObject({ name: 'Alice', email: 'alice@example.org' })
      },
    )
  })

  describe('tokens for scripts', () => {
    test('a token works with the rights of who made it, and is shown once', async () => {
      const { client, organisationId } = await signUp(api)
      const { id, token } = (await client.post('/api/tokens', { name: 'nightly' })).as(TokenMade)
      const script = api.nobody.with({ authorization: `Bearer ${token}` })
      expect((await script.get('/api/me')).as(Me).memberships[0]?.organisationId).toBe(organisationId)
      const list = await client.get('/api/tokens')
      expect(list.as(TokenList).items).toMatchObject([{ id, name: 'nightly' }])
      expect(list.text).not.toContain(token)
      const { tokenHash } = await api.database.db.selectFrom('apiToken').select('tokenHash').executeTakeFirstOrThrow()
      expect(tokenHash).toBe(hashSecret(token))
    })

    test('a withdrawn token is refused at once', async () => {
      const { client } = await signUp(api)
      const { id, token } = (await client.post('/api/tokens', { name: 'nightly' })).as(TokenMade)
      expect((await client.delete(`/api/tokens/${id}`)).status).toBe(204)
      expect((await api.nobody.with({ authorization: `Bearer ${token}` }).get('/api/me')).refusal).toBe(
        'sign-in-needed',
      )
    })

    test("nobody sees or withdraws somebody else's token", async () => {
      const { client, organisationId } = await signUp(api)
      const { id } = (await client.post('/api/tokens', { name: 'nightly' })).as(TokenMade)
      const bob = await invitePerson(api, client, organisationId, { name: 'Bob', role: 'owner' })
      expect((await bob.client.get('/api/tokens')).as(TokenList).items).toEqual([])
      const foreign = await bob.client.delete(`/api/tokens/${id}`)
      const missing = await bob.client.delete('/api/tokens/01890000-0000-7000-8000-000000000000')
      expect([foreign.status, foreign.text]).toEqual([404, missing.text])
    })

    test('a session secret is no token, and a token is no session', async () => {
      const { client } = await signUp(api)
      const { token } = (await client.post('/api/tokens', { name: 'nightly' })).as(TokenMade)
      const session = client.headers['cookie']?.replace('mv=', '') ?? ''
      expect((await api.nobody.with({ authorization: `Bearer ${session}` }).get('/api/me')).status).toBe(401)
      expect((await api.nobody.with({ cookie: `mv=${token}` }).get('/api/me')).status).toBe(401)
    })
  })

  test('the address for phones in the room refuses every account route', async () => {
    const { client } = await signUp(api)
    const room = await startApp(api.database, {}, 'participants')
    const alice = room.nobody.with(client.headers)
    const replies = [
      await alice.get('/api/me'),
      await alice.post('/api/tokens', { name: 'x' }),
      await room.nobody.post('/api/setup', setUpBody()),
      await room.nobody.post('/api/sessions', { email: 'alice@example.org', password: PASSWORD }),
      await room.nobody.post('/api/invitations/view', { token: 'x' }),
      await room.nobody.post('/api/invitations/accept', { token: 'x' }),
    ]
    expect(replies.map(({ refusal }) => refusal)).toEqual(replies.map(() => 'accounts-refused-here'))
    await room.close()
  })

  test('a deleted user is out at once', async () => {
    const { client, userId } = await signUp(api)
    await api.database.db.deleteFrom('user').where('id', '=', userId).execute()
    expect((await client.get('/api/me')).refusal).toBe('sign-in-needed')
  })

  test('the contract of a set-up is what comes back', async () => {
    const reply = await api.nobody.post('/api/setup', setUpBody())
    expect(z.strictObject(SetupDone.shape).safeParse(JSON.parse(reply.text)).success).toBe(true)
    expect(reply.status).toBe(201)
  })
})
