import { describe, expect, test } from 'vitest'
import type { Database } from '../../server/db/open.ts'
import { lockOrganisationById } from '../../server/db/queries/organisations.ts'
import { replayErasures } from '../../server/services/erasures.ts'
import { eraseDueOrganisations } from '../../server/services/organisation-erasure.ts'
import { startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { untilWaiting } from '../support/held-table.ts'
import { fillEveryTable, PROGRAMME_TABLES } from '../support/programme-tables.ts'

describe.each(DATABASES)('erasing what belongs to a programme, on $name', ({ open }) => {
  const rowsOf = async ({ db }: Database) => {
    const counts: Record<string, number> = {}
    for (const table of [...PROGRAMME_TABLES, 'participation', 'organisation'] as const)
      counts[table] = (await db.selectFrom(table).selectAll().execute()).length
    return counts
  }
  const erase = async ({ database, deps, clock }: TestApp, organisationId: string) => {
    const at = clock.now().toISOString()
    await database.db
      .insertInto('erasureRequest')
      .values({ organisationId, requestedBy: 'somebody', requestedAt: at, dueAt: at })
      .execute()
    await eraseDueOrganisations({ ...deps, now: clock.now })
  }

  test('the programme itself leaves no row of it or its parks, and every company', async () => {
    const api = await startAppForTest(open)
    const { programme } = await fillEveryTable(api.database.db)
    const before = await rowsOf(api.database)
    expect(Object.entries(before).filter(([, n]) => n === 0)).toEqual([])
    await erase(api, programme.id)
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
    await erase(api, id)
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
      const started = erase(api, id)
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
    await erase(api, parks[0]?.id ?? '')
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
