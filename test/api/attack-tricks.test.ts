import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Joined } from '../../server/contract/rounds.ts'
import type { Database } from '../../server/db/open.ts'
import { tryCrossSite } from '../attack/cross-site.ts'
import { sendExtraFields } from '../attack/extra-fields.ts'
import { injectSql } from '../attack/injection.ts'
import { tryPollution } from '../attack/prototype.ts'
import { trySmuggling } from '../attack/smuggling.ts'
import { layOutFiles, traversals, tryTraversals } from '../attack/traversal.ts'
import { newRound, PASSWORD, signUp, startApp, startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES, temporaryFolder } from '../support/databases.ts'
import { World } from '../support/world.ts'

/** Of the statements against the database, in the tests; `npm run attack` tries all on each. */
const STATEMENTS = ["' or '1'='1", '\'; update "user" set is_operator = 1; --', "\\'; drop table round; --", '$1', '?']

describe.each(DATABASES)('tricks, on $name', ({ open }) => {
  let database: Database
  let api: TestApp
  let world: World

  beforeAll(async () => {
    database = await open()
    api = await startApp(database)
    world = await World.make(api)
  })
  afterAll(async () => {
    await api.close()
    await database.close()
  })

  test('no page of another site changes anything by any route, in whatever way it sends', async () => {
    const { successes, tried } = await tryCrossSite(world)
    expect(successes).toEqual([])
    expect(tried).toBeGreaterThan(1_500)
  })

  test('our own page, by each way in which browsers say so, and a script with a token, do', async () => {
    const { client } = world.people.alice
    const change = (headers: Record<string, string>) => {
      return api.app.inject({ method: 'PATCH', url: '/api/me', headers, payload: { locale: 'nl' } })
    }
    const cookie = client.headers['cookie'] ?? ''
    const { token } = await world.makeApiToken(world.people.alice.userId)
    for (const headers of [
      { cookie, 'sec-fetch-site': 'same-origin' },
      { cookie, origin: 'http://localhost' },
      { cookie, origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
      { cookie, origin: 'http://phones.test', host: 'phones.test' },
      { authorization: `Bearer ${token}` },
    ]) {
      expect((await change(headers)).statusCode, JSON.stringify(headers)).toBe(200)
    }
  })

  test('a field too much, the same name twice, and a column of ours are refused by every route that writes', async () => {
    const { successes, elsewhere, tried } = await sendExtraFields(world)
    expect(successes).toEqual([])
    // Looked at after what these are about, which is not in the right state.
    expect(elsewhere.length, elsewhere.join('\n')).toBeLessThan(12)
    expect(tried).toBeGreaterThan(1_000)
  })

  test('a statement in an address, a query or a text is none', async () => {
    const { weaknesses, tried } = await injectSql(world, STATEMENTS)
    expect(weaknesses).toEqual([])
    expect(tried).toBeGreaterThan(1_000)
  })
})

describe.each(DATABASES.slice(0, 1))('tricks that are about no row, on $name', ({ open }) => {
  const folder = temporaryFolder()
  let database: Database
  let api: TestApp
  let port: number

  beforeAll(async () => {
    database = await open()
    api = await startApp(database, { webRoot: layOutFiles(folder.path) })
    port = Number(new URL(await api.app.listen({ port: 0, host: '127.0.0.1' })).port)
  })
  afterAll(async () => {
    await api.close()
    await database.close()
    folder.remove()
  })

  test('nothing hangs on what every object stems from', async () => {
    const { weaknesses, tried } = await tryPollution(await World.make(api))
    expect(weaknesses).toEqual([])
    expect(tried).toBeGreaterThan(2_000)
  })

  test('no request hides a second one', async () => {
    const { weaknesses } = await trySmuggling(port)
    expect(weaknesses).toEqual([])
  })

  test('no address leaves the folder of the pages', async () => {
    // Each seventh: all of them are tried by `npm run attack`.
    const some = traversals().filter((_, place) => place % 7 === 0)
    const { weaknesses } = await tryTraversals(port, some)
    expect(weaknesses).toEqual([])
  })
})

describe.each(DATABASES)('a secret that was planted, on $name', ({ open }) => {
  test('a session that somebody was given before signing in is not the one that signs in', async () => {
    const api = await startAppForTest(open)
    await signUp(api)
    const planted = 'A'.repeat(43)
    const victim = api.nobody.with({ cookie: `mv=${planted}; mvr=${planted}; mvd=${planted}` })
    const reply = await victim.post('/api/sessions', { email: 'alice@example.org', password: PASSWORD })
    expect(reply.status).toBe(204)
    expect(reply.cookie('mv')).toMatch(/^[\w-]{43}$/)
    expect(reply.cookie('mv')).not.toBe(planted)
    expect((await victim.get('/api/me')).refusal).toBe('sign-in-needed')
    // Nor do two in one header, or one under another path, make a session of a planted one.
    const both = api.nobody.with({ cookie: `mv=${planted}; mv=${reply.cookie('mv')}` })
    expect([200, 401]).toContain((await both.get('/api/me')).status)
    const again = await api.nobody
      .with({ cookie: `mv=${reply.cookie('mv')}` })
      .post('/api/sessions', { email: 'alice@example.org', password: PASSWORD })
    expect(again.cookie('mv')).not.toBe(reply.cookie('mv'))
    // What was signed in before in this browser is over.
    expect((await api.nobody.with({ cookie: `mv=${reply.cookie('mv')}` }).get('/api/me')).status).toBe(401)
  })

  test('a secret that a phone was given before joining is not the one that it joins with', async () => {
    const api = await startAppForTest(open)
    const { client, organisationId } = await signUp(api)
    const { code } = await newRound(client, organisationId)
    const planted = 'B'.repeat(43)
    const phone = api.nobody.with({ cookie: `mvr=${planted}` })
    const { secret } = (await phone.post('/api/join', { code })).as(Joined)
    expect(secret).not.toBe(planted)
    expect((await phone.get('/api/response')).refusal).toBe('sign-in-needed')
  })
})
