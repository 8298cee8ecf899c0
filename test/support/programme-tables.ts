import { randomUUID } from 'node:crypto'
import type { Db } from '../../server/db/open.ts'
import type { PROGRAMMES } from '../../server/inventory/programmes.ts'
import { fillProgramme, type MadeCompany, type MadePark, type MadeProgramme } from './programme-data.ts'

/** The tables that hold rows of programmes and parks, and none of a company. */
export const PROGRAMME_TABLES = [
  'parkFact',
  'programme',
  'contribution',
  'programmeRelease',
  'programmeCell',
  'programmeSlope',
  'programmeContributor',
  'capitalOffer',
  'capitalMatch',
] as const satisfies readonly (keyof typeof PROGRAMMES)[]

const AT = '2026-10-01T09:00:00.000Z'
const CELL = { kind: 'programme', rowId: 'all', horizon: 'now', dimension: 'human', perspective: 'all' } as const

/** A programme of two parks and six companies with a row in every table of programmes, in the figures and texts of all. */
export async function fillEveryTable(
  db: Db,
): Promise<{ programme: MadeProgramme; parks: MadePark[]; companies: MadeCompany[] }> {
  const made = await fillProgramme(db, { companies: 6, parks: 2, periods: ['2026-Q3'] })
  const organisationId = made.programme.id
  const [first, second] = made.companies
  if (first === undefined || second === undefined) throw new Error('there are six companies')
  const releaseId = randomUUID()
  const texts = { slug: randomUUID(), titleNl: '', titleEn: '', aboutNl: '', aboutEn: '', licence: '', contact: '' }
  const page = { ...texts, instrumentId: 'six-capitals', accent: null, shownSince: null, revision: 1 }
  await db
    .insertInto('programme')
    .values({ organisationId, ...page })
    .execute()
  const about = { instrumentId: 'six-capitals', period: '2026-Q3' }
  const written = { frame: '{}', themes: null, document: '{}', etag: 'e' }
  await db
    .insertInto('programmeRelease')
    .values({ organisationId, id: releaseId, ...about, number: 1, madeAt: AT, madeBy: null, ...written })
    .execute()
  const figure = { lowOrHigh: null, lower: null, upper: null, reason: null, standingReleaseId: null }
  await db
    .insertInto('programmeCell')
    .values({ organisationId, releaseId, ...CELL, n: 6, mean: 50, ...figure })
    .execute()
  const change = {
    fromPeriod: '2026-Q2',
    n: 6,
    thenMean: 50,
    nowMean: 60,
    word: null,
    reason: null,
    standingReleaseId: null,
  }
  await db
    .insertInto('programmeSlope')
    .values({ organisationId, releaseId, ...CELL, ...change })
    .execute()
  for (const company of made.companies) {
    const where = { parkId: company.park.id, regionCode: company.park.regionCode, sector: company.sector }
    const counted = { tableKind: 'release', companyId: company.id, ...about, ...where, scores: '{}' } as const
    await db
      .insertInto('programmeContributor')
      .values({ organisationId, releaseId, ...counted })
      .execute()
  }
  const offers = [
    { id: randomUUID(), company: first, kind: 'offer' },
    { id: randomUUID(), company: second, kind: 'need' },
  ] as const
  for (const { id, company, kind } of offers) {
    const offer = { capital: 'human', topic: 'training', body: 'A course', createdAt: AT, matchEndedAt: null }
    await db
      .insertInto('capitalOffer')
      .values({ organisationId, id, companyId: company.id, parkId: company.park.id, kind, ...offer })
      .execute()
  }
  const match = { id: randomUUID(), offerId: offers[0].id, needId: offers[1].id }
  const says = { offerSays: null, needSays: null, offerContact: null, needContact: null, agreedAt: null }
  await db
    .insertInto('capitalMatch')
    .values({ organisationId, ...match, ...says })
    .execute()
  return made
}
