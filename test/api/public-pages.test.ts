import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { ProgrammePage } from '../../server/contract/programme-pages.ts'
import { ToldTookPart, TookPart } from '../../server/contract/programme-releases.ts'
import { deleteOrganisation } from '../../server/db/queries/erasures.ts'
import { seeingEvery } from '../../server/db/tenant-lock.ts'
import { startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { whileTableIsHeld } from '../support/held-table.ts'
import {
  addCompanies,
  addParks,
  addRegions,
  contribute,
  fillProgramme,
  scoresOfNow,
} from '../support/programme-data.ts'
import { signedIn } from '../support/world-sign-ins.ts'

const HTML = { accept: 'text/html' }
const SETTINGS = {
  slug: 'groene-vallei',
  title: { nl: 'De groene vallei', en: 'The green valley' },
  about: { nl: 'Een proef <b>met</b> 12 parken.', en: 'A trial.' },
  licence: 'CC-BY-4.0',
  contact: 'vallei@example.org',
  accent: '#1b6b3a',
  shown: true,
  revision: 0,
} as const

/** What a download says of counts. */
const Public = z.object({
  whoTookPart: TookPart,
  rows: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      name: z.string().nullable(),
      tookPart: ToldTookPart.nullable(),
      cells: z.array(z.object({ dimension: z.string(), n: z.int().nullable(), nReason: z.string().nullable() })),
    }),
  ),
})

describe.each(DATABASES)('the public page of a programme, on $name', ({ open }) => {
  let api: TestApp
  let manager: Client
  let org: string
  let overseerId: string
  let companyIds: readonly string[]

  beforeEach(async () => {
    api = await startAppForTest(open)
    const { programme, companies } = await fillProgramme(api.database.db, {
      companies: 17,
      parks: 3,
      periods: ['2026-Q3'],
    })
    org = programme.id
    overseerId = programme.staff.overseer
    companyIds = companies.map(({ id }) => id)
    manager = await signedIn(api, programme.staff.owner)
  })

  const save = (change: object = {}) =>
    manager.put(`/api/organisations/${org}/programme/page`, { ...SETTINGS, ...change })
  const publish = () => manager.post(`/api/organisations/${org}/programme/releases`, { period: '2026-Q3' })
  const visit = (path: string, headers: Record<string, string> = HTML) => api.nobody.with(headers).get(path)

  test('shows what was published to everybody, in two languages, and text that people typed stays text', async () => {
    expect((await publish()).status).toBe(201)
    const page = (await save()).as(ProgrammePage)
    expect(page.url).toMatch(/\/p\/groene-vallei$/)
    const dutch = await visit('/p/groene-vallei')
    expect(dutch.status).toBe(200)
    expect(dutch.headers['cache-control']).toBe('public, max-age=300')
    expect(dutch.headers['set-cookie']).toBeUndefined()
    expect(dutch.text).toContain('<html lang="nl">')
    expect(dutch.text).toContain('Een proef &lt;b&gt;met&lt;/b&gt; 12 parken.')
    expect(dutch.text).not.toContain('<script')
    expect((await visit('/p/groene-vallei/en')).text).toContain('The green valley')
  })

  test('answers "not modified" to who has it already, and gives the figures as CSV and JSON under the licence', async () => {
    await publish()
    await save()
    const { headers } = await visit('/p/groene-vallei')
    expect((await visit('/p/groene-vallei', { ...HTML, 'if-none-match': String(headers['etag']) })).status).toBe(304)
    const csv = await visit('/p/groene-vallei/data.csv', {})
    expect(csv.text.split('\r\n')[0]).toContain(
      'period;release;horizon;kind;id;name;capital;companies;companies_reason;mean',
    )
    const json = JSON.parse((await visit('/p/groene-vallei/data.json', {})).text)
    expect(json).toMatchObject({ licence: { name: 'CC-BY-4.0' }, release: { period: '2026-Q3', number: 1 } })
    for (const id of companyIds) expect(csv.text + JSON.stringify(json)).not.toContain(id)
  })

  test('takes along the moment and the quarter that somebody chose: into downloads and into the other language', async () => {
    const { db } = api.database
    const size = { companies: 10, parks: 1, periods: ['2026-Q3'], horizons: ['now', 'ahead'] }
    const made = await fillProgramme(db, size)
    const own = await signedIn(api, made.programme.staff.owner)
    const path = `/api/organisations/${made.programme.id}/programme`
    expect((await own.post(`${path}/releases`, { period: '2026-Q3' })).status).toBe(201)
    await own.put(`${path}/page`, { ...SETTINGS, slug: 'two-moments' })
    const { text } = await visit('/p/two-moments?period=2026-Q3&horizon=ahead')
    const links = [...text.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
    const file = links.find((href) => href.includes('data.json')) ?? ''
    expect(JSON.parse((await visit(file, {})).text)).toMatchObject({ horizon: 'ahead' })
    expect(links).toContain('/p/two-moments/en?period=2026-Q3&horizon=ahead')
    expect((await visit('/p/two-moments')).text).toContain('href="/p/two-moments/en"')
  })

  test('gives a park that went after the publication words, and no id', async () => {
    await publish()
    await save()
    const { db } = api.database
    const { id } = await db
      .selectFrom('organisation')
      .innerJoin('parkFact', 'parkFact.organisationId', 'organisation.id')
      .select('organisation.id')
      .where('parkFact.programmeId', '=', org)
      .executeTakeFirstOrThrow()
    await seeingEvery(() => db.transaction().execute((trx) => deleteOrganisation(trx, id)))
    const { text } = await visit('/p/groene-vallei/en')
    expect(text).toContain('A park without a name')
    expect(text).not.toContain(id)
  })

  test('does not say how many companies there are on a park with fewer than five, and says it of the whole', async () => {
    const { json, page, counts, csv } = await told()
    expect(json.whoTookPart).toEqual({ joined: 18, contributed: 18 })
    expect(json.rows.map(({ name, tookPart }) => [name, tookPart?.contributed.count])).toContainEqual([
      'The lone park',
      null,
    ])
    expect(page).toContain('18 companies chose to take part.')
    expect(counts.slice(0, 5)).toEqual(['18', '6', '6', '5', 'fewer than 5 companies'])
    expect(csv).toContain('park;The lone park;;fewer-than-five')
    expect(csv).toContain('programme;;18;')
  })

  test('has no row for a sector or a region with fewer than five: a row alone would say that its one company gave figures', async () => {
    const { json, csv } = await told()
    const rows = json.rows.map(({ kind, id }) => `${kind} ${id}`)
    expect(rows.filter((row) => /^(sector|region)/.test(row))).toEqual(['region GM9000', 'region GM9001', 'sector C'])
    expect(csv.filter((line) => /^(sector|region)/.test(line)).join()).not.toContain('fewer-than-five')
  })

  /** What everybody reads of counts, in a programme with a park of one company, alone in its sector and region too. */
  async function told() {
    const { db } = api.database
    const made = await fillProgramme(db, { companies: 17, parks: 3, periods: ['2026-Q3'], sectors: 1 })
    const parks = await addParks(db, made.programme.id, 1, (await addRegions(db, 3)).slice(2))
    const name = 'The lone park'
    await db
      .updateTable('organisation')
      .set({ name })
      .where('id', '=', parks[0]?.id ?? '')
      .execute()
    const lone = (await addCompanies(db, made.programme.id, parks, 1, 1)).map((one) => ({ ...one, sector: 'B' }))
    await contribute(db, made.programme.id, lone, { period: '2026-Q3', scoresOf: () => scoresOfNow(55) })
    const own = await signedIn(api, made.programme.staff.owner)
    const slug = 'one-company'
    const path = `/api/organisations/${made.programme.id}/programme`
    expect((await own.post(`${path}/releases`, { period: '2026-Q3' })).status).toBe(201)
    expect((await own.put(`${path}/page`, { ...SETTINGS, slug })).status).toBe(200)
    const json = Public.parse(JSON.parse((await visit(`/p/${slug}/data.json`, {})).text))
    const { text } = await visit(`/p/${slug}/en`)
    const lines = (await visit(`/p/${slug}/data.csv`, {})).text.split('\r\n').map((line) => line.split(';'))
    return {
      json,
      csv: lines.map((line) => [line[3], line[5], line[7], line[8]].join(';')),
      counts: [...text.matchAll(/<td class="count">(.*?)<\/td>/g)].map(([, count]) => count),
      page: text.slice(text.indexOf('id="figures"'), text.indexOf('<nav')),
    }
  }

  test('is not there before it is shown, after it is hidden, and under a name that was never one', async () => {
    const missing = await visit('/p/nothing-at-all')
    await save({ shown: false })
    const hidden = await visit('/p/groene-vallei')
    expect([hidden.status, hidden.text]).toEqual([404, missing.text])
    await save({ revision: 1 })
    expect((await visit('/p/groene-vallei')).text).toContain('Er is nog niets gepubliceerd')
    expect((await visit('/p/groene-vallei/data.csv?period=1999-Q1', {})).refusal).toBe('not-found')
    for (const mistyped of ['/p/Groene-Vallei', '/p/groene-vallei?period=last'])
      expect((await visit(mistyped)).text, 'a page to read').toBe(missing.text)
    await save({ revision: 2, shown: false })
    expect((await visit('/p/groene-vallei/en')).status).toBe(404)
  })

  test('names companies that said yes to that, and no others', async () => {
    await publish()
    await save()
    const { db } = api.database
    const names = await db
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('id', 'in', [...companyIds])
      .execute()
    const [yes, withdrew] = companyIds
    const act = (companyId: string | undefined, number: number, given: boolean) =>
      db.insertInto('consent').values({
        id: crypto.randomUUID(),
        programmeId: org,
        companyId: companyId ?? '',
        number,
        purpose: 'public',
        act: given ? 'given' : 'withdrawn',
        statement: 'public-1',
        locale: 'nl',
        at: '2030-01-01T00:00:00.000Z',
        userId: null,
      })
    await act(yes, 91, true).execute()
    await act(withdrew, 91, true).execute()
    await act(withdrew, 92, false).execute()
    const { text } = await visit('/p/groene-vallei')
    const listed = text.slice(text.indexOf('class="companies"'))
    const shown = names.filter(({ name }) => listed.includes(`<li>${name}<`) || listed.includes(`<li>${name},`))
    expect(shown.map(({ id }) => id)).toEqual([yes])
  })

  test.each([
    ['without an address', { slug: null }, 'page-without-address'],
    ['in a colour that cannot be read', { accent: '#ffee00' }, 'accent-not-readable'],
    ['over what somebody else wrote meanwhile', { revision: 7 }, 'edited-meanwhile'],
    ['under an address that is none', { slug: 'Groene Vallei' }, 'invalid-request'],
  ])('is not saved %s', async (_, change, refusal) => {
    expect((await save(change)).refusal).toBe(refusal)
    expect((await visit('/p/groene-vallei')).status).toBe(404)
  })

  test('has an address of its own: a second programme cannot take it', async () => {
    await save()
    const { programme } = await fillProgramme(api.database.db, { companies: 1, parks: 1, periods: [] })
    const other = await signedIn(api, programme.staff.owner)
    const reply = await other.put(`/api/organisations/${programme.id}/programme/page`, SETTINGS)
    expect(reply.refusal).toBe('slug-taken')
  })

  test('two programmes that take one address at the same moment do not both have it', async () => {
    const { programme } = await fillProgramme(api.database.db, { companies: 1, parks: 1, periods: [] })
    const other = await signedIn(api, programme.staff.owner)
    const path = `/api/organisations/${programme.id}/programme/page`
    const replies = await whileTableIsHeld(api.database, 'programme', 2, () =>
      Promise.all([save(), other.put(path, SETTINGS)]),
    )
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  test('is set by managers only: others of the programme read the settings', async () => {
    await save()
    const overseer = await signedIn(api, overseerId)
    expect((await overseer.get(`/api/organisations/${org}/programme/page`)).as(ProgrammePage).slug).toBe(
      'groene-vallei',
    )
    expect((await overseer.put(`/api/organisations/${org}/programme/page`, SETTINGS)).refusal).toBe('not-allowed')
  })
})
