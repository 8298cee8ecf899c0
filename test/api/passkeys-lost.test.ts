import { beforeEach, describe, expect, test } from 'vitest'
import { NO_PASSWORD } from '../../server/auth/passwords.ts'
import { Factors } from '../../server/contract/factors.ts'
import { PasskeyCreation, PasskeyMade, PasskeyRequest } from '../../server/contract/passkeys.ts'
import { lockUser } from '../../server/services/operators.ts'
import { asUser, PASSWORD, type Person, signUp, startApp, startAppForTest, type TestApp } from '../support/app.ts'
import { Authenticator } from '../support/authenticator.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { whileTableIsHeld } from '../support/held-table.ts'

describe.each(DATABASES)('who loses a passkey, or the account with it, on $name', ({ open }) => {
  let api: TestApp
  let alice: Person
  let device: Authenticator

  beforeEach(async () => {
    api = await startAppForTest(open)
    alice = await signUp(api)
    device = new Authenticator()
  })

  const make = async (client: Client, by: Authenticator) => {
    const reply = await client.post(
      '/api/passkeys',
      by.create((await client.post('/api/passkeys/options')).as(PasskeyCreation)),
    )
    return { client: asUser(api.nobody, reply), recoveryCodes: reply.as(PasskeyMade).recoveryCodes }
  }

  describe('recovery codes', () => {
    test('they come with the first passkey, stay with the second, and let their owner in who lost both', async () => {
      const first = await make(alice.client, device)
      expect(new Set(first.recoveryCodes).size).toBe(8)
      const second = await make(first.client, new Authenticator())
      expect(second.recoveryCodes).toBeNull()
      expect((await second.client.get('/api/factors')).as(Factors)).toMatchObject({
        recoveryCodesLeft: 8,
        hasPasskey: true,
      })
      const strict = await startApp(api.database, { now: api.clock.now, secondFactor: 'required' })
      const typed = { email: alice.email, password: PASSWORD }
      expect((await strict.nobody.post('/api/sessions', typed)).refusal).toBe('passkey-needed')
      const reply = await strict.nobody.post('/api/sessions', { ...typed, code: first.recoveryCodes?.[0] })
      expect(reply.status).toBe(204)
      await strict.close()
    })

    test('an account without a password gets none: they are asked after a password only', async () => {
      await api.database.db.updateTable('user').set({ passwordHash: NO_PASSWORD }).execute()
      expect((await make(alice.client, device)).recoveryCodes).toBeNull()
    })
  })

  test('somebody who is locked while they sign in with one is out for good', async () => {
    await make(alice.client, device)
    const options = (await api.nobody.post('/api/passkeys/sign-in/options')).as(PasskeyRequest)
    const answer = device.get(options)
    const { db } = api.database
    const deps = { db, now: api.clock.now, live: api.deps.live }
    await whileTableIsHeld(api.database, 'user', 2, () =>
      Promise.all([
        lockUser(deps, 'an operator', alice.userId, true),
        api.nobody.post('/api/passkeys/sign-in', answer),
      ]),
    )
    expect(await db.selectFrom('session').select('method').execute()).toEqual([])
  })
})
