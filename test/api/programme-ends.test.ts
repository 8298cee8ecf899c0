import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { listOf } from '../../server/contract/common.ts'
import { ConsentEntry, ParticipationView } from '../../server/contract/participations.ts'
import { lockOrganisationById } from '../../server/db/queries/organisations.ts'
import { withdrawRounds } from '../../server/services/contributions.ts'
import { replayErasures } from '../../server/services/erasures.ts'
import { startAppForTest } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { closedRound, consentTo } from '../support/contributing.ts'
import { DATABASES } from '../support/databases.ts'
import { untilWaiting } from '../support/held-table.ts'
import { invitePerson } from '../support/people.ts'
import { inviteBy, startValley, takePartAs, type Valley } from '../support/programme-invitations.ts'
import { fillEveryTable } from '../support/programme-tables.ts'

const FIGURES = { purpose: 'benchmark', act: 'withdrawn', statement: 'benchmark-1', locale: 'nl' }

describe.each(DATABASES)('what ends in a programme, on $name', ({ open }) => {
  /** Actions in the log of an organisation, without what came before. */
  const logOf = async ({ api: { database } }: Valley, organisationId: string, after = 0) => {
    const rows = await database.db
      .selectFrom('auditEvent')
      .select(['action', 'number', 'userId'])
      .where('organisationId', '=', organisationId)
      .where('number', '>', after)
      .orderBy('number')
      .execute()
    return { actions: rows.map(({ action }) => action), last: rows.at(-1)?.number ?? after }
  }

  /** The butcher and the baker take part in the north and in the south. */
  async function start() {
    const valley = await startValley(open)
    const { manager, id, org, parks } = valley
    const join = async (name: string, parkId = '') => {
      const { token } = await inviteBy(manager.client, org, { parkId })
      const company = await takePartAs(valley, token, name)
      return { ...company, path: `/api/organisations/${company.companyId}/participations/${id}` }
    }
    const [butcher, baker] = [await join('Butcher', parks[0]), await join('Baker', parks[1])]
    return { valley, butcher, baker, north: parks[0] ?? '' }
  }

  /** Two owners agree that an organisation goes. */
  const eraseBy = async (id: string, one: Client, other: Client) => {
    const path = `/api/organisations/${id}/erasure`
    await one.post(path)
    expect((await other.post(`${path}/confirm`)).status).toBe(204)
  }

  test('a park that its owners erase leaves a line with each company on it and with the programme', async () => {
    const { valley, butcher, baker, north } = await start()
    const { api, manager, id } = valley
    await consentTo('named', butcher.client, butcher.path)
    const olga = await invitePerson(api, manager.client, north, { name: 'Olga', role: 'owner' })
    const before = await Promise.all([butcher.companyId, baker.companyId, id].map((one) => logOf(valley, one)))
    await eraseBy(north, olga.client, manager.client)
    const [ofButcher, ofBaker, ofProgramme] = await Promise.all(
      [butcher.companyId, baker.companyId, id].map((one, index) => logOf(valley, one, before[index]?.last)),
    )
    expect(ofButcher?.actions).toEqual(['consent.ended'])
    expect(ofBaker?.actions).toEqual([])
    expect(ofProgramme?.actions).toEqual(['park.erased'])
    const acts = await api.database.db.selectFrom('consent').select(['act', 'userId']).orderBy('number').execute()
    expect(
      acts.map(({ act }) => act),
      'the ledger says that it ended',
    ).toEqual(['given', 'withdrawn'])
    expect(await replayErasures(api.database, api.deps.ledger), 'and nothing is left to do').toBe(0)
  })

  test('a company that is erased leaves the programme by a line there, and a programme one with each company', async () => {
    const { valley, butcher, baker } = await start()
    const { api, manager, id } = valley
    const bob = await invitePerson(api, baker.client, baker.companyId, { name: 'Bob', role: 'owner' })
    const { last } = await logOf(valley, id)
    await eraseBy(baker.companyId, bob.client, baker.client)
    expect((await logOf(valley, id, last)).actions).toEqual(['participation.left'])
    const other = await invitePerson(api, manager.client, id, { name: 'Olga', role: 'owner' })
    const before = await logOf(valley, butcher.companyId)
    await eraseBy(id, other.client, manager.client)
    expect((await logOf(valley, butcher.companyId, before.last)).actions).toEqual(['consent.ended'])
  })

  test('a consent that is given by a clock that was set back since the company joined holds, and can be withdrawn', async () => {
    const { valley, butcher } = await start()
    const { api } = valley
    await closedRound(api, butcher.client, butcher.companyId, 4, { period: '2026-Q3' })
    api.clock.pass({ minutes: -5 })
    await consentTo('benchmark', butcher.client, butcher.path)
    const copied = () => api.database.db.selectFrom('contribution').select('id').execute()
    expect(await copied()).toHaveLength(1)
    expect((await butcher.client.get(butcher.path)).as(ParticipationView).consents.benchmark).toBe(true)
    await butcher.client.put(`${butcher.path}/consents`, FIGURES)
    expect(await copied()).toEqual([])
    const acts = (await butcher.client.get(`${butcher.path}/consents`)).as(listOf(ConsentEntry)).items
    expect(acts.map(({ act }) => act)).toEqual(['given', 'withdrawn'])
  })

  test('rounds that go to another organisation are not kept by a consent that is given at that moment', async () => {
    const { database } = await startAppForTest(open)
    const { programme, companies } = await fillEveryTable(database.db)
    const companyId = companies[0]?.id ?? ''
    const copied = () => database.db.selectFrom('contribution').selectAll().where('companyId', '=', companyId).execute()
    const [figures] = await copied()
    const roundId = figures?.roundId ?? ''
    // As consenting does: the company is held, and its figures are copied.
    const { withdrawing } = await database.db.transaction().execute(async (trx) => {
      await lockOrganisationById(trx, companyId)
      const said = { purpose: 'benchmark', act: 'given', statement: 'benchmark-1', locale: 'nl', userId: null } as const
      const row = { programmeId: programme.id, companyId, number: 90, at: '2030-01-01T00:00:00.000Z', ...said }
      await trx
        .insertInto('consent')
        .values({ id: randomUUID(), ...row })
        .execute()
      const started = database.db.transaction().execute((other) => withdrawRounds(other, companyId, [roundId]))
      if (database.kind === 'postgres') await untilWaiting(database, 1)
      return { withdrawing: started }
    })
    await withdrawing
    expect(await copied()).toEqual([])
  })
})
