import { describe, expect, test } from 'vitest'
import { makeSecret } from '../../server/auth/secrets.ts'
import { loggedError } from '../../server/log.ts'
import { sendRaw } from '../attack/raw.ts'
import { PASSWORD, SETUP_TOKEN, startApp } from '../support/app.ts'
import type { Client, Reply } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { addressOf, bodyFor, EVENT_STREAM, homeOf, makeObjects, type Route, routesOf } from '../support/routes.ts'
import { World } from '../support/world.ts'

/** What somebody types; it comes back in errors of databases and parsers. */
const TYPED = 'canary-of-the-log'

/** Shorter ones are words of the program too: `open`, `viewer`. */
const TELLING_LENGTH = 12

describe.each(DATABASES)('the log, at its most talkative, on $name', ({ open }) => {
  test('holds no token, password, address, text or body of any call, failed ones included', async () => {
    const database = await open()
    const lines: string[] = []
    let failure: Error | undefined
    const fail = () => {
      if (failure !== undefined) throw failure
      return 'http://phones.test'
    }
    const api = await startApp(database, {
      logLevel: 'trace',
      logTo: { write: (line) => void lines.push(line) },
      participantOrigin: fail,
      venue: () => ({ listening: true, origins: [fail()], certificate: 'none' }),
    })
    const secrets = new Set<string>([PASSWORD, SETUP_TOKEN, TYPED, 'alice@example.org'])
    const world = await World.make(api)
    const owner = world.actors.find(({ name }) => name === 'an owner')
    const respondent = world.actors.find(({ isRespondent }) => isRespondent)
    if (owner === undefined || respondent === undefined) throw new Error('the world is not complete')

    const prepare = async (route: Route) => {
      const values = {
        ...(await makeObjects(route, world, homeOf(route), owner.userId)),
        org: world.idOf(homeOf(route)),
      }
      return { route, url: addressOf(route, values), body: await bodyFor(route, world) }
    }
    const prepared: Awaited<ReturnType<typeof prepare>>[] = []
    for (const route of routesOf(api.app)) prepared.push(await prepare(route))
    // What erases comes last: after it there is nobody left who could call.
    prepared.sort((a, b) => Number(isErasing(a.route)) - Number(isErasing(b.route)))

    const callAll = async () => {
      for (const { route, url, body } of prepared) {
        const fresh = await owner.fresh()
        const caller = fresh.with({ ...respondent.client.headers, cookie: fresh.headers['cookie'] ?? '' })
        gather(secrets, caller, url, body)
        // Texts of this caller's own, in a body that is right and in one that is not.
        const reply = route.key === EVENT_STREAM ? await caller.follow(url) : await caller.call(route.method, url, body)
        gatherReply(secrets, reply)
        if (body !== undefined) await caller.call(route.method, url, { ...body, [TYPED]: TYPED, name: TYPED, text: 5 })
      }
    }
    await callAll()
    const quiet = lines.length

    // Failures that carry what somebody typed, as databases and parsers make them.
    for (const error of failures()) {
      failure = error
      for (const url of ['/api/start', '/api/venue']) await world.people.alice.client.get(url)
    }
    failure = undefined
    expect(lines.length).toBeGreaterThan(quiet)

    // Bytes that are no request: Node hands the whole of them to whoever logs the error.
    const { port } = new URL(await api.app.listen({ port: 0, host: '127.0.0.1' }))
    await sendRaw(Number(port), `GET /api/me HTTP/1.1\r\nHost: localhost\r\nCookie: mv=${TYPED}\r\nbad header\r\n\r\n`)
    await sendRaw(Number(port), `PUT /api/me HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n${TYPED}`)

    // A database that is gone fails every call there is.
    await database.close()
    const failed: number[] = []
    for (const { route, url, body } of prepared) {
      const client = api.nobody.with({ cookie: `mv=${makeSecret()}; mvr=${makeSecret()}` })
      gather(secrets, client, url, body)
      const reply = route.key === EVENT_STREAM ? await client.follow(url) : await client.call(route.method, url, body)
      failed.push(reply.status)
      if (reply.status >= 400)
        expect(reply.text).not.toMatch(/\bat \S+:\d+|node_modules|server\/|select |insert |sqlite|postgres/i)
    }
    expect(failed.filter((status) => status >= 500).length).toBeGreaterThan(50)
    await api.close()

    const log = lines.join('')
    const told = [...secrets].filter((secret) => log.includes(secret))
    expect(told).toEqual([])
    expect(secrets.size).toBeGreaterThan(300)
    // It still tells what happened, and where.
    expect(log).toMatch(/server\/(routes|plugins|db)\//)
  })
})

describe('an error in the log', () => {
  test.each(failures().map((error) => [error.message, error]))('%s', (_message, error) => {
    const logged = JSON.stringify(loggedError(error))
    expect(logged).not.toContain(TYPED)
    expect(logged).not.toContain('alice@')
    expect(loggedError(error).stack).toMatch(/^\s+at /)
  })

  test('keeps what whoever runs the server needs', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })
    const logged = loggedError(new Error('the database does not answer', { cause }))
    expect(logged.message).toBe('the database does not answer')
    expect(logged.causes).toEqual(['Error: ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:5432'])
  })

  test.each([['a text'], [undefined], [null], [{ password: TYPED }]])(
    'that is %j and no error is named only',
    (thrown) => {
      expect(JSON.stringify(loggedError(thrown))).not.toContain(TYPED)
    },
  )
})

/** Takes the account, or the organisation, that the others are called with. */
function isErasing({ key }: Route): boolean {
  return key === 'DELETE /api/me' || key.includes('/erasure')
}

function failures(): Error[] {
  const row = { detail: `Key (email)=(${TYPED}) already exists.`, where: TYPED, parameters: [TYPED] }
  return [
    Object.assign(new Error('duplicate key value violates unique constraint "user_email"'), row),
    new Error(`invalid input syntax for type uuid: "${TYPED}"`),
    new SyntaxError(`Unexpected token 'c', "${TYPED}" is not valid JSON`),
    new Error(`Failing row contains (1, ${TYPED}, alice@example.org).`),
    new Error('no mail for alice@example.org'),
    new Error(`the row:\n${TYPED}`),
    new Error('outer', { cause: new Error(`value too long: '${TYPED}'`, { cause: new Error(`\`${TYPED}\``) }) }),
    Object.assign(new Error('parse error'), { rawPacket: Buffer.from(TYPED), input: TYPED, body: { a: TYPED } }),
  ]
}

function gather(secrets: Set<string>, { headers }: Client, url: string, body: unknown): void {
  const cookies = (headers['cookie'] ?? '').split('; ').map((one) => one.split('=')[1] ?? '')
  const token = headers['authorization']?.split(' ')[1] ?? ''
  const file = /calendar\/([^/]+)\.ics/.exec(url)?.[1] ?? ''
  for (const secret of [...cookies, token, file]) if (secret.length >= TELLING_LENGTH) secrets.add(secret)
  for (const text of textsIn(body)) if (text.length >= TELLING_LENGTH) secrets.add(text)
}

function gatherReply(secrets: Set<string>, { headers, text }: Reply): void {
  for (const [, value = ''] of String(headers['set-cookie'] ?? '').matchAll(/=([\w-]{20,})/g)) secrets.add(value)
  for (const [, value = ''] of text.matchAll(/"(?:token|secret|url|joinUrl)":"([^"]+)"/g)) {
    const secret = value.split(/[#=]/).at(-1) ?? value
    if (secret.length >= TELLING_LENGTH) secrets.add(secret)
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
