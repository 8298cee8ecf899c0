import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { buildApp } from '../../server/app.ts'
import { Me } from '../../server/contract/accounts.ts'
import type { Database } from '../../server/db/open.ts'
import { PASSWORD, type Person, setUpBody, signUp, startApp, type TestApp } from '../support/app.ts'
import { Client } from '../support/client.ts'
import { DATABASES, temporaryFolder } from '../support/databases.ts'
import { MISSING, routesOf } from '../support/routes.ts'
import { hashOfTables } from '../support/table-hash.ts'

const Operation = z.object({ operationId: z.string(), summary: z.string(), tags: z.array(z.string()).min(1) })
const OpenApi = z.object({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), Operation)) })

describe.each(DATABASES)('the house rules of every route on $name', ({ open }) => {
  let database: Database
  let api: TestApp
  let alice: Person

  beforeAll(async () => {
    database = await open()
    api = await startApp(database)
    alice = await signUp(api)
  })
  afterAll(async () => {
    await api.close()
    await database.close()
  })

  test('a server with a route that says nobody may use it does not start', async () => {
    const app = await buildApp(api.deps)
    app.get('/api/forgotten', async () => 'everything')
    await expect(app.ready()).rejects.toThrow('routes without a policy: /api/forgotten')
  })

  describe('what a browser is told', () => {
    const POLICY =
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';" +
      "manifest-src 'self';worker-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none';" +
      "object-src 'none';require-trusted-types-for 'script';trusted-types lit-html"

    test.each(['/api/start', '/api/me', '/api/nothing-here', '/api/openapi.json'])('on %s', async (url) => {
      const { headers } = await api.nobody.get(url)
      expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['access-control-allow-origin']).toBeUndefined()
    })

    test('on pages, which any address opens, but not any call', async () => {
      const folder = temporaryFolder()
      mkdirSync(join(folder.path, 'assets'))
      writeFileSync(join(folder.path, 'index.html'), '<p>product')
      writeFileSync(join(folder.path, 'join.html'), '<p>participants')
      writeFileSync(join(folder.path, 'assets', 'app-abc.js'), 'export {}')
      const pages = await startApp(database, { webRoot: folder.path })
      const reader = pages.nobody.with({ accept: 'text/html' })
      for (const [url, page] of [
        ['/', 'product'],
        ['/rounds/1', 'product'],
        ['/d', 'participants'],
        ['/d?x', 'participants'],
      ] as const) {
        const { status, text, headers } = await reader.get(url)
        expect([status, text]).toEqual([200, `<p>${page}`])
        expect(headers['content-security-policy']).toBe(POLICY)
      }
      expect((await pages.nobody.get('/assets/app-abc.js')).headers['cache-control']).toContain('immutable')
      expect((await reader.get('/api/nothing-here')).refusal).toBe('not-found')
      expect((await pages.nobody.get('/assets/gone.js')).refusal).toBe('not-found')
      expect((await pages.nobody.get('/assets/../../package.json')).status).toBe(404)
      await pages.close()
      folder.remove()
    })

    test('on HTTPS that it stays there', async () => {
      const secure = await startApp(database, { publicOrigin: 'https://meervoud.example.org' })
      const { headers } = await secure.nobody.get('/api/start')
      expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
      await secure.close()
    })
  })

  describe('the description of the interface', () => {
    test('it is OpenAPI 3.1 and lists every call, each with an id of its own', async () => {
      const { openapi, paths } = (await api.nobody.get('/api/openapi.json')).as(OpenApi)
      expect(openapi).toMatch(/^3\.1\./)
      const listed = Object.entries(paths).flatMap(([path, operations]) => {
        return Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`)
      })
      const routes = routesOf(api.app)
        .filter(({ method, url }) => method !== 'HEAD' && /^\/api\/(?!docs|openapi\.json)/.test(url))
        .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}').replace('*', '{*}')}`)
      expect(listed.sort()).toEqual(routes.sort())
      const ids = Object.values(paths).flatMap((operations) =>
        Object.values(operations).map(({ operationId }) => operationId),
      )
      expect(new Set(ids).size).toBe(ids.length)
    })

    test('every refusal in it is problem details', async () => {
      const text = (await api.nobody.get('/api/openapi.json')).text
      const { paths } = z
        .object({ paths: z.record(z.string(), z.record(z.string(), z.looseObject({}))) })
        .parse(JSON.parse(text))
      const Responses = z.object({
        responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).optional() })),
      })
      for (const [path, operations] of Object.entries(paths)) {
        for (const [method, operation] of Object.entries(operations)) {
          const { responses } = Responses.parse(operation)
          for (const [status, { content }] of Object.entries(responses)) {
            // What a watcher asks for is a state, and no refusal.
            if (status < '400' || path === '/api/health/ready') continue
            expect(Object.keys(content ?? {}), `${method} ${path} ${status}`).toEqual(['application/problem+json'])
          }
        }
      }
    })

    test('the readable page needs no network', async () => {
      const page = await api.nobody.get('/api/docs/')
      expect(page.status).toBe(200)
      expect(page.text).not.toMatch(/(src|href)="https?:/)
    })
  })

  describe('an address of nothing', () => {
    test.each([
      ['nl', 'nl-NL,nl;q=0.9,en;q=0.8'],
      ['en', 'en-GB'],
      ['nl', 'fr'],
    ])('is a problem in %s for a reader of %s', async (locale, accept) => {
      const reply = await api.nobody.with({ 'accept-language': accept }).get('/api/nothing-here')
      expect([reply.status, reply.refusal]).toEqual([404, 'not-found'])
      expect(reply.problem().title).toMatch(locale === 'nl' ? /Hier is niets|niet/ : /nothing here/)
    })

    test.each(['/api/organisations/%E0%A4%A', '/api/organisations/x%00y', `/api/organisations/${'x'.repeat(300)}`])(
      'also for %s',
      async (url) => {
        const reply = await alice.client.get(url)
        expect([reply.status, reply.refusal]).toEqual([404, 'not-found'])
      },
    )
  })

  describe('a body that is none', () => {
    const json = { 'content-type': 'application/json' }
    const post = (body: string, headers: Record<string, string>) => {
      return alice.client.with(headers).call('POST', '/api/organisations', body)
    }

    test.each(['{"name": "x"', 'name=x', '', '{"name": "x"}}', '\u0000'])('malformed JSON %j is 400', async (body) => {
      const reply = await post(body, json)
      expect([reply.status, reply.refusal]).toEqual([400, 'malformed-json'])
    })

    test.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/json',
      'application/xml',
    ])('the content type %s is 415', async (type) => {
      const reply = await post('{"name":"x"}', { 'content-type': type })
      expect([reply.status, reply.refusal]).toEqual([415, 'unsupported-media-type'])
    })

    test('more than 256 kB is 413', async () => {
      const reply = await post(JSON.stringify({ name: 'x'.repeat(300_000) }), json)
      expect([reply.status, reply.refusal]).toEqual([413, 'body-too-large'])
    })

    test.each([
      '{"__proto__": {"kind": "park"}, "name": "x"}',
      '{"name": "x", "constructor": {"prototype": {"a": 1}}}',
    ])('the keys of %j reach no prototype', async (body) => {
      const reply = await post(body, json)
      expect([400, 422]).toContain(reply.status)
      expect(Reflect.get({}, 'kind')).toBeUndefined()
      expect(Reflect.get({}, 'a')).toBeUndefined()
    })

    test('a text with the character NUL is refused on both databases', async () => {
      for (const body of ['{"name": "x\\u0000"}', '{"na\\u0000me": "x"}']) {
        expect((await post(body, json)).refusal).toBe('malformed-json')
      }
      const email = 'alice@example.org\0'
      expect((await api.nobody.post('/api/sessions', { email, password: PASSWORD })).refusal).toBe('malformed-json')
    })

    test.each(['[]', 'null', '"x"', '{"name": 5}', '{"name": ["x"]}', '{"name": "x", "ownerId": "me"}'])(
      '%s is 422 and says where',
      async (body) => {
        const reply = await post(body, json)
        expect([reply.status, reply.refusal]).toEqual([422, 'invalid-request'])
        expect(reply.problem().errors?.length).toBeGreaterThan(0)
      },
    )

    test('nothing of these made an organisation', async () => {
      expect((await alice.client.get('/api/me')).as(Me).memberships).toHaveLength(1)
    })
  })

  describe('a call from a page of another site', () => {
    const foreign: readonly (readonly [string, Record<string, string>])[] = [
      ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
      ['a browser that says same-site', { 'sec-fetch-site': 'same-site' }],
      ['a browser that says none', { 'sec-fetch-site': 'none' }],
      ['cross-site with our own origin', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' }],
      ['an older browser, another origin', { origin: 'https://evil.example' }],
      ['an older browser, no origin to tell', { origin: 'null' }],
      ['an older browser, a host that begins alike', { origin: 'http://localhost.evil.example' }],
    ]
    const calls = [
      ['POST', '/api/organisations', { name: 'x' }],
      ['POST', '/api/tokens', { name: 'x' }],
      ['PATCH', '/api/me', { name: 'x' }],
      ['DELETE', '/api/sessions/current', undefined],
      ['POST', '/api/sessions', { email: 'alice@example.org', password: PASSWORD }],
      ['POST', '/api/setup', setUpBody()],
      ['POST', '/api/invitations/accept', { token: 'x' }],
      ['POST', '/api/join', { code: 'ABCDEF' }],
      ['POST', '/api/response/finish', {}],
    ] as const

    test.each(foreign)('%s is refused before anything happens', async (_what, headers) => {
      const before = await hashOfTables(database)
      for (const [method, url, body] of calls) {
        const reply = await alice.client.with(headers).call(method, url, body)
        expect([reply.status, reply.refusal], url).toEqual([403, 'cross-site'])
      }
      expect(await hashOfTables(database)).toBe(before)
    })

    test('our own pages and scripts without a browser are let in', async () => {
      const own: Record<string, string>[] = [
        { 'sec-fetch-site': 'same-origin' },
        { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' },
        { origin: 'http://localhost:3000', host: 'localhost:3000' },
        {},
      ]
      for (const headers of own) {
        expect((await alice.client.with(headers).patch('/api/me', { locale: 'nl' })).status).toBe(200)
      }
    })
  })

  test('on the address for phones in the room, every route for accounts refuses, and the others do not', async () => {
    const room = await startApp(database, {}, 'participants')
    const owner = new Client(room.app, alice.client.headers)
    for (const { method, url, policy } of routesOf(room.app)) {
      if (!['account', 'member', 'programme', 'company'].includes(policy.kind)) continue
      const reply = await owner.call(method, url.replace(/:\w+|\*/g, MISSING))
      expect(reply.status, `${method} ${url}`).toBe(403)
      if (method !== 'HEAD') expect(reply.refusal).toBe('accounts-refused-here')
    }
    expect((await room.nobody.post('/api/join', { code: 'ABCDEF' })).refusal).toBe('wrong-code')
    await room.close()
  })

  test('a failure of the server tells nothing about its inside', async () => {
    const failing = await startApp(database, {
      participantOrigin: () => {
        throw new Error('select secret from user at /srv/meervoud/server/app.ts')
      },
    })
    const reply = await failing.nobody.get('/api/start')
    expect([reply.status, reply.refusal]).toEqual([500, 'internal'])
    expect(Object.keys(reply.problem()).sort()).toEqual(['status', 'title', 'type'])
    expect(reply.text).not.toMatch(/select|srv|stack/)
    await failing.close()
  })
})
