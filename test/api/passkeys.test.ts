import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { relyingPartyOf } from '../../server/auth/relying-party.ts'
import { hashSecret } from '../../server/auth/secrets.ts'
import { Me, StartState, TokenMade } from '../../server/contract/accounts.ts'
import { listOf } from '../../server/contract/common.ts'
import { Passkey, PasskeyCreation, PasskeyParams, PasskeyRequest } from '../../server/contract/passkeys.ts'
import { asUser, type Person, signUp, startApp, startAppForTest, type TestApp } from '../support/app.ts'
import { Authenticator, type Misbehaviour } from '../support/authenticator.ts'
import type { Client, Reply } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { invitePerson } from '../support/people.ts'

const List = listOf(Passkey)

describe.each(DATABASES)('passkeys on $name', ({ open }) => {
  let api: TestApp
  let alice: Person & { organisationId: string }
  let device: Authenticator

  beforeEach(async () => {
    api = await startAppForTest(open)
    alice = await signUp(api)
    device = new Authenticator()
  })

  const creation = async (client: Client) => (await client.post('/api/passkeys/options')).as(PasskeyCreation)
  const request = async (client = api.nobody) => (await client.post('/api/passkeys/sign-in/options')).as(PasskeyRequest)
  /** Alice makes a passkey; her session goes on under a new secret. */
  const add = async (by: Authenticator, how: Misbehaviour = {}): Promise<string> => {
    const reply = await alice.client.post('/api/passkeys', by.create(await creation(alice.client), how))
    alice = { ...alice, client: asUser(api.nobody, reply) }
    return reply.as(PasskeyParams).id
  }
  const signIn = async (how: Misbehaviour = {}): Promise<Reply> =>
    api.nobody.post('/api/passkeys/sign-in', device.get(await request(), how))
  const events = async (): Promise<string[]> => {
    const rows = await api.database.db.selectFrom('systemEvent').select('action').orderBy('action').execute()
    return rows.map(({ action }) => action).filter((action) => action.startsWith('passkey.'))
  }

  describe('making one', () => {
    test('it asks for a passkey that knows its owner and looks who is there, and keeps its public half', async () => {
      const options = await creation(alice.client)
      expect(options).toMatchObject({
        rp: { id: 'localhost' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
      })
      const id = await add(device)
      const { items } = (await alice.client.get('/api/passkeys')).as(List)
      expect(items).toMatchObject([{ id, name: 'Laptop', isSynced: false, lastUsedAt: null }])
      expect(await events()).toEqual(['passkey.add'])
      expect((await creation(alice.client))['excludeCredentials']).toHaveLength(1)
    })

    test.each<[string, Misbehaviour]>([
      ['comes from another address', { origin: 'https://evil.example' }],
      ['comes from another port of this machine', { origin: 'http://localhost:9999' }],
      ['did not look who was there', { isUnverified: true }],
      ['is the answer to another question', { type: 'webauthn.get' }],
    ])('it refuses one that %s', async (_what, how) => {
      const reply = await alice.client.post('/api/passkeys', device.create(await creation(alice.client), how))
      expect([reply.status, reply.refusal]).toEqual([422, 'passkey-refused'])
      expect((await alice.client.get('/api/passkeys')).as(List).items).toEqual([])
    })

    test('it refuses the same answer a second time, and the same passkey in another answer', async () => {
      const input = device.create(await creation(alice.client))
      const made = await alice.client.post('/api/passkeys', input)
      expect(made.status).toBe(201)
      expect((await alice.client.get('/api/me')).refusal, 'the secret of before is out').toBe('sign-in-needed')
      alice = { ...alice, client: asUser(api.nobody, made) }
      expect((await alice.client.post('/api/passkeys', input)).refusal).toBe('passkey-refused')
      const again = device.create(await creation(alice.client))
      expect((await alice.client.post('/api/passkeys', again)).refusal).toBe('passkey-known')
    })

    test('it refuses the answer to a challenge of another user, of another purpose, and one that is too old', async () => {
      const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'viewer' })
      const ofBob = device.create(await creation(bob.client))
      expect((await alice.client.post('/api/passkeys', ofBob)).refusal).toBe('passkey-refused')
      expect((await bob.client.post('/api/passkeys', ofBob)).refusal, 'the try used it up').toBe('passkey-refused')
      const toSignIn = { ...(await creation(alice.client)), challenge: (await request()).challenge }
      expect((await alice.client.post('/api/passkeys', device.create(toSignIn))).refusal).toBe('passkey-refused')
      const old = device.create(await creation(alice.client))
      api.clock.pass({ minutes: 5 })
      expect((await alice.client.post('/api/passkeys', old)).refusal).toBe('passkey-refused')
    })

    test('it keeps no challenge itself, and forgets those that nobody answered', async () => {
      const { challenge } = await request()
      const rows = () => api.database.db.selectFrom('passkeyChallenge').select('challengeHash').execute()
      expect(await rows()).toEqual([{ challengeHash: hashSecret(challenge) }])
      api.clock.pass({ minutes: 6 })
      await request()
      expect(await rows()).toHaveLength(1)
    })
  })

  describe('signing in with one', () => {
    test('it needs no address, gives a session, and ends the one that this browser had', async () => {
      await add(device)
      const options = await request()
      expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
      expect(options['allowCredentials']).toBeUndefined()
      const reply = await alice.client.post('/api/passkeys/sign-in', device.get(options))
      expect(reply.status).toBe(204)
      expect((await asUser(api.nobody, reply).get('/api/me')).as(Me).user.name).toBe('Alice')
      expect((await alice.client.get('/api/me')).refusal).toBe('sign-in-needed')
    })

    test('it notes when a passkey was used', async () => {
      await add(device)
      api.clock.pass({ minutes: 1 })
      const reply = await signIn()
      const { items } = (await asUser(api.nobody, reply).get('/api/passkeys')).as(List)
      expect(items[0]?.lastUsedAt).toBe(api.clock.now().toISOString())
    })

    test.each<[string, Misbehaviour]>([
      ['comes from another address', { origin: 'https://evil.example' }],
      ['did not look who was there', { isUnverified: true }],
      ['is the answer to another question', { type: 'webauthn.create' }],
    ])('it refuses a signature that %s', async (_what, how) => {
      await add(device)
      const reply = await signIn(how)
      expect([reply.status, reply.refusal, reply.cookie('mv')]).toEqual([401, 'wrong-passkey', undefined])
    })

    test('it refuses a replayed signature, one for another purpose, and one that is too old', async () => {
      await add(device)
      const answer = device.get(await request())
      expect((await api.nobody.post('/api/passkeys/sign-in', answer)).status).toBe(204)
      expect((await api.nobody.post('/api/passkeys/sign-in', answer)).refusal).toBe('wrong-passkey')
      const confirm = (await alice.client.post('/api/passkeys/confirm/options')).as(PasskeyRequest)
      const ofOther = device.get(confirm)
      expect((await api.nobody.post('/api/passkeys/sign-in', ofOther)).refusal).toBe('wrong-passkey')
      const made = device.get(await creation(alice.client))
      expect((await api.nobody.post('/api/passkeys/sign-in', made)).refusal).toBe('wrong-passkey')
      const old = device.get(await request())
      api.clock.pass({ minutes: 5 })
      expect((await api.nobody.post('/api/passkeys/sign-in', old)).refusal).toBe('wrong-passkey')
    })

    test('of one signature that comes many times at once, one signs in', async () => {
      await add(device)
      const answer = device.get(await request())
      const tries = Array.from({ length: 8 }, () => api.nobody.post('/api/passkeys/sign-in', answer))
      const statuses = (await Promise.all(tries)).map(({ status }) => status)
      expect(statuses.sort()).toEqual([204, 401, 401, 401, 401, 401, 401, 401])
    })

    test('it refuses a passkey that counted back or stood still, says so, and notes it', async () => {
      await add(device, { counter: 5 })
      expect((await signIn({ counter: 9 })).status).toBe(204)
      for (const counter of [9, 6, 0]) expect((await signIn({ counter })).refusal).toBe('passkey-copied')
      expect(await events()).toEqual(['passkey.add', 'passkey.copied', 'passkey.copied', 'passkey.copied'])
      expect((await signIn({ counter: 10 })).status).toBe(204)
    })

    test('a passkey that counts nothing, as those kept in a cloud do, is good every time', async () => {
      await add(device, { counter: 0 })
      for (const counter of [0, 0, 0]) expect((await signIn({ counter })).status).toBe(204)
    })

    test('a wrong signature says nothing about the counter, and notes nothing', async () => {
      await add(device, { counter: 5 })
      const answer = { ...device.get(await request(), { counter: 1 }), signature: 'AAAA' }
      expect((await api.nobody.post('/api/passkeys/sign-in', answer)).refusal).toBe('wrong-passkey')
      expect(await events()).toEqual(['passkey.add'])
    })

    test('it refuses an unknown passkey, one that was removed, one of somebody else, and a locked user alike', async () => {
      const id = await add(device)
      const other = new Authenticator()
      other.create(await creation(alice.client))
      const unknown = await api.nobody.post('/api/passkeys/sign-in', other.get(await request()))
      const userHandle = Buffer.from('somebody else').toString('base64url')
      const foreign = { ...device.get(await request()), userHandle }
      const swapped = await api.nobody.post('/api/passkeys/sign-in', foreign)
      const lock = (lockedAt: string | null) => api.database.db.updateTable('user').set({ lockedAt }).execute()
      await lock('2026-11-02T09:00:00.000Z')
      const locked = await signIn()
      await lock(null)
      expect((await alice.client.delete(`/api/passkeys/${id}`)).status).toBe(204)
      const removed = await signIn()
      for (const reply of [unknown, swapped, locked, removed]) {
        expect([reply.status, reply.text]).toEqual([401, unknown.text])
        expect(reply.refusal).toBe('wrong-passkey')
      }
    })

    test('it gives a network address a hundred challenges in a quarter of an hour', async () => {
      for (let n = 0; n < 100; n++) await request()
      expect((await api.nobody.post('/api/passkeys/sign-in/options')).refusal).toBe('too-many-attempts')
      await request(api.nobody.with({}, '10.0.0.9'))
      api.clock.pass({ minutes: 15 })
      await request()
    })
  })

  describe('confirming with one', () => {
    const confirm = async (client: Client, by: Authenticator) => {
      const options = (await client.post('/api/passkeys/confirm/options')).as(PasskeyRequest)
      return client.post('/api/passkeys/confirm', by.get(options))
    }

    test('it opens what asks for it, for ten minutes, under a new secret', async () => {
      const id = await add(device)
      api.clock.pass({ minutes: 11 })
      expect((await alice.client.delete(`/api/passkeys/${id}`)).refusal).toBe('confirm-needed')
      expect((await alice.client.post('/api/passkeys/options')).refusal).toBe('confirm-needed')
      const reply = await confirm(alice.client, device)
      expect(reply.status).toBe(204)
      expect((await alice.client.get('/api/me')).refusal).toBe('sign-in-needed')
      expect((await asUser(api.nobody, reply).delete(`/api/passkeys/${id}`)).status).toBe(204)
    })

    test('it refuses the passkey of somebody else, and a signature for signing in', async () => {
      const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'viewer' })
      await add(device)
      expect((await confirm(bob.client, device)).refusal).toBe('wrong-passkey')
      const toSignIn = device.get(await request())
      expect((await alice.client.post('/api/passkeys/confirm', toSignIn)).refusal).toBe('wrong-passkey')
    })

    test('a token for scripts neither confirms nor makes a passkey', async () => {
      const { token } = (await alice.client.post('/api/tokens', { name: 'nightly' })).as(TokenMade)
      const script = api.nobody.with({ authorization: `Bearer ${token}` })
      for (const url of ['/api/passkeys/confirm/options', '/api/passkeys/options'])
        expect((await script.post(url)).refusal).toBe('confirm-needed')
    })
  })

  describe('where a second factor is required', () => {
    test('a passkey is one: it opens the rest, and the last one stays', async () => {
      const strict = await startApp(api.database, { secondFactor: 'required' })
      const { client } = { client: strict.nobody.with(alice.client.headers) }
      expect((await client.get(`/api/organisations/${alice.organisationId}`)).refusal).toBe('second-factor-first')
      const made = await client.post('/api/passkeys', device.create(await creation(client)))
      const strong = asUser(strict.nobody, made)
      expect((await strong.get(`/api/organisations/${alice.organisationId}`)).status).toBe(200)
      const { id } = made.as(PasskeyParams)
      expect((await strong.delete(`/api/passkeys/${id}`)).refusal).toBe('last-factor')
      const second = await strong.post('/api/passkeys', new Authenticator().create(await creation(strong)))
      expect((await asUser(strict.nobody, second).delete(`/api/passkeys/${id}`)).status).toBe(204)
      await strict.close()
    })
  })

  describe('the own passkeys', () => {
    test('they are renamed and removed by their owner, and by nobody else', async () => {
      const id = await add(device)
      const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'viewer' })
      expect((await bob.client.get('/api/passkeys')).as(List).items).toEqual([])
      expect((await bob.client.patch(`/api/passkeys/${id}`, { name: 'Mine' })).refusal).toBe('not-found')
      expect((await bob.client.delete(`/api/passkeys/${id}`)).refusal).toBe('not-found')
      expect((await alice.client.patch(`/api/passkeys/${id}`, { name: ' Phone ' })).status).toBe(204)
      expect((await alice.client.get('/api/passkeys')).as(List).items).toMatchObject([{ name: 'Phone' }])
      expect((await alice.client.delete(`/api/passkeys/${id}`)).status).toBe(204)
      expect((await alice.client.get('/api/passkeys')).as(List).items).toEqual([])
    })
  })

  describe('where they work', () => {
    const at = async (host: string, publicOrigin?: string) => {
      const other = await startApp(api.database, { publicOrigin })
      const reply = await other.nobody.with({ host }).get('/api/start')
      const begun = await other.nobody.with({ host }).post('/api/passkeys/sign-in/options')
      await other.close()
      const { rpId } = z.object({ rpId: z.string().optional() }).parse(JSON.parse(begun.text))
      return { where: reply.as(StartState).passkeyOrigin, rpId, status: begun.status }
    }

    test('never because a request says so', () => {
      for (const claimed of [
        'https://mv.example.org',
        'http://mv.example.org',
        'https://localhost',
        'http://192.168.1.20',
      ])
        expect(relyingPartyOf(undefined, claimed)).toBeUndefined()
    })

    test('under the name localhost, and under a public address with HTTPS and a name', async () => {
      const here = { where: 'http://localhost:3000', rpId: 'localhost', status: 200 }
      expect(await at('localhost:3000')).toEqual(here)
      expect(await at('localhost:3000', 'http://localhost:3000')).toEqual(here)
      const there = { where: 'https://mv.example.org:8443', rpId: 'mv.example.org', status: 200 }
      expect(await at('anything.example', 'https://mv.example.org:8443')).toEqual(there)
    })

    test.each(['127.0.0.1:3000', '[::1]:3000'])('not at %s, where the page is told the name', async (host) => {
      expect(await at(host)).toEqual({ where: 'http://localhost:3000', rpId: undefined, status: 409 })
    })

    test.each([
      ['localhost:3000', 'http://mv.example.org'],
      ['localhost:3000', 'https://192.168.1.20'],
      ['localhost:3000', 'https://[::1]:3000'],
    ])('not at %s with the public address %s', async (host, publicOrigin) => {
      expect(await at(host, publicOrigin)).toEqual({ where: null, rpId: undefined, status: 409 })
    })
  })
})
