import { randomUUID } from 'node:crypto'
import { ProgrammeInvitationMade } from '../../server/contract/programme-invitations.ts'
import { ProgrammeReleaseSummary } from '../../server/contract/programme-releases.ts'
import { PASSWORD } from './app.ts'
import { energy } from './exchange.ts'
import { tokenOf } from './people.ts'
import { addCompanies, contribute, scoresOfNow } from './programme-data.ts'
import type { OrganisationName, World } from './world.ts'
import type { ProgrammeName } from './world-programme.ts'

const PROGRAMME = '/api/organisations/:org/programme'
const COMPANY = '/api/organisations/:org/participations/:programme'
const PARK_FILE = () => Buffer.from(`naam,rin\nPark ${randomUUID()},\n`)

import { PROGRAMMES } from './world-programme.ts'

const PERIOD = '2026-Q4'

/** What a manager sets about the public page, over whatever stands there. */
async function pageSettings(world: World): Promise<object> {
  const { db } = world.api.database
  const org = world.idOf(world.asked === 'hills' ? 'hills' : 'valley')
  const row = await db.selectFrom('programme').select('revision').where('organisationId', '=', org).executeTakeFirst()
  return { ...PAGE, slug: null, shown: false, revision: row?.revision ?? 0 }
}

/** A public page that can be seen; its name in the address. */
async function makeShownPage(world: World): Promise<string> {
  const { id } = world.programmes.valley
  const slug = 'the-valley'
  const row = { organisationId: id, instrumentId: 'six-capitals', slug, shownSince: '2026-11-01T00:00:00.000Z' }
  const texts = { titleNl: '', titleEn: '', aboutNl: '', aboutEn: '', contact: '', accent: '#1b6b3a' }
  await world.api.database.db
    .insertInto('programme')
    .values({ ...row, ...texts, licence: 'CC-BY-4.0', revision: 1 })
    .onConflict((conflict) => conflict.column('organisationId').doUpdateSet({ slug, shownSince: row.shownSince }))
    .execute()
  return slug
}

const PAGE = {
  title: { nl: 'De vallei', en: 'The valley' },
  about: { nl: '', en: '' },
  licence: 'CC-BY-4.0',
  contact: '',
  accent: null,
} as const

/** What is sent to writing routes of programmes and of companies that take part in one. */
export const PROGRAMME_BODIES: Readonly<Record<string, (world: World) => object | Promise<object>>> = {
  [`PUT ${PROGRAMME}/page`]: pageSettings,
  'POST /api/organisations/:org/programme/releases': async (world) => {
    for (const name of PROGRAMMES) await contributeOnce(world, name)
    return { period: PERIOD }
  },
  [`POST ${PROGRAMME}/parks`]: () => ({ name: 'Another park' }),
  // The facts that it has: nothing changes, whatever its revision is.
  [`PUT ${PROGRAMME}/parks/:park`]: () => ({ revision: 1 }),
  [`POST ${PROGRAMME}/parks/import/preview`]: PARK_FILE,
  [`POST ${PROGRAMME}/parks/import`]: PARK_FILE,
  [`POST ${PROGRAMME}/invitations`]: () => ({ note: 'The butcher' }),
  'POST /api/programme-invitations/view': async (world) => ({ token: (await invited(world, 'valley')).token }),
  'POST /api/programme-invitations/accept': async (world) => ({
    token: (await invited(world, 'valley')).token,
    company: { name: 'A new company' },
  }),
  'POST /api/programme-invitations/sign-up': async (world) => ({
    token: (await invited(world, 'valley')).token,
    company: { name: 'A new company' },
    account: { email: `${randomUUID()}@example.org`, password: PASSWORD, name: 'New', locale: 'nl' },
  }),
  // What stands there, as `makeOffer` put it.
  [`PUT ${COMPANY}/offers/:offer`]: () => energy('need', 'Heat'),
  [`PUT ${COMPANY}/matches/:match`]: () => ({ says: 'no' }),
  'PUT /api/organisations/:org/participations/:programme/consents': () => ({
    purpose: 'named',
    act: 'given',
    statement: 'named-1',
    locale: 'nl',
  }),
}

const COMPARE = '/api/organisations/:org/programme/compare'
const ONE_PARK = '?parks=00000000-0000-4000-8000-000000000000'

/** What follows the address of a route, where it does not work without. */
export const PROGRAMME_QUERIES: Readonly<Record<string, string>> = {
  [`GET ${COMPARE}`]: ONE_PARK,
  [`HEAD ${COMPARE}`]: ONE_PARK,
}

/** Makes what a name in an address of these routes stands for; undefined for a name of other routes. */
export async function makeProgrammeObject(
  name: string,
  world: World,
  organisation: OrganisationName,
): Promise<string | undefined> {
  if (name === 'slug') return makeShownPage(world)
  if (name === 'programme') {
    const { id } = world.programmes[organisation === 'bakery' ? 'valley' : 'hills']
    // Another call may have left it.
    await world.api.database.db
      .updateTable('participation')
      .set({ leftAt: null })
      .where('programmeId', '=', id)
      .where('leftAt', 'is not', null)
      .execute()
    return id
  }
  if (name === 'offer') return makeOffer(world, organisation)
  if (name === 'match') return makeMatch(world, organisation)
  if (name === 'publication') return makePublication(world, organisation === 'valley' ? 'valley' : 'hills')
  if (name === 'link') return (await invited(world, organisation === 'valley' ? 'valley' : 'hills')).id
  if (name === 'park') return world.programmes[organisation === 'valley' ? 'valley' : 'hills'].parkId
  return undefined
}

const contributed = new WeakMap<World, Set<string>>()

/** Lets six companies contribute to a programme, once. */
async function contributeOnce(world: World, name: (typeof PROGRAMMES)[number]): Promise<void> {
  const known = contributed.get(world) ?? new Set()
  contributed.set(world, known)
  if (known.has(name)) return
  known.add(name)
  const { db } = world.api.database
  const { id, parkId } = world.programmes[name]
  const park = { id: parkId, name: `Park ${randomUUID()}`, regionCode: null }
  const companies = await addCompanies(db, id, [park], 6)
  await contribute(db, id, companies, { period: PERIOD, scoresOf: (_, index) => scoresOfNow(40 + index) })
}

async function makePublication(world: World, name: (typeof PROGRAMMES)[number]): Promise<string> {
  await contributeOnce(world, name)
  const { id, manager } = world.programmes[name]
  const reply = await manager.post(`/api/organisations/${id}/programme/releases`, { period: PERIOD })
  return reply.as(ProgrammeReleaseSummary).id
}

/** A link for a company onto the park of a programme, with its token. */
async function invited(world: World, name: ProgrammeName): Promise<{ id: string; token: string }> {
  const { id: org, parkId, manager } = world.programmes[name]
  const reply = await manager.post(`/api/organisations/${org}/programme/invitations`, { parkId })
  const { id, url } = reply.as(ProgrammeInvitationMade)
  return { id, token: tokenOf(url) }
}

/** Something that a company of the world needs in its programme. */
async function makeOffer(world: World, organisation: OrganisationName, companyId?: string): Promise<string> {
  const { people, programmes, api } = world
  const isBakery = organisation === 'bakery'
  const { id, parkId } = programmes[isBakery ? 'valley' : 'hills']
  const needs = { companyId: isBakery ? people.bakery : people.mill, kind: 'need' as const }
  const own = companyId === undefined ? needs : { companyId, kind: 'offer' as const }
  const row = { organisationId: id, id: randomUUID(), parkId, ...own, matchEndedAt: null }
  const about = { capital: 'natural', topic: 'energy', body: 'Heat', createdAt: '2026-10-01T09:00:00.000Z' }
  await api.database.db
    .insertInto('capitalOffer')
    .values({ ...row, ...about })
    .execute()
  return row.id
}

/** Another company that offers what one needs, in a programme of three. */
async function makeMatch(world: World, organisation: OrganisationName): Promise<string> {
  const { db } = world.api.database
  const { id: programmeId, parkId } = world.programmes[organisation === 'bakery' ? 'valley' : 'hills']
  const [other] = await addCompanies(db, programmeId, [{ id: parkId, name: 'Park', regionCode: null }], 2)
  const pair = {
    offerId: await makeOffer(world, organisation, other?.id),
    needId: await makeOffer(world, organisation),
  }
  const said = { offerSays: null, needSays: null, offerContact: null, needContact: null, agreedAt: null }
  const id = randomUUID()
  await db
    .insertInto('capitalMatch')
    .values({ organisationId: programmeId, id, ...pair, ...said })
    .execute()
  return id
}
