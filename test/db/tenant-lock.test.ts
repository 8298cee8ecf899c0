import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { buildApp } from '../../server/app.ts'
import { type Database, migrate, openDatabase } from '../../server/db/open.ts'
import { Sight, seeingAlso, seeingEvery, seeingOnly, within } from '../../server/db/tenant-lock.ts'
import { MEMBERS } from '../../server/plugins/access.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { Client, OWN_ORIGIN } from '../support/client.ts'
import { temporaryPostgres } from '../support/databases.ts'
import { openWithoutFirstLock } from '../support/first-lock.ts'
import { fillOrganisation } from '../support/full-organisation.ts'
import { gatherPeople, type People } from '../support/people.ts'
import { addressOf, EVENT_STREAM, MISSING, routesOf } from '../support/routes.ts'

interface TenantTable {
  readonly name: string
  readonly enabled: boolean
  readonly forced: boolean
  readonly policies: number
}

/** Tables that name an organisation and are read before it is known whose request it is, or tell of several. */
const OPEN_TABLES =
  /^(credential|invitation|calendar_feed|mail|audit_head|password_reset|reminder_stop|consent|participation|programme_invitation)$/

/** The second lock of PostgreSQL, tried with the first one taken away. */
describe('row-level security', () => {
  let place: Awaited<ReturnType<typeof temporaryPostgres>>
  let database: Database
  let api: TestApp
  let people: People
  let tables: readonly TenantTable[]

  beforeAll(async () => {
    place = await temporaryPostgres()
    database = await openDatabase({ databaseUrl: place.url, dataDir: '' })
    await migrate(database)
    api = await startApp(database)
    people = await gatherPeople(api)
    await fillOrganisation(api, people.alice, people.bakery, 'amandel')
    await fillOrganisation(api, people.carol, people.mill, 'zwaluw')
    tables = await tenantTables()
  })
  afterAll(async () => {
    await api.close()
    await database.close()
    await place.remove()
  })

  async function tenantTables(): Promise<TenantTable[]> {
    const { rows } = await sql<TenantTable>`
      select relation.relname as name, relation.relrowsecurity as enabled, relation.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy where polrelid = relation.oid and polcmd = '*') as policies
      from pg_index key join pg_class relation on relation.oid = key.indrelid
      join pg_attribute first on first.attrelid = relation.oid and first.attnum = key.indkey[0]
      where key.indisprimary and first.attname = 'organisation_id' and relation.relnamespace = 'public'::regnamespace
      order by 1`.execute(database.db.withoutPlugins())
    return rows
  }
  const rowsOf = async (table: string): Promise<Record<string, unknown>[]> =>
    (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(database.db.withoutPlugins())).rows

  test('is on for every table of organisations, whoever owns it: a migration that makes one calls lockTenantTables', () => {
    expect(tables.length).toBeGreaterThan(35)
    expect(tables.filter(({ enabled, forced, policies }) => !enabled || !forced || policies !== 1)).toEqual([])
  })

  test('every other table that names an organisation is one of those in which it is looked up', async () => {
    const all = await database.db.withoutPlugins().introspection.getTables()
    const naming = all.filter(({ columns }) => columns.some(({ name }) => name === 'organisation_id'))
    const open = naming.map(({ name }) => name).filter((name) => !tables.some((table) => table.name === name))
    expect(open.filter((name) => !OPEN_TABLES.test(name))).toEqual([])
  })

  test('a query without a condition sees rows of the own organisation only, in every table, and both have rows', async () => {
    const { bakery, mill } = people
    let seen = 0
    for (const { name } of tables) {
      const all = await seeingEvery(() => rowsOf(name))
      const own = await seeingOnly([bakery], () => rowsOf(name))
      expect([name, own]).toEqual([name, all.filter((row) => row['organisation_id'] === bakery)])
      if (all.some((row) => row['organisation_id'] === mill) && own.length > 0) seen += 1
    }
    expect(seen).toBeGreaterThan(30)
    console.log(`second lock: ${tables.length} tables, ${seen} of them with rows of both organisations`)
  })

  test('a change or a deletion without a condition reaches no row of another, in every table', async () => {
    for (const { name } of tables.filter((table) => table.name !== 'audit_event')) {
      const others = (await rowsOf(name)).filter((row) => row['organisation_id'] !== people.bakery).length
      const undone = new Error('taken back')
      const attempt = seeingOnly([people.bakery], () =>
        database.db
          .withoutPlugins()
          .transaction()
          .execute(async (trx) => {
            const changed = sql`update ${sql.table(name)} set organisation_id = organisation_id returning organisation_id as id`
            for (const { id } of (await changed.execute(trx)).rows as { id: string }[]) expect(id).toBe(people.bakery)
            // An experiment holds its party.
            if (name === 'network_party') await sql`delete from experiment`.execute(trx)
            await sql`delete from ${sql.table(name)}`.execute(trx)
            const { rows } = await seeingEvery(() => sql`select from ${sql.table(name)}`.execute(trx))
            expect([name, rows.length]).toEqual([name, others])
            throw undone
          }),
      )
      await expect(attempt).rejects.toBe(undone)
    }
  })

  test('a row of another is refused, and a row cannot be given to another, in every table', async () => {
    const plain = database.db.withoutPlugins()
    const refused = { code: '42501' }
    for (const { name } of tables) {
      const row = sql`insert into ${sql.table(name)} (organisation_id) values (${people.mill})`
      await expect(
        seeingOnly([people.bakery], () => row.execute(plain)),
        name,
      ).rejects.toMatchObject(refused)
    }
    const given = sql`update target set organisation_id = ${people.mill}`
    await expect(seeingOnly([people.bakery], () => given.execute(plain))).rejects.toMatchObject(refused)
  })

  test('a connection that was told nothing sees nothing: psql as the same role, or code that goes past the lock', async () => {
    const client = new pg.Client({ connectionString: place.url })
    await client.connect()
    for (const { name } of tables) {
      expect((await client.query(`select from "${name}"`)).rowCount).toBe(0)
    }
    await client.query(`set meervoud.organisations = '*'`)
    expect((await client.query('select from round')).rowCount).toBeGreaterThan(0)
    await client.end()
  })

  test('holds from statement to statement: inside a transaction, after one that failed, and for many at once', async () => {
    const { bakery, mill } = people
    const idsOf = async (db: Database['db']) =>
      (
        await sql<{ id: string }>`select distinct organisation_id as id from round order by 1`.execute(
          db.withoutPlugins(),
        )
      ).rows.map(({ id }) => id)
    const { db } = database
    await db.transaction().execute(async (trx) => {
      expect(await seeingOnly([bakery], () => idsOf(trx))).toEqual([bakery])
      expect(await seeingOnly([mill], () => idsOf(trx))).toEqual([mill])
      expect(await seeingOnly([mill], () => seeingAlso([bakery], () => idsOf(trx)))).toEqual([bakery, mill].sort())
    })
    for (let round = 0; round < 30; round += 1) {
      const failing = seeingOnly([round % 2 === 0 ? bakery : mill], () =>
        db.transaction().execute(async (trx) => {
          await seeingOnly([mill], () => idsOf(trx))
          await sql`select no_such_column from round`.execute(trx)
        }),
      )
      const reading = Array.from({ length: 12 }, (_, index) => {
        const own = index % 2 === 0 ? bakery : mill
        return seeingOnly([own], () => idsOf(db)).then((ids) => expect(ids).toEqual([own]))
      })
      await expect(failing).rejects.toMatchObject({ code: '42703' })
      await Promise.all(reading)
    }
    const sight = new Sight()
    await within(sight, async () => {
      expect(await idsOf(db)).toHaveLength(2)
      sight.narrowTo(mill)
      expect(await idsOf(db)).toEqual([mill])
    })
  })

  test('inside a request only the organisation of the address is there, also after a body was read', async () => {
    const app = await buildApp(api.deps)
    const everything = async () => {
      const found = await Promise.all(tables.map(({ name }) => rowsOf(name)))
      return JSON.stringify(found)
    }
    const config = { policy: MEMBERS }
    app.get('/api/organisations/:org/everything', { config }, everything)
    app.post(
      '/api/organisations/:org/everything',
      { config, schema: { body: z.object({ body: z.string() }) } },
      everything,
    )
    await app.ready()
    const headers = { ...people.alice.client.headers, origin: OWN_ORIGIN }
    const url = `/api/organisations/${people.bakery}/everything`
    for (const ask of [
      { method: 'GET', url, headers },
      { method: 'POST', url, headers, payload: { body: 'x'.repeat(200_000) } },
    ] as const) {
      const { body, statusCode } = await app.inject(ask)
      expect(statusCode).toBe(200)
      expect(body).toContain('amandel')
      expect(body).not.toContain('zwaluw')
      expect(body).not.toContain(people.mill)
    }
    await app.close()
  })

  test('with the organisation taken out of every query, no page of the one tells anything of the other', async () => {
    const open = openWithoutFirstLock(place.url)
    const careless = await startApp(open)
    const switchAll = async (to: 'enable' | 'disable') => {
      for (const { name } of tables)
        await sql`alter table ${sql.table(name)} ${sql.raw(to)} row level security`.execute(
          database.db.withoutPlugins(),
        )
    }
    await switchAll('disable')
    const withoutAny = await crawl(careless)
    await switchAll('enable')
    const withSecond = await crawl(careless)
    expect(open.removed()).toBeGreaterThan(500)
    // What the second lock is for; where it is gone too, this crawl finds it.
    expect(withoutAny.leaks.length).toBeGreaterThan(10)
    expect(withSecond.leaks).toEqual([])
    expect(withSecond.own.length).toBeGreaterThan(15)
    console.log(
      `no first lock: ${withoutAny.leaks.length} routes tell of another organisation, with the second lock none`,
    )
    await careless.close()
    await open.close()
  })

  /** Every page of the bakery as its owner, with ids of its own and with ids of the mill. */
  async function crawl({ app }: TestApp): Promise<{ leaks: string[]; own: string[] }> {
    const alice = new Client(app, people.alice.client.headers)
    const [leaks, own] = [new Set<string>(), new Set<string>()]
    for (const organisationId of [people.bakery, people.mill]) {
      const ids = await idsOfObjects(organisationId)
      for (const route of routesOf(app).filter(({ method, key }) => method === 'GET' && key !== EVENT_STREAM)) {
        const objects = route.objects.map((name) => [name, ids.get(name) ?? MISSING])
        const { text } = await alice.get(addressOf(route, { ...Object.fromEntries(objects), org: people.bakery }))
        if (text.includes('zwaluw')) leaks.add(route.key)
        if (text.includes('amandel')) own.add(route.key)
      }
    }
    return { leaks: [...leaks], own: [...own] }
  }

  /** One object of each kind by the name that addresses give it; the release is one of the round. */
  async function idsOfObjects(organisationId: string): Promise<Map<string, unknown>> {
    const ids = new Map<string, unknown>()
    for (const { name } of tables) {
      const row = (await rowsOf(name)).find((one) => one['organisation_id'] === organisationId)
      ids.set(name.replace(/^network_|^evidence_/, ''), row?.['id'])
    }
    const release = (await rowsOf('release')).find((row) => row['organisation_id'] === organisationId)
    return ids.set('release', release?.['id']).set('round', release?.['round_id'])
  }
})
