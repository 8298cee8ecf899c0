import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { listHolding } from '../../server/db/queries/consents.ts'
import { endRestoredAccess } from '../../server/db/queries/restored.ts'
import { startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { fillProgramme } from '../support/programme-data.ts'
import { fillEveryTable } from '../support/programme-tables.ts'

describe.each(DATABASES)('after a backup was put back, on $name', ({ open }) => {
  test('no company is counted by a consent that it may have withdrawn since: each gives it anew', async () => {
    const api = await startAppForTest(open)
    const { db } = api.database
    const { programme, companies } = await fillProgramme(db, { companies: 5, parks: 1, periods: ['2026-Q3'] })
    const companyId = companies[0]?.id ?? ''
    const consent = { programmeId: programme.id, companyId, purpose: 'named', act: 'given', number: 90 } as const
    const told = { statement: 'named-1', locale: 'nl', at: '2030-01-01T00:00:00.000Z', userId: null }
    await db
      .insertInto('consent')
      .values({ ...consent, ...told, id: randomUUID() })
      .execute()
    expect(await listHolding(db, companyId)).toContainEqual({ programmeId: programme.id, purpose: 'named' })
    await db.transaction().execute((trx) => endRestoredAccess(trx, new Date('2030-01-02T00:00:00.000Z')))
    expect(await listHolding(db, companyId)).toEqual([])
    expect(await db.selectFrom('contribution').select('id').execute()).toEqual([])
    // The ledger keeps both: what was given, and that it ended.
    const acts = await db.selectFrom('consent').select('act').where('purpose', '=', 'named').orderBy('number').execute()
    expect(acts.map(({ act }) => act)).toEqual(['given', 'withdrawn'])
  })

  test('no yes to a proposal counts that may have been taken back since; of what was agreed both know already', async () => {
    const { database } = await startAppForTest(open)
    const { db } = database
    await fillEveryTable(db)
    const yes = { offerSays: 'yes', offerContact: 'Anna' } as const
    await db.updateTable('capitalMatch').set(yes).execute()
    const restore = () =>
      db.transaction().execute((trx) => endRestoredAccess(trx, new Date('2030-01-02T00:00:00.000Z')))
    const said = () => db.selectFrom('capitalMatch').select(['offerSays', 'offerContact']).execute()
    await restore()
    expect(await said()).toEqual([{ offerSays: null, offerContact: null }])
    await db
      .updateTable('capitalMatch')
      .set({ ...yes, agreedAt: '2030-01-01T00:00:00.000Z' })
      .execute()
    await restore()
    expect(await said()).toEqual([yes])
  })
})
