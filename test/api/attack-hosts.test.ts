import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { InvitationMade } from '../../server/contract/accounts.ts'
import { CalendarFeed } from '../../server/contract/calendars.ts'
import type { Database } from '../../server/db/open.ts'
import { lanAddresses } from '../../server/lan.ts'
import { sendRaw } from '../attack/raw.ts'
import { signUp, startApp, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'

const PUBLIC = 'https://meervoud.example.org'
const PROXY = '10.9.8.7'
const FORGED = {
  'x-forwarded-for': '203.0.113.9',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  'x-forwarded-port': '444',
  forwarded: 'for=203.0.113.9;host=evil.example;proto=https',
  'x-original-host': 'evil.example',
  'x-host': 'evil.example',
  'x-real-ip': '203.0.113.9',
}

describe.each(DATABASES.slice(0, 1))('under which name a request comes in, on $name', ({ open }) => {
  let database: Database
  let api: TestApp
  let alice: Awaited<ReturnType<typeof signUp>>

  beforeAll(async () => {
    database = await open()
    api = await startApp(database)
    alice = await signUp(api)
  })
  afterAll(async () => {
    await api.close()
    await database.close()
  })

  const home = () => `/api/organisations/${alice.organisationId}`

  test.each([
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'localhost@evil.example',
    'evil.example#localhost',
    'localhost evil.example',
    '203.0.113.9',
    '[2001:db8::1]:3000',
    '0x7f000001.example',
    '-',
    '[::1',
    'localhost:port',
    'localhost:3000:3000',
    'localhost/..',
  ])('%j is not ours, and gets nothing', async (host) => {
    for (const url of ['/api/start', '/api/me', '/', '/api/nothing-here']) {
      const reply = await alice.client.with({ host }).get(url)
      expect([reply.status, reply.refusal], url).toEqual([421, 'unknown-host'])
    }
    const write = await alice.client.with({ host, origin: `http://${host}` }).post('/api/organisations', { name: 'x' })
    expect(write.status).toBe(421)
  })

  test.each([
    'localhost',
    'localhost:3000',
    'LOCALHOST:80',
    'meervoud.localhost:3000',
    '127.0.0.1:3000',
    '127.8.8.8',
    '[::1]:3000',
    'phones.test',
    ...lanAddresses().map((address) => `${address}:3080`),
  ])('%j is ours', async (host) => {
    expect((await api.nobody.with({ host }).get('/api/start')).status).toBe(200)
  })

  test('what a header about another host says changes no link, and gets nobody in', async () => {
    const forged = alice.client.with(FORGED)
    const { url } = (await forged.post(`${home()}/invitations`, { role: 'viewer' })).as(InvitationMade)
    expect(url).toMatch(/^http:\/\/localhost\/invitation#t=/)
    const feed = (await forged.post(`${home()}/calendar-feed`)).as(CalendarFeed)
    expect(feed.url).toMatch(/^http:\/\/localhost\/api\/calendar\//)
    const other = await forged
      .with({ origin: 'https://evil.example' })
      .post(`${home()}/invitations`, { role: 'viewer' })
    expect(other.refusal).toBe('cross-site')
  })

  test('with a public address links carry it, whatever name the proxy put in the request', async () => {
    const behind = await startApp(database, { publicOrigin: PUBLIC })
    const browser = behind.nobody.with({ ...alice.client.headers, cookie: secureCookie(), origin: PUBLIC })
    for (const host of ['meervoud-app:3000', '127.0.0.1:3000', 'evil.example']) {
      const caller = browser.with({ ...FORGED, host })
      const { url } = (await caller.post(`${home()}/invitations`, { role: 'viewer' })).as(InvitationMade)
      expect(url.startsWith(`${PUBLIC}/invitation#t=`)).toBe(true)
    }
    // The name in the request is a stranger's: it is no origin of ours.
    const rebound = browser.with({ host: 'evil.example', origin: 'http://evil.example' })
    expect((await rebound.post(`${home()}/invitations`, { role: 'viewer' })).refusal).toBe('cross-site')
    await behind.close()
  })

  test('a proxy is believed when it was named, and nobody else is', async () => {
    const behind = await startApp(database, { trustProxy: [`${PROXY}/32`] })
    const forwarded = {
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'phones.test',
    }
    const asProxy = behind.nobody.with({ ...alice.client.headers, ...forwarded, origin: 'https://phones.test' }, PROXY)
    const asOther = behind.nobody.with(
      { ...alice.client.headers, ...forwarded, origin: 'http://localhost' },
      '10.9.8.6',
    )
    const through = (await asProxy.post(`${home()}/invitations`, { role: 'viewer' })).as(InvitationMade)
    expect(through.url.startsWith('https://phones.test/invitation#t=')).toBe(true)
    const around = (await asOther.post(`${home()}/invitations`, { role: 'viewer' })).as(InvitationMade)
    expect(around.url.startsWith('http://localhost/invitation#t=')).toBe(true)
    // A named proxy does not make every name ours.
    const elsewhere = asProxy.with({ 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' }, PROXY)
    expect((await elsewhere.get('/api/start')).refusal).toBe('unknown-host')
    await behind.close()
  })

  test('sign-ins count for the address that a named proxy tells, and for nobody who says so of himself', async () => {
    const behind = await startApp(database, { trustProxy: [PROXY] })
    const wrong = (caller: TestApp['nobody'], email: string) => {
      return caller.post('/api/sessions', { email, password: 'not the right one' })
    }
    for (let turn = 0; turn < 100; turn += 1) {
      await wrong(behind.nobody.with({ 'x-forwarded-for': '203.0.113.1' }, PROXY), `p${turn}@example.org`)
    }
    const same = await wrong(behind.nobody.with({ 'x-forwarded-for': '203.0.113.1' }, PROXY), 'q@example.org')
    const other = await wrong(behind.nobody.with({ 'x-forwarded-for': '203.0.113.2' }, PROXY), 'q@example.org')
    expect([same.refusal, other.refusal]).toEqual(['too-many-attempts', 'wrong-credentials'])
    // The seconds until the window is over, counted from its first attempt.
    expect(Number(same.headers['retry-after'])).toBe(15 * 60)
    behind.clock.pass({ minutes: 10 })
    const later = await wrong(behind.nobody.with({ 'x-forwarded-for': '203.0.113.1' }, PROXY), 'q@example.org')
    expect(Number(later.headers['retry-after'])).toBe(5 * 60)
    for (let turn = 0; turn < 101; turn += 1) {
      await wrong(behind.nobody.with({ 'x-forwarded-for': `198.51.100.${turn}` }, '10.0.0.5'), `r${turn}@example.org`)
    }
    const self = await wrong(behind.nobody.with({ 'x-forwarded-for': '198.51.100.200' }, '10.0.0.5'), 's@example.org')
    expect(self.refusal).toBe('too-many-attempts')
    await behind.close()
  })

  test('a second Host, a target with a host in it, or none, is refused on the line itself', async () => {
    const listening = await startApp(database)
    const { port } = new URL(await listening.app.listen({ port: 0, host: '127.0.0.1' }))
    const ask = async (...lines: string[]) =>
      (await sendRaw(Number(port), `${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`))[0]
    const own = `Host: 127.0.0.1:${port}`
    expect((await ask('GET /api/start HTTP/1.1', own))?.status).toBe(200)
    for (const lines of [
      ['GET /api/start HTTP/1.1', own, 'Host: evil.example'],
      ['GET /api/start HTTP/1.1', 'Host: evil.example', own],
      ['GET /api/start HTTP/1.1', own, 'HOST: 127.0.0.1'],
      ['GET http://evil.example/api/start HTTP/1.1', own],
      ['GET http://127.0.0.1/api/me HTTP/1.1', own],
      ['GET /api/start HTTP/1.1'],
      ['GET /api/start HTTP/1.0'],
      ['GET /api/start HTTP/1.1', 'Host:'],
    ]) {
      const answer = await ask(...lines)
      expect([answer?.status, JSON.parse(answer?.body ?? '{}').type], lines.join(' | ')).toEqual([
        421,
        '/problems/unknown-host',
      ])
    }
    await listening.close()
  })

  function secureCookie(): string {
    return (alice.client.headers['cookie'] ?? '').replace('mv=', '__Host-mv=')
  }
})
