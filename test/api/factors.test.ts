import { URI } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { sealerOf } from '../../server/auth/sealing.ts'
import { hashSecret } from '../../server/auth/secrets.ts'
import { makeSeed, totpCode } from '../../server/auth/totp.ts'
import { Factors, RecoveryCodes, TotpStarted } from '../../server/contract/factors.ts'
import { insertPasskey } from '../../server/db/queries/passkeys.ts'
import { asUser, confirmed, PASSWORD, signUp, startApp, startAppForTest, type TestApp } from '../support/app.ts'
import type { Client, Reply } from '../support/client.ts'
import { setUpCodes } from '../support/codes.ts'
import { DATABASES } from '../support/databases.ts'

const EMAIL = 'alice@example.org'

describe.each(DATABASES)('second factors on $name', ({ open }) => {
  let api: TestApp
  let alice: Client
  let userId: string

  beforeEach(async () => {
    api = await startAppForTest(open)
    const signedUp = await signUp(api)
    alice = signedUp.client
    userId = signedUp.userId
  })

  const codeNow = (seed: string) => totpCode(seed, api.clock.now())
  const signIn = (code?: string, password = PASSWORD) =>
    api.nobody.post('/api/sessions', { email: EMAIL, password, ...(code !== undefined && { code }) })
  const factors = async (client: Client) => (await client.get('/api/factors')).as(Factors)
  const actions = async () => {
    const rows = await api.database.db
      .selectFrom('systemEvent')
      .select(['action', 'object'])
      .orderBy('number')
      .execute()
    return rows.map(({ action }) => action)
  }

  describe('setting codes up', () => {
    test('an app reads the secret from the address, and its code switches them on', async () => {
      const { seed, address } = (await alice.post('/api/factors/totp')).as(TotpStarted)
      const app = URI.parse(address)
      expect([app.issuer, app.label, app.secret.base32]).toEqual(['Meervoud', EMAIL, seed])
      expect(seed).toMatch(/^[A-Z2-7]{32}$/)
      const code = app.generate({ timestamp: api.clock.now().getTime() })
      const reply = await alice.post('/api/factors/totp/confirm', { code })
      expect(reply.status).toBe(200)
      expect(await factors(asUser(api.nobody, reply))).toEqual({
        totpSince: api.clock.now().toISOString(),
        recoveryCodesLeft: 8,
        hasPasskey: false,
        isRequired: false,
      })
      expect(await actions()).toContain('factor.add')
    })

    test('nothing is asked at the next sign-in until a code was right', async () => {
      await alice.post('/api/factors/totp')
      expect((await alice.post('/api/factors/totp/confirm', { code: '000000' })).refusal).toBe('wrong-factor')
      expect((await signIn()).status).toBe(204)
    })

    test('the database holds neither the secret nor a recovery code', async () => {
      const { seed, recoveryCodes } = await setUpCodes(api, alice)
      const totp = await api.database.db.selectFrom('totp').selectAll().executeTakeFirstOrThrow()
      expect(JSON.stringify(totp)).not.toContain(seed)
      const rows = await api.database.db.selectFrom('recoveryCode').select('codeHash').execute()
      const hashes = recoveryCodes.map((code) => hashSecret(code.replaceAll('-', '')))
      expect(rows.map(({ codeHash }) => codeHash).sort()).toEqual(hashes.sort())
    })

    test('another phone takes the place of the first once its code was right', async () => {
      const { seed, client } = await setUpCodes(api, alice)
      const next = (await client.post('/api/factors/totp')).as(TotpStarted)
      expect((await signIn(codeNow(seed))).status).toBe(204)
      const reply = await client.post('/api/factors/totp/confirm', { code: codeNow(next.seed) })
      expect(JSON.parse(reply.text)).toEqual({ recoveryCodes: null })
      api.clock.pass({ seconds: 30 })
      expect((await signIn(codeNow(seed))).refusal).toBe('wrong-factor')
      expect((await signIn(codeNow(next.seed))).status).toBe(204)
    })
  })

  describe('signing in with codes', () => {
    test('a right password alone is asked for a code, and a wrong one is not', async () => {
      const { seed } = await setUpCodes(api, alice)
      const asked = await signIn()
      expect([asked.status, asked.refusal, asked.headers['set-cookie']]).toEqual([
        401,
        'second-factor-needed',
        undefined,
      ])
      expect((await signIn(undefined, 'wrong password!')).refusal).toBe('wrong-credentials')
      expect((await signIn(codeNow(seed), 'wrong password!')).refusal).toBe('wrong-credentials')
      expect((await signIn(codeNow(seed))).status).toBe(204)
    })

    test('a code of half a minute ago or ahead will do, one of a minute will not', async () => {
      const { seed } = await setUpCodes(api, alice)
      api.clock.pass({ minutes: 5 })
      const at = (seconds: number) => totpCode(seed, new Date(api.clock.now().getTime() + seconds * 1000))
      expect((await signIn(at(-60))).refusal).toBe('wrong-factor')
      expect((await signIn(at(60))).refusal).toBe('wrong-factor')
      expect((await signIn(at(-30))).status).toBe(204)
      expect((await signIn(at(0))).status).toBe(204)
      expect((await signIn(at(30))).status).toBe(204)
    })

    test('a code works once, and none before it works after it', async () => {
      const { seed } = await setUpCodes(api, alice)
      const [before, code] = [codeNow(seed), totpCode(seed, new Date(api.clock.now().getTime() + 30_000))]
      expect((await signIn(code)).status).toBe(204)
      expect((await signIn(code)).refusal).toBe('wrong-factor')
      expect((await signIn(before)).refusal).toBe('wrong-factor')
    })

    test('the code that switched codes on does not sign in', async () => {
      const { seed } = (await alice.post('/api/factors/totp')).as(TotpStarted)
      const code = codeNow(seed)
      await alice.post('/api/factors/totp/confirm', { code })
      expect((await signIn(code)).refusal).toBe('wrong-factor')
    })

    test('of two requests at once with one code, one gets in', async () => {
      const { seed, recoveryCodes } = await setUpCodes(api, alice)
      for (const code of [codeNow(seed), recoveryCodes[0]]) {
        const replies = await Promise.all([signIn(code), signIn(code)])
        expect(replies.map(({ status }) => status).sort()).toEqual([204, 401])
      }
    })

    test('five wrong codes close the account for the rest of fifteen minutes, and asking for a code costs none', async () => {
      const { seed } = await setUpCodes(api, alice)
      for (let time = 1; time <= 6; time += 1) expect((await signIn()).refusal).toBe('second-factor-needed')
      for (let guess = 1; guess <= 5; guess += 1) expect((await signIn('000000')).refusal).toBe('wrong-factor')
      expect((await signIn(codeNow(seed))).refusal).toBe('too-many-attempts')
      api.clock.pass({ minutes: 15 })
      expect((await signIn(codeNow(seed))).status).toBe(204)
      expect(await actions()).toContain('user.sign-in-failed')
    })

    test('a code of another secret is no good', async () => {
      await setUpCodes(api, alice)
      expect((await signIn(codeNow(makeSeed()))).refusal).toBe('wrong-factor')
    })

    test('with another key, as after a restore elsewhere, codes are no good and recovery codes are', async () => {
      const { seed, recoveryCodes } = await setUpCodes(api, alice)
      const elsewhere = await startApp(api.database, {
        now: api.clock.now,
        sealer: sealerOf(Buffer.alloc(32, 'other')),
      })
      const send = (code: string) => elsewhere.nobody.post('/api/sessions', { email: EMAIL, password: PASSWORD, code })
      expect((await send(codeNow(seed))).refusal).toBe('wrong-factor')
      expect((await send(recoveryCodes[0] ?? '')).status).toBe(204)
      await elsewhere.close()
    })
  })

  describe('recovery codes', () => {
    test('eight of 138 bits, each good for one use, however it is typed', async () => {
      const { recoveryCodes } = await setUpCodes(api, alice)
      expect(new Set(recoveryCodes).size).toBe(8)
      const [first = '', second = ''] = recoveryCodes
      expect(first).toMatch(/^([A-HJKMNP-Z2-9]{4}-){6}[A-HJKMNP-Z2-9]{4}$/)
      const reply = await signIn(` ${first.toLowerCase().replaceAll('-', ' ')}`)
      expect(reply.status).toBe(204)
      expect((await signIn(first)).refusal).toBe('wrong-factor')
      expect((await signIn(second)).status).toBe(204)
      expect((await factors(asUser(api.nobody, reply))).recoveryCodesLeft).toBe(6)
      expect(await actions()).toContain('recovery.used')
    })

    test('new ones take the place of all old ones', async () => {
      const { client, recoveryCodes } = await setUpCodes(api, alice)
      const { codes } = (await client.post('/api/factors/recovery-codes')).as(RecoveryCodes)
      expect((await factors(client)).recoveryCodesLeft).toBe(8)
      expect((await signIn(recoveryCodes[0])).refusal).toBe('wrong-factor')
      expect((await signIn(codes[0])).status).toBe(204)
    })
  })

  describe('removing codes', () => {
    test('the password alone will do afterwards, and recovery codes are gone with them', async () => {
      const { client, recoveryCodes } = await setUpCodes(api, alice)
      expect((await client.delete('/api/factors/totp')).status).toBe(204)
      expect((await signIn()).status).toBe(204)
      expect(await factors(client)).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 })
      expect(recoveryCodes).toHaveLength(8)
      expect(await actions()).toContain('factor.remove')
    })
  })

  describe('where everybody needs one', () => {
    let strict: TestApp

    beforeEach(async () => {
      strict = { ...(await startApp(api.database, { now: api.clock.now, secondFactor: 'required' })), clock: api.clock }
      return () => strict.close()
    })

    const at = (client: Client) => strict.nobody.with(client.headers)
    const addPasskey = () =>
      insertPasskey(api.database.db, {
        id: userId,
        userId,
        credentialId: 'key',
        publicKey: 'AAAA',
        counter: 0,
        transports: '[]',
        isSynced: 0,
        name: 'Laptop',
        createdAt: api.clock.now().toISOString(),
        lastUsedAt: null,
      })

    test('a sign-in without one opens what sets one up and nothing else, until it is done', async () => {
      const client = at(alice)
      const refused = await client.get('/api/organisations')
      expect((await client.post('/api/organisations', { name: 'New' })).refusal).toBe('second-factor-first')
      expect((await client.get('/api/sessions')).refusal).toBe('second-factor-first')
      expect(refused.status).toBeGreaterThanOrEqual(403)
      expect(JSON.parse((await client.get('/api/me')).text)).toMatchObject({ secondFactorFirst: true })
      const { client: after } = await setUpCodes(strict, client)
      expect(JSON.parse((await after.get('/api/me')).text)).toMatchObject({ secondFactorFirst: false })
      expect((await after.post('/api/organisations', { name: 'New' })).status).toBe(201)
    })

    test('the last factor stays', async () => {
      const { client } = await setUpCodes(strict, at(alice))
      expect((await client.delete('/api/factors/totp')).refusal).toBe('last-factor')
      expect((await factors(client)).totpSince).not.toBeNull()
      await addPasskey()
      expect((await client.delete('/api/factors/totp')).status).toBe(204)
      expect((await factors(client)).recoveryCodesLeft).toBe(8)
    })

    test('API tokens of who has none are refused until there is one', async () => {
      const { token } = JSON.parse((await alice.post('/api/tokens', { name: 'nightly' })).text)
      const script = strict.nobody.with({ authorization: `Bearer ${token}` })
      expect((await script.get('/api/sessions')).refusal).toBe('second-factor-first')
      await addPasskey()
      expect((await script.get('/api/sessions')).status).toBe(200)
    })

    test('who has a passkey does not get in with a password, nor adds codes with one', async () => {
      const weak = at(alice)
      await addPasskey()
      expect((await weak.post('/api/factors/totp')).refusal).toBe('sign-in-needed')
      const send = (code?: string): Promise<Reply> =>
        strict.nobody.post('/api/sessions', { email: EMAIL, password: PASSWORD, ...(code && { code }) })
      expect((await send()).refusal, 'who has no app is not asked for its code').toBe('passkey-needed')
      expect((await send('000000')).refusal).toBe('wrong-factor')
    })

    test('confirming with a code keeps a session strong', async () => {
      const { client, seed } = await setUpCodes(strict, at(alice))
      strict.clock.pass({ minutes: 11 })
      expect((await client.post('/api/factors/recovery-codes')).refusal).toBe('confirm-needed')
      const alone = await client.post('/api/sessions/current/confirm', { password: PASSWORD })
      expect(alone.refusal).toBe('second-factor-needed')
      const reply = await client.post('/api/sessions/current/confirm', { password: PASSWORD, code: codeNow(seed) })
      expect((await asUser(strict.nobody, reply).post('/api/factors/recovery-codes')).status).toBe(201)
    })
  })

  test('factors are changed only by who showed in the last ten minutes who it is', async () => {
    const { client } = await setUpCodes(api, alice)
    api.clock.pass({ minutes: 10 })
    for (const change of [
      () => client.post('/api/factors/totp'),
      () => client.delete('/api/factors/totp'),
      () => client.post('/api/factors/recovery-codes'),
      () => client.post('/api/tokens', { name: 'x' }),
      () => client.post('/api/me/password', { password: PASSWORD, newPassword: PASSWORD }),
    ])
      expect((await change()).refusal).toBe('confirm-needed')
  })

  test('an API token never passes for who showed who it is', async () => {
    const { token } = JSON.parse((await (await confirmed(api.nobody, alice)).post('/api/tokens', { name: 'x' })).text)
    const script = api.nobody.with({ authorization: `Bearer ${token}` })
    expect((await script.post('/api/tokens', { name: 'y' })).refusal).toBe('confirm-needed')
    expect((await script.post('/api/factors/totp')).refusal).toBe('confirm-needed')
    expect((await script.post('/api/sessions/current/confirm', { password: PASSWORD })).refusal).toBe('confirm-needed')
  })
})
