import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProgrammePage } from '../../server/contract/programme-pages.ts'
import type { Database } from '../../server/db/open.ts'
import { eraseDueOrganisations } from '../../server/services/organisation-erasure.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { Client, Reply } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { fillProgramme } from '../support/programme-data.ts'
import { signedIn } from '../support/world-sign-ins.ts'

const SLUG = 'groene-vallei'
const ADDRESSES = ['', '/en', '/data.json', '/data.csv', '/style.css'].map((end) => `/p/${SLUG}${end}`)
const MARKER = 'zq7'
/** What stands in the place of a name: out of the folder, into a header, into another host, and names that are long or odd. */
const NAMES = [
  '..',
  '../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  `nothing/..%2f${SLUG}`,
  `${SLUG}\r\nx-injected: ${MARKER}`,
  `${SLUG}\nset-cookie: mv=${MARKER}`,
  `${SLUG}\u0000`,
  `${SLUG} `,
  `${SLUG}%`,
  '//evil.example',
  'https://evil.example',
  '\\\\evil.example',
  `<svg onload=${MARKER}>`,
  "' or '1'='1",
  '__proto__',
  SLUG.toUpperCase(),
  `${SLUG}\u00ad`,
  'groene\u2010vallei',
  'x'.repeat(190),
]

describe.each(DATABASES)('what strangers try with a public page, on $name', ({ open }) => {
  let database: Database
  let api: TestApp
  let manager: Client
  let org: string

  beforeAll(async () => {
    database = await open()
    api = await startApp(database)
    const { programme } = await fillProgramme(database.db, { companies: 17, parks: 3, periods: ['2026-Q3'] })
    org = programme.id
    manager = await signedIn(api, programme.staff.owner)
    await manager.post(`/api/organisations/${org}/programme/releases`, { period: '2026-Q3' })
    await save({})
  })
  afterAll(async () => {
    await api.close()
    await database.close()
  })

  const settings = { title: { nl: '', en: '' }, about: { nl: '', en: '' }, licence: 'CC0-1.0', contact: '' }
  const path = () => `/api/organisations/${org}/programme/page`
  async function save(change: object): Promise<Reply> {
    const { revision } = (await manager.get(path())).as(ProgrammePage)
    return manager.put(path(), { ...settings, accent: '#1b6b3a', slug: SLUG, shown: true, revision, ...change })
  }
  const visit = (url: string, headers: Record<string, string> = {}) => api.nobody.with(headers).get(url)

  test.each(NAMES)('under the name %j there is nothing, and nothing of it comes back', async (name) => {
    for (const end of ['', '/en', '/data.json', '/data.csv', '/style.css']) {
      for (const written of [encodeURIComponent(name), name.replace(/[^\x21-\x7e]/g, encodeURIComponent)]) {
        const reply = await visit(`/p/${written}${end}`, { accept: 'text/html' })
        expect(reply.status, `${written}${end}`).toBeGreaterThanOrEqual(400)
        expect(reply.status, `${written}${end}`).toBeLessThan(500)
        expect(JSON.stringify(reply.headers) + reply.text).not.toMatch(/zq7|evil|injected/)
        expect(reply.headers['location']).toBeUndefined()
        expect(reply.headers['cache-control']).toBe('no-store')
      }
    }
    expect((await save({ slug: name })).refusal).toMatch(/^(invalid-request|malformed-json)$/)
  })

  test.each([
    'horizon=zq7',
    'horizon=now&horizon=later',
    'horizon[__proto__]=zq7&period=zq7',
    'period=2026-Q3&period=2026-Q3',
    "period=' or 1=1 --",
    'period=1999-Q1',
    '__proto__[slug]=zq7&period=zq7',
  ])('asked for ?%s it is not there, and sends nothing of it back', async (query) => {
    for (const address of ADDRESSES) {
      const reply = await visit(`${address}?${encodeURI(query)}`)
      expect(reply.status, address).toBe(404)
      expect(reply.text).not.toContain(MARKER)
      expect(reply.headers['cache-control']).toBe('no-store')
    }
  })

  test('who is signed in gets the same bytes as everybody, and no cookie: any cache may keep them', async () => {
    const secrets = { cookie: `${manager.headers['cookie']}; mvr=${'B'.repeat(43)}; mvd=${'C'.repeat(43)}` }
    for (const address of ADDRESSES) {
      const [stranger, own] = [await visit(address), await visit(address, { ...secrets, authorization: 'Bearer x' })]
      expect([own.status, own.text]).toEqual([200, stranger.text])
      expect(own.headers['set-cookie']).toBeUndefined()
      expect({ ...own.headers, date: '' }).toEqual({ ...stranger.headers, date: '' })
      expect(own.headers['cache-control']).toBe('public, max-age=300')
    }
  })

  test('who has it already is told so, also through a cache that made its tag weak, and HEAD says the same as GET', async () => {
    for (const address of ADDRESSES) {
      const { headers, text } = await visit(address)
      const etag = String(headers['etag'])
      for (const condition of [etag, `W/${etag}`, `"another", ${etag}`, '*']) {
        const again = await visit(address, { 'if-none-match': condition })
        expect([again.status, again.text, again.headers['etag']], condition).toEqual([304, '', etag])
        expect(again.headers['cache-control']).toBe('public, max-age=300')
      }
      for (const condition of ['"another"', etag.slice(1, -1), '', 'W/']) {
        const whole = await visit(address, { 'if-none-match': condition })
        expect([whole.status, whole.text], condition).toEqual([200, text])
      }
      const head = await api.nobody.call('HEAD', address)
      expect([head.status, head.text]).toEqual([200, ''])
      expect({ ...head.headers, date: '' }).toEqual({ ...headers, date: '' })
    }
  })

  test('a page that is switched off is gone for its manager and for who has its tag, as one that never was', async () => {
    const { headers } = await visit(`/p/${SLUG}`)
    await save({ shown: false })
    for (const address of ADDRESSES) {
      const never = await visit(address.replace(SLUG, 'never-was'))
      for (const caller of [api.nobody.with({ 'if-none-match': String(headers['etag']) }), manager]) {
        const gone = await caller.get(address)
        expect([gone.status, gone.text, gone.headers['cache-control']]).toEqual([404, never.text, 'no-store'])
        expect(gone.headers['etag']).toBeUndefined()
      }
    }
    await save({})
    expect((await visit(`/p/${SLUG}`)).status).toBe(200)
  })

  test('a page of a programme that is erased is gone, for who has its tag too', async () => {
    const { programme } = await fillProgramme(database.db, { companies: 0, parks: 0, periods: [] })
    const other = await signedIn(api, programme.staff.owner)
    const page = { ...settings, accent: null, slug: 'erased-valley', shown: true, revision: 0 }
    await other.put(`/api/organisations/${programme.id}/programme/page`, page)
    const { headers, status } = await visit('/p/erased-valley')
    expect(status).toBe(200)
    const at = api.clock.now().toISOString()
    const request = { organisationId: programme.id, requestedBy: 'somebody', requestedAt: at, dueAt: at }
    await database.db.insertInto('erasureRequest').values(request).execute()
    await eraseDueOrganisations({ ...api.deps, now: api.clock.now })
    const gone = await visit('/p/erased-valley', { 'if-none-match': String(headers['etag']) })
    expect([gone.status, gone.text]).toEqual([404, (await visit('/p/never-was')).text])
  })
})
