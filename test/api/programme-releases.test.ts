import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { listOf } from '../../server/contract/common.ts'
import { Heatmap, Slopes } from '../../server/contract/programme-figures.ts'
import {
  ProgrammeDocument,
  ProgrammePreview,
  ProgrammeReleaseSummary,
} from '../../server/contract/programme-releases.ts'
import { forgetInProgrammes } from '../../server/db/queries/contributions.ts'
import { deleteOrganisation } from '../../server/db/queries/erasures.ts'
import { startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import {
  addCompanies,
  addParks,
  addProgramme,
  contribute,
  fillProgramme,
  type MadeCompany,
  type MadePark,
  type MadeProgramme,
  scoresOfNow,
} from '../support/programme-data.ts'
import { signedIn } from '../support/world-sign-ins.ts'

const Q3 = '2026-Q3'
const Q4 = '2026-Q4'

describe.each(DATABASES)('what a programme publishes, on $name', ({ open }) => {
  let api: TestApp
  let programme: MadeProgramme
  let parks: MadePark[]
  let companies: MadeCompany[]
  let manager: Client
  let base: string

  beforeEach(async () => {
    api = await startAppForTest(open)
    const { db } = api.database
    programme = await addProgramme(db)
    parks = await addParks(db, programme.id, 3)
    companies = []
    manager = await signedIn(api, programme.staff.owner)
    base = `/api/organisations/${programme.id}/programme`
  })

  /** Companies on a park that contribute these scores, each the same in every cell. */
  async function join(park: number, scores: readonly number[], period = Q4): Promise<MadeCompany[]> {
    const on = parks[park]
    if (on === undefined) throw new Error(`no park ${park}`)
    const added = await addCompanies(api.database.db, programme.id, [on], scores.length, 0)
    companies.push(...added)
    await give(added, scores, period)
    return added
  }

  const give = (who: readonly MadeCompany[], scores: readonly number[], period = Q4) =>
    contribute(api.database.db, programme.id, who, {
      period,
      scoresOf: (_, index) => scoresOfNow(scores[index] ?? 50),
    })

  const publish = (period = Q4) => manager.post(`${base}/releases`, { period })
  const preview = async (query = '') => (await manager.get(`${base}/releases/preview${query}`)).as(ProgrammePreview)
  const heatmap = async () => (await manager.get(`${base}/heatmap`)).as(Heatmap)
  const humanOf = ({ rows }: Heatmap) =>
    rows.map(({ kind, id, cells }) => {
      const park = parks.findIndex((one) => one.id === id)
      const human = cells.find(({ dimension }) => dimension === 'human')
      return [kind === 'park' ? `park ${park}` : kind, human?.n, human?.mean, human?.reason]
    })

  test('is a mean per row where at least five companies hide each other, and a reason where not', async () => {
    await join(0, [40, 50, 60, 50, 50, 50])
    await join(1, [80, 70, 75, 75, 75])
    await join(2, [20, 30])
    const made = (await publish()).as(ProgrammeReleaseSummary)
    expect(made).toMatchObject({ period: Q4, number: 1 })
    const shown = await heatmap()
    // Two companies are left when both large parks are taken from the whole: one of those parks has to go.
    expect(humanOf(shown)).toEqual([
      ['programme', 13, 56, null],
      ['park 0', 6, 50, null],
      ['park 1', 5, null, 'complement'],
      ['park 2', 2, null, 'too-few'],
    ])
    expect(shown.whoTookPart).toEqual({ joined: 13, contributed: 13 })
  })

  test('says in a preview the same reasons, and no value whatever', async () => {
    await join(0, [40, 50, 60, 50, 50, 50])
    await join(2, [20, 30])
    const before = await preview()
    expect(before).toMatchObject({ period: Q4, outcome: 'publishable', earlier: null, themes: 'too-few' })
    expect(before.tookPart).toMatchObject({ joined: 8, contributed: 8 })
    expect(JSON.stringify(before)).not.toMatch(/mean|score|lower|upper|word/i)
    const told = before.rows.map(({ kind, cells }) => [kind, cells[0]?.n, cells[0]?.reason])
    await publish()
    const { rows } = await heatmap()
    expect(rows.map(({ kind, cells }) => [kind, cells[0]?.n, cells[0]?.reason])).toEqual(told)
  })

  test('is nothing before five companies contributed, nor where nobody did', async () => {
    expect(await preview()).toMatchObject({ period: null, outcome: 'nothing-yet', periods: [] })
    expect((await publish()).refusal).toBe('nothing-to-publish')
    await join(0, [40, 50, 60, 50])
    expect(await preview()).toMatchObject({ period: Q4, outcome: 'nothing-yet' })
    expect((await publish()).refusal).toBe('nothing-to-publish')
    expect(await heatmap()).toMatchObject({ release: null, rows: [], whoTookPart: null })
  })

  test('stands when one company more came since: the difference would be its score', async () => {
    await join(0, [40, 50, 60, 50, 50, 50])
    await publish()
    await join(0, [10])
    expect(await preview()).toMatchObject({ outcome: 'release-stands', rows: [], earlier: { number: 1 } })
    expect((await publish()).refusal).toBe('programme-release-stands')
    await join(0, [20, 30, 40, 50])
    expect((await publish()).as(ProgrammeReleaseSummary).number).toBe(2)
    expect(humanOf(await heatmap())[0]).toEqual(['programme', 11, 41, null])
  })

  test('keeps counting a company that was erased since, under another id', async () => {
    const [first] = await join(0, [90, 50, 60, 50, 50, 50])
    await publish()
    if (first === undefined) throw new Error('nobody')
    await forgetCompany(first.id)
    expect((await publish()).refusal).toBe('programme-release-stands')
    const { db } = api.database
    const rows = await db.selectFrom('programmeContributor').select('companyId').execute()
    expect(rows).toHaveLength(6)
    expect(rows.some(({ companyId }) => companyId === first.id)).toBe(false)
  })

  const forgetCompany = (id: string) =>
    api.database.db.transaction().execute(async (trx) => {
      await forgetInProgrammes(trx, id, randomUUID())
      await deleteOrganisation(trx, id)
    })

  test('stands too when one company withdrew, and what was published stays as it was', async () => {
    const [first] = await join(0, [90, 50, 60, 50, 50, 50])
    const { id } = (await publish()).as(ProgrammeReleaseSummary)
    const before = (await manager.get(`${base}/releases/${id}`)).text
    await api.database.db
      .deleteFrom('contribution')
      .where('companyId', '=', first?.id ?? '')
      .execute()
    expect((await publish()).refusal).toBe('programme-release-stands')
    expect((await manager.get(`${base}/releases/${id}`)).text).toBe(before)
  })

  test('says of two quarters how the companies in both changed, and of nobody else', async () => {
    const old = await join(0, [20, 30, 40, 50, 60, 70], Q3)
    await publish(Q3)
    await give(old, [60, 65, 70, 80, 85, 90])
    await join(0, [15, 30, 45, 60, 85])
    await publish()
    const slopes = (await manager.get(`${base}/slopes`)).as(Slopes)
    expect(slopes).toMatchObject({ fromPeriod: Q3, release: { period: Q4 } })
    expect(slopes.rows[0]).toMatchObject({ kind: 'programme', id: 'all' })
    expect(slopes.rows[0]?.cells[0]).toMatchObject({
      dimension: 'human',
      n: 6,
      thenMean: 45,
      nowMean: 74,
      word: 'increased',
    })
    expect(slopes.rows.map(({ id }) => id)).toEqual(['all', parks[0]?.id])
    // What the cohort told about the earlier quarter counts when that one is published again.
    await join(1, [50], Q3)
    expect((await publish(Q3)).refusal).toBe('programme-release-stands')
  })

  test('is stored once when two publish at the same moment', async () => {
    await join(0, [40, 50, 60, 50, 50, 50])
    const replies = await Promise.all([publish(), publish(), publish()])
    const made = replies.map((reply) => reply.as(ProgrammeReleaseSummary))
    const { items } = (await manager.get(`${base}/releases`)).as(listOf(ProgrammeReleaseSummary))
    expect(items).toHaveLength(1)
    expect(made).toEqual([items[0], items[0], items[0]])
    expect((await publish()).as(ProgrammeReleaseSummary)).toEqual(items[0])
    expect(await preview()).toMatchObject({ outcome: 'unchanged', earlier: items[0] })
  })

  test('of many companies is computed beside the pages of everybody else, and says the same', async () => {
    const size = { companies: 120, parks: 6, periods: [Q3, Q4], horizons: ['now', 'ahead'] }
    const { programme: large } = await fillProgramme(api.database.db, size)
    const client = await signedIn(api, large.staff.owner)
    const path = `/api/organisations/${large.id}/programme/releases`
    for (const period of [Q3, Q4]) expect((await client.post(path, { period })).status).toBe(201)
    const [newest] = (await client.get(path)).as(listOf(ProgrammeReleaseSummary)).items
    const document = (await client.get(`${path}/${newest?.id}`)).as(ProgrammeDocument)
    expect(document.horizons).toEqual(['now', 'ahead'])
    expect(
      document.rows.find(({ kind }) => kind === 'programme')?.cells.every(({ n, mean }) => n === 120 && mean !== null),
    ).toBe(true)
    expect(document.slopes).toMatchObject({ fromPeriod: Q3 })
  })

  test('reads the same bytes each time, and nothing again for who has them', async () => {
    await join(0, [40, 50, 60, 50, 50, 50])
    const { id } = (await publish()).as(ProgrammeReleaseSummary)
    const first = await manager.get(`${base}/releases/${id}`)
    expect(first.as(ProgrammeDocument).rows[0]?.cells).toHaveLength(18)
    expect(first.headers['cache-control']).toBe('private, no-cache')
    const etag = String(first.headers.etag)
    const again = await manager.with({ 'if-none-match': etag }).get(`${base}/releases/${id}`)
    expect([again.status, again.text]).toEqual([304, ''])
    const other = await manager.with({ 'if-none-match': '"another"' }).get(`${base}/releases/${id}`)
    expect([other.status, other.text]).toEqual([200, first.text])
    expect((await manager.get(`${base}/releases/${randomUUID()}`)).refusal).toBe('not-found')
    const { programme: elsewhere } = await fillProgramme(api.database.db, { companies: 1, parks: 1, periods: [] })
    const stranger = await signedIn(api, elsewhere.staff.owner)
    const theirs = `/api/organisations/${elsewhere.id}/programme/releases/${id}`
    expect((await stranger.get(theirs)).refusal).toBe('not-found')
  })

  test('is looked at by analysts and published by managers alone', async () => {
    await join(0, [40, 50, 60, 50, 50, 50])
    const analyst = await signedIn(api, programme.staff.analyst)
    const overseer = await signedIn(api, programme.staff.overseer)
    expect((await analyst.get(`${base}/releases/preview`)).status).toBe(200)
    expect((await analyst.post(`${base}/releases`, { period: Q4 })).refusal).toBe('not-allowed')
    expect((await overseer.get(`${base}/releases/preview`)).refusal).toBe('not-allowed')
    expect((await overseer.get(`${base}/heatmap`)).status).toBe(200)
    await publish()
    const events = await api.database.db.selectFrom('auditEvent').select(['action', 'organisationId']).execute()
    expect(events).toContainEqual({ action: 'programme.publish', organisationId: programme.id })
  })
})
