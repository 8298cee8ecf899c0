import { once } from 'node:events'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { connect } from 'node:net'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lanAddresses } from '../../server/lan.ts'
import { selfMadeCertificate, TLS_FOLDER } from '../../server/tls.ts'
import { temporaryFolder } from '../support/databases.ts'
import { SETUP_TOKEN } from '../support/server.ts'
import { CommandProcess, run } from './run.ts'

const DAY = 24 * 60 * 60_000
let folder: { path: string; remove: () => void }

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

/** A running server with a listener for phones, and where both are. */
async function start(options: readonly string[], env: Record<string, string> = {}) {
  const place = { PORT: '0', LAN_PORT: '0', DATA_DIR: folder.path, SETUP_TOKEN, ...env }
  const server = new CommandProcess(['serve', '--lan', ...options], place)
  const [, office = ''] = await server.says(/Open: (http:\/\/[^/]+)/)
  const [, phones = ''] = await server.says(/Participants in the same room open: (\S+)\/d\n/)
  return { server, office, phones, port: Number(new URL(phones).port) }
}

const kept = (file: string) => join(folder.path, TLS_FOLDER, file)

interface Answer {
  readonly status: number
  readonly cookies: readonly string[]
  readonly text: string
}

/** A request as a phone makes it that accepted this certificate and no other. */
function ask(port: number, path: string, body?: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = body ? { 'content-type': 'application/json' } : {}
    const options = { host: '127.0.0.1', port, path, method: body ? 'POST' : 'GET', headers }
    const sent = request({ ...options, ca: readFileSync(kept('certificate.pem')) }, async (reply) => {
      let text = ''
      for await (const part of reply) text += String(part)
      resolve({ status: reply.statusCode ?? 0, cookies: reply.headers['set-cookie'] ?? [], text })
    })
    sent.on('error', reject).end(body && JSON.stringify(body))
  })
}

/** Makes the first account and an open round; its code and the link for phones. */
async function openRound(office: string): Promise<{ code: string; joinUrl: string }> {
  const send = (path: string, body: object, cookie = '') => {
    const headers = { 'content-type': 'application/json', cookie, origin: office }
    return fetch(office + path, { method: 'POST', headers, body: JSON.stringify(body) })
  }
  const account = { email: 'alice@example.org', password: 'correct horse battery', name: 'Alice', locale: 'en' }
  const made = await send('/api/setup', { token: SETUP_TOKEN, organisation: 'Bakery', ...account })
  const cookie = made.headers.getSetCookie()[0]?.split(';')[0]
  const { organisationId } = await made.json()
  const round = { period: '2026', horizons: ['now'], mode: 'anonymous', variant: 'pulse' }
  const instrument = { id: 'six-capitals', version: '1.0.0' }
  const reply = await send(`/api/organisations/${organisationId}/rounds`, { instrument, ...round }, cookie)
  return reply.json()
}

describe('phones over TLS', () => {
  test('with a self-made certificate they join over HTTPS, with a cookie for secure connections only', async () => {
    const { server, office, phones, port } = await start(['--tls'])
    expect(phones).toMatch(/^https:/)
    const { code, joinUrl } = await openRound(office)
    expect(joinUrl).toBe(`${phones}/d#${code}`)
    const joined = await ask(port, '/api/join', { code })
    expect([joined.status, joined.cookies]).toEqual([
      200,
      [expect.stringMatching(/^__Host-mvr=[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/)],
    ])
    await server.says(/each phone shows a\s+warning once/)
    expect((await server.stop()).code).toBe(0)
  })

  test('who types the address without https:// is sent to it, and a silent connection does not keep the server up', async () => {
    const { server, port } = await start(['--tls'])
    const reply = await fetch(`http://127.0.0.1:${port}/d?x=1`, { redirect: 'manual' })
    expect([reply.status, reply.headers.get('location')]).toEqual([307, `https://127.0.0.1:${port}/d?x=1`])
    const silent = connect(port, '127.0.0.1')
    await once(silent, 'connect')
    // The server has seen the connection once it has answered a later one.
    expect((await ask(port, '/api/health/live')).status).toBe(200)
    const from = performance.now()
    expect((await server.stop()).code).toBe(0)
    expect(performance.now() - from).toBeLessThan(5000)
  })

  test('the certificate is kept for the next start, readable by its owner only', async () => {
    await (await start(['--tls'])).server.stop()
    const first = readFileSync(kept('certificate.pem'), 'utf8')
    const { server, port } = await start(['--tls'])
    expect(readFileSync(kept('certificate.pem'), 'utf8')).toBe(first)
    expect((await ask(port, '/api/start')).status).toBe(200)
    await server.stop()
    const rights = [join(folder.path, TLS_FOLDER), kept('key.pem'), kept('certificate.pem')].map((path) => {
      return (statSync(path).mode & 0o777).toString(8)
    })
    expect(rights).toEqual(['700', '600', '600'])
  })

  test('a given certificate is used without --tls, and the name in it heads the links', async () => {
    const { cert, private: key } = await madeFor('room.example.org')
    writeFileSync(join(folder.path, 'given.pem'), cert)
    const { server, phones, port } = await start([], { TLS_CERT_FILE: join(folder.path, 'given.pem'), TLS_KEY: key })
    expect(phones).toBe(`https://room.example.org:${port}`)
    const { out } = await server.stop()
    expect(out).not.toContain('warning once')
  })

  test('plain HTTP stays as it was without any of this', async () => {
    const { server, phones, office } = await start([])
    expect(phones).toMatch(/^http:/)
    const { code } = await openRound(office)
    const headers = { 'content-type': 'application/json' }
    const joined = await fetch(`${phones}/api/join`, { method: 'POST', headers, body: JSON.stringify({ code }) })
    expect(joined.headers.get('set-cookie')).toMatch(/^mvr=[\w-]{43}; .*HttpOnly; SameSite=Lax$/)
    await server.stop()
  })
})

describe('a certificate that cannot be used', () => {
  const refusal = async (env: Record<string, string>, locale: 'nl' | 'en' = 'en') => {
    const { code, err } = await run(['serve', '--lan'], { DATA_DIR: folder.path, PORT: '0', ...env }, locale)
    return [code, err]
  }

  test('is refused when its key is not set, or the other way round', async () => {
    const { cert, private: key } = await madeFor('room.example.org')
    expect(await refusal({ TLS_CERT: cert })).toEqual([1, 'TLS_CERT is set and TLS_KEY is not. Set both, or neither.'])
    expect(await refusal({ TLS_KEY: key }, 'nl')).toEqual([
      1,
      'TLS_KEY is ingesteld, maar TLS_CERT niet. Stel allebei in, of geen van beide.',
    ])
  })

  test('is refused when the key belongs to another one', async () => {
    const [{ cert }, { private: key }] = await Promise.all([madeFor('one.example.org'), madeFor('two.example.org')])
    expect(await refusal({ TLS_CERT: cert, TLS_KEY: key })).toEqual([
      1,
      expect.stringMatching(/^The key in TLS_KEY does not belong to the certificate in TLS_CERT\./),
    ])
    expect(await refusal({ TLS_CERT: cert, TLS_KEY: key }, 'nl')).toEqual([
      1,
      expect.stringMatching(/^De sleutel in TLS_KEY hoort niet bij het certificaat in TLS_CERT\./),
    ])
  })

  test('is refused by name when it is no certificate, and when the key is no key', async () => {
    const { cert } = await madeFor('room.example.org')
    expect(await refusal({ TLS_CERT: 'x', TLS_KEY: 'x' })).toEqual([1, expect.stringMatching(/^What TLS_CERT holds/)])
    expect(await refusal({ TLS_CERT: cert, TLS_KEY: cert })).toEqual([1, expect.stringMatching(/^What TLS_KEY holds/)])
  })

  test('is not asked for without a listener for phones', async () => {
    const { code, err } = await run(['serve', '--tls'], { DATA_DIR: folder.path, PORT: '0' })
    expect([code, err]).toEqual([2, expect.stringContaining('--tls works only together with --lan')])
  })
})

describe('a self-made certificate', () => {
  const now = new Date('2026-11-02T09:00:00.000Z')
  const later = (days: number) => new Date(now.getTime() + days * DAY)
  const make = (addresses: readonly string[], at = now) => selfMadeCertificate(folder.path, addresses, at)

  test('is made anew for an address that it lacks, and not because one is gone', async () => {
    const { cert } = await make(['192.168.1.5', '10.0.0.7'])
    expect((await make(['10.0.0.7'])).cert).toBe(cert)
    expect((await make(['10.0.0.8'])).cert).not.toBe(cert)
  })

  test('is made anew when it has less than two weeks to go', async () => {
    const { cert } = await make(['10.0.0.7'])
    expect((await make(['10.0.0.7'], later(380))).cert).toBe(cert)
    expect((await make(['10.0.0.7'], later(383))).cert).not.toBe(cert)
  })

  test('is made anew when what was kept is damaged', async () => {
    mkdirSync(join(folder.path, TLS_FOLDER))
    writeFileSync(kept('certificate.pem'), 'half a certif')
    writeFileSync(kept('key.pem'), '')
    const { cert } = await make(['10.0.0.7'])
    expect(cert).toContain('BEGIN CERTIFICATE')
    expect(readFileSync(kept('certificate.pem'), 'utf8')).toBe(cert)
  })
})

test('the address of the room comes before those of networks inside the machine and of tunnels', () => {
  const at = (address: string, internal = false, family: 'IPv4' | 'IPv6' = 'IPv4') => [{ address, internal, family }]
  const found = lanAddresses({
    lo: at('127.0.0.1', true),
    docker0: at('172.17.0.1'),
    utun3: at('100.64.0.2'),
    'vEthernet (WSL)': at('172.20.0.1'),
    awdl0: at('169.254.10.1'),
    wlan0: at('192.168.1.5'),
    eth0: at('fe80::1', false, 'IPv6'),
    eth1: at('10.0.0.7'),
  })
  expect(found).toEqual(['192.168.1.5', '10.0.0.7', '172.17.0.1', '100.64.0.2', '172.20.0.1'])
})

function madeFor(name: string) {
  return generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  })
}
