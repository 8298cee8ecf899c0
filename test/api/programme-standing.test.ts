import { Migrator } from 'kysely/migration'
import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { migrations } from '../../migrations/index.ts'
import {
  EarlierFigure,
  Heatmap,
  ParkComparison,
  ProgrammeTrend,
  Slopes,
} from '../../server/contract/programme-figures.ts'
import {
  ProgrammeDocument,
  ProgrammePreview,
  ProgrammeReleaseSummary,
} from '../../server/contract/programme-releases.ts'
import { migrate } from '../../server/db/open.ts'
import { startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import {
  addCompanies,
  addParks,
  addProgramme,
  contribute,
  type MadeCompany,
  type MadePark,
  type MadeProgramme,
  SHOWN_PAGE,
  scoresOfNow,
} from '../support/programme-data.ts'
import { signedIn } from '../support/world-sign-ins.ts'

const PAGE = { ...SHOWN_PAGE, slug: 'valley' }
/** What a download says of figures, as far as this is about. */
const PublicRows = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      cells: z.array(
        z.object({
          n: z.int().nullable(),
          mean: z.int().nullable(),
          earlier: z.strictObject(EarlierFigure.omit({ counted: true }).shape).nullable(),
        }),
      ),
    }),
  ),
})
const Q3 = '2026-Q3'
const Q4 = '2026-Q4'

describe.each(DATABASES)('what stands of a quarter that is published again, on $name', ({ open }) => {
  let api: TestApp
  let programme: MadeProgramme
  let parks: MadePark[]
  let manager: Client
  let base: string

  beforeEach(async () => {
    api = await startAppForTest(open)
    programme = await addProgramme(api.database.db)
    parks = await addParks(api.database.db, programme.id, 2)
    manager = await signedIn(api, programme.staff.owner)
    base = `/api/organisations/${programme.id}/programme`
  })

  async function join(park: number, scores: readonly number[], period = Q4): Promise<MadeCompany[]> {
    const on = parks[park]
    if (on === undefined) throw new Error(`no park ${park}`)
    const added = await addCompanies(api.database.db, programme.id, [on], scores.length, 0)
    await give(added, scores, period)
    return added
  }
  const give = (who: readonly MadeCompany[], scores: readonly number[], period = Q4) =>
    contribute(api.database.db, programme.id, who, {
      period,
      scoresOf: (_, index) => scoresOfNow(scores[index] ?? 50),
    })
  const leave = (who: readonly MadeCompany[]) =>
    api.database.db
      .deleteFrom('contribution')
      .where(
        'companyId',
        'in',
        who.map(({ id }) => id),
      )
      .execute()
  const publish = async (period = Q4) =>
    (await manager.post(`${base}/releases`, { period })).as(ProgrammeReleaseSummary)
  const heatmap = async () => (await manager.get(`${base}/heatmap`)).as(Heatmap)
  const nameOf = (kind: string, id: string) =>
    kind === 'park' ? `park ${parks.findIndex((park) => park.id === id)}` : kind
  const humanOf = ({ rows }: Heatmap) =>
    rows.map(({ kind, id, cells }) => {
      const human = cells.find(({ dimension }) => dimension === 'human')
      return [nameOf(kind, id), human?.n, human?.mean, human?.reason, human?.earlier]
    })
  const earlier = (release: ProgrammeReleaseSummary, counted: number, because = 'complement') => ({
    release,
    because,
    counted,
  })

  /** Ten companies on two parks publish; one comes to the first park and five to the second, and they publish again. */
  async function publishTwice(): Promise<ProgrammeReleaseSummary[]> {
    await join(0, [40, 50, 60, 50, 50])
    await join(1, [80, 70, 75, 75, 75])
    const first = await publish()
    await join(0, [90])
    await join(1, [20, 30, 40, 30, 20])
    return [first, await publish()]
  }

  test('is the figure of the earlier release where the newest would tell what one newcomer scored', async () => {
    const [first, second] = await publishTwice()
    if (first === undefined || second === undefined) throw new Error('published twice')
    const map = await heatmap()
    expect(map.release).toEqual(second)
    expect(humanOf(map)).toEqual([
      ['programme', 16, 53, null, null],
      ['park 0', 5, 50, null, earlier(first, 6)],
      ['park 1', 5, 75, null, earlier(first, 10)],
    ])
    const ids = parks.map(({ id }) => id)
    const compared = (await manager.get(`${base}/compare?parks=${ids.join(',')}`)).as(ParkComparison)
    expect(compared.parks.map(({ cells }) => [cells[0]?.mean, cells[0]?.earlier])).toEqual([
      [50, earlier(first, 6)],
      [75, earlier(first, 10)],
    ])
    expect(compared.programme?.cells[0]).toMatchObject({ n: 16, earlier: null })
    const trend = (await manager.get(`${base}/trend`)).as(ProgrammeTrend)
    expect(trend.rows.map(({ kind, id, points }) => [nameOf(kind, id), points])).toEqual([
      ['programme', [{ period: Q4, n: 16, mean: 53, lowOrHigh: null, reason: null, earlier: null }]],
      ['park 0', [{ period: Q4, n: 5, mean: 50, lowOrHigh: null, reason: null, earlier: earlier(first, 6) }]],
      ['park 1', [{ period: Q4, n: 5, mean: 75, lowOrHigh: null, reason: null, earlier: earlier(first, 10) }]],
    ])
  })

  test('leaves both releases as they were published', async () => {
    const [first, second] = await publishTwice()
    const parkOf = async (id: string | undefined) => {
      const { rows } = (await manager.get(`${base}/releases/${id}`)).as(ProgrammeDocument)
      return rows.filter(({ kind }) => kind === 'park').map(({ cells }) => cells[0])
    }
    expect(await parkOf(first?.id)).toMatchObject([
      { n: 5, mean: 50 },
      { n: 5, mean: 75 },
    ])
    const hidden = { mean: null, reason: 'complement' }
    expect(await parkOf(second?.id)).toMatchObject([
      { n: 6, ...hidden },
      { n: 10, ...hidden },
    ])
  })

  test('is told before publishing: which rows would keep the earlier figure', async () => {
    await join(0, [40, 50, 60, 50, 50])
    await join(1, [80, 70, 75, 75, 75])
    const kept = async () => {
      const { rows } = (await manager.get(`${base}/releases/preview`)).as(ProgrammePreview)
      return rows.filter(({ cells }) => cells.every(({ stands }) => stands)).map(({ kind, id }) => nameOf(kind, id))
    }
    expect(await kept()).toEqual([])
    await publish()
    await join(0, [90])
    await join(1, [20, 30, 40, 30, 20])
    expect(await kept()).toEqual(['park 0', 'park 1'])
  })

  test('is the newest figure that was shown, of however many releases', async () => {
    await join(0, [40, 50, 60, 50, 50])
    await join(1, [80, 70, 75, 75, 75])
    await publish()
    await join(0, [30, 40, 50, 60, 45])
    const second = await publish()
    await join(0, [90])
    await join(1, [20, 30, 40, 30, 20])
    await publish()
    expect(humanOf(await heatmap())).toEqual([
      ['programme', 21, 51, null, null],
      ['park 0', 10, 48, null, earlier(second, 11)],
      ['park 1', 5, 75, null, earlier(second, 10)],
    ])
  })

  test('is noted too in a database from before this was noted', async () => {
    await publishChangeTwice()
    const read = async () => [await heatmap(), (await manager.get(`${base}/slopes`)).as(Slopes)]
    const before = await read()
    const migrator = new Migrator({ db: api.database.db.withoutPlugins(), provider: migrations })
    expect((await migrator.migrateTo('0033_row_level_security')).error).toBeUndefined()
    expect(await migrate(api.database)).toContain('0034_standing_figures')
    expect(await read()).toEqual(before)
  })

  test('stands with its date when companies withdrew, on a park where few are left as on one where nobody is', async () => {
    const some = await join(0, [40, 50, 60, 50, 50, 50])
    await join(
      1,
      Array.from({ length: 50 }, (_, index) => 30 + index),
    )
    const first = await publish()
    await leave(some.slice(0, 2))
    await join(1, [20, 30, 40, 30, 20])
    await publish()
    expect(humanOf(await heatmap())).toContainEqual(['park 0', 6, 50, null, earlier(first, 4, 'too-few')])
    await leave(some)
    await join(1, [35, 45])
    await publish()
    expect(humanOf(await heatmap())).toContainEqual(['park 0', 6, 50, null, earlier(first, 0, 'too-few')])
  })

  /** Ten companies change from one quarter to the next; then one of the first park and five of the second came in both. */
  async function publishChangeTwice(): Promise<ProgrammeReleaseSummary> {
    const [a, b] = [await join(0, [40, 50, 60, 50, 50], Q3), await join(1, [80, 70, 75, 75, 75], Q3)]
    await publish(Q3)
    await give(a, [50, 60, 70, 60, 60])
    await give(b, [85, 75, 80, 80, 80])
    const first = await publish()
    await give(await join(0, [30], Q3), [80])
    await give(await join(1, [50, 60, 40, 50, 45], Q3), [55, 65, 45, 55, 50])
    await publish()
    return first
  }

  test('keeps a change as one release told it, then and now together', async () => {
    const first = await publishChangeTwice()
    const slopes = (await manager.get(`${base}/slopes`)).as(Slopes)
    expect(slopes.rows.map(({ kind, id, cells }) => [nameOf(kind, id), cells[0]])).toMatchObject([
      ['programme', { n: 16, thenMean: 56, nowMean: 66, earlier: null }],
      ['park 0', { n: 5, thenMean: 50, nowMean: 60, reason: null, earlier: earlier(first, 6) }],
      ['park 1', { n: 5, thenMean: 75, nowMean: 80, reason: null, earlier: earlier(first, 10) }],
    ])
  })

  test('is on the public page and in its downloads, which say of which publication it is', async () => {
    await join(0, [40, 50, 60, 50, 50])
    await join(1, [80, 70, 75, 75, 75])
    await publish()
    await manager.put(`${base}/page`, PAGE)
    const visit = (path: string, headers: Record<string, string> = {}) =>
      api.nobody.with({ accept: 'text/html', ...headers }).get(`/p/valley${path}`)
    const before = await visit('/en')
    expect(before.text).not.toContain('From the publication of')
    await join(0, [90])
    await join(1, [20, 30, 40, 30, 20])
    await publish()
    const after = await visit('/en', { 'if-none-match': String(before.headers['etag']) })
    expect(after.status).toBe(200)
    expect(after.text).toContain(
      '* From the publication of 2 November 2026 (number 1), because too few companies changed since.',
    )
    expect(after.text).toMatch(/>50\* <small>of 5<\/small>/)
    expect((await visit('')).text).toContain(
      '* Uit de publicatie van 2 november 2026 (nummer 1), omdat sindsdien te weinig bedrijven veranderden.',
    )
    const lines = (await visit('/data.csv')).text.split('\r\n')
    expect(lines.filter((line) => line.startsWith(`${Q4};1;now;park;`))).toHaveLength(12)
    expect(lines.filter((line) => line.startsWith(`${Q4};2;now;programme;`))).toHaveLength(6)
    const { rows } = PublicRows.parse(JSON.parse((await visit('/data.json')).text))
    expect(after.text.match(/<td class="count">[^<]*<\/td>/g)).toEqual([
      '<td class="count">16</td>',
      '<td class="count">6</td>',
      '<td class="count">10</td>',
    ])
    expect(rows.find(({ id }) => id === parks[0]?.id)?.cells[0]).toEqual({
      n: 5,
      mean: 50,
      earlier: { release: expect.objectContaining({ number: 1, period: Q4 }), because: 'complement' },
    })
  })
})
