import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { listOf } from '../../server/contract/common.ts'
import { OperatorState, OperatorUser } from '../../server/contract/operator.ts'
import { insertUser, updateOperator } from '../../server/db/queries/users.ts'
import { SERVED_WHEN_FULL } from '../../server/plugins/storage.ts'
import { StorageRoom } from '../../server/upkeep/storage-room.ts'
import { Upkeep } from '../../server/upkeep/upkeep.ts'
import { asUser, Clock, PASSWORD, signUp, startApp, startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { startMailApp } from '../support/mail-app.ts'
import { gatherPeople } from '../support/people.ts'
import { routesOf } from '../support/routes.ts'

const Users = listOf(OperatorUser)
const events = (api: TestApp) =>
  api.database.db.selectFrom('systemEvent').select(['action', 'userId', 'object']).orderBy('id').execute()

describe.each(DATABASES)('whoever runs the installation, on $name', ({ open, name }) => {
  const start = async () => {
    const api = await startAppForTest(open)
    onTestFinished(() => api.deps.upkeep.stop())
    return api
  }

  test('sees how it is doing, in numbers', async () => {
    const api = await start()
    const alice = await signUp(api)
    await api.deps.upkeep.look()
    const state = (await alice.client.get('/api/operator/state')).as(OperatorState)
    expect(state).toMatchObject({ version: '0.0.0-test', status: 'ok', isDemo: false, hasMail: false })
    expect(state.database.bytes).toBeGreaterThan(100_000)
    expect(state.database.migrations).toBeGreaterThan(10)
    if (name === 'SQLite') {
      expect(state.disk?.freeBytes).toBeGreaterThan(0)
      expect(state.backups).toMatchObject({ kept: 0, newestAt: null, failure: null, drill: null, isOnSameDisk: true })
    } else expect([state.disk, state.backups]).toEqual([null, null])
  })

  test('hears that mail does not get through, for a day', async () => {
    const api = await startMailApp(open)
    onTestFinished(() => api.deps.upkeep.stop())
    const alice = await signUp(api)
    // A day without one asks for attention too.
    await api.deps.upkeep.backups?.make()
    await api.deps.upkeep.look()
    const state = async () => {
      const reply = await api.nobody.post('/api/sessions', { email: alice.email, password: PASSWORD })
      const { status, failingMails } = (await asUser(api.nobody, reply).get('/api/operator/state')).as(OperatorState)
      return [status, failingMails]
    }
    await api.mailbox.stop()
    await api.nobody.post('/api/password-resets', { email: alice.email })
    expect(await state()).toEqual(['ok', 0])
    await api.post.deliver()
    api.clock.pass({ minutes: 1 })
    expect(await state()).toEqual(['attention', 1])
    api.clock.pass({ hours: 1 })
    await api.post.deliver()
    expect(await state(), 'given up').toEqual(['attention', 1])
    api.clock.pass({ hours: 24, seconds: 1 })
    expect((await state())[1]).toBe(0)
  })

  test('makes a backup when asked, which the log has; PostgreSQL makes its own', async () => {
    const api = await start()
    const alice = await signUp(api)
    const reply = await alice.client.post('/api/operator/backups')
    if (name === 'PostgreSQL') {
      expect([reply.status, reply.refusal]).toEqual([409, 'backups-elsewhere'])
      return
    }
    const { backups } = reply.as(OperatorState)
    expect(backups).toMatchObject({ kept: 1, newestAt: api.clock.now().toISOString(), failure: null })
    expect(await events(api)).toContainEqual({ action: 'backup.make', userId: alice.userId, object: alice.userId })
    api.clock.pass({ minutes: 11 })
    expect((await alice.client.post('/api/operator/backups')).refusal).toBe('confirm-needed')
  })

  test('is told why there is no backup: no room for one', async () => {
    const database = await open()
    if (database.sqlite === undefined) return database.close()
    const dataDir = dirname(database.sqlite.name)
    const folders = { dataDir, backups: join(dataDir, 'backups') }
    const now = new Clock().now
    const api = await startApp(database, {
      // What writes look at has room; only the backup has not.
      upkeep: new Upkeep({
        database,
        folders,
        version: '0',
        now,
        room: new StorageRoom({ look: () => undefined, least: 1e15 }),
      }),
    })
    onTestFinished(async () => {
      await api.deps.upkeep.stop()
      await api.close()
      await database.close()
    })
    const alice = await signUp(api)
    const reply = await alice.client.post('/api/operator/backups')
    expect([reply.status, reply.refusal]).toEqual([507, 'backup-no-room'])
    const state = (await alice.client.get('/api/operator/state')).as(OperatorState)
    expect(state).toMatchObject({ status: 'attention', backups: { kept: 0, failure: 'no-room' } })
  })

  test('sees the accounts, and of organisations only how many', async () => {
    const api = await start()
    const { alice, bob } = await gatherPeople(api)
    const { items, next } = (await alice.client.get('/api/operator/users')).as(Users)
    expect(next).toBeNull()
    expect(items.map(({ email }) => email)).toEqual(items.map(({ email }) => email).toSorted())
    expect(items.find(({ id }) => id === bob.userId)).toMatchObject({
      isOperator: false,
      isLocked: false,
      hasSecondFactor: false,
      organisations: 1,
      // Taking an invitation up signed him in.
      lastSignInOn: '2026-11-02',
    })
    const mine = items.find(({ id }) => id === alice.userId)
    expect(mine).toMatchObject({ isOperator: true, organisations: 1 })
    await api.nobody.post('/api/sessions', { email: 'alice@example.org', password: PASSWORD })
    const later = (await alice.client.get('/api/operator/users')).as(Users)
    expect(later.items.find(({ id }) => id === alice.userId)?.lastSignInOn).toBe('2026-11-02')
    const text =
      (await alice.client.get('/api/operator/users')).text + (await alice.client.get('/api/operator/state')).text
    for (const secret of ['bakery', 'mill', 'argon2', 'passwordHash']) expect(text).not.toContain(secret)
  })

  test('reads accounts in pages', async () => {
    const api = await start()
    const alice = await signUp(api)
    for (let number = 0; number < 205; number += 1) {
      const email = `user${String(number).padStart(3, '0')}@example.org`
      const user = { id: randomUUID(), email, name: 'U', locale: 'nl', passwordHash: '-' } as const
      await insertUser(api.database.db, { ...user, createdAt: api.clock.now().toISOString() })
    }
    const first = (await alice.client.get('/api/operator/users')).as(Users)
    const second = (await alice.client.get(`/api/operator/users?after=${first.next}`)).as(Users)
    expect([first.items.length, second.items.length, second.next]).toEqual([200, 6, null])
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(206)
  })

  test('locks somebody out at once, lets them in again, and never locks themselves', async () => {
    const api = await start()
    const { alice, bob } = await gatherPeople(api)
    // It is shown anew who this is: gathering people took longer than ten minutes.
    const signedIn = await api.nobody.post('/api/sessions', { email: alice.email, password: PASSWORD })
    const operator = asUser(api.nobody, signedIn)
    const lock = (userId: string, locked: boolean) => operator.put(`/api/operator/users/${userId}/lock`, { locked })
    expect((await lock(bob.userId, true)).status).toBe(204)
    expect((await bob.client.get('/api/me')).status).toBe(401)
    const credentials = { email: bob.email, password: PASSWORD }
    expect((await api.nobody.post('/api/sessions', credentials)).status).toBe(401)
    expect((await lock(bob.userId, false)).status).toBe(204)
    // The sign-ins of before stay ended.
    expect((await bob.client.get('/api/me')).status).toBe(401)
    const again = await api.nobody.post('/api/sessions', credentials)
    expect((await asUser(api.nobody, again).get('/api/me')).status).toBe(200)
    expect((await lock(alice.userId, true)).refusal).toBe('not-yourself')
    const noted = (await events(api)).filter(({ object }) => object === bob.userId).map(({ action }) => action)
    expect(noted).toEqual(expect.arrayContaining(['user.lock', 'user.unlock']))
  })

  test('is refused the day somebody else does it', async () => {
    const api = await start()
    const alice = await signUp(api)
    await updateOperator(api.database.db, alice.userId, false)
    expect((await alice.client.get('/api/operator/state')).status).toBe(403)
  })
})

describe('what watchers are told', () => {
  test('is constant for the process, and for readiness what was seen last', async () => {
    const [{ open }] = DATABASES as [(typeof DATABASES)[number]]
    const api = await startAppForTest(open)
    const ask = async (path: string) => {
      const { status, text } = await api.nobody.get(`/api/health/${path}`)
      return [status, text]
    }
    await api.deps.upkeep.look()
    expect(await ask('ready')).toEqual([200, '{"status":"ok"}'])
    await api.database.close()
    await api.deps.upkeep.look()
    expect(await ask('ready')).toEqual([503, '{"status":"database"}'])
    expect(await ask('live')).toEqual([200, '{"status":"ok"}'])
    api.deps.upkeep.noteStopping()
    expect(await ask('ready')).toEqual([503, '{"status":"stopping"}'])
    expect(
      z.object({ paths: z.object({}) }).safeParse(JSON.parse((await api.nobody.get('/api/openapi.json')).text)).success,
    ).toBe(true)
  })

  test('and every route that is served on a full disk exists', async () => {
    const [{ open }] = DATABASES as [(typeof DATABASES)[number]]
    const database = await open()
    const api = await startApp(database)
    onTestFinished(async () => {
      await api.close()
      await database.close()
    })
    const keys = routesOf(api.app).map(({ key }) => key)
    for (const key of SERVED_WHEN_FULL) expect(keys).toContain(key)
  })
})
