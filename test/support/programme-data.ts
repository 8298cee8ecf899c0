import { randomUUID } from 'node:crypto'
import type { PROGRAMME_ROLES } from '../../server/contract/roles.ts'
import type { Db } from '../../server/db/open.ts'
import { upsertMembership } from '../../server/db/queries/members.ts'
import { insertOrganisation } from '../../server/db/queries/organisations.ts'
import { insertUser } from '../../server/db/queries/users.ts'
import { Random } from '../../server/demo/random.ts'

/** A programme that was put into the database directly, with its staff by role. */
export interface MadeProgramme {
  readonly id: string
  readonly staff: Readonly<Record<(typeof PROGRAMME_ROLES)[number], string>>
}

/** A park of it. */
export interface MadePark {
  readonly id: string
  readonly name: string
  readonly regionCode: string | null
}

/** A company that takes part. */
export interface MadeCompany {
  readonly id: string
  readonly park: MadePark
  readonly sector: string | null
}

/** Scores of one company in one quarter, by `<horizon>/<dimension>/<perspective or all>`. */
export type MadeScores = Readonly<Record<string, number | null>>

/** What `fillProgramme` makes. */
export interface ProgrammeSize {
  readonly companies: number
  readonly parks: number
  /** Oldest first. */
  readonly periods: readonly string[]
  readonly regions?: number
  readonly sectors?: number
  readonly horizons?: readonly string[]
  readonly seed?: number
}

/** The capitals of six-capitals, in the order shown. */
export const CAPITALS = ['human', 'social', 'intellectual', 'manufactured', 'natural', 'financial'] as const
const PERSPECTIVES = ['all', 'internal', 'external'] as const
const AT = '2026-10-01T09:00:00.000Z'
const ROWS_AT_ONCE = 500

/** Fills a new programme of this size quickly: parks, companies on them in turn, and their contributions. */
export async function fillProgramme(
  db: Db,
  size: ProgrammeSize,
): Promise<{ programme: MadeProgramme; parks: MadePark[]; companies: MadeCompany[] }> {
  const programme = await addProgramme(db)
  const regions = await addRegions(db, size.regions ?? 2)
  const parks = await addParks(db, programme.id, size.parks, regions)
  const companies = await addCompanies(db, programme.id, parks, size.companies, size.sectors ?? 3)
  const random = new Random(`programme ${size.seed ?? 1}`)
  for (const period of size.periods) {
    await contribute(db, programme.id, companies, { period, scoresOf: () => scoresBy(random, size.horizons) })
  }
  return { programme, parks, companies }
}

/** Settings of a public page that everybody can see, but for its address. */
export const SHOWN_PAGE = {
  title: { nl: 'De vallei', en: 'The valley' },
  about: { nl: '', en: '' },
  licence: 'CC-BY-4.0',
  contact: '',
  accent: null,
  shown: true,
  revision: 0,
} as const

/** A programme with a member of each role; the owner is its manager. */
export async function addProgramme(db: Db, name = 'A programme'): Promise<MadeProgramme> {
  const id = await addOrganisation(db, name, 'programme')
  const add = async (role: (typeof PROGRAMME_ROLES)[number]) => {
    const userId = randomUUID()
    const account = { email: `${userId}@example.org`, name: `The ${role}`, locale: 'nl', passwordHash: '-' }
    await insertUser(db, { id: userId, ...account, createdAt: AT })
    await upsertMembership(db, { organisationId: id, userId, role, until: null, createdAt: AT })
    return userId
  }
  return {
    id,
    staff: {
      owner: await add('owner'),
      analyst: await add('analyst'),
      adviser: await add('adviser'),
      student: await add('student'),
      overseer: await add('overseer'),
    },
  }
}

const FIRST_REGION = 9000

/** Regions with codes of their own; those that are there stay. */
export async function addRegions(db: Db, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, (_, index) => `GM${FIRST_REGION + index}`)
  if (count > 0) {
    // As the product does: what a region is called is each programme's own word, with its parks.
    const rows = codes.map((code) => ({ code, name: code, kind: 'municipality' as const }))
    await db
      .insertInto('region')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return codes
}

/** Parks of a programme, in these regions in turn. */
export async function addParks(
  db: Db,
  programmeId: string,
  count: number,
  regions: readonly string[] = [],
): Promise<MadePark[]> {
  const parks = Array.from({ length: count }, (_, index): MadePark => {
    const regionCode = regions[index % Math.max(1, regions.length)] ?? null
    return { id: randomUUID(), name: `Park ${String(index + 1).padStart(3, '0')}`, regionCode }
  })
  await inParts(parks, async (part) => {
    await addOrganisations(db, 'park', part)
    const unknown = { registerNumber: null, kind: null, asOf: null, source: null }
    const facts = part.map(({ id, regionCode }) => {
      return { organisationId: id, programmeId, regionCode, municipality: municipalityOf(regionCode), ...unknown }
    })
    await db
      .insertInto('parkFact')
      .values(facts.map((fact) => ({ ...fact, hectaresGross: null, hectaresNet: null, revision: 1 })))
      .execute()
  })
  return parks
}

function municipalityOf(regionCode: string | null): string | null {
  return regionCode === null ? null : `Municipality ${Number(regionCode.slice(2)) - FIRST_REGION + 1}`
}

/** Companies that take part, on these parks in turn, and in this many sectors. */
export async function addCompanies(
  db: Db,
  programmeId: string,
  parks: readonly MadePark[],
  count: number,
  sectors = 3,
): Promise<MadeCompany[]> {
  const companies = Array.from({ length: count }, (_, index): MadeCompany => {
    const park = parks[index % parks.length]
    if (park === undefined) throw new Error('a company needs a park')
    // Not in step with the parks, so that every park has every sector.
    const place = Math.floor(index / parks.length) % Math.max(1, sectors)
    return { id: randomUUID(), park, sector: sectors === 0 ? null : (['C', 'G', 'H', 'F', 'J', 'M'][place] ?? 'S') }
  })
  await inParts(companies, async (part) => {
    const named = part.map(({ id }) => ({ id, name: `Company ${id.slice(0, 8)}` }))
    await addOrganisations(db, 'company', named)
    const rows = part.map(({ id, park, sector }) => ({ id: randomUUID(), companyId: id, parkId: park.id, sector }))
    await db
      .insertInto('participation')
      .values(rows.map((row) => ({ ...row, programmeId, joinedAt: AT, leftAt: null, revision: 1 })))
      .execute()
  })
  return companies
}

/** Lets a company that is there already take part, on one of the parks. */
export async function takePart(db: Db, programmeId: string, companyId: string, parkId: string): Promise<void> {
  await db
    .insertInto('participation')
    .values({ id: randomUUID(), programmeId, companyId, parkId, sector: null, joinedAt: AT, leftAt: null, revision: 1 })
    .execute()
}

/** Copies figures of these companies about a quarter into the programme, as their consent would. */
export async function contribute(
  db: Db,
  programmeId: string,
  companies: readonly MadeCompany[],
  {
    period,
    scoresOf,
    version = '1.0.0',
    themesOf = () => [],
  }: {
    readonly period: string
    readonly scoresOf: (company: MadeCompany, index: number) => MadeScores
    readonly version?: string
    readonly themesOf?: (company: MadeCompany, index: number) => readonly string[]
  },
): Promise<void> {
  const rows = companies.map((company, index) => ({
    organisationId: programmeId,
    id: randomUUID(),
    companyId: company.id,
    parkId: company.park.id,
    regionCode: company.park.regionCode,
    sector: company.sector,
    instrumentId: 'six-capitals',
    instrumentVersion: version,
    period,
    roundId: randomUUID(),
    releaseId: randomUUID(),
    scores: JSON.stringify(scoresOf(company, index)),
    themes: JSON.stringify(themesOf(company, index)),
    contributedAt: AT,
  }))
  await inParts(rows, (part) => db.insertInto('contribution').values(part).execute())
}

/** The same score in each cell of `now`, or another for each cell. */
export function scoresOfNow(score: number | ((cell: string) => number | null)): MadeScores {
  return Object.fromEntries(
    cellsOf(['now']).map((cell) => [cell, typeof score === 'number' ? score : score(cell)] as const),
  )
}

function scoresBy(random: Random, horizons: readonly string[] = ['now']): MadeScores {
  const level = 25 + 50 * random.next()
  const score = () => Math.round(Math.min(100, Math.max(0, level + 40 * (random.next() - 0.5))))
  return Object.fromEntries(cellsOf(horizons).map((cell) => [cell, score()] as const))
}

function cellsOf(horizons: readonly string[]): string[] {
  return horizons.flatMap((horizon) =>
    CAPITALS.flatMap((capital) => PERSPECTIVES.map((perspective) => `${horizon}/${capital}/${perspective}`)),
  )
}

async function addOrganisation(db: Db, name: string, kind: string): Promise<string> {
  const id = randomUUID()
  await insertOrganisation(db, { id, name, kind, locale: 'nl', createdAt: AT })
  return id
}

/** Organisations by the hundred, each with the end of the chain of its events. */
async function addOrganisations(db: Db, kind: string, made: readonly { id: string; name: string }[]): Promise<void> {
  const organisations = made.map(({ id, name }) => ({ id, name, kind, locale: 'nl', createdAt: AT }))
  await db.insertInto('organisation').values(organisations).execute()
  const empty = { number: 0, hash: '', startNumber: 0, startHash: '' }
  const heads = made.map(({ id }) => ({ chain: id, organisationId: id, ...empty }))
  await db.insertInto('auditHead').values(heads).execute()
}

async function inParts<Row>(rows: readonly Row[], insert: (part: readonly Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) await insert(rows.slice(from, from + ROWS_AT_ONCE))
}

/** A released profile of a park by itself, the same score for each capital of a horizon. */
export async function addOwnProfile(
  db: Db,
  parkId: string,
  profile: {
    readonly period: string
    readonly n: number
    readonly scores: Readonly<Record<string, number | null>>
    /** A workshop about it has not been released to the client. */
    readonly isWaiting?: boolean
  },
): Promise<void> {
  const [roundId, releaseId] = [randomUUID(), randomUUID()]
  const { period, n } = profile
  const horizons = JSON.stringify(Object.keys(profile.scores))
  const instrument = { instrumentId: 'business-parks', instrumentVersion: '1.0.0' }
  const times = { createdAt: AT, openedAt: AT, closesAt: null, closedAt: AT }
  const kind = { mode: 'anonymous', groups: '[]', expected: null, threshold: 5, state: 'closed', code: null } as const
  const of = { organisationId: parkId, roundId }
  await db
    .insertInto('round')
    .values({
      organisationId: parkId,
      id: roundId,
      title: 'The park',
      ...instrument,
      period,
      horizons,
      ...kind,
      ...times,
    })
    .execute()
  await db
    .insertInto('release')
    .values({ ...of, id: releaseId, number: 1, madeAt: AT, final: 1, newerAnswers: 0, document: '{}' })
    .execute()
  const cells = Object.entries(profile.scores).flatMap(([horizon, score]) =>
    CAPITALS.map((dimension) => ({ population: 'all', horizon, dimension, perspective: 'all', n, score })),
  )
  await db
    .insertInto('releaseCell')
    .values(cells.map((cell) => ({ organisationId: parkId, releaseId, ...cell })))
    .execute()
  if (!profile.isWaiting) return
  const scene = { plan: '[]', scene: '{"kind":"progress"}', black: 0, paused: 0, locked: 0 }
  const nobody = { timerEndsAt: null, timerSeconds: null, holderId: null, heldSince: null, revealedReleaseId: null }
  await db
    .insertInto('workshop')
    .values({ ...of, id: randomUUID(), ...scene, ...nobody, releasedAt: null, revision: 1, createdAt: AT })
    .execute()
}
