import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../server/db/open.ts'
import { sendRaw } from '../attack/raw.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { Reply } from '../support/client.ts'
import { DATABASES, temporaryFolder } from '../support/databases.ts'
import { addressOf, EVENT_STREAM, homeOf, routesOf, standingObjects } from '../support/routes.ts'
import { type Actor, World } from '../support/world.ts'

/** On every answer on a machine's own address, where browsers take everything seriously. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
}
/** Tells an attacker what to look for, or opens us to other sites. */
const NEVER = ['server', 'x-powered-by', 'access-control-allow-origin', 'access-control-allow-credentials', 'via']

describe.each(DATABASES.slice(0, 1))('what every answer says to a browser, on $name', ({ open }) => {
  const folder = temporaryFolder()
  let database: Database
  let api: TestApp
  let world: World
  let port: number

  beforeAll(async () => {
    mkdirSync(join(folder.path, 'assets'))
    for (const page of ['index', 'join', 'wall']) writeFileSync(join(folder.path, `${page}.html`), '<p>page')
    writeFileSync(join(folder.path, 'assets', 'app-abc.js'), 'export {}')
    database = await open()
    api = await startApp(database, { webRoot: folder.path })
    world = await World.make(api)
    port = Number(new URL(await api.app.listen({ port: 0, host: '127.0.0.1' })).port)
  })
  afterAll(async () => {
    await api.close()
    await database.close()
    folder.remove()
  })

  function expectProtected({ status, headers }: Pick<Reply, 'status' | 'headers'>, what: string): void {
    for (const [name, value] of Object.entries(ALWAYS)) expect(headers[name], `${name} of ${what}`).toBe(value)
    for (const name of NEVER) expect(headers[name], `${name} of ${what}`).toBeUndefined()
    const kept = String(headers['cache-control'])
    // What was published, and is the same for whoever may read it.
    const isPublished = /\/api\/(instruments|reflection-guides)\//.test(what) && kept === 'private, max-age=3600'
    // What a programme published never changes; whether the reader still may is asked each time.
    const isAskedAgain = /\/programme\/releases\/:publication/.test(what) && kept === 'private, no-cache'
    const isAsset = kept === 'public, max-age=31536000, immutable' || kept === 'no-cache'
    const isForAll = /\/p\/:slug/.test(what) && kept === 'public, max-age=300'
    expect(
      kept === 'no-store' || isAsset || isPublished || isAskedAgain || isForAll,
      `cache-control of ${what}: ${kept}`,
    ).toBe(true)
    if (status === 304) return
    const policy = String(headers['content-security-policy'])
    expect(policy, what).toContain("default-src 'none'")
    if (!String(headers['content-type']).startsWith('text/html')) return
    expect(policy, what).toContain("frame-ancestors 'none'")
    const features = String(headers['permissions-policy'])
    expect(features, what).toContain('camera=()')
    expect(features, what).toContain('publickey-credentials-get=(self)')
  }

  test('every route says it, to who may and to who may not', async () => {
    const owner = await actor('an owner').fresh()
    let looked = 0
    for (const route of routesOf(api.app)) {
      const own = { ...(await standingObjects(route, world, homeOf(route), undefined)), org: world.idOf(homeOf(route)) }
      const isReading = route.method === 'GET' || route.method === 'HEAD'
      // Who writes may go afterwards: some calls end every sign-in, or the account.
      for (const caller of [api.nobody, isReading ? owner : await world.makeLeaver()]) {
        const url = addressOf(route, own)
        const reply = route.key === EVENT_STREAM ? await caller.follow(url) : await caller.call(route.method, url)
        expectProtected(reply, `${route.key}: ${reply.status}`)
        looked += 1
      }
    }
    expect(looked).toBeGreaterThan(200)
  })

  test('an event stream says it before its first event', async () => {
    const round = await world.makeRound('bakery', 'open')
    const reply = await world.people.alice.client.follow(`/api/live/rounds/${round.id}`)
    expect(reply.status).toBe(200)
    expectProtected(reply, 'an event stream')
  })

  test.each([
    ['GET', '/', 'text/html'],
    ['GET', '/d', 'text/html'],
    ['GET', '/scherm', 'text/html'],
    ['GET', '/o/x', 'text/html'],
    ['GET', '/assets/app-abc.js', '*/*'],
    ['GET', '/assets/gone.js', '*/*'],
    ['GET', '/api/nothing-here', '*/*'],
    ['GET', '/nothing-here', '*/*'],
    ['GET', '/api/organisations/%E0%A4%A', '*/*'],
    ['GET', `/api/instruments/${'x'.repeat(300)}/1.0.0`, '*/*'],
    ['HEAD', '/assets/app-abc.js', '*/*'],
    ['OPTIONS', '/api/me', '*/*'],
    ['OPTIONS', '/', '*/*'],
    ['TRACE', '/api/me', '*/*'],
    ['POST', '/', '*/*'],
    ['DELETE', '/assets/app-abc.js', '*/*'],
    ['GET', '/api/docs', 'text/html'],
    ['GET', '/api/docs/', 'text/html'],
    ['GET', '/api/openapi.json', '*/*'],
  ])('%s %s', async (method, url, accept) => {
    const { statusCode, headers } = await api.app.inject({ method: method as 'GET', url, headers: { accept } })
    expectProtected({ status: statusCode, headers }, url)
  })

  test('a page and what it loads are kept, and "not modified" leaves their policy alone', async () => {
    for (const url of ['/', '/assets/app-abc.js']) {
      const first = await api.nobody.with({ accept: 'text/html' }).get(url)
      const again = await api.nobody
        .with({ accept: 'text/html', 'if-none-match': String(first.headers['etag']) })
        .get(url)
      expect([first.status, again.status]).toEqual([200, 304])
      expectProtected(again, url)
      expect(again.headers['content-security-policy']).toBeUndefined()
    }
  })

  test.each([
    ['no request at all', 'nonsense\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: localhost\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['a request that names no host', 'GET /api/start HTTP/1.1\r\nConnection: close\r\n\r\n', 421],
  ])('%s', async (what, text, status) => {
    const [answer] = await sendRaw(port, text)
    expect(answer?.status).toBe(status)
    expectProtected({ status, headers: answer?.headers ?? {} }, what)
  })

  test('on a public address that it stays with HTTPS, and in a room nothing that would warn in vain', async () => {
    const secure = await startApp(database, { publicOrigin: 'https://meervoud.example.org', webRoot: folder.path })
    const { headers } = await secure.nobody.with({ host: 'meervoud.example.org', accept: 'text/html' }).get('/')
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    await secure.close()
    const room = await startApp(database, { webRoot: folder.path }, 'participants')
    const phone = (await room.nobody.with({ host: 'phones.test', accept: 'text/html' }).get('/d')).headers
    expect(phone['strict-transport-security']).toBeUndefined()
    expect(phone['cross-origin-opener-policy']).toBeUndefined()
    expect(phone['x-content-type-options']).toBe('nosniff')
    await room.close()
  })

  test('signing out empties what the browser kept of pages, and never what a phone has not sent yet', async () => {
    const { headers } = await (await actor('a facilitator').fresh()).delete('/api/sessions/current')
    expect(headers['clear-site-data']).toBe('"cache"')
  })

  function actor(wanted: string): Actor {
    const found = world.actors.find(({ name }) => name === wanted)
    if (found === undefined) throw new Error(`the world has no ${wanted}`)
    return found
  }
})
