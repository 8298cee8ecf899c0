import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ParkMade } from '../../server/contract/parks.ts'
import { Heatmap, Themes } from '../../server/contract/programme-figures.ts'
import { ProgrammePreview, ProgrammeReleaseSummary } from '../../server/contract/programme-releases.ts'
import { forgetInProgrammes } from '../../server/db/queries/contributions.ts'
import { erase } from '../../server/services/erasures.ts'
import { startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import {
  addCompanies,
  addParks,
  addProgramme,
  contribute,
  type MadeCompany,
  scoresOfNow,
} from '../support/programme-data.ts'
import { signedIn } from '../support/world-sign-ins.ts'

const Q4 = '2026-Q4'
const SCORES = [40, 52, 61, 33, 70, 58]

/** A programme with its manager, and a park on which companies of another programme stand too. */
interface Side {
  readonly id: string
  readonly manager: Client
  readonly base: string
  readonly give: (companies: readonly MadeCompany[], scores?: readonly number[], theme?: boolean) => Promise<void>
}

async function side(
  api: TestApp,
  name: string,
): Promise<Side & { readonly join: (n: number) => Promise<MadeCompany[]> }> {
  const { db } = api.database
  const { id, staff } = await addProgramme(db, name)
  const parks = await addParks(db, id, 1)
  const [park] = parks
  if (park === undefined) throw new Error('there is a park')
  return {
    id,
    manager: await signedIn(api, staff.owner),
    base: `/api/organisations/${id}/programme`,
    join: (n) => addCompanies(db, id, parks, n, 0),
    give: (companies, scores = SCORES, theme = false) =>
      contribute(
        db,
        id,
        companies.map((one) => ({ ...one, park })),
        {
          period: Q4,
          scoresOf: (_, index) => scoresOfNow(scores[index % scores.length] ?? 50),
          themesOf: () => (theme ? ['human'] : []),
        },
      ),
  }
}

describe.each(DATABASES)('two programmes with the same companies, on $name', ({ open }) => {
  const publish = ({ manager, base }: Side) => manager.post(`${base}/releases`, { period: Q4 })
  const meanOf = async ({ manager, base }: Side) =>
    (await manager.get(`${base}/heatmap`)).as(Heatmap).rows[0]?.cells[0]?.mean

  test('do not publish two means of which the difference is one company', async () => {
    const api = await startAppForTest(open)
    const [valley, hills] = [await side(api, 'Valley'), await side(api, 'Hills')]
    const six = await valley.join(6)
    await valley.give(six)
    await hills.give(six.slice(0, 5))
    expect((await publish(valley)).status).toBe(201)
    expect((await hills.manager.get(`${hills.base}/releases/preview`)).as(ProgrammePreview)).toMatchObject({
      outcome: 'nothing-yet',
      earlier: null,
      rows: [],
    })
    expect((await publish(hills)).refusal).toBe('nothing-to-publish')
    expect(await meanOf(hills)).toBeUndefined()
  })

  test('publish both when the same companies are in both, or five and more are in one alone', async () => {
    const api = await startAppForTest(open)
    const [valley, hills, dunes] = [await side(api, 'Valley'), await side(api, 'Hills'), await side(api, 'Dunes')]
    const six = await valley.join(6)
    for (const one of [valley, hills]) {
      await one.give(six)
      expect((await publish(one)).status).toBe(201)
    }
    await dunes.give([...six, ...(await dunes.join(5))])
    expect((await publish(dunes)).status).toBe(201)
    expect([await meanOf(valley), await meanOf(hills), await meanOf(dunes)]).toEqual([52, 52, 52])
    // Once more says the same, although others published in between.
    expect((await publish(valley)).as(ProgrammeReleaseSummary).number).toBe(1)
  })

  test('publish both when one or two companies are in both: a large programme does not wait for a small one', async () => {
    const api = await startAppForTest(open)
    const [valley, hills] = [await side(api, 'Valley'), await side(api, 'Hills')]
    const [nine, many] = [await valley.join(9), await hills.join(20)]
    await valley.give(nine)
    await hills.give([...nine.slice(0, 2), ...many])
    for (const one of [valley, hills]) expect((await publish(one)).status).toBe(201)
    const dunes = await side(api, 'Dunes')
    await dunes.give([...nine.slice(0, 3), ...(await dunes.join(6))])
    expect((await publish(dunes)).refusal).toBe('nothing-to-publish')
  })

  test('publish at the same moment as if one came after the other', async () => {
    const api = await startAppForTest(open)
    const [valley, hills] = [await side(api, 'Valley'), await side(api, 'Hills')]
    const six = await valley.join(6)
    await valley.give(six)
    await hills.give(six.slice(0, 5))
    const replies = await Promise.all([publish(valley), publish(hills)])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })

  test('tell once what companies agreed on', async () => {
    const api = await startAppForTest(open)
    const [valley, hills] = [await side(api, 'Valley'), await side(api, 'Hills')]
    const twelve = await valley.join(12)
    for (const one of [valley, hills]) {
      await one.give(twelve, SCORES, true)
      expect((await publish(one)).status).toBe(201)
    }
    const themesOf = async ({ manager, base }: Side) => (await manager.get(`${base}/themes`)).as(Themes).themes.length
    expect([await themesOf(valley), await themesOf(hills)]).toEqual([6, 0])
  })

  test('remember a programme that was erased: nobody publishes the quarter of three or more of its companies again', async () => {
    const api = await startAppForTest(open)
    const [valley, hills, dunes] = [await side(api, 'Valley'), await side(api, 'Hills'), await side(api, 'Dunes')]
    const six = await valley.join(6)
    await valley.give(six)
    expect((await publish(valley)).status).toBe(201)
    await erase(api.deps, { kind: 'organisation', erased: valley.id }, null)
    await hills.give(six.slice(0, 5))
    expect((await publish(hills)).refusal).toBe('nothing-to-publish')
    await dunes.give([...six.slice(0, 2), ...(await dunes.join(5))])
    expect((await publish(dunes)).status).toBe(201)
  })

  test('remember a company that was erased as one and the same', async () => {
    const api = await startAppForTest(open)
    const { db } = api.database
    const [valley, hills] = [await side(api, 'Valley'), await side(api, 'Hills')]
    const eleven = await valley.join(11)
    for (const one of [valley, hills]) {
      await one.give(eleven, [20, 35, 50, 65, 80])
      expect((await publish(one)).status).toBe(201)
    }
    const gone = eleven.slice(0, 5).map(({ id }) => id)
    await db.deleteFrom('contribution').where('companyId', 'in', gone).execute()
    await db.transaction().execute((trx) => forgetInProgrammes(trx, gone[0] ?? '', randomUUID()))
    // The five who went are in no table of now, and together in both of before.
    expect((await publish(valley)).status).toBe(201)
  })

  test('call a region by their own word, and never by one of the other', async () => {
    const api = await startAppForTest(open)
    const { db } = api.database
    const [valley, hills] = [await side(api, 'Valley'), await side(api, 'Hills')]
    const region = { regionCode: 'GM0268' }
    const add = async ({ manager, base }: Side, name: string, municipality: string | null) => {
      const { id } = (await manager.post(`${base}/parks`, { name, municipality, ...region })).as(ParkMade)
      return { id, name, ...region }
    }
    await add(valley, 'North', 'What the valley calls it')
    const park = await add(hills, 'South', null)
    const companies = await addCompanies(db, hills.id, [park], 6, 0)
    await contribute(db, hills.id, companies, { period: Q4, scoresOf: () => scoresOfNow(50) })
    const published = (await publish(hills)).as(ProgrammeReleaseSummary)
    const told = async () => [
      (await hills.manager.get(`${hills.base}/heatmap`)).text,
      (await hills.manager.get(`${hills.base}/parks`)).text,
      (await hills.manager.get(`${hills.base}/releases/${published.id}`)).text,
    ]
    for (const text of await told()) {
      expect(text).toContain('GM0268')
      expect(text).not.toContain('What the valley calls it')
    }
    await add(hills, 'West', 'Nijmegen')
    expect((await told())[0]).toContain('"name":"Nijmegen"')
  })
})
