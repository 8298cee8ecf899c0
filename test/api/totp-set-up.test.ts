import { beforeEach, describe, expect, test } from 'vitest'
import { NO_PASSWORD } from '../../server/auth/passwords.ts'
import { totpCode } from '../../server/auth/totp.ts'
import { Me } from '../../server/contract/accounts.ts'
import { TotpStarted } from '../../server/contract/factors.ts'
import { asUser, confirmed, signUp, startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { setUpCodes } from '../support/codes.ts'
import { DATABASES } from '../support/databases.ts'

describe.each(DATABASES)('setting codes up is no way round on $name', ({ open }) => {
  let api: TestApp
  let alice: Client

  beforeEach(async () => {
    api = await startAppForTest(open)
    alice = (await signUp(api)).client
  })

  const codeNow = (seed: string) => totpCode(seed, api.clock.now())

  test('trying codes is limited to ten in fifteen minutes, and a right one does not count as showing who it is', async () => {
    const { seed } = (await alice.post('/api/factors/totp')).as(TotpStarted)
    const tryCode = (code: string) => alice.post('/api/factors/totp/confirm', { code })
    for (let guess = 1; guess <= 10; guess += 1) expect((await tryCode('000000')).refusal).toBe('wrong-factor')
    expect((await tryCode(codeNow(seed))).refusal).toBe('too-many-attempts')
    api.clock.pass({ minutes: 15 })
    const reply = await tryCode(codeNow(seed))
    expect(reply.status).toBe(200)
    expect((await alice.get('/api/me')).refusal, 'the secret of before is out').toBe('sign-in-needed')
    expect((await asUser(api.nobody, reply).delete('/api/factors/totp')).refusal).toBe('confirm-needed')
  })

  test('a set-up that took longer than half an hour has to be begun anew', async () => {
    const { seed } = (await alice.post('/api/factors/totp')).as(TotpStarted)
    api.clock.pass({ minutes: 30, seconds: 1 })
    for (let time = 1; time <= 2; time += 1)
      expect((await alice.post('/api/factors/totp/confirm', { code: codeNow(seed) })).refusal).toBe('set-up-over')
    const totp = await api.database.db.selectFrom('totp').selectAll().executeTakeFirst()
    expect(totp?.nextSealedSeed ?? null).toBeNull()
    const client = await confirmed(api.nobody, alice)
    await setUpCodes(api, client)
  })

  test('an account without a password is offered none: codes are asked after a password only', async () => {
    await api.database.db.updateTable('user').set({ passwordHash: NO_PASSWORD }).execute()
    const reply = await alice.post('/api/factors/totp')
    expect([reply.status, reply.refusal]).toEqual([409, 'no-password'])
    expect((await alice.get('/api/me')).as(Me).hasPassword).toBe(false)
  })
})
