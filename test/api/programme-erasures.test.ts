import { describe, expect, test } from 'vitest'
import type { Database } from '../../server/db/open.ts'
import { lockOrganisationById } from '../../server/db/queries/organisations.ts'
import { replayErasures } from '../../server/services/erasures.ts'
import { eraseDueOrganisations } from '../../server/services/organisation-erasure.ts'
import { newRound, startAppForTest, type TestApp } from '../support/app.ts'
import { closedRound, consentTo } from '../support/contributing.ts'
import { DATABASES } from '../support/databases.ts'
import { untilWaiting } from '../support/held-table.ts'
import { invitePerson } from '../support/people.ts'
import { inviteBy, participationOf, startValley, takePartAs, type Valley } from '../support/programme-invitations.ts'
import { fillEveryTable, PROGRAMME_TABLES } from '../support/programme-tables.ts'

/** Erases an organisation whose days of waiting are over. */
async function eraseAtOnce({ database, deps, clock }: TestApp, organisationId: string): Promise<void> {
  const at = clock.now().toISOString()
  await database.db
    .insertInto('erasureRequest')
    .values({ organisationId, requestedBy: 'somebody', requestedAt: at, dueAt: at })
    .execute()
  await eraseDueOrganisations({ ...deps, now: clock.now })
}

describe.each(DATABASES)('erasing what belongs to a programme, on $name', ({ open }) => {
  const rowsOf = async ({ db }: Database) => {
    const counts: Record<string, number> = {}
    for (const table of [...PROGRAMME_TABLES, 'participation', 'organisation'] as const)
      counts[table] = (await db.selectFrom(table).selectAll().execute()).length
    return counts
  }
  test('the programme itself leaves no row of it or its parks, and every company', async () => {
    const api = await startAppForTest(open)
    const { programme } = await fillEveryTable(api.database.db)
    const before = await rowsOf(api.database)
    expect(Object.entries(before).filter(([, n]) => n === 0)).toEqual([])
    await eraseAtOnce(api, programme.id)
    const { organisation, ...after } = await rowsOf(api.database)
    expect(Object.entries(after).filter(([, n]) => n > 0)).toEqual([])
    expect(organisation).toBe(6)
    expect(await replayErasures(api.database, api.deps.ledger), 'nothing is left to do').toBe(0)
  })

  test('a company leaves what was published, in which another id stands for it, and nothing else', async () => {
    const api = await startAppForTest(open)
    const { companies } = await fillEveryTable(api.database.db)
    const before = await rowsOf(api.database)
    const id = companies[0]?.id ?? ''
    await eraseAtOnce(api, id)
    expect(await rowsOf(api.database)).toEqual({
      ...before,
      contribution: 5,
      participation: 5,
      capitalOffer: 1,
      capitalMatch: 0,
      organisation: (before['organisation'] ?? 0) - 1,
    })
    const { db } = api.database
    const contributors = await db.selectFrom('programmeContributor').select('companyId').distinct().execute()
    expect(contributors).toHaveLength(6)
    expect(contributors.map(({ companyId }) => companyId)).not.toContain(id)
  })

  test('a company that is erased while a publication is stored is forgotten in that one too', async () => {
    const api = await startAppForTest(open)
    const { programme, companies } = await fillEveryTable(api.database.db)
    const { database } = api
    const id = companies[0]?.id ?? ''
    // As the last transaction of publishing: the programme is held, nothing had changed, and the release is written.
    const { erasing } = await database.db.transaction().execute(async (trx) => {
      await lockOrganisationById(trx, programme.id)
      const known = await trx.selectFrom('programmeContributor').selectAll().where('companyId', '=', id).execute()
      await trx
        .insertInto('programmeContributor')
        .values(known.map((row) => ({ ...row, tableKind: 'cohort-now' as const })))
        .execute()
      const started = eraseAtOnce(api, id)
      // SQLite has one connection, so that the erasure waits by itself.
      if (database.kind === 'postgres') await untilWaiting(database, 1)
      return { erasing: started }
    })
    await erasing
    const rows = await database.db.selectFrom('programmeContributor').select(['companyId', 'tableKind']).execute()
    expect(rows).toHaveLength(7)
    expect(rows.map(({ companyId }) => companyId)).not.toContain(id)
  })

  test('a park takes along who takes part on it, and leaves the other park and what was published', async () => {
    const api = await startAppForTest(open)
    const { parks } = await fillEveryTable(api.database.db)
    await eraseAtOnce(api, parks[0]?.id ?? '')
    expect(await rowsOf(api.database)).toMatchObject({
      parkFact: 1,
      participation: 3,
      contribution: 3,
      programmeRelease: 1,
      programmeCell: 1,
      programmeContributor: 6,
    })
  })
})

describe.each(DATABASES)('erasing what people made in a programme, on $name', ({ open }) => {
  type Emptied = 'parkFact' | 'participation' | 'consent' | 'contribution' | 'programmeInvitation'
  const rows = async ({ api: { database } }: Valley, table: Emptied) =>
    (await database.db.selectFrom(table).selectAll().execute()).length

  /** The butcher takes part in the north, with a consent; one link there is open. */
  async function startWithButcher() {
    const valley = await startValley(open)
    const { manager, id, org, parks } = valley
    await inviteBy(manager.client, org, { parkId: parks[0] })
    const { token } = await inviteBy(manager.client, org, { parkId: parks[0] })
    const butcher = await takePartAs(valley, token, 'Butcher')
    const path = `/api/organisations/${butcher.companyId}/participations/${id}`
    expect((await consentTo('named', butcher.client, path)).status).toBe(200)
    return { valley, manager: manager.client, butcher: { ...butcher, path } }
  }

  test('a programme takes its parks along, ends participations and leaves companies as they are', async () => {
    const { valley, manager, butcher } = await startWithButcher()
    const { api, id, parks } = valley
    const round = await newRound(butcher.client, butcher.companyId)
    const olga = await invitePerson(api, manager, parks[1] ?? '', { name: 'Olga', role: 'owner' })
    await eraseAtOnce(api, id)
    for (const table of ['parkFact', 'participation', 'consent', 'programmeInvitation'] as const)
      expect([table, await rows(valley, table)]).toEqual([table, 0])
    expect((await butcher.client.get(`/api/organisations/${butcher.companyId}/rounds/${round.id}`)).status).toBe(200)
    const left = await api.database.db.selectFrom('organisation').select('name').orderBy('name').execute()
    expect(
      left.map(({ name }) => name),
      'a park with an owner of its own stays',
    ).toEqual(["Alice's bakery", 'Butcher', 'South'])
    expect((await olga.client.get(`/api/organisations/${parks[1]}`)).status).toBe(200)
  })

  test('a park ends participation on it, and a company leaves the programme', async () => {
    const { valley, manager } = await startWithButcher()
    const { api, org, parks } = valley
    const { token } = await inviteBy(manager, org, { parkId: parks[1] })
    const baker = await takePartAs(valley, token, 'Baker')
    await eraseAtOnce(api, parks[0] ?? '')
    const seen = await participationOf(manager, org)
    expect(seen.parks.map(({ name, joined }) => [name, joined])).toEqual([['South', 1]])
    await eraseAtOnce(api, baker.companyId)
    expect((await participationOf(manager, org)).total.joined).toBe(0)
  })

  test('a company takes along what it gave to the programme, and its consents', async () => {
    const { valley, butcher } = await startWithButcher()
    const { api } = valley
    await closedRound(api, butcher.client, butcher.companyId, 4, { period: '2026-Q3' })
    expect((await consentTo('benchmark', butcher.client, butcher.path)).status).toBe(200)
    const tables = ['contribution', 'consent', 'participation'] as const
    for (const table of tables) expect([table, await rows(valley, table)]).not.toEqual([table, 0])
    await eraseAtOnce(api, butcher.companyId)
    for (const table of tables) expect([table, await rows(valley, table)]).toEqual([table, 0])
  })
})
