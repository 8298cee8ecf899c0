import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { Benchmark } from '../../server/contract/benchmarks.ts'
import type { Person, TestApp } from '../support/app.ts'
import { answerAll } from '../support/contributing.ts'
import { DATABASES } from '../support/databases.ts'
import type { People } from '../support/people.ts'
import { TestWorkshop } from '../support/workshop.ts'
import { type Programmes, startInProgramme } from '../support/world-programme.ts'

/** What releases say beside their figures. */
const FRAME = {
  versions: ['1.0.0'],
  horizons: ['now'],
  dimensions: ['human'],
  perspectives: ['all'],
  fromPeriod: null,
  joined: 40,
  contributed: 30,
}

describe.each(DATABASES)('a company beside others, on $name', ({ open }) => {
  let api: TestApp
  let people: People
  let programmes: Programmes
  let path: string

  beforeEach(async () => {
    ;({ api, people, programmes, path } = await startInProgramme(open))
  })

  const publish = async (
    scores: Record<string, number | null>,
    n: number,
    isIn = true,
    number = 1,
    period = '2026-Q3',
  ) => {
    const organisationId = programmes.valley.id
    const releaseId = randomUUID()
    const { db } = api.database
    const parks = {
      [programmes.valley.parkId]: { joined: 20, contributed: n },
      [programmes.hills.parkId]: { joined: 20, contributed: 12 },
    }
    const release = { organisationId, id: releaseId, instrumentId: 'six-capitals', period, number }
    await db
      .insertInto('programmeRelease')
      .values({
        ...release,
        madeAt: api.clock.now().toISOString(),
        madeBy: null,
        frame: JSON.stringify({ ...FRAME, parks }),
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
    const stood = { period, parkId: programmes.valley.parkId, regionCode: null, sector: null }
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

  test('the own score of a workshop that waits for its release is for who runs rounds, until everybody reads its result', async () => {
    const { alice, bakery } = people
    const workshop = await TestWorkshop.make(alice.client, bakery, { period: '2026-Q3', mode: 'open' })
    await answerAll(api.nobody, workshop.round.code, 4)
    await workshop.closeAndReveal(alice.client)
    await publish({ 'now/human/all': 75 }, 12)
    const ownFor = async ({ client }: Person) => {
      const { periods } = (await client.get(`${path}/benchmark`)).as(Benchmark)
      return periods[0]?.cells.map(({ own, groups }) => [own, groups[0]?.others])
    }
    expect(await ownFor(alice)).toEqual([[75, 11]])
    expect(await ownFor(people.frank)).toEqual([[null, 11]])
    await alice.client.post(`${workshop.url}/release-to-client`)
    expect(await ownFor(people.frank)).toEqual([[75, 11]])
  })

  test('a release without the company says so; the newest in which it stands is shown', async () => {
    const first = await publish({ 'now/human/all': 55 }, 12)
    await publish({}, 12, false, 2)
    expect((await benchmark()).periods).toMatchObject([{ release: { id: first }, isIn: true, isNewest: false }])
  })

  test('has figures of the newest period, or of another one when it is asked for', async () => {
    for (const period of ['2026-Q2', '2026-Q3']) await publish({ 'now/human/all': 55 }, 12, true, 1, period)
    const shownOf = async (query: string) => {
      const { shown, periods } = (await people.frank.client.get(`${path}/benchmark${query}`)).as(Benchmark)
      return [shown, periods.map(({ period, cells }) => [period, cells.length])]
    }
    const newest = [
      '2026-Q3',
      [
        ['2026-Q3', 1],
        ['2026-Q2', 0],
      ],
    ]
    expect(await shownOf('')).toEqual(newest)
    expect(await shownOf('?period=2024-Q1')).toEqual(newest)
    expect(await shownOf('?period=2026-Q2')).toEqual([
      '2026-Q2',
      [
        ['2026-Q3', 0],
        ['2026-Q2', 1],
      ],
    ])
    expect((await people.frank.client.get(`${path}/benchmark?period=soon`)).refusal).toBe('invalid-request')
  })

  test('a period in which it never stood has no cells', async () => {
    await publish({}, 12, false)
    expect((await benchmark()).periods).toMatchObject([{ isIn: false, cells: [] }])
  })
})
