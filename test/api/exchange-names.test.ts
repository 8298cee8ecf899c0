import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ValueNetwork } from '../../server/contract/exchange.ts'
import { startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { fillEveryTable } from '../support/programme-tables.ts'
import { signedIn } from '../support/world-sign-ins.ts'

describe.each(DATABASES)('who helps whom, without names, on $name', ({ open }) => {
  test('has no arrow to a company that its park alone would name, until it lets itself be named', async () => {
    const api = await startAppForTest(open)
    const { db } = api.database
    const { programme, companies } = await fillEveryTable(db)
    await db.updateTable('capitalMatch').set({ agreedAt: '2026-10-02T09:00:00.000Z' }).execute()
    const manager = await signedIn(api, programme.staff.owner)
    const network = async () =>
      (await manager.get(`/api/organisations/${programme.id}/programme/value-network`)).as(ValueNetwork)
    expect((await network()).matches).toHaveLength(1)

    const needing = companies[1]
    const beside = companies.filter(({ park, id }) => park.id === needing?.park.id && id !== needing.id)
    const ids = beside.map(({ id }) => id)
    await db
      .updateTable('participation')
      .set({ leftAt: '2026-10-03T09:00:00.000Z' })
      .where('companyId', 'in', ids)
      .execute()
    expect(await network()).toMatchObject({ companies: [], parks: [], matches: [] })

    const consent = { programmeId: programme.id, companyId: needing?.id ?? '', purpose: 'named', act: 'given' } as const
    const said = { statement: 'named-1', locale: 'nl', at: '2026-10-04T09:00:00.000Z', userId: null, number: 90 }
    await db
      .insertInto('consent')
      .values({ id: randomUUID(), ...consent, ...said })
      .execute()
    const named = await network()
    expect(named.matches).toHaveLength(1)
    expect(named.companies.filter(({ name }) => name !== null)).toHaveLength(1)
  })
})
