import type { InjectOptions } from 'fastify'
import { FILE_TYPE } from '../../server/plugins/file-body.ts'
import { OWN_ORIGIN } from '../support/client.ts'
import {
  addressOf,
  bodyFor,
  EVENT_STREAM,
  homeOf,
  missingObjects,
  type Route,
  routesOf,
  standingObjects,
} from '../support/routes.ts'
import type { World } from '../support/world.ts'
import { ODD_TYPES } from './content-types.ts'
import { type Dice, diceOf } from './dice.ts'
import { mutatedFile, mutatedJson, mutatedPath } from './mutations.ts'

/** Stands in everything that is sent: whatever sends it back in a refusal reflects input. */
export const MARKER = 'zq7<svg onload=x>'

/** Whether a route may end a sign-in: what people do about their own account, and operators and links about theirs. */
function mayEndSignIns({ method, policy, url }: Route): boolean {
  const isAboutAccounts = policy.kind === 'account' || policy.kind === 'operator' || /sessions|resets/.test(url)
  return method !== 'GET' && isAboutAccounts
}

/** A request that the application did not take well. */
export interface Weakness {
  readonly request: string
  readonly what: string
}

/** What came of a number of malformed requests. */
export interface MalformedOutcome {
  readonly sent: number
  readonly routes: number
  readonly weaknesses: readonly Weakness[]
  /** Requests by status. */
  readonly statuses: Readonly<Record<number, number>>
}

/**
 * Sends so many requests made by a grammar to every route in turn: valid ones with one to three things wrong in the
 * body, the address or the content type. The same seed makes the same requests.
 *
 * A weakness is an answer of 500 and up, an application that throws, and a refusal that sends input back.
 */
export async function sendMalformed(world: World, count: number, seed: number): Promise<MalformedOutcome> {
  const { app } = world.api
  const routes = routesOf(app).filter(({ key, method }) => key !== EVENT_STREAM && method !== 'HEAD')
  const dice = diceOf(seed)
  const weaknesses: Weakness[] = []
  const statuses: Record<number, number> = {}
  const send = async (turn: number) => {
    const route = routes[turn % routes.length]
    if (route === undefined) return
    const request = await requestFor(route, world, dice)
    const told = `${route.key} ${String(request.url).slice(0, 160)} ${String(request.payload ?? '').slice(0, 240)}`
    try {
      const { statusCode, body } = await app.inject(request)
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1
      if (statusCode >= 500 && statusCode !== 503) weaknesses.push({ request: told, what: `status ${statusCode}` })
      if (statusCode >= 400 && body.includes(MARKER)) weaknesses.push({ request: told, what: 'sends input back' })
    } catch (error) {
      weaknesses.push({ request: told, what: `throws ${String(error)}` })
    }
  }
  for (let turn = 0; turn < count; turn += 1) {
    const route = routes[turn % routes.length]
    // Some are good enough to end a sign-in, and whoever is signed out knocks at the front door only.
    if (route !== undefined && mayEndSignIns(route)) await world.keepSignIns(() => send(turn))
    else await send(turn)
  }
  return { sent: count, routes: routes.length, weaknesses, statuses }
}

async function requestFor(route: Route, world: World, dice: Dice): Promise<InjectOptions> {
  // Who is erased cannot try the next one.
  const strangers = world.actors.filter(({ userId }) => userId === undefined)
  const actor = dice.pick(/^DELETE \/api\/me$|\/erasure/.test(route.key) ? strangers : world.actors)
  const isThere = dice.chance(0.7)
  const values = isThere
    ? { ...(await standingObjects(route, world, homeOf(route), actor.userId)), org: world.idOf(homeOf(route)) }
    : { ...missingObjects(route), org: world.idOf(homeOf(route)) }
  const address = addressOf(route, values)
  const url = dice.chance(0.2) ? mutatedPath(address, dice) : address
  // From a page of our own, or everything would be refused at the front door; and at the pace of a person.
  const headers: Record<string, string> = { origin: OWN_ORIGIN, ...actor.client.headers }
  if (route.policy.kind === 'respondent' || route.policy.kind === 'present') world.api.clock.pass({ seconds: 0.5 })
  if (route.method === 'GET') return { method: 'GET', url, headers }
  const body = await bodyOf(route, world)
  const isFile = Buffer.isBuffer(body)
  headers['content-type'] = dice.chance(0.2) ? dice.pick(ODD_TYPES) : isFile ? FILE_TYPE : 'application/json'
  if (isFile) return { method: route.method as 'POST', url, headers, payload: mutatedFile(body, dice, MARKER) }
  return { method: route.method as 'POST', url, headers, payload: mutatedJson(body, dice, MARKER) }
}

const bodies = new WeakMap<World, Map<string, object>>()

/** A valid body, made once for each route: making one may make what it is about. */
async function bodyOf(route: Route, world: World): Promise<object> {
  const known = bodies.get(world) ?? new Map<string, object>()
  bodies.set(world, known)
  const body = known.get(route.key) ?? (await bodyFor(route, world)) ?? {}
  known.set(route.key, body)
  return body
}
