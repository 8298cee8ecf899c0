import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../server/contract/common.ts'
import { type Database, migrate, openDatabase } from '../../server/db/open.ts'
import type { Policy } from '../../server/plugins/access.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { Client, Reply } from '../support/client.ts'
import { DATABASES, temporaryFolder } from '../support/databases.ts'
import {
  addressOf,
  bodyFor,
  EVENT_STREAM,
  MISSING,
  makeObjects,
  missingObjects,
  type Route,
  routesOf,
  standingObjects,
  type Values,
} from '../support/routes.ts'
import { hashOfTables } from '../support/table-hash.ts'
import { type Actor, ORGANISATIONS, type OrganisationName, World } from '../support/world.ts'
import { PROGRAMMES } from '../support/world-programme.ts'

type MemberPolicy = Extract<Policy, { readonly roles: readonly Role[] }>

/** One call of the matrix: who calls, with which objects, and what the route's policy says about it. */
interface Cell {
  readonly actor: Actor
  readonly what: string
  readonly values: () => Promise<Values>
  readonly expected: 'allowed' | 'sign-in-needed' | 'not-allowed' | 'not-found' | 'confirm-needed'
}

const STATUS = { 'sign-in-needed': 401, 'not-allowed': 403, 'not-found': 404, 'confirm-needed': 403 } as const
/** What ends sign-ins of the caller that other calls of the matrix still need. */
const ENDS_SIGN_INS = new Set(['DELETE /api/sessions', 'POST /api/me/password'])
const NAMES: readonly OrganisationName[] = [...ORGANISATIONS, ...PROGRAMMES]
/** Of two that know nothing of each other, the other one. */
const OTHER = { bakery: 'mill', mill: 'bakery', valley: 'hills', hills: 'valley' } as const
const ROUTES = await routesOfApplication()

async function routesOfApplication(): Promise<Route[]> {
  const folder = temporaryFolder()
  const database = await openDatabase({ dataDir: folder.path })
  await migrate(database)
  const api = await startApp(database)
  const routes = routesOf(api.app)
  await api.close()
  await database.close()
  folder.remove()
  return routes
}

describe.each(DATABASES)(`who may do what: ${ROUTES.length} routes on $name`, ({ open, name }) => {
  let database: Database
  let api: TestApp
  let world: World
  let calls = 0

  beforeAll(async () => {
    database = await open()
    api = await startApp(database)
    world = await World.make(api)
  })
  afterAll(async () => {
    console.log(
      `permission matrix on ${name}: ${calls} calls to ${ROUTES.length} routes as ${world.actors.length} actors`,
    )
    await api.close()
    await database.close()
  })

  const call = async (client: Client, route: Route, values: Values, body: object | undefined): Promise<Reply> => {
    calls += 1
    if (route.key === EVENT_STREAM) return client.follow(addressOf(route, values))
    return client.call(route.method, addressOf(route, values), body)
  }

  test.each(ROUTES)('$key is for whom its policy says', async (route) => {
    const cells = world.actors.flatMap((actor) => cellsOf(route, actor, world))
    await refuseAll(route, cells)
    if (ENDS_SIGN_INS.has(route.key)) await world.keepSignIns(() => allowAll(route, cells))
    else await allowAll(route, cells)
  })

  async function allowAll(route: Route, cells: readonly Cell[]): Promise<void> {
    for (const { actor, what, values, expected } of cells) {
      if (expected !== 'allowed') continue
      world.asked = NAMES.find((organisation) => what.endsWith(organisation)) ?? 'bakery'
      const client = route.key === 'DELETE /api/me' ? await world.makeLeaver() : await actor.fresh()
      const reply = await call(client, route, await values(), await bodyFor(route, world))
      expect(outcomeOf(route, reply), `${actor.name}, ${what}: ${reply.text}`).toBe('allowed')
    }
  }

  /** Everything is made first, so that the tables must be the same before and after all refusals. */
  async function refuseAll(route: Route, cells: readonly Cell[]): Promise<void> {
    const body = await bodyFor(route, world)
    const refused: { cell: Cell; values: Values }[] = []
    for (const cell of cells) if (cell.expected !== 'allowed') refused.push({ cell, values: await cell.values() })
    const before = await hashOfTables(database)
    const missing = new Set<string>()
    for (const { cell, values } of refused) {
      const reply = await call(cell.actor.client, route, values, body)
      expectRefusal(route, cell, reply)
      if (cell.expected === 'not-found') missing.add(reply.text)
    }
    expect(missing.size, 'what is foreign looks like what is missing').toBeLessThanOrEqual(1)
    expect(await hashOfTables(database), 'a refusal changed a row').toBe(before)
  }

  test('each kind of policy is met by a route, and nearly every route is not public', () => {
    const kinds = ROUTES.map(({ policy }) => policy.kind)
    expect(new Set(kinds)).toEqual(
      new Set(['public', 'respondent', 'account', 'member', 'programme', 'company', 'present', 'operator']),
    )
    // A new public route is a decision: it belongs in this list.
    const open = ROUTES.filter(
      ({ policy, method, url }) => policy.kind === 'public' && method !== 'HEAD' && !url.startsWith('/api/docs'),
    )
    expect(open.map(({ key }) => key).sort()).toEqual([
      'GET /api/calendar/:file',
      'GET /api/health/live',
      'GET /api/health/ready',
      'GET /api/oidc/callback',
      'GET /api/openapi.json',
      'GET /api/privacy',
      'GET /api/reminders/stop/:token',
      'GET /api/start',
      'GET /p/:slug',
      'GET /p/:slug/data.csv',
      'GET /p/:slug/data.json',
      'GET /p/:slug/en',
      'GET /p/:slug/style.css',
      'POST /api/displays',
      'POST /api/invitations/accept',
      'POST /api/invitations/view',
      'POST /api/join',
      'POST /api/join/preview',
      'POST /api/oidc/start',
      'POST /api/passkeys/sign-in',
      'POST /api/passkeys/sign-in/options',
      'POST /api/password-resets',
      'POST /api/password-resets/use',
      'POST /api/password-resets/view',
      'POST /api/programme-invitations/sign-up',
      'POST /api/programme-invitations/view',
      'POST /api/reach',
      'POST /api/reminders/stop',
      'POST /api/reminders/stop/:token',
      'POST /api/sessions',
      'POST /api/setup',
    ])
  })
})

function expectRefusal(route: Route, { actor, what, expected }: Cell, reply: Reply): void {
  const told = `${actor.name}, ${what}`
  expect(expected === 'allowed' ? undefined : STATUS[expected], `${told}: ${reply.text}`).toBe(reply.status)
  expect(reply.headers['set-cookie'], told).toBeUndefined()
  if (route.method !== 'HEAD') expect(reply.refusal, told).toBe(expected)
}

/** The policy on the route is the oracle: what it says about this actor, for each organisation and object. */
function cellsOf(route: Route, actor: Actor, world: World): Cell[] {
  const { policy } = route
  if (policy.kind === 'public') {
    return [
      {
        actor,
        what: 'as everybody',
        values: () => makeObjects(route, world, 'bakery', undefined),
        expected: 'allowed',
      },
    ]
  }
  if (policy.kind === 'respondent') {
    return [
      {
        actor,
        what: 'own sheet',
        values: async () => ({}),
        expected: actor.isRespondent ? 'allowed' : 'sign-in-needed',
      },
    ]
  }
  if (policy.kind === 'present') return presentCells(route, actor, world)
  if (actor.userId === undefined) {
    const values = async () => ({
      ...(await standingObjects(route, world, 'bakery', undefined)),
      org: world.idOf('bakery'),
    })
    return [{ actor, what: 'not signed in', values, expected: 'sign-in-needed' }]
  }
  const cells =
    policy.kind === 'operator'
      ? operatorCells(route, actor, world)
      : policy.kind === 'account'
        ? accountCells(route, actor, world)
        : memberCells(route, actor, world, policy)
  return route.needsSession && actor.isScript ? cells.map(asScript) : cells
}

/** Where a session is needed, whoever may enter with a token is refused before any object is looked at. */
function asScript(cell: Cell): Cell {
  const isInside =
    cell.expected === 'allowed' ||
    (cell.expected === 'not-found' &&
      !/^((foreign|missing) (bakery|mill|valley|hills|organisation)|another kind, \w+)$/.test(cell.what))
  return isInside ? { ...cell, expected: 'confirm-needed' } : cell
}

/** Rooms: the own one, one of the other organisation, and one that does not exist. */
function presentCells(route: Route, actor: Actor, world: World): Cell[] {
  const { userId, room } = actor
  const own = ORGANISATIONS.find((organisation) => actor.roles[organisation] !== undefined)
  const roomOf = (organisation: OrganisationName) => () => standingObjects(route, world, organisation, undefined)
  const elsewhere = userId === undefined && room === undefined ? 'sign-in-needed' : 'not-found'
  const cells: Cell[] = ORGANISATIONS.map((organisation) => {
    const expected = organisation === own ? 'allowed' : elsewhere
    return { actor, what: `a room of the ${organisation}`, values: roomOf(organisation), expected }
  })
  if (room !== undefined) {
    cells.push({ actor, what: 'the own room', values: async () => ({ round: room }), expected: 'allowed' })
  }
  return [...cells, { actor, what: 'no room', values: async () => missingObjects(route), expected: elsewhere }]
}

/** A signed-in user's own things: what belongs to another user or organisation looks like what is missing. */
function accountCells(route: Route, actor: Actor, world: World): Cell[] {
  const own = ORGANISATIONS.find((organisation) => actor.roles[organisation] !== undefined)
  const other = own === 'bakery' ? 'mill' : 'bakery'
  const isInOrganisation = route.objects.includes('release')
  const isOfUser = /^\/api\/(sessions|tokens|passkeys|oidc\/identities|reach-checks)\/:id/.test(route.url)
  const stranger = own === 'bakery' ? world.people.carol.userId : world.people.alice.userId
  const cells: Cell[] = []
  if (!isInOrganisation || own !== undefined) {
    const values = () => makeObjects(route, world, own ?? 'bakery', actor.userId)
    cells.push({ actor, what: 'own', values, expected: 'allowed' })
  }
  if (isInOrganisation || isOfUser) {
    const values = () => standingObjects(route, world, other, stranger)
    cells.push({ actor, what: 'foreign', values, expected: 'not-found' })
  }
  if (route.objects.length > 0) {
    cells.push({ actor, what: 'missing', values: async () => missingObjects(route), expected: 'not-found' })
  }
  return cells
}

/** The installation: for who runs it, and for nobody because of a role in an organisation. */
function operatorCells(route: Route, actor: Actor, world: World): Cell[] {
  const values = () => makeObjects(route, world, 'bakery', undefined)
  if (actor.isOperator !== true) return [{ actor, what: 'the installation', values, expected: 'not-allowed' }]
  const allowed: Cell = { actor, what: 'the installation', values, expected: 'allowed' }
  if (route.objects.length === 0) return [allowed]
  return [allowed, { actor, what: 'missing', values: async () => missingObjects(route), expected: 'not-found' }]
}

/** Both organisations and none; and where the actor may enter, objects of the other organisation and of none. */
function memberCells(route: Route, actor: Actor, world: World, policy: MemberPolicy): Cell[] {
  const { roles } = policy
  const names = namesFor(policy)
  const standing = (organisation: OrganisationName) => standingObjects(route, world, organisation, undefined)
  const cells = names.flatMap((organisation): Cell[] => {
    const role = actor.roles[organisation]
    const org = world.idOf(organisation)
    const theirs = async () => ({ ...(await standing(organisation)), org })
    if (role === undefined) return [{ actor, what: `foreign ${organisation}`, values: theirs, expected: 'not-found' }]
    if (!roles.includes(role)) return [{ actor, what: `own ${organisation}`, values: theirs, expected: 'not-allowed' }]
    const mine = route.key.startsWith('DELETE') && route.objects.includes('file') ? actor.userId : undefined
    const own = async () => ({ ...(await makeObjects(route, world, organisation, mine)), org })
    const allowed: Cell = { actor, what: `own ${organisation}`, values: own, expected: 'allowed' }
    if (route.objects.length === 0) return [allowed]
    const foreign = async () => ({ ...(await standing(OTHER[organisation])), org })
    const missing = async () => ({ ...missingObjects(route), org })
    return [
      allowed,
      { actor, what: `foreign object in own ${organisation}`, values: foreign, expected: 'not-found' },
      { actor, what: `missing object in own ${organisation}`, values: missing, expected: 'not-found' },
    ]
  })
  const first = names[0] ?? 'bakery'
  const nowhere = async () => ({ ...(await standing(first)), org: MISSING })
  // An organisation of another kind has nothing of this, for its own owner either.
  for (const organisation of NAMES.filter((name) => !names.includes(name) && policy.kind !== 'member')) {
    if (actor.roles[organisation] === undefined) continue
    const values = async () => ({ ...(await standing(first)), org: world.idOf(organisation) })
    cells.push({ actor, what: `another kind, ${organisation}`, values, expected: 'not-found' })
  }
  return [...cells, { actor, what: 'missing organisation', values: nowhere, expected: 'not-found' }]
}

/** Where a policy has to be tried: programmes, companies, or both for what is for everybody. */
function namesFor({ kind, roles }: MemberPolicy): readonly OrganisationName[] {
  if (kind === 'programme') return PROGRAMMES
  return kind === 'member' && roles.includes('overseer') ? NAMES : ORGANISATIONS
}

/** Whether the reply says that the policy let the call in: it succeeded, or the set-up was done long before. */
function outcomeOf({ key }: Route, { status, text }: Reply): string {
  if (key === 'POST /api/setup') return text.includes('set-up-done') ? 'allowed' : `status ${status}`
  // Let in, and told that the code or the password was wrong: the operator of the matrix has no password.
  if (/\/(confirm|password)$/.test(key) && /wrong-factor|set-up-over|wrong-credentials/.test(text)) return 'allowed'
  // Let in, and told that an account without a password has no use for codes.
  if (key === 'POST /api/factors/totp' && text.includes('no-password')) return 'allowed'
  // Let in, and told that nobody else asked for it.
  if (key.endsWith('/erasure/confirm') && status === 409) return 'allowed'
  // Let in, and told that no organisation is set up here.
  if (key.startsWith('POST /api/oidc/') && text.includes('oidc-not-here')) return 'allowed'
  // Let in, and told that nothing was signed.
  if (/^POST \/api\/passkeys(\/sign-in|\/confirm)?$/.test(key) && /wrong-passkey|passkey-refused/.test(text))
    return 'allowed'
  // Let in, and told that the database server makes the backups.
  if (key === 'POST /api/operator/backups' && text.includes('backups-elsewhere')) return 'allowed'
  // Let in, and told that there is nothing to see yet.
  if ((key.endsWith('/revealed') || key.includes('/live/rounds/:round/reflection')) && status === 409) return 'allowed'
  return status >= 200 && status < 400 ? 'allowed' : `status ${status}`
}
