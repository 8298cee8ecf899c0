import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StartState } from '../../server/contract/accounts.ts'
import type { Database } from '../../server/db/open.ts'
import { joinRound, newRound, PASSWORD, signUp, startApp, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'

describe.each(DATABASES)('the address for phones in the room, on $name', ({ open }) => {
  let database: Database
  let office: TestApp
  let room: TestApp

  beforeEach(async () => {
    database = await open()
    office = await startApp(database)
    room = await startApp(database, {}, 'participants')
  })
  afterEach(async () => {
    await room.close()
    await office.close()
    await database.close()
  })

  test('lets people join and answer', async () => {
    const alice = await signUp(office)
    const { code } = await newRound(alice.client, alice.organisationId)
    const { client } = await joinRound(room.nobody, code)
    expect((await client.get('/api/response')).status).toBe(200)
  })

  test('says that it is for participants only', async () => {
    expect((await room.nobody.get('/api/start')).as(StartState).audience).toBe('participants')
    expect((await office.nobody.get('/api/start')).as(StartState).audience).toBe('everyone')
  })

  test('refuses signing in, setting up and everything that needs an account', async () => {
    const alice = await signUp(office)
    const inRoom = room.nobody.with(alice.client.headers)
    const calls = [
      room.nobody.post('/api/sessions', { email: 'alice@example.org', password: PASSWORD }),
      room.nobody.post('/api/setup', {}),
      room.nobody.post('/api/invitations/view', { token: 'x' }),
      inRoom.get('/api/me'),
      inRoom.get(`/api/organisations/${alice.organisationId}/rounds`),
    ]
    for (const reply of await Promise.all(calls)) {
      expect([reply.status, reply.refusal]).toEqual([403, 'accounts-refused-here'])
    }
  })
})
