import { beforeAll, describe, expect, test } from 'vitest'
import { ODD_TYPES } from '../attack/content-types.ts'
import { sendMalformed } from '../attack/malformed.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { World } from '../support/world.ts'

/** On PostgreSQL, where each costs more, a quarter. */
const REQUESTS = { SQLite: 2_000, PostgreSQL: 500 }
const SEED = 20_261_122

describe.each(DATABASES)('malformed requests, on $name', ({ open, name }) => {
  const requests = name === 'SQLite' ? REQUESTS.SQLite : REQUESTS.PostgreSQL
  let api: TestApp
  let world: World

  beforeAll(async () => {
    const database = await open()
    api = await startApp(database)
    world = await World.make(api)
    return async () => {
      await api.close()
      await database.close()
    }
  })

  test(`are refused by every route: of ${requests} none is a fault of the server, and none is sent back`, async () => {
    const { weaknesses, routes, statuses } = await sendMalformed(world, requests, SEED)
    expect(weaknesses).toEqual([])
    expect(routes).toBeGreaterThan(80)
    // Some get through, or the grammar would only knock at the front door.
    expect(Object.keys(statuses).length).toBeGreaterThan(6)
  })

  test.each(ODD_TYPES)('a body of the type %j is read as JSON or not at all', async (type) => {
    const { client } = world.people.alice
    const body = JSON.stringify({ name: 'Odd', unexpected: true })
    const reply = await client.with({ 'content-type': type }).call('POST', '/api/organisations', body)
    expect([400, 415, 422]).toContain(reply.status)
  })
})
