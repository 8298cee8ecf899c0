import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { Heatmap, ParkComparison, ProgrammeTrend, Slopes, Themes } from '../../server/contract/programme-figures.ts'
import { ProgrammeDocument, ProgrammeReleaseSummary } from '../../server/contract/programme-releases.ts'
import { startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import {
  addOwnProfile,
  CAPITALS,
  contribute,
  fillProgramme,
  type MadeCompany,
  type MadePark,
  scoresOfNow,
} from '../support/programme-data.ts'
import { signedIn } from '../support/world-sign-ins.ts'

const Q3 = '2026-Q3'
const Q4 = '2026-Q4'

describe.each(DATABASES)('comparisons of what a programme published, on $name', ({ open }) => {
  let api: TestApp
  let parks: MadePark[]
  let companies: MadeCompany[]
  let programmeId: string
  let manager: Client
  let overseer: Client
  let base: string

  beforeEach(async () => {
    api = await startAppForTest(open)
    const size = { companies: 30, parks: 3, periods: [], regions: 2, sectors: 0 }
    const made = await fillProgramme(api.database.db, size)
    ;({ parks, companies } = made)
    programmeId = made.programme.id
    manager = await signedIn(api, made.programme.staff.owner)
    overseer = await signedIn(api, made.programme.staff.overseer)
    base = `/api/organisations/${programmeId}/programme`
  })

  /** All companies contribute; those of the first park score 20 higher than the others. */
  async function publish(period: string, level: number, changes: Partial<Parameters<typeof contribute>[3]> = {}) {
    await contribute(api.database.db, programmeId, companies, {
      period,
      scoresOf: (company, index) => scoresOfNow(level + (index % 11) * 3 + (company.park === parks[0] ? 20 : 0)),
      ...changes,
    })
    return (await manager.post(`${base}/releases`, { period })).as(ProgrammeReleaseSummary)
  }

  const idOf = (index: number) => parks[index]?.id ?? ''

  test('are parks beside each other by name, each with who took part, of the newest quarter', async () => {
    await publish(Q3, 20)
    const { id } = await publish(Q4, 30)
    const map = (await overseer.get(`${base}/heatmap`)).as(Heatmap)
    expect(map).toMatchObject({ release: { id, period: Q4 }, periods: [Q4, Q3], horizon: 'now', perspective: 'all' })
    expect(map.dimensions).toEqual(CAPITALS)
    expect(map.perspectives).toEqual(['all', 'internal', 'external'])
    const rows = map.rows.map(({ kind, name, tookPart, cells }) => [kind, name, tookPart?.contributed, cells[0]?.n])
    expect(rows).toEqual([
      ['programme', null, 30, 30],
      ['park', 'Park 001', 10, 10],
      ['park', 'Park 002', 10, 10],
      ['park', 'Park 003', 10, 10],
      ['region', 'Municipality 1', undefined, 20],
      ['region', 'Municipality 2', undefined, 10],
    ])
    const [whole, first] = map.rows
    expect(whole?.cells.map(({ dimension }) => dimension)).toEqual(CAPITALS)
    expect(first?.cells[0]?.mean).toBeGreaterThan(whole?.cells[0]?.mean ?? 100)
    expect(first?.cells[0]?.lower).not.toBeNull()
    const earlier = (await overseer.get(`${base}/heatmap?period=${Q3}&perspective=internal`)).as(Heatmap)
    expect(earlier).toMatchObject({ release: { period: Q3 }, perspective: 'internal' })
    expect((await overseer.get(`${base}/heatmap?period=2020-Q1`)).as(Heatmap)).toMatchObject({
      release: null,
      rows: [],
    })
  })

  test('put a few parks beside the whole, with what those who run them say', async () => {
    await addOwnProfile(api.database.db, idOf(1), { period: Q3, n: 6, scores: { now: 40, intended: 70 } })
    await publish(Q4, 30)
    const asked = `${base}/compare?parks=${idOf(2)},${idOf(1)},${randomUUID()}`
    const both = (await overseer.get(asked)).as(ParkComparison)
    expect(both.parks.map(({ name }) => name)).toEqual(['Park 003', 'Park 002'])
    expect(both.programme?.cells[0]).toMatchObject({ dimension: 'human', n: 30 })
    expect(both.parks[0]?.own).toEqual([])
    const own = both.parks[1]?.own.filter(({ dimension }) => dimension === 'human')
    expect(own?.toSorted((a, b) => a.horizon.localeCompare(b.horizon))).toEqual([
      { horizon: 'intended', dimension: 'human', n: 6, score: 70 },
      { horizon: 'now', dimension: 'human', n: 6, score: 40 },
    ])
    expect((await overseer.get(`${base}/compare`)).refusal).toBe('invalid-request')
    expect((await overseer.get(`${base}/compare?parks=all`)).refusal).toBe('invalid-request')
  })

  test('copy no profile of a park that is about a later quarter, or still waits in a workshop', async () => {
    const { db } = api.database
    await addOwnProfile(db, idOf(0), { period: '2027-Q1', n: 6, scores: { now: 40 } })
    await addOwnProfile(db, idOf(1), { period: Q3, n: 6, scores: { now: 40 }, isWaiting: true })
    const { id } = await publish(Q4, 30)
    expect((await overseer.get(`${base}/releases/${id}`)).as(ProgrammeDocument).own).toEqual([])
  })

  test('follow one capital through the quarters, and say where a line may not go on', async () => {
    await publish(Q3, 20)
    await publish(Q4, 30)
    const trend = (await overseer.get(`${base}/trend?dimension=natural`)).as(ProgrammeTrend)
    expect(trend).toMatchObject({ dimension: 'natural', horizon: 'now', perspective: 'all' })
    expect(trend.quarters.map(({ release, continues }) => [release.period, continues])).toEqual([
      [Q3, true],
      [Q4, true],
    ])
    expect(trend.rows.map(({ name, points }) => [name, points.map(({ period }) => period)])).toEqual([
      [null, [Q3, Q4]],
      ['Park 001', [Q3, Q4]],
      ['Park 002', [Q3, Q4]],
      ['Park 003', [Q3, Q4]],
    ])
    const [before, after] = trend.rows[0]?.points ?? []
    expect((after?.mean ?? 0) - (before?.mean ?? 0)).toBe(10)
  })

  test('break the line and leave out of the cohort whose questions nobody knows how to compare', async () => {
    await publish(Q3, 20)
    const [strangers, others] = [companies.slice(0, 15), companies.slice(15)]
    const scoresOf = (_: MadeCompany, index: number) => scoresOfNow(30 + index * 2)
    await contribute(api.database.db, programmeId, strangers, { period: Q4, scoresOf, version: '9.9.9' })
    await contribute(api.database.db, programmeId, others, { period: Q4, scoresOf })
    expect((await manager.post(`${base}/releases`, { period: Q4 })).status).toBe(201)
    const trend = (await overseer.get(`${base}/trend`)).as(ProgrammeTrend)
    expect(trend.quarters.map(({ continues }) => continues)).toEqual([true, false])
    const slopes = (await overseer.get(`${base}/slopes`)).as(Slopes)
    expect(slopes.rows[0]?.cells[0]?.n).toBe(15)
  })

  test('say of the companies in two quarters how they changed, of the parks that were asked', async () => {
    await publish(Q3, 20)
    await publish(Q4, 45)
    const slopes = (await overseer.get(`${base}/slopes?parks=${idOf(2)}`)).as(Slopes)
    expect(slopes.fromPeriod).toBe(Q3)
    expect(slopes.rows.map(({ id }) => id)).toEqual(['all', idOf(2)])
    expect(slopes.rows[0]?.cells[0]).toMatchObject({ n: 30, word: 'increased', reason: null })
    expect((await overseer.get(`${base}/slopes?period=${Q3}`)).as(Slopes)).toMatchObject({ fromPeriod: null, rows: [] })
  })

  test('tell once a quarter, in classes, for which capitals something was agreed', async () => {
    const { id } = await publish(Q4, 30, { themesOf: (_, index) => (index < 12 ? ['natural'] : []) })
    await addOwnProfile(api.database.db, idOf(0), { period: Q4, n: 6, scores: { now: 40 } })
    const again = (await manager.post(`${base}/releases`, { period: Q4 })).as(ProgrammeReleaseSummary)
    expect(again.number).toBe(2)
    expect((await overseer.get(`${base}/releases/${again.id}`)).as(ProgrammeDocument).themes).toBeNull()
    const told = (await overseer.get(`${base}/themes`)).as(Themes)
    expect(told.release).toMatchObject({ id, number: 1 })
    expect(told.themes.map(({ capital, companies: count }) => [capital, count])).toContainEqual([
      'natural',
      'from_10_to_19',
    ])
    expect(told.whoTookPart).toEqual({ joined: 30, contributed: 30 })
  })

  test('are empty before anything was published', async () => {
    const nothing = { release: null, periods: [], whoTookPart: null }
    expect((await overseer.get(`${base}/heatmap`)).as(Heatmap)).toMatchObject({ ...nothing, rows: [] })
    expect((await overseer.get(`${base}/slopes`)).as(Slopes)).toMatchObject({ ...nothing, rows: [] })
    expect((await overseer.get(`${base}/themes`)).as(Themes)).toEqual({ ...nothing, themes: [] })
    expect((await overseer.get(`${base}/trend`)).as(ProgrammeTrend)).toMatchObject({ quarters: [], rows: [] })
    const none = (await overseer.get(`${base}/compare?parks=${idOf(0)}`)).as(ParkComparison)
    expect(none).toMatchObject({ ...nothing, programme: null, parks: [] })
  })
})
