import { addressOf, bodyFor, homeOf, type Route, routesOf, standingObjects } from '../support/routes.ts'
import { hashOfTables } from '../support/table-hash.ts'
import type { World } from '../support/world.ts'

/** What a page of another site can make a browser send: its headers, and how the body is written. */
interface Variant {
  readonly what: string
  readonly headers: Readonly<Record<string, string>>
  readonly write?: (body: object) => string
}

/** Ways in which another site tries to use somebody's session; every one of them must change nothing. */
export const VARIANTS: readonly Variant[] = [
  ...['cross-site', 'same-site', 'none', '', 'Same-Origin', 'same-origin, cross-site', 'same-origin;', 'null'].map(
    (site) => ({ what: `Sec-Fetch-Site: ${site}`, headers: { 'sec-fetch-site': site } }),
  ),
  { what: 'cross-site with our origin', headers: { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' } },
  ...[
    'https://evil.example',
    'null',
    '',
    'http://localhost.evil.example',
    'https://localhost',
    'http://localhost:3001',
    'http://localhost/',
    'http://localhost, https://evil.example',
    'http://evil.example@localhost',
    'file://',
    'http://127.0.0.1.evil.example',
  ].map((origin) => ({ what: `Origin: ${origin}`, headers: { origin } })),
  { what: 'neither header', headers: {} },
  { what: 'a referrer of ours only', headers: { referer: 'http://localhost/' } },
  {
    what: 'a custom header only',
    headers: { 'x-requested-with': 'XMLHttpRequest', 'x-forwarded-host': 'localhost', 'x-mv': '1' },
  },
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; application/json',
  ].map((type) => ({
    what: `a form as ${type}`,
    // As sent by a page of our own, so that it is the body that is refused.
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
    write: type.startsWith('application/x-www')
      ? (body: object) =>
          new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)])).toString()
      : (body: object) => JSON.stringify(body),
  })),
]

const OVERRIDES = ['DELETE', 'PUT', 'PATCH', 'POST']

/** What came of it. */
export interface CrossSiteOutcome {
  readonly tried: number
  /** Calls that were not refused, and variants after which a row was another. */
  readonly successes: readonly string[]
}

/** Sends every writing route's own valid call, with an owner's cookie, in every way that another site can. */
export async function tryCrossSite(world: World): Promise<CrossSiteOutcome> {
  const { app, database } = world.api
  const successes: string[] = []
  let tried = 0
  const cookie = await ownersCookie(world)
  const routes = routesOf(app).filter(({ method }) => method !== 'GET' && method !== 'HEAD')
  const calls: { route: Route; url: string; body: object | undefined }[] = []
  for (const route of routes) {
    const values = {
      ...(await standingObjects(route, world, homeOf(route), undefined)),
      org: world.idOf(homeOf(route)),
    }
    calls.push({ route, url: addressOf(route, values), body: await bodyFor(route, world) })
  }
  const before = await hashOfTables(database)
  const send = async (what: string, method: string, url: string, headers: Record<string, string>, payload?: string) => {
    tried += 1
    const reply = await app.inject({ method: method as 'POST', url, headers, ...(payload && { payload }) })
    const { statusCode } = reply
    const isRefused = statusCode >= 400 && statusCode < 500
    if (!isRefused || reply.headers['set-cookie'] !== undefined)
      successes.push(`${what}: ${method} ${url} ${statusCode}`)
  }
  for (const { what, headers, write } of VARIANTS) {
    for (const { route, url, body } of calls) {
      // Without a body there is nothing that could be written as a form.
      if (write !== undefined && (body === undefined || Object.keys(body).length === 0)) continue
      const type = body === undefined ? {} : { 'content-type': 'application/json' }
      const payload = body === undefined ? undefined : (write ?? JSON.stringify)(body)
      await send(what, route.method, url, { ...type, ...headers, cookie }, payload)
    }
    if ((await hashOfTables(database)) !== before) successes.push(`${what}: a row is another`)
  }
  // A GET that asks to be something else, which a link or an image can send.
  for (const { route, url, body } of calls) {
    for (const override of OVERRIDES) {
      const asked = { 'x-http-method-override': override, 'x-http-method': override, 'x-method-override': override }
      const { statusCode } = await app.inject({
        method: 'GET',
        url: `${url}?_method=${override}`,
        headers: { ...asked, cookie, 'content-type': 'application/json' },
        ...(body && { payload: JSON.stringify(body) }),
      })
      tried += 1
      if (statusCode >= 500) successes.push(`${route.key} as a GET: ${statusCode}`)
    }
  }
  if ((await hashOfTables(database)) !== before)
    successes.push('a GET that asks to be something else: a row is another')
  return { tried, successes }
}

/** A session of its own: nothing here may end it. */
async function ownersCookie({ actors }: World): Promise<string> {
  const owner = actors.find(({ name }) => name === 'an owner')
  if (owner === undefined) throw new Error('the world has no owner')
  const { headers } = await owner.fresh()
  return headers['cookie'] ?? ''
}
