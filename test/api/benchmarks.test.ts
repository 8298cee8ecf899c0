import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { Benchmark } from '../../server/contract/benchmarks.ts'
import { ContributionView } from '../../server/contract/participations.ts'
import { confirmed, startAppForTest, type TestApp } from '../support/app.ts'
import { closedRound } from '../support/contributing.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople, type People } from '../support/people.ts'
import { foundProgrammes, type Programmes } from '../support/world-programme.ts'

/** What releases say beside their figures. */
const FRAME = JSON.stringify({
  versions: ['1.0.0'],
  horizons: ['now'],
  dimensions: ['human'],
  perspectives: ['all'],
  fromPeriod: null,
  joined: 40,
  contributed: 30,
  parks: {},
})

describe.each(DATABASES)('a company beside others, on $name', ({ open }) => {
  let api: TestApp
  let people: People
  let programmes: Programmes
  let path: string

  beforeEach(async () => {
    api = await startAppForTest(open)
    people = await gatherPeople(api)
    programmes = await foundProgrammes(api, people)
    path = `/api/organisations/${people.bakery}/participations/${programmes.valley.id}`
  })

  const owner = () => people.alice.client
  const stored = () => api.database.db.selectFrom('contribution').selectAll().execute()
  const consent = async () => {
    const seen = (await owner().get(`${path}/preview`)).as(ContributionView).periods.map(({ releaseId }) => releaseId)
    const body = { purpose: 'benchmark', act: 'given', statement: 'benchmark-1', locale: 'nl', seen }
    return owner().put(`${path}/consents`, body)
  }
  const publish = async (scores: Record<string, number | null>, n: number, isIn = true, number = 1) => {
    const organisationId = programmes.valley.id
    const releaseId = randomUUID()
    const { db } = api.database
    const release = { organisationId, id: releaseId, instrumentId: 'six-capitals', period: '2026-Q3', number }
    await db
      .insertInto('programmeRelease')
      .values({
        ...release,
        madeAt: api.clock.now().toISOString(),
        madeBy: null,
        frame: FRAME,
        themes: null,
        document: '{}',
        etag: releaseId,
      })
      .execute()
    const cell = { organisationId, releaseId, horizon: 'now', dimension: 'human', perspective: 'all' }
    const told = { mean: 62, lowOrHigh: null, lower: 40, upper: 71, reason: null }
    const rows = [
      { kind: 'programme' as const, rowId: 'all', n: 30 },
      { kind: 'park' as const, rowId: programmes.valley.parkId, n },
      { kind: 'park' as const, rowId: programmes.hills.parkId, n: 12 },
    ]
    await db
      .insertInto('programmeCell')
      .values(rows.map((row) => ({ ...cell, ...told, ...row })))
      .execute()
    const contributor = { organisationId, releaseId, tableKind: 'release' as const, instrumentId: 'six-capitals' }
    const stood = { period: '2026-Q3', parkId: programmes.valley.parkId, regionCode: null, sector: null }
    if (isIn)
      await db
        .insertInto('programmeContributor')
        .values({ ...contributor, ...stood, companyId: people.bakery, scores: JSON.stringify(scores) })
        .execute()
    return releaseId
  }
  const benchmark = async () => (await people.frank.client.get(`${path}/benchmark`)).as(Benchmark)

  test('shows the company beside at least five others, a band from ten, and else how many it takes', async () => {
    expect((await benchmark()).periods).toEqual([])
    await publish({ 'now/human/all': 55 }, 5)
    const { periods } = await benchmark()
    const tookPart = { joined: 40, contributed: 30 }
    expect(periods).toMatchObject([{ period: '2026-Q3', isIn: true, isNewest: true, tookPart }])
    expect(periods[0]?.cells).toEqual([
      {
        horizon: 'now',
        dimension: 'human',
        perspective: 'all',
        own: 55,
        groups: [
          {
            kind: 'park',
            name: 'Park in the valley',
            n: 5,
            others: 4,
            mean: null,
            end: null,
            band: null,
            needed: { needed: 5, has: 4 },
          },
          {
            kind: 'programme',
            name: null,
            n: 30,
            others: 29,
            mean: 62,
            end: null,
            band: { lower: 40, upper: 71 },
            needed: null,
          },
        ],
      },
    ])
  })

  test('without an own score the company is none of the others, and its place stays empty', async () => {
    await publish({ 'now/human/all': null }, 5)
    const [cell] = (await benchmark()).periods[0]?.cells ?? []
    expect(cell?.own).toBeNull()
    expect(cell?.groups[0]).toMatchObject({ n: 5, others: 5, mean: 62, band: null, needed: null })
  })

  test('a release without the company says so; the newest in which it stands is shown', async () => {
    const first = await publish({ 'now/human/all': 55 }, 12)
    await publish({}, 12, false, 2)
    expect((await benchmark()).periods).toMatchObject([{ release: { id: first }, isIn: true, isNewest: false }])
  })

  test('a period in which it never stood has no cells', async () => {
    await publish({}, 12, false)
    expect((await benchmark()).periods).toMatchObject([{ isIn: false, cells: [] }])
  })

  test('erasing the company takes what it gave; what releases remember stays under another id', async () => {
    await closedRound(api, owner(), people.bakery, 4, { period: '2026-Q3' })
    await consent()
    await publish({ 'now/human/all': 55 }, 12)
    const erasure = `/api/organisations/${people.bakery}/erasure`
    await api.database.db
      .insertInto('erasureRequest')
      .values({
        organisationId: people.bakery,
        requestedBy: people.bob.userId,
        requestedAt: api.clock.now().toISOString(),
        dueAt: '2099-01-01T00:00:00.000Z',
      })
      .execute()
    const sure = await confirmed(api.nobody, owner())
    expect((await sure.post(`${erasure}/confirm`, {})).status).toBeLessThan(300)
    const { db } = api.database
    expect(await stored()).toEqual([])
    const count = async (table: 'consent' | 'participation') =>
      (await db.selectFrom(table).select('companyId').where('companyId', '=', people.bakery).execute()).length
    expect([await count('consent'), await count('participation')]).toEqual([0, 0])
    const remembered = await db.selectFrom('programmeContributor').selectAll().execute()
    expect(remembered).toHaveLength(1)
    expect(remembered[0]?.companyId).not.toBe(people.bakery)
    expect(JSON.parse(remembered[0]?.scores ?? '{}')).toEqual({ 'now/human/all': 55 })
  })
})
