import * as z from 'zod'
import { addressOf, bodyFor, homeOf, type Route, routesOf, standingObjects } from '../support/routes.ts'
import { BOOKKEEPING, hashOfTables } from '../support/table-hash.ts'
import type { World } from '../support/world.ts'

/** Names of columns that no caller sets, and of what languages look up by themselves. */
const FIELDS: Readonly<Record<string, unknown>> = {
  id: '00000000-0000-4000-8000-000000000001',
  organisationId: '00000000-0000-4000-8000-000000000001',
  organisation_id: '00000000-0000-4000-8000-000000000001',
  userId: '00000000-0000-4000-8000-000000000001',
  role: 'owner',
  roles: ['owner'],
  isOperator: true,
  is_operator: 1,
  isAdmin: true,
  passwordHash: 'x',
  lockedAt: null,
  createdAt: '2000-01-01T00:00:00.000Z',
  state: 'open',
  unexpected: 1,
}

/** What came of it. */
export interface ExtraOutcome {
  readonly tried: number
  readonly routes: number
  readonly successes: readonly string[]
  /** Routes that refused for another reason before they looked at the body. */
  readonly elsewhere: readonly string[]
}

/**
 * Sends every writing route its own valid call with one thing too much: a field that it does not know, at the top and
 * in every object inside, the same name twice, and a parameter twice. All are refused, and no column is another.
 */
export async function sendExtraFields(world: World): Promise<ExtraOutcome> {
  const { app, database } = world.api
  const successes: string[] = []
  const elsewhere = new Set<string>()
  let tried = 0
  const routes = routesOf(app).filter(({ method }) => method !== 'GET' && method !== 'HEAD')
  const calls: { route: Route; url: string; texts: string[] }[] = []
  for (const route of routes) {
    const standing = await standingObjects(route, world, homeOf(route), undefined)
    const values = {
      ...standing,
      org: world.idOf(homeOf(route)),
      ...(isRespondents(route) && { round: roomOf(world) }),
    }
    const body = await bodyFor(route, world)
    calls.push({ route, url: addressOf(route, values), texts: textsOf(body ?? {}, knownFields(world, route)) })
  }
  const owner = world.actors.find(({ name }) => name === 'an owner')
  const operator = world.actors.find(({ isOperator }) => isOperator)
  const respondent = world.actors.find(({ isRespondent }) => isRespondent)
  if (owner === undefined || operator === undefined || respondent === undefined)
    throw new Error('the world is not complete')
  const owners = (await owner.fresh()).headers
  const operators = (await operator.fresh()).headers
  const before = await hashOfTables(database, BOOKKEEPING)
  for (const { route, url, texts } of calls) {
    for (const text of texts) {
      tried += 1
      // A respondent writes at a person's pace.
      if (isRespondents(route)) world.api.clock.pass({ seconds: 1 })
      const own = isRespondents(route)
        ? respondent.client.headers
        : route.policy.kind === 'operator'
          ? operators
          : owners
      const { statusCode } = await app.inject({
        method: route.method as 'POST',
        url,
        headers: { ...own, origin: 'http://localhost', 'content-type': 'application/json' },
        payload: text,
      })
      if (![400, 422].includes(statusCode)) elsewhere.add(`${route.key} ${statusCode}`)
      if (statusCode < 400 || statusCode >= 500) successes.push(`${route.key} ${statusCode}: ${text.slice(0, 200)}`)
    }
  }
  if ((await hashOfTables(database, BOOKKEEPING)) !== before) successes.push('a column is another')
  return { tried, routes: routes.length, successes, elsewhere: [...elsewhere] }
}

function isRespondents({ policy }: Route): boolean {
  return policy.kind === 'respondent' || policy.kind === 'present'
}

function roomOf({ actors }: World): string {
  return actors.find(({ isRespondent }) => isRespondent)?.room ?? ''
}

/** Names that the route's own contract has, somewhere in the body. */
function knownFields({ api }: World, { url, method }: Route): ReadonlySet<string> {
  const own = api.app.routeTable.find((route) => route.url === url && [route.method].flat().includes(method))
  const body = own?.schema?.body
  if (!(body instanceof z.ZodType)) return new Set()
  const contract = JSON.stringify(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }))
  return new Set(Object.keys(FIELDS).filter((name) => contract.includes(`"${name}":`)))
}

function textsOf(body: object, known: ReadonlySet<string>): string[] {
  const extended = Object.entries(FIELDS)
    .filter(([name]) => !known.has(name))
    .flatMap(([name, value]) => withInEachObject(body, name, value).map((changed) => JSON.stringify(changed)))
  const text = JSON.stringify(body)
  const special = ['{"__proto__":{"role":"owner"}', '{"constructor":{"prototype":{"role":"owner"}}'].map((start) =>
    text.startsWith('{') ? `${start}${text === '{}' ? '' : ','}${text.slice(1)}` : text.replace('{', `${start},`),
  )
  return [...extended, ...special, ...withEachNameTwice(text)]
}

/** A body once for each object in it, with one field more there; none where the field is known. */
function withInEachObject(value: unknown, name: string, extra: unknown): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((one: unknown, place) =>
      withInEachObject(one, name, extra).map((changed) =>
        value.map((other: unknown, at) => (at === place ? changed : other)),
      ),
    )
  if (typeof value !== 'object' || value === null) return []
  const here = name in value || isRecord(value) ? [] : [{ ...value, [name]: extra }]
  const inside = Object.entries(value).flatMap(([key, own]) =>
    withInEachObject(own, name, extra).map((changed) => ({ ...value, [key]: changed })),
  )
  return [...here, ...inside]
}

/** A table by id and no object with fields: of dots, by card; of support, by group. */
function isRecord(value: object): boolean {
  const names = Object.keys(value)
  return names.some((name) => name.includes(':')) || names.join() === 'staff' || names.join() === 'time'
}

/** The text once for each name in it, with that name and its value a second time. */
function withEachNameTwice(text: string): string[] {
  const names = [...text.matchAll(/([{,])"(\w+)":/g)]
  return names.map((match) => {
    const at = match.index + (match[1]?.length ?? 0)
    return `${text.slice(0, at)}"${match[2]}":null,${text.slice(at)}`
  })
}
