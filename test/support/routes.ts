import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Policy } from '../../server/plugins/access.ts'
import { setUpBody } from './app.ts'
import { COMPANY_BODIES, makeCompanyObject } from './company-routes.ts'
import { IMPORT_BODIES, makeOwnInstrument } from './import-routes.ts'
import { LINK_BODIES, makeReminderStop } from './links.ts'
import { TOGETHER } from './planning.ts'
import { makeProgrammeObject, PROGRAMME_BODIES, PROGRAMME_QUERIES } from './programme-routes.ts'
import { isOfSheet, makeSheetObjects, QUERIES, SHEET_BODIES } from './sheet-routes.ts'
import type { OrganisationName, RoundKind, WorkshopKind, World } from './world.ts'
import {
  AGREEMENT,
  EXAMPLE,
  type InterventionKind,
  makeCalendarFile,
  makeEntry,
  makeExample,
  makeIntervention,
  makeReflection,
} from './world-reflections.ts'
import { makeIdentity, makePasskey, SIGN_IN_BODIES } from './world-sign-in.ts'

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One row of the application's own route table. */
export interface Route {
  readonly method: Method
  readonly url: string
  readonly policy: Policy
  /** About the session itself, or only for who showed lately who they are: no API token will do. */
  readonly needsSession: boolean
  /** Method and address, as the table of bodies names it. */
  readonly key: string
  /** Names in the address that stand for an object inside an organisation, or of a user. */
  readonly objects: readonly string[]
}

/** An organisation in which an owner of the bakery may do what the route does, when its policy allows owners. */
export function homeOf({ policy }: Route): OrganisationName {
  return policy.kind === 'programme' ? 'valley' : 'bakery'
}

/** An id that nothing has. */
export const MISSING = '00000000-0000-4000-8000-000000000000'

/** Every route of the application, from Fastify itself. */
export function routesOf(app: FastifyInstance): Route[] {
  return app.routeTable.flatMap(({ method, url, config }) => {
    return [method].flat().map((name) => {
      const policy = config?.policy
      if (policy === undefined) throw new Error(`${name} ${url} has no policy`)
      const objects = [...url.matchAll(/:(\w+)|\*/g)]
        .map(([text, param]) => param ?? text)
        .filter((param) => param !== 'org')
      const needsSession = config?.confirm === true || config?.sessionOnly === true
      return { method: methodOf(name), url, policy, needsSession, key: `${name} ${url}`, objects }
    })
  })
}

function methodOf(name: string): Method {
  const methods: readonly Method[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
  const method = methods.find((known) => known === name)
  if (method === undefined) throw new Error(`the matrix knows no method ${name}`)
  return method
}

const ORG = '/api/organisations/:org'
const ROUND = `${ORG}/rounds/:round`
const WORKSHOP = `${ORG}/workshops/:workshop`
const REFLECTION = `${ORG}/reflections/:reflection`
const INTERVENTION = `${ORG}/interventions/:intervention`
const ROOM = '/api/live/rounds/:round/reflection'
/** The route whose answer does not end by itself. */
export const EVENT_STREAM = 'GET /api/live/rounds/:round'

type MakeBody = (world: World) => object | Promise<object>
const EMPTY: MakeBody = () => ({})

/** What each writing route is sent. A route that is not here fails the matrix: whoever adds one says what it takes. */
const BODIES: Readonly<Record<string, MakeBody>> = {
  'POST /api/setup': () => setUpBody(),
  ...SIGN_IN_BODIES,
  ...PROGRAMME_BODIES,
  ...LINK_BODIES,
  'PATCH /api/me': () => ({ locale: 'nl' }),
  'POST /api/tokens': () => ({ name: 'nightly' }),
  'POST /api/organisations': () => ({ name: 'New' }),
  'POST /api/operator/backups': EMPTY,
  'PUT /api/operator/users/:user/lock': () => ({ locked: true }),
  [`POST ${ORG}/erasure`]: EMPTY,
  [`POST ${ORG}/erasure/confirm`]: EMPTY,
  [`PATCH ${ORG}/members/:user`]: () => ({ role: 'contributor' }),
  [`POST ${ORG}/engagements/:user/extend`]: EMPTY,
  [`POST ${ORG}/engagements/:user/end`]: EMPTY,
  [`POST ${ORG}/invitations`]: () => ({ role: 'viewer' }),
  'POST /api/invitations/view': async (world) => ({ token: await world.invitationToken() }),
  'POST /api/invitations/accept': async (world) => ({
    token: await world.invitationToken(),
    account: world.newAccount(),
  }),
  [`POST ${ORG}/rounds`]: (world) => ({
    instrument: { id: 'six-capitals', version: '1.0.0' },
    period: '2026',
    ...world.roundInput,
  }),
  [`PATCH ${ROUND}`]: () => ({ dueAt: '2099-06-01T21:59:00.000Z' }),
  [`PUT ${ORG}/plan`]: () => TOGETHER,
  [`POST ${ROUND}/open`]: EMPTY,
  [`POST ${ROUND}/reopen`]: EMPTY,
  [`POST ${ROUND}/archive`]: EMPTY,
  [`POST ${ROUND}/close`]: EMPTY,
  [`POST ${ROUND}/releases`]: EMPTY,
  [`POST ${ORG}/workshops`]: async (world) => ({ roundId: (await world.makeRound(world.asked, 'open')).id }),
  [`PATCH ${WORKSHOP}`]: () => ({ expected: 12 }),
  [`POST ${WORKSHOP}/commands`]: () => ({ do: 'show', scene: { kind: 'progress' } }),
  [`POST ${WORKSHOP}/controls`]: () => ({ action: 'take' }),
  [`POST ${WORKSHOP}/display-links`]: EMPTY,
  [`PUT ${WORKSHOP}/votes/:round/arguments`]: (world) => ({ itemId: world.itemId, text: 'because' }),
  [`POST ${WORKSHOP}/rehearsals`]: () => ({ phones: 5 }),
  [`POST ${WORKSHOP}/release-to-client`]: EMPTY,
  [`POST ${WORKSHOP}/delete-texts`]: EMPTY,
  [`POST ${WORKSHOP}/transfer`]: async (world) => ({ organisationId: await world.makeOrganisation() }),
  ...COMPANY_BODIES,
  ...IMPORT_BODIES,
  ...SHEET_BODIES,
  [`POST ${ORG}/reflections`]: async (world) => ({ roundId: (await world.makeRound(world.asked, 'released')).id }),
  [`PATCH ${REFLECTION}`]: () => ({ title: 'What we saw' }),
  [`PUT ${REFLECTION}/phase`]: () => ({ question: 2, phase: 'shown' }),
  [`PUT ${REFLECTION}/presence`]: () => ({ question: 2, entryId: null }),
  [`PUT ${REFLECTION}/entries/:entry`]: () => ({
    question: 2,
    body: { kind: 'behaviour', text: 'The door is shut' },
    revision: 1,
  }),
  [`PATCH ${REFLECTION}/entries/:entry`]: () => ({ carried: true }),
  [`PUT ${REFLECTION}/groups`]: () => ({ entryIds: [], groupId: null }),
  [`PUT ${REFLECTION}/votes`]: () => ({ question: 1, dots: { 'lowest:human': 2 } }),
  [`PUT ${INTERVENTION}`]: () => ({
    reflectionId: null,
    roundId: null,
    content: { ...AGREEMENT, title: 'Two shared roofs' },
    revision: 1,
  }),
  [`PUT ${INTERVENTION}/effects`]: () => ({ effects: [], price: { dimensions: [], bearer: '' }, revision: 0 }),
  [`POST ${INTERVENTION}/state`]: () => ({ state: 'stopped' }),
  [`POST ${INTERVENTION}/consent`]: () => ({ state: 'open' }),
  [`PUT ${INTERVENTION}/stance`]: () => ({ stance: 'no-objection' }),
  [`PUT ${INTERVENTION}/voices/:voice`]: () => ({ resolution: 'integrated' }),
  [`POST ${INTERVENTION}/reviews`]: () => ({
    id: randomUUID(),
    helped: 'partly',
    why: 'Two firms joined',
    improve: '',
    dropped: false,
    nextReviewOn: '2099-06-01',
  }),
  [`PUT ${ORG}/examples/:example`]: () => ({ content: { ...EXAMPLE, place: 'Wormerveer' }, revision: 1 }),
  [`POST ${ORG}/calendar-feed`]: EMPTY,
  [`PUT ${ROOM}/cards/:card`]: () => ({ question: 2, text: 'The door is shut' }),
  [`PUT ${ROOM}/votes`]: () => ({ question: 1, dots: {} }),
  [`PUT ${ROOM}/stance`]: () => ({ interventionId: MISSING, stance: 'no-objection' }),
  'POST /api/displays': async (world) => ({ token: await world.makeDisplay('bakery') }),
  'POST /api/join/preview': async (world) => ({ code: (await world.makeRound('bakery', 'open')).code }),
  'POST /api/join': async (world) => ({ code: (await world.makeRound('bakery', 'open')).code }),
  'POST /api/reach-checks': EMPTY,
  'POST /api/reach': async (world) => ({ code: (await world.makeReachCheck(world.people.alice.userId)).code }),
  'POST /api/response/leave': EMPTY,
  'PUT /api/response/answers': (world) => world.operations,
  'POST /api/response/finish': EMPTY,
}

/** In which state an intervention must be for a call to succeed; proposed when it is not here. */
const INTERVENTION_KINDS: Readonly<Record<string, InterventionKind>> = {
  [`PUT ${INTERVENTION}/stance`]: 'asking',
  [`PUT ${INTERVENTION}/voices/:voice`]: 'objected',
  [`POST ${INTERVENTION}/reviews`]: 'agreed',
}

/** In which state a workshop must be for a call to succeed; prepared when it is not here. */
const WORKSHOP_KINDS: Readonly<Record<string, WorkshopKind>> = {
  [`PUT ${WORKSHOP}/votes/:round/arguments`]: 'voting',
  [`POST ${WORKSHOP}/release-to-client`]: 'revealed',
  [`POST ${WORKSHOP}/transfer`]: 'revealed',
  [`DELETE ${WORKSHOP}`]: 'rehearsal',
}

/** In which state a round must be for a call to succeed; open when it is not here. */
const ROUND_KINDS: Readonly<Record<string, RoundKind>> = {
  [`POST ${ROUND}/open`]: 'draft',
  [`POST ${ROUND}/reopen`]: 'closed',
  [`POST ${ROUND}/archive`]: 'closed',
  [`POST ${ROUND}/releases`]: 'answered',
  [`GET ${ROUND}/results`]: 'released',
  [`HEAD ${ROUND}/results`]: 'released',
}

/**
 * What a call to this route sends; undefined for calls without a body.
 *
 * @throws {Error} the route is not in the table.
 */
export async function bodyFor({ method, key }: Route, world: World): Promise<object | undefined> {
  if (method === 'GET' || method === 'HEAD' || method === 'DELETE') return undefined
  const make = BODIES[key]
  if (make === undefined) throw new Error(`say in test/support/routes.ts what ${key} takes`)
  return make(world)
}

/** Values for the names in an address. */
export type Values = Readonly<Record<string, string>>

/**
 * Makes the objects that an address names, inside an organisation, for one call.
 *
 * @throws {Error} the address names something that the matrix cannot make.
 */
export async function makeObjects(
  route: Route,
  world: World,
  organisation: OrganisationName,
  userId: string | undefined,
): Promise<Values> {
  if (isOfSheet(route)) return makeSheetObjects(route, world, organisation, userId)
  const values: Record<string, string> = {}
  const workshop = route.objects.includes('workshop')
    ? await world.makeWorkshop(organisation, WORKSHOP_KINDS[route.key] ?? 'prepared')
    : undefined
  const reflection = route.objects.includes('reflection') ? await makeReflection(world, organisation) : undefined
  const intervention = route.objects.includes('intervention')
    ? await makeIntervention(world, organisation, INTERVENTION_KINDS[route.key] ?? 'proposed')
    : undefined
  for (const name of route.objects) {
    if (name === 'reflection' && reflection !== undefined) values[name] = reflection
    else if (name === 'entry' && reflection !== undefined)
      values[name] = await makeEntry(world, organisation, reflection)
    else if (name === 'intervention' && intervention !== undefined) values[name] = intervention.id
    else if (name === 'voice') values[name] = intervention?.voiceId ?? MISSING
    else if (name === 'workshop' && workshop !== undefined) values[name] = workshop.id
    else if (name === 'round' && workshop !== undefined) values[name] = workshop.voteId ?? MISSING
    else values[name] = await makeObject(route, name, world, organisation, userId)
  }
  return values
}

const standing = new WeakMap<World, Map<string, Promise<Values>>>()

/** The same, made once for all calls that are refused: those use nothing up. */
export function standingObjects(
  route: Route,
  world: World,
  organisation: OrganisationName,
  userId: string | undefined,
): Promise<Values> {
  const known = standing.get(world) ?? new Map<string, Promise<Values>>()
  standing.set(world, known)
  const key = [route.key, organisation, userId].join(' ')
  const values = known.get(key) ?? makeObjects(route, world, organisation, userId)
  known.set(key, values)
  return values
}

async function makeObject(
  { key, url }: Route,
  name: string,
  world: World,
  organisation: OrganisationName,
  userId: string | undefined,
): Promise<string> {
  if (name === 'round') return (await world.makeRound(organisation, ROUND_KINDS[key] ?? 'open')).id
  if (name === 'user') return world.makeMember(organisation, url.includes('/engagements/') ? 'facilitator' : 'viewer')
  if (name === 'invitation') return world.makeInvitation(organisation)
  if (name === 'release') return world.makeRelease(organisation)
  const ofCompany = await makeCompanyObject(name, world, organisation)
  if (ofCompany !== undefined) return ofCompany
  const ofProgramme = await makeProgrammeObject(name, world, organisation)
  if (ofProgramme !== undefined) return ofProgramme
  if (name === 'example') return makeExample(world, organisation)
  if (name === 'file') return makeCalendarFile(world, organisation)
  if (name === 'token') return makeReminderStop(world)
  if (name === 'card') return randomUUID()
  if (name === 'version') return '1.0.0'
  if (name === 'id' && url.startsWith('/api/organisations/:org/instruments/'))
    return makeOwnInstrument(world, organisation)
  if (name === 'id' && url.startsWith('/api/instruments/')) return 'six-capitals'
  if (name === 'id' && url.startsWith('/api/reflection-guides/')) return 'seven-questions'
  if (name === 'id' && url.startsWith('/api/tokens/'))
    return (await world.makeApiToken(userId ?? world.people.alice.userId)).id
  if (name === 'id' && url.startsWith('/api/sessions/')) return world.makeSignIn(userId ?? world.people.alice.userId)
  if (name === 'id' && url.startsWith('/api/passkeys/')) return makePasskey(world, userId ?? world.people.alice.userId)
  if (name === 'id' && url.startsWith('/api/oidc/')) return makeIdentity(world, userId ?? world.people.alice.userId)
  if (name === 'id' && url.startsWith('/api/reach-checks/'))
    return (await world.makeReachCheck(userId ?? world.people.alice.userId)).id
  if (name === '*') return url.startsWith('/api/explain/') ? 'now/level' : 'index.html'
  throw new Error(`say in test/support/routes.ts how to make :${name} of ${url}`)
}

/** The same names with ids that nothing has. */
export function missingObjects({ objects }: Route): Values {
  return Object.fromEntries(
    objects.map((name) => [name, name === '*' ? 'now/level' : name === 'version' ? '9.9.9' : MISSING]),
  )
}

/** The address with its names filled in. */
export function addressOf({ url, key }: Route, values: Values): string {
  const address = url.replace(/:(\w+)|\*/g, (text, param?: string) => values[param ?? text] ?? MISSING)
  return `${address}${QUERIES[key] ?? PROGRAMME_QUERIES[key] ?? ''}`
}
